-- The database of a small ERP, filled from a sample project: run by the sqlite3 shell in the folder
-- of that project.
--
-- Amounts are integers as the library has them: areas in 0.0001 m², prices in fen. SQLite's REAL is
-- a binary float and cannot hold 125.53.

CREATE TABLE scheme (
    code TEXT PRIMARY KEY,
    json TEXT NOT NULL
);

CREATE TABLE unit (
    unit_no       TEXT PRIMARY KEY,
    building      TEXT NOT NULL,
    stair         TEXT,
    floor         INTEGER NOT NULL,
    line          TEXT NOT NULL,
    building_area INTEGER NOT NULL,
    inside_area   INTEGER NOT NULL,
    filed_price   INTEGER NOT NULL,
    scheme        TEXT NOT NULL REFERENCES scheme (code)
);

-- What the host writes.
CREATE TABLE price (
    unit_no    TEXT PRIMARY KEY REFERENCES unit (unit_no),
    scheme     TEXT NOT NULL REFERENCES scheme (code),
    unit_price INTEGER NOT NULL,
    total      INTEGER NOT NULL
);

BEGIN;

INSERT INTO scheme
SELECT value ->> '$.code', value
FROM json_each(CAST(readfile('project.json') AS TEXT), '$.schemes');

.import --csv units.csv csv

-- A cell without exactly two decimals becomes NULL, which the columns refuse.
INSERT INTO unit
SELECT
    unit_no, building, nullif(stair, ''), CAST(floor AS INTEGER), line,
    iif(building_area GLOB '*[0-9].[0-9][0-9]', CAST(replace(building_area, '.', '') AS INTEGER), NULL) * 100,
    iif(inside_area GLOB '*[0-9].[0-9][0-9]', CAST(replace(inside_area, '.', '') AS INTEGER), NULL) * 100,
    iif(filed_price GLOB '*[0-9].[0-9][0-9]', CAST(replace(filed_price, '.', '') AS INTEGER), NULL),
    (SELECT code FROM scheme)
FROM csv;

DROP TABLE csv;

COMMIT;
