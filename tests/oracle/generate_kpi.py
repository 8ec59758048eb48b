"""Random requests for `kpi.split`, `kpi.measure`, `kpi.bridge`, `kpi.commission`."""
from datetime import date, timedelta

from kpi import FINANCE, MARKETING, RATIOS


def split_request(r):
    quantum = r.choice(["1", "1", "0.01", "50"])
    decimals = 2 if quantum == "0.01" else 0
    steps = r.randint(0, 10**r.randint(1, 9))
    total = {"1": steps, "50": steps * 50, "0.01": f"{steps // 100}.{steps % 100:02d}"}[quantum]
    parts = []
    for at in range(r.randint(1, 7)):
        part = {"id": f"P{at}"}
        if at and r.chance(0.4):
            part["parent"] = f"P{r.randint(0, at - 1)}" if r.chance(0.98) else "nowhere"
        if r.chance(0.8):
            part["weight"] = r.figure(0, r.choice([1, 100, 100000]), r.choice([0, 2, 6]))
        if r.chance(0.1):
            part["fixed"] = r.figure(0, r.choice([1, 50, 1000]), decimals)
        if r.chance(0.2):
            part["order"] = r.randint(0, 3)
        if r.chance(0.7):
            part["reported"] = r.figure(0, 1000000, r.choice([0, 2]))
        parts.append(part)
    if r.chance(0.3):
        parts.reverse()
    request = {"total": str(total), "parts": parts}
    return request if quantum == "1" and r.chance(0.5) else request | {"quantum": quantum}


def day(r, low=0, high=240):
    return (date(2026, 1, 1) + timedelta(r.randint(low, high))).isoformat()


def later(r, text, most=60):
    return (date.fromisoformat(text) + timedelta(r.randint(0, most))).isoformat()


def facts_of(r, name="D"):
    facts = []
    for n in range(r.randint(0, 6)):
        key = f"{name}{n}"
        common = {"deal": f"D{n}", "unit": f"1-{n}", "agent": r.choice(["李", "王"])} | ({"department": r.choice(["一部", "二部"])} if r.chance(0.6) else {}) | ({"media": r.choice(["户外", "网络"])} if r.chance(0.7) else {})

        def fact(part, kind, on, **more):
            one = {"key": f"{key}/{part}", "kind": kind, "date": on, "amount": r.figure(0, 3000000, 2), "area": r.figure(0, 200, 2)}
            if r.chance(0.3):
                one["recorded_on"] = later(r, on, 20)
            if r.chance(0.5):
                one["finance_date"] = later(r, on)
            if r.chance(0.3):
                one["finance_amount"] = r.figure(0, 3000000, 2)
            return one | common | more

        start = day(r)
        if r.chance(0.3):
            facts.append(fact("v", "visit", start, detail=r.choice(["first", "return"]), count=r.randint(1, 5)))
        last = None
        if r.chance(0.9):
            facts.append(fact("s", "subscription", start, **({"performance_date": day(r)} if r.chance(0.3) else {})))
            last = "s"
        if r.chance(0.6):
            facts.append(fact("g", "signing", later(r, start), **({"of": f"{key}/{last}"} if last else {})))
            last = "g"
        if last and r.chance(0.15):
            facts.append(fact("c", "unit_change", later(r, start, 90), of=f"{key}/{last}", amount=r.figure(-90000, 90000, 2)))
        if r.chance(0.3):
            facts.append(fact("q", "cancellation", later(r, start, 90), **({"of": f"{key}/{last}"} if last and r.chance(0.9) else {})))
        if last and r.chance(0.3):
            facts.append(fact("k", "commission", later(r, start, 90), of=f"{key}/{last}", amount=r.figure(-9000, 9000, 2)))
        if r.chance(0.3):
            facts.append(fact("m", "spend", start, amount=r.figure(-900, 90000, 2)))
        for at in range(r.randint(0, 2)):
            facts.append(fact(f"r{at}", "collection", later(r, start, 90), amount=r.figure(-100000, 900000, 2)))
    r.shuffle(facts)
    return facts


