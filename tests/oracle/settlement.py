"""`deal.settle_change` (handbook 5.4, 5.5): purses that are emptied one after the other."""
from datetime import date
from fractions import Fraction

from numerals import PricingError, number, places

OWN = {"sincerity_money", "booking_money", "deposit", "down_payment", "house_payment", "area_difference"}
LOANS = {"commercial_loan", "fund_loan"}
CHARGES = {"handling_fee", "late_fee"}
ENDS = {"refund_subscription", "forfeit_subscription", "quit"}
DOCUMENTS = {"refund_subscription": {"subscription"}, "forfeit_subscription": {"subscription"},
             "extend_signing": {"subscription"}}
BOTH = {"subscription", "contract"}
CHANGES = ENDS | {"change_unit", "change_names", "change_plan", "change_price", "extend_signing", "extend_payment"}
USED_BY = {"fault": ENDS, "remedy": ENDS, "refund": ENDS, "late_fee": ENDS,
           "surplus": {"change_unit", "change_plan", "change_price"},
           "reminded_on": {"forfeit_subscription"}, "late_fee_moves": {"extend_payment"}}


def fen(text):
    return int(number(text) * 100)


def half_up(exact):
    return int(exact + Fraction(1, 2)) if exact >= 0 else -int(-exact + Fraction(1, 2))


def money(count):
    return places(count, 2, 2)


def kind_of(one):
    item = one["item"]
    for kind, items in (("own", OWN), ("loan", LOANS), ("charge", CHARGES)):
        if item in items:
            return kind
    return {"house_non_loan": "own", "area_difference": "own", "house_loan": "loan", "collected": "collected",
            "charge": "charge"}.get(one.get("category"), "other")


class Purses:
    """What is left of each thing that was received, in the order given."""

    def __init__(self, received):
        self.left = [[kind_of(one), one["item"], fen(one["amount"])] for one in received]

    def sum(self, *kinds, item=None):
        return sum(left for kind, name, left in self.left if kind in kinds and item in (None, name))

    def take(self, amount, *kinds, item=None, without=None):
        taken = 0
        for purse in self.left:
            if purse[0] in kinds and item in (None, purse[1]) and purse[1] != without:
                part = min(purse[2], amount - taken)
                purse[2] -= part
                taken += part
        return taken

    def keep(self, amount):
        first = self.take(amount, "own", "other")
        return first + self.take(amount - first, "collected")


def checked(action, document, terms, change, received):
    if action not in CHANGES:
        raise PricingError("deal.change_action")
    if document["state"] == "closed":
        raise PricingError("deal.change_ended")
    if document["kind"] not in DOCUMENTS.get(action, BOTH):
        raise PricingError("deal.change_document")
    remedy = terms.get("remedy", {})
    amounts = [terms.get(name, "0") for name in ("refund", "handling_fee", "late_fee")] + [remedy.get("amount", "0")]
    amounts += [fee.get("amount", "0") for fee in change.get("fees", [])] + [one["amount"] for one in received]
    if any(number(amount) < 0 for amount in amounts):
        raise PricingError("deal.change_amount")
    rates = [remedy.get("rate", "0"), remedy.get("daily_rate", "0")]
    rates += [change.get(name, "0") for name in ("penalty_rate", "late_handover_rate")]
    rates += [fee.get("rate", "0") for fee in change.get("fees", [])]
    if any(not 0 <= number(rate) <= 1 for rate in rates):
        raise PricingError("deal.change_rate")
    if any(("amount" in fee) == ("rate" in fee) for fee in change.get("fees", [])):
        raise PricingError("deal.change_fee_terms")
    if any(terms.get(field) not in (None, False) and action not in used for field, used in USED_BY.items()):
        raise PricingError("deal.change_term_unused")


def fault_and_remedy(action, terms):
    fault, remedy = terms.get("fault", "neither"), terms.get("remedy", {}).get("kind")
    if action == "forfeit_subscription":
        if terms.get("fault", "buyer") != "buyer":
            raise PricingError("deal.change_forfeit_fault")
        if remedy not in (None, "deposit"):
            raise PricingError("deal.change_remedy")
        return "buyer", "deposit"
    wrong = remedy and (fault == "neither" or fault == "buyer" and (
        remedy == "late_handover" or remedy == "deposit" and action != "quit"))
    if wrong:
        raise PricingError("deal.change_remedy")
    return fault, remedy


def fee_of(action, terms, change, total):
    if "handling_fee" in terms:
        return fen(terms["handling_fee"])
    if terms.get("fault") == "seller":
        return 0
    for fee in change.get("fees", []):
        if fee["action"] == action:
            return fen(fee["amount"]) if "amount" in fee else half_up(number(fee["rate"]) * total)
    return 0


def owed(remedy, terms, change, old, document, today, purses):
    """What a remedy comes to."""
    given = terms.get("remedy", {})
    if remedy == "penalty_amount":
        return fen(given["amount"])
    if remedy == "penalty_rate":
        rate = given.get("rate", change.get("penalty_rate"))
        if rate is None:
            raise PricingError("deal.change_missing")
        return half_up(number(rate) * old)
    rate = given.get("daily_rate", change.get("late_handover_rate"))
    if rate is None or "handover" not in document:
        raise PricingError("deal.change_missing")
    days = (today - date.fromisoformat(document["handover"])).days
    if days <= 0:
        raise PricingError("deal.change_not_late")
    return half_up(number(rate) * purses.sum("own", "loan") * days)


