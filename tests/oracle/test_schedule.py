"""Worked examples 4-A to 4-D of the handbook, due dates and receipts."""
import unittest

from numerals import PricingError
from schedule import schedule

SIGNED = {"kind": "signing_date"}


def line(name, kind, value=None, anchor=SIGNED, **more):
    field = {"ratio": "ratio", "fixed": "amount", "fee": "item"}.get(kind)
    return {"name": name, "amount": {"kind": kind} | ({field: value} if field else {}), "anchor": anchor} | more


def asked(method, lines, total="1455206", plan=None, **more):
    data = {"code": "P", "name": "P", "method": method, "lines": lines} | (plan or {})
    return schedule({"plan": data, "total": total} | more)


def amounts(answer):
    return [row["amount"] for row in answer["lines"]]


MORTGAGE = [line("首期款", "ratio", "0.3"), line("按揭款", "commercial_loan")]
SEVENTY = {"commercial": {"ratio": "0.7"}}
DEPOSIT = {"deposit": {"amount": "50000"}}


class Handbook(unittest.TestCase):
    def test_4a_mortgage(self):
        answer = asked("mortgage", MORTGAGE, plan=SEVENTY | DEPOSIT)
        self.assertEqual(amounts(answer), ["50000.00", "395206.00", "1010000.00"])
        self.assertEqual((answer["own_funds"], answer["loan_ratio"]), ("445206.00", "0.69406"))

    def test_4b_combination(self):
        lines = [*MORTGAGE, line("公积金", "fund_loan")]
        plan = {"commercial": {}, "fund": {"cap": "600000"}, "max_loan_ratio": "0.7"}
        answer = asked("combination", lines, plan=plan)
        self.assertEqual(amounts(answer), ["445206.00", "410000.00", "600000.00"])

    def test_4c_instalments(self):
        down = {"rounding": {"mode": "down", "place": "1000"}}
        lines = [line(n, "ratio", "0.3", **down) for n in "123"] + [line("4", "ratio", "0.1")]
        self.assertEqual(amounts(asked("instalment", lines)), ["436000.00"] * 3 + ["147206.00"])

    def test_4d_lump_sum(self):
        lines = [line("房款", "remainder", days=7)]
        dates = {"subscription": "2026-03-01", "signing": "2026-03-10"}
        answer = asked("lump_sum", lines, plan=DEPOSIT, dates=dates)
        self.assertEqual([(r["amount"], r["due"]) for r in answer["lines"]],
                         [("50000.00", "2026-03-01"), ("1405206.00", "2026-03-17")])


