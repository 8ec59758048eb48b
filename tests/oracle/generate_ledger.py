"""Random requests for `ledger.post` and `ledger.statement`: what a cashier does, and one in five what cannot be."""
from ledger import kept
from ledger_book import Book, Refused
from ledger_doing import Doing

ITEMS = ["house_payment", "down_payment", "deposit", "commercial_loan", "late_fee", "handling_fee", "sincerity_money"]
OWN = [("decoration", "house_non_loan", False), ("late_signing", "charge", True), ("维修资金", "collected", False)]
DAYS = [f"2025-{month:02d}-{day:02d}" for month in range(1, 7) for day in (1, 8, 15, 22)]


def policy_of(r):
    policy = {}
    if r.chance(0.5):
        policy["items"] = [{"code": code, "zh": code, "en": "own", "category": category} |
                           ({"penalty": True} if penalty else {}) for code, category, penalty in OWN]
    allocation = {"penalty_first": True} if r.chance(0.3) else {}
    if r.chance(0.3):
        allocation["passes"] = [{"from": "house", "to": "charge"}, {"from": "charge", "to": "house"}][:r.randint(1, 2)]
    if r.chance(0.2):
        allocation["manual_prepayments"] = True
    return policy | ({"allocation": allocation} if allocation else {})


def item_of(r):
    if r.chance(0.9):
        return {"item": r.choice(ITEMS[:3] if r.chance(0.5) else ITEMS)}
    code, category, _ = r.choice(OWN)
    return {"item": code} | ({"category": category} if r.chance(0.9) else {})


def lines_of(r, seen, deal):
    """Lines that a receipt of a deal is said to pay: mostly of that deal, before or after they are raised."""
    ours = [id for id, owner in seen["receivables"] if owner == deal and r.chance(0.9)]
    ids = ours or [id for id, _ in seen["receivables"]] or ["none"]
    lines = [{"receivable": r.choice(ids), "amount": r.figure(1, 300, 2)} for _ in range(r.randint(1, 2))]
    seen["named"] += [line["receivable"] for line in lines]
    return lines


def raise_of(r, number, seen, deal):
    replaces, raised = r.chance(0.1), []
    for line in range(r.randint(0 if replaces or r.chance(0.1) else 1, 3)):
        id = f"{number}/{line}"
        one = {"id": id} | item_of(r) | {"seq": r.randint(0, 2)} | ({"due": r.choice(DAYS)} if r.chance(0.8) else {})
        raised.append(one | {"amount": r.figure(0 if r.chance(0.05) else 1, 1000, 2)})
        seen["receivables"].append((id, deal))
    return {"kind": "raise", "deal": deal, "lines": raised} | ({"replaces": True} if replaces else {})


def receive_of(r, number, seen, deal):
    receipt = {"deal": deal} | item_of(r) | {"amount": r.figure(1, 1200, 2), "method": "pos", "account": "甲"}
    receipt |= {"voucher": f"R{number}", "reference": f"W{number if r.chance(0.97) else number - 1}"}
    receipt |= {"allocations": lines_of(r, seen, deal)} if r.chance(0.35) else {}
    seen["money"].append((f"K{number}", deal, receipt["item"]))
    return {"kind": "receive", "receipt": receipt | ({"keep_rest": True} if r.chance(0.3) else {})}


def money_of(r, seen):
    """A receipt or transfer, its deal and its item; one in ten times it may be none."""
    if seen["money"] and r.chance(0.9):
        return r.choice(seen["money"])
    return r.choice(seen["keys"][-8:] or ["none"]), f"D{r.randint(1, 3)}", r.choice(ITEMS)


def transfer_of(r, number, seen, deal):
    _, source, item = money_of(r, seen)
    moved = {"from_deal": source, "from_item": item, "to_deal": deal}
    moved |= {"to_item": item if source != deal and r.chance(0.5) else r.choice(ITEMS)}
    moved |= {"amount": r.figure(1, 500, 2)} | ({"allocations": lines_of(r, seen, deal)} if r.chance(0.2) else {})
    seen["money"].append((f"K{number}", deal, moved["to_item"]))
    return {"kind": "transfer", "transfer": moved | ({"keep_rest": True} if r.chance(0.4) else {})}


