"""The cases of tests/vectors, as every host runs them."""
import json
import os
from pathlib import Path


def _root() -> Path:
    given = os.environ.get("KAIPAN_REPOSITORY")
    return Path(given) if given else Path(__file__).resolve().parents[4]


VECTORS = _root() / "tests" / "vectors"


def compact(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def cases():
    """Operation, request text, expected text and name of every case."""
    for path in sorted(VECTORS.glob("*/*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        request = case["request_text"] if "request_text" in case else compact(case["request"])
        expected = case["response"] if "response" in case else {"error": case["error"]}
        yield case["operation"], request, compact(expected), f"{path.parent.name}/{path.stem}"


def first(operation: str) -> str:
    """The request of the first case of an operation."""
    return next(request for name, request, _, _ in cases() if name == operation)
