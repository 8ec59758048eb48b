"""Worked examples 3-A and 3-B of the handbook, and the readings of its rules."""
import unittest

from discount import apply, best
from numerals import PricingError

DAY = {"subscription_date": "2026-03-01"}


def rate(code, text, **more):
    return {"code": code, "name": code, "value": {"kind": "rate", "rate": text}} | more


def points(code, text, **more):
    return {"code": code, "name": code, "value": {"kind": "points", "off": text}} | more


def total_off(code, text, **more):
    return {"code": code, "name": code, "value": {"kind": "total_off", "amount": text}} | more


def unit_off(code, text, **more):
    return {"code": code, "name": code, "value": {"kind": "unit_off", "amount": text}} | more


def fixed(code, text, **more):
    return {"code": code, "name": code, "value": {"kind": "fixed_price", "total": text}} | more


def deposit(code, paid, counts_as, **more):
    value = {"kind": "deposit_multiplier", "paid": paid, "counts_as": counts_as}
    return {"code": code, "name": code, "value": value} | more


def given(discounts, chosen=None, total="1500000", area="100", facts=None, scheme=None, **stacking):
    scheme = {"code": "S", "discounts": discounts, "stacking": stacking} | (scheme or {})
    codes = [d["code"] for d in discounts] if chosen is None else chosen
    return {"list": {"total": total, "area": area}, "scheme": scheme,
            "chosen": [{"code": c} for c in codes], "facts": DAY | (facts or {})}


def total(*arguments, **more):
    return apply(given(*arguments, **more))["deal_total"]


def codes(rows):
    return [row["code"] for row in rows]


class Handbook(unittest.TestCase):
    def test_3a(self):
        def items(first, others):
            return [rate("a", "0.98", stack=first), rate("b", "0.99", stack=others),
                    points("c", "0.01", stack=others), total_off("d", "5000"),
                    deposit("e", "10000", "20000")]

        for discounts, expected, percent, more in [
            (items("multiply", "multiply"), "1425747.00", "95.05", {}),
            (items("add", "add"), "1425000.00", "95", {}),
            (items("multiply", "add"), "1425600.00", "95.04", {}),
            (items("multiply", "multiply")[::-1], "1426339.53", "95.09", {"order": "as_given"}),
        ]:
            result = apply(given(discounts, **more))
            self.assertEqual((result["deal_total"], result["effective_percent"]), (expected, percent))

    def test_3b(self):
        discounts = [rate("a", "0.98"), rate("b", "0.99")]
        yuan = {"place": "1"}
        for basis, unit, expected, unit_price in [
            ("unit_first", yuan, "1455206.00", "11977.00"),
            ("unit_first", {"place": "0.01"}, "1455220.00", "11977.12"),
            ("total_first", yuan, "1455220.00", "11977.12"),
        ]:
            request = given(discounts, price_basis=basis, unit_rounding=unit, total_rounding=yuan)
            request["list"] = {"unit_price": "12345", "total": "1499918", "area": "121.50"}
            result = apply(request)
            self.assertEqual((result["deal_total"], result["deal_unit_price"]), (expected, unit_price))
        request["list"] = {"unit_price": "12345", "area": "121.50"}
        self.assertEqual(apply(request)["list_total"], "1499917.50")

    def test_definitions(self):
        result = apply(given([rate("a", "0.98"), total_off("b", "5000")]))
        self.assertEqual(result["discount_amount"], "35000.00")
        self.assertEqual((result["effective_discount"], result["share_off"]), ("0.976667", "0.023333"))