def act_of(r, number, seen):
    if number < 3 or r.chance(0.01):
        return {"kind": "open_deal", "deal": f"D{number % 3 + 1}"}
    deal = r.choice(seen["deals"])
    receivable = r.choice(seen["receivables"] or [("none", "")])[0]
    if seen["named"] and r.chance(0.4):
        receivable = r.choice(seen["named"])
    posting = r.choice(seen["keys"][3:] if seen["keys"][3:] and r.chance(0.9) else seen["keys"] or ["none"])
    approval = {"id": f"A{r.randint(1, 5)}", "amount": r.choice(["500"] * 9 + ["400"])}
    kind = r.choice(["raise"] * 7 + ["receive"] * 9 + ["allocate"] * 4 + ["transfer"] * 3 + ["refund"] * 2 +
                    ["reverse"] * 5 + ["delete", "delete", "adjust", "adjust", "adjust", "waive", "waive", "redate",
                                       "redate", "verify", "sign", "end_deal", "close"])
    if kind == "raise":
        return raise_of(r, number, seen, deal)
    if kind == "receive":
        return receive_of(r, number, seen, "D4" if r.chance(0.03) else deal)
    if kind == "allocate":
        receipt, deal, _ = money_of(r, seen)
        return {"kind": "allocate", "receipt": receipt} | (
            {"allocations": lines_of(r, seen, deal)} if r.chance(0.5) else {})
    if kind == "transfer":
        return transfer_of(r, number, seen, "D4" if r.chance(0.03) else deal)
    if kind == "refund":
        _, deal, item = money_of(r, seen)
        refund = {"deal": deal, "item": item, "amount": r.figure(1, 300, 2), "method": "cash", "account": "甲"}
        return {"kind": "refund", "refund": refund | {"approval": approval, "reference": f"W{number}"}}
    if kind in ("reverse", "delete", "verify"):
        posting = r.choice(seen["money"])[0] if seen["money"] and kind != "reverse" and r.chance(0.6) else posting
        handed_over = {"handed_over": True} if kind == "delete" and r.chance(0.2) else {}
        return {"kind": kind, "posting": posting} | handed_over
    if kind == "adjust":
        return {"kind": "adjust", "receivable": receivable, "by": r.figure(-400, 400, 2)}
    if kind == "waive":
        return {"kind": "waive", "receivable": receivable, "amount": r.figure(0, 300, 2), "approval": approval}
    if kind == "redate":
        return {"kind": "redate", "receivable": receivable} | ({"due": r.choice(DAYS)} if r.chance(0.8) else {})
    if kind == "sign":
        return {"kind": "sign", "deal": deal, "total": "5000"}
    if kind == "end_deal":
        return {"kind": "end_deal", "deal": deal} if r.chance(0.3) else {"kind": "verify", "posting": posting}
    return {"kind": "close", "through": r.choice(DAYS[:8])} if r.chance(0.3) else {"kind": "verify", "posting": posting}


def dated(r, act):
    """Most commands have a day of any kind, before or after what they speak of."""
    kind = act["kind"]
    if kind == "open_deal":
        return False
    if kind == "verify" or kind == "delete" and r.chance(0.8) or kind in ("reverse", "allocate") and r.chance(0.4):
        return False
    return r.chance(0.85)


def commands_of(r):
    deals = [r.choice(["D1", "D2", "D3"])] if r.chance(0.6) else ["D1", "D1", "D1", "D2", "D2", "D3"]
    seen, commands = {"receivables": [], "keys": [], "money": [], "named": [], "deals": deals}, []
    for number in range(r.randint(8, 30)):
        command = {"key": f"K{number}", "act": act_of(r, number, seen)}
        if dated(r, command["act"]):
            command["date"] = r.choice(DAYS)
        if r.chance(0.02):
            command["currency"] = "USD"
        commands.append(command)
        seen["keys"].append(command["key"])
        if r.chance(0.05):
            commands.append(r.choice(commands))
    return commands


def post_request(r):
    policy = policy_of(r)
    return ({"policy": policy} if policy else {}) | {
        "context": {"now": "2025-06-30T10:00:00", "person": "出纳"}, "commands": commands_of(r)}


def statement_request(r):
    book, postings = Book(policy_of(r)), []
    for command in commands_of(r):
        try:
            posting, repeated = book.post("2025-06-30T10:00:00", command, Doing)
        except Refused:
            continue
        if not repeated:
            postings.append(kept(posting, len(postings) + 1))
    request = {"ledger": {"postings": postings}, "as_of": r.choice(DAYS + ["2025-12-31"]), "deal": f"D{r.randint(1, 3)}"}
    if r.chance(0.5):
        request["horizon"] = r.randint(0, len(postings) + (1 if r.chance(0.1) else 0))
    if r.chance(0.03):
        request["deal"] = "D9"
    return request
