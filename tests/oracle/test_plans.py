"""The examples of handbook 8.12, 8.15 and 8.16."""
import unittest

from plans import budget, rephase, stock_age


class Handbook(unittest.TestCase):
    def test_rephase(self):
        quarters = [("01-01", "03-31", "201"), ("04-01", "06-30", "333"), ("07-01", "09-30", "222"), ("10-01", "12-31", "444")]
        lines = [{"metric": "net_signings", "period": "quarter", "from": f"2026-{a}", "to": f"2026-{b}", "value": value} for a, b, value in quarters]
        phases = [{"metric": "net_signings", "period": "quarter", "from": "2026-04-01", "value": "233"}]
        out = rephase({"plan": {"state": "approved", "lines": lines}, "phases": phases, "spread_rest": True, "today": "2026-05-10"})
        self.assertEqual([line["after"] for line in out["lines"]], ["201", "233", "255", "511"])

    def test_budget(self):
        line = {"id": "B", "owner": {"kind": "media", "media": "电台"}, "from": "2026-05-01", "to": "2026-05-31", "amount": "80000"}
        fact = {"key": "S", "kind": "spend", "date": "2026-05-03", "amount": "85000.50", "media": "电台"}
        row = budget({"budgets": [line], "facts": [fact]})["lines"][0]
        self.assertEqual((row["remaining"], row["used_rate"]), ("-5000.50", "1.0625"))

    def test_age(self):
        fact = {"key": "R", "kind": "released", "date": "2026-01-10", "unit": "1-101", "list_amount": "1200000"}
        out = stock_age({"facts": [fact], "day": "2026-08-01", "slow": {"after_days": 180}})
        self.assertEqual(out["slow"], [{"unit": "1-101", "days": 203}])


if __name__ == "__main__":
    unittest.main()
