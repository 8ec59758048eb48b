"""The ledger (handbook 6): what comes of commands, and what a statement says of what was posted."""
from ledger_book import Book, Refused, fen, yuan
from ledger_doing import Doing
from numerals import PricingError


def kept(posting, order):
    """A posting as a host keeps it."""
    return {"order": order, "date": posting["date"], "recorded_at": posting["recorded"] + "T10:00:00", "by": "出纳",
            "command": posting["command"],
            "changes": [did["change"] for did in posting["did"]]}


def posted(request):
    """`ledger.post`: what came of each command."""
    if request.get("ledger"):
        raise PricingError(None)
    book, results = Book(request.get("policy", {})), []
    for command in request["commands"]:
        try:
            posting, repeated = book.post(request["context"]["now"], command, Doing)
        except Refused as refused:
            results.append({"key": command["key"], "refusal": {"code": refused.code}})
            continue
        kept_as = kept(posting, book.keys[command["key"]] + 1)
        results.append({"key": command["key"], "posting": {k: kept_as[k] for k in ("order", "date", "changes")}}
                       | ({"repeated": True} if repeated else {}))
    return {"results": results, "last_order": len(book.postings)}


def statement(request):
    """`ledger.statement` of a deal: sums of what is dated by the date and was recorded by the horizon."""
    name, as_of, horizon = request["deal"], request["as_of"], request.get("horizon", 10**9)
    postings = request["ledger"]["postings"]
    if "horizon" in request and horizon > (postings[-1]["order"] if postings else 0):
        raise PricingError("ledger.stale")
    opened = [change["deal"] for one in postings if one["order"] <= horizon for change in one["changes"]
              if change["kind"] == "deal_opened"]
    if name not in opened:
        raise PricingError("ledger.deal_unknown")
    ours, due, dated, figures, held, due_back = {}, {}, {}, {}, {}, set()
    # A reversal gives no due date, and what it takes back gives none from its day on.
    counted = [one for one in postings if one["order"] <= horizon and one["date"] <= as_of]
    back = {one["command"]["key"] for one in counted if one["command"]["act"]["kind"] in ("reverse", "delete")}
    back |= {change["posting"] for one in counted for change in one["changes"] if change["kind"] == "mirrored"}
    for one in postings:
        for change in one["changes"]:
            kind = change["kind"]
            if kind == "raised" and change["deal"] == name:
                ours[change["receivable"]] = one["date"]
                due[change["receivable"]] = change.get("due")
            counts = one["order"] <= horizon and change.get("on", one["date"]) <= as_of
            if not counts:
                continue
            id = change.get("receivable")
            figure = figures.setdefault(id, [0, 0, 0])
            if kind in ("raised", "adjusted"):
                figure[0] += fen(change["amount"] if kind == "raised" else change["by"])
            elif kind == "waived":
                figure[1] += fen(change["amount"])
            elif kind == "redated" and one["command"]["key"] not in back:
                # A redate of an earlier day changes nothing from a later one's day on.
                if (one["date"], one["order"]) >= dated.get(id, ("", 0)):
                    dated[id], due[id] = (one["date"], one["order"]), change.get("due")
            elif kind == "allocated":
                figure[2] += fen(change["amount"])
            if kind == "received" and change.get("deal") == name:
                own = one["command"]["key"], change["number"]
                held[own] = fen(change["amount"])
                due_back |= {own} if change["account"]["kind"] == "refund_due" else set()
            elif kind in ("taken", "allocated") and (change["posting"], change["number"]) in held:
                held[change["posting"], change["number"]] -= fen(change["amount"])
    receivables, overdue = [], 0
    for id, raised_on in ours.items():
        amount, waived, paid = figures.get(id, [0, 0, 0])
        if raised_on > as_of or not (amount or waived or paid):
            continue
        left = amount - waived - paid
        overdue += left if due[id] and due[id] < as_of and left > 0 else 0
        receivables.append({"id": id, "amount": yuan(amount), "waived": yuan(waived), "received": yuan(paid),
                            "outstanding": yuan(left)} | ({"due": due[id]} if due[id] else {}))
    total = lambda place: yuan(sum(figures.get(id, [0, 0, 0])[place] for id, on in ours.items() if on <= as_of))
    left = sum(fen(one["outstanding"]) for one in receivables)
    refunds = sum(held[own] for own in due_back)
    return {"as_of": as_of, "charged": total(0), "waived": total(1), "received": total(2), "outstanding": yuan(left),
            "overdue": yuan(overdue), "prepaid": yuan(sum(held.values()) - refunds), "refund_due": yuan(refunds),
            "receivables": receivables}
