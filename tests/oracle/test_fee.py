"""The examples of handbook 7, with rules of the request's own."""
import unittest

from fee import fees
from numerals import PricingError

HOME = {"unit_no": "1-101", "property_use": "residential", "price": "2180000", "building_area": "150"}


def row(value, **when):
    return {"value": value} | ({"when": when} if when else {})


def rule(basis, rows, **more):
    basis = {"kind": basis} if isinstance(basis, str) else basis
    return {"code": "F", "name": "F", "category": "tax", "basis": basis, "rows": rows, "payer": "buyer"} | more


def asked(rules, units=(HOME,), **facts):
    return fees({"policy": {"rules": rules}, "facts": {"date": "2026-03-01", "units": list(units)} | facts})


def amounts(*arguments, **more):
    return [line["amount"] for line in asked(*arguments, **more)["lines"]]


DEED = rule("price_ex_vat", [
    row("0.03", uses=["non_residential", "parking"]), row("0.03", buyers=["company"]),
    row("0.03", home_from=3),
    row("0.01", area_to="140"), row("0.015", home_to=1), row("0.02"),
], per_buyer=True)


class Handbook(unittest.TestCase):
    def test_deed_tax(self):
        for area, home, expected in [("150", 1, "30000.00"), ("140", 1, "20000.00"), ("140.01", 2, "40000.00"),
                                     ("90", 2, "20000.00"), ("90", 3, "60000.00")]:
            buyer = {"share": "1", "home_count": home}
            self.assertEqual(amounts([DEED], [HOME | {"building_area": area}], buyers=[buyer]), [expected])
        buyers = [{"name": "a", "share": "0.5"}, {"name": "b", "share": "0.5", "home_count": 2}]
        self.assertEqual(amounts([DEED], buyers=buyers), ["15000.00", "20000.00"])

    def test_stamp_duty(self):
        shop = HOME | {"property_use": "non_residential", "price": "1000000"}
        stamp = [row("0", uses=["residential"]), row("0.0005")]
        both = [rule("contract_price", stamp), rule("contract_price", stamp, payer="seller")]
        answer = asked(both, [shop])
        self.assertEqual((answer["buyer_total"], answer["seller_total"]), ("500.00", "500.00"))
        self.assertEqual(amounts(both), ["0.00", "0.00"])

    def test_maintenance_fund(self):
        home = HOME | {"building_area": "130", "surveyed_area": "128.60", "elevator": True}
        rows = [row("100", elevator=True), row("55")]
        self.assertEqual(amounts([rule("surveyed_area", rows)], [home]), ["12860.00"])
        del home["surveyed_area"]
        home["elevator"] = False
        self.assertEqual(amounts([rule("surveyed_area", rows)], [home]), ["7150.00"])

    def test_registration(self):
        rows = [row("550", uses=["non_residential"]), row("80")]
        rules = [rule("per_unit", rows), rule({"kind": "per_certificate", "free": 1}, [row("10")], code="C")]
        answer = asked(rules, [HOME, HOME | {"property_use": "parking", "certificates": 3}])
        self.assertEqual(answer["buyer_total"], "180.00")
        self.assertEqual([one["code"] for one in answer["lines"]], ["F", "F", "C"])

    def test_vat(self):
        self.assertEqual(asked([])["vat"],
                         {"amount": "2180000.00", "rate": "0.09", "ex_vat": "2000000.00", "tax": "180000.00"})


class Readings(unittest.TestCase):
    def test_limits_come_before_rounding(self):
        for limits, expected in [({"min": "30000.5"}, "30001.00"), ({"max": "100.4"}, "100.00")]:
            fee = rule("contract_price", [row("0.01")], rounding={"place": "1"}, **limits)
            self.assertEqual(amounts([fee]), [expected])

    def test_formula(self):
        basis = {"kind": "formula", "constant": "5", "terms": [
            {"quantity": "building_area", "above": "140", "times": "3"},
            {"quantity": "building_area", "above": "160", "times": "7"}]}
        self.assertEqual(amounts([rule(basis, [row("2")])]), ["70.00"])
        # The constant is inside what is not below zero.
        for constant, expected in [("-20", ["10.00"]), ("-40", [])]:
            self.assertEqual(amounts([rule(basis | {"constant": constant}, [row("1")])]), expected)

    def test_loans_count_once(self):
        fee = rule("loan_amount", [row("0.00005")])
        self.assertEqual(amounts([fee], [HOME, HOME], loan_amount="1010000"), ["50.50"])

    def test_dates_and_rows_that_do_not_fit(self):
        fees = [rule("per_unit", [row("1")], effective_to="2026-02-28"),
                rule("per_unit", [row("2")], effective_from="2026-03-01"),
                rule("per_unit", [row("3", storeys_to=6)]), rule("per_unit", [row("4", cities=["南昌"])]),
                rule("per_unit", [row("5", except_cities=["南昌"])])]
        self.assertEqual(amounts(fees), ["2.00"])
        self.assertEqual(amounts(fees, [HOME | {"storeys": 7}], city="北京"), ["2.00", "5.00"])
        self.assertEqual(amounts(fees, [HOME | {"storeys": 6}], city="南昌市"), ["2.00", "3.00", "4.00"])

    def test_unknown_facts(self):
        rows = [row("1", elevator=True, uses=["parking"]), row("2", elevator=False), row("3")]
        self.assertEqual(amounts([rule("per_unit", rows)]), [])
        self.assertEqual(amounts([rule("per_unit", rows[::2])]), ["3.00"])
        self.assertEqual(amounts([rule("inside_area", [row("1")])]), [])

    def test_refusals(self):
        with self.assertRaises(PricingError):
            asked([DEED], buyers=[{"share": "0.5"}])


if __name__ == "__main__":
    unittest.main()