def measure_request(r):
    finance = r.chance(0.4)
    known = sorted(FINANCE if finance else MARKETING)
    metrics = r.some(known + [name for name, (a, b, _) in RATIOS.items() if a in known and b in known])[:6]
    if finance and r.chance(0.05):
        metrics = list(dict.fromkeys([*metrics, "visits"]))
    first = day(r)
    request = {"facts": facts_of(r), "metrics": metrics,
               "periods": {"kind": r.choice(["week", "month", "quarter", "half_year", "year", "cumulative"]), "from": first, "to": later(r, first, 150)}}
    if finance:
        request["caliber"] = "finance"
    if r.chance(0.4):
        request["treatment"] = "restate_original_period"
    if r.chance(0.6):
        request["by"] = r.some(["agent", "department", "media", "unit"])
    for field in ("as_of", "recorded_to"):
        if r.chance(0.3):
            request[field] = day(r)
    return request


def figure_of(r, metric):
    first = day(r)
    figure = {"from": first, "to": later(r, first, 90)}
    if metric in FINANCE and r.chance(0.5):
        figure["caliber"] = "finance"
    if r.chance(0.3):
        figure["treatment"] = "restate_original_period"
    for field in ("as_of", "recorded_to"):
        if r.chance(0.25):
            figure[field] = day(r)
    return figure


def bridge_request(r):
    metric = r.choice(sorted(FINANCE))
    facts = facts_of(r)
    request = {"metric": metric, "facts": facts, "first": figure_of(r, metric), "second": figure_of(r, metric)}
    if r.chance(0.3):
        request["second_facts"] = facts_of(r, "手")
    if r.chance(0.5):
        request["match_by"] = r.choice(["event", "deal", "unit"])
    return request


def tiers_of(r, units):
    bounds = sorted(r.sample(range(1, 20), r.randint(0, 3)))
    aboves = ["0"] + [str(bound if units else bound * 500000) for bound in bounds]
    pay = (lambda: {"per_unit": r.figure(0, 900, 2)}) if units else (lambda: {"rate": r.figure(0, 0.02, 6)})
    return [{"above": above} | pay() for above in aboves]


def shares_of(r, names, count):
    return [{"person": name, "share": share} for name, share in zip(r.sample(names, count), r.shares(count))]


def commission_request(r):
    measure = r.choice(["deal_amount", "deal_amount", "collected_amount", "units"])
    units = measure == "units"
    kind = r.choice(["flat", "tiers", "tiers"])
    pay = {"kind": "tiers", "mode": r.choice(["marginal", "cliff"]), "tiers": tiers_of(r, units)}
    if kind == "flat":
        pay = {"kind": "fixed", "amount": r.figure(1, 5000, 2)} if units else {"kind": "rate", "rate": r.figure(0.0001, 0.02, 6)}
    scheme = {"code": "S", "measure": measure, "period": r.choice(["month", "quarter", "half_year", "year"]), "pay": pay}
    if measure != "collected_amount":
        conditions = r.some(["signing", "down_payment", "loan_paid"])
        scheme["earned"] = [{"on": on, "share": share} for on, share in zip(conditions, r.shares(len(conditions)))]
    if r.chance(0.6):
        steps = [{"within_months": 3, "share": "1"}, {"within_months": r.randint(4, 12), "share": r.choice(["1/3", "0.5"])}]
        scheme["claw_back"] = r.choice([{"kind": "none"}, {"kind": "all"}, {"kind": "by_months", "steps": steps}])
    if kind == "flat" and r.chance(0.3):
        scheme["deal_cap"] = r.figure(1, 9000, 2)
    if r.chance(0.3):
        scheme["period_cap"] = r.figure(1, 30000, 2)
    deals = []
    for n in range(r.randint(0, 8)):
        signed = day(r, 0, 360)
        deal = {"deal": f"D{n}", "amount": r.figure(1, 4000000, 2), "shares": shares_of(r, ["李", "王", "张"], r.randint(1, 3))}
        if r.chance(0.9):
            deal["signed_on"] = signed
        for field in ("down_payment_on", "loan_paid_on"):
            if r.chance(0.6):
                deal[field] = later(r, signed, 120)
        if r.chance(0.4):
            deal["quit_on"] = later(r, signed, 300)
        if measure == "collected_amount":
            deal["receipts"] = [{"date": later(r, signed, 200), "amount": ("-" if r.chance(0.25) else "") + r.figure(1, 2000000, 2)}
                                for _ in range(r.randint(0, 5))]
        deals.append(deal)
    request = {"scheme": scheme, "deals": deals}
    return request | {"as_of": day(r, 100, 600)} if r.chance(0.3) else request
