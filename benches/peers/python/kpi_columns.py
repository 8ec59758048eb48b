"""Ten measures by company and month from made-up facts, in DuckDB and PostgreSQL: the question of
`crates/kaipan/benches/kpi.rs`, the same facts, the same checksum.

    pip install duckdb numpy
    python3 kpi_columns.py 10000000                       # DuckDB, one thread
    python3 kpi_columns.py 10000000 --postgres            # and PostgreSQL, in a cluster of its own
"""
import argparse
import glob
import os
import shutil
import subprocess
import tempfile
import time

import duckdb
import numpy as np

KINDS = [0, 0, 0, 0, 1, 1, 1, 6, 6, 7, 7, 8, 10, 10, 10, 10, 14, 14, 12, 2]
# call visit subscription(count amount area) signing(count amount) cancellation collection spend
MEASURES = ["sum(case when kind = 0 then count else 0 end)", "sum(case when kind = 1 then count else 0 end)",
            "sum(case when kind = 6 then count else 0 end)", "sum(case when kind = 6 then amount else 0 end)",
            "sum(case when kind = 6 then area else 0 end)", "sum(case when kind = 7 then count else 0 end)",
            "sum(case when kind = 7 then amount else 0 end)", "sum(case when kind = 8 then amount else 0 end)",
            "sum(case when kind = 10 then amount else 0 end)", "sum(case when kind = 14 then amount else 0 end)"]
QUERY = "select company, month, " + ", ".join(MEASURES) + """
    from facts join nodes using (node) join days using (day) group by company, month order by company, month"""


def mixed(numbers):
    with np.errstate(over="ignore"):
        z = numbers * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def columns(count):
    z = mixed(np.arange(1, count + 1, dtype=np.uint64))

    def part(shift, of):
        return ((z >> np.uint64(shift)) % np.uint64(of)).astype(np.int64)
    return {"kind": np.array(KINDS, np.int16)[(z % np.uint64(20)).astype(int)], "node": part(8, 200).astype(np.int32),
            "day": part(16, 365).astype(np.int32), "count": np.ones(count, np.int32), "area": part(32, 2_000_000), "amount": part(20, 300_000_000)}


def checksum(rows):
    sums = {(company, month): measures for company, month, *measures in rows}
    return sum(int(value) * (company * 120 + month * 10 + at)
               for (company, month), measures in sums.items() for at, value in enumerate(measures))


def report(name, times, rows):
    print(f"{name}: best {min(times) * 1000:.0f} ms of {len(times)} rounds, {len(rows)} rows, checksum {checksum(rows)}", flush=True)


def months():
    lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return [month for month, length in enumerate(lengths) for _ in range(length)]


def in_duckdb(data, rounds):
    base = duckdb.connect(config={"threads": 1})
    base.execute("create table facts (kind smallint, node integer, day integer, count integer, area bigint, amount bigint)")
    base.register("given", data)
    base.execute("insert into facts select kind, node, day, count, area, amount from given")
    base.execute("create table nodes as select range::integer node, (range // 4)::integer company from range(200)")
    base.execute("create table days (day integer, month integer)")
    base.executemany("insert into days values (?, ?)", list(enumerate(months())))
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        rows = base.execute(QUERY).fetchall()
        times.append(time.perf_counter() - start)
    report("DuckDB " + duckdb.__version__, times, rows)


def in_postgres(data, rounds):
    folder = tempfile.mkdtemp()
    binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
    owner = []
    if os.getuid() == 0:  # initdb refuses to run as root
        shutil.chown(folder, "postgres")
        owner = ["runuser", "-u", "postgres", "--"]

    def server(*more):
        subprocess.run([*owner, f"{binaries}/pg_ctl", "-D", f"{folder}/data", "-s", "-w", *more], check=True, cwd=folder)

    def psql(query):
        command = ["psql", "-qAt", "-h", folder, "-U", "postgres", "-d", "postgres", "-c", query]
        return subprocess.run(command, check=True, text=True, capture_output=True).stdout

    subprocess.run([*owner, f"{binaries}/initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust"], check=True, stdout=subprocess.DEVNULL, cwd=folder)
    options = "max_parallel_workers_per_gather=0 shared_buffers=2GB work_mem=256MB fsync=off jit=off".split()
    server("-l", f"{folder}/log", "-o", f"-k {folder} -h '' " + " ".join(f"-c {option}" for option in options), "start")
    try:
        file = f"{folder}/facts.csv"
        base = duckdb.connect()
        base.register("given", data)
        base.execute(f"copy (select kind, node, day, count, area, amount from given) to '{file}' (header false)")
        psql("create table facts (kind smallint, node integer, day integer, count integer, area bigint, amount bigint)")
        psql("create table nodes as select n node, n / 4 company from generate_series(0, 199) n")
        psql("create table days (day integer, month integer)")
        psql(f"copy facts from '{file}' csv")
        psql("insert into days values " + ",".join(f"({day},{month})" for day, month in enumerate(months())))
        psql("vacuum analyze")
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            out = psql(QUERY)
            times.append(time.perf_counter() - start)
        rows = [[int(cell) for cell in line.split("|")] for line in out.splitlines()]
        report("PostgreSQL " + psql("show server_version").split()[0], times, rows)
    finally:
        server("-m", "immediate", "stop")
        shutil.rmtree(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    made = columns(given.count)
    in_duckdb(made, given.rounds)
    if given.postgres:
        in_postgres(made, given.rounds)
