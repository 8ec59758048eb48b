"""Which discounts may be given together, and which of them are (handbook 3.5)."""
from itertools import combinations

from numerals import PricingError, number


def exclude(a, b):
    """Whether two discounts may not be given in one deal."""
    one, other = a.discount, b.discount
    if a.code in other.get("not_with", []) or b.code in one.get("not_with", []):
        return True
    if one.get("exclusive_group") is not None and one["exclusive_group"] == other.get("exclusive_group"):
        return True
    if a.gift or b.gift:
        return False
    return a.fixed and b.fixed or any(x.fixed and not x.discount.get("combinable") for x in (a, b))


def agree(items):
    return not any(exclude(a, b) for a, b in combinations(items, 2))


def within_limits(items, limits):
    if len(items) > limits.get("max_items", len(items)):
        return False
    most = limits.get("max_share_off")
    return most is None or sum(i.points for i in items) <= number(most)


def keep_first(items):
    kept = []
    for item in items:
        if agree([*kept, item]):
            kept.append(item)
    return kept


def maximal(items):
    """Every combination without exclusions to which nothing can be added, first things first."""
    sets = [s for n in range(len(items), -1, -1) for s in combinations(items, n) if agree(s)]
    found = [s for s in sets if not any(set(s) < set(t) for t in sets)]
    return sorted(found, key=lambda s: [items.index(i) for i in s])


def best_for_buyer(items, price_of):
    """The cheapest; of equal prices the fewest discounts, then the first."""
    return list(min(maximal(items), key=lambda some: (price_of(some), len(some))))


def ways(items, limits):
    """What the best may hold of the discounts chosen: one of these."""
    if agree(items):
        return [items]
    policy = limits.get("exclusivity", "reject")
    if policy == "reject":
        raise PricingError(None)
    return [keep_first(items)] if policy == "keep_first" else maximal(items)


def settle(items, limits, price_of):
    """What is given of the discounts chosen; raises PricingError if the choice is refused."""
    policy = limits.get("exclusivity", "reject")
    if not agree(items):
        if policy == "reject":
            raise PricingError(None)
        items = keep_first(items) if policy == "keep_first" else best_for_buyer(items, price_of)
    if not within_limits(items, limits):
        raise PricingError(None)
    return items
