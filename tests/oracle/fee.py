"""`fee.compute` with rules of the request's own (handbook 7)."""
import numerals
from dates import day, due
from numerals import FEN, PricingError, half_up, number
from rounding import Rounding

ANYBODY = {"share": "1"}
TO_THE_FEN = {"place": "0.01"}


class Unit:
    """The quantities of a unit that fees are computed from."""

    def __init__(self, data, facts, first, area="surveyed"):
        self.data = data
        self.contract_price = number(data["price"])
        self.price_ex_vat = half_up(self.contract_price / (1 + number(facts.get("vat_rate", "0.09"))), FEN)
        # What the contract says, unless the survey is to count and has been made.
        found = [field for field in ("surveyed_area", "surveyed_inside_area") if area == "surveyed" and field in data]
        # The tax office may find a higher price than the contract's.
        self.higher_price = max(self.contract_price, number(data.get("assessed_price", "0")))
        self.higher_price_ex_vat = half_up(self.higher_price / (1 + number(facts.get("vat_rate", "0.09"))), FEN)
        self.building_area = number(data["surveyed_area" if "surveyed_area" in found else "building_area"])
        self.surveyed_area = number(data.get("surveyed_area", data["building_area"]))
        self.certificates = number(data.get("certificates", 1))
        self.loan_amount = number(facts.get("loan_amount", "0") if first else "0")

        inside = "surveyed_inside_area" if "surveyed_inside_area" in found else "inside_area"
        self.inside_area = number(data[inside]) if inside in data else None

    def basis(self, basis):
        """What the value is applied to; None if it is not known."""
        kind = basis["kind"]
        if kind == "per_unit":
            return number(1)
        if kind == "per_certificate":
            return max(self.certificates - basis["free"], number(0))
        if kind == "formula":
            total = number(0)
            for term in basis["terms"]:
                quantity = getattr(self, term["quantity"])
                if quantity is None:
                    return None
                total += max(quantity - number(term.get("above", "0")), 0) * number(term["times"])
            return max(total + number(basis.get("constant", "0")), number(0))
        return getattr(self, kind)


def between(value, low, high):
    """Both limits included; None if that cannot be known."""
    if low is None and high is None:
        return True
    if value is None:
        return None
    return (low is None or low <= value) and (high is None or value <= high)


def bare(city):
    return city and city.removesuffix("市")


def fits(when, unit, buyer, facts):
    """True, False, or None: a fact that the row asks for is not known."""
    data, city = unit.data, bare(facts.get("city"))
    known = city is not None
    kind = buyer.get("buyer", "person")
    home = buyer.get("home_count", 1) if kind == "person" else -1  # companies have no households
    holds = [
        not when.get("uses") or data["property_use"] in when["uses"],
        not when.get("buyers") or kind in when["buyers"],
        ("home_from" not in when and "home_to" not in when) or
        home > 0 and between(home, when.get("home_from"), when.get("home_to")),
        "area_above" not in when or unit.building_area > number(when["area_above"]),
        "area_to" not in when or unit.building_area <= number(when["area_to"]),
        "elevator" not in when or (data["elevator"] == when["elevator"] if "elevator" in data else None),
        between(data.get("storeys"), when.get("storeys_from"), when.get("storeys_to")),
        not when.get("cities") or (city in map(bare, when["cities"]) if known else None),
        not when.get("except_cities") or (city not in map(bare, when["except_cities"]) if known else None),
    ]
    return False if False in holds else None if None in holds else True


def value_of(rule, unit, buyer, facts):
    """The value of the first row that fits; None if there is none, or a missing fact decides."""
    possible = []
    for row in rule["rows"]:
        fit = fits(row.get("when", {}), unit, buyer, facts)
        if fit is not False:
            possible.append(number(row["value"]))
        if fit:
            break
    else:
        possible.append(None)
    return possible[0] if len(set(possible)) == 1 else None


