-- What sources noted, so that they need not ask for it again after a restart.

CREATE TABLE note (
    source INTEGER NOT NULL REFERENCES source (id),
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
