"""Random requests for `discount.apply` and `discount.best`."""
from datetime import date, timedelta

from discount import apply, best
from draw import PLACES
from numerals import FEN, PricingError, half_up, money, number

LEVELS = ["gold", "silver", "blue"]
CAMPAIGNS = ["spring", "night-market"]
PLANS = ["A", "B", "C"]
REASONS = ["payment_method", "opening", "member", "group_buy", "campaign", "special_approval"]
START = date(2026, 1, 1)


def near(r, low=-30, high=30, middle=120):
    return (START + timedelta(days=middle + r.randint(low, high))).isoformat()


def list_price(r):
    area = r.figure(20, 240, r.choice([2, 2, 2, 1, 4]))
    unit = r.figure(*r.choice([(500, 900), (6000, 15000), (20000, 120000)]), r.choice([0, 0, 2, 6]))
    data = {"area": area}
    kind = r.choice(["total", "unit", "both", "both", "tiny"])
    total = number(unit) * number(area)
    if kind == "tiny":
        return {"area": r.figure(1, 9, 2), "total": r.figure(1, 2000, 2)}
    if kind != "unit":
        place = number(r.choice(["0.01", "1", "1", "100"]))
        data["total"] = money(max(half_up(total / place, number(1)) * place, FEN))
    if kind != "total":
        data["unit_price"] = unit
    return data


def facts_of(r):
    facts = {"subscription_date": near(r)}
    if r.chance(0.7):
        facts["agreed_signing_date"] = near(r, 5, 40)
    if r.chance(0.35):
        facts["signing_date"] = near(r, 0, 40)
    if r.chance(0.4):
        facts["as_of"] = near(r, 0, 50)
    if r.chance(0.15):
        facts["paid_late"] = True
    if r.chance(0.7):
        facts["project"] = r.choice(["P1", "P2"])
    if r.chance(0.8):
        facts["plan"] = r.choice(PLANS)
    if r.chance(0.6):
        facts["member_level"] = r.choice(LEVELS)
    if r.chance(0.5):
        facts["group_units"] = r.choice([1, 2, 5, 10])
    if r.chance(0.5):
        facts["referral"] = {"referrer": "张三" if r.chance(0.95) else "", "is_owner": r.chance(0.85), "recorded_on": near(r, -60, 0)}
        if r.chance(0.7):
            facts["referral"]["first_visit"] = near(r, -40, 0)
    if r.chance(0.3):
        facts["employee"] = True
    if r.chance(0.6):
        facts["campaigns"] = r.some(CAMPAIGNS)
    if r.chance(0.5):
        facts["sincerity_money"] = r.choice(["10000", "20000", "50000.00"])
    return facts


