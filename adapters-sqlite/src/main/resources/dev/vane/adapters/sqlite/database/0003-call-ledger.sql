-- How many calls were made of each provider, and which asked to be left alone.

CREATE TABLE call_count (
    account INTEGER NOT NULL REFERENCES source (id),    -- whose quota
    span TEXT NOT NULL,                                 -- second, minute, hour, day or month
    start INTEGER NOT NULL,                             -- when the window counted last began
    calls INTEGER NOT NULL,
    PRIMARY KEY (account, span)
) STRICT, WITHOUT ROWID;

CREATE TABLE call_pause (
    account INTEGER PRIMARY KEY REFERENCES source (id),
    until INTEGER NOT NULL                              -- not to be called before
) STRICT;
