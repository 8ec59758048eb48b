"""Commission (handbook 8.9): person by person, period by period."""
from datetime import date
from fractions import Fraction

from kpi import largest_remainder
from numerals import FEN, half_up, money, number


def first_of(period, text):
    year, month = int(text[:4]), int(text[5:7])
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[period]
    return year, (month - 1) // months


def name_of(period, key):
    year, part = key
    return {"month": f"{year}-{part + 1:02}", "quarter": f"{year}-Q{part + 1}", "half_year": f"{year}-H{part + 1}", "year": f"{year}"}[period]


def months_later(text, months):
    day = date.fromisoformat(text)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last)).isoformat()
        except ValueError:
            pass


def commission(request):
    scheme, as_of = request["scheme"], request.get("as_of", "9999-12-31")
    period, pay, measure = scheme["period"], scheme["pay"], scheme["measure"]
    earned = []
    for deal in request["deals"]:
        quit = deal.get("quit_on") if deal.get("quit_on", "9999-12-31") <= as_of else None
        parts = []
        if measure == "collected_amount":
            parts = [(receipt["date"], number(receipt["amount"])) for receipt in deal.get("receipts", [])]
        else:
            whole = Fraction(1) if measure == "units" else number(deal["amount"])
            for part in scheme["earned"]:
                day = deal.get({"signing": "signed_on", "down_payment": "down_payment_on", "loan_paid": "loan_paid_on"}[part["on"]])
                if day:
                    parts.append((day, whole * number(part["share"])))
        parts = [(at, day, counted) for at, (day, counted) in enumerate(parts)
                 if day <= as_of and not (quit and (quit <= day or first_of(period, quit) <= first_of(period, day)))]
        shares = [(share["person"], number(share["share"])) for share in deal["shares"]]
        amounts = {}
        if pay["kind"] != "tiers" and parts:
            each = number(pay.get("rate", pay.get("amount")))
            so_far, before = Fraction(0), [0] * len(shares)
            for at, _, counted in sorted(parts, key=lambda part: part[1]):
                so_far += counted
                whole = min([half_up(so_far * each, FEN), *([number(scheme["deal_cap"])] if "deal_cap" in scheme else [])])
                sign = -1 if whole < 0 else 1
                own = largest_remainder(int(abs(whole) * 100), [share for _, share in shares], [person for person, _ in shares])
                own = [sign * one for one in own]
                amounts |= {(at, person): Fraction(now - then, 100) for (person, _), now, then in zip(shares, own, before)}
                before = own
        for at, day, counted in parts:
            for person, share in shares:
                earned.append({"person": person, "first": first_of(period, day), "day": day, "deal": deal, "at": at,
                               "counted": counted * share, "amount": amounts.get((at, person)), "quit": quit})
    earned.sort(key=lambda one: (one["person"], one["first"], one["day"], one["deal"]["deal"], one["at"]))
    sums = {}
    if pay["kind"] == "tiers":
        tiers = [(number(tier["above"]), number(tier.get("rate", tier.get("per_unit")))) for tier in pay["tiers"]]
        bounds = [above for above, _ in tiers[1:]] + [None]
        totals = {}
        for one in earned:
            key = one["person"], one["first"]
            totals[key] = totals.get(key, 0) + one["counted"]
        for one in earned:
            key = one["person"], one["first"]
            if pay["mode"] == "cliff":
                rate = [rate for above, rate in tiers if totals[key] > above][-1:] or [tiers[0][1] if totals[key] < 0 else Fraction(0)]
                one["amount"] = half_up(one["counted"] * rate[0], FEN)
                continue
            before = sums.get(key, Fraction(0))
            after, amount = before + one["counted"], Fraction(0)
            bottom, top = min(before, after), max(before, after)
            for at, ((low, rate), high) in enumerate(zip(tiers, bounds)):
                low = bottom if at == 0 else max(bottom, low)
                amount += max(Fraction(0), min(top, high if high is not None else top) - low) * rate
            amount = half_up(amount, FEN)
            one["amount"], sums[key] = amount if after >= before else -amount, after
    if "period_cap" in scheme:
        cap, come = number(scheme["period_cap"]), {}
        for one in earned:
            key = one["person"], one["first"]
            before = come.get(key, Fraction(0))
            come[key] = before + one["amount"]
            one["amount"] = min(come[key], cap) - min(before, cap)
    lines = [(one["person"], one["first"], one["day"], "a_earned", one["deal"]["deal"], one["amount"]) for one in earned]
    back = scheme.get("claw_back", {"kind": "all"})
    for one in earned:
        if not one["quit"]:
            continue
        share = {"all": Fraction(1), "none": Fraction(0)}.get(back["kind"])
        if share is None:
            signed = one["deal"].get("signed_on")
            steps = [step for step in back["steps"] if not signed or one["quit"] <= months_later(signed, step["within_months"])]
            share = number(steps[0]["share"]) if steps else Fraction(0)
        amount = -half_up(one["amount"] * share, FEN)
        if amount:
            lines.append((one["person"], first_of(period, one["quit"]), one["quit"], "claw_back", one["deal"]["deal"], amount))
    lines.sort(key=lambda line: line[:5])
    return {"total": money(sum((line[-1] for line in lines), Fraction(0))),
            "lines": [{"person": person, "period": name_of(period, first), "date": day, "deal": deal, "amount": money(amount),
                       "kind": kind.removeprefix("a_")} for person, first, day, kind, deal, amount in lines]}

