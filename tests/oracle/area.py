"""`deal.settle_area` (handbook 5.12): the law as it is written, and bands by going along the ratio."""
from datetime import date, timedelta

import numerals
from fee import fees
from numerals import FEN, PricingError, half_up, number
from rounding import Rounding

THREE_PERCENT = number("0.03")


def day(text):
    return text and date.fromisoformat(text)


def by_law(contract, registered, price):
    """Amount, what bears interest, and whether the buyer may quit, by Art. 20."""
    more, within = registered - contract, THREE_PERCENT * contract
    if abs(more) <= within:
        return more * price, max(-more, 0) * price, False
    if more > 0:
        return within * price, number(0), True
    beyond = contract - registered - within
    return -(within * price + 2 * beyond * price), within * price, True


def refuse_bands(bands):
    if not bands:
        raise PricingError("area_settlement.blank")
    for at, band in enumerate(bands):
        low, high = band.get("from"), band.get("to")
        if number(band["factor"]) < 0:
            raise PricingError("area_settlement.number")
        if low is not None and high is not None:
            both = band.get("from_included") and band.get("to_included")
            if number(low) > number(high) or number(low) == number(high) and not both:
                raise PricingError("area_settlement.band_empty")
        if at == 0:
            continue
        before = bands[at - 1]
        if before.get("to") is None or low is None or number(low) < number(before["to"]):
            raise PricingError("area_settlement.bands_order")
        ends = bool(before.get("to_included")) + bool(band.get("from_included"))
        if number(low) == number(before["to"]):
            if ends == 2:
                raise PricingError("area_settlement.bands_order")
            if ends == 0 and number(low) != 0:
                raise PricingError("area_settlement.bands_gap")
        else:
            raise PricingError("area_settlement.bands_gap")


def inside(band, ratio):
    low, high = band.get("from"), band.get("to")
    above = low is None or ratio > number(low) or ratio == number(low) and band.get("from_included", False)
    below = high is None or ratio < number(high) or ratio == number(high) and band.get("to_included", False)
    return above and below


def band_of(bands, ratio):
    found = [band for band in bands if inside(band, ratio)]
    if not found:
        raise PricingError("area_settlement.no_band")
    return found[0]


def by_bands(rule, contract, registered, price):
    bands, ratio = rule["bands"], registered / contract - 1
    if ratio == 0:
        return number(0), number(0), False
    own = band_of(bands, ratio)
    if rule.get("way", "segmented") == "whole_at_band":
        pieces = [(ratio, own)]
    else:
        # Every end of a band on the way is a stop; between two stops one band holds.
        ends = {number(band[end]) for band in bands for end in ("from", "to") if end in band}
        stops = sorted({number(0), ratio} | {end for end in ends if min(ratio, 0) < end < max(ratio, 0)})
        pieces = []
        for low, high in zip(stops, stops[1:]):
            band = next((band for band in bands if inside(band, (low + high) / 2)), None)
            if band:
                pieces.append(((high - low) * (1 if ratio > 0 else -1), band))
    amount = sum((share * contract * number(band["factor"]) * price for share, band in pieces), number(0))
    bearing = sum((share * contract * number(band["factor"]) * price for share, band in pieces
                   if band.get("interest") and share < 0), number(0))
    return amount, -bearing, bool(own.get("may_quit"))


def settle(policy, contract, registered, price):
    rule = policy.get("rule", {"kind": "statutory"})
    if rule["kind"] == "statutory":
        return by_law(contract, registered, price)
    return by_bands(rule, contract, registered, price)


def refuse(request):
    policy, contract, survey = request.get("policy", {}), request["contract"], request["survey"]
    if policy.get("rule", {}).get("kind") == "bands":
        refuse_bands(policy["rule"]["bands"])
    for data in (contract, survey):
        if any(field in data and number(data[field]) <= 0 for field in ("building_area", "inside_area")):
            raise PricingError("area_settlement.area")
    if any(field in contract and number(contract[field]) <= 0 for field in ("deal_total", "contract_total", "unit_price")) \
            or number(request.get("unpaid", "0")) < 0:
        raise PricingError("area_settlement.number")
    if contract["unit_no"] != survey["unit_no"]:
        raise PricingError("area_settlement.unit_differs")
    if request.get("quit_requested_on") and request.get("refunded_on", "9") < request["quit_requested_on"]:
        raise PricingError("area_settlement.dates_turned")


def interest(principal, rate, days, policy):
    if days < 0:
        raise PricingError("area_settlement.dates_turned")
    return principal * number(rate) * days / (360 if policy.get("interest_year") == "days360" else 365)


def quitting(request, policy, quits):
    """What is refunded to a buyer who may quit."""
    paid = request["contract"].get("payments", [])
    if not paid:
        if quits:
            raise PricingError("area_settlement.payments_missing")
        return None
    asked = day(request.get("quit_requested_on"))
    due = asked and asked + timedelta(days=policy.get("quit_days", 30))
    until, rate = day(request.get("refunded_on")) or due, policy.get("quit_interest_rate")
    earned = None
    if until and rate is not None:
        each = [interest(number(one["amount"]), rate, (until - day(one["on"])).days, policy) for one in paid]
        earned = half_up(sum(each, number(0)), FEN)
    sums = [sum((number(one["amount"]) for one in paid if one.get("from_loan", False) is lent), number(0)) for lent in (False, True)]
    return {"to_buyer": sums[0], "to_lender": sums[1], "interest": earned, "due": due}


