"""What the same work costs from Python: one line of JSON for the table of all hosts.

    python3 bench.py QUOTE TABLE COLUMNS [ROWS]

QUOTE and TABLE are files with a request of quote.make and of pricing.table, COLUMNS one with a
scheme and units, which are repeated up to ROWS rows if that is given. Times are those of the best
round; `checksum` tells that every host did the same: bytes of the two responses and the sum of all
totals in fen. The `typed` times are those of the same calls with records instead of JSON.
"""
import json
import sys
import time
from array import array
from pathlib import Path

import kaipan

# A round takes at least as long, so that the clock is fine enough.
ROUND_SECONDS = 0.05
ROUNDS = 7


def best(once) -> float:
    """Seconds for one time in the best round."""
    found = float("inf")
    for _ in range(ROUNDS):
        start, times, seconds = time.perf_counter(), 0, 0.0
        while seconds < ROUND_SECONDS:
            once()
            times += 1
            seconds = time.perf_counter() - start
        found = min(found, seconds / times)
    return found


def repeated(column: array, rows: int) -> array:
    return (column * (rows // len(column) + 1))[:rows] if len(column) else column


def main():
    quote, table, columns = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:4])
    given = json.loads(columns)
    request = {"project": {"name": "columns", "units": given["units"]}, "schemes": [given["scheme"]]}
    typed = kaipan.table_request_from_json(json.dumps(request, ensure_ascii=False))
    scheme = kaipan.CompiledScheme(typed.schemes[0], typed.project.units)
    own = scheme.columns
    rows = int(sys.argv[4]) if len(sys.argv) > 4 else len(own.areas)
    codes = [repeated(column, rows) for column in own.codes]
    units = kaipan.Columns(codes, *(repeated(column, rows) for column in own[1:]))

    # Written anew each time, as in Rust, C and JavaScript.
    out = {name: array("q", bytes(8 * rows)) for name in ("unit_prices", "totals")}

    def price():
        return scheme.price(units, **out)

    quote_request, table_request = kaipan.quote_request_from_json(quote), kaipan.table_request_from_json(table)
    lengths = [
        len(kaipan.call(operation, text).encode())
        for operation, text in [("quote.make", quote), ("pricing.table", table)]
    ]
    print(json.dumps({
        "host": "Python",
        "quote_us": round(best(lambda: kaipan.call("quote.make", quote)) * 1e6, 2),
        "table_ms": round(best(lambda: kaipan.call("pricing.table", table)) * 1e3, 3),
        "columnar_ns_per_unit": round(best(price) * 1e9 / max(rows, 1), 3),
        "checksum": f"{lengths[0]}-{lengths[1]}-{int(price().total * 100)}",
        "typed_quote_us": round(best(lambda: kaipan.quote_make(quote_request)) * 1e6, 2),
        "typed_table_ms": round(best(lambda: kaipan.pricing_table(table_request)) * 1e3, 3),
    }, separators=(",", ":")))


main()
