-- The places that are kept up to date and on record. A later watch has the greater id.

CREATE TABLE watch (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL UNIQUE REFERENCES place (id),
    since INTEGER NOT NULL
) STRICT;
