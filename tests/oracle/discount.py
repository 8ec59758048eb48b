"""`discount.apply` and `discount.best`, as far as they are arithmetic (handbook 3)."""
from itertools import combinations

import numerals
from combine import agree, settle, ways, within_limits
from eligible import holds, item, late
from numerals import FEN, MILLIONTH, PricingError, half_up
from stacking import ListPrice, Stacking, calculated


def outcome(price, items, scheme):
    rules = scheme.get("stacking", {})
    total, unit, amounts, rest = Stacking(rules).explained(price, items)
    effective = total / price.total
    return {
        "list_total": numerals.money(price.total),
        "list_unit_price": numerals.unit_price(price.unit),
        "deal_total": numerals.money(total),
        "deal_unit_price": numerals.unit_price(unit),
        "discount_amount": numerals.money(price.total - total),
        "effective_discount": numerals.rate(half_up(effective, MILLIONTH)),
        "effective_percent": numerals.plain(half_up(100 * effective, FEN)),
        "unit_discount": numerals.rate(half_up(unit / price.unit, MILLIONTH)),
        "share_off": numerals.rate(half_up(1 - effective, MILLIONTH)),
        "applied": [{"code": i.code, "amount": numerals.money(amounts[i.code])} for i in calculated(items, rules)],
        "rest": [{"rule": rule, "amount": numerals.money(amount)} for rule, amount in rest.items()],
    }


def chosen_items(request):
    """The discounts chosen, in the order of the choice."""
    places = {d["code"]: n for n, d in enumerate(request["scheme"]["discounts"])}
    items = []
    for choice in request.get("chosen", []):
        if choice["code"] not in places:
            raise PricingError("discount.unknown")
        if any(i.code == choice["code"] for i in items):
            raise PricingError(None)
        place = places[choice["code"]]
        items.append(item(place, request["scheme"]["discounts"][place], choice, request["facts"]))
    return items


def apply(request):
    price, scheme = ListPrice(request["list"]), request["scheme"]
    chosen = chosen_items(request)
    if request.get("ineligible", "reject") == "reject" and not all(holds(i, request) for i in chosen):
        raise PricingError(None)
    kept = [i for i in chosen if holds(i, request) and not late(i, request)]
    stacking = Stacking(scheme.get("stacking", {}))
    given = settle(kept, scheme.get("limits", {}), lambda some: stacking.deal(price, some)[0])
    removed = [i for i in chosen if i not in kept] + [i for i in kept if i not in given]
    return outcome(price, given, scheme) | {"removed": [{"code": i.code} for i in removed]}


def best(request):
    """Every combination is tried; of equal prices the fewest, then the first discounts win.

    What is given stands in the order of the scheme. Of chosen discounts that exclude each other
    only some can be in it: which, is for the policy to say.
    """
    price, scheme, facts = ListPrice(request["list"]), request["scheme"], request["facts"]
    wanted = chosen_items(request)
    if not all(holds(i, request) for i in wanted):
        raise PricingError(None)
    codes = [i.code for i in wanted]
    lost = [i.code for i in wanted if late(i, request)]
    wanted = [i for i in wanted if i.code not in lost]
    offered = [
        item(place, discount, None, facts)
        for place, discount in enumerate(scheme["discounts"])
        if discount["code"] not in codes and not discount.get("negotiable")
    ]
    offered = [i for i in offered if holds(i, request) and not late(i, request)]
    stacking, limits = Stacking(scheme.get("stacking", {})), scheme.get("limits", {})

    def admissible(items):
        return agree(items) and within_limits(items, limits)

    found = []
    for kept in ways(wanted, limits):
        for size in range(len(offered) + 1):
            for more in combinations(offered, size):
                items = sorted([*kept, *more], key=lambda i: i.place)
                if admissible(items):
                    total = stacking.deal(price, items)[0]
                    found.append((total, len(items), [i.place for i in items], items))
    if not found:
        raise PricingError(None)
    found.sort(key=lambda one: one[:3])
    given, places = found[0][3], found[0][2]
    # Gifts cost the buyer nothing: what may still be given is given.
    for gift in offered:
        if gift.gift and gift not in given and admissible([*given, gift]):
            given, places = [*given, gift], [*places, gift.place]
    given = sorted(given, key=lambda i: i.place)
    removed = lost + [i.code for i in wanted if i not in given]
    excluded = []
    for place, discount in enumerate(scheme["discounts"]):
        # What was chosen and cannot be given is shown as removed.
        if place not in places and discount["code"] not in removed:
            total = next((one[0] for one in found if place in one[2]), None)
            excluded.append({
                "code": discount["code"],
                "deal_total_with": None if total is None else numerals.money(total),
            })
    best_price = outcome(price, given, scheme) | {"removed": [{"code": code} for code in removed]}
    return {"best": best_price, "excluded": excluded}
