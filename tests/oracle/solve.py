"""Base prices from targets (handbook 2.7)."""
from numerals import PricingError, number
from rounding import Rounding


class Part:
    """Units that share a solved base, with the exact list total asked of them."""

    def __init__(self, building, plans, goal, target):
        self.building, self.plans = building, plans
        self.area = sum(target.area(p) for p in plans)
        net = target.data.get("level", "list") == "net"
        known, slope, free = number(0), number(0), 0
        for plan in plans:
            weight = plan.scheme.delta if net else 1
            if plan.fixed:
                known += weight * plan.fixed[1]
            else:
                free += 1
                known += weight * plan.constant
                slope += weight * plan.slope
        if not free:
            raise PricingError("pricing.target_scope")
        if slope <= 0:
            raise PricingError("pricing.target")
        exact = (goal - known) / slope
        self.asked = sum(p.fixed[1] if p.fixed else p.raw_total(exact) for p in plans)
        rounding = target.data.get("base_rounding")
        self.base = Rounding(rounding)(exact) if rounding else exact


class Target:
    """A target with the plans of all units in its scope, in the order of the project."""

    def __init__(self, data, plans):
        if not plans:
            raise PricingError("pricing.target_scope")
        self.data, self.plans = data, plans
        self.basis = data.get("average_basis", "building") + "_area"
        self.area_sum = sum(self.area(p) for p in plans)
        goal = data["goal"]
        total = number(goal["total"]) if goal["kind"] == "total" else (
            number(goal["average"]) * self.area_sum
        )
        self.parts = self.split(total) if "split" in data else [Part(None, plans, total, self)]
        self.asked = sum(part.asked for part in self.parts)

    def area(self, plan):
        if self.basis not in plan.unit:
            raise PricingError("pricing.inside_area_missing")
        return number(plan.unit[self.basis])

    def split(self, total):
        shares = {
            s["building"]: number(s["coefficient"]) for s in self.data["split"]["buildings"]
        }
        groups = {b: [p for p in self.plans if p.unit["building"] == b] for b in shares}
        areas = {b: sum(self.area(p) for p in plans) for b, plans in groups.items()}
        average = total / self.area_sum
        if self.data["split"].get("normalise", True):
            average *= self.area_sum / sum(areas[b] * shares[b] for b in shares)
        return [
            Part(b, plans, average * shares[b] * areas[b], self) for b, plans in groups.items()
        ]
