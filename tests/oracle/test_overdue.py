"""The examples of handbook 6.6 and 6.7."""
import unittest

from overdue import aging, assess, forecast


def fee(policy, **more):
    claim = {"id": "C", "deal": "D", "item": "house_payment", "amount": "395206", "due": "2025-03-10",
             "payments": [{"on": "2025-03-25", "amount": "100000"}, {"on": "2025-04-30", "amount": "295206"}]}
    return assess({"policy": {"tiers": [{"rate": "0.0002"}]} | policy, "as_of": "2025-05-01", "claims": [claim]} | more)["claims"][0]


class Handbook(unittest.TestCase):
    def test_6_a(self):
        two = [{"up_to_days": 30, "rate": "0.0002"}, {"rate": "0.0005"}]
        for policy, expected in (
            ({}, "3311.10"), ({"grace_days": 15}, "2125.48"), ({"grace_days": 15, "grace_mode": "cliff"}, "3011.10"),
            ({"tiers": two}, "7827.75"), ({"tiers": two, "tier_mode": "marginal"}, "5170.90"),
            ({"tiers": [{"rate": "0"}], "fixed_fee": "50"}, "50.00"),
        ):
            self.assertEqual(fee(policy)["reference_fee"], expected, policy)

    def test_aging(self):
        claim = {"id": "C", "deal": "D", "item": "house_payment", "amount": "10000", "due": "2017-02-28",
                 "payments": [{"on": "2016-11-09", "amount": "1500"}, {"on": "2016-11-30", "amount": "1000"}, {"on": "2017-01-30", "amount": "2000"}]}
        total = aging({"as_of": "2017-04-04", "claims": [claim]})["total"]
        self.assertEqual(total["buckets"], ["0.00", "5500.00", "0.00", "0.00", "0.00", "0.00"])

    def test_forecast(self):
        claims = [{"id": "C1", "deal": "D1", "item": "house_payment", "amount": "395206", "due": "2026-05-10"},
                  {"id": "C2", "deal": "D2", "item": "house_payment", "amount": "80000", "due": "2026-04-01"},
                  {"id": "C3", "deal": "D1", "item": "commercial_loan", "amount": "1010000", "promised": "2026-06-15"}]
        rates = [{"kind": "non_loan", "probability": "0.95"}, {"kind": "non_loan", "from_days": 1, "probability": "0.5"},
                 {"kind": "loan", "probability": "0.9"}]
        answer = forecast({"as_of": "2026-04-30", "to": "2026-06-30", "claims": claims, "forecast_policy": {"rates": rates}})
        may, june = ({row["kind"]: row["expected"] for row in period["rows"]} for period in answer["periods"])
        self.assertEqual((may["non_loan"], june["loan"]), ("415445.70", "909000.00"))


if __name__ == "__main__":
    unittest.main()