class Readings(unittest.TestCase):
    def test_added_points_of_the_start_or_of_the_running_price(self):
        items = [points("a", "0.1"), points("b", "0.1", stack="add"), points("c", "0.1"),
                 points("d", "0.1", stack="add")]
        self.assertEqual(total(items, total="1000"), "648.00")
        self.assertEqual(total(items, total="1000", additive_base="original"), "620.00")

    def test_amounts_off_the_unit_price(self):
        items = [total_off("a", "100"), unit_off("b", "1"), rate("c", "0.5")]
        self.assertEqual(total(items, total="1000", area="10"), "395.00")
        self.assertEqual(total(items, total="1000", area="10", price_basis="unit_first"), "395.00")
        self.assertEqual(total(items, total="1000", area="10", order="as_given"), "445.00")

    def test_payment_methods_go_before_other_rates(self):
        items = [rate("a", "0.99"), points("b", "0.01", reason="payment_method")]
        self.assertEqual(codes(apply(given(items))["applied"]), ["b", "a"])

    def test_fixed_prices(self):
        round_to = {"total_rounding": {"place": "1000"}}
        self.assertEqual(total([fixed("a", "999999.99")], **round_to), "999999.99")
        both = [rate("b", "0.9"), fixed("a", "900000", combinable=True)]
        self.assertEqual(total(both, price_basis="unit_first"), "810000.00")
        # Wherever it was given.
        result = apply(given(both, order="as_given"))
        self.assertEqual((result["deal_total"], codes(result["applied"])), ("810000.00", ["a", "b"]))
        with self.assertRaises(PricingError):
            apply(given([rate("b", "0.9"), fixed("a", "900000")]))

    def test_amounts_add_up(self):
        items = [rate("a", "0.9"), total_off("b", "600"), total_off("c", "500.5")]
        result = apply(given(items, total="1000", area="10"))
        self.assertEqual([row["amount"] for row in result["applied"]], ["100.00", "600.00", "500.50"])
        self.assertEqual(result["rest"], [{"rule": "not_below_zero", "amount": "-200.50"}])
        request = given([rate("a", "0.98"), rate("b", "0.99")], price_basis="unit_first",
                        unit_rounding={"place": "1"}, total_rounding={"place": "1"})
        request["list"] = {"unit_price": "12345", "total": "1499918", "area": "121.50"}
        result = apply(request)
        self.assertEqual([row["amount"] for row in result["applied"]], ["29998.35", "14699.19"])
        self.assertEqual(result["rest"], [{"rule": "list_total", "amount": "0.50"},
                                          {"rule": "rounding", "amount": "13.96"}])
        self.assertEqual(result["discount_amount"], "44712.00")

    def test_step_rounding(self):
        items = [rate("a", "0.333"), rate("b", "0.5")]
        self.assertEqual(total(items, total="10"), "1.67")
        self.assertEqual(total(items, total="10", step_rounding={"mode": "down", "place": "1"}), "1.00")

    def test_never_below_zero(self):
        self.assertEqual(total([total_off("a", "2000")], total="1000"), "0.00")

    def test_on_time_discounts_are_lost(self):
        items = [rate("a", "0.99", reason="on_time_signing"), rate("b", "0.98")]
        agreed = {"agreed_signing_date": "2026-03-10"}
        for facts, lost in [
            ({}, []), ({"signing_date": "2026-03-10"}, []), ({"signing_date": "2026-03-11"}, ["a"]),
            ({"as_of": "2026-03-10"}, []), ({"as_of": "2026-03-11"}, ["a"]),
        ]:
            self.assertEqual(codes(apply(given(items, facts=agreed | facts))["removed"]), lost)

    def test_referrals_are_recorded_before_the_visit(self):
        items = [points("a", "0.01", conditions={"referral": True})]
        for referral, lost in [
            ({"is_owner": True, "recorded_on": "2026-02-01", "first_visit": "2026-02-01"}, []),
            ({"is_owner": True, "recorded_on": "2026-02-02", "first_visit": "2026-02-01"}, ["a"]),
            ({"is_owner": True, "recorded_on": "2026-03-01"}, []),
            ({"is_owner": False, "recorded_on": "2026-02-01"}, ["a"]),
        ]:
            request = given(items, facts={"referral": {"referrer": "R"} | referral})
            self.assertEqual(codes(apply(request | {"ineligible": "remove"})["removed"]), lost)

    def test_tiers(self):
        tiers = [{"member_level": "gold", "value": {"kind": "points", "off": "0.03"}},
                 {"min_group_units": 5, "value": {"kind": "points", "off": "0.02"}}]
        items = [points("a", "0.01", tiers=tiers)]
        for facts, off in [({}, "15000.00"), ({"group_units": 5}, "30000.00"),
                           ({"member_level": "gold", "group_units": 9}, "45000.00")]:
            self.assertEqual(apply(given(items, facts=facts))["discount_amount"], off)

    def test_exclusions(self):
        items = [rate("a", "0.98", exclusive_group="g"), rate("b", "0.97", exclusive_group="g"),
                 rate("c", "0.99", not_with=["b"])]
        for policy, kept in [("keep_first", ["a", "c"]), ("keep_best_for_buyer", ["b"])]:
            result = apply(given(items, scheme={"limits": {"exclusivity": policy}}))
            # 0.98 x 0.99 is 0.9702: dearer than 0.97.
            self.assertEqual(codes(result["applied"]), kept)
        for limits in ({}, {"exclusivity": "keep_first", "max_items": 1},
                       {"exclusivity": "keep_first", "max_share_off": "0.0299"}):
            with self.assertRaises(PricingError):
                apply(given(items, scheme={"limits": limits}))

    def test_best(self):
        items = [rate("a", "0.98", exclusive_group="g"), rate("b", "0.97", exclusive_group="g"),
                 rate("c", "0.99", not_with=["b"]), fixed("d", "1460000"),
                 {"code": "e", "name": "e", "value": {"kind": "gift"}}]
        result = best(given(items, chosen=[]))
        self.assertEqual((result["best"]["deal_total"], codes(result["best"]["applied"])), ("1455000.00", ["b", "e"]))
        self.assertEqual([(r["code"], r["deal_total_with"]) for r in result["excluded"]], [
            ("a", "1455300.00"), ("c", "1455300.00"), ("d", "1460000.00")])
        three = [rate("a", "0.97", exclusive_group="g"), rate("b", "0.98", exclusive_group="g"),
                 total_off("c", "20000", not_with=["a"])]
        for policy, price in [("keep_best_for_buyer", "960000.00"), ("keep_first", "970000.00")]:
            scheme = {"limits": {"exclusivity": policy}}
            result = best(given(three, chosen=["a", "b"], total="1000000", scheme=scheme))
            self.assertEqual(result["best"]["deal_total"], price)
        self.assertEqual(codes(result["best"]["removed"]), ["b"])
        with self.assertRaises(PricingError):
            best(given(three, chosen=["a", "b"]))
        result = best(given(items, chosen=["c"]))
        self.assertEqual(result["excluded"][1], {"code": "d", "deal_total_with": None})


if __name__ == "__main__":
    unittest.main()
