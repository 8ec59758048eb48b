"""Re-phasing, budgets, the age of stock (handbook 8.12, 8.15, 8.16): by going through everything for each."""
from datetime import date
from fractions import Fraction

from kpi import largest_remainder, plain
from numerals import PricingError, half_up, money, number, rate


# 8.12: amounts move within a year

def rephase(request):
    plan, today = request["plan"], request["today"]
    lines = [dict(line, old=number(line["value"]), new=number(line["value"]), named=False) for line in plan["lines"]]
    if plan.get("state", "draft") not in ("draft", "approved"):
        raise PricingError("kpi.plan_state")
    seen = []
    for phase in request["phases"]:
        key = (phase["metric"], phase["period"], phase["from"])
        found = [line for line in lines if (line["metric"], line["period"], line["from"]) == key]
        if not found:
            raise PricingError("kpi.plan_line_unknown")
        if key in seen:
            raise PricingError("kpi.id_twice")
        seen.append(key)
        if found[0]["to"] < today:
            raise PricingError("kpi.rephase_past")
        found[0]["new"], found[0]["named"] = number(phase["value"]), True
    quantum = number(request.get("quantum", "1"))
    years = {}
    for line in lines:
        if line["from"][:4] == line["to"][:4]:
            years.setdefault((line["metric"], line["period"], line["from"][:4]), []).append(line)
    touched = [key for key, own in years.items() if any(line["named"] for line in own)]
    for key in touched:
        own = years[key]
        moved = sum(line["old"] for line in own) - sum(line["new"] for line in own)
        if not moved:
            continue
        open_lines = [line for line in own if not line["named"] and line["to"] >= today]
        left = sum(line["old"] for line in open_lines) + moved
        if not request.get("spread_rest") or not open_lines or left < 0:
            raise PricingError("kpi.rephase_total")
        if (left / quantum).denominator != 1:
            raise PricingError("kpi.not_whole")
        weights = [line["old"] for line in open_lines]
        if not any(weights):
            weights = [Fraction(1)] * len(weights)
        for line, share in zip(open_lines, largest_remainder(int(left / quantum), weights)):
            line["new"] = share * quantum
    kept = [line for line in lines if any(line in years[key] for key in touched)]
    version = plan.get("version", 1) + (plan.get("state") == "approved")
    return {
        "plan": {"version": version, "state": "draft", "lines": [{"value": plain(line["new"], 6)} for line in lines]},
        "lines": [{"from": line["from"], "before": plain(line["old"], 6), "after": plain(line["new"], 6),
                   "change": plain(line["new"] - line["old"], 6)} for line in kept],
        "totals": [{"metric": key[0], "year": int(key[2]), "total": plain(sum(line["old"] for line in years[key]), 6)} for key in touched],
    }


# 8.15: what is left of budgets

def falls_to(line, fact):
    owner = line["owner"]
    kind = owner["kind"]
    return (fact["kind"] == line.get("limits", "spend") and line["from"] <= fact["date"] <= line["to"]
            and fact.get(kind) == owner[kind] and ("within" not in line or fact.get("node") == line["within"]))


def budget(request):
    lines, facts = request["budgets"], request["facts"]
    for at, line in enumerate(lines):
        for other in lines[:at]:
            same = all(line.get(key) == other.get(key) for key in ("owner", "within", "limits"))
            if same and line["from"] <= other["to"] and other["from"] <= line["to"]:
                raise PricingError("kpi.budgets_overlap")
    spent = [fact for fact in facts if fact["kind"] in ("spend", "cost") and fact["date"] <= request.get("as_of", "9999")]
    rows, left = [], {}
    for line in lines:
        total, amount = sum((number(fact["amount"]) for fact in spent if falls_to(line, fact)), Fraction(0)), number(line["amount"])
        left[line["id"]] = amount - total
        row = {"id": line["id"], "spent": money(total), "remaining": money(amount - total)}
        if amount:
            row["used_rate"] = rate(half_up(total / amount, Fraction(1, 10000)))
        if total > amount:
            row["exceeded"] = True
        rows.append(row)
    none = sum((number(fact["amount"]) for fact in spent if not any(falls_to(line, fact) for line in lines)), Fraction(0))
    out = {"lines": rows, "unbudgeted": money(none)}
    if "expense" in request:
        expense = request["expense"]
        amount = number(expense["amount"])
        own = [line["id"] for line in lines if falls_to(line, expense)]
        within = all(left[id] >= amount for id in own)
        if not own and request.get("needs_budget"):
            raise PricingError("kpi.expense_no_budget")
        if not within and request.get("limit", "refuse") == "refuse":
            raise PricingError("kpi.expense_above")
        out["expense"] = {"is_within": within, "lines": [{"id": id, "before": money(left[id]), "after": money(left[id] - amount)} for id in own]}
    return out


# 8.16: what is on offer, and since when

def stock_age(request):
    day = request["day"]
    facts = sorted((fact for fact in request["facts"] if fact["date"] <= day), key=lambda fact: fact["date"])
    bands = request.get("bands") or [{"name": "0-90", "from_days": 0}, {"name": "91-180", "from_days": 91},
                                     {"name": "181-365", "from_days": 181}, {"name": "366+", "from_days": 366}]
    stock = []
    for unit in sorted({fact["unit"] for fact in facts}):
        since = release = None
        for fact in facts:
            if fact["unit"] == unit and fact["kind"] == "released":
                since, release = since or fact["date"], fact
            if fact["unit"] == unit and fact["kind"] == "withdrawn":
                since = None
        gone = {fact["of"] for fact in facts if fact["kind"] == "cancellation"}
        sold = any(fact["unit"] == unit and fact["kind"] == "subscription" and fact["key"] not in gone for fact in facts)
        if since and not sold:
            age = (date.fromisoformat(day) - date.fromisoformat(since)).days
            stock.append((age, unit, release))

    def total(units):
        return {"units": len(units), "list_value": money(sum((number(one[2]["list_amount"]) for one in units), Fraction(0)))}

    rows = []
    for at, band in enumerate(bands):
        end = bands[at + 1]["from_days"] if at + 1 < len(bands) else float("inf")
        rows.append({"name": band["name"], "stock": total([one for one in stock if band["from_days"] <= one[0] < end])})
    after = request.get("slow", {}).get("after_days")
    slow = [one for one in stock if after is not None and one[0] >= after]
    slow.sort(key=lambda one: (-one[0], one[1]))
    return {"stock": total(stock), "bands": rows, "slow": [{"unit": one[1], "days": one[0]} for one in slow], "slow_stock": total(slow)}
