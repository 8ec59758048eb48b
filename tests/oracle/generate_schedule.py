"""Random requests for `payment.schedule`."""
from datetime import date, timedelta

from draw import PLACES
from numerals import PricingError, number
from schedule import lent, schedule

START = date(2026, 1, 1)
NODES = ["封顶", "竣工"]
PLAIN_ANCHORS = [
    "booking_date", "subscription_date", "agreed_signing_date", "signing_date", "signing_date", "signing_date",
    "mortgage_date", "sale_filed", "completion_filed", "area_settlement_date", "handover_date", "title_date",
]
RATIOS = ["0.1", "0.2", "0.3", "0.05", "0.333333", "0.15", "0.25"]


def some_day(r, low=0, high=700):
    return (START + timedelta(days=r.randint(low, high))).isoformat()


def dates_of(r):
    names = ("booking", "subscription", "agreed_signing", "signing", "mortgage", "sale_filed", "completion_filed",
             "area_settlement", "handover", "title")
    dates = {name: some_day(r) for name in names if r.chance(0.6)}
    if r.chance(0.2):
        dates["agreed_signing"] = r.choice(["2027-01-31", "2027-10-31", "2028-02-29"])
    nodes = []
    for name in r.some(NODES, 0):
        nodes.append({"node": name})
        for field in ("planned", "real", "notice"):
            if r.chance(0.6):
                nodes[-1][field] = some_day(r)
    if nodes:
        dates["nodes"] = nodes
    return dates


def anchor_of(r):
    if r.chance(0.15):
        return {"kind": "construction_node", "node": r.choice(NODES)}
    if r.chance(0.15):
        return {"kind": "fixed_date", "date": some_day(r)}
    return {"kind": r.choice(PLAIN_ANCHORS)}


def line_of(r, name, amount):
    line = {"name": name, "amount": amount, "anchor": anchor_of(r)}
    if r.chance(0.5):
        line["months"] = r.choice([1, 1, 2, 3, 6, 12, 24, -1, -2])
    if r.chance(0.5):
        line["days"] = r.choice([7, 10, 30, 15, 90, 1, -3])
    if amount["kind"] == "ratio" and r.chance(0.4):
        line["rounding"] = r.rounding([*PLACES, "10000"])
    return line


