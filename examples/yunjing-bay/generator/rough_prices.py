"""Rough prices for the sample project.

A small stand-in for the real kernel: exact fractions, but no levelling and no nudging of bases.
It is only used to place floor prices, filed prices and old list prices around the prices that
the schemes in project.json lead to.
"""

from dataclasses import dataclass
from fractions import Fraction

ACTIVE_DEALS = {"booked", "subscribed", "signed"}
NEUTRAL = {"coefficient": Fraction(1), "percent": Fraction(0), "difference": Fraction(0)}


def round_to(amount, place, mode="half_up"):
    """Rounds a non-negative amount to a place such as "0.01" or "100"; exact."""
    steps = Fraction(amount) / Fraction(place)
    shift = {"half_up": Fraction(1, 2), "up": 1 - Fraction(1, steps.denominator), "down": Fraction(0)}
    return (steps + shift[mode]).__floor__() * Fraction(place)


def rounding(scheme, name):
    rule = scheme.get(name, {"place": "1"})
    return lambda amount: round_to(amount, rule["place"], rule.get("mode", "half_up"))


# Selections -------------------------------------------------------------------------------------


def attribute(unit, dimension):
    """The text of a unit's attribute, or None."""
    if dimension == "stack":
        return f"{unit['building']}/{unit['stair'] or ''}/{unit['line']}"
    if dimension == "unit":
        return unit["unit_no"]
    if dimension.startswith("custom:"):
        dimension = "custom_" + dimension.removeprefix("custom:")
    value = unit.get(dimension)
    return None if value in (None, "") else str(value)


def clause_matches(clause, unit):
    for key, wanted in clause.items():
        if key == "floor":
            inside = any(
                r.get("from", -99) <= unit["floor"] <= r.get("to", 999) for r in wanted
            )
            if not inside:
                return False
        elif key == "attributes":
            if not all(attribute(unit, c["attribute"]) in c["values"] for c in wanted):
                return False
        elif key in ("unit_no", "building", "stair", "line", "state", "batch"):
            if unit[key] not in wanted:
                return False
        else:
            raise ValueError(f"condition {key} is not used in this sample")
    return True


def selects(selection, unit):
    chosen = selection.get("any", [])
    return (not chosen or any(clause_matches(c, unit) for c in chosen)) and not any(
        clause_matches(c, unit) for c in selection.get("except", [])
    )


# Factors ----------------------------------------------------------------------------------------


class Stock:
    """The units, with the floors that exist in each building and line."""

    def __init__(self, units):
        self.units = units
        self.floors = {}
        self.tops = {}
        for unit in units:
            self.floors.setdefault(unit["building"], set()).add(unit["floor"])
            stack = attribute(unit, "stack")
            self.tops[stack] = max(unit["floor"], self.tops.get(stack, unit["floor"]))

    def floor_value(self, rule, method, unit):
        """Start plus the steps from the reference floor to the unit's (axis: ordinal)."""
        floors = sorted(self.floors[unit["building"]])
        low, high = sorted((rule["reference"], unit["floor"]))
        steps = sum(self.floor_step(rule, unit, f) for f in floors if low < f <= high)
        start = Fraction(rule.get("start", NEUTRAL[method]))
        return start + (steps if unit["floor"] >= rule["reference"] else -steps)

    def floor_step(self, rule, unit, onto):
        step = Fraction(rule["step"])
        for segment in rule.get("segments", []):
            if segment["from"] <= onto <= segment["to"]:
                step = Fraction(segment["step"])
        for line in rule.get("lines", []):
            if line["line"] == unit["line"]:
                step = Fraction(line["step"])
        special = [(j["step"], j.get("mode")) for j in rule.get("jumps", []) if j["onto"] == onto]
        if top := rule.get("top"):
            of_line = top.get("of") == "line"
            floor = self.tops[attribute(unit, "stack")] if of_line else max(self.floors[unit["building"]])
            if onto == floor:
                special.append((top["step"], top.get("mode")))
        if not special:
            return step
        amount, mode = special[0]
        return Fraction(amount) + (step if mode == "add" else 0)

    def factor_value(self, factor, unit):
        values, method = factor["values"], factor["method"]
        if values["kind"] == "floors":
            return self.floor_value(values["rule"], method, unit)
        if values["kind"] == "bands":
            area = unit[values.get("area", "building") + "_area"]
            for band in values["bands"]:
                if Fraction(band.get("from", 0)) <= area < Fraction(band.get("to", 10**9)):
                    return Fraction(band["value"])
            raise KeyError(f"{factor['name']}: no band for {area}")
        key = attribute(unit, factor["dimension"])
        if values["kind"] == "table":
            return Fraction({row["key"]: row["value"] for row in values["rows"]}[key])
        at, start = values["order"].index(key), values["order"].index(factor["reference"])
        low, high = sorted((at, start))
        steps = sum(Fraction(step) for step in values["steps"][low:high])
        return NEUTRAL[method] + (steps if at >= start else -steps)

    def coefficient_and_difference(self, scheme, unit):
        product, percents, difference = Fraction(1), Fraction(0), Fraction(0)
        for factor in scheme.get("factors", []):
            if not selects(factor.get("scope", {}), unit):
                continue
            value = self.factor_value(factor, unit)
            if factor["method"] == "difference":
                difference += value
                continue
            coefficient = value if factor["method"] == "coefficient" else 1 + value / 100
            product *= coefficient
            percents += coefficient - 1
        for spot in scheme.get("spots", []):
            if selects(spot["select"], unit):
                difference += Fraction(spot["amount"])
        additive = scheme.get("combine") == "additive"
        return (1 + percents if additive else product), difference


