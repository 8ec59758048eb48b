"""`fee.compute` with rules of the request's own (handbook 7)."""
import numerals
from dates import day, due
from numerals import FEN, PricingError, half_up, number
from rounding import Rounding

ANYBODY = {"share": "1"}
TO_THE_FEN = {"place": "0.01"}


class Unit:
    """The quantities of a unit that fees are computed from."""

    def __init__(self, data, facts, first):
        self.data = data
        self.contract_price = number(data["price"])
        self.price_ex_vat = half_up(self.contract_price / (1 + number(facts.get("vat_rate", "0.09"))), FEN)
        self.building_area = number(data["building_area"])
        self.surveyed_area = number(data.get("surveyed_area", data["building_area"]))
        self.certificates = number(data.get("certificates", 1))
        self.loan_amount = number(facts.get("loan_amount", "0") if first else "0")

    @property
    def inside_area(self):
        if "inside_area" not in self.data:
            raise PricingError(None)
        return number(self.data["inside_area"])

    def basis(self, basis):
        """What the value is applied to."""
        kind = basis["kind"]
        if kind == "per_unit":
            return number(1)
        if kind == "per_certificate":
            return max(self.certificates - basis["free"], number(0))
        if kind == "formula":
            total = number(0)
            for term in basis["terms"]:
                above = getattr(self, term["quantity"]) - number(term.get("above", "0"))
                total += max(above, 0) * number(term["times"])
            return max(total, 0) + number(basis.get("constant", "0"))
        return getattr(self, kind)


def between(value, low, high):
    """Both limits included; what is not known lies between no limits."""
    if low is None and high is None:
        return True
    return value is not None and (low is None or low <= value) and (high is None or value <= high)


def bare(city):
    return city and city.removesuffix("市")


def fits(when, unit, buyer, facts):
    data, city = unit.data, bare(facts.get("city"))
    kind = buyer.get("buyer", "person")
    home = buyer.get("home_count", 1) if kind == "person" else None
    return all((
        not when.get("uses") or data["property_use"] in when["uses"],
        not when.get("buyers") or kind in when["buyers"],
        between(home, when.get("home_from"), when.get("home_to")),
        "area_above" not in when or unit.building_area > number(when["area_above"]),
        "area_to" not in when or unit.building_area <= number(when["area_to"]),
        "elevator" not in when or data.get("elevator") == when["elevator"],
        between(data.get("storeys"), when.get("storeys_from"), when.get("storeys_to")),
        not when.get("cities") or city in map(bare, when["cities"]),
        city not in map(bare, when.get("except_cities", [])),
    ))


def line(rule, unit, buyer, request):
    basis = unit.basis(rule["basis"])
    row = next((r for r in rule["rows"] if fits(r.get("when", {}), unit, buyer, request["facts"])), None)
    if not basis or row is None:
        return None
    value = number(row["value"])
    share = number(buyer["share"]) if rule.get("per_buyer") else 1
    amount = basis * share * value
    if "min" in rule and value:
        amount = max(amount, number(rule["min"]))
    if "max" in rule:
        amount = min(amount, number(rule["max"]))
    when = None
    if "anchor" in rule:
        when = due(rule["anchor"], rule.get("months", 0), rule.get("days", 0), request.get("dates", {}))
    return {
        "code": rule["code"],
        "payer": rule["payer"],
        "unit_no": unit.data.get("unit_no"),
        "buyer": buyer.get("name") if rule.get("per_buyer") else None,
        "amount": Rounding(rule.get("rounding", TO_THE_FEN))(amount),
        "due": when,
    }


def in_force(rule, today):
    first, last = day(rule.get("effective_from")), day(rule.get("effective_to"))
    return (first is None or first <= today) and (last is None or today <= last)


def vat(total, facts):
    rate = number(facts.get("vat_rate", "0.09"))
    rest = half_up(total / (1 + rate), FEN)
    return {
        "amount": numerals.money(total),
        "rate": numerals.rate(rate),
        "ex_vat": numerals.money(rest),
        "tax": numerals.money(total - rest),
    }


def fees(request):
    facts = request["facts"]
    today, buyers = day(facts["date"]), facts.get("buyers") or [ANYBODY]
    rules = [r for r in request["policy"].get("rules", []) if in_force(r, today)]
    if sum(number(b["share"]) for b in buyers) != 1 or not facts["units"]:
        raise PricingError(None)
    lines = []
    for n, data in enumerate(facts["units"]):
        unit = Unit(data, facts, n == 0)
        if unit.contract_price <= 0 or unit.building_area <= 0:
            raise PricingError(None)
        for rule in rules:
            for buyer in buyers if rule.get("per_buyer") else buyers[:1]:
                lines.append(line(rule, unit, buyer, request))
    lines = [one for one in lines if one]
    paid_by = lambda payer: sum((one["amount"] for one in lines if one["payer"] == payer), number(0))
    total = sum(number(u["price"]) for u in facts["units"])
    return {
        "lines": [one | {"amount": numerals.money(one["amount"])} for one in lines],
        "buyer_total": numerals.money(paid_by("buyer")),
        "seller_total": numerals.money(paid_by("seller")),
        "vat": vat(total, facts),
    }
