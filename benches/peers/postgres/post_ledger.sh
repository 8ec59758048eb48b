#!/usr/bin/env bash
# Posts receivables, receipts and reversals in PostgreSQL, in a cluster of its own that is gone afterwards.
#   post_ledger.sh DIR [ROUNDS]
# DIR holds postings.csv: number, kind, key, deal, receivable, fen, reversed key; and lines.csv, what is raised:
# number of the posting, receivable, fen.
set -euo pipefail
input=$(cd "$1" && pwd)
rounds=${2:-1}

. "$(dirname "$0")/cluster.sh"

sql=$(mktemp "$home/sql.XXXXXX")
{
    cat <<'SQL'
CREATE UNLOGGED TABLE work (number int PRIMARY KEY, kind text, key text, deal text, receivable text, fen bigint,
    back text);
CREATE UNLOGGED TABLE lines (number int, id text, fen bigint);
CREATE UNLOGGED TABLE accounts (name text PRIMARY KEY);
INSERT INTO accounts VALUES ('bank'), ('receivable'), ('claimed'), ('pre_sale');
CREATE UNLOGGED TABLE deals (name text PRIMARY KEY);
CREATE UNLOGGED TABLE postings (key text PRIMARY KEY, recorded serial, deal text NOT NULL REFERENCES deals,
    kind text NOT NULL, date date NOT NULL, reverses text UNIQUE REFERENCES postings);
CREATE UNLOGGED TABLE receivables (id text PRIMARY KEY, deal text NOT NULL REFERENCES deals,
    posting text NOT NULL REFERENCES postings, due date, amount bigint NOT NULL CHECK (amount > 0),
    paid bigint NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND amount));
CREATE UNLOGGED TABLE receipts (key text PRIMARY KEY REFERENCES postings, reference text NOT NULL UNIQUE,
    voucher text NOT NULL, payer text NOT NULL, amount bigint NOT NULL CHECK (amount > 0));
CREATE UNLOGGED TABLE allocations (posting text NOT NULL REFERENCES postings, receipt text NOT NULL REFERENCES receipts,
    receivable text NOT NULL REFERENCES receivables, amount bigint NOT NULL CHECK (amount <> 0));
CREATE UNLOGGED TABLE legs (posting text NOT NULL REFERENCES postings, account text NOT NULL REFERENCES accounts,
    amount bigint NOT NULL CHECK (amount <> 0));
CREATE INDEX ON postings (deal);
CREATE INDEX ON allocations (receivable);
CREATE INDEX ON legs (posting);
CREATE FUNCTION balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM fresh GROUP BY posting HAVING sum(amount) <> 0) THEN
        RAISE 'the legs do not come to zero';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER balanced AFTER INSERT ON legs REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION balanced();
SQL
    echo "\\copy work FROM '$input/postings.csv' (FORMAT csv, FORCE_NOT_NULL (receivable, back))"
    echo "\\copy lines FROM '$input/lines.csv' (FORMAT csv)"
    cat <<'SQL'
CREATE INDEX ON lines (number);
VACUUM ANALYZE work, lines;

-- One posting after the other, as they come: every statement is planned once.
CREATE PROCEDURE one_by_one() LANGUAGE plpgsql AS $$
DECLARE
    w record;
BEGIN
    FOR w IN SELECT * FROM work ORDER BY number LOOP
        IF w.kind = 'open' THEN
            INSERT INTO deals VALUES (w.deal);
        END IF;
        INSERT INTO postings (key, deal, kind, date, reverses)
            VALUES (w.key, w.deal, w.kind, '2026-06-01', nullif(w.back, ''));
        IF w.kind = 'raise' THEN
            INSERT INTO receivables (id, deal, posting, due, amount)
                SELECT id, w.deal, w.key, '2026-06-01', fen FROM lines WHERE number = w.number;
            INSERT INTO legs SELECT w.key, account, sign * fen FROM lines
                CROSS JOIN (VALUES ('receivable', -1), ('claimed', 1)) AS side (account, sign) WHERE number = w.number;
        ELSIF w.kind <> 'open' THEN
            IF w.kind = 'receive' THEN
                INSERT INTO receipts VALUES (w.key, w.deal || '/' || w.key, w.deal || '-' || w.key, '买方', w.fen);
            END IF;
            INSERT INTO allocations VALUES (w.key, coalesce(nullif(w.back, ''), w.key), w.receivable, w.fen);
            UPDATE receivables SET paid = paid + w.fen WHERE id = w.receivable;
            INSERT INTO legs VALUES (w.key, 'bank', -w.fen), (w.key, 'receivable', w.fen), (w.key, 'claimed', -w.fen),
                (w.key, 'pre_sale', w.fen);
        END IF;
    END LOOP;
