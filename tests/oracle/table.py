"""`pricing.table` (handbook 2), as far as it is arithmetic."""
import numerals
from floors import House
from level import Limits, meet
from numerals import FEN, MILLIONTH, PricingError, half_up, number
from rounding import YUAN, Rounding
from scheme import Plan, Price, Scheme
from selection import matches
from solve import Target
from summary import micro, summaries, target_result


def inherited(project):
    """Units with the phase, precinct and product type of their building where they have none."""
    buildings = {b["code"]: b for b in project.get("buildings", [])}
    for unit in project["units"]:
        building = buildings.get(unit["building"], {})
        own = {k: building[k] for k in ("phase", "precinct", "product_type") if k in building}
        yield own | unit


def floor_by_rate(rule, price):
    """Floor price and floor total of a unit that has none of its own (handbook 2.8)."""
    plan, unit, rate = price.plan, price.plan.unit, number(rule["rate"])
    rounded = Rounding(rule["rounding"]) if "rounding" in rule else YUAN
    area = number(unit["building_area"])
    by_unit = {
        "scheme": plan.scheme.unit_first,
        "override": "unit_price" in getattr(plan, "override", {}),
        "entered": False,
        "kept": "list_total" not in unit,
    }[plan.source]
    if by_unit:
        floor = rounded(price.building_unit_price() * rate)
        return {"floor_price": numerals.unit_price(floor), "floor_total": numerals.money(half_up(floor * area, FEN))}
    total = rounded(price.total * rate)
    return {"floor_price": numerals.unit_price(half_up(total / area, FEN)), "floor_total": numerals.money(total)}


def deviation(price):
    unit = price.plan.unit
    if "filed_price" in unit:
        filed, own = number(unit["filed_price"]), price.building_unit_price()
    elif "filed_total" in unit:
        filed, own = number(unit["filed_total"]), price.total
    else:
        return None
    return half_up((own - filed) / filed, MILLIONTH)


def row(price, floor_rule):
    plan, computed = price.plan, price.plan.source == "scheme"
    inside = price.inside_unit_price()
    has_floor = "floor_price" in plan.unit or "floor_total" in plan.unit
    floor = floor_by_rate(floor_rule, price) if floor_rule and not has_floor else {}
    off = deviation(price)
    return floor | {
        "filed_deviation": None if off is None else numerals.rate(off),
        "unit_no": plan.unit["unit_no"],
        "source": plan.source,
        "base_price": micro(price.base) if computed else None,
        "total_coefficient": numerals.plain(plan.coefficient) if computed else None,
        "total_difference": numerals.unit_price(plan.difference) if computed else None,
        "raw_price": numerals.plain(price.raw) if computed else None,
        "unit_price": numerals.unit_price(price.unit_price),
        "building_unit_price": numerals.unit_price(price.building_unit_price()),
        "inside_unit_price": None if inside is None else numerals.unit_price(inside),
        "total": numerals.money(price.total),
        "levelled_steps": price.steps,
    }


def price_table(request):
    """The core of the response; raises PricingError."""
    units = list(inherited(request["project"]))
    house = House(units)
    schemes = [Scheme(s) for s in request["schemes"]]
    keep = request.get("active_deals", "keep") == "keep"

    def plan(order):
        for scheme in schemes:
            if matches(scheme.data.get("scope", {}), units[order]):
                return Plan(order, units[order], scheme, house, keep)
        raise PricingError("pricing.no_scheme")

    limits = Limits(request.get("rules", {}))
    prices, targets, results = {}, [], []
    for data in request.get("targets", []):
        scope = [i for i, unit in enumerate(units) if matches(data.get("scope", {}), unit)]
        target = Target(data, [plan(i) for i in scope])
        met = meet(target, limits)
        prices |= {p.plan.order: p for p in met}
        targets.append(target)
        results.append(target_result(target, met))
    shown = [i for i, unit in enumerate(units) if matches(request.get("select", {}), unit)]
    if not shown:
        raise PricingError("project.no_units")
    for i in shown:
        if i not in prices:
            own = plan(i)
            prices[i] = Price(own, None if own.fixed else own.scheme.base())
    rows = [prices[i] for i in shown]
    basis = request.get("average_basis", "building")
    return {
        "rows": [row(p, request.get("floor_price")) for p in rows],
        "summaries": summaries(rows, basis, targets),
        "targets": results,
    }


def answer(request):
    try:
        return price_table(request)
    except PricingError as error:
        return {"error": {"code": error.code}}
