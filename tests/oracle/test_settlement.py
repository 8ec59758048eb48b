"""The examples of handbook 5.4 and 5.5."""
import unittest

from settlement import settle


def deal(kind, **document):
    price = {"deal_total": "1000000", "contract_total": "1000000"}
    return {"id": "D1", "state": {"documents": [{"kind": kind, "state": "active"} | document], "price": price}}


def settled(kind, action, received, draft=None, now="2026-09-20T10:00:00", change=None, **document):
    request = {"now": now, "deal": deal(kind, **document), "command": {"action": action, "draft": draft or {}},
               "received": [{"item": item, "amount": amount} for item, amount in received]}
    return settle(request | {"policy": {"change": change or {}}})


class Handbook(unittest.TestCase):
    def test_deposit_above_the_cap(self):
        out = settled("subscription", "forfeit_subscription", [("deposit", "300000")])
        self.assertEqual((out["forfeited"], out["refund"]), ("200000.00", "100000.00"))

    def test_double_return(self):
        draft = {"settlement": {"fault": "seller", "remedy": {"kind": "deposit"}}}
        out = settled("contract", "quit", [("deposit", "300000")], draft)
        self.assertEqual((out["refund"], out["compensation"]), ("300000.00", "200000.00"))

    def test_late_handover(self):
        draft = {"settlement": {"fault": "seller", "remedy": {"kind": "late_handover"}}}
        out = settled("contract", "quit", [("house_payment", "300000"), ("commercial_loan", "700000")], draft,
                      "2028-04-09T10:00:00", {"late_handover_rate": "0.0001"}, handover="2027-12-31")
        self.assertEqual((out["compensation"], out["to_bank"]), ("10000.00", "700000.00"))

    def test_dearer_home(self):
        draft = {"price": {"contract_total": "1200000"}, "schedule": [
            {"amount": "360000", "in_price": True, "due": "2026-09-20"}, {"amount": "840000", "in_price": True}]}
        out = settled("subscription", "change_unit", [("deposit", "50000"), ("house_payment", "250000")], draft)
        self.assertEqual((out["transferred"], out["shortfall"], out["due_now"]), ("300000.00", "900000.00", "60000.00"))

    def test_cheaper_home(self):
        draft = {"price": {"contract_total": "600000"}, "schedule": []}
        fees = {"fees": [{"action": "change_unit", "amount": "2000"}]}
        out = settled("contract", "change_unit", [("deposit", "50000"), ("house_payment", "900000")], draft, change=fees)
        self.assertEqual((out["refund"], out["kept"]), ("348000.00", "2000.00"))


if __name__ == "__main__":
    unittest.main()