def own_lines(r, total, share, most, remainder):
    """Lines for a share of the price, in millionths: ratios, fixed amounts, perhaps a remainder."""
    count = r.randint(1, most)
    cuts = sorted(r.sample(range(1, share), count - 1))
    parts = [b - a for a, b in zip([0, *cuts], [*cuts, share])]
    if r.chance(0.5) and count > 1:
        parts = [share // count // 10000 * 10000] * (count - 1)
        parts.append(share - sum(parts))
    rest = r.randint(0, count - 1) if remainder or r.chance(0.5) else None
    lines = []
    for n, part in enumerate(parts):
        if n == rest:
            amount = {"kind": "remainder"}
        elif rest is not None and r.chance(0.3):
            high = max(0.02, total * part / 10**6)
            amount = {"kind": "fixed", "amount": r.figure(0.01, high, 2) if r.chance(0.5) else str(1 + int(high))}
        elif rest is not None and r.chance(0.2):
            smaller = [ratio for ratio in RATIOS if float(ratio) * 10**6 <= part]
            amount = {"kind": "ratio", "ratio": r.choice([*smaller, f"{part / 10**6:.6f}"])}
        else:
            amount = {"kind": "ratio", "ratio": f"{part / 10**6:.6f}"}
        lines.append(line_of(r, f"第{n + 1}期", amount))
    return lines


def loan_rule(r, total, ratio, limited):
    """A share, a fixed amount, or what a limit for all loans leaves."""
    rule = {}
    if ratio is not None:
        rule["ratio"] = f"{ratio / 10**6:.6f}"
    elif r.chance(0.4 if limited else 0.8):
        rule["fixed"] = str(r.randint(1, max(2, int(total * 0.4))))
    if r.chance(0.3):
        rule["cap"] = str(r.choice([600000, 800000, 1000000, int(total * 0.5) + 1]))
    if r.chance(0.35):
        rule["caps"] = caps_of(r, total)
    if r.chance(0.6):
        rule["place"] = r.choice(["1", "10", "100", "1000", "10000", "100000", "0.01"])
    if r.chance(0.3):
        rule["months"] = 360
    return rule


UPLIFTS = ["children", "green", "talent"]


def caps_of(r, total):
    """Caps by name, some of them dated, near what the plan would lend."""
    near = lambda: str(r.choice([900000, 1800000, int(total * r.uniform(0.2, 0.8)) + 1]))
    found = []
    for code in r.some(["base", "balance", "share", "bank"]):
        if code == "base":
            limit = {"kind": "borrowers", "single": near(), "couple": near()}
            if r.chance(0.7):
                limit["uplifts"] = [{"code": one, "rate": r.choice(["0.2", "0.5", "0.333333"])} for one in r.some(UPLIFTS)]
            if r.chance(0.6):
                limit["max_uplift"] = r.choice(["0.7", "0.4"])
        elif code == "balance":
            limit = {"kind": "balance", "multiple": r.choice(["20", "15", "10.5"])}
        elif code == "share":
            limit = {"kind": "price_share", "ratio": r.choice(["0.7", "0.8", "0.333333", "0.5"])}
        else:
            limit = {"kind": "amount", "amount": near()}
        found.append({"code": code, "name": code, "limit": limit})
        if r.chance(0.3):
            found[-1]["from"] = some_day(r, -300, 100)
            if r.chance(0.5):
                found.append({"code": code, "name": code, "limit": {"kind": "amount", "amount": near()},
                              "from": some_day(r, 101, 400)})
    return found


def borrower_of(r, total):
    facts = {}
    if r.chance(0.7):
        facts["couple"] = r.chance(0.5)
    if r.chance(0.7):
        facts["fund_balance"] = r.figure(total * 0.005, total * 0.05, 2)
    if r.chance(0.6):
        facts["uplifts"] = r.some(UPLIFTS)
    return facts


def plan_of(r, total):
    method = r.choice(["lump_sum", "instalment", *["mortgage", "combination"] * 2, "provident_fund"])
    plan = {"code": "P", "name": "方案", "method": method}
    if method in ("lump_sum", "instalment"):
        lines = own_lines(r, total, 10**6, 2 if method == "lump_sum" else 6, False)
    else:
        most = r.choice([700000, 800000, 600000, 650000])
        limited = r.chance(0.6)
        if limited:
            plan["max_loan_ratio"] = f"{most / 10**6:g}"
        parts = {"fund": most, "commercial": most}
        if method == "combination":
            parts["fund"] = r.choice([300000, 400000, 200000])
            parts["commercial"] = most - parts["fund"]
        for kind in parts:
            if method in ("combination", {"fund": "provident_fund", "commercial": "mortgage"}[kind]):
                plan[kind] = loan_rule(r, total, parts[kind] if r.chance(0.5) else None, limited)
        shares = ["ratio" in plan[k] or limited and "fixed" not in plan[k] for k in parts if k in plan]
        whole = all(shares)
        lines = own_lines(r, total, 10**6 - most, 4, not whole)
        for kind in r.sample(["fund", "commercial"], 2):
            if kind in plan:
                lines.insert(r.randint(0, len(lines)), line_of(r, f"{kind} loan", {"kind": f"{kind}_loan"}))
        if r.chance(0.3):
            plan["loan_base"] = r.choice(["lowest_valuation", "contract_total"])
    plan["lines"] = lines
    own = [x for x in lines if not x["amount"]["kind"].endswith("loan")]
    if r.chance(0.6):
        amount = r.choice([10000, 20000, 50000, 100000]) if total > 200000 else max(1, int(total * 0.1))
        plan["deposit"] = {"amount": str(amount)}
        if r.chance(0.2):
            plan["deposit"]["in_price"] = r.chance(0.5)
        if r.chance(0.3):
            plan["deposit"]["anchor"], plan["deposit"]["days"] = anchor_of(r), r.randint(-3, 10)
        if r.chance(0.5):
            r.choice(own)["deduct_deposit"] = True
    if r.chance(0.5):
        plan["node_grace_days"] = r.choice([7, 15, 30])
    return plan


def apply_for_loans(r, data, size):
    """Amounts of what the loans can be, and now and then of more."""
    kinds = [kind for kind in ("fund", "commercial") if kind in data["plan"]]
    for kind in kinds:
        # Where nothing else says how much it is, the amount applied for does.
        if "max_loan_ratio" not in data["plan"] and not {"ratio", "fixed"} & set(data["plan"][kind]):
            high = 0.6 if r.chance(0.1) else 0.3
            data[f"{kind}_loan"] = r.figure(0.01, max(0.02, size * high), 2)
    for kind in kinds:
        if f"{kind}_loan" not in data and r.chance(0.3):
            most = float(lent(data, number(data["total"]))[0][kind])
            if most:
                data[f"{kind}_loan"] = r.figure(0.01, most * r.choice([1, 1, 1.3]), 2)
    if kinds and r.chance(0.2):
        data["plan"]["loan_above"] = r.choice(["cut", "refuse"])


def draft(r):
    low, high, decimals = r.choice([(300000, 9000000, 0), (300000, 9000000, 2), (1, 500, 2), (900, 60000, 2),
                                    (100000000, 900000000, 2)])
    total = r.figure(low, high, decimals)
    size = float(total)
    data = {"plan": plan_of(r, size), "total": total}
    for line in data["plan"]["lines"]:
        # Shares of a small price that are rounded up to a large place would be more than all of it.
        rounding = line.get("rounding", {"place": "1"})
        if float(rounding["place"]) * 20 > size and "mode" in rounding:
            rounding["mode"] = "down"
    if r.chance(0.9):
        data["dates"] = dates_of(r)
    if "deposit" in data["plan"] and r.chance(0.3):
        top = size * (0.9 if r.chance(0.3) else 0.2)
        data["deposit"] = r.figure(0.01, max(0.02, top), 2)
    for field in ("appraisal", "filed_total"):
        if r.chance(0.3):
            data[field] = r.figure(size * 0.8 + 0.01, size * 1.1 + 0.02, 2)
    if r.chance(0.8):
        data["borrower"] = borrower_of(r, size)
    apply_for_loans(r, data, size)
    if r.chance(0.3):
        data["fees"] = [{"item": "tax", "amount": r.figure(0.01, 60000, 2)}]
        lines = data["plan"]["lines"]
        lines.insert(r.randint(0, len(lines)), line_of(r, "契税", {"kind": "fee", "item": "tax"}))
    if r.chance(0.4):
        data["working_days"] = {"holidays": [some_day(r) for _ in range(r.randint(0, 60))]}
        if r.chance(0.5):
            holidays = data["working_days"]["holidays"]
            data["working_days"]["workdays"] = [d for d in (some_day(r) for _ in range(60)) if d not in holidays]
    if r.chance(0.4):
        data["existing"] = existing_of(r, data, size)
    return data


def existing_of(r, data, size):
    """The schedule of a price before, with receipts."""
    before = data | {"total": r.choice([data["total"], r.figure(size * 0.7 + 0.01, size * 1.4 + 0.02, 2)])}
    try:
        rows = schedule(before)["lines"]
    except PricingError:
        return []
    lines = []
    for row in rows:
        if r.chance(0.9):
            received = r.choice(["0", row["amount"], r.figure(0, float(row["amount"]), 2)])
            line = {k: row[k] for k in ("item", "name", "amount")} | {"received": received}
            if row["item"] == "fee" and r.chance(0.7):
                line["fee"] = "tax"
            if r.chance(0.1):
                line["name"] += "（旧）"
            lines.append(line)
    return lines


def spoilt(r, data):
    """A request that must be refused."""
    plan, way = data["plan"], r.randint(1, 8)
    data.pop("existing", None)
    if way == 1:
        plan["lines"] += [line_of(r, f"余款{n}", {"kind": "remainder"}) for n in "ab"]
    elif way == 2:
        plan["lines"].append(line_of(r, "尾款", {"kind": "ratio", "ratio": r.choice(["1.1", "0", "-0.1"])}))
    elif way == 3:
        plan["lines"].append(line_of(r, "税", {"kind": "fee", "item": "unknown"}))
    elif way == 4:
        plan["enabled"] = False
    elif way == 5:
        data["total"] = r.choice(["0", "-100"])
    elif way == 6:
        plan["lines"].append(line_of(r, "another loan", {"kind": r.choice(["commercial_loan", "fund_loan"])}))
    elif way == 7:
        plan["deposit"] = {"amount": str(10**10)}
        data.pop("deposit", None)
    else:
        plan["method"] = "lump_sum" if plan["method"] not in ("lump_sum", "instalment") else "mortgage"
    return data


def request_of(r):
    for _ in range(50):
        try:
            data = draft(r)
            schedule(data)
            break
        except PricingError:
            if r.chance(0.03):
                break
    return spoilt(r, data) if r.chance(0.05) else data
