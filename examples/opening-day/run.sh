#!/usr/bin/env bash
# Opening day on a PostgreSQL of its own, which is gone afterwards.
#   run.sh [--lang zh|en] [--buyers N] [--homes N] [--quota N] [--workers N]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Another program than the one that cargo builds now, if it is named.
run=("${OPENING_DAY:-}")
if [ -z "${run[0]}" ]; then
    cargo build --quiet --manifest-path "$here/Cargo.toml"
    run=(cargo run --quiet --manifest-path "$here/Cargo.toml" --)
fi

folder=$(mktemp -d)
cleanup() {
    "$here/postgres.sh" stop "$folder" || true
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM
"$here/postgres.sh" create "$folder"

"${run[@]}" --folder "$folder" "$@"