def settle(request):
    state, command = request["deal"]["state"], request["command"]
    action, draft = command["action"], command.get("draft", {})
    terms, policy = draft.get("settlement", {}), request.get("policy", {})
    change, received = policy.get("change", {}), request["received"]
    document, today = state["documents"][-1], date.fromisoformat(request["now"][:10])
    checked(action, document, terms, change, received)
    fault, remedy = fault_and_remedy(action, terms) if action in ENDS else ("neither", None)
    price, purses = state["price"], Purses(received)
    old = fen(price["contract_total"])
    paid = purses.sum("own", item="deposit")
    legal = min(paid, min(fen(price["deal_total"]), old) * 20 // 100)
    there = sum(left for _, _, left in purses.left)
    out = {"received": there, "own_house": purses.sum("own"), "legal_deposit": legal, "old_total": old}
    if action in ENDS:
        out |= ended(purses, action, terms, change, old, legal, fault, remedy, document, today)
    else:
        new = fen(draft["price"]["contract_total"]) if "price" in draft else old
        out |= {"new_total": new, "difference": new - old}
        out["handling_fee"] = fee_of(action, terms, change, new)
        due = sum(fen(line["amount"]) for line in draft.get("schedule", [])
                  if line["in_price"] and line.get("due", "9") <= request["now"][:10])
        stays = terms.get("surplus") == "prepayment"
        if action == "change_unit":
            out |= moved(purses, new, due, out["handling_fee"], change, stays)
        else:
            out |= agreed(purses, action, state, draft, today, new, due, stays)
    gone = sum(out.get(name, 0) for name in ("refund", "kept", "to_bank", "transferred"))
    out["stays"] = there - gone
    return {"fault": fault, "counts": counts(action, document, old, out)} | {k: money(v) for k, v in out.items()
                                                                          if not k.startswith("_")}


def ended(purses, action, terms, change, old, legal, fault, remedy, document, today):
    amount = legal if remedy == "deposit" else 0
    if remedy not in (None, "deposit"):
        amount = owed(remedy, terms, change, old, document, today, purses)
    forfeited = amount if fault == "buyer" and remedy == "deposit" else 0
    penalty = amount if fault == "buyer" and remedy != "deposit" else 0
    purses.take(forfeited, "own", item="deposit")
    late, fee = fen(terms.get("late_fee", "0")), fee_of(action, terms, change, old)
    kept = [purses.keep(part) for part in (late, penalty, fee)]
    refundable = purses.sum("own", "other", "collected")
    refund = fen(terms["refund"]) if "refund" in terms else refundable
    if refund > refundable:
        raise PricingError("deal.change_refund_above")
    # What goes out goes in the order in which it was given.
    before = purses.sum("own")
    purses.take(refund, "own", "other", "collected")
    return {"handling_fee": fee, "late_fee": late, "penalty": penalty, "forfeited": forfeited,
            "kept": forfeited + sum(kept) + refundable - refund + purses.sum("charge"),
            "refundable": refundable, "refund": refund, "to_bank": purses.sum("loan"),
            "compensation": amount if fault == "seller" else 0,
            "shortfall": late + penalty + fee - sum(kept), "_house": before - purses.sum("own")}


def moved(purses, new, due, fee, change, stays):
    kept = 0 if change.get("fee_side") == "new_unit" else purses.keep(fee)
    surplus = max(0, purses.sum("own") - new)
    refund = 0 if stays else purses.take(surplus, "own", without="deposit")
    if not stays:
        refund += purses.take(surplus - refund, "own", item="deposit")
    house = purses.sum("own")
    return {"kept": kept + purses.sum("charge"), "surplus": surplus, "refund": refund, "refundable": refund,
            "to_bank": purses.sum("loan"), "transferred": purses.sum("own", "other", "collected"),
            "shortfall": max(0, new - house), "due_now": max(0, due - house)}


def agreed(purses, action, state, draft, today, new, due, stays):
    house = purses.sum("own", "loan")
    if action == "change_names":
        return {}
    if action == "extend_signing":
        before, day = state["documents"][-1].get("agreed_signing", ""), draft["agreed_signing"]
        if day <= before or day < today.isoformat():
            raise PricingError("deal.change_not_later")
        return {}
    surplus = 0
    if action in ("change_plan", "change_price"):
        surplus = min(max(0, house - new), purses.sum("own"))
    refund = 0 if stays else surplus
    return {"surplus": surplus, "refund": refund, "refundable": refund,
            "shortfall": max(0, new - house + refund), "due_now": max(0, due - house + refund)}


def counts(action, document, old, out):
    signed = document["kind"] == "contract"
    measures = ["subscriptions"] + ["signings"] * signed
    if action in ENDS:
        rows = [(measure, -1, -old) for measure in measures] + [("cancellations", 1, old)]
        rows += [("collections", 0, -out["_house"])] * (out["_house"] > 0)
    else:
        returned = [("collections", 0, -out.get("refund", 0))] * (out.get("refund", 0) > 0)
        if action == "change_unit":
            rows = [(measure, -1, -old) for measure in measures] + [("subscriptions", 1, out["new_total"])] + returned
        else:
            rows = returned + [(measure, 0, out["difference"]) for measure in measures] * (out["difference"] != 0)
    return [{"measure": measure, "units": units, "amount": money(amount)} for measure, units, amount in rows]
