"""Ten measures by company and month in DuckDB, on one thread.

    measure_facts.py DIR [ROUNDS]

DIR holds facts.csv: kind, node, day of the year from 0, count, area, fen. A company has four nodes.
Kinds: 0 calls, 1 visits, 6 subscriptions, 7 signings, 8 cancellations, 10 collections, 14 spend.
"""
import json
import sys
import time

import duckdb

folder = sys.argv[1]
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3

MEASURES = """sum(count) filter (kind = 0) m0, sum(count) filter (kind = 1) m1, sum(count) filter (kind = 6) m2,
    sum(amount) filter (kind = 6) m3, sum(area) filter (kind = 6) m4, sum(count) filter (kind = 7) m5,
    sum(amount) filter (kind = 7) m6, sum(amount) filter (kind = 8) m7, sum(amount) filter (kind = 10) m8,
    sum(amount) filter (kind = 14) m9"""
# Two ways to ask: one pass over all measures, or sums of each kind that are then set side by side.
QUESTIONS = [
    f"""select company, month, {MEASURES} from facts join nodes using (node) join days using (day)
        group by company, month""",
    f"""select company, month, {MEASURES} from
            (select company, month, kind, sum(count) count, sum(area) area, sum(amount) amount
             from facts join nodes using (node) join days using (day)
             where kind in (0, 1, 6, 7, 8, 10, 14) group by company, month, kind)
        group by company, month""",
]


def checksum(rows):
    return sum(int(value or 0) * (company * 120 + month * 10 + at)
               for company, month, *measures in rows for at, value in enumerate(measures))


base = duckdb.connect(config={"threads": 1})
base.execute("""create table facts (kind smallint not null, node integer not null, day integer not null,
    count integer not null, area bigint not null, amount bigint not null)""")
base.execute(f"copy facts from '{folder}/facts.csv' (header false)")
base.execute("create table nodes as select range::integer node, (range // 4)::integer company from range(200)")
base.execute("""create table days as select range::integer as day,
    month(date '2026-01-01' + range::integer)::integer - 1 as month from range(365)""")

best, found = None, set()
for question in QUESTIONS * (rounds + 1):
    start = time.perf_counter()
    rows = base.execute(question).fetchall()
    seconds = time.perf_counter() - start
    best = seconds if best is None else min(best, seconds)
    found.add(checksum(rows))
assert len(found) == 1, f"the two ways differ: {found}"

count = base.execute("select count(*) from facts").fetchone()[0]
print(json.dumps({"peer": "duckdb", "version": f"DuckDB {duckdb.__version__}, one thread", "units": count,
                  "seconds": best, "sums": [str(found.pop())]}))
