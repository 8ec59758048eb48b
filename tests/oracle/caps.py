"""Caps of a loan by name: the least binds (handbook 4.3)."""
from dates import day
from numerals import number, plain


def in_force(caps, when):
    """Of the caps of one code the newest that has begun, where it stands in the list."""
    begun = [cap for cap in caps if "from" not in cap or when is not None and day(cap["from"]) <= when]
    newest = {}
    for cap in begun:
        if cap["code"] not in newest or cap.get("from", "") > newest[cap["code"]].get("from", ""):
            newest[cap["code"]] = cap
    return [cap for cap in begun if newest[cap["code"]] is cap]


def amount(limit, borrower, base):
    """Yuan; None if it hangs on a balance that is not known."""
    kind = limit["kind"]
    if kind == "amount":
        return number(limit["amount"])
    if kind == "price_share":
        return base * number(limit["ratio"])
    if kind == "balance":
        return number(borrower["fund_balance"]) * number(limit["multiple"]) if "fund_balance" in borrower else None
    raised = sum(number(u["rate"]) for u in limit.get("uplifts", []) if u["code"] in borrower.get("uplifts", []))
    if "max_uplift" in limit:
        raised = min(raised, number(limit["max_uplift"]))
    return number(limit["couple" if borrower.get("couple") else "single"]) * (1 + raised)


def listed(item, own, named, lent):
    """The plan's own caps and those by name as answers list them; `lent` before it is rounded down."""
    if not named:
        return []
    rows = [(None, value) for value in own] + [(cap["code"], value) for cap, value in named]
    known = [value for _, value in rows if value is not None]
    bound = next((n for n, (_, value) in enumerate(rows) if value == min(known) == lent), None) if known else None
    return [{"item": item, "code": code, "amount": None if value is None else plain(value), "binds": n == bound}
            for n, (code, value) in enumerate(rows)]
