"""Random requests for `deal.settle_area`: many ratios at the ends of bands, and one digit beyond."""
from datetime import date, timedelta

from draw import PLACES
from numerals import half_up, number, area as shown_area, plain

SMALLEST = number("0.0001")
ENDS = ["-0.03", "0.03", "-0.006", "0.006", "0.05", "-0.01", "0.2", "-0.2", "0"]


def areas_of(r):
    """An area and another that is often at, or next to, an end of a band."""
    own = number(r.choice([r.figure(20, 300, 2), r.figure(20, 300, 4), r.figure(50, 200, 0)]))
    if r.chance(0.5):
        other = half_up(own * (1 + number(r.choice(ENDS))), SMALLEST) + r.choice([0, 0, 1, -1]) * SMALLEST
    else:
        other = own + number(r.figure(-12, 12, r.choice([2, 4])))
    return shown_area(own), shown_area(max(other, SMALLEST))


def bands_of(r):
    """Bands that follow each other, now and then with an end that is wrong."""
    cuts = sorted(r.sample([-60, -50, -30, -10, -6, 0, 6, 10, 30, 50, 60], r.randint(1, 5)))
    bands, low, held = [], None, False
    for cut in [*cuts, None]:
        band = {"factor": r.choice(["0", "0.5", "1", "1", "1.5", "2"])}
        if low is not None:
            band["from"] = low
            if not held and (low != "0" or r.chance(0.5)):
                band["from_included"] = True
        if cut is not None:
            low, held = plain(number(cut) / 1000), r.chance(0.5)
            band["to"] = low
            if held:
                band["to_included"] = True
        for field in ("may_quit", "interest"):
            if r.chance(0.4):
                band[field] = True
        bands.append(band)
    if r.chance(0.04):
        wrong = r.choice(bands)
        end = r.choice(["from", "to"])
        wrong[end + "_included"] = not wrong.get(end + "_included", False)
    if r.chance(0.02):
        bands = bands[1:]
    if r.chance(0.01):
        r.choice(bands or [{}])["factor"] = "-1"
    return bands


def policy_of(r):
    policy = {}
    if r.chance(0.5):
        rule = {"kind": "statutory"} if r.chance(0.2) else {"kind": "bands", "bands": bands_of(r)}
        if rule["kind"] == "bands" and r.chance(0.6):
            rule["way"] = r.choice(["segmented", "whole_at_band"])
        policy["rule"] = rule
    for field, words, chance in (("per_unit", ["never", "building", "inside"], 0.3), ("refund", ["refund", "offset"], 0.3),
                                 ("interest_year", ["days365", "days360"], 0.3)):
        if r.chance(chance):
            policy[field] = r.choice(words)
    if r.chance(0.4):
        policy["double_test"] = r.chance(0.8)
    if r.chance(0.4):
        policy["rounding"] = r.rounding(PLACES[:4])
    if r.chance(0.4):
        policy["due_days"] = r.choice([0, 15, 30])
    if r.chance(0.3):
        policy["quit_days"] = r.choice([15, 30, 60])
    for field in ("refund_interest_rate", "quit_interest_rate"):
        if r.chance(0.3):
            policy[field] = r.figure(0, 0.06, 4)
    return policy


def payments_of(r):
    first = date(2025, 1, 1)
    return [{"on": (first + timedelta(days=r.randint(0, 500))).isoformat(), "amount": r.figure(1, 900000, r.choice([0, 2]))}
            | ({"from_loan": True} if r.chance(0.4) else {}) for _ in range(r.randint(1, 3))]


def fees_of(r, contract, building):
    rule = lambda code, basis, value, **more: {"code": code, "name": code, "category": "tax", "basis": {"kind": basis},
                                               "payer": r.choice(["buyer", "buyer", "seller"]), "rows": [{"value": value} | more]}
    rules = [rule("deed", "price_ex_vat", "0.015", when={"area_above": r.choice(["90", "140", building])}),
             rule("fund", r.choice(["surveyed_area", "building_area", "inside_area"]), r.choice(["55", "100"])),
             rule("stamp", "contract_price", "0.0005")]
    unit = {"property_use": "residential", "price": contract.get("contract_total", contract["deal_total"]), "building_area": building}
    if r.chance(0.7):
        unit["unit_no"] = contract["unit_no"] if r.chance(0.95) else "9-9-9"
    units = [unit]
    if r.chance(0.2):
        units.append({"property_use": "parking", "unit_no": "P-1", "price": r.figure(50000, 200000, 0), "building_area": "12"})
        unit["unit_no"] = contract["unit_no"]
    return {"policy": {"rules": r.some(rules)}, "facts": {"date": "2026-09-01", "units": units}}


def settle_request(r):
    own, other = areas_of(r)
    contract = {"deal": "D-1", "unit_no": "3-1-1802", "building_area": own,
                "deal_total": r.figure(200000, 9000000, r.choice([0, 2]))}
    survey = {"unit_no": "3-1-1802", "building_area": other}
    if r.chance(0.6):
        contract["unit_price"] = r.figure(3000, 90000, r.choice([0, 2, 6]))
    if r.chance(0.3):
        contract["contract_total"] = r.figure(200000, 9000000, 2)
    if r.chance(0.6):
        contract["basis"] = r.choice(["building", "inside", "inside", "per_unit"])
    if r.chance(0.95):
        contract["inside_area"], inside = areas_of(r)
        if r.chance(0.95):
            survey["inside_area"] = inside
    if r.chance(0.5):
        contract["payments"] = payments_of(r)
    if r.chance(0.04):
        survey["design_change"] = True
    if r.chance(0.01):
        survey["unit_no"] = "9-9-9"
    if r.chance(0.02):
        r.choice([contract, survey])["building_area"] = r.choice(["0", "-1"])
    request = {"contract": contract, "survey": survey}
    if r.chance(0.95):
        request["policy"] = policy_of(r)
    if r.chance(0.4):
        request["choice"] = r.choice(["keep"] * 5 + ["quit"])
    if r.chance(0.8):
        request["settled_on"] = r.choice(["2026-09-01", "2027-02-28"]) if r.chance(0.98) else "2025-01-02"
    if r.chance(0.7):
        request["unpaid"] = r.figure(0, 200000, r.choice([0, 2])) if r.chance(0.98) else "-1"
    if r.chance(0.5):
        request["quit_requested_on"] = "2026-09-01"
    if r.chance(0.2):
        request["refunded_on"] = r.choice(["2026-09-20", "2026-09-01"]) if r.chance(0.95) else "2026-08-31"
    if r.chance(0.3):
        request["fees"] = fees_of(r, contract, own)
    return request
