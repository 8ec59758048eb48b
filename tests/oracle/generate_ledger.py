"""Random requests for `ledger.post` and `ledger.statement`: what a cashier does, and one in five what cannot be."""
from ledger import kept
from ledger_book import Book, Refused
from ledger_doing import Doing

ITEMS = ["house_payment", "down_payment", "deposit", "commercial_loan", "late_fee", "handling_fee", "sincerity_money"]
OWN = [("decoration", "house_non_loan", False), ("late_signing", "charge", True), ("维修资金", "collected", False)]
NOW = "2025-06-30T10:00:00"
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


def a_line(r, book, deals):
    """A line of one of some deals; one in ten times it may be of any deal, or none."""
    lines = [line["id"] for posting in book.postings for line in posting["lines"] if line["deal"] in deals]
    named = [said["line"]["id"] for posting in book.postings for said in posting["instructions"]]
    if r.chance(0.1):
        lines = ["none"] + [line["id"] for posting in book.postings for line in posting["lines"]]
    return r.choice(named if named and r.chance(0.3) else lines or ["none"])


def a_posting(r, book, number, kinds):
    """The key of a posting; one in ten times it may be any, or none."""
    known = [one["key"] for one in book.postings if one["kind"] in kinds]
    return r.choice(known) if known and r.chance(0.9) else f"K{r.randint(0, number)}"


def lines_of(r, book, deal):
    """Lines that a receipt of a deal is said to pay, whether they are raised before or after it."""
    return [{"receivable": a_line(r, book, [deal]), "amount": r.figure(1, 300, 2)} for _ in range(r.randint(1, 2))]


def raise_of(r, number, deal):
    replaces, raised = r.chance(0.1), []
    for line in range(r.randint(0 if replaces or r.chance(0.1) else 1, 3)):
        one = {"id": f"{number}/{line}"} | item_of(r) | {"seq": r.randint(0, 2)}
        one |= {"due": r.choice(DAYS)} if r.chance(0.8) else {}
        raised.append(one | {"amount": r.figure(0 if r.chance(0.05) else 1, 1000, 2)})
    return {"kind": "raise", "deal": deal, "lines": raised} | ({"replaces": True} if replaces else {})


def receive_of(r, book, number, deal):
    receipt = {"deal": deal} | item_of(r) | {"amount": r.figure(1, 1200, 2), "method": "pos", "account": "甲"}
    receipt |= {"voucher": f"R{number}", "reference": f"W{number if r.chance(0.97) else number - 1}"}
    receipt |= {"allocations": lines_of(r, book, deal)} if r.chance(0.3) else {}
    return {"kind": "receive", "receipt": receipt | ({"keep_rest": True} if r.chance(0.3) else {})}


def money_of(r, book, number):
    """The key of a posting that brought money, the deal and the item; one in ten times it may be none."""
    money = [(*one["own"], one["deal"], one["item"]) for posting in book.postings for one in posting["money"]]
    if money and r.chance(0.9):
        key, _, deal, item = r.choice(money)
        return key, deal, item
    return f"K{r.randint(0, number)}", f"D{r.randint(1, 3)}", r.choice(ITEMS)


def transfer_of(r, book, number, deal):
    _, source, item = money_of(r, book, number)
    to_item = item if source != deal and r.chance(0.5) else r.choice(ITEMS)
    moved = {"from_deal": source, "from_item": item, "to_deal": deal, "to_item": to_item, "amount": r.figure(1, 500, 2)}
    moved |= {"allocations": lines_of(r, book, deal)} if r.chance(0.2) else {}
    return {"kind": "transfer", "transfer": moved | ({"keep_rest": True} if r.chance(0.4) else {})}


def about_a_line(r, kind, line, approval):
    if kind == "adjust":
        return {"kind": "adjust", "receivable": line, "by": r.figure(-400, 400, 2)}
    if kind == "waive":
        return {"kind": "waive", "receivable": line, "amount": r.figure(0, 300, 2), "approval": approval}
    return {"kind": "redate", "receivable": line} | ({"due": r.choice(DAYS)} if r.chance(0.8) else {})


