"""The example of handbook 28.4."""
import unittest

from fund_plan import check

LINES = [{"id": "1", "date": "2026-09-14", "purpose": "refund", "amount": "100000", "approval": "a"},
         {"id": "2", "date": "2026-09-20", "purpose": "refund", "amount": "50000", "approval": "a"}]


class Handbook(unittest.TestCase):
    def test_what_lapses_makes_room(self):
        plan = {"month": "2026-09-01", "amount": "150000", "approval": "m", "lines": LINES}
        paid = [{"key": "P", "date": "2026-09-14", "purpose": "refund", "amount": "60000", "plan_line": "1"}]
        out = check({"plan": plan, "payments": paid, "as_of": "2026-09-15"})
        self.assertEqual((out["planned"], out["lapsed"], out["room"]), ("110000.00", "40000.00", "40000.00"))


if __name__ == "__main__":
    unittest.main()
