-- Pairs of forecast and truth, what quality control says of readings, and which hours wait to be verified. Codes and the
-- packed pairs: see docs/verification-format.md.

-- One row an hour that waits. One that is marked again gets a new mark, and no mark is ever given twice.
CREATE TABLE hour_due (
    mark INTEGER PRIMARY KEY AUTOINCREMENT,
    place INTEGER NOT NULL REFERENCES place (id),
    hour INTEGER NOT NULL,              -- when it begins
    UNIQUE (place, hour)
) STRICT;

-- Pairs that may be compared with each other.
CREATE TABLE verification_series (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL REFERENCES place (id),
    truth INTEGER NOT NULL,             -- code
    variable INTEGER NOT NULL,          -- code
    hours INTEGER NOT NULL,             -- the length of the interval; 0 for a variable of an instant
    UNIQUE (place, truth, variable, hours)
) STRICT;

-- One row a day of a series. Its key is made of both, so that the days of a series lie beside each other in the file.
CREATE TABLE verification_day (
    id INTEGER PRIMARY KEY,
    series INTEGER NOT NULL REFERENCES verification_series (id),
    day INTEGER NOT NULL CHECK (day BETWEEN -524288 AND 524287),    -- days since 1970-01-01, UTC
    pairs BLOB NOT NULL,
    CHECK (id = series * 1048576 + day + 524288)
) STRICT;

-- What quality control says against a value of a reading.
CREATE TABLE quality_flag (
    place INTEGER NOT NULL REFERENCES place (id),
    valid_time INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES source (id),
    position INTEGER NOT NULL,          -- among the flags of the reading, from 0
    variable INTEGER NOT NULL,          -- code: see docs/run-format.md
    rule TEXT NOT NULL,
    excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    detail TEXT NOT NULL,
    PRIMARY KEY (place, valid_time, source, position)
) STRICT, WITHOUT ROWID;
