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
    if r.chance(0.85):
        return {"item": r.choice(ITEMS)}
    code, category, _ = r.choice(OWN)
    return {"item": code} | ({"category": category} if r.chance(0.9) else {})


def act_of(r, number, seen):
    deal, other = f"D{r.randint(1, 3)}", f"D{r.randint(1, 4)}"
    receivable = r.choice(seen["receivables"] or ["none"])
    posting = r.choice(seen["keys"][-8:] or ["none"])
    lines = [{"receivable": r.choice(seen["receivables"] or ["none"]), "amount": r.figure(1, 300, 2)}
             for _ in range(r.randint(1, 2))]
    kind = r.choice(["raise"] * 5 + ["receive"] * 9 + ["allocate"] * 2 + ["transfer"] * 2 + ["refund"] * 2 +
                    ["reverse"] * 3 + ["delete", "adjust", "adjust", "waive", "redate", "verify", "sign", "end_deal",
                                       "close"])
    if number < 4:
        return {"kind": "open_deal", "deal": f"D{number % 3 + 1}"}
    if kind == "raise":
        raised = []
        for line in range(r.randint(0, 3)):
            id = f"{number}/{line}"
            one = {"id": id} | item_of(r) | {"seq": r.randint(0, 2)} | ({"due": r.choice(DAYS)} if r.chance(0.8) else {})
            raised.append(one | {"amount": r.figure(0 if r.chance(0.05) else 1, 1000, 2)})
            seen["receivables"].append(id)
        return {"kind": "raise", "deal": deal, "lines": raised} | ({"replaces": True} if r.chance(0.1) else {})
    if kind == "receive":
        receipt = {"deal": other} | item_of(r) | {"amount": r.figure(1, 1200, 2), "method": "pos", "account": "甲"}
        receipt |= {"voucher": f"R{number}", "reference": f"W{number if r.chance(0.97) else number - 1}"}
        receipt |= {"allocations": lines} if r.chance(0.2) else {}
        return {"kind": "receive", "receipt": receipt | ({"keep_rest": True} if r.chance(0.3) else {})}
    if kind == "allocate":
        return {"kind": "allocate", "receipt": posting} | ({"allocations": lines} if r.chance(0.5) else {})
    if kind == "transfer":
        moved = {"from_deal": deal, "from_item": r.choice(ITEMS), "to_deal": other, "to_item": r.choice(ITEMS)}
        moved |= {"amount": r.figure(1, 500, 2)} | ({"allocations": lines} if r.chance(0.1) else {})
        return {"kind": "transfer", "transfer": moved | ({"keep_rest": True} if r.chance(0.4) else {})}
    if kind == "refund":
        refund = {"deal": deal, "item": r.choice(ITEMS), "amount": r.figure(1, 300, 2), "method": "cash", "account": "甲"}
        approval = {"id": f"A{r.randint(1, 5)}", "amount": r.choice(["500"] * 9 + ["400"])}
        return {"kind": "refund", "refund": refund | {"approval": approval, "reference": f"W{number}"}}
    if kind in ("reverse", "delete", "verify"):
        return {"kind": kind, "posting": posting} | ({"handed_over": True} if kind == "delete" and r.chance(0.2) else {})
    if kind == "adjust":
        return {"kind": "adjust", "receivable": receivable, "by": r.figure(-400, 400, 2)}
    if kind == "waive":
        return {"kind": "waive", "receivable": receivable, "amount": r.figure(0, 300, 2),
                "approval": {"id": f"A{r.randint(1, 5)}", "amount": r.choice(["500"] * 9 + ["400"])}}
    if kind == "redate":
        return {"kind": "redate", "receivable": receivable} | ({"due": r.choice(DAYS)} if r.chance(0.8) else {})
    if kind == "sign":
        return {"kind": "sign", "deal": deal, "total": "5000"}
    if kind == "end_deal":
        return {"kind": "end_deal", "deal": deal} if r.chance(0.3) else {"kind": "verify", "posting": posting}
    return {"kind": "close", "through": r.choice(DAYS[:8])} if r.chance(0.3) else {"kind": "verify", "posting": posting}


def commands_of(r):
    seen, commands = {"receivables": [], "keys": []}, []
    for number in range(r.randint(8, 30)):
        command = {"key": f"K{number}"}
        if r.chance(0.85):
            command["date"] = r.choice(DAYS)
        if r.chance(0.02):
            command["currency"] = "USD"
        command["act"] = act_of(r, number, seen)
        if command["act"]["kind"] == "verify" or command["act"]["kind"] == "delete" and r.chance(0.8):
            command.pop("date", None)
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
