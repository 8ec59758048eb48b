"""An independent answer, written from the rule book: slow, plain and exact.

    python3 oracle.py pricing.table < request.json
"""
import json
import sys

from operations import answer, named

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps(answer(named(sys.argv[1]), json.load(sys.stdin)), ensure_ascii=False, indent=1))
