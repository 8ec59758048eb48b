#!/usr/bin/env bash
# Assesses and ages claims in PostgreSQL, in a cluster of its own that is gone afterwards.
#   assess_claims.sh DIR TODAY [ROUNDS]
# DIR holds claims.csv: claim, item, due day, fen; and receipts.csv: claim, day, fen. Days are numbers. Prints a
# line for the assessment, and one for the aging.
set -euo pipefail
input=$(cd "$1" && pwd)
today=$2
rounds=${3:-3}

. "$(dirname "$0")/cluster.sh"

sql=$(mktemp "$home/sql.XXXXXX")
{
    cat <<'SQL'
CREATE UNLOGGED TABLE claims (claim int PRIMARY KEY, item int NOT NULL, due int, fen bigint NOT NULL);
CREATE UNLOGGED TABLE receipts (claim int NOT NULL, day int NOT NULL, fen bigint NOT NULL);
SQL
    echo "\\copy claims FROM '$input/claims.csv' (FORMAT csv)"
    echo "\\copy receipts FROM '$input/receipts.csv' (FORMAT csv)"
    cat <<'SQL'
CREATE INDEX ON claims (claim) INCLUDE (item, due, fen);
CREATE INDEX ON receipts (claim) INCLUDE (day, fen);
VACUUM ANALYZE;
SET bench.rounds = :rounds;
SET bench.today = :today;

-- The rates of the days that are charged, in millionths: 200 up to day 90, then 500; 15 days of grace.
CREATE FUNCTION charged(days int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT (greatest(least(days, 90) - 15, 0) * 200 + greatest(days - 90, 0) * 500)::bigint
$$;
CREATE FUNCTION today() RETURNS int LANGUAGE sql STABLE AS $$ SELECT current_setting('bench.today')::int $$;

-- What each claim owes, how long it is overdue, and the late fee, half up to the fen.
CREATE VIEW assessed AS
    SELECT claim, owed, CASE WHEN owed > 0 THEN greatest(overdue, 0) ELSE 0 END AS overdue_days,
        (settled + owed * charged(overdue) + 500000) / 1000000 AS late_fee
    FROM (SELECT claim, fen - coalesce(paid, 0) AS owed, coalesce(today() - due, 0) AS overdue,
              coalesce(settled, 0) AS settled
          FROM claims LEFT JOIN
              (SELECT r.claim, sum(r.fen)::bigint AS paid,
                   sum(r.fen * charged(coalesce(r.day - c.due, 0)))::bigint AS settled
               FROM receipts r JOIN claims c USING (claim) WHERE r.day <= today() GROUP BY r.claim) AS received
              USING (claim)) AS balance;

-- What each claim owes, by item and how long it is overdue.
CREATE VIEW owing AS
    SELECT item, today() - due AS overdue, fen - coalesce(paid, 0) AS owed
    FROM claims LEFT JOIN
        (SELECT claim, sum(fen)::bigint AS paid FROM receipts WHERE day <= today() GROUP BY claim) AS received
        USING (claim);

CREATE TEMP TABLE assessment (seconds numeric, claims bigint, owed numeric, overdue numeric, late_fee numeric);
CREATE TEMP TABLE aging (seconds numeric, checksum numeric);
DO $$
DECLARE
    start timestamptz;
    found record;
BEGIN
    -- Every second round joins and groups along the indexes, whatever the planner thinks; the quicker way counts.
    FOR r IN 0 .. 2 * current_setting('bench.rounds')::int + 1 LOOP
        PERFORM set_config('enable_hashjoin', (r % 2 = 0)::text, false);
        PERFORM set_config('enable_hashagg', (r % 2 = 0)::text, false);
        start := clock_timestamp();
        SELECT count(*) AS claims, sum(owed) AS owed, sum(owed) FILTER (WHERE overdue_days > 0) AS overdue,
            sum(late_fee) AS late_fee INTO found FROM assessed;
        IF r > 1 THEN -- the first two warm the caches
            INSERT INTO assessment VALUES (extract(epoch FROM clock_timestamp() - start),
                found.claims, found.owed, found.overdue, found.late_fee);
        END IF;
        start := clock_timestamp();
        CREATE TEMP TABLE aged AS
            SELECT item, sum(owed) FILTER (WHERE overdue <= 0) AS not_due,
                sum(owed) FILTER (WHERE overdue BETWEEN 1 AND 30) AS to_30,
                sum(owed) FILTER (WHERE overdue BETWEEN 31 AND 60) AS to_60,
                sum(owed) FILTER (WHERE overdue BETWEEN 61 AND 90) AS to_90,
                sum(owed) FILTER (WHERE overdue BETWEEN 91 AND 180) AS to_180,
                sum(owed) FILTER (WHERE overdue BETWEEN 181 AND 360) AS to_360,
                sum(owed) FILTER (WHERE overdue > 360) AS over_360,
                sum(owed) FILTER (WHERE overdue IS NULL) AS undated,
                count(*) FILTER (WHERE owed > 0) AS claims
            FROM owing GROUP BY item;
        IF r > 1 THEN
            INSERT INTO aging SELECT extract(epoch FROM clock_timestamp() - start),
                sum((item + 1) * (claims + 2 * coalesce(not_due, 0) + 3 * coalesce(undated, 0) + 4 * coalesce(to_30, 0)
                    + 5 * coalesce(to_60, 0) + 6 * coalesce(to_90, 0) + 7 * coalesce(to_180, 0)
                    + 8 * coalesce(to_360, 0) + 9 * coalesce(over_360, 0)))
            FROM aged;
        END IF;
        DROP TABLE aged;
    END LOOP;
END $$;

-- Every claim has a weight of its own in the checksum.
SELECT format('{"peer":"postgres","version":"PostgreSQL %s","units":%s,"seconds":%s,'
    '"sums":["%s owed","%s overdue","%s late fees","%s"]}',
    split_part(current_setting('server_version'), ' ', 1), claims, seconds, owed, overdue, late_fee,
    (SELECT sum((owed + 2 * overdue_days + 3 * late_fee) * (claim % 1000 + 1)) FROM assessed))
FROM assessment ORDER BY seconds LIMIT 1;
SELECT format('{"peer":"postgres","version":"PostgreSQL %s","units":%s,"seconds":%s,"sums":["%s"]}',
    split_part(current_setting('server_version'), ' ', 1), (SELECT count(*) FROM claims), seconds, checksum)
FROM aging ORDER BY seconds LIMIT 1;
SQL
} >"$sql"
query "$sql" -v rounds="$rounds" -v today="$today"
