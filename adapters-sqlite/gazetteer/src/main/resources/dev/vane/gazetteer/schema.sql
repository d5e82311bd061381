-- The gazetteer's file, version 1. A reader checks application_id and user_version before it trusts any of this.
PRAGMA application_id = 0x56474154;
PRAGMA user_version = 1;

CREATE TABLE metadata (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE zone (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL
) STRICT;

CREATE TABLE region (
    number  INTEGER PRIMARY KEY,
    country TEXT NOT NULL,
    code    TEXT NOT NULL,
    name    TEXT NOT NULL,
    tokens  TEXT NOT NULL -- that of the country and its own, with a space between; see area_name
) STRICT;

-- What people call a country or a region. token: the word that stands for it in the index, one character of Unicode's
-- private use, which nobody types; one, because the index of two-letter prefixes then does not hold it again.
CREATE TABLE area_name (
    name  TEXT NOT NULL,
    token TEXT NOT NULL,
    PRIMARY KEY (name, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE town (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    region     INTEGER NOT NULL,
    latitude   INTEGER NOT NULL, -- in 1/100,000 degree
    longitude  INTEGER NOT NULL,
    population INTEGER NOT NULL,
    zone       INTEGER NOT NULL,
    elevation  INTEGER
) STRICT;

-- The ids of the towns in each square degree. number: 360 * row from the south pole + column from the antimeridian;
-- towns: see ranking, here by id.
CREATE TABLE cell (
    number INTEGER PRIMARY KEY,
    towns  BLOB NOT NULL
) STRICT;

-- One row: the ids of all towns by rank, 4 bytes each, the highest first, as differences to the id before. The indexes below know towns by their rank, from 1, and so give
-- the most populous first. (An index of ids would cost three times as much, compressed.)
CREATE TABLE ranking (
    towns BLOB NOT NULL
) STRICT;

-- The usual name. Two letters have very many matches, so their lists are kept ready.
CREATE VIRTUAL TABLE town_name USING fts5 (
    name, area,
    content = '', detail = column, columnsize = 0, tokenize = 'ascii', prefix = '2'
);

-- The other names: those of one word, and the words of the longer ones.
CREATE VIRTUAL TABLE town_word USING fts5 (
    alias, word,
    content = '', detail = column, columnsize = 0, tokenize = 'ascii'
);
