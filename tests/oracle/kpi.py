"""Targets split, measures, bridges (handbook 8.1 to 8.4): by going through every fact for every cell."""
from datetime import date, timedelta
from fractions import Fraction

from numerals import PricingError, half_up, number, places


def plain(value, decimals):
    """An exact number of at most so many decimals, without needless zeros."""
    count = value * 10**decimals
    assert count.denominator == 1
    return places(int(count), decimals, 0)


# 8.1: a whole over its parts

def largest_remainder(whole, weights, keys=None):
    """A whole number of steps by weights: floors, then one each to the largest rests, of equal ones to the
    smallest key, or to the first without keys."""
    total = sum(weights)
    raw = [whole * weight / total for weight in weights]
    parts = [value.numerator // value.denominator for value in raw]
    order = sorted(range(len(raw)), key=lambda at: (parts[at] - raw[at], keys[at] if keys else at))
    for at in order[:whole - sum(parts)]:
        parts[at] += 1
    return parts


def split(request):
    total, quantum = number(request["total"]), number(request.get("quantum", "1"))
    parts = request["parts"]
    ids = [part["id"] for part in parts]
    below = {id: [part for part in parts if part.get("parent") == id] for id in [None, *ids]}
    if len(set(ids)) < len(ids):
        raise PricingError("kpi.id_twice")
    if any(part.get("parent") not in (None, *ids) for part in parts):
        raise PricingError("kpi.part_unknown")
    steps = total / quantum
    if steps.denominator != 1 or any((number(p["fixed"]) / quantum).denominator != 1 for p in parts if "fixed" in p):
        raise PricingError("kpi.not_whole")
    value, todo = {None: int(steps)}, [None]
    while todo:
        of = todo.pop(0)
        own = below[of]
        if not own:
            continue
        left = value[of]
        for part in own:
            if "fixed" in part:
                value[part["id"]] = int(number(part["fixed"]) / quantum)
                left -= value[part["id"]]
        free = [part for part in own if "fixed" not in part]
        if left < 0:
            raise PricingError("kpi.fixed_above")
        if not free and left:
            raise PricingError("kpi.fixed_below")
        weights = [number(part.get("weight", "1")) for part in free]
        if free and not any(weights):
            raise PricingError("kpi.weights_zero")
        if free:
            keys = [(part.get("order", 0), part["id"]) for part in free]
            value.update(zip([part["id"] for part in free], largest_remainder(left, weights, keys)))
        todo += [part["id"] for part in own]

    def reported(id, part):
        if not below[id]:
            return number(part["reported"]) if part and "reported" in part else None
        sums = [reported(one["id"], one) for one in below[id]]
        return None if None in sums else sum(sums)

    lines = []
    for part in parts:
        line = {"id": part["id"], "value": plain(value[part["id"]] * quantum, 6)}
        found = reported(part["id"], part)
        if found is not None:
            line |= {"reported": plain(found, 6), "difference": plain(found - value[part["id"]] * quantum, 6)}
        lines.append(line)
    return {"total": plain(total, 6), "lines": lines}


# 8.2: measures. For each: which facts (kind, detail, goes back to, sign), which day, which amount, stock.

SUBSCRIBED = [("subscription", None, None, 1)]
SIGNED = [("signing", None, None, 1)]
NET_SUBSCRIBED = SUBSCRIBED + [("cancellation", None, "subscription", -1)]
NET_SIGNED = SIGNED + [("cancellation", None, "signing", -1)]
NET_SIGNED_AMOUNT = SIGNED + [("unit_change", None, "signing", 1), ("cancellation", None, "signing", -1)]
CANCELLED = [("cancellation", None, None, 1)]
MONEY = [("collection", None, None, 1)]
COMMISSION = [("commission", None, None, 1)]
SPEND = [("spend", None, None, 1)]

MARKETING = {
    "subscriptions": (SUBSCRIBED, "performance_date", "count", False),
    "subscribed_amount": (SUBSCRIBED, "performance_date", "amount", False),
    "net_subscriptions": (NET_SUBSCRIBED, "performance_date", "count", False),
    "signings": (SIGNED, "date", "count", False),
    "signed_area": (SIGNED, "date", "area", False),
    "signed_amount": (SIGNED, "date", "amount", False),
    "net_signed_amount": (NET_SIGNED_AMOUNT, "date", "amount", False),
    "sales": (SUBSCRIBED, "performance_date", "count", False),
    "sold_amount": (SUBSCRIBED, "performance_date", "amount", False),
    "net_sales": (NET_SUBSCRIBED, "performance_date", "count", False),
    "cancellations": (CANCELLED, "date", "count", False),
    "cancelled_amount": (CANCELLED, "date", "amount", False),
    "collections": (MONEY, "date", "amount", False),
    "collected_to_date": (MONEY, "date", "amount", True),
    "first_visits": ([("visit", "first", None, 1)], "date", "count", False),
    "visits": ([("visit", None, None, 1)], "date", "count", False),
    "spend": (SPEND, "date", "amount", False),
    "commission": (COMMISSION, "date", "amount", False),
    "selling_expenses": (SPEND + COMMISSION, "date", "amount", False),
}
FINANCE = {
    "signings": (SIGNED, "finance_date", "count", False),
    "signed_area": (SIGNED, "finance_date", "area", False),
    "signed_amount": (SIGNED, "finance_date", "finance_amount", False),
    "net_signed_amount": (NET_SIGNED_AMOUNT, "finance_date", "finance_amount", False),
    "sales": (SIGNED, "finance_date", "count", False),
    "sold_amount": (SIGNED, "finance_date", "finance_amount", False),
    "net_sales": (NET_SIGNED, "finance_date", "count", False),
    "cancellations": (CANCELLED, "finance_date", "count", False),
    "cancelled_amount": (CANCELLED, "finance_date", "finance_amount", False),
    "collections": (MONEY, "finance_date", "finance_amount", False),
    "collected_to_date": (MONEY, "finance_date", "finance_amount", True),
    "commission": (COMMISSION, "finance_date", "finance_amount", False),
}
RATIOS = {
    "average_price": ("signed_amount", "signed_area", 2),
    "visit_to_subscription_rate": ("subscriptions", "first_visits", 4),
    "subscription_to_signing_flow": ("signings", "subscriptions", 4),
    "cancellation_rate": ("cancellations", "subscriptions", 4),
    "collection_rate": ("collections", "signed_amount", 4),
    "selling_expense_ratio": ("selling_expenses", "signed_amount", 4),
    "commission_ratio": ("commission", "signed_amount", 4),
    "cost_per_signing": ("spend", "signings", 2),
}


def day(text):
    return date.fromisoformat(text)


def origins(facts, fact):
    """Everything that a fact goes back to, the nearest first."""
    by_key = {one["key"]: one for one in facts}
    found = []
    while "of" in fact and fact["of"] in by_key:
        fact = by_key[fact["of"]]
        found.append(fact)
    return found


def day_of(fact, field):
    if field == "performance_date":
        return fact.get("performance_date", fact["date"])
    return fact.get(field)


def amount_of(fact, field):
    if field == "count":
        return Fraction(fact.get("count", 1))
    if field == "finance_amount":
        return number(fact.get("finance_amount", fact.get("amount", "0")))
    return number(fact.get(field, "0"))


def sold_on(back, finance):
    """The day of the sale among what a cancellation goes back to: of a caliber's own kind, else of the first fact."""
    kind, field = ("signing", "finance_date") if finance else ("subscription", "performance_date")
    sale = next((one for one in back if one["kind"] == kind), None)
    return (sale is not None, day_of(sale or back[-1], field)) if back else (False, None)


def counted(facts, reading, restated=False, as_of=None, recorded_to=None):
    """Every fact of a reading with the day that decides and its amount."""
    terms, field, amount, _ = reading
    for fact in facts:
        if as_of and fact["date"] > as_of or recorded_to and fact.get("recorded_on", fact["date"]) > recorded_to:
            continue
        back = origins(facts, fact)
        for kind, detail, of, sign in terms:
            if fact["kind"] != kind or detail and fact.get("detail") != detail:
                continue
            meant = next((one for one in back if one["kind"] == of), None)
            if of and not meant:
                continue
            decides, own = day_of(fact, field), day_of(fact, field)
            if restated and kind == "cancellation":
                if meant:
                    decides = day_of(meant, field)
                else:
                    is_sale, sold = sold_on(back, field == "finance_date")
                    decides = sold if is_sale else sold or own
            if as_of and any(on and on > as_of for on in (own, decides)):
                break
            if own and decides:
                yield fact, decides, sign * amount_of(fact, amount)
            break


def periods(series):
    kind, first, last = series["kind"], day(series["from"]), day(series["to"])
    if kind == "cumulative":
        return [("cumulative", first, last)]
    found = []
    while first <= last:
        if kind == "week":
            end, name = first + timedelta(6 - first.weekday()), "{}-W{:02}".format(*first.isocalendar()[:2])
        else:
            months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[kind]
            part = (first.month - 1) // months
            after = (part + 1) * months
            end = date(first.year + after // 12, after % 12 + 1, 1) - timedelta(1)
            name = {"month": f"{first:%Y-%m}", "quarter": f"{first.year}-Q{part + 1}",
                    "half_year": f"{first.year}-H{part + 1}", "year": f"{first.year}"}[kind]
        found.append((name, first, min(end, last)))
        first = min(end, last) + timedelta(1)
    return found


def measure(request):
    readings = FINANCE if request.get("caliber") == "finance" else MARKETING
    restated = request.get("treatment") == "restate_original_period"
    facts, by = request["facts"], request.get("by", [])
    for metric in request["metrics"]:
        for part in RATIOS.get(metric, (metric,))[:2]:
            if part not in readings:
                raise PricingError("kpi.no_finance_reading")
    values = sorted({tuple((d not in f, f.get(d, "")) for d in by) for f in facts}) if by else []
    groups = []
    for group in [None, *values]:
        own = [f for f in facts if group is None or tuple((d not in f, f.get(d, "")) for d in by) == group]
        keys = {fact["key"] for fact in own}
        cells = []
        for name, first, last in periods(request["periods"]):
            def total(metric):
                reading = readings[metric]
                return sum((amount for fact, decides, amount in counted(facts, reading, restated, request.get("as_of"), request.get("recorded_to"))
                            if fact["key"] in keys and (reading[3] or day(decides) >= first) and day(decides) <= last), Fraction(0))
            for metric in request["metrics"]:
                cell = {"metric": metric, "period": name}
                if metric in RATIOS:
                    of, per, decimals = RATIOS[metric]
                    above, below = total(of), total(per)
                    cell |= {"numerator": plain(above, 4), "denominator": plain(below, 4)}
                    if below:
                        cell |= {"state": "number", "value": plain(half_up(above / below, Fraction(1, 10**decimals)), decimals)}
                    else:
                        cell |= {"state": "undefined"}
                else:
                    cell |= {"state": "number", "value": plain(total(metric), 4)}
                cells.append(cell)
        groups.append({"cells": cells})
    return {"groups": groups}


# 8.4: the bridge

def bridge(request):
    sides = [("first", request["facts"]), ("second", request.get("second_facts", request["facts"]))]
    by = request.get("match_by", "event")
    parts, totals = {}, []
    for at, (side, facts) in enumerate(sides):
        figure = request[side]
        reading = (FINANCE if figure.get("caliber") == "finance" else MARKETING)[request["metric"]]

        def compared(fact):
            root = ([fact] + origins(facts, fact))[-1]["key"]
            key = {"event": root, "deal": fact.get("deal", root), "unit": fact.get("unit", root)}[by]
            if fact["kind"] in ("subscription", "signing"):
                return key, "sale", ""
            if fact["kind"] == "cancellation":
                return key, "cancellation", ""
            return key, fact["kind"], fact["key"] if by == "event" else ""

        for fact in facts:
            parts.setdefault(compared(fact), [([], [], []), ([], [], [])])[at][0].append(fact)
        restated = figure.get("treatment") == "restate_original_period"
        total = Fraction(0)
        for fact, decides, amount in counted(facts, reading, restated, figure.get("as_of"), figure.get("recorded_to")):
            part = parts[compared(fact)][at]
            part[1].append(decides)
            if (reading[3] or decides >= figure["from"]) and decides <= figure["to"]:
                part[2].append(amount)
                total += amount
        totals.append(total)
    lines = []
    for (key, *_), both in parts.items():
        amounts = [sum(part[2], Fraction(0)) for part in both]
        if amounts[0] == amounts[1]:
            continue
        reason = "amount_differs"
        for at, (side, _) in enumerate(sides):
            if both[at][2] or not both[1 - at][2]:
                continue
            figure = request[side]
            terms, field = (FINANCE if figure.get("caliber") == "finance" else MARKETING)[request["metric"]][:2]
            own, days, _ = both[at]
            meant = [f for f in own if f["kind"] in [term[0] for term in terms]]
            stock = (FINANCE if figure.get("caliber") == "finance" else MARKETING)[request["metric"]][3]
            if days:
                reason = "counted_earlier" if min(days) < figure["from"] and not stock else "counted_later"
            elif not own:
                reason = "not_known"
            elif "as_of" in figure and any(max(f["date"], day_of(f, field) or "") > figure["as_of"] for f in meant):
                reason = "not_yet_happened"
            elif "recorded_to" in figure and any(f.get("recorded_on", f["date"]) > figure["recorded_to"] for f in meant):
                reason = "not_yet_recorded"
            else:
                reason = "not_recognised"
        lines.append((reason, key, amounts))
    reasons = ["amount_differs", "counted_earlier", "counted_later", "not_recognised", "not_yet_happened", "not_yet_recorded", "not_known"]
    sums = [(reason, sum((a[1] - a[0] for r, _, a in lines if r == reason), Fraction(0)), sum(r == reason for r, *_ in lines)) for reason in reasons]
    return {
        "first": plain(totals[0], 4), "second": plain(totals[1], 4), "difference": plain(totals[1] - totals[0], 4),
        "reasons": [{"reason": reason, "count": count, "difference": plain(value, 4)} for reason, value, count in sums if count] or None,
    }
