"""Compares a kaipan program with the oracle on random requests.

    python3 compare.py --kaipan target/release/kaipan --operation loan --count 10000 --seed 1

Requests go in portions through `PROGRAM call OPERATION --lines`. The exit status is 1 if anything
differs; the first requests that differ are left as files.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from operations import answer, named, request

SHOWN = 10
PORTION = 100


def refused(own, theirs, path):
    """What is wrong with a refusal; a code of None stands for any."""
    if "error" not in theirs:
        yield f"{path or '/'}: to be refused with {own['error']['code'] or 'any code'}"
        return
    error = theirs["error"]
    codes = [error.get("code"), *(other.get("code") for other in error.get("others", []))]
    if own["error"]["code"] not in (None, *codes):
        yield f"{path}/error/code: {own['error']['code']!r} expected, not {codes}"


def differences(own, theirs, path=""):
    """Where the other answer lacks or changes something of our own; more fields are no matter."""
    if own == theirs:
        return
    if isinstance(own, dict):
        theirs = theirs if isinstance(theirs, dict) else {}
        if "error" in own:
            yield from refused(own, theirs, path)
            return
        if "error" in theirs:
            yield f"{path or '/'}: refused with {theirs['error'].get('code')} at {theirs['error'].get('path')}"
            return
        for key, value in own.items():
            yield from differences(value, theirs.get(key), f"{path}/{key}")
    elif isinstance(own, list):
        theirs = theirs or []
        if len(own) != len(theirs):
            yield f"{path}: {len(own)} items expected, not {len(theirs)}"
        if path.endswith("/bases"):
            own, theirs = (sorted(x, key=lambda b: b.get("building") or "") for x in (own, theirs))
        for i, pair in enumerate(zip(own, theirs)):
            yield from differences(*pair, f"{path}/{i}")
    elif not (own == 0 and theirs is None):
        yield f"{path}: {own!r} expected, not {theirs!r}"


def portion(kaipan, operation, lines):
    """Of each request: itself, whether it is to be refused, and the differences."""
    run = subprocess.run(
        [kaipan, "call", operation, "--lines"],
        input="".join(line + "\n" for line in lines), stdout=subprocess.PIPE, encoding="utf-8", check=False,
    )
    answers = run.stdout.splitlines()
    found = []
    for n, line in enumerate(lines):
        own, text = answer(operation, json.loads(line)), answers[n] if n < len(answers) else ""
        try:
            wrong = list(differences(own, json.loads(text)))
        except json.JSONDecodeError:
            wrong = [f"no JSON answer but {text[:80]!r}"]
        found.append((line, "error" in own, wrong))
    if len(answers) > len(lines):
        found[-1][2].append(f"an answer too many: {answers[-1][:80]!r}")
    return found


def drawn(kaipan, operation, seed, count, first):
    numbers = range(first, min(first + PORTION, count))
    lines = [json.dumps(request(operation, seed, n), ensure_ascii=False) for n in numbers]
    return portion(kaipan, operation, lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kaipan", required=True, help="the program")
    parser.add_argument("--operation", type=named, default="pricing.table")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--requests", help="a file of requests, one a line, instead of random ones")
    given = parser.parse_args()
    if given.requests:
        lines = Path(given.requests).read_text(encoding="utf-8").splitlines()
        count = len(lines)
        work = partial(portion, given.kaipan, given.operation)
        portions = [lines[n:n + PORTION] for n in range(0, count, PORTION)]
    else:
        count = given.count
        work = partial(drawn, given.kaipan, given.operation, given.seed, count)
        portions = range(0, count, PORTION)
    folder, done, different, errors = None, 0, 0, 0
    with ProcessPoolExecutor() as pool:
        for results in pool.map(work, portions):
            for line, error, wrong in results:
                errors += error
                if wrong:
                    different += 1
                    if different <= SHOWN:
                        folder = folder or Path(tempfile.mkdtemp(prefix="kaipan-oracle-"))
                        file = folder / f"request-{done}.json"
                        file.write_text(line + "\n", encoding="utf-8")
                        print(f"case {done}: {len(wrong)} differences, request in {file}")
                        print("\n".join("  " + one for one in wrong[:6]))
                done += 1
                if done % 1000 == 0:
                    print(f"{done} of {count} compared, {different} differ", flush=True)
    print(f"{errors} of the requests were to be refused")
    print(f"{given.operation}: {count} cases, {different} differences")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
