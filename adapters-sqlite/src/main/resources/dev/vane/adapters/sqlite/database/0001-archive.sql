-- The archive of what sources said. Times are milliseconds since 1970-01-01T00:00:00Z.

-- The epoch of the process that may write: see WriteQueue.
CREATE TABLE writer_epoch (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    epoch INTEGER NOT NULL
) STRICT;
INSERT INTO writer_epoch (id, epoch) VALUES (1, 0);

CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,      -- GeoNames id, or 'latitude,longitude'
    name TEXT NOT NULL,
    country_code TEXT NOT NULL,     -- ISO 3166-1 alpha-2, or ''
    area_code TEXT NOT NULL,
    area_name TEXT NOT NULL,
    latitude REAL NOT NULL,         -- degrees north
    longitude REAL NOT NULL,        -- degrees east
    elevation INTEGER,              -- m
    zone TEXT NOT NULL,             -- IANA time zone
    population INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- When a source was last heard of a place.
CREATE TABLE heard (
    place INTEGER NOT NULL REFERENCES place (id),
    source INTEGER NOT NULL REFERENCES source (id),
    fetched_at INTEGER NOT NULL,
    PRIMARY KEY (place, source)
) STRICT, WITHOUT ROWID;

-- One row an observation. Values are integers in the unit that stands beside them; NULL is unknown.
CREATE TABLE observation (
    place INTEGER NOT NULL REFERENCES place (id),
    source INTEGER NOT NULL REFERENCES source (id),
    valid_time INTEGER NOT NULL,
    period INTEGER NOT NULL,            -- ms before valid_time that interval values reach back
    fetched_at INTEGER NOT NULL,
    sky INTEGER NOT NULL,               -- code: see docs/run-format.md
    temperature INTEGER,                -- 0.01 °C
    apparent_temperature INTEGER,       -- 0.01 °C
    dew_point INTEGER,                  -- 0.01 °C
    relative_humidity INTEGER,          -- 0.01 %
    pressure_msl INTEGER,               -- 0.01 hPa
    wind_speed INTEGER,                 -- 0.001 m/s
    wind_gust INTEGER,                  -- 0.001 m/s
    wind_direction INTEGER,             -- 0.1 degree
    cloud_cover INTEGER,                -- 0.01 %
    visibility INTEGER,                 -- 0.1 m
    precipitation INTEGER,              -- 0.001 mm
    rain INTEGER,                       -- 0.001 mm
    snowfall INTEGER,                   -- 0.001 cm
    precipitation_probability INTEGER,  -- 0.01 %
    snow_depth INTEGER,                 -- 0.001 cm
    uv_index INTEGER,                   -- 0.01
    shortwave_radiation INTEGER,        -- 0.01 W/m²
    sunshine_duration INTEGER,          -- 0.01 s
    PRIMARY KEY (place, source, valid_time)
) STRICT, WITHOUT ROWID;

-- One row a run; its steps and days are packed into the forecast: see docs/run-format.md.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL REFERENCES place (id),
    source INTEGER NOT NULL REFERENCES source (id),
    issued_at INTEGER,                  -- NULL if the provider does not say
    available_at INTEGER NOT NULL,
    last_fetched_at INTEGER NOT NULL,   -- later than available_at if the forecast was heard again unchanged
    forecast BLOB NOT NULL
) STRICT;
CREATE INDEX run_by_time ON run (place, source, available_at);