# Prices -----------------------------------------------------------------------------------------


def composite(scheme):
    discount = scheme.get("composite_discount")
    if discount is None:
        return Fraction(1)
    rate = sum(Fraction(m["share"]) * Fraction(m["rate"]) for m in discount["modes"])
    for other in discount.get("others", []):
        rate *= Fraction(other)
    return rate


def basis_area(scheme, unit):
    return unit["inside_area" if scheme.get("area_basis") == "inside" else "building_area"]


def gift_area(scheme, unit):
    """Gift area as an area charged at the unit's own price."""
    gift = scheme.get("gift")
    return unit["gift_area"] * Fraction(gift["rate"]) if gift and unit["gift_area"] else Fraction(0)


def lump_sums(scheme, unit):
    return sum(
        Fraction(lump["amount"])
        for lump in scheme.get("lump_sums", [])
        if selects(lump.get("select", {}), unit)
    )


@dataclass
class Price:
    total: Fraction
    unit_price: Fraction | None  # per m² of the basis area, where it is the authoritative number


def price_at(stock, scheme, unit, base):
    coefficient, difference = stock.coefficient_and_difference(scheme, unit)
    area = basis_area(scheme, unit)
    net = (base * coefficient + difference) * (area + gift_area(scheme, unit))
    total = (net + lump_sums(scheme, unit)) / composite(scheme)
    price = None
    if scheme.get("price_basis") != "total_first":
        price = rounding(scheme, "unit_rounding")(total / area)
        total = price * area
    return Price(rounding(scheme, "total_rounding")(total), price)


def fixed_price(scheme, unit):
    """A price that does not come from the base: kept, set by hand or entered."""
    if unit["state"] in ACTIVE_DEALS and unit.get("list_total") is not None:
        return Price(unit["list_total"], None)
    by_hand = [o for o in scheme.get("overrides", []) if selects(o["select"], unit)]
    if by_hand and "total" in by_hand[-1]:
        return Price(Fraction(by_hand[-1]["total"]), None)
    if by_hand:
        price = Fraction(by_hand[-1]["unit_price"])
        total = rounding(scheme, "total_rounding")(price * basis_area(scheme, unit))
        return Price(total, price)
    if scheme.get("area_basis") == "per_unit":
        return Price(unit["entered_total"], None)
    return None


def scheme_of(request, unit):
    return next(s for s in request["schemes"] if selects(s.get("scope", {}), unit))


def solve(request, stock):
    """The base price of every unit covered by a target, by unit number."""
    bases = {}
    for target in request.get("targets", []):
        covered = [u for u in stock.units if selects(target.get("scope", {}), u)]
        area = target.get("average_basis", "building") + "_area"
        all_area = sum(u[area] for u in covered)
        goal = target["goal"]
        asked = Fraction(goal["total"]) if goal["kind"] == "total" else Fraction(goal["average"]) * all_area
        groups = [(covered, asked)]
        if split := target.get("split"):
            share = {b["building"]: Fraction(b["coefficient"]) for b in split["buildings"]}
            weighted = sum(u[area] * share[u["building"]] for u in covered)
            groups = []
            for building, beta in share.items():
                units = [u for u in covered if u["building"] == building]
                groups.append((units, asked * beta * sum(u[area] for u in units) / weighted))
        for units, total in groups:
            base = solve_group(request, stock, units, total, target.get("level") == "net")
            bases.update((unit["unit_no"], base) for unit in units)
    return bases


def solve_group(request, stock, units, total, net):
    """`total = slope × base + constant`, exact, before rounding."""
    slope, constant = Fraction(0), Fraction(0)
    for unit in units:
        scheme = scheme_of(request, unit)
        discount = composite(scheme)
        if fixed := fixed_price(scheme, unit):
            constant += fixed.total * (discount if net else 1)
            continue
        coefficient, difference = stock.coefficient_and_difference(scheme, unit)
        area = basis_area(scheme, unit) + gift_area(scheme, unit)
        level = 1 if net else discount
        slope += coefficient * area / level
        constant += (difference * area + lump_sums(scheme, unit)) / level
    return (total - constant) / slope


def price_all(request, units):
    """Rough list prices by unit number."""
    stock = Stock(units)
    bases = solve(request, stock)
    prices = {}
    for unit in units:
        scheme = scheme_of(request, unit)
        fixed = fixed_price(scheme, unit)
        base = bases.get(unit["unit_no"]) or Fraction(scheme.get("base_price", 0))
        prices[unit["unit_no"]] = fixed or price_at(stock, scheme, unit, base)
    return prices
