"""The examples of handbook 8.1, 8.3, 8.4 and 8.9."""
import unittest

from commission import commission
from kpi import bridge, measure, split


class Handbook(unittest.TestCase):
    def test_split(self):
        months = split({"total": "12345", "parts": [{"id": str(m)} for m in range(12)]})
        values = [line["value"] for line in months["lines"]]
        self.assertEqual((values.count("1029"), values.count("1028")), (9, 3))
        thirds = split({"total": "10000", "parts": [{"id": id} for id in "abc"]})
        self.assertEqual([line["value"] for line in thirds["lines"]], ["3334", "3333", "3333"])

    def test_month(self):
        facts = [
            {"key": "s", "kind": "subscription", "date": "2026-03-20", "count": 40, "amount": "62000000"},
            {"key": "g", "kind": "signing", "date": "2026-03-25", "count": 34, "amount": "52700000", "area": "4216", "of": "s"},
            {"key": "q", "kind": "cancellation", "date": "2026-03-28", "count": 3, "of": "s"},
            {"key": "v", "kind": "visit", "date": "2026-03-02", "count": 200, "detail": "first"},
            {"key": "m", "kind": "collection", "date": "2026-03-26", "amount": "45000000"},
        ]
        metrics = ["average_price", "visit_to_subscription_rate", "subscription_to_signing_flow", "cancellation_rate", "collection_rate"]
        out = measure({"facts": facts, "metrics": metrics, "periods": {"kind": "month", "from": "2026-03-01", "to": "2026-03-31"}})
        self.assertEqual([cell["value"] for cell in out["groups"][0]["cells"]], ["12500", "0.2", "0.85", "0.075", "0.8539"])

    def test_one_day(self):
        facts = [{"key": "s", "kind": "subscription", "date": "2026-03-05", "amount": "7"},
                 {"key": "g", "kind": "signing", "date": "2026-03-05", "amount": "7", "of": "s", "finance_date": "2026-03-05"}]
        figure = {"from": "2026-03-01", "to": "2026-03-31"}
        out = bridge({"metric": "sold_amount", "facts": facts, "first": figure, "second": figure | {"caliber": "finance"}})
        self.assertEqual((out["difference"], out["reasons"]), ("0", None))

    def test_tiers(self):
        tiers = [{"above": "0", "rate": "0.002"}, {"above": "10000000", "rate": "0.003"}, {"above": "30000000", "rate": "0.004"}]
        deal = {"shares": [{"person": "李", "share": "1"}]}
        deals = [deal | {"deal": "D1", "amount": "8000000", "signed_on": "2026-03-05"},
                 deal | {"deal": "D2", "amount": "7000000", "signed_on": "2026-03-20"}]
        for mode, total in ("marginal", "35000.00"), ("cliff", "45000.00"):
            scheme = {"measure": "deal_amount", "period": "month", "pay": {"kind": "tiers", "mode": mode, "tiers": tiers},
                      "earned": [{"on": "signing", "share": "1"}]}
            self.assertEqual(commission({"scheme": scheme, "deals": deals})["total"], total)

    def test_caps_with_money_given_back(self):
        scheme = {"measure": "collected_amount", "period": "month", "pay": {"kind": "rate", "rate": "0.01"}}
        for cap, receipts, amounts in (
            ("period_cap", [("2026-03-05", "1200000"), ("2026-03-20", "-400000")], ["10000.00", "-2000.00"]),
            ("deal_cap", [("2026-01-10", "800000"), ("2026-02-10", "800000"), ("2026-03-10", "-100000")], ["8000.00", "2000.00", "0.00"]),
        ):
            deal = {"deal": "D1", "amount": "2000000", "shares": [{"person": "李", "share": "1"}],
                    "receipts": [{"date": date, "amount": amount} for date, amount in receipts]}
            lines = commission({"scheme": scheme | {cap: "10000"}, "deals": [deal]})["lines"]
            self.assertEqual([line["amount"] for line in lines], amounts)


if __name__ == "__main__":
    unittest.main()
