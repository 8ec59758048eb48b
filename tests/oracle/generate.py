"""Random requests, one JSON object a line, the same for the same seed.

    python3 generate.py --operation loan --seed 7 --count 100
"""
import argparse
import json

from operations import named, request

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--operation", type=named, default="pricing.table")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=10)
    given = parser.parse_args()
    for number in range(given.count):
        print(json.dumps(request(given.operation, given.seed, number), ensure_ascii=False))
