"""Random requests for `fee.compute`, with rules of their own."""
from datetime import date, timedelta

from draw import PLACES
from fee import fees
from numerals import PricingError

CITIES = ["南昌", "南昌市", "北京", "深圳市"]
USES = ["residential", "non_residential", "parking"]
QUANTITIES = ["contract_price", "price_ex_vat", "higher_price", "higher_price_ex_vat", "building_area", "surveyed_area", "certificates"]
MONEY = ("contract_price", "price_ex_vat", "higher_price", "higher_price_ex_vat", "loan_amount")
TODAY = date(2026, 3, 1)


def unit_of(r, n, inside):
    unit = {"property_use": r.choice([USES[0], *USES]), "price": r.figure(50000, 9000000, r.choice([0, 2])),
            "building_area": r.choice(["140", "90", "140.01", r.figure(20, 300, 2), r.figure(20, 300, 4)])}
    if r.chance(0.02):
        unit["price"] = r.figure(0.01, 5, 2)
    if r.chance(0.8):
        unit["unit_no"] = f"1-{n}01"
    if inside:
        # Inside area is part of the building area; what cannot be is refused.
        share = 1.05 if r.chance(0.02) else r.uniform(0.6, 1)
        size = float(unit["building_area"]) * share
        unit["inside_area"] = r.figure(10, size - 0.01, 2)
    if r.chance(0.5):
        unit["surveyed_area"] = r.choice(["140", "90", "140.20", r.figure(20, 300, 2)])
    if r.chance(0.4):
        unit["assessed_price"] = r.figure(50000, 9000000, r.choice([0, 2]))
    if r.chance(0.2):
        unit["surveyed_inside_area"] = r.figure(15, 200, 2)
    if r.chance(0.5):
        unit["elevator"] = r.chance(0.5)
    if r.chance(0.5):
        unit["storeys"] = r.choice([6, 7, 11, 12, 33])
    if r.chance(0.3):
        unit["certificates"] = r.randint(1, 4)
    return unit


def buyers_of(r):
    count = r.choice([1, 1, 2, 3])
    parts = r.shares(count) if count > 1 else ["1"]
    if count == 3 and r.chance(0.5):
        parts = r.choice([["0.333333", "0.333333", "0.333334"], ["1/3", "1/3", "1/3"], ["1/2", "1/3", "1/6"],
                          ["3/7", "3/7", "1/7"], ["0.25", "1/4", "1/2"]])
    if count == 2 and r.chance(0.3):
        parts = r.choice([["1/3", "2/3"], ["2/7", "5/7"], ["1/2", "0.5"]])
    buyers = []
    for n, part in enumerate(parts):
        buyer = {"share": part}
        if r.chance(0.8):
            buyer["name"] = f"买方{n}" if r.chance(0.5) else f"买方{9 - n}"
        if r.chance(0.15):
            buyer["buyer"] = "company"
        elif r.chance(0.7):
            buyer["home_count"] = r.randint(1, 4)
        buyers.append(buyer)
    return buyers


def condition_of(r):
    when = {}
    if r.chance(0.3):
        when["uses"] = r.some(USES)
    if r.chance(0.25):
        when["buyers"] = r.some(["person", "company"])
    if r.chance(0.2):
        when["home_from"] = r.randint(1, 3)
    if r.chance(0.2):
        when["home_to"] = r.randint(when.get("home_from", 1), 3)
    if r.chance(0.2):
        when["area_above"] = r.choice(["90", "140"])
    if r.chance(0.2):
        when["area_to"] = r.choice(["144", "200"] if "area_above" in when else ["90", "140", "200"])
    if r.chance(0.1):
        when["elevator"] = r.chance(0.5)
    if r.chance(0.1):
        when["storeys_from"] = r.choice([7, 8, 12])
    if r.chance(0.1):
        when["storeys_to"] = r.choice([12, 33])
    if r.chance(0.1):
        when["cities"] = r.some(CITIES)
    if r.chance(0.1):
        when["except_cities"] = r.sample(CITIES, 1)
    return when


def basis_of(r, inside, loan):
    kinds = ["contract_price", "price_ex_vat", "price_ex_vat", "higher_price", "higher_price_ex_vat", "building_area", "surveyed_area", "per_unit",
             "per_certificate", "formula"] + ["inside_area"] * inside + ["loan_amount"] * loan
    kind = r.choice(kinds)
    basis = {"kind": kind}
    if kind == "per_certificate":
        basis["free"] = r.randint(0, 2)
    if kind == "formula":
        quantities = QUANTITIES + ["inside_area"] * inside + ["loan_amount"] * loan
        basis["terms"] = [term_of(r, r.choice(quantities)) for _ in range(r.randint(1, 3))]
        if r.chance(0.4):
            basis["constant"] = r.figure(*r.choice([(0, 500), (-500, 500), (-90000, 0)]), 2)
    return basis


def term_of(r, quantity):
    money = quantity in MONEY
    term = {"quantity": quantity, "times": r.figure(0, 0.05, 6) if money else r.figure(-20, 150, r.choice([0, 2, 6]))}
    if r.chance(0.4):
        above = r.figure(0, 500000, 0) if money else r.figure(50, 150, 2)
        term["above"] = "1" if quantity == "certificates" else above
    return term


