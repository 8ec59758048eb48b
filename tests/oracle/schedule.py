"""`payment.schedule` (handbook 4.2 and 4.3)."""
from math import floor

import caps
import numerals
import receipts
from dates import day, due
from numerals import FEN, MILLIONTH, PricingError, half_up, number
from rounding import YUAN, Rounding

LOANS = {"commercial_loan": "commercial", "fund_loan": "fund"}
METHODS = {
    "lump_sum": set(), "instalment": set(), "mortgage": {"commercial"},
    "provident_fund": {"fund"}, "combination": {"commercial", "fund"},
}
DEPOSIT_NAME = "定金"


class Line:
    def __init__(self, item, name, amount, data, in_price=True):
        self.item, self.name, self.data, self.in_price = item, name, data, in_price
        self.amount = None if amount is None else number(amount)
        self.loan = item in LOANS
        self.own = in_price and not self.loan
        self.fee = data["amount"]["item"] if item == "fee" else None
        self.received = None

    def due(self, request):
        grace = request["plan"].get("node_grace_days", 0)
        return due(self.data["anchor"], self.data.get("months", 0), self.data.get("days", 0),
                   request.get("dates", {}), grace, request.get("working_days"), self.loan)


def policy_day(request):
    return day(request.get("as_of", request.get("dates", {}).get("subscription")))


def lent(request, total, list_caps=None):
    """Amounts of the loans, and what rounding and limits cut off them."""
    plan, base = request["plan"], total
    if set(LOANS.values()) & set(plan) != METHODS[plan["method"]]:
        raise PricingError(None)
    if plan.get("loan_base") == "lowest_valuation":
        base = min([total, *(number(request[f]) for f in ("appraisal", "filed_total") if f in request)])
    limited, most = "max_loan_ratio" in plan, number(plan.get("max_loan_ratio", "1"))
    amounts, planned = {}, {}
    for kind in ("fund", "commercial"):
        if kind not in plan:
            continue
        rule, other = plan[kind], amounts.get("fund", number(0))
        applied = number(request[f"{kind}_loan"]) if f"{kind}_loan" in request else None
        left, left_of_total = base * most - other, total * most - other
        if "ratio" in rule:
            raw, planned[kind] = base * number(rule["ratio"]), total * number(rule["ratio"])
        elif "fixed" in rule:
            raw = planned[kind] = number(rule["fixed"])
        elif limited:
            raw, planned[kind] = left, left_of_total
        elif applied is None:
            raise PricingError(None)
        else:
            # Only the amount applied for says how much it is: up to the base.
            raw, planned[kind] = left, min(applied, left)
        planned[kind] = min(planned[kind], left_of_total)
        named = [(cap, caps.amount(cap["limit"], request.get("borrower", {}), base))
                 for cap in caps.in_force(rule.get("caps", []), policy_day(request))]
        known = [value for _, value in named if value is not None]
        can_be = min([raw, left, *known, *(number(rule[f]) for f in ("cap",) if f in rule)])
        if applied is not None and applied > can_be and plan.get("loan_above") == "refuse":
            raise PricingError(None)
        step = number(rule.get("place", "10000"))
        asked = can_be if applied is None else min(applied, can_be)
        amounts[kind] = max(floor(asked / step) * step, number(0))
        own = [raw] if "ratio" in rule or "fixed" in rule else []
        own += ([left] if limited else []) + ([number(rule["cap"])] if "cap" in rule else [])
        if list_caps is not None:
            list_caps += caps.listed(f"{kind}_loan", own, named, asked)
    cut_off = {kind: max(planned[kind] - amounts[kind], 0) for kind in amounts}
    if len(amounts) == 2:
        # What the commercial loan takes over from the fund loan is not the buyer's.
        over = total * most - amounts["fund"] - max(planned["commercial"], amounts["commercial"])
        cut_off["fund"] = min(cut_off["fund"], max(over, 0))
    return amounts, {kind: half_up(cut, FEN) for kind, cut in cut_off.items()}


def plan_lines(request, total):
    """The lines of the plan in order; loans and the remainder have no amount yet."""
    fees = {f["item"]: f["amount"] for f in request.get("fees", [])}
    lines, first = [], True
    for data in request["plan"]["lines"]:
        amount, kind = data["amount"], data["amount"]["kind"]
        if kind in LOANS:
            lines.append(Line(kind, data["name"], None, data))
            continue
        if kind == "fee":
            if amount["item"] not in fees:
                raise PricingError(None)
            lines.append(Line("fee", data["name"], fees[amount["item"]], data, in_price=False))
            continue
        value = None
        if kind == "ratio":
            ratio = number(amount["ratio"])
            if not 0 < ratio <= 1:
                raise PricingError(None)
            value = (Rounding(data["rounding"]) if "rounding" in data else YUAN)(total * ratio)
        elif kind == "fixed":
            value = number(amount["amount"])
        lines.append(Line("down_payment" if first else "instalment", data["name"], value, data))
        first = False
    return lines


