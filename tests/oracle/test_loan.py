"""The tables of handbook 4.4, in every convention, and changes on the way."""
import unittest

from loan import loans
from numerals import PricingError


def loan(principal, annual, months, **more):
    terms = {"principal": principal, "months": months, "rate": {"kind": "annual", "annual": annual}}
    return loans({"loans": [terms | more]})["loans"][0]


class Handbook(unittest.TestCase):
    def test_equal_instalments(self):
        for principal, annual, payment, theoretical, by_payment, by_schedule, last in [
            ("1000000", "0.049", "5307.27", "910616.19", "910617.20", "910615.12", "5305.19"),
            ("1010000", "0.035", "4535.35", "622726.48", "622726.00", "622726.82", "4536.17"),
            ("410000", "0.035", "1841.08", "252789.96", "252788.80", "252790.90", "1843.18"),
            ("600000", "0.026", "2402.04", "264733.78", "264734.40", "264733.47", "2401.11"),
        ]:
            for convention, interest, final in [
                ("theoretical", theoretical, payment),
                ("cent_payment", by_payment, payment),
                ("cent_schedule", by_schedule, last),
            ]:
                found = loan(principal, annual, 360, convention=convention)
                self.assertEqual((found["first_payment"], found["total_interest"], found["last_payment"]),
                                 (payment, interest, final))
                self.assertEqual(found["table"][-1]["balance"], "0.00")

    def test_equal_principal(self):
        found = loan("1010000", "0.035", 360, repayment="equal_principal")
        rows = found["table"]
        self.assertEqual(rows[0]["principal"], "2805.56")
        self.assertEqual([rows[k]["payment"] for k in (0, 1, -1)], ["5751.39", "5743.21", "2812.14"])
        self.assertEqual(found["total_interest"], "531722.08")
        found = loan("1000000", "0.049", 360, repayment="equal_principal")
        self.assertEqual((found["first_payment"], found["last_payment"], found["total_interest"]),
                         ("6861.11", "2788.32", "737041.08"))
        found = loan("1000000", "0.049", 360, repayment="equal_principal", convention="theoretical")
        self.assertEqual(found["total_interest"], "737041.67")
        self.assertEqual(found["monthly_decrease"], "11.342593")

    def test_combination(self):
        terms = [{"principal": p, "months": n, "rate": {"kind": "annual", "annual": a}}
                 for p, n, a in [("410000", 360, "0.035"), ("600000", 240, "0.026")]]
        both = loans({"loans": terms})["combined"]
        self.assertEqual((both["principal"], both["months"]), ("1010000.00", 360))
        self.assertEqual(both["table"][359]["payment"], "1843.18")
        self.assertEqual(both["table"][-1]["balance"], "0.00")


class Readings(unittest.TestCase):
    def test_bullet(self):
        found = loan("100000", "0.035", 12, repayment="bullet")
        self.assertEqual((found["last_payment"], found["total_interest"]), ("103500.00", "3500.00"))
        with self.assertRaises(PricingError):
            loan("100000", "0.035", 13, repayment="bullet")

    def test_no_interest(self):
        found = loan("100", "0", 3)
        self.assertEqual([r["payment"] for r in found["table"]], ["33.33", "33.33", "33.34"])
        found = loan("100", "0", 3, convention="cent_payment")
        self.assertEqual((found["total_interest"], found["table"][-1]["interest"]), ("-0.01", "-0.01"))

    def test_a_half_of_a_fen_goes_up(self):
        # 0.6 % a year is 0.05 % a month: 10.00 bear 0.005.
        self.assertEqual(loan("10", "0.006", 12, convention="theoretical")["table"][0]["interest"], "0.01")

    def test_a_new_rate_starts_anew(self):
        change = {"kind": "rate", "month": 13, "annual": "0.03"}
        found = loan("1000000", "0.035", 360, changes=[change])
        balance = found["table"][11]["balance"]
        rest = loan(balance, "0.03", 348)
        self.assertEqual(found["table"][12]["payment"], rest["first_payment"])
        self.assertEqual(found["last_payment"], rest["last_payment"])

    def test_dates_of_changes(self):
        for kind, day, month in [("rate", "2027-02-28", 3), ("rate", "2027-03-01", 4),
                                 ("pay_off", "2027-02-28", 2), ("pay_off", "2027-03-01", 3)]:
            change = {"kind": kind, "date": day} | ({"annual": "0"} if kind == "rate" else {})
            found = loan("1000000", "0.035", 360, first_payment="2027-01-31", changes=[change])
            self.assertEqual(found["table"][1]["due"], "2027-02-28")
            if kind == "rate":
                self.assertEqual([r["interest"] == "0.00" for r in found["table"][month - 2: month]], [False, True])
            else:
                self.assertEqual((found["months"], found["table"][-1]["balance"]), (month, "0.00"))

    def test_early_repayment(self):
        for convention in ("theoretical", "cent_payment", "cent_schedule"):
            for repayment in ("equal_instalment", "equal_principal"):
                more = {"convention": convention, "repayment": repayment}
                plain = loan("1000000", "0.035", 360, **more)
                for effect in ("shorter_term", "lower_payment"):
                    change = {"kind": "prepay", "month": 24, "amount": "200000", "effect": effect}
                    found = loan("1000000", "0.035", 360, changes=[change], **more)
                    shorter = effect == "shorter_term"
                    self.assertEqual(found["months"] < 360, shorter)
                    self.assertEqual(found["table"][24]["principal"] == plain["table"][24]["principal"],
                                     shorter and repayment == "equal_principal")
                    if repayment == "equal_instalment":
                        self.assertEqual(found["table"][24]["payment"] == plain["first_payment"], shorter)
                    self.assertLess(float(found["total_interest"]), float(plain["total_interest"]))
                    self.assertEqual(found["table"][-1]["balance"], "0.00")
                change = {"kind": "pay_off", "month": 24}
                found = loan("1000000", "0.035", 360, changes=[change], **more)
                self.assertEqual((found["months"], found["table"][-1]["balance"]), (24, "0.00"))

    def test_refusals(self):
        for arguments, more in [
            (("0", "0.03", 12), {}), (("1", "-0.01", 12), {}), (("1", "0.01", 1201), {}),
            (("1000", "0.01", 12), {"changes": [{"kind": "pay_off", "month": 13}]}),
            (("1000", "0.01", 12), {"changes": [{"kind": "pay_off"}]}),
            (("1000", "0.01", 12), {"changes": [{"kind": "pay_off", "date": "2026-01-01"}]}),
            (("1000", "0.01", 12),
             {"changes": [{"kind": "prepay", "month": 6, "amount": "999", "effect": "shorter_term"}]}),
        ]:
            with self.assertRaises(PricingError):
                loan(*arguments, **more)


if __name__ == "__main__":
    unittest.main()
