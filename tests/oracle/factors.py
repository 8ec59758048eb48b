"""What one factor says about one unit (handbook 2.2)."""
from floors import floor_value
from numerals import number
from selection import attribute, matches, within


class Factor:
    def __init__(self, data):
        self.data = data
        self.method = data["method"]
        self.neutral = number(1 if self.method == "coefficient" else 0)
        self.weight = number(data.get("weight", 0))
        values = data["values"]
        self.kind = values["kind"]
        self.keyed = {}
        if self.kind == "table":
            self.keyed = {row["key"]: number(row["value"]) for row in values["rows"]}
        elif self.kind == "steps":
            # Successive steps, shifted so that the reference becomes neutral.
            running = {values["order"][0]: number(0)}
            for before, key, step in zip(values["order"], values["order"][1:], values["steps"]):
                running[key] = running[before] + number(step)
            shift = self.neutral - running[data.get("reference", values["order"][0])]
            self.keyed = {key: value + shift for key, value in running.items()}

    def value(self, unit, house):
        """The number for this unit, or None: out of scope, or no value."""
        if not matches(self.data.get("scope", {}), unit):
            return None
        values = self.data["values"]
        if self.kind == "floors":
            return floor_value(values["rule"], unit, house, self.neutral)
        if self.kind == "bands":
            size = unit.get(values.get("area", "building") + "_area")
            for band in values["bands"]:
                if size is not None and within(band, number(size)):
                    return number(band["value"])
            return None
        return self.keyed.get(attribute(unit, self.data["dimension"]))

    def reference_score(self):
        if self.kind == "floors":
            rule = self.data["values"]["rule"]
            return number(rule["start"]) if "start" in rule else self.neutral
        return self.keyed[self.data["reference"]]

    def coefficient(self, unit, house):
        value = self.value(unit, house)
        if value is None:
            return number(1)
        return 1 + value / 100 if self.method == "percent" else value


def total_coefficient(factors, combine, unit, house):
    """C: the product, 1 + the sum of changes, or the weighted score over that of the reference."""
    factors = [f for f in factors if f.method != "difference"]
    if combine == "score" and factors:
        own = reference = number(0)
        for factor in factors:
            score = factor.value(unit, house)
            at_reference = factor.reference_score()
            own += factor.weight * (at_reference if score is None else score)
            reference += factor.weight * at_reference
        return own / reference
    total = number(1)
    for factor in factors:
        c = factor.coefficient(unit, house)
        total = total + c - 1 if combine == "additive" else total * c
    return total


def total_difference(factors, spots, unit, house):
    """D: every difference and every spot adjustment of the unit."""
    values = [f.value(unit, house) for f in factors if f.method == "difference"]
    values += [number(s["amount"]) for s in spots if matches(s["select"], unit)]
    return sum((v for v in values if v is not None), number(0))
