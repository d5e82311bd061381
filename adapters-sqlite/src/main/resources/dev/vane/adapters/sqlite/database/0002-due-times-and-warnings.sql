-- When a source is due again, how long its run has been the same, and its official warnings.

-- When the provider wants to be asked again at the earliest; NULL if it did not say with its last answer.
ALTER TABLE heard ADD COLUMN due_at INTEGER;
-- When the latest run was heard first, or the first of those on end that repeat each other; NULL without a run.
ALTER TABLE heard ADD COLUMN run_since INTEGER;
-- The issue time that the latest run had when it was heard last: one that forecasts the same makes no row of its own.
ALTER TABLE heard ADD COLUMN run_issued_at INTEGER;
-- When the source last said what warnings there are; NULL if it never did.
ALTER TABLE heard ADD COLUMN alerts_at INTEGER;

UPDATE heard SET (run_since, run_issued_at) = (
    SELECT available_at, issued_at FROM run
     WHERE run.place = heard.place AND run.source = heard.source
     ORDER BY available_at DESC, id DESC LIMIT 1);

-- One row a warning, as it was heard last; what is no longer in force stays on record. Terms of CAP 1.2.
CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL REFERENCES place (id),
    source INTEGER NOT NULL REFERENCES source (id),
    code TEXT NOT NULL,                 -- the provider's identifier
    position INTEGER,                   -- in the list that the source gave last, from 0; NULL if it is not in that
    first_heard INTEGER NOT NULL,
    last_heard INTEGER NOT NULL,
    event TEXT NOT NULL,
    severity TEXT NOT NULL,             -- CAP's words in lower case, here and in the next two
    urgency TEXT NOT NULL,
    certainty TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    onset_at INTEGER,                   -- NULL if it is not said
    ends_at INTEGER,                    -- NULL if it is not said
    headline TEXT NOT NULL,
    description TEXT NOT NULL,
    instruction TEXT NOT NULL,
    area TEXT NOT NULL,
    sender TEXT NOT NULL,
    UNIQUE (place, source, code)
) STRICT;
CREATE UNIQUE INDEX alert_in_force ON alert (place, source, position) WHERE position IS NOT NULL;