def lines(amount, earned, request, policy):
    """Money to be paid: way, amount, last day."""
    on, days = day(request.get("settled_on")), policy.get("due_days")
    due = (on + timedelta(days=days)).isoformat() if on and days is not None else None
    if amount > 0:
        return [("receivable", amount, due)]
    back, offset = -amount + (earned or 0), number(0)
    if policy.get("refund") == "offset":
        if back and "unpaid" not in request:
            raise PricingError("area_settlement.unpaid_missing")
        offset = min(back, number(request.get("unpaid", "0")))
    return [(way, one, due) for way, one in (("offset", offset), ("refund", back - offset)) if one]


def shown(money, item="area_difference"):
    return [{"way": way, "item": item, "amount": numerals.money(amount)} | ({"due": due} if due else {})
            for way, amount, due in money]


def fee_change(request, amount):
    """Fees of the unit before and after: asked twice of the oracle's own fee rules."""
    given, survey = request["fees"], request["survey"]
    at = [n for n, unit in enumerate(given["facts"]["units"]) if unit.get("unit_no", survey["unit_no"]) == survey["unit_no"]]
    if not at:
        raise PricingError("area_settlement.fee_unit")
    totals = []
    for settled in (False, True):
        units = [dict(unit) for unit in given["facts"]["units"]]
        unit = units[at[0]]
        unit.pop("surveyed_area", None), unit.pop("surveyed_inside_area", None)
        if settled:
            unit["price"] = numerals.money(number(unit["price"]) + amount)
            unit["surveyed_area"] = survey["building_area"]
            if "inside_area" in survey:
                unit["surveyed_inside_area"] = survey["inside_area"]
        totals.append(fees({"policy": given["policy"], "facts": given["facts"] | {"units": units}}))
    before, after = ({(one["code"], one["unit_no"]): number(one["amount"]) for one in total["lines"]} for total in totals)
    keys = [*after, *(key for key in before if key not in after)]
    return {
        "differences": [{"code": code, "unit_no": unit, "before": numerals.money(before.get((code, unit), number(0))),
                         "after": numerals.money(after.get((code, unit), number(0))),
                         "difference": numerals.money(after.get((code, unit), number(0)) - before.get((code, unit), number(0)))}
                        for code, unit in keys],
        "sheet": {"buyer_total": totals[1]["buyer_total"], "seller_total": totals[1]["seller_total"]},
    }


def settled(request):
    policy, contract, survey = request.get("policy", {}), request["contract"], request["survey"]
    refuse(request)
    own = contract.get("basis", "building")
    basis = {"never": "per_unit"}.get(policy.get("per_unit", "never"), policy.get("per_unit")) if own == "per_unit" else own
    field = "inside_area" if basis == "inside" else "building_area"
    if field not in contract or field not in survey:
        raise PricingError("area_settlement.inside_missing")
    areas = number(contract[field]), number(survey[field])
    price = number(contract["unit_price"]) if "unit_price" in contract and basis == own != "per_unit" \
        else number(contract["deal_total"]) / areas[0]
    applies = basis != "per_unit" and not survey.get("design_change")
    exact, bearing, may_quit = settle(policy, *areas, price) if applies else (number(0), number(0), False)
    both = "inside_area" in contract and "inside_area" in survey
    if applies and not may_quit and policy.get("double_test") and basis == "building" and both:
        may_quit = settle(policy, number(contract["inside_area"]), number(survey["inside_area"]), price)[2]
    quits = request.get("choice") == "quit"
    if quits and not may_quit:
        raise PricingError("area_settlement.no_right_to_quit")
    refunded = quitting(request, policy, quits) if may_quit else None
    total = number(contract.get("contract_total", contract["deal_total"]))
    answer = {"basis": basis, "ratio": numerals.plain(areas[1] / areas[0] - 1), "may_quit": may_quit,
              "unit_price": numerals.plain(price), "contract_total_before": numerals.money(total)}
    if both:
        answer["inside_ratio"] = numerals.plain(number(survey["inside_area"]) / number(contract["inside_area"]) - 1)
    if refunded:
        answer["quit"] = {"to_buyer": numerals.money(refunded["to_buyer"]), "to_lender": numerals.money(refunded["to_lender"])}
        for name, text in (("interest", refunded["interest"] is not None and numerals.money(refunded["interest"])),
                           ("due", refunded["due"] and refunded["due"].isoformat())):
            if text:
                answer["quit"][name] = text
    if quits:
        due = answer["quit"].get("due")
        money = [(way, one, due) for way, one in (("refund", refunded["to_buyer"] + (refunded["interest"] or 0)),
                                                   ("refund_to_lender", refunded["to_lender"])) if one]
        return answer | {"outcome": "quit", "amount": "0.00", "money": shown(money, "house_payment") or None}
    amount, earned = Rounding(policy.get("rounding", {"place": "0.01"}))(exact), None
    if bearing and "refund_interest_rate" in policy:
        if "settled_on" not in request or not contract.get("payments"):
            raise PricingError("area_settlement.interest_dates")
        last = max(one["on"] for one in contract["payments"])
        days = (day(request["settled_on"]) - day(last)).days
        earned = half_up(interest(bearing, policy["refund_interest_rate"], days, policy), FEN)
        answer["interest"] = {"principal": numerals.plain(bearing), "days": days, "amount": numerals.money(earned)}
    ways = {True: "buyer_pays", False: "seller_refunds"}
    outcome = ways[amount > 0] if amount else "even"
    outcome = "supplement" if survey.get("design_change") else "per_unit" if not applies else outcome
    if "fees" in request:
        answer["fees"] = fee_change(request, amount)
    return answer | {"outcome": outcome, "amount": numerals.money(amount), "contract_total_after": numerals.money(total + amount),
                     "money": shown(lines(amount, earned, request, policy)) or None}