def value_of(r, kind):
    if kind in MONEY:
        return r.choice(["0.01", "0.015", "0.03", "0.0005", "0", r.figure(0, 0.05, 6)])
    if kind == "formula":
        return r.choice(["1", "1", "0.5", r.figure(0, 2, 4)])
    return r.choice(["80", "550", "10", "100", "55", "130", r.figure(0, 200, r.choice([2, 6]))])


def rule_of(r, n, inside, loan):
    per_buyer = r.chance(0.4)
    basis = basis_of(r, inside, loan)
    rows = []
    for _ in range(r.randint(1, 4)):
        row = {"value": value_of(r, basis["kind"])}
        when = condition_of(r)
        if when:
            row["when"] = when
        rows.append(row)
    if r.chance(0.6):
        rows.append({"value": value_of(r, basis["kind"])})
    rule = {"code": f"F{n}", "name": f"费用{n}", "category": r.choice(["tax", "collected", "charge"]),
            "basis": basis, "rows": rows, "payer": "buyer" if per_buyer else r.choice(["buyer", "buyer", "seller"])}
    if per_buyer:
        rule["per_buyer"] = True
    if r.chance(0.25):
        rule["min"] = r.figure(0, 3000, 2)
    if r.chance(0.25):
        rule["max"] = r.figure(3000, 40000, 2)
    if r.chance(0.4):
        rule["rounding"] = r.rounding(PLACES[:5])
    if r.chance(0.5):
        rule["anchor"] = r.choice([{"kind": "signing_date"}, {"kind": "handover_date"},
                                   {"kind": "fixed_date", "date": "2026-08-31"}])
        rule["months"], rule["days"] = r.randint(-1, 6), r.randint(-5, 40)
    if r.chance(0.2):
        rule["effective_from"] = (TODAY + timedelta(days=r.choice([-300, -1, 0, 1]))).isoformat()
    if r.chance(0.2):
        rule["effective_to"] = (TODAY + timedelta(days=r.choice([300, 1, 0]) if "effective_from" in rule
                                                  else r.choice([-1, 0, 1]))).isoformat()
        if rule.get("effective_from", "") > rule["effective_to"]:
            rule["effective_to"] = rule["effective_from"]
    return rule


def spoilt(r, data):
    """A request that must be refused."""
    facts, way = data["facts"], r.randint(1, 5)
    rule = {"code": "X", "name": "X", "category": "tax", "payer": "buyer", "rows": [{"value": "1"}]}
    if way == 1:
        facts["buyers"] = [{"share": r.choice(["0.5", "1/3"])}, {"share": r.choice(["0.499999", "0.6", "0.666666", "2/5"])}]
    elif way == 2:
        facts["units"] = []
    elif way == 3:
        facts["units"][0]["price"] = "-0.01"
    elif way == 4:
        facts["units"][0]["building_area"] = "-1"
    else:
        rule["rows"][0]["when"] = {"area_above": "140", "area_to": "140"}
        data["policy"]["rules"].append(rule | {"basis": {"kind": "per_unit"}})
    return data


def request_of(r):
    inside, loan = r.chance(0.4), r.chance(0.5)
    units = [unit_of(r, n, inside) for n in range(r.choice([1, 1, 1, 2, 3]))]
    facts = {"date": TODAY.isoformat(), "units": units}
    if r.chance(0.7):
        facts["buyers"] = buyers_of(r)
    if r.chance(0.6):
        facts["city"] = r.choice(CITIES)
    if r.chance(0.4):
        facts["vat_rate"] = r.choice(["0.09", "0.05", "0", "0.083333"])
    if loan:
        facts["loan_amount"] = r.figure(10000, 3000000, r.choice([0, 2]))
    rules = [rule_of(r, n, inside, loan) for n in range(r.randint(1, 6))]
    data = {"policy": {"rules": rules}, "facts": facts}
    if r.chance(0.4):
        data["policy"]["area"] = r.choice(["surveyed", "contract"])
    if r.chance(0.6):
        data["dates"] = {"agreed_signing": "2026-03-31"}
        if r.chance(0.5):
            data["dates"]["handover"] = "2027-12-31"
    if r.chance(0.3) and all("unit_no" in u for u in units) and all("name" in b for b in facts.get("buyers", [])):
        data["existing"] = existing_of(r, data)
    return spoilt(r, data) if r.chance(0.05) else data


def existing_of(r, data):
    """Lines as they were, some of them paid, some of other amounts or no longer due."""
    try:
        before = fees(data)["lines"]
    except PricingError:  # facts that are refused have no lines; the request is compared as refused
        before = []
    lines = []
    for line in before:
        if r.chance(0.7):
            amount = r.choice([line["amount"], r.figure(0, 5000, 2)])
            old = {k: line[k] for k in ("code", "unit_no", "buyer") if line[k] is not None}
            lines.append(old | {"amount": amount, "received": r.choice(["0", amount])})
    if r.chance(0.2):
        lines.append({"code": "gone", "unit_no": "1-001", "amount": "80", "received": "80"})
    return lines
