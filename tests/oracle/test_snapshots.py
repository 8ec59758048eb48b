"""Snapshots of deals: anyone can compute their hash again (handbook 26)."""
import hashlib
import json
import unittest
from pathlib import Path

VECTORS = Path(__file__).parent.parent / "vectors"


def snapshots(value):
    """Every snapshot in an answer, with the hash beside it."""
    if isinstance(value, dict):
        if value.get("kind") == "snapshot_taken":
            yield value["snapshot"], value["hash"]
        value = list(value.values())
    for one in value if isinstance(value, list) else []:
        yield from snapshots(one)


class Snapshots(unittest.TestCase):
    def test_hashes(self):
        found = 0
        for case in sorted(VECTORS.glob("deal.*/*.json")):
            for snapshot, expected in snapshots(json.loads(case.read_text("utf-8"))):
                text = json.dumps(snapshot, ensure_ascii=False, separators=(",", ":"))
                self.assertEqual(hashlib.sha256(text.encode()).hexdigest(), expected, case.name)
                found += 1
        self.assertGreater(found, 1, "subscription and contract")


if __name__ == "__main__":
    unittest.main()