def put_loans(lines, amounts, cut_off):
    """Sets the loans and moves what was cut off to the buyer."""
    for kind, amount in amounts.items():
        at = [n for n, line in enumerate(lines) if LOANS.get(line.item) == kind]
        if len(at) != 1:
            raise PricingError(None)
        lines[at[0]].amount = amount
        own = [n for n, line in enumerate(lines) if line.own]
        before, after = [n for n in own if n < at[0]], [n for n in own if n > at[0]]
        for n in before[-1:] or after[:1]:
            if lines[n].amount is not None:
                lines[n].amount += cut_off[kind]


def put_remainder(lines, total):
    own = [line for line in lines if line.own]
    rest = [line for line in own if line.amount is None]
    if len(rest) > 1 or not own:
        raise PricingError(None)
    left = total - sum(line.amount for line in lines if line.in_price and line.amount is not None)
    if rest:
        rest[0].amount = left
    else:
        own[-1].amount += left
    if any(line.amount < 0 for line in lines):
        raise PricingError(None)


def take_off(lines, deposit):
    """Takes the deposit off its line, then off the lines after it, then off those before it."""
    own = [line for line in lines if line.own]
    first = next((n for n, line in enumerate(own) if line.data.get("deduct_deposit")), 0)
    for line in own[first:] + own[:first][::-1]:
        part = min(deposit, line.amount)
        line.amount -= part
        deposit -= part
    if deposit:
        raise PricingError(None)


def deposit_line(request):
    plan = request["plan"]
    if "deposit" not in plan:
        return None
    rule = plan["deposit"]
    amount = request.get("deposit", rule["amount"])
    data = {"anchor": rule.get("anchor", {"kind": "subscription_date"}), "days": rule.get("days", 0)}
    return Line("deposit", DEPOSIT_NAME, amount, data, in_price=rule.get("in_price", True))


def in_force(request):
    """Whether the plan may be used."""
    plan = request["plan"]
    when = policy_day(request)
    if not plan.get("enabled", True) or plan.get("projects") and request.get("project") not in plan["projects"]:
        return False
    first, last = day(plan.get("valid_from")), day(plan.get("valid_to"))
    return when is None or (first is None or first <= when) and (last is None or when <= last)


def schedule(request):
    total = number(request["total"])
    if total <= 0 or not in_force(request):
        raise PricingError(None)
    dated = [cap for kind in LOANS.values() for cap in request["plan"].get(kind, {}).get("caps", []) if "from" in cap]
    if dated and policy_day(request) is None:
        raise PricingError("payment.day_missing")
    lines = plan_lines(request, total)
    amounts, cut_off = lent(request, total, by_loan := [])
    if {LOANS[line.item] for line in lines if line.loan} != set(amounts):
        raise PricingError(None)
    put_loans(lines, amounts, cut_off)
    put_remainder(lines, total)
    deposit = deposit_line(request)
    if deposit:
        if deposit.in_price:
            take_off(lines, deposit.amount)
        lines.insert(0, deposit)
    surplus = of_loans = None
    if request.get("existing"):
        surplus, of_loans = receipts.place(lines, request["existing"])
    own = sum(line.amount for line in lines if line.own)
    lent_total = sum(amounts.values())
    assert own + lent_total == total
    share = lambda part: numerals.rate(half_up(part / total, MILLIONTH))
    return {
        "lines": [line_text(line, request, share) for line in lines],
        "own_funds": numerals.money(own),
        "loan_total": numerals.money(number(lent_total)),
        "own_ratio": share(own),
        "loan_ratio": share(number(lent_total)),
        "loan_caps": by_line(lines, by_loan),
        "surplus": numerals.money(surplus) if surplus else None,
        "loan_surplus": numerals.money(of_loans) if of_loans else None,
    }


def by_line(lines, found):
    """In the order of the loans' lines."""
    return [cap for line in lines if line.loan for cap in found if cap["item"] == line.item] or None


def line_text(line, request, share):
    text = {
        "item": line.item,
        "name": line.name,
        "amount": numerals.money(line.amount),
        "in_price": line.in_price,
        "share": share(line.amount),
        "due": line.due(request),
    }
    if line.received is not None:
        text["received"] = numerals.money(line.received)
        text["outstanding"] = numerals.money(line.amount - line.received)
    return text
