"""`fund_plan.check`, `fund_plan.pay` (handbook 28.4): lines of days, what lapses, the month."""
from datetime import date, timedelta
from fractions import Fraction

from numerals import PricingError, money, number


def unnamed(one):
    """Nobody approved it; a blank name is none."""
    return not one.get("approval", "").strip()


def refuse(condition, code):
    if condition:
        raise PricingError("fund_plan." + code)


def wrong(plan, payments):
    refuse(number(plan["amount"]) < 0, "figure")
    purposes = plan.get("purposes", [])
    refuse(any(number(row["amount"]) < 0 for row in purposes), "figure")
    refuse(len({row["purpose"] for row in purposes}) < len(purposes), "repeated")
    lines = plan.get("lines", [])
    refuse(len({line["id"] for line in lines}) < len(lines), "repeated")
    refuse(any(number(line["amount"]) <= 0 for line in lines), "figure")
    refuse(any(line["date"][:7] != plan["month"][:7] for line in lines), "other_month")
    refuse(purposes and sum(number(row["amount"]) for row in purposes) != number(plan["amount"]), "month_sum")
    refuse(any(number(one["amount"]) <= 0 for one in payments), "figure")


def is_late(plan, line):
    on = line.get("reported_on")
    return on is not None and date.fromisoformat(on) + timedelta(plan.get("days_ahead", 1)) > date.fromisoformat(line["date"])


def known(line, day):
    return line.get("reported_on", "") <= day


def within(plan, paid, day):
    """Ids of the lines above the month's plan, and what the others come to by purpose."""
    above, sums = set(), {}
    limits = {row["purpose"]: number(row["amount"]) for row in plan.get("purposes", [])}
    for line in plan.get("lines", []):
        if not known(line, day) or is_late(plan, line):
            continue
        counts = paid.get(line["id"], Fraction(0)) if line["date"] < day else number(line["amount"])
        own = sums.get(line["purpose"], Fraction(0)) + counts
        over = limits and own > limits.get(line["purpose"], 0)
        if over or sum(sums.values()) + counts > number(plan["amount"]):
            above.add(line["id"])
        else:
            sums[line["purpose"]] = own
    return above, sums


def left_of_month(plan, paid, beside, purpose):
    """What the month has left for a purpose after all that was paid in it."""
    done = [(line["purpose"], paid.get(line["id"], Fraction(0))) for line in plan.get("lines", [])] + beside
    lefts = [number(plan["amount"]) - sum(amount for _, amount in done)]
    if plan.get("purposes"):
        limit = sum(number(row["amount"]) for row in plan["purposes"] if row["purpose"] == purpose)
        lefts.append(limit - sum(amount for one, amount in done if one == purpose))
    return min(lefts)


def lacking(plan, payment, paid, beside):
    """Codes of all that a payment lacks, and the line."""
    if "plan_line" not in payment:
        return ["no_line"], None
    line = next((one for one in plan.get("lines", []) if one["id"] == payment["plan_line"]), None)
    if line is None:
        return ["unknown_line"], None
    codes = ["not_approved"] * (unnamed(plan) + unnamed(line))
    codes += ["reported_late"] * is_late(plan, line)
    codes += ["other_day"] * (payment["date"] != line["date"])
    differs = [name for name in ("purpose", "deal", "payee") if name in line and payment.get(name) != line[name]]
    codes += ["differs"] * len(differs)
    codes += ["over_month"] * (line["id"] in within(plan, paid, payment["date"])[0])
    codes += ["exceeds"] * (number(payment["amount"]) > number(line["amount"]) - paid.get(line["id"], 0))
    codes += ["month_spent"] * (number(payment["amount"]) > left_of_month(plan, paid, beside, line["purpose"]))
    return codes, line


def made(plan, payments):
    """Payments in order: each with its codes, or with what its line had left; what lines were paid; what was not planned,
    and of that, by purpose, what was paid in the month."""
    paid, first, results, unplanned, beside = {}, {}, [], Fraction(0), []

    def without(one):
        in_month = one["date"][:7] == plan["month"][:7]
        beside.extend([(one["purpose"], number(one["amount"]))] * in_month)
        return number(one["amount"])

    for one in payments:
        if one["key"] in first:
            same, result = first[one["key"]]
            if same == one:
                results.append(result | {"repeated": True} if isinstance(result, dict) else result)
                # A payment that was refused before is refused again, and counts once.
                continue
            results.append(["key_reused"])
            unplanned += without(one)
            continue
        codes, line = lacking(plan, one, paid, beside)
        if codes:
            unplanned += without(one)
            result = codes
        else:
            left = min(number(line["amount"]) - paid.get(line["id"], 0), left_of_month(plan, paid, beside, line["purpose"]))
            paid[line["id"]] = paid.get(line["id"], Fraction(0)) + number(one["amount"])
            result = {"line": line["id"], "left_before": money(left), "left_after": money(left - number(one["amount"])),
                      "repeated": False}
        first[one["key"]] = (one, result)
        results.append(result)
    return results, paid, unplanned, beside


def state_of(plan, line, paid, above, day):
    if paid == number(line["amount"]):
        return "paid"
    if line["id"] in above or is_late(plan, line):
        return "refused"
    if unnamed(plan) or unnamed(line):
        return "not_approved"
    return "lapsed" if line["date"] < day else "open" if line["date"] == day else "planned"


def check(request):
    plan, day = request["plan"], request["as_of"]
    wrong(plan, request.get("payments", []))
    results, paid, unplanned, beside = made(plan, [one for one in request.get("payments", []) if one["date"] <= day])
    above, sums = within(plan, paid, day)
    codes = [code for result in results if isinstance(result, list) for code in result]
    lines = []
    for line in (one for one in plan.get("lines", []) if known(one, day)):
        done = paid.get(line["id"], Fraction(0))
        state = state_of(plan, line, done, above, day)
        left = number(line["amount"]) - done
        lines.append({"line": line["id"], "paid": money(done), "state": state,
                      "left": money(min(left, max(left_of_month(plan, paid, beside, line["purpose"]), 0)) if state in ("open", "planned") else 0),
                      "lapsed": money(left if state == "lapsed" else 0)})
        codes += ["reported_late"] * is_late(plan, line) + ["over_month"] * (line["id"] in above)
    planned = sum(sums.values(), Fraction(0))
    purposes = []
    for row in plan.get("purposes", []):
        own = sums.get(row["purpose"], Fraction(0))
        done = sum((paid.get(line["id"], 0) for line in plan["lines"] if line["purpose"] == row["purpose"]), Fraction(0))
        purposes.append({"purpose": row["purpose"], "planned": money(own), "paid": money(done),
                         "room": money(number(row["amount"]) - own)})
    return {"planned": money(planned), "paid": money(sum(paid.values(), Fraction(0))), "unplanned": money(unplanned),
            "lapsed": money(sum((number(line["lapsed"]) for line in lines), Fraction(0))),
            "room": money(number(plan["amount"]) - planned), "purposes": purposes, "lines": lines,
            "findings": [{"code": "fund_plan." + code} for code in codes]}


def pay(request):
    plan, payments = request["plan"], request.get("payments", [])
    wrong(plan, payments)
    refuse(number(request["payment"]["amount"]) <= 0, "figure")
    result = made(plan, payments + [request["payment"]])[0][-1]
    if isinstance(result, list):
        raise PricingError("fund_plan." + result[0])
    return result
