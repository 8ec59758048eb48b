#!/usr/bin/env bash
# A PostgreSQL server in a folder, on a port of the loopback address.
#   postgres.sh create FOLDER    a new server, started; its port is in FOLDER/port
#   postgres.sh crash FOLDER     kills it, as a crash of the program would
#   postgres.sh start FOLDER     starts it anew
#   postgres.sh stop FOLDER      ends it
set -euo pipefail
action=$1
folder=$(cd "$2" && pwd)
cd "$folder"

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
    initdb=$(command -v initdb) || {
        echo "找不到数据库程序，请安装 PostgreSQL（Debian：apt-get install postgresql）" >&2
        echo "the programs of PostgreSQL are missing (Debian: apt-get install postgresql)" >&2
        exit 1
    }
    bin=$(dirname "$initdb")
fi
as_owner=()
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
    chown postgres "$folder"
    as_owner=(runuser -u postgres --)
fi

start() {
    "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -s -w -t 20 -l "$folder/log" start 2>/dev/null
}

# Processes of a server that was killed may still hold its memory for a moment.
start_again() {
    local until=$((SECONDS + 30))
    until start; do
        if [ "$SECONDS" -ge "$until" ]; then
            tail -n 20 "$folder/log" >&2
            return 1
        fi
        sleep 0.1
    done
}

create() {
    # No power is cut here, so that initdb need not wait for the disk; the server itself does.
    "${as_owner[@]}" "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
    local tries port
    for tries in $(seq 20); do
        # Below the ports that systems give out by themselves.
        port=$((20000 + RANDOM % 10000))
        "${as_owner[@]}" tee "$folder/data/postgresql.auto.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 40
shared_buffers = 64MB
jit = off
CONF
        if start; then
            "${as_owner[@]}" tee "$folder/port" >/dev/null <<<"$port"
            return 0
        fi
    done
    tail -n 20 "$folder/log" >&2
    return 1
}

case $action in
    create) create ;;
    start) start_again ;;
    crash) kill -KILL "$(head -n 1 "$folder/data/postmaster.pid")" ;;
    stop)
        if [ -f "$folder/data/postmaster.pid" ]; then
            "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -s -w -t 20 -m immediate stop ||
                kill -KILL "$(head -n 1 "$folder/data/postmaster.pid")"
        fi
        ;;
    *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