def value_of(r, kind, price):
    total = number(price["total"]) if "total" in price else number(price["unit_price"]) * number(price["area"])
    scale = float(total)
    if kind == "rate":
        value = {"rate": r.choice([r.figure(0.9, 1, 2), r.figure(0.8, 1, 3), r.figure(0.85, 1, 6)])}
    elif kind == "points":
        value = {"off": r.choice([r.figure(0.01, 0.05, 2), r.figure(0, 0.1, 4), r.figure(0, 0.2, 6)])}
    elif kind == "total_off":
        high = scale * (2 if r.chance(0.02) else 0.05)
        value = {"amount": r.figure(0.01, max(high, 0.01), 2) if r.chance(0.5) else str(1 + int(high * r.random()))}
    elif kind == "unit_off":
        value = {"amount": r.figure(0.01, max(scale / float(price["area"]) * 0.08, 0.01), r.choice([2, 2, 6]))}
    elif kind == "fixed_price":
        value = {"total": r.figure(scale * 0.8 + 0.01, scale * 1.01 + 0.02, r.choice([0, 2]) if scale > 10 else 2)}
    elif kind == "fixed_unit_price":
        unit = scale / float(price["area"])
        value = {"unit_price": r.figure(unit * 0.8 + 0.01, unit * 1.01 + 0.02, r.choice([2, 2, 6]))}
    elif kind == "deposit_multiplier":
        paid = r.choice([10000, 20000, 50000]) if scale > 200000 else r.randint(1, 5)
        value = {"paid": str(paid), "counts_as": str(paid + r.choice([paid, paid // 2 + 1]))}
    else:
        value = {"value": "1999.00"} if r.chance(0.5) else {}
    return {"kind": kind} | value


def conditions_of(r, facts, strict):
    """Conditions that mostly hold; `strict` is how likely one does not."""
    wanted = {}

    def ask(field, holding, other):
        if r.chance(0.2):
            wanted[field] = other if r.chance(strict) else holding

    subscribed = date.fromisoformat(facts["subscription_date"])
    shift = lambda days: (subscribed + timedelta(days=days)).isoformat()
    ask("from", shift(-r.choice([0, 1, 20])), shift(1))
    ask("to", shift(r.choice([0, 1, 20])), shift(-1))
    if wanted.get("from", "") > wanted.get("to", "9"):
        del wanted["to"]
    ask("projects", ["P1", "P2"] if "project" in facts else [], ["P9"])
    ask("plans", [facts["plan"], "Z"] if "plan" in facts else [], ["Z"])
    ask("member_levels", [facts["member_level"]] if "member_level" in facts else [], ["diamond"])
    ask("min_group_units", facts.get("group_units", 0), facts.get("group_units", 0) + 1)
    if "referral" in facts or r.chance(strict):
        ask("referral", True, True)
    if facts.get("employee") or r.chance(strict):
        ask("employee", True, True)
    return wanted


def discount_of(r, n, facts, price, strict, kinds):
    kind = r.choice(kinds)
    data = {"code": f"D{n}", "name": f"优惠{n}", "value": value_of(r, kind, price)}
    if kind in ("rate", "points"):
        if r.chance(0.35):
            data["stack"] = "add"
        if r.chance(0.7):
            data["reason"] = r.choice(REASONS + ["on_time_signing", "on_time_payment"] * 2)
        if r.chance(0.15):
            data["negotiable"] = True
        elif r.chance(0.2):
            data["tiers"] = [tier_of(r, kind, price) for _ in range(r.randint(1, 3))]
    elif kind == "total_off" and r.chance(0.2):
        data["negotiable"] = True
    wanted = conditions_of(r, facts, strict)
    if wanted:
        data["conditions"] = wanted
    if r.chance(strict * 0.3):
        data["enabled"] = False
    if r.chance(0.1):
        data["max_uses"] = r.randint(1, 3)
        if r.chance(0.5):
            used = r.randint(0, data["max_uses"] - (0 if r.chance(strict) else 1))
            facts.setdefault("uses", []).append({"code": data["code"], "used": used})
    if r.chance(0.1):
        own = facts.get("campaigns", [])
        data["campaign"] = r.choice(own) if own and not r.chance(strict) else r.choice(CAMPAIGNS)
    if kind.startswith("fixed") and r.chance(0.6):
        data["combinable"] = True
    return data


def tier_of(r, kind, price):
    tier = {"value": value_of(r, kind, price)}
    if r.chance(0.6):
        tier["member_level"] = r.choice(LEVELS)
    if r.chance(0.5):
        tier["min_group_units"] = r.choice([2, 5, 10])
    return tier


KINDS = ["rate"] * 5 + ["points"] * 5 + ["total_off"] * 3 + ["unit_off"] * 2 + ["deposit_multiplier", "gift"]


def scheme_of(r, facts, price, strict, exclusive, count):
    kinds = KINDS + (["fixed_price", "fixed_unit_price"] if r.chance(0.4) else [])
    discounts = [discount_of(r, n, facts, price, strict, kinds) for n in range(count)]
    plain = [d for d in discounts if d["value"]["kind"] != "gift"]
    for one in plain:
        if r.chance(exclusive):
            one["exclusive_group"] = r.choice(["g", "h"])
        if r.chance(exclusive / 2) and len(plain) > 1:
            one["not_with"] = [r.choice([d for d in plain if d is not one])["code"]]
    stacking = {}
    if r.chance(0.4):
        stacking["price_basis"] = r.choice(["unit_first", "unit_first", "total_first"])
    if r.chance(0.4):
        stacking["additive_base"] = r.choice(["original", "running"])
    if r.chance(0.4):
        stacking["order"] = r.choice(["as_given", "as_given", "rates_then_amounts"])
    if r.chance(0.25):
        stacking["step_rounding"] = r.rounding(["0.01", "0.01", "0.1", "1", "10"])
    if r.chance(0.5):
        stacking["unit_rounding"] = r.rounding(PLACES[:5])
    if r.chance(0.6):
        stacking["total_rounding"] = r.rounding([*PLACES, "10000"])
    scheme = {"code": "S", "discounts": discounts}
    if stacking:
        scheme["stacking"] = stacking
    if r.chance(0.2):
        scheme["valid_from"], scheme["valid_to"] = "2026-01-01", "2026-12-31"
    return scheme


def choice_of(r, discount, price):
    choice = {"code": discount["code"]}
    if discount.get("negotiable") and r.chance(0.7):
        choice["value"] = value_of(r, discount["value"]["kind"], price)
    return choice


def unit_of(r, scheme):
    """A unit that some discounts ask for."""
    unit = {"unit_no": "3-1-1802", "building": "3", "floor": 18, "line": "02", "building_area": "100"}
    for discount in scheme["discounts"]:
        if r.chance(0.3):
            clause = r.choice([{"building": ["3", "4"]}, {"floor": [{"from": 10}]}, {"unit_no": ["3-1-1802"]}])
            if r.chance(0.1):
                clause = {"building": ["7"]}
            discount.setdefault("conditions", {})["units"] = {"any": [clause]}
    return unit


def limits_of(r):
    limits = {}
    if r.chance(0.6):
        limits["exclusivity"] = r.choice(["reject", "keep_best_for_buyer", "keep_first"])
    if r.chance(0.15):
        limits["max_items"] = r.randint(2, 6)
    if r.chance(0.15):
        limits["max_share_off"] = r.figure(0.03, 0.4, 3)
    # What has to be confirmed changes no amount.
    if r.chance(0.15):
        limits["confirm_above"] = r.choice(["0", "1", r.figure(0.01, 0.5, 2)])
    return limits


def once(r, make, compute):
    """A request that is answered; one in many may be refused."""
    for _ in range(50):
        data = make(r)
        try:
            compute(data)
            return data
        except PricingError:
            if r.chance(0.03):
                break
    return data


def spoilt(r, data):
    """A request that must be refused."""
    scheme, way = data["scheme"], r.randint(1, 7)
    first = {"code": "X", "name": "X", "value": {"kind": "rate", "rate": r.choice(["0", "1.2", "-0.5"])}}
    if way == 1:
        data["chosen"] = [*data.get("chosen", []), {"code": "nobody"}]
    elif way == 2:
        data["list"] = {"area": data["list"]["area"]}
    elif way == 3:
        data["list"]["area"] = r.choice(["0", "-1"])
    elif way == 4:
        data["list"] = {"area": "90000000", "unit_price": "9000000000000"}
    else:
        if way == 6:
            first["value"] = {"kind": "points", "off": r.choice(["1", "-0.01", "1.5"])}
        if way == 7:
            first["value"] = {"kind": "total_off", "amount": "-5"}
        scheme["discounts"].append(first)
        data["chosen"] = [*data.get("chosen", []), {"code": "X"}]
    return data


def apply_draft(r):
    price, facts = list_price(r), facts_of(r)
    strict = r.choice([0, 0, 0.1, 0.3])
    scheme = scheme_of(r, facts, price, strict, r.choice([0, 0, 0.2]), r.randint(1, 8))
    limits = limits_of(r)
    if limits:
        scheme["limits"] = limits
    chosen = [] if r.chance(0.03) else r.some(scheme["discounts"])
    data = {"list": price, "scheme": scheme, "chosen": [choice_of(r, d, price) for d in chosen], "facts": facts}
    if r.chance(0.2):
        data["checks"] = {"unit": unit_of(r, scheme)}
    if r.chance(0.6):
        data["ineligible"] = r.choice(["remove", "remove", "reject"])
    if r.chance(0.1):
        data["confirmed"] = True
    return data


def best_draft(r):
    price, facts = list_price(r), facts_of(r)
    count = r.choice([1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 7, 8])
    scheme = scheme_of(r, facts, price, r.choice([0, 0.2]), r.choice([0, 0.2, 0.3]), count)
    limits = limits_of(r)
    if limits:
        scheme["limits"] = limits
    data = {"list": price, "scheme": scheme, "facts": facts}
    if r.chance(0.35):
        some = r.sample(scheme["discounts"], min(count, r.choice([1, 1, 2, 2, 3, 4])))
        data["chosen"] = [choice_of(r, d, price) for d in some]
    if r.chance(0.1):
        data["confirmed"] = True
    return data


def apply_request(r):
    data = once(r, apply_draft, apply)
    return spoilt(r, data) if r.chance(0.03) else data


def best_request(r):
    data = once(r, best_draft, best)
    return spoilt(r, data) if r.chance(0.04) else data
