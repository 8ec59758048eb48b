"""Random requests for `kpi.rephase`, `kpi.budget`, `kpi.stock_age`."""
from datetime import date, timedelta

from generate_kpi import day, later

QUARTERS = [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")]


def rephase_request(r):
    decimals, lines = r.choice([0, 0, 2]), []
    for metric in r.sample(["net_signings", "visits", "signed_amount"], r.randint(1, 2)):
        for year in r.sample([2026, 2027], r.randint(1, 2)):
            for first, last in QUARTERS:
                value = r.figure(0, r.choice([1, 500, 9000000]), decimals)
                lines.append({"metric": metric, "period": "quarter", "from": f"{year}-{first}", "to": f"{year}-{last}", "value": value})
    plan = {"id": "SP-1", "kind": "overall", "node": "P1", "from": "2026-01-01", "to": "2027-12-31",
            "state": r.choice(["draft", "approved", "approved", "approved", "reported"]), "lines": lines}
    if r.chance(0.3):
        plan["version"] = r.randint(1, 9)
    phases = []
    for line in r.sample(lines, r.randint(1, min(3, len(lines)))):
        value = line["value"] if r.chance(0.2) else r.figure(0, r.choice([1, 500, 9000000]), decimals)
        phases.append({"metric": line["metric"], "period": "quarter", "from": line["from"], "value": value})
    if len(phases) == 2 and r.chance(0.3):
        # What leaves one quarter goes to the other.
        one, two = ([line for line in lines if (line["metric"], line["from"]) == (p["metric"], p["from"])][0] for p in phases)
        phases[0]["value"], phases[1]["value"] = two["value"], one["value"]
    if r.chance(0.02):
        phases[0]["from"] = "2026-02-01"
    request = {"plan": plan, "phases": phases, "spread_rest": r.chance(0.7), "reason": "推迟", "by": "li",
               "today": (date(2026, 1, 1) + timedelta(r.randint(0, 300))).isoformat()}
    return request | ({"quantum": "0.01"} if decimals else {})


def budget_request(r):
    owners = [{"kind": "node", "node": "P1"}, {"kind": "node", "node": "P2"}, {"kind": "agent", "agent": "李"},
              {"kind": "media", "media": "网络"}, {"kind": "campaign", "campaign": "开盘"}]
    lines = []
    for at in range(r.randint(1, 5)):
        first = day(r, 0, 120)
        line = {"id": f"B{at}", "owner": r.choice(owners), "from": first, "to": later(r, first, 90), "amount": r.figure(0, r.choice([0, 9000, 900000]), 2)}
        if r.chance(0.3) and line["owner"]["kind"] != "node":
            line["within"] = r.choice(["P1", "P2"])
        if r.chance(0.2):
            line["limits"] = "cost"
        lines.append(line)

    def fact(key):
        one = {"key": key, "kind": r.choice(["spend", "spend", "cost"]), "date": day(r, 0, 200), "amount": r.figure(0.01, 30000, 2)}
        for field, values in (("node", ["P1", "P2"]), ("agent", ["李", "王"]), ("media", ["网络", "电台"]), ("campaign", ["开盘"])):
            if r.chance(0.6):
                one[field] = r.choice(values)
        return one

    request = {"budgets": lines, "facts": [fact(f"S{at}") for at in range(r.randint(0, 12))]}
    if r.chance(0.5):
        request["expense"] = fact("X")
        request["limit"] = r.choice(["refuse", "tell", "tell"])
        request["needs_budget"] = r.chance(0.2)
    if r.chance(0.3):
        request["as_of"] = day(r, 0, 200)
    return request


def stock_age_request(r):
    facts = []
    for unit in range(r.randint(0, 6)):
        on, offered, sale = date(2025, 1, 1) + timedelta(r.randint(0, 300)), False, None
        for step in range(r.randint(0, 6)):
            on += timedelta(r.randint(0, 120))
            one = {"key": f"{unit}/{step}", "date": on.isoformat(), "unit": f"1-{unit}"}
            if not offered and not sale:
                facts.append(one | {"kind": "released", "area": r.figure(1, 200, 2), "list_amount": r.figure(1, 3000000, 2)})
                offered = True
            elif sale and r.chance(0.5):
                facts.append(one | {"kind": "cancellation", "of": sale})
                sale = None
            elif not sale and r.chance(0.3):
                facts.append(one | {"kind": "withdrawn"})
                offered = False
            elif not sale:
                facts.append(one | {"kind": "subscription"})
                sale = one["key"]
    request = {"facts": facts, "day": day(r)}
    if r.chance(0.5):
        bounds = sorted(r.sample(range(1, 500), r.randint(0, 3)))
        request["bands"] = [{"name": f"{bound}", "from_days": bound} for bound in [0, *bounds]]
    if r.chance(0.7):
        request["slow"] = {"after_days": r.randint(0, 300)}
    return request
