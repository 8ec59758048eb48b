"""`supervision.check`, `supervision.release` (handbook 28.3): balances, what must be kept, money elsewhere."""
from fractions import Fraction

from numerals import FEN, PricingError, half_up, money, number

IN, OUT = {"house_money", "deposit_money", "put_right"}, {"refund", "release"}
KINDS = {"supervised_presale": "presale", "supervised_deposit": "deposit"}


def refuse(condition, code):
    if condition:
        raise PricingError("supervision." + code)


def rule_of(request):
    permit = request.get("planning_permit")
    begun = [rule for rule in request["rules"] if permit is None or rule.get("from", "") <= permit]
    wrong(request)
    refuse(not begun, "no_stage")
    rule = max(enumerate(begun), key=lambda one: (one[1].get("from", ""), one[0]))[1]
    wrong_figures(rule)
    return rule


def wrong(request):
    accounts, movements = request["accounts"], request.get("movements", [])
    codes, keys = [one["code"] for one in accounts], [one["key"] for one in movements]
    refuse(len(set(codes)) < len(codes) or len(set(keys)) < len(keys), "repeated")
    for one in movements:
        refuse(one["account"] not in codes, "unknown")
        amount, purpose = number(one["amount"]), one["purpose"]
        refuse(amount == 0, "zero")
        refuse(purpose in IN and amount < 0 or purpose in OUT and amount > 0, "sign")
        refuse(purpose == "put_right" and "about" not in one, "about_missing")
        refuse("about" in one and one["about"] not in keys, "unknown")
    for one in accounts:
        for row in one.get("bases", []):
            refuse(any(number(row.get(name, "0")) < 0 for name in ("contract_value", "supervised_sum")), "figure")


def wrong_figures(rule):
    for stage in rule["presale"] + rule.get("deposit", []):
        required = stage["required"]
        refuse("share" in required and not 0 <= number(required["share"]) <= 1, "figure")
        refuse(number(required.get("amount", "0")) < 0, "figure")


def stage_of(request, rule, kind, building, day):
    """The last stage whose nodes are all reached, with its number."""
    found = None
    for at, stage in enumerate(rule.get(KINDS[kind], []), 1):
        reached = {one["node"] for one in request.get("reached", [])
                   if one["on"] <= day and one.get("building") in (None, building)}
        if set(stage.get("nodes", [])) <= reached:
            found = at, stage["required"]
    return found


def required(account, what, balance, day):
    """What must be kept; None once supervision has ended."""
    kind = what["kind"]
    if kind == "ended":
        return None
    if kind == "all":
        return max(balance, Fraction(0))
    if kind == "amount":
        return number(what["amount"])
    begun = [row for row in account.get("bases", []) if row.get("from", "") <= day]
    row = max(enumerate(begun), key=lambda one: (one[1].get("from", ""), one[0]))[1] if begun else {}
    name = {"share_of_contracts": "contract_value", "share_of_supervised": "supervised_sum"}[kind]
    refuse(name not in row, "base_missing")
    return half_up(number(row[name]) * number(what["share"]), FEN)


def position(request, rule, account, balance, day):
    out = {"account": account["code"], "balance": money(balance), "shortfall": "0.00"}
    kept = None
    if account["kind"] in KINDS:
        stage = stage_of(request, rule, account["kind"], account.get("building"), day)
        refuse(stage is None, "no_stage")
        out["stage"] = stage[0]
        kept = required(account, stage[1], balance, day)
    if kept is not None:
        out |= {"required": money(kept), "shortfall": money(max(Fraction(0), kept - balance))}
    return out | {"releasable": money(max(Fraction(0), balance - (kept or 0)))}


def own(request, account, until=None):
    movements = [one for one in request.get("movements", []) if one["account"] == account["code"]]
    return sorted((one for one in movements if until is None or one["date"] <= until), key=lambda one: one["date"])


def opening(account):
    return number(account.get("opening", "0"))


def breaches(request, rule, account, as_of):
    balance, found = opening(account), []
    for one in own(request, account, as_of):
        before, amount = balance, number(one["amount"])
        balance += amount
        if amount >= 0:
            continue
        if account["kind"] in KINDS:
            if -amount > number(position(request, rule, account, before, one["date"])["releasable"]):
                found.append("below")
                continue
        if balance < 0:
            found.append("overdrawn")
    return balance, found


def right_accounts(request, rule, one):
    """The accounts that money belongs in; None if it may lie anywhere."""
    if one["purpose"] == "deposit_money":
        kind = "supervised_deposit"
    elif one["purpose"] == "house_money" and rule["house_money"]:
        kind = "supervised_presale"
    else:
        return None
    stage = stage_of(request, rule, kind, one.get("building"), one["date"])
    if stage and stage[1]["kind"] == "ended":
        return None
    of = lambda building: [a["code"] for a in request["accounts"] if a["kind"] == kind and a.get("building") == building]
    return of(one.get("building")) or of(None)


def check(request):
    rule, as_of = rule_of(request), request["as_of"]
    accounts, codes = [], []
    for account in request["accounts"]:
        balance, found = breaches(request, rule, account, as_of)
        accounts.append(position(request, rule, account, balance, as_of))
        codes += found + ["short"] * (accounts[-1]["shortfall"] != "0.00")
    known = [one for one in request.get("movements", []) if one["date"] <= as_of]
    back = [one for one in known if one["purpose"] == "put_right"]
    rows, used, strange = [], set(), False
    for one in known:
        right = right_accounts(request, rule, one)
        if right is None or one["account"] in right:
            continue
        moved = [other for other in back if other["about"] == one["key"]]
        used |= {other["key"] for other in moved}
        counted = [other for other in moved if other["account"] in right and other["date"] >= one["date"]]
        total = sum((number(other["amount"]) for other in counted), Fraction(0))
        strange |= total > number(one["amount"]) or counted != moved
        done = min(total, number(one["amount"]))
        left = number(one["amount"]) - done
        codes += ["elsewhere"] * (left > 0)
        rows.append({"key": one["key"], "account": one["account"], "put_right": money(done), "left": money(left)})
    strange |= any(one["key"] not in used for one in back)
    out = {"rule": rule["code"], "accounts": accounts, "misplaced": rows}
    nodes = {node for stage in rule["presale"] + rule.get("deposit", []) for node in stage.get("nodes", [])}
    codes += ["points_nowhere" for one in request.get("reached", []) if one["node"] not in nodes]
    if not strange:
        out["findings"] = [{"code": "supervision." + code} for code in codes]
    return out


def release(request):
    rule, wanted = rule_of(request), request["release"]
    amount, day = number(wanted["amount"]), wanted["on"]
    refuse(amount <= 0, "figure")
    account = next((one for one in request["accounts"] if one["code"] == wanted["account"]), None)
    refuse(account is None, "unknown")
    movements = own(request, account)
    balance_on = lambda date: opening(account) + sum(number(one["amount"]) for one in movements if one["date"] <= date)
    at = position(request, rule, account, balance_on(day), day)
    # After each later movement, not only at the end of its day.
    rooms, balance = [number(at["releasable"])], opening(account)
    for one in movements:
        balance += number(one["amount"])
        if one["date"] > day:
            rooms.append(number(position(request, rule, account, balance, one["date"])["releasable"]))
    most = min(rooms)
    refuse(amount > most, "below")
    out = {"account": account["code"], "balance_before": at["balance"], "balance_after": money(balance_on(day) - amount),
           "left": money(most - amount)}
    return out | {name: at[name] for name in ("stage", "required") if name in at}