def line(rule, unit, buyer, request):
    """The fee, its exact amount and its value; or None where none arises or a fact is missing to compute it."""
    basis = unit.basis(rule["basis"])
    value = value_of(rule, unit, buyer, request["facts"])
    if not basis or value is None:
        return None
    amount = basis * value
    if "min" in rule and value:
        amount = max(amount, number(rule["min"]))
    if "max" in rule:
        amount = min(amount, number(rule["max"]))
    if rule.get("per_buyer"):
        amount *= number(buyer["share"])
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
    }, amount, value


def apportion(whole, parts, step):
    """The whole in steps, by the parts: what rounding down leaves goes, a step each, to those that lost most
    by it; among equals to the one that comes first by name."""
    everything = sum(part for part, _ in parts)
    if not everything:
        return [0 * step for _ in parts]
    due = [(whole * part / everything, key) for part, key in parts]
    shares = [[part // step, part % step, key] for part, key in due]
    missing = whole / step - sum(share[0] for share in shares)
    for share in sorted(shares, key=lambda share: (-share[1], share[2]))[:int(missing)]:
        share[0] += 1
    return [share[0] * step for share in shares]


def lines_of(rule, unit, buyers, request):
    """The lines of a rule for a unit. Joint buyers at one rate owe one fee together."""
    if not rule.get("per_buyer") or len(buyers) == 1:
        found = line(rule, unit, buyers[0], request)
        return [found[0]] if found else []
    made = [(n, found) for n, found in enumerate(line(rule, unit, b, request) for b in buyers) if found]
    rounding = rule.get("rounding", TO_THE_FEN)
    for value in {value for _, (_, _, value) in made}:
        group = [(n, one, exact) for n, (one, exact, at) in made if at == value]
        whole = Rounding(rounding)(sum(exact for _, _, exact in group))
        place = number(rounding["place"])
        step = place if all(exact >= place for _, _, exact in group) else FEN
        keys = [(exact, (one["buyer"] is not None, one["buyer"] or "", n)) for n, one, exact in group]
        for (_, one, _), amount in zip(group, apportion(whole, keys, step)):
            one["amount"] = amount
    return [found[0] for _, found in made]


def check(when):
    """A row between whose limits nothing lies is a mistake."""
    for low, high in (("home_from", "home_to"), ("storeys_from", "storeys_to")):
        if low in when and high in when and when[low] > when[high]:
            raise PricingError("fee.range")
    if "area_above" in when and "area_to" in when and number(when["area_above"]) >= number(when["area_to"]):
        raise PricingError("fee.range")


def in_force(rule, today):
    first, last = day(rule.get("effective_from")), day(rule.get("effective_to"))
    return (first is None or first <= today) and (last is None or today <= last)


def vat(units, facts):
    """The splits of all units added up: the whole is the sum of its parts."""
    rate = number(facts.get("vat_rate", "0.09"))
    total, rest = sum(u.contract_price for u in units), sum(u.price_ex_vat for u in units)
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
    for rule in request["policy"].get("rules", []):
        for row in rule["rows"]:
            check(row.get("when", {}))
    if sum(number(b["share"]) for b in buyers) != 1:
        raise PricingError("fee.shares")
    if not facts["units"]:
        raise PricingError("project.no_units")
    area = request["policy"].get("area", "surveyed")
    units = [Unit(data, facts, n == 0, area) for n, data in enumerate(facts["units"])]
    if any(u.contract_price < 0 or number(u.data["building_area"]) < 0 for u in units):
        raise PricingError(None)
    if any(number(u.data.get("inside_area", "0")) > number(u.data["building_area"]) for u in units):
        raise PricingError("project.inside_area")
    lines = [one for rule in rules for unit in units for one in lines_of(rule, unit, buyers, request)]
    paid_by = lambda payer: sum((one["amount"] for one in lines if one["payer"] == payer), number(0))
    shown = [one | {"amount": numerals.money(one["amount"])} for one in lines]
    # Lines that are kept and their adjustments come to the same totals.
    return ({} if request.get("existing") else {"lines": shown}) | {
        "buyer_total": numerals.money(paid_by("buyer")),
        "seller_total": numerals.money(paid_by("seller")),
        "vat": vat(units, facts),
    }