def act_of(r, book, number, deals):
    if number < 3 or r.chance(0.01):
        return {"kind": "open_deal", "deal": f"D{number % 3 + 1}"}
    deal = r.choice(deals)
    approval = {"id": f"A{r.randint(1, 5)}", "amount": r.choice(["500"] * 9 + ["400"])}
    kind = r.choice(["raise"] * 7 + ["receive"] * 9 + ["allocate"] * 4 + ["transfer"] * 2 + ["refund"] * 2 +
                    ["reverse"] * 4 + ["delete"] * 2 + ["adjust"] * 3 + ["waive"] * 2 + ["redate"] * 2 +
                    ["verify", "sign", "end_deal", "close"])
    if kind in ("end_deal", "close") and r.chance(0.7):
        kind = "receive"
    if kind == "raise":
        return raise_of(r, number, deal)
    if kind == "receive":
        return receive_of(r, book, number, "D4" if r.chance(0.03) else deal)
    if kind == "allocate":
        receipt, deal, _ = money_of(r, book, number)
        by_hand = {"allocations": lines_of(r, book, deal)} if r.chance(0.5) else {}
        return {"kind": "allocate", "receipt": receipt} | by_hand
    if kind == "transfer":
        return transfer_of(r, book, number, "D4" if r.chance(0.03) else deal)
    if kind == "refund":
        _, deal, item = money_of(r, book, number)
        refund = {"deal": deal, "item": item, "amount": r.figure(1, 300, 2), "method": "cash", "account": "甲"}
        return {"kind": "refund", "refund": refund | {"approval": approval, "reference": f"W{number}"}}
    if kind == "reverse":
        # What is rare is taken back as often as what is not.
        reversible = sorted({one["kind"] for one in book.postings if one["kind"] != "open_deal"})
        return {"kind": kind, "posting": a_posting(r, book, number, [r.choice(reversible or ["raise"])])}
    if kind in ("delete", "verify"):
        kinds = ["receive"] if kind == "verify" or r.chance(0.5) else ["allocate"]
        handed_over = {"handed_over": True} if kind == "delete" and r.chance(0.1) else {}
        return {"kind": kind, "posting": a_posting(r, book, number, kinds)} | handed_over
    if kind in ("adjust", "waive", "redate"):
        return about_a_line(r, kind, a_line(r, book, deals), approval)
    if kind == "sign":
        return {"kind": "sign", "deal": deal, "total": "5000"}
    if kind == "end_deal":
        return {"kind": "end_deal", "deal": deal}
    return {"kind": "close", "through": r.choice(DAYS[:8])}


def date_of(r, act):
    """Most commands have a day of any kind, before or after what they speak of; what speaks of others is later."""
    kind = act["kind"]
    if kind in ("open_deal", "verify") or kind == "delete" and r.chance(0.9) or not r.chance(0.85):
        return {}
    speaks_of_others = kind in ("adjust", "waive", "redate", "reverse", "allocate") and r.chance(0.6)
    return {"date": max(r.choice(DAYS) for _ in range(2 if speaks_of_others else 1))}


def commands_of(r, book):
    """Commands, and the postings that come of them; what is named in a command mostly exists."""
    deals = [r.choice(["D1", "D2", "D3"])] if r.chance(0.6) else ["D1", "D1", "D1", "D2", "D2", "D3"]
    commands, postings = [], []
    for number in range(r.randint(8, 30)):
        act = act_of(r, book, number, deals)
        command = {"key": f"K{number}"} | date_of(r, act)
        command |= {"currency": "USD"} if r.chance(0.02) else {}
        commands.append(command | {"act": act})
        try:
            postings.append(kept(book.post(NOW, commands[-1], Doing)[0], len(postings) + 1))
        except Refused:
            pass
        if r.chance(0.05):
            commands.append(r.choice(commands))
    return commands, postings


def post_request(r):
    policy = policy_of(r)
    commands, _ = commands_of(r, Book(policy))
    return ({"policy": policy} if policy else {}) | {
        "context": {"now": NOW, "person": "出纳"}, "commands": commands}


def statement_request(r):
    _, postings = commands_of(r, Book(policy_of(r)))
    request = {"ledger": {"postings": postings}, "as_of": r.choice(DAYS + ["2025-12-31"])}
    request |= {"deal": f"D{r.randint(1, 3)}"}
    if r.chance(0.5):
        request["horizon"] = r.randint(0, len(postings) + (1 if r.chance(0.1) else 0))
    if r.chance(0.03):
        request["deal"] = "D9"
    return request