END $$;

-- A thousand postings at a time, table by table.
CREATE TEMP TABLE batch (LIKE work);
CREATE PROCEDURE in_batches() LANGUAGE plpgsql AS $$
DECLARE
    first int;
BEGIN
    FOR first IN SELECT generate_series(0, max(number), 1000) FROM work LOOP
        TRUNCATE batch;
        INSERT INTO batch SELECT * FROM work WHERE number BETWEEN first AND first + 999;
        INSERT INTO deals SELECT deal FROM batch WHERE kind = 'open';
        INSERT INTO postings (key, deal, kind, date, reverses)
            SELECT key, deal, kind, '2026-06-01', nullif(back, '') FROM batch ORDER BY number;
        INSERT INTO receivables (id, deal, posting, due, amount)
            SELECT id, deal, key, '2026-06-01', lines.fen FROM batch JOIN lines USING (number);
        INSERT INTO receipts SELECT key, deal || '/' || key, deal || '-' || key, '买方', fen
            FROM batch WHERE kind = 'receive';
        INSERT INTO allocations SELECT key, coalesce(nullif(back, ''), key), receivable, fen
            FROM batch WHERE kind IN ('receive', 'reverse');
        UPDATE receivables SET paid = paid + fen
            FROM (SELECT receivable, sum(fen)::bigint AS fen FROM batch WHERE kind IN ('receive', 'reverse')
                  GROUP BY receivable) AS paid_now
            WHERE id = receivable;
        INSERT INTO legs
            SELECT key, account, sign * lines.fen FROM batch JOIN lines USING (number)
                CROSS JOIN (VALUES ('receivable', -1), ('claimed', 1)) AS side (account, sign)
            UNION ALL
            SELECT key, account, sign * fen FROM batch
                CROSS JOIN (VALUES ('bank', -1), ('receivable', 1), ('claimed', -1), ('pre_sale', 1))
                    AS side (account, sign)
                WHERE kind IN ('receive', 'reverse');
    END LOOP;
END $$;

CREATE TEMP TABLE result (seconds numeric, open bigint, bank bigint);
SET bench.rounds = :rounds;
DO $$
DECLARE
    start timestamptz;
BEGIN
    FOR r IN 1 .. 2 * current_setting('bench.rounds')::int LOOP
        TRUNCATE deals, postings, receivables, receipts, allocations, legs;
        start := clock_timestamp();
        IF r % 2 = 0 THEN CALL one_by_one(); ELSE CALL in_batches(); END IF;
        INSERT INTO result SELECT extract(epoch FROM clock_timestamp() - start),
            (SELECT sum(amount - paid) FROM receivables), (SELECT -sum(amount) FROM legs WHERE account = 'bank');
    END LOOP;
    IF (SELECT count(DISTINCT (open, bank)) FROM result) <> 1 THEN RAISE 'the two ways differ'; END IF;
END $$;
SELECT format('{"peer":"postgres","version":"PostgreSQL %s","units":%s,"seconds":%s,"sums":["%s open","%s"]}',
    split_part(current_setting('server_version'), ' ', 1), (SELECT count(*) FROM work), seconds, open, bank)
FROM result ORDER BY seconds LIMIT 1;
SQL
} >"$sql"
query "$sql" -v rounds="$rounds"
