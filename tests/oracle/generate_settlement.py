"""Random requests for `deal.settle_change`: all kinds of money, and terms that often belong to another change."""

ITEMS = ["deposit", "house_payment", "commercial_loan", "fund_loan", "area_difference", "handling_fee", "late_fee",
         "booking_money", "down_payment"]
OWN_ITEMS = [("维修资金", "collected"), ("押金", "other"), ("车位款", "house_non_loan")]
ENDS = ["refund_subscription", "forfeit_subscription", "quit"]
MOVES = ["change_unit", "change_plan", "change_price"]
ACTIONS = ENDS * 3 + MOVES * 2 + ["change_names", "extend_signing", "extend_payment"]


def price_of(r, total=None):
    total = total or r.figure(100000, 3000000, 2)
    contract = total if r.chance(0.8) else f"{int(float(total)) + r.randint(1, 90000)}"
    return {"list_price": "10000", "list_total": "1000000", "area": "100", "discounts": "无", "deal_price": "10000",
            "deal_total": total, "contract_total": contract}


def schedule_of(r, total):
    """Two lines that add up, of which the first may be due."""
    count = round(float(total) * 100)
    first = r.randint(0, count)
    lines = []
    for seq, (item, amount, due) in enumerate([("down_payment", first, r.choice(["2026-09-01", "2026-10-01", None])),
                                               ("instalment", count - first, r.choice(["2027-01-01", None]))], 1):
        line = {"seq": seq, "item": item, "name": "款", "name_en": "line", "amount": f"{amount // 100}.{amount % 100:02d}",
                "in_price": True, "anchor": {"kind": "signing_date"}, "share": "0"}
        lines.append(line | ({"due": due} if due else {}))
    return lines


def received_of(r):
    received = []
    for _ in range(r.randint(0, 6)):
        amount = r.figure(0, r.choice([1000, 100000, 1500000]), 2)
        if r.chance(0.75):
            received.append({"item": r.choice(ITEMS), "amount": amount})
        else:
            item, category = r.choice(OWN_ITEMS)
            received.append({"item": item, "amount": amount, "category": category})
    if received and r.chance(0.01):
        received[0]["amount"] = "-0.01"
    return received


def remedy_of(r):
    kind = r.choice(["deposit", "deposit", "penalty_rate", "penalty_amount", "late_handover"])
    remedy = {"kind": kind}
    if kind == "penalty_amount":
        remedy["amount"] = r.figure(0, 200000, 2)
    if kind == "penalty_rate" and r.chance(0.6):
        remedy["rate"] = r.figure(0, 0.3, 6)
    if kind == "late_handover" and r.chance(0.6):
        remedy["daily_rate"] = r.figure(0, 0.001, 6)
    return remedy


def terms_of(r, action):
    terms = {}
    if action in ENDS or r.chance(0.02):
        if action != "forfeit_subscription" or r.chance(0.1):
            if r.chance(0.7):
                terms["fault"] = r.choice(["neither", "buyer", "seller"])
            if r.chance(0.5) and (terms.get("fault", "neither") != "neither" or r.chance(0.1)):
                terms["remedy"] = remedy_of(r)
        if r.chance(0.25):
            terms["late_fee"] = r.figure(0, 20000, 2) if r.chance(0.98) else "-1"
        if r.chance(0.2):
            terms["refund"] = r.figure(0, r.choice([1000, 300000]), 2)
    if r.chance(0.2):
        terms["handling_fee"] = r.figure(0, 30000, 2)
    if action in MOVES and r.chance(0.4):
        terms["surplus"] = r.choice(["refund", "prepayment"])
    if action == "forfeit_subscription" and r.chance(0.5):
        terms["reminded_on"] = "2026-09-11"
    return terms


def change_of(r):
    change = {}
    if r.chance(0.5):
        actions = r.sample(sorted(set(ACTIONS)), r.randint(1, 6))
        change["fees"] = [{"action": action} | ({"amount": r.figure(0, 5000, 2)} if r.chance(0.5)
                                                else {"rate": r.figure(0, 0.01, 6)}) for action in actions]
        if r.chance(0.02):
            change["fees"][0] = {"action": actions[0]}
    if r.chance(0.3):
        change["fee_side"] = r.choice(["old_unit", "new_unit"])
    if r.chance(0.6):
        change["penalty_rate"] = r.figure(0, 0.2, 6) if r.chance(0.98) else "1.5"
    if r.chance(0.6):
        change["late_handover_rate"] = "0.0001"
    return change


def draft_of(r, action, state):
    draft = {}
    old = state["price"]["contract_total"]
    if action in MOVES and (action != "change_plan" or r.chance(0.6)):
        draft["price"] = price_of(r)
        if action == "change_price":
            draft["price"]["discounts"] = "另议"
    total = draft.get("price", {}).get("contract_total", old)
    if action in MOVES:
        draft["schedule"] = schedule_of(r, total)
        draft["plan"] = "YCX"
    if action == "change_unit":
        draft["amount"] = r.figure(0, 100000, 2)
    if action == "change_names":
        draft["buyers"] = [{"customer": "C2"}]
    if action == "extend_signing":
        draft["agreed_signing"] = r.choice(["2026-09-09", "2026-09-10", "2026-10-01", "2027-01-31"])
    if action == "extend_payment":
        draft["schedule"] = [dict(line) for line in state["schedule"]]
        draft["schedule"][1]["due"] = "2027-06-30"
    terms = terms_of(r, action)
    return draft | ({"settlement": terms} if terms else {})


def request_of(r):
    action = r.choice(ACTIONS) if r.chance(0.99) else "sign"
    subscribed = action in ("refund_subscription", "forfeit_subscription", "extend_signing")
    kind = "subscription" if subscribed and r.chance(0.97) else r.choice(["subscription", "contract"])
    document = {"kind": kind, "state": "active", "active_at": "2026-09-01T09:00:00"}
    if r.chance(0.02):
        document |= {"state": "closed", "closed": "quit"}
    if kind == "subscription":
        document["agreed_signing"] = "2026-09-10"
    if r.chance(0.9):
        document["handover"] = r.choice(["2026-06-30", "2026-09-20", "2027-12-31"])
    state = {"id": "D1", "version": 3, "unit_no": "3-1-1802", "buyers": [{"customer": "C1"}], "documents": [document],
             "price": price_of(r), "plan": "FQ"}
    state["schedule"] = schedule_of(r, state["price"]["contract_total"])
    request = {"now": "2026-09-20T10:00:00", "deal": {"id": "D1", "state": state},
               "command": {"action": action, "draft": draft_of(r, action, state)}, "received": received_of(r)}
    if r.chance(0.8):
        request["policy"] = {"change": change_of(r)}
    if action == "change_unit":
        request |= {"to_deal": "D2", "to_unit": "3-1-1901"}
    return request
