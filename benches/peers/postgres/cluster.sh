# A PostgreSQL cluster of its own, gone when the script that sources this ends. One core, no durability,
# tables and indexes in memory: it is the question that should count.
#   query FILE [PSQL OPTIONS]    runs a file of SQL and prints plain rows

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
"${as_owner[@]}" tee -a "$home/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$home'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
shared_buffers = 2GB
work_mem = 256MB
maintenance_work_mem = 256MB
random_page_cost = 1.1
autovacuum = off
jit = off
max_parallel_workers_per_gather = 0
CONF
server -l "$home/log" start || { cat "$home/log" >&2; exit 1; }

query() {
    local file=$1
    shift
    "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$home" -U postgres -d postgres "$@" -f "$file"
}
