"""From a scheme to the price of a unit (handbook 2.2 to 2.6)."""
from factors import Factor, total_coefficient, total_difference
from numerals import FEN, PricingError, half_up, money, number, unit_price
from rounding import YUAN, Rounding
from selection import matches

IN_DEAL = ("booked", "subscribed", "signed")


class Scheme:
    def __init__(self, data):
        self.data = data
        self.basis = data.get("area_basis", "building")
        self.unit_first = data.get("price_basis", "unit_first") == "unit_first"
        self.factors = [Factor(f) for f in data.get("factors", [])]
        self.round_unit = Rounding(data["unit_rounding"]) if "unit_rounding" in data else YUAN
        self.round_total = Rounding(data["total_rounding"]) if "total_rounding" in data else YUAN
        self.composite = data.get("composite_discount")
        self.delta = number(1)
        if self.composite:
            modes = self.composite["modes"]
            self.delta = sum(number(m["share"]) * number(m["rate"]) for m in modes)
            for other in self.composite.get("others", []):
                self.delta *= number(other)

    def base(self):
        if "base_price" not in self.data:
            raise PricingError("pricing.no_base")
        return number(self.data["base_price"])

    def area(self, unit):
        field = "inside_area" if self.basis == "inside" else "building_area"
        if field not in unit:
            raise PricingError("pricing.inside_area_missing")
        return number(unit[field])


class Plan:
    """A unit with its scheme: a fixed price, or raw list total = slope * base + constant."""

    def __init__(self, order, unit, scheme, house, keep_deals):
        self.order, self.unit, self.scheme = order, unit, scheme
        self.source, self.fixed, self.coefficient, self.difference = "scheme", None, None, None
        self.unit_leads = scheme.unit_first  # the unit price is authoritative, not the total
        fen = lambda total, size: half_up(total / size, FEN)
        building_area = number(unit["building_area"])
        overrides = [o for o in scheme.data.get("overrides", []) if matches(o["select"], unit)]
        if keep_deals and unit.get("state") in IN_DEAL and ("list_total" in unit or "list_price" in unit):
            self.source = "kept"
            if "list_total" in unit:
                total = number(unit["list_total"])
            else:
                total = half_up(number(unit["list_price"]) * building_area, FEN)
            price = number(unit["list_price"]) if "list_price" in unit else fen(total, building_area)
            self.fixed = price, total
        elif overrides:
            self.source = "override"
            last, size = overrides[-1], scheme.area(unit)
            self.override = last
            if "unit_price" in last:
                price, self.unit_leads = number(last["unit_price"]), True
                self.fixed = price, scheme.round_total(price * size)
            else:
                total = number(last["total"])
                self.fixed = fen(total, size), total
        elif scheme.basis == "per_unit":
            self.source = "entered"
            if "entered_total" not in unit:
                raise PricingError("pricing.entered_total_missing")
            total = number(unit["entered_total"])
            self.fixed = fen(total, building_area), total
        else:
            self.compose(house)

    def compose(self, house):
        data, unit = self.scheme.data, self.unit
        self.area = self.scheme.area(unit)
        combine = data.get("combine", "multiplicative")
        self.coefficient = total_coefficient(self.scheme.factors, combine, unit, house)
        self.difference = total_difference(
            self.scheme.factors, data.get("spots", []), unit, house
        )
        gift, gift_area = data.get("gift", {}), number(unit.get("gift_area", 0))
        charged = self.area + number(gift.get("rate", 0)) * gift_area
        extras = number(gift.get("price", 0)) * gift_area
        for lump in data.get("lump_sums", []):
            if matches(lump.get("select", {}), unit):
                extras += number(lump["amount"])
        self.slope = self.coefficient * charged / self.scheme.delta
        self.constant = (self.difference * charged + extras) / self.scheme.delta

    def raw_total(self, base):
        return self.slope * base + self.constant


class Price:
    """What a unit costs: its unit price and total, and what they were before rounding."""

    def __init__(self, plan, base):
        self.plan, self.base, self.steps = plan, base, 0
        if plan.fixed:
            self.raw_total = self.raw = None
            self.set(*plan.fixed)
            return
        self.raw_total = plan.raw_total(base)
        self.raw = self.raw_total / plan.area
        if plan.scheme.unit_first:
            price = plan.scheme.round_unit(self.raw)
            self.set(price, plan.scheme.round_total(price * plan.area))
        else:
            total = plan.scheme.round_total(self.raw_total)
            self.set(half_up(total / plan.area, FEN), total)

    def set(self, price, total):
        unit_price(price), money(total)  # refuse what 64 bits cannot hold
        if price <= 0 or total <= 0:
            raise PricingError("pricing.not_positive")
        self.unit_price, self.total = price, total

    def stepped(self, direction):
        """Unit price and total one rounding step up or down."""
        scheme, size = self.plan.scheme, self.plan.area
        if scheme.unit_first:
            price = self.unit_price + direction * scheme.round_unit.place
            return price, scheme.round_total(price * size)
        total = self.total + direction * scheme.round_total.place
        return half_up(total / size, FEN), total

    def loss(self):
        if self.plan.scheme.unit_first:
            return self.raw - self.unit_price
        return self.raw_total - self.total

    def building_unit_price(self, price=None, total=None):
        price, total = price or self.unit_price, total or self.total
        scheme = self.plan.scheme
        if self.plan.source == "kept" or (scheme.basis == "building" and self.plan.unit_leads):
            return price
        return half_up(total / number(self.plan.unit["building_area"]), FEN)

    def inside_unit_price(self):
        unit, scheme = self.plan.unit, self.plan.scheme
        if "inside_area" not in unit:
            return None
        if self.plan.source != "kept" and scheme.basis == "inside" and self.plan.unit_leads:
            return self.unit_price
        return half_up(self.total / number(unit["inside_area"]), FEN)
