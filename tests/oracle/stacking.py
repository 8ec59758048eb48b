"""From a list price and discounts to a deal price (handbook 3.2)."""
from numerals import FEN, PricingError, half_up, number
from rounding import Rounding

FIXED = ("fixed_price", "fixed_unit_price")
TO_THE_FEN = Rounding({"place": "0.01"})


class ListPrice:
    def __init__(self, data):
        self.area = number(data["area"])
        if "total" not in data and "unit_price" not in data or self.area <= 0:
            raise PricingError(None)
        if "total" in data:
            self.total = number(data["total"])
        else:
            self.total = half_up(number(data["unit_price"]) * self.area, FEN)
        if "unit_price" in data:
            self.unit = number(data["unit_price"])
        else:
            self.unit = half_up(self.total / self.area, FEN)
        if self.total <= 0 or self.unit <= 0:
            raise PricingError(None)


class Item:
    """A discount of a deal: where it stands in the choice and in the scheme, and its value."""

    def __init__(self, place, discount, value):
        self.place, self.discount, self.value = place, discount, value
        self.code, self.kind = discount["code"], value["kind"]
        self.fixed, self.gift = self.kind in FIXED, self.kind == "gift"
        self.added = discount.get("stack") == "add"
        self.added = self.added and self.kind in ("rate", "points")
        self.points = number(0)  # the share taken off
        if self.kind == "rate":
            self.points = 1 - number(value["rate"])
        elif self.kind == "points":
            self.points = number(value["off"])
        self.off_total = self.kind in ("total_off", "deposit_multiplier")
        self.check()

    def check(self):
        """Values that make no discount have no price."""
        value, kind = self.value, self.kind
        if kind in ("rate", "points") and not 0 <= self.points < 1:
            raise PricingError(None)
        if kind in ("total_off", "unit_off") and number(value["amount"]) < 0:
            raise PricingError(None)
        if self.fixed and self.start() <= 0:
            raise PricingError(None)
        if kind == "deposit_multiplier" and not 0 <= number(value["paid"]) <= number(value["counts_as"]):
            raise PricingError(None)

    def start(self):
        return number(self.value["total" if self.kind == "fixed_price" else "unit_price"])

    def amount(self):
        if self.kind == "total_off":
            return number(self.value["amount"])
        return number(self.value["counts_as"]) - number(self.value["paid"])

    def rank(self):
        if self.fixed:
            return 0
        if self.kind == "unit_off":
            return 1
        if self.kind in ("rate", "points"):
            return 2 if self.discount.get("reason") == "payment_method" else 3
        return 5 if self.gift else 4


def in_order(items, rules):
    if rules.get("order", "rates_then_amounts") == "as_given":
        return list(items)
    return sorted(items, key=Item.rank)


def calculated(items, rules):
    """The order of calculation: groups together, amounts off the total after the unit price."""
    fixed = [i for i in items if i.fixed]
    # A fixed price takes the place of the list price, wherever it was given.
    items = sorted(in_order(items, rules), key=lambda i: not i.fixed)
    if rules.get("additive_base") != "original":
        group = [i for i in items if i.added]
        items = [j for i in items for j in (group if i in group[:1] else [] if i in group else [i])]
    unit_first = rules.get("price_basis") == "unit_first"
    if fixed:
        unit_first = fixed[0].kind == "fixed_unit_price"
    return sorted(items, key=lambda i: i.off_total) if unit_first else items


class Stacking:
    def __init__(self, rules):
        self.rules = rules
        self.unit_first = rules.get("price_basis") == "unit_first"
        self.original = rules.get("additive_base") == "original"
        self.step = Rounding(rules["step_rounding"]) if "step_rounding" in rules else lambda x: x
        self.round_unit, self.round_total = (
            Rounding(rules[field]) if field in rules else TO_THE_FEN
            for field in ("unit_rounding", "total_rounding")
        )

    def deal(self, price, items):
        """Deal total and deal unit price; `items` as they were chosen."""
        return self.explained(price, items)[:2]

    def explained(self, price, items):
        """The deal, what each item took off the total, and what lies between beside that."""
        self.taken, self.below = {}, number(0)
        unit_first = self.unit_first
        start = price.unit if unit_first else price.total
        changes = [i for i in in_order(items, self.rules) if not (i.gift or i.fixed)]
        fixed = next((i for i in items if i.fixed), None)
        if fixed:
            unit_first, start = fixed.kind == "fixed_unit_price", fixed.start()
        times = price.area if unit_first else number(1)
        beyond = price.total - price.unit * price.area if unit_first else number(0)
        if fixed:
            self.taken[fixed.code] = ((price.unit if unit_first else price.total) - start) * times
        running, off_total = self.run(start, changes, unit_first, price.area)
        exact = fixed and not changes  # nobody rounds a price that was set by hand
        if unit_first:
            unit = running if exact else self.round_unit(running)
            total = self.round_total(self.not_below_zero(unit * price.area - off_total))
        else:
            total = running if exact else self.round_total(running)
            unit = half_up(total / price.area, FEN)
        amounts = {i.code: half_up(self.taken.get(i.code, number(0)), FEN) for i in items}
        rest = {"list_total": half_up(beyond, FEN), "not_below_zero": -half_up(self.below, FEN)}
        rest["rounding"] = price.total - total - sum(amounts.values()) - sum(rest.values())
        return total, unit, amounts, {rule: amount for rule, amount in rest.items() if amount}

    def not_below_zero(self, running, times=1):
        self.below += half_up(max(-running, number(0)) * times, FEN)
        return max(running, number(0))

    def run(self, start, changes, unit_first, area):
        running, off_total, grouped = start, number(0), False
        times = area if unit_first else number(1)
        for item in changes:
            before = running
            if item.kind == "unit_off":
                off = number(item.value["amount"])
                running -= off if unit_first else off * area
            elif item.off_total:
                self.taken[item.code] = item.amount()
                if unit_first:
                    off_total += item.amount()
                    continue
                running -= item.amount()
            elif not item.added:
                running *= 1 - item.points
            elif self.original:
                running -= item.points * start
            elif grouped:
                continue
            else:
                grouped = True
                running *= 1 - sum(i.points for i in changes if i.added)
                self.taken |= {i.code: before * i.points * times for i in changes if i.added}
            self.taken.setdefault(item.code, (before - running) * times)
            running = self.step(running)
        return self.not_below_zero(running, times), off_total
