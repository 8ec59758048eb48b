#!/usr/bin/env bash
# Posts receivables, receipts and reversals in PostgreSQL, in a cluster of its own that is gone afterwards.
#   post_ledger.sh DIR
# DIR holds postings.csv: number, kind, key, deal, receivable, fen, reversed key.
set -euo pipefail
input=$(cd "$1" && pwd)

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
home=$(mktemp -d)
as_owner=()
if [ "$(id -u)" = 0 ]; then # initdb refuses to run as root
    chown postgres "$home"
    as_owner=(runuser -u postgres --)
fi
cd "$home"
server() { "${as_owner[@]}" "$bin/pg_ctl" -D "$home/data" -s -w "$@" >&2; }
cleanup() {
    [ ! -f "$home/data/postmaster.pid" ] || server -m immediate stop || true
    cd / && rm -rf "$home"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

"${as_owner[@]}" "$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C >/dev/null
# No durability, one transaction, everything in memory: it is the rows and their constraints that count.
"${as_owner[@]}" tee -a "$home/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$home'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
shared_buffers = 1GB
work_mem = 256MB
autovacuum = off
jit = off
CONF
server -l "$home/log" start || { cat "$home/log" >&2; exit 1; }

sql=$("${as_owner[@]}" mktemp "$home/sql.XXXXXX")
{
    cat <<'SQL'
CREATE UNLOGGED TABLE work (number int PRIMARY KEY, kind text, key text, deal text, receivable text, fen bigint,
    back text);
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
    IF (SELECT sum(amount) FROM fresh) <> 0 THEN RAISE 'the legs do not come to zero'; END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER balanced AFTER INSERT ON legs REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION balanced();
SQL
    echo "\\copy work FROM '$input/postings.csv' (FORMAT csv, FORCE_NOT_NULL (receivable, back))"
    cat <<'SQL'
VACUUM ANALYZE work;
CREATE TEMP TABLE result (seconds numeric);
DO $$
DECLARE
    start timestamptz := clock_timestamp();
    w record;
    line int;
    amount bigint;
BEGIN
    FOR w IN SELECT * FROM work ORDER BY number LOOP
        IF w.kind = 'open' THEN
            INSERT INTO deals VALUES (w.deal);
            INSERT INTO postings (key, deal, kind, date) VALUES (w.key, w.deal, w.kind, '2026-06-01');
        ELSIF w.kind = 'raise' THEN
            INSERT INTO postings (key, deal, kind, date) VALUES (w.key, w.deal, w.kind, '2026-06-01');
            FOR line IN 0 .. 3 LOOP
                amount := 100000 + (substr(w.deal, 2)::bigint * 7 + line * 31) % 997;
                INSERT INTO receivables (id, deal, posting, due, amount)
                    VALUES (w.deal || '/' || line, w.deal, w.key, '2026-06-01', amount);
                INSERT INTO legs VALUES (w.key, 'receivable', -amount), (w.key, 'claimed', amount);
            END LOOP;
        ELSE
            INSERT INTO postings (key, deal, kind, date, reverses)
                VALUES (w.key, w.deal, w.kind, '2026-06-01', nullif(w.back, ''));
            IF w.kind = 'receive' THEN
                INSERT INTO receipts VALUES (w.key, w.deal || '/' || w.key, w.deal || '-' || w.key, '买方', w.fen);
            END IF;
            INSERT INTO allocations VALUES (w.key, coalesce(nullif(w.back, ''), w.key), w.receivable, w.fen);
            UPDATE receivables SET paid = paid + w.fen WHERE id = w.receivable;
            INSERT INTO legs VALUES (w.key, 'bank', -w.fen), (w.key, 'receivable', w.fen), (w.key, 'claimed', -w.fen),
                (w.key, 'pre_sale', w.fen);
        END IF;
    END LOOP;
    INSERT INTO result VALUES (extract(epoch FROM clock_timestamp() - start));
END $$;
SELECT format('{"peer":"postgres","version":"PostgreSQL %s","units":%s,"seconds":%s,"sums":["%s open","%s"]}',
    split_part(current_setting('server_version'), ' ', 1), (SELECT count(*) FROM work), seconds,
    (SELECT sum(amount - paid) FROM receivables), (SELECT -sum(amount) FROM legs WHERE account = 'bank'))
FROM result;
SQL
} >"$sql"
"$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$home" -U postgres -d postgres -f "$sql"
