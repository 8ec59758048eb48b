"""Random requests for `fund_plan.check` and `fund_plan.pay`: few days and lines, so that they meet."""

PURPOSES = ["refund", "commission", "collected_fee", "other"]


def day(r):
    return f"2026-09-{r.randint(10, 14):02d}"


def plan_of(r):
    count = r.randint(1, 5) if r.chance(0.95) else 0
    lines = []
    for at in range(count):
        line = {"id": f"L{at}" if r.chance(0.995) else "L0", "date": day(r) if r.chance(0.997) else "2026-10-01",
                "purpose": r.choice(PURPOSES), "amount": r.figure(0.01, r.choice([50, 5000]), 2)}
        if r.chance(0.3):
            line["deal"] = r.choice(["D1", "D2"])
        if r.chance(0.3):
            line["payee"] = r.choice(["何平", "周静"])
        if r.chance(0.5):
            line["reported_on"] = f"2026-09-{r.randint(4, 12):02d}"
        if r.chance(0.97):
            line["approval"] = r.choice(["SP"] * 40 + [""])
        lines.append(line)
    plan = {"month": "2026-09-01", "amount": r.figure(0, r.choice([500, 20000, 90000, 90000]), 2)}
    if r.chance(0.3):
        rows = [{"purpose": one, "amount": r.figure(0, 4000, 2)} for one in r.sample(PURPOSES, r.randint(1, 4))]
        cents = sum(round(float(row["amount"]) * 100) for row in rows) + (r.chance(0.03))
        plan |= {"amount": f"{cents // 100}.{cents % 100:02d}", "purposes": rows}
    if r.chance(0.98):
        plan["approval"] = "SP"
    if r.chance(0.3):
        plan["days_ahead"] = r.randint(0, 3)
    return plan | {"lines": lines}


def payment_of(r, plan, at):
    payment = {"key": f"P{at}", "date": day(r), "purpose": r.choice(PURPOSES), "amount": r.figure(0.01, r.choice([50, 3000]), 2)}
    if plan["lines"] and r.chance(0.95):
        line = r.choice(plan["lines"])
        payment["plan_line"] = line["id"] if r.chance(0.98) else "L9"
        for name in ("date", "purpose", "deal", "payee"):
            if name in line and r.chance(0.98):
                payment[name] = line[name]
        if r.chance(0.5):
            payment["amount"] = line["amount"] if r.chance(0.5) else f"{float(line['amount']) / 2:.2f}"
    if r.chance(0.002):
        payment["amount"] = "0"
    return payment


def payments_of(r, plan):
    payments = []
    for at in range(r.randint(0, 7)):
        if payments and r.chance(0.1):
            again = dict(r.choice(payments))
            if r.chance(0.4):
                again["amount"] = "12.34"
            payments.append(again)
        else:
            payments.append(payment_of(r, plan, at))
    return payments


def check_request(r):
    plan = plan_of(r)
    return {"plan": plan, "payments": payments_of(r, plan), "as_of": f"2026-09-{r.randint(8, 16):02d}"}


def pay_request(r):
    plan = plan_of(r)
    payments = payments_of(r, plan)
    again = payments and r.chance(0.1)
    return {"plan": plan, "payments": payments, "payment": r.choice(payments) if again else payment_of(r, plan, 9)}
