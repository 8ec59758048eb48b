"""Which units a selection holds."""
from numerals import number

NAMED = (
    "building stair line phase precinct orientation view layout fitout noise daylight product_type"
).split()


def attribute(unit, dimension):
    if dimension in NAMED:
        return unit.get(dimension)
    if dimension == "floor":
        return str(unit["floor"])
    if dimension == "unit":
        return unit["unit_no"]
    if dimension == "stack":
        return f"{unit['building']}/{unit.get('stair') or ''}/{unit['line']}"
    if dimension.startswith("custom:"):
        for own in unit.get("attributes", []):
            if own["name"] == dimension[len("custom:"):]:
                return own["value"]
    return None


def within(bounds, value):
    """From included, to excluded."""
    low, high = bounds.get("from"), bounds.get("to")
    return (low is None or number(low) <= value) and (high is None or value < number(high))


def clause_holds(clause, unit):
    for field in ("unit_no", "building", "stair", "line", "batch", "permit", "state"):
        value = unit.get(field, "not_released" if field == "state" else None)
        if clause.get(field) and value not in clause[field]:
            return False
    floors = clause.get("floor")
    if floors and not any(
        unit["floor"] >= f.get("from", unit["floor"]) and unit["floor"] <= f.get("to", unit["floor"])
        for f in floors
    ):
        return False
    for wanted in clause.get("attributes", []):
        value = attribute(unit, wanted["attribute"])
        if wanted["values"] if value is None else value not in wanted["values"]:
            return False
    for field in ("building_area", "inside_area", "list_price"):
        if field in clause and not (
            field in unit and within(clause[field], number(unit[field]))
        ):
            return False
    return True


def matches(selection, unit):
    wanted = selection.get("any", [])
    return (not wanted or any(clause_holds(c, unit) for c in wanted)) and not any(
        clause_holds(c, unit) for c in selection.get("except", [])
    )
