#!/usr/bin/env bash
# Matches newcomers with customers in PostgreSQL, in a cluster of its own that is gone afterwards.
#   match_customers.sh DIR [ROUNDS]
# DIR holds customers.csv and newcomers.csv: row, paper, card, name, birth; and the same with
# _phones: row, number, head3, tail4, head4, tail3, masked (0 whole, 3 or 4 digits before the mask).
set -euo pipefail
input=$(cd "$1" && pwd)
rounds=${2:-3}

. "$(dirname "$0")/cluster.sh"

sql=$(mktemp "$home/sql.XXXXXX")
{
    cat <<'SQL'
CREATE UNLOGGED TABLE customers (row int, paper text, card text, name text, birth text);
CREATE UNLOGGED TABLE newcomers (LIKE customers);
CREATE UNLOGGED TABLE customer_phones (row int, number text, head3 text, tail4 text, head4 text, tail3 text,
    masked int, name text);
CREATE UNLOGGED TABLE newcomer_phones (LIKE customer_phones);
SQL
    for table in customers newcomers customer_phones newcomer_phones; do
        echo "\\copy $table FROM '$input/$table.csv' (FORMAT csv)"
    done
    cat <<'SQL'
CREATE INDEX ON customers (paper);
CREATE INDEX ON customers (card);
CREATE INDEX ON customers (name, birth);
CREATE INDEX ON customer_phones (number);
CREATE INDEX ON customer_phones (name, tail4);
CREATE INDEX ON customer_phones (head3, tail4, masked);
CREATE INDEX ON customer_phones (head4, tail3, masked);
CREATE INDEX ON customer_phones (head3, tail3, masked);
VACUUM ANALYZE;
SET bench.rounds = :rounds;
CREATE TEMP TABLE result (seconds numeric, pairs bigint, checksum numeric);
DO $$
DECLARE
    start timestamptz;
    pairs bigint;
    checksum numeric;
BEGIN
    -- Every second round goes through the indexes row by row, whatever the planner thinks; the quicker
    -- way counts.
    FOR r IN 0 .. 2 * current_setting('bench.rounds')::int LOOP
        PERFORM set_config('enable_hashjoin', (r % 2 = 0)::text, false);
        PERFORM set_config('enable_mergejoin', (r % 2 = 0)::text, false);
        start := clock_timestamp();
        CREATE TEMP TABLE found AS
            SELECT n.row AS newcomer, c.row AS customer, 0 AS rule FROM newcomers n JOIN customers c USING (paper)
            UNION SELECT n.row, c.row, 1 FROM newcomers n JOIN customers c USING (card)
            UNION SELECT n.row, c.row, 2 FROM newcomer_phones n JOIN customer_phones c USING (number)
            UNION SELECT n.row, c.row, 3 FROM newcomer_phones n JOIN customer_phones c USING (name, tail4)
            UNION SELECT n.row, c.row, 4 FROM newcomers n JOIN customers c USING (name, birth)
            -- A masked number and a whole one, or two with the same mask.
            UNION SELECT n.row, c.row, 5 FROM newcomer_phones n JOIN customer_phones c USING (head3, tail4)
                WHERE (n.masked = 3 AND c.masked IN (0, 3)) OR (n.masked = 0 AND c.masked = 3)
            UNION SELECT n.row, c.row, 5 FROM newcomer_phones n JOIN customer_phones c USING (head4, tail3)
                WHERE (n.masked = 4 AND c.masked IN (0, 4)) OR (n.masked = 0 AND c.masked = 4)
            -- Two with different masks.
            UNION SELECT n.row, c.row, 5 FROM newcomer_phones n JOIN customer_phones c USING (head3, tail3)
                WHERE (n.masked = 3 AND c.masked = 4) OR (n.masked = 4 AND c.masked = 3);
        SELECT count(*), sum((newcomer + 1)::numeric * (customer + 1) * (rule + 1)) INTO pairs, checksum FROM found;
        IF r > 1 OR current_setting('bench.rounds')::int < 2 AND r > 0 THEN -- the first two warm the caches
            INSERT INTO result VALUES (extract(epoch FROM clock_timestamp() - start), pairs, checksum);
        END IF;
        DROP TABLE found;
    END LOOP;
END $$;
SELECT format('{"peer":"postgres","version":"PostgreSQL %s","units":%s,"seconds":%s,"sums":["%s pairs","%s"]}',
    split_part(current_setting('server_version'), ' ', 1), (SELECT count(*) FROM newcomers), seconds, pairs,
    trim_scale(checksum))
FROM result ORDER BY seconds LIMIT 1;
SQL
} >"$sql"
query "$sql" -v rounds="$rounds"
