"""Random requests for `payment.loan`."""
from datetime import date, timedelta

from dates import add_months
from loan import loans
from numerals import PricingError

CONVENTIONS = ["theoretical", "cent_payment", "cent_schedule"]
ANNUAL = ["0.035", "0.026", "0.049", "0.0285", "0.031", "0.0325", "0.045", "0.06"]
MONTHS = [360, 240, 180, 120, 60, 36, 300]


def annual_of(r):
    pick = r.random()
    if pick < 0.07:
        return r.choice(["0", "0", "1", "0.000001"])
    return r.choice(ANNUAL) if pick < 0.5 else r.figure(0.0001, 0.12, r.choice([3, 4, 6]))


def rate_of(r):
    pick = r.random()
    looked_up = (date(2025, 6, 1) + timedelta(days=r.randint(0, 180))).isoformat()
    if pick < 0.8:
        return {"kind": "annual", "annual": annual_of(r)}
    spread = {"spread": r.choice(["-0.003", "0.002", "-0.0045"])} if r.chance(0.5) else {}
    if pick < 0.9:
        preset = r.choice(["fund_first_home", "fund_second_home", "fund", "lpr_one_year", "lpr_five_years"])
        return {"kind": "preset", "preset": preset, "date": looked_up} | spread
    rows = []
    for begun in ("2024-01-01", "2025-07-01", "2025-09-15"):
        rows += [{"from": begun, "max_months": 60, "annual": r.figure(0.01, 0.03, 4)},
                 {"from": begun, "annual": r.figure(0.02, 0.05, 4)}]
    r.shuffle(rows)
    return {"kind": "table", "rows": rows, "date": looked_up} | spread


def changes_of(r, terms):
    """Changes in order of time, each in a month of its own."""
    months, found = terms["months"], []
    if months < 6:
        return found
    for month in sorted(r.sample(range(2, months), r.randint(1, min(3, months - 3)))):
        when = {"month": month}
        if "first_payment" in terms and r.chance(0.4):
            first = date.fromisoformat(terms["first_payment"])
            when = {"date": (add_months(first, month - 1) - timedelta(days=r.randint(0, 27))).isoformat()}
        pick = r.random()
        if pick < 0.45:
            found.append({"kind": "rate", "annual": annual_of(r)} | when)
        elif pick < 0.9:
            share = float(terms["principal"]) * r.uniform(0.02, 0.3)
            effect = r.choice(["lower_payment", "shorter_term"])
            amount = r.figure(share, share + 1, r.choice([0, 2]))
            found.append({"kind": "prepay", "amount": amount, "effect": effect} | when)
        else:
            found.append({"kind": "pay_off"} | when)
            break
    return found


def terms_of(r, several):
    months = r.choice(MONTHS) if r.chance(0.4) else r.randint(1, 360)
    if r.chance(0.1):
        months = r.choice([1, 2, 3, 12, 1200, 719])
    low, high = r.choice([(100000, 3000000), (100000, 3000000), (20000, 100000), (10**8, 10**9)])
    if r.chance(0.05):
        low, high = 1, 5000
    terms = {"months": months, "rate": rate_of(r)}
    step = 10000 if low >= 20000 and r.chance(0.5) else 1
    terms["principal"] = str(r.randint(low // step, high // step) * step) if r.chance(0.8) else r.figure(low, high, 2)
    convention = r.choice(CONVENTIONS)
    if convention != "cent_schedule" or r.chance(0.5):
        terms["convention"] = convention
    repayment = r.choice(["equal_instalment", "equal_instalment", "equal_principal"])
    if repayment != "equal_instalment":
        terms["repayment"] = repayment
    if r.chance(0.3):
        terms["name"] = "贷款"
    if r.chance(0.5):
        terms["first_payment"] = r.choice(["2026-01-31", "2026-03-20", "2027-12-30", "2028-02-29"])
    if months <= 12 and r.chance(0.4):
        terms["repayment"] = "bullet"
    elif r.chance(0.4):
        terms["changes"] = changes_of(r, terms)
    return terms


def spoilt(r, data):
    """A request that must be refused."""
    terms, way = data["loans"][0], r.randint(1, 10)
    terms["rate"], terms["months"] = {"kind": "annual", "annual": "0.03"}, 24
    terms.pop("repayment", None)
    if way == 1:
        terms["principal"] = r.choice(["0", "-5"])
    elif way == 2:
        terms["months"] = r.choice([0, 1201])
        terms.pop("changes", None)
    elif way == 3:
        terms["rate"] = {"kind": "annual", "annual": "-0.01"}
    elif way == 4:
        terms["repayment"] = "bullet"
    elif way == 5:
        terms["changes"] = [{"kind": "pay_off", "month": r.choice([0, 25])}]
    elif way == 6:
        terms["changes"] = [{"kind": "rate", "annual": "0.02"}]
    elif way == 7:
        terms["changes"] = [{"kind": "pay_off", "month": 2, "date": "2026-05-01"}]
    elif way == 8:
        terms.pop("first_payment", None)
        terms["changes"] = [{"kind": "pay_off", "date": "2026-05-01"}]
    elif way == 9:
        terms["changes"] = [{"kind": "prepay", "month": 12, "amount": terms["principal"], "effect": "shorter_term"}]
    else:
        terms["rate"] = {"kind": "table", "rows": [{"from": "2026-01-01", "annual": "0.03"}], "date": "2025-12-31"}
    return data


def request_of(r):
    several = r.chance(0.25)
    for _ in range(50):
        data = {"loans": [terms_of(r, several) for _ in range(2 if several else 1)]}
        if r.chance(0.55):
            data["table"] = False
        if r.chance(0.3):
            data["home_count"] = r.randint(1, 3)
        try:
            loans(data | {"table": False})
            break
        except PricingError:
            if r.chance(0.03):
                break
    return spoilt(r, data) if r.chance(0.04) else data
