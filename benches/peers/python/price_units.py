"""Prices homes unit-first with decimal.Decimal.  python3 price_units.py DIR [ROUNDS]"""
import csv
import decimal
import json
import platform
import sys
import time
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

YUAN = Decimal(1)


def price(base, floor, line, view, homes):
    unit_prices, totals = [], []
    unit_sum = total_sum = Decimal(0)
    for f, l, v, area in homes:
        unit = (base * floor[f] * line[l] * view[v]).quantize(YUAN, ROUND_HALF_UP)
        total = (unit * area).quantize(YUAN, ROUND_HALF_UP)
        unit_prices.append(unit)
        totals.append(total)
        unit_sum += unit
        total_sum += total
    return unit_prices, totals, unit_sum, total_sum


def main():
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    # Room for the exact product of four decimals; the default of 28 digits could round it early.
    decimal.getcontext().prec = 50

    scheme = json.loads((folder / "scheme.json").read_text())
    base = Decimal(scheme["base"])
    floor, line, view = ([Decimal(c) for c in scheme[k]] for k in ("floor", "line", "view"))
    with open(folder / "units.csv", newline="") as f:
        homes = [(int(a), int(b), int(c), Decimal(d)) for a, b, c, d in csv.reader(f)]
    if len(homes) != scheme["units"]:
        sys.exit(f"units.csv has {len(homes)} homes, scheme.json says {scheme['units']}")

    best = float("inf")
    for _ in range(rounds):
        result = None  # free the last round's lists outside the timed part
        start = time.perf_counter()
        result = price(base, floor, line, view, homes)
        best = min(best, time.perf_counter() - start)
    _, _, unit_sum, total_sum = result
    print(json.dumps({
        "peer": "python-decimal",
        "version": f"{platform.python_implementation()} {platform.python_version()}"
                   f" libmpdec {decimal.__libmpdec_version__}",
        "units": len(homes),
        "seconds": round(best, 6),
        "unit_sum": f"{unit_sum:f}",
        "total_sum": f"{total_sum:f}",
    }, separators=(",", ":")))


main()
