"""Compares a kaipan program with the oracle on random requests.

    python3 compare.py --kaipan target/release/kaipan --count 10000 --seed 1

Every request goes to one process, `PROGRAM call pricing.table --lines`. The exit status is 1 if
anything differs; the first requests that differ are left as files.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from threading import Thread

from generate import requests
from oracle import answer

SHOWN = 10


def expected(line):
    return answer(json.loads(line))


def differences(own, theirs, path=""):
    """Where the other answer lacks or changes something of our own; more fields are no matter."""
    if isinstance(own, dict):
        if "error" not in own and isinstance(theirs, dict) and "error" in theirs:
            yield f"{path or '/'}: refused with {theirs['error'].get('code')} at {theirs['error'].get('path')}"
            return
        theirs = theirs if isinstance(theirs, dict) else {}
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
    elif own != theirs and not (own == 0 and theirs is None):
        yield f"{path}: {own!r} expected, not {theirs!r}"


def feed(pipe, lines):
    try:
        with pipe:
            for line in lines:
                pipe.write(line + "\n")
    except BrokenPipeError:
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kaipan", required=True, help="the program")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--requests", help="a file of requests, one a line, instead of random ones")
    given = parser.parse_args()
    if given.requests:
        lines = Path(given.requests).read_text(encoding="utf-8").splitlines()
    else:
        lines = [json.dumps(r, ensure_ascii=False) for r in requests(given.seed, given.count)]
    program = subprocess.Popen(
        [given.kaipan, "call", "pricing.table", "--lines"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )
    Thread(target=feed, args=(program.stdin, lines), daemon=True).start()
    folder, different, errors = None, 0, 0
    with ProcessPoolExecutor() as pool:
        for i, own in enumerate(pool.map(expected, lines, chunksize=20)):
            text = program.stdout.readline()
            try:
                found = list(differences(own, json.loads(text)))
            except json.JSONDecodeError:
                found = [f"no JSON answer but {text[:80]!r}"]
            errors += "error" in own
            if found:
                different += 1
                if different <= SHOWN:
                    folder = folder or Path(tempfile.mkdtemp(prefix="kaipan-oracle-"))
                    file = folder / f"request-{i}.json"
                    file.write_text(lines[i] + "\n", encoding="utf-8")
                    print(f"case {i}: {len(found)} differences, request in {file}")
                    print("\n".join("  " + one for one in found[:6]))
            if (i + 1) % 1000 == 0:
                print(f"{i + 1} of {len(lines)} compared, {different} differ", flush=True)
    extra = program.stdout.readline()
    if extra:
        different += 1
        print(f"an answer too many: {extra[:80]!r}")
    program.wait()
    print(f"{errors} of the requests were to be refused")
    print(f"{len(lines)} cases, {different} differences")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
