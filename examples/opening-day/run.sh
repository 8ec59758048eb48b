#!/usr/bin/env bash
# Opening day on a PostgreSQL of its own, which is gone afterwards.
#   run.sh [--lang zh|en] [--buyers N] [--units N] [--quota N] [--workers N]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cargo build --quiet --manifest-path "$here/Cargo.toml"

folder=$(mktemp -d)
chmod 755 "$folder"
cleanup() {
    "$here/postgres.sh" stop "$folder" || true
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM
"$here/postgres.sh" create "$folder"

cargo run --quiet --manifest-path "$here/Cargo.toml" -- --folder "$folder" "$@"
