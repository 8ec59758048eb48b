"""Summary rows and target results (handbook 2.7 and 2.10)."""
from fractions import Fraction

import numerals
from numerals import FEN, MILLIONTH, PricingError, half_up, number


def micro(value):
    return numerals.unit_price(half_up(value, MILLIONTH))


def ratio(value):
    return numerals.rate(half_up(value, MILLIONTH))


def asked_of(group, prices, targets):
    """The exact list total a target asks of exactly these units, if any does."""
    held = {p.plan.order for p in prices}
    same = lambda plans: {p.order for p in plans} == held
    for target in targets:
        if same(target.plans):
            return target.asked
    for target in targets if group == "building" else []:
        for part in target.parts:
            if same(part.plans):
                return part.asked
    return None


def summary(group, key, prices, basis, targets):
    def area(field):
        return sum(number(p.plan.unit[field]) for p in prices)

    inside = all("inside_area" in p.plan.unit for p in prices)
    if basis == "inside" and not inside:
        raise PricingError("pricing.inside_area_missing")
    size = area(basis + "_area")
    total = sum((p.total for p in prices), Fraction(0))
    own = (lambda p: p.inside_unit_price()) if basis == "inside" else (
        lambda p: p.building_unit_price()
    )
    high, low = max(prices, key=own), min(prices, key=own)
    dear, cheap = max(prices, key=lambda p: p.total), min(prices, key=lambda p: p.total)
    asked = asked_of(group, prices, targets)
    extreme = lambda p: {"unit_price": numerals.unit_price(own(p)), "unit_no": p.plan.unit["unit_no"]}
    extreme_total = lambda p: {"total": numerals.money(p.total), "unit_no": p.plan.unit["unit_no"]}
    return {
        "group": group,
        "key": key,
        "units": len(prices),
        "building_area": numerals.area(area("building_area")),
        "inside_area": numerals.area(area("inside_area")) if inside else None,
        "total": numerals.money(total),
        "average": numerals.unit_price(half_up(total / size, FEN)),
        "highest_unit_price": extreme(high),
        "lowest_unit_price": extreme(low),
        "unit_price_spread": numerals.unit_price(own(high) - own(low)),
        "highest_total": extreme_total(dear),
        "lowest_total": extreme_total(cheap),
        "total_spread": numerals.money(dear.total - cheap.total),
        "target_average": None if asked is None else micro(asked / size),
        "deviation": None if asked is None else micro((total - asked) / size),
        "deviation_rate": None if asked is None else ratio((total - asked) / asked),
    }


def summaries(prices, basis, targets):
    found = []
    for group in ("building", "layout"):
        keys = dict.fromkeys(p.plan.unit.get(group) for p in prices)
        for key in keys:
            if key is not None:
                rows = [p for p in prices if p.plan.unit.get(group) == key]
                found.append(summary(group, key, rows, basis, targets))
    return found + [summary("overall", "", prices, basis, targets)]


def target_result(target, prices):
    total = sum((p.total for p in prices), Fraction(0))
    net = sum((p.total * p.plan.scheme.delta for p in prices), Fraction(0))
    discounted = any(p.plan.scheme.composite for p in prices)
    return {
        "bases": [
            {
                "building": part.building,
                "base_price": micro(part.base),
                "numerator": str(part.base.numerator),
                "denominator": str(part.base.denominator),
                "target_average": micro(part.asked / part.area),
            }
            for part in target.parts
        ],
        "units": len(prices),
        "area": numerals.area(target.area_sum),
        "target_total": numerals.money(half_up(target.asked, FEN)),
        "target_average": micro(target.asked / target.area_sum),
        "total": numerals.money(total),
        "average": micro(total / target.area_sum),
        "deviation": numerals.money(half_up(total - target.asked, FEN)),
        "deviation_rate": ratio((total - target.asked) / target.asked),
        "net_total": numerals.money(half_up(net, FEN)) if discounted else None,
        "levelled_units": sum(1 for p in prices if p.steps),
    }
