"""Levelling: what is done about the deviation that rounding leaves (handbook 2.7)."""
from fractions import Fraction

from numerals import PricingError, half_up, number
from scheme import Price


class Limits:
    """Floor price and band around the filed price (handbook 2.8): "check on deal price and on unit
    price". A limit per m2 also limits the total, which may pass limit x area by its own rounding,
    but not by a yuan or more. A floor total is a limit of its own,
    and so is the band around a filed total: it leaves no room for rounding."""

    def __init__(self, rules):
        self.floor = rules.get("floor", True)
        self.filed = rules.get("filed", {"up": "0", "down": "0.15"})

    def bounds(self, unit):
        """Name, limit per m2, and whether it is one from above."""
        if self.floor and "floor_price" in unit:
            yield "floor", number(unit["floor_price"]), False
        if self.filed is not None and "filed_price" in unit:
            filed, down = number(unit["filed_price"]), self.filed.get("down")
            yield "filed, above", filed * (1 + number(self.filed["up"])), True
            if down is not None:
                yield "filed, below", filed * (1 - number(down)), False

    def broken(self, unit, price, total):
        """What a building unit price and a total break."""
        found, size = set(), number(unit["building_area"])
        for name, limit, upper in self.bounds(unit):
            side = 1 if upper else -1
            if side * (price - limit) > 0 or side * (total - limit * size) >= 1:
                found.add(name)
        if self.floor and "floor_total" in unit and total < number(unit["floor_total"]):
            found.add("floor")
        if self.filed is not None and "filed_total" in unit:
            filed, down = number(unit["filed_total"]), self.filed.get("down")
            if total > filed * (1 + number(self.filed["up"])):
                found.add("filed, above")
            if down is not None and total < filed * (1 - number(down)):
                found.add("filed, below")
        return found

    def of(self, price):
        return self.broken(price.plan.unit, price.building_unit_price(), price.total)


def price_part(part, levelling, limits):
    """Prices of the units of a part, at the solved base or the one that nudging prefers."""
    own = [Price(plan, part.base) for plan in part.plans]
    if levelling["kind"] != "nudge_base":
        return own
    place, reach = number(levelling["place"]), levelling["reach"]
    accepted = [limits.of(p) for p in own]
    best = own, part.base, abs(sum(p.total for p in own) - part.asked)
    middle = half_up(part.base, place)
    for k in sorted(range(-reach, reach + 1), key=lambda k: (abs(k), k)):
        base = middle + k * place
        try:
            prices = [Price(plan, base) for plan in part.plans]
        except PricingError:
            continue
        crosses = any(
            limits.of(p) - before
            for p, before in zip(prices, accepted)
        )
        miss = abs(sum(p.total for p in prices) - part.asked)
        if miss < best[2] and not crosses:
            best = prices, base, miss
    part.base = best[1]
    return best[0]


def spread(prices, asked, limits):
    """Moves single units by rounding steps, greatest rounding loss first."""
    residual = asked - sum((p.total for p in prices), Fraction(0))
    free = [p for p in prices if not p.plan.fixed]
    moved = True
    while moved:
        moved, raising = False, residual > 0
        direction = 1 if raising else -1
        for price in sorted(free, key=lambda p: -direction * p.loss()):
            unit, total = price.stepped(direction)
            change = total - price.total
            if abs(residual - change) >= abs(residual) or unit <= 0 or total <= 0:
                continue
            broken = limits.broken(price.plan.unit, price.building_unit_price(unit, total), total)
            if broken & ({"filed, above"} if raising else {"floor", "filed, below"}):
                continue
            price.set(unit, total)
            price.steps += direction
            residual -= change
            moved = True
            if (residual > 0) != raising:
                break


def meet(target, limits):
    """Prices of all units of a target, levelled as it asks; by order in the project."""
    levelling = target.data.get("levelling", {"kind": "none"})
    found = []
    for part in target.parts:
        prices = price_part(part, levelling, limits)
        if levelling["kind"] == "spread_residual":
            spread(prices, part.asked, limits)
        found += prices
    found.sort(key=lambda p: p.plan.order)
    split = target.data.get("split")
    if levelling["kind"] == "spread_residual" and split and split.get("normalise", True):
        spread(found, target.asked, limits)
    return found
