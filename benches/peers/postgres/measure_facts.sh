#!/usr/bin/env bash
# Ten measures by company and month in PostgreSQL, in a cluster of its own that is gone afterwards.
#   measure_facts.sh DIR [ROUNDS]
# DIR holds facts.csv: kind, node, day of the year from 0, count, area, fen. A company has four nodes.
# Kinds: 0 calls, 1 visits, 6 subscriptions, 7 signings, 8 cancellations, 10 collections, 14 spend.
set -euo pipefail
input=$(cd "$1" && pwd)
rounds=${2:-3}

. "$(dirname "$0")/cluster.sh"

sql=$(mktemp "$home/sql.XXXXXX")
{
    cat <<'SQL'
CREATE UNLOGGED TABLE facts (kind smallint NOT NULL, node int NOT NULL, day int NOT NULL, count int NOT NULL,
    area bigint NOT NULL, amount bigint NOT NULL);
CREATE UNLOGGED TABLE nodes AS SELECT node, node / 4 AS company FROM generate_series(0, 199) AS node;
CREATE UNLOGGED TABLE days AS SELECT day, extract(month FROM date '2026-01-01' + day)::int - 1 AS month
    FROM generate_series(0, 364) AS day;
SQL
    echo "\\copy facts FROM '$input/facts.csv' (FORMAT csv)"
    cat <<'SQL'
VACUUM ANALYZE;
SET bench.rounds = :rounds;
CREATE TEMP TABLE result (seconds numeric, checksum numeric);
DO $$
DECLARE
    start timestamptz;
BEGIN
    -- Two ways to ask: one pass over all measures, or sums of each kind that are then set side by side; the
    -- quicker one counts.
    FOR r IN 0 .. 2 * current_setting('bench.rounds')::int + 1 LOOP
        start := clock_timestamp();
        IF r % 2 = 0 THEN
            CREATE TEMP TABLE found AS
                SELECT company, month,
                    sum(count) FILTER (WHERE kind = 0) AS m0, sum(count) FILTER (WHERE kind = 1) AS m1,
                    sum(count) FILTER (WHERE kind = 6) AS m2, sum(amount) FILTER (WHERE kind = 6) AS m3,
                    sum(area) FILTER (WHERE kind = 6) AS m4, sum(count) FILTER (WHERE kind = 7) AS m5,
                    sum(amount) FILTER (WHERE kind = 7) AS m6, sum(amount) FILTER (WHERE kind = 8) AS m7,
                    sum(amount) FILTER (WHERE kind = 10) AS m8, sum(amount) FILTER (WHERE kind = 14) AS m9
                FROM facts JOIN nodes USING (node) JOIN days USING (day) GROUP BY company, month;
        ELSE
            CREATE TEMP TABLE found AS
                SELECT company, month,
                    sum(count) FILTER (WHERE kind = 0) AS m0, sum(count) FILTER (WHERE kind = 1) AS m1,
                    sum(count) FILTER (WHERE kind = 6) AS m2, sum(amount) FILTER (WHERE kind = 6) AS m3,
                    sum(area) FILTER (WHERE kind = 6) AS m4, sum(count) FILTER (WHERE kind = 7) AS m5,
                    sum(amount) FILTER (WHERE kind = 7) AS m6, sum(amount) FILTER (WHERE kind = 8) AS m7,
                    sum(amount) FILTER (WHERE kind = 10) AS m8, sum(amount) FILTER (WHERE kind = 14) AS m9
                FROM (SELECT company, month, kind, sum(count) AS count, sum(area) AS area, sum(amount) AS amount
                      FROM facts JOIN nodes USING (node) JOIN days USING (day)
                      WHERE kind IN (0, 1, 6, 7, 8, 10, 14) GROUP BY company, month, kind) AS sums
                GROUP BY company, month;
        END IF;
        IF r > 1 THEN -- the first two warm the caches
            INSERT INTO result SELECT extract(epoch FROM clock_timestamp() - start),
                sum((company * 120 + month * 10)
                        * (coalesce(m0, 0) + coalesce(m1, 0) + coalesce(m2, 0) + coalesce(m3, 0) + coalesce(m4, 0)
                            + coalesce(m5, 0) + coalesce(m6, 0) + coalesce(m7, 0) + coalesce(m8, 0) + coalesce(m9, 0))
                    + coalesce(m1, 0) + 2 * coalesce(m2, 0) + 3 * coalesce(m3, 0) + 4 * coalesce(m4, 0)
                    + 5 * coalesce(m5, 0) + 6 * coalesce(m6, 0) + 7 * coalesce(m7, 0) + 8 * coalesce(m8, 0)
                    + 9 * coalesce(m9, 0))
            FROM found;
        END IF;
        DROP TABLE found;
    END LOOP;
END $$;
SELECT format('{"peer":"postgres","version":"PostgreSQL %s","units":%s,"seconds":%s,"sums":["%s"]}',
    split_part(current_setting('server_version'), ' ', 1), (SELECT count(*) FROM facts), seconds, checksum)
FROM result ORDER BY seconds LIMIT 1;
SQL
} >"$sql"
query "$sql" -v rounds="$rounds"
