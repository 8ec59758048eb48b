#!/usr/bin/env bash
# Prices homes unit-first with PostgreSQL numeric, in a cluster of its own that is gone afterwards.
#   price_units.sh DIR [ROUNDS]
set -euo pipefail
input=$(cd "$1" && pwd)
rounds=${2:-3}

. "$(dirname "$0")/cluster.sh"

sql=$(mktemp "$home/sql.XXXXXX")
{
    cat <<'SQL'
CREATE UNLOGGED TABLE scheme AS
    SELECT j, (j->>'base')::numeric AS base FROM (SELECT :'scheme'::jsonb AS j) s;
CREATE UNLOGGED TABLE floor AS SELECT (i - 1)::int AS code, c::numeric AS c
    FROM scheme, jsonb_array_elements_text(j->'floor') WITH ORDINALITY AS t(c, i);
CREATE UNLOGGED TABLE line AS SELECT (i - 1)::int AS code, c::numeric AS c
    FROM scheme, jsonb_array_elements_text(j->'line') WITH ORDINALITY AS t(c, i);
CREATE UNLOGGED TABLE view AS SELECT (i - 1)::int AS code, c::numeric AS c
    FROM scheme, jsonb_array_elements_text(j->'view') WITH ORDINALITY AS t(c, i);
CREATE UNLOGGED TABLE units (floor_code int, line_code int, view_code int, area numeric);
COPY units FROM STDIN (FORMAT csv);
SQL
    cat "$input/units.csv"
    cat <<'SQL'
\.
ANALYZE;
SET bench.rounds = :rounds;
CREATE TEMP TABLE result (seconds numeric, unit_sum numeric, total_sum numeric);
DO $$
DECLARE
    start timestamptz;
    us numeric;
    ts numeric;
BEGIN
    FOR r IN 0 .. current_setting('bench.rounds')::int LOOP
        start := clock_timestamp();
        -- OFFSET 0 keeps the planner from writing the unit price out, and working it out, twice.
        -- round(numeric) goes half away from zero, which for prices is half up.
        CREATE UNLOGGED TABLE priced AS
            SELECT unit, round(unit * area) AS total
            FROM (SELECT round(s.base * f.c * l.c * v.c) AS unit, u.area
                  FROM units u
                  CROSS JOIN scheme s
                  JOIN floor f ON f.code = u.floor_code
                  JOIN line l ON l.code = u.line_code
                  JOIN view v ON v.code = u.view_code
                  OFFSET 0) p;
        SELECT sum(unit), sum(total) INTO us, ts FROM priced;
        IF r > 0 THEN -- round 0 warms the caches
            INSERT INTO result
                VALUES (extract(epoch FROM clock_timestamp() - start), us, ts);
        END IF;
        IF (SELECT count(*) FROM priced) <> (SELECT (j->>'units')::bigint FROM scheme) THEN
            RAISE 'not every home was priced';
        END IF;
        DROP TABLE priced;
    END LOOP;
END $$;
SELECT format('{"peer":"postgres-numeric","version":"PostgreSQL %s","units":%s,"seconds":%s,"unit_sum":"%s","total_sum":"%s"}',
    split_part(current_setting('server_version'), ' ', 1), (SELECT j->>'units' FROM scheme),
    seconds, unit_sum, total_sum)
FROM result ORDER BY seconds LIMIT 1;
SQL
} >"$sql"
query "$sql" -v scheme="$(cat "$input/scheme.json")" -v rounds="$rounds"
