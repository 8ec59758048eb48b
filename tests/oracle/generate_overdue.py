"""Random requests for `overdue.assess`, `overdue.aging` and `overdue.forecast`: many days at the ends of grace, tiers and buckets."""
from datetime import date, timedelta

from draw import PLACES

ITEMS = ["house_payment", "house_payment", "deposit", "down_payment", "commercial_loan", "fund_loan", "area_difference", "handling_fee",
         "late_fee", "garage"]
TODAY = date(2026, 6, 30)
DAYS = [0, 1, 14, 15, 16, 29, 30, 31, 32, 45, 60, 61, 90, 91, 180, 181, 360, 361]


def back(r, most=200):
    days = r.choice(DAYS) if r.chance(0.6) else r.randint(-40, most)
    return (TODAY - timedelta(days=days)).isoformat()


def tiers_of(r):
    count = r.randint(1, 3)
    ends = sorted(r.sample([10, 15, 30, 60, 90], count - 1))
    rates = sorted(r.randint(0, 800) for _ in range(count))
    tiers = [{"rate": f"0.{rate:06d}"} for rate in rates]
    for tier, end in zip(tiers, ends):
        tier["up_to_days"] = end
    if r.chance(0.02):
        tiers[-1]["up_to_days"] = 99
    if r.chance(0.01):
        tiers.reverse()
    return tiers


def policy_of(r):
    policy = {"tiers": tiers_of(r)}
    if r.chance(0.2):
        first = date(2026, r.randint(1, 5), r.randint(1, 28))
        policy["changes"] = [{"from": first.isoformat(), "tiers": tiers_of(r)}]
        if r.chance(0.4):
            later = first + timedelta(days=r.randint(0 if r.chance(0.05) else 1, 60))
            policy["changes"].append({"from": later.isoformat(), "tiers": tiers_of(r)})
    for field, words, chance in (("grace_mode", ["excluded", "cliff"], 0.5), ("tier_mode", ["cliff", "marginal"], 0.7),
                                 ("tier_start", ["due_date", "first_charged_day"], 0.4), ("rate_unit", ["day", "year360", "year365"], 0.3),
                                 ("order", ["principal_first", "penalty_first"], 0.5)):
        if r.chance(chance):
            policy[field] = r.choice(words)
    if r.chance(0.5):
        policy["grace_days"] = r.choice([0, 1, 7, 15, 30])
    if r.chance(0.2):
        policy["fixed_fee"] = r.figure(0, 200, 2)
    if r.chance(0.3):
        policy["caps"] = r.some([{"kind": "amount", "amount": r.figure(0, 20000, 2)}, {"kind": "of_claim", "share": r.figure(0, 0.05, 4)},
                                 {"kind": "of_total", "share": r.figure(0, 0.01, 5)}])
    if r.chance(0.3):
        policy["categories"] = r.some(["house_non_loan", "house_loan", "area_difference", "charge", "other"])
    if r.chance(0.2):
        policy["lapses_when_paid"] = r.chance(0.7)
    if r.chance(0.3):
        policy["rounding"] = r.rounding(PLACES[:4])
    return policy


def payments_of(r, amount):
    """Payments that come to the claim or less, now and then more; some given back, some reversed."""
    payments, left = [], amount
    for _ in range(r.choice([0, 0, 1, 1, 2, 3])):
        paid = left if r.chance(0.3) else r.randint(0, left)
        left -= paid
        payments.append({"on": back(r), "amount": f"{paid // 100}.{paid % 100:02d}"})
    if payments and r.chance(0.1):
        payments[-1]["reversed"] = {"on": (date.fromisoformat(payments[-1]["on"]) + timedelta(days=r.randint(0, 60))).isoformat()}
        if r.chance(0.05):
            payments[-1]["reversed"]["on"] = "2020-01-01"
    if payments and r.chance(0.1):
        first = min(payments, key=lambda one: one["on"])
        given = r.randint(1, 50000)
        on = (date.fromisoformat(first["on"]) + timedelta(days=r.randint(0, 90))).isoformat()
        payments.append({"on": on, "amount": f"-{given // 100}.{given % 100:02d}"})
    if r.chance(0.03):
        payments.append({"on": back(r), "amount": r.figure(0, 3000, 2)})
    for payment in payments:
        if r.chance(0.1):
            payment["recorded"] = r.randint(1, 100)
        if r.chance(0.05):
            payment["credit"] = True
    r.shuffle(payments)
    return payments


def claims_of(r):
    claims = []
    for n in range(r.randint(0, 6)):
        fen = r.choice([r.randint(0, 10**8), r.randint(0, 10**5), 39520600])
        claim = {"id": f"C{n}", "deal": f"D{r.randint(1, 3)}", "item": r.choice(ITEMS), "amount": f"{fen // 100}.{fen % 100:02d}"}
        if r.chance(0.9):
            claim["due"] = back(r, 400)
        if r.chance(0.1):
            claim["since"] = back(r, 400)
        if r.chance(0.1):
            claim["recorded"] = r.randint(1, 100)
        if claim["item"] == "garage" or r.chance(0.05):
            claim["category"] = r.choice(["other", "collected", "house_non_loan", "house_loan"])
        payments = payments_of(r, fen)
        if "since" in claim and not r.chance(0.1):
            payments = [one for one in payments if one["on"] >= claim["since"]]
        if payments:
            claim["payments"] = payments
        claims.append(claim)
    if claims and r.chance(0.01):
        r.choice(claims)["amount"] = "-1"
    return claims