class Readings(unittest.TestCase):
    def test_cut_off_goes_to_the_nearest_line_before(self):
        loan = line("贷款", "commercial_loan")
        own = [line("a", "ratio", "0.1"), line("b", "ratio", "0.2"), line("c", "remainder")]
        plan = {"commercial": {"ratio": "0.65"}}
        for lines, expected in [
            ([own[0], own[1], loan, own[2]], ["10007.00", "25055.25", "60000.00", "5002.75"]),
            ([loan, own[0], own[2]], ["60000.00", "15049.25", "25015.75"]),
        ]:
            self.assertEqual(amounts(asked("mortgage", lines, total="100065", plan=plan)), expected)

    def test_lowest_valuation(self):
        plan = SEVENTY | {"loan_base": "lowest_valuation"}
        answer = asked("mortgage", MORTGAGE, plan=plan, appraisal="1400000", filed_total="1500000")
        self.assertEqual(amounts(answer), ["475206.00", "980000.00"])

    def test_amount_applied_for(self):
        self.assertEqual(amounts(asked("mortgage", MORTGAGE, plan=SEVENTY, commercial_loan="888888"))[1], "880000.00")

    def test_more_applied_for_than_can_be_lent(self):
        for plan, applied, expected in [
            (SEVENTY, "1018644.21", "1010000.00"), ({"commercial": {"ratio": "0.7", "cap": "900000"}}, "900001", "900000.00"),
            (SEVENTY | {"loan_above": "refuse"}, "1018644.20", "1010000.00"),
        ]:
            self.assertEqual(amounts(asked("mortgage", MORTGAGE, plan=plan, commercial_loan=applied))[1], expected)
            with self.assertRaises(PricingError):
                more = applied if "loan_above" not in plan else "1018644.21"
                asked("mortgage", MORTGAGE, plan=plan | {"loan_above": "refuse"}, commercial_loan=more)

    def test_deposit_is_carried_on_and_then_back(self):
        lines = [line("a", "fixed", "100"), line("b", "fixed", "200", deduct_deposit=True), line("c", "fixed", "300")]
        for deposit, expected in [
            ("150", ["100.00", "50.00", "300.00"]), ("350", ["100.00", "0.00", "150.00"]),
            ("550", ["50.00", "0.00", "0.00"]),
        ]:
            answer = asked("instalment", lines, total="600", plan={"deposit": {"amount": "1"}}, deposit=deposit)
            self.assertEqual(amounts(answer)[1:], expected)
        with self.assertRaises(PricingError):
            asked("instalment", lines, total="600", plan={"deposit": {"amount": "601"}})

    def test_deposit_and_fees_outside_the_price(self):
        lines = [line("房款", "remainder"), line("契税", "fee", "tax")]
        answer = asked("lump_sum", lines, plan={"deposit": {"amount": "50000", "in_price": False}},
                       fees=[{"item": "tax", "amount": "123.45"}])
        self.assertEqual(amounts(answer), ["50000.00", "1455206.00", "123.45"])
        self.assertEqual([r["in_price"] for r in answer["lines"]], [False, True, False])

    def due(self, anchor, months=0, days=0, dates=None, **more):
        lines = [line("房款", "remainder", anchor=anchor, months=months, days=days)]
        return asked("lump_sum", lines, dates=dates or {}, **more)["lines"][0]["due"]

    def test_due_dates(self):
        fixed = {"kind": "fixed_date", "date": "2027-01-31"}
        self.assertEqual(self.due(fixed, months=1), "2027-02-28")
        self.assertEqual(self.due(fixed, months=1, days=1), "2027-03-01")
        self.assertEqual(self.due(fixed, months=-11), "2026-02-28")
        self.assertIsNone(self.due(SIGNED, dates={"subscription": "2027-01-01"}))
        self.assertEqual(self.due(SIGNED, dates={"agreed_signing": "2027-01-05"}), "2027-01-05")
        both = {"agreed_signing": "2027-01-05", "signing": "2027-01-08"}
        self.assertEqual(self.due(SIGNED, dates=both), "2027-01-08")
        self.assertEqual(self.due({"kind": "agreed_signing_date"}, dates=both), "2027-01-05")

    def test_loans_are_paid_out_after_signing(self):
        for kind, dates, expected in [
            ("sale_filed", {"sale_filed": "2027-01-01"}, None),
            ("sale_filed", {"sale_filed": "2027-01-01", "agreed_signing": "2027-02-01"}, "2027-02-01"),
            ("completion_filed", {"completion_filed": "2028-06-30", "signing": "2027-02-01"}, "2028-06-30"),
            ("completion_filed", {"signing": "2027-02-01"}, None),
            ("mortgage_date", {"mortgage": "2027-01-01"}, "2027-01-01"),
            ("mortgage_date", {"mortgage": "2027-01-01", "signing": "2027-02-01"}, "2027-02-01"),
            ("handover_date", {"handover": "2027-01-01", "signing": "2027-02-01"}, "2027-01-01"),
        ]:
            lines = [MORTGAGE[0], line("按揭款", "commercial_loan", anchor={"kind": kind})]
            answer = asked("mortgage", lines, plan=SEVENTY, dates=dates)
            self.assertEqual(answer["lines"][1]["due"], expected, (kind, dates))

    def test_construction_nodes(self):
        top = {"kind": "construction_node", "node": "封顶"}
        for node, expected in [
            ({}, None), ({"planned": "2027-01-01"}, "2027-01-08"),
            ({"planned": "2027-01-01", "real": "2027-02-01"}, "2027-02-08"),
            ({"real": "2027-02-01", "notice": "2027-02-03"}, "2027-02-13"),
            ({"real": "2027-02-01", "notice": "2027-01-20"}, "2027-02-08"),
        ]:
            dates = {"nodes": [{"node": "封顶"} | node]}
            self.assertEqual(self.due(top, days=7, dates=dates, plan={"node_grace_days": 10}), expected)

    def test_working_days(self):
        rules = {"holidays": ["2027-02-08"], "workdays": ["2027-02-06"]}
        for day, expected in [("2027-02-05", "2027-02-05"), ("2027-02-06", "2027-02-06"),
                              ("2027-02-07", "2027-02-09"), ("2027-02-13", "2027-02-15")]:
            self.assertEqual(self.due({"kind": "fixed_date", "date": day}, working_days=rules), expected)

    def test_receipts(self):
        lines = [line("a", "fixed", "100"), line("b", "fixed", "200"), line("c", "remainder")]
        existing = [
            {"item": "down_payment", "name": "a", "amount": "130", "received": "130"},
            {"item": "instalment", "name": "old", "amount": "120", "received": "120"},
        ]
        answer = asked("instalment", lines, total="301", existing=existing)
        self.assertEqual([r["received"] for r in answer["lines"]], ["100.00", "150.00", "0.00"])
        self.assertIsNone(answer["surplus"])
        existing[1]["received"] = "200"
        answer = asked("instalment", lines, total="301", existing=existing)
        self.assertEqual([r["outstanding"] for r in answer["lines"]], ["0.00", "0.00", "0.00"])
        self.assertEqual(answer["surplus"], "29.00")

    def test_refusals(self):
        for method, lines, plan in [
            ("mortgage", MORTGAGE, {}), ("lump_sum", MORTGAGE, SEVENTY), ("mortgage", MORTGAGE[:1], SEVENTY),
            ("instalment", [line("a", "fixed", "2000000"), line("b", "remainder")], {}),
            ("instalment", [line("a", "remainder"), line("b", "remainder")], {}),
            ("instalment", [line("a", "ratio", "1.1")], {}),
        ]:
            with self.assertRaises(PricingError):
                asked(method, lines, plan=plan)


if __name__ == "__main__":
    unittest.main()
