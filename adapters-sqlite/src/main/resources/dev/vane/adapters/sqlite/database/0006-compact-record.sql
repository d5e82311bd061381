-- What rain gauges have counted, and observations packed by the month: see docs/observation-format.md.

ALTER TABLE observation ADD COLUMN rain_reset INTEGER;      -- code of when the counter begins anew; NULL without a gauge
ALTER TABLE observation ADD COLUMN rain_counter INTEGER;    -- 0.001 mm

-- Observations on end of a place and source that are rows no more. A row in observation of the same valid time is newer.
-- Stretches of times do not overlap.
CREATE TABLE observation_pack (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL REFERENCES place (id),
    source INTEGER NOT NULL REFERENCES source (id),
    first_time INTEGER NOT NULL,        -- valid time of the first observation
    last_time INTEGER NOT NULL,         -- valid time of the last one
    content BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX observation_pack_by_time ON observation_pack (place, source, first_time);