def deals_of(r):
    deals = [{"id": f"D{n}"} for n in r.some([1, 2, 3])] if r.chance(0.8) else [{"id": f"D{n}"} for n in (1, 2, 3)]
    for deal in deals:
        if r.chance(0.95):
            deal["contract_total"] = r.figure(500000, 5000000, r.choice([0, 2]))
        for field, words in (("agent", ["A1", "A2"]), ("project", ["P1", "P2"]), ("product", ["高层", "洋房"]), ("customer", ["K1", "K2"])):
            if r.chance(0.8):
                deal[field] = r.choice(words)
    return deals


def base_of(r):
    request = {"as_of": (TODAY + timedelta(days=r.choice([0, 0, 0, 1, -1, -30]))).isoformat(), "claims": claims_of(r)}
    if r.chance(0.7):
        request["deals"] = deals_of(r)
    if r.chance(0.1):
        request["horizon"] = r.randint(1, 100)
    return request


def assess_request(r):
    request = base_of(r) | ({"policy": policy_of(r)} if r.chance(0.97) else {})
    ids = [claim["id"] for claim in request["claims"]]
    if ids and r.chance(0.3):
        request["waivers"] = [{"claim": r.choice(ids), "amount": r.figure(0.01, 3000, 2), "on": back(r)} | ({"approval": r.choice(["S1"] * 40 + [""])} if r.chance(0.8) else {})
                              for _ in range(r.randint(1, 2))]
    if ids and r.chance(0.3):
        request["posted"] = [{"claim": r.choice(ids), "amount": r.figure(-500, 3000, 2), "on": back(r)} for _ in range(r.randint(1, 2))]
    return request


def buckets_of(r):
    ends = sorted(r.sample([1, 7, 15, 30, 45, 60, 90, 180, 365], r.randint(0, 5)))
    buckets, first = [], 1
    for end in ends:
        buckets.append({"from_days": first, "to_days": end})
        first = end + 1
    buckets.append({"from_days": first})
    if r.chance(0.05):
        r.choice(buckets)["from_days"] += r.choice([-1, 1])
    if r.chance(0.03):
        buckets.pop()
    return buckets


def aging_request(r):
    request = base_of(r)
    if r.chance(0.4):
        request["buckets"] = buckets_of(r)
    if r.chance(0.5):
        request["mode"] = r.choice(["still_owed", "since_paid", "all_overdue"])
    if r.chance(0.8):
        request["by"] = r.some(["item", "category", "loan", "agent", "project", "product", "customer", "deal"])
    if r.chance(0.4):
        request["prepayments"] = [r.choice([{"deal": f"D{r.randint(1, 3)}"}, {"customer": "K9"}]) | {"on": back(r), "amount": r.figure(-500, 20000, 2)}
                                  for _ in range(r.randint(1, 3))]
    if r.chance(0.15):
        request["policy"] = policy_of(r) | {"caps": []}
    return request


def rates_of(r):
    rates = []
    for kind in ("non_loan", "loan", "fee"):
        rates.append({"kind": kind, "probability": r.figure(0.5, 1, 2)} | ({"lag_days": r.randint(0, 40)} if r.chance(0.5) else {}))
        ends, first = sorted(r.sample([30, 60, 90, 180], r.randint(0, 2))), 1
        for end in [*ends, None]:
            rate = {"kind": kind, "from_days": first, "probability": r.figure(0, 1, 3)}
            if end:
                rate["to_days"], first = end, end + 1
            if r.chance(0.3):
                rate["lag_days"] = r.randint(0, 60)
            rates.append(rate)
    r.shuffle(rates)
    if r.chance(0.05):
        rates.pop()
    if r.chance(0.03):
        wrong = r.choice(rates)
        wrong["from_days"] = r.choice([0, 1, 100])
    return rates


def nodes_of(r, ahead):
    days = sorted({ahead() for _ in range(r.randint(0, 4))})
    return days[::-1] if r.chance(0.03) else days


def forecast_request(r):
    request = base_of(r)
    as_of = date.fromisoformat(request["as_of"])
    request["to"] = (as_of + timedelta(days=r.choice([0, 1, 20, 31, 62, 100, 200, 400] if r.chance(0.1) else [31, 62, 100, 200]))).isoformat()
    ahead = lambda: (as_of + timedelta(days=r.randint(-60, 250))).isoformat()
    for claim in request["claims"]:
        if "due" in claim and r.chance(0.6):
            claim["due"] = ahead()
        if r.chance(0.2):
            claim["promised"] = ahead()
        if r.chance(0.2):
            claim["not_before"] = ahead()
    for deal in request.get("deals", []):
        if r.chance(0.5):
            deal["signed_on"] = ahead()
    if r.chance(0.8):
        request["forecast_policy"] = {"rates": rates_of(r)} if r.chance(0.8) else {}
        if r.chance(0.5):
            request["forecast_policy"]["loan_cycle_days"] = r.choice([0, 30, 45, 90])
    if r.chance(0.6):
        request["unit"] = r.choice(["week", "month", "quarter", "year"])
    if r.chance(0.3):
        request["sales"] = [{"on": ahead(), "units": r.randint(0, 50), "average_total": r.figure(500000, 3000000, 2),
                             "first_payment_share": r.choice(["0.3", "0.155", "1", "0"])} for _ in range(r.randint(1, 3))]
    if r.chance(0.4):
        request["accounts"] = [{"account": r.choice(["J"] * (n == 0) + ["K", "L"]), "balance": r.figure(0, 500000, 2), "collects": r.chance(0.6),
                                "nodes": [{"on": on, "required": r.figure(0, 400000, 2)} for on in nodes_of(r, ahead)]}
                               for n in range(r.randint(1, 2))]
    if r.chance(0.4):
        request["actual_until"] = ahead()
    return request
