"""Times the Python package.  python3 bench.py QUOTE TABLE [UNITS]

QUOTE is a `quote.make` request, TABLE a `pricing.table` request, both JSON files. Prints one line
of JSON: a quote in microseconds and a table in milliseconds, typed request in and typed response
out; a unit of the columnar path in nanoseconds, over UNITS homes (1,000,000).
"""
import json
import sys
import time
from array import array
from decimal import Decimal
from pathlib import Path

import kaipan


def best(seconds: float, work):
    """The quickest of the runs that fit into the time, in seconds, and the last result."""
    quickest, end = float("inf"), time.perf_counter() + seconds
    while True:
        start = time.perf_counter()
        result = work()
        now = time.perf_counter()
        quickest = min(quickest, now - start)
        if now > end:
            return quickest, result


class Draw:
    """A small generator (xorshift): the homes are the same in every host."""

    def __init__(self):
        self.state = 0x2545F4914F6CDD1D

    def below(self, limit: int) -> int:
        state = self.state
        state ^= (state << 13) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 7
        state ^= (state << 17) & 0xFFFFFFFFFFFFFFFF
        self.state = state
        return state % limit


def factor(dimension: str, count: int, first: int, step: int) -> kaipan.Factor:
    rows = [
        kaipan.FactorRow(key=str(at), value=Decimal(first + at * step).scaleb(-4))
        for at in range(count)
    ]
    return kaipan.Factor(
        dimension=dimension,
        method=kaipan.Method.COEFFICIENT,
        values=kaipan.FactorValues.TABLE(rows=rows),
    )


def columns():
    """The scheme of benches/peers, compiled for a home of every combination."""
    yuan = kaipan.Rounding(mode=kaipan.Mode.HALF_UP, place=kaipan.Place.YUAN)
    scheme = kaipan.PricingScheme(
        code="hosts",
        base_price=Decimal("12345.67"),
        factors=[
            factor("floor", 33, 9_615, 37),
            factor("line", 8, 9_800, 75),
            factor("view", 5, 10_000, 125),
        ],
        area_basis=kaipan.AreaBasis.BUILDING,
        price_basis=kaipan.PriceBasis.UNIT_FIRST,
        combine=kaipan.CoefCombine.MULTIPLICATIVE,
        unit_rounding=yuan,
        total_rounding=yuan,
    )
    units = [
        kaipan.ProjectUnit(
            unit_no=f"{floor}-{line}-{view}",
            building="1",
            floor=floor,
            line=str(line),
            view=str(view),
            building_area=Decimal(100),
            state=kaipan.UnitState.ON_SALE,
        )
        for floor in range(33)
        for line in range(8)
        for view in range(5)
    ]
    return kaipan.PriceColumns(scheme, units)


def homes(pricer, count: int):
    """Columns of `count` homes."""
    tables = [{key.key: key.code for key in axis.keys} for axis in pricer.axes[:3]]
    codes = [array("H", bytes(2 * count)) for _ in range(4)]
    areas, draw = array("q", bytes(8 * count)), Draw()
    for at in range(count):
        for column, table, limit in zip(codes, tables, (33, 8, 5)):
            column[at] = table[str(draw.below(limit))]
        areas[at] = (6_000 + draw.below(12_000)) * 100
    return codes, areas


def main():
    quote = kaipan.quote_request_from_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
    table = kaipan.table_request_from_json(Path(sys.argv[2]).read_text(encoding="utf-8"))
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    quote_time, quoted = best(2, lambda: kaipan.quote_make(quote))
    table_time, priced = best(3, lambda: kaipan.pricing_table(table))
    pricer = columns()
    codes, areas = homes(pricer, count)
    columnar_time, out = best(2, lambda: pricer.price_columns(codes, areas))
    checksum = [quoted.total_cost, sum(row.total for row in priced.rows), out.total]
    print(json.dumps({
        "host": "Python",
        "quote_us": round(quote_time * 1e6, 1),
        "table_ms": round(table_time * 1e3, 2),
        "columnar_ns_per_unit": round(columnar_time * 1e9 / count, 2),
        "checksum": "/".join(f"{total:.2f}" for total in checksum),
    }, separators=(",", ":")))


main()
