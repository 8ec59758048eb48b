"""A price table, JSON text in to JSON text out, with decimal.Decimal.

    python3 price_table.py REQUEST.json [ROUNDS]
"""
import decimal
import json
import platform
import sys
import time
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

YUAN = Decimal(1)
FEN = Decimal("0.01")


def price_unit(base, factors, unit):
    raw, coefficient, steps = base, Decimal(1), []
    for dimension, values in factors:
        value = values[str(unit[dimension])]
        after = raw * value
        steps.append({"rule": dimension, "value": value, "before": raw, "after": after})
        raw = after
        coefficient *= value
    price = raw.quantize(YUAN, ROUND_HALF_UP)
    building_area, inside_area = Decimal(unit["building_area"]), Decimal(unit["inside_area"])
    total = (price * building_area).quantize(YUAN, ROUND_HALF_UP)
    return {
        "unit_no": unit["unit_no"],
        "building": unit["building"],
        "layout": unit.get("layout"),
        "building_area": building_area,
        "inside_area": inside_area,
        "steps": steps,
        "coefficient": coefficient,
        "raw_price": raw,
        "unit_price": price,
        "total": total,
        "building_unit_price": (total / building_area).quantize(FEN, ROUND_HALF_UP),
        "inside_unit_price": (total / inside_area).quantize(FEN, ROUND_HALF_UP),
    }


def summarise(rows):
    area = sum(r["building_area"] for r in rows)
    total = sum(r["total"] for r in rows)
    highest = max(rows, key=lambda r: r["unit_price"])
    lowest = min(rows, key=lambda r: r["unit_price"])
    return {
        "units": len(rows),
        "area": area,
        "total": total,
        "average": (total / area).quantize(FEN, ROUND_HALF_UP),
        "max": {"unit_no": highest["unit_no"], "unit_price": highest["unit_price"]},
        "min": {"unit_no": lowest["unit_no"], "unit_price": lowest["unit_price"]},
        "spread": highest["unit_price"] - lowest["unit_price"],
    }


def summarise_by(rows, key):
    groups = {}
    for row in rows:
        if row[key] is not None:
            groups.setdefault(row[key], []).append(row)
    return {name: summarise(group) for name, group in groups.items()}


def price_table(text):
    request = json.loads(text)
    scheme = request["scheme"]
    base = Decimal(scheme["base"])
    factors = [
        (f["dimension"], {code: Decimal(c) for code, c in f["values"].items()})
        for f in scheme["factors"]
    ]
    rows = [price_unit(base, factors, unit) for unit in request["units"]]
    summary = {
        "by_building": summarise_by(rows, "building"),
        "by_layout": summarise_by(rows, "layout"),
        "overall": summarise(rows),
    }
    # Decimals go out as strings: a JSON number would be read back as a float.
    return json.dumps({"units": rows, "summary": summary}, default=str, ensure_ascii=False)


def main():
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    # Room for exact products; the default of 28 digits could round them early.
    decimal.getcontext().prec = 50

    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        answer = price_table(text)
        best = min(best, time.perf_counter() - start)
    overall = json.loads(answer)["summary"]["overall"]
    print(json.dumps({
        "peer": "python-decimal-json",
        "version": f"{platform.python_implementation()} {platform.python_version()}"
                   f" libmpdec {decimal.__libmpdec_version__}",
        "units": overall["units"],
        "seconds": round(best, 6),
        "total_sum": overall["total"],
    }, separators=(",", ":")))


main()
