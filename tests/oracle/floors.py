"""Generated floor values: level step, lines, segments, top floors, jumps (handbook 2.3, 2.4)."""
from numerals import number


class House:
    """The floors that exist, in each building and each line, over the whole project."""

    def __init__(self, units):
        self.floors = {}
        self.line_floors = {}
        for unit in units:
            self.floors.setdefault(unit["building"], set()).add(unit["floor"])
            self.line_floors.setdefault(self.line(unit), set()).add(unit["floor"])

    @staticmethod
    def line(unit):
        return unit["building"], unit.get("stair"), unit["line"]

    def top(self, unit, of):
        if of == "line":
            return max(self.line_floors[self.line(unit)])
        return max(self.floors[unit["building"]])


def joined(ordinary, special):
    if special.get("mode") == "this_floor":
        return ordinary
    step = number(special["step"])
    return ordinary + step if special.get("mode", "replace") == "add" else step


def step_onto(floor, rule, unit, house):
    step = number(rule["step"])
    for segment in rule.get("segments", []):
        if segment["from"] <= floor <= segment["to"]:
            step = number(segment["step"])
            break
    for line in rule.get("lines", []):
        if line["line"] == unit["line"]:
            step = number(line["step"])
    top = rule.get("top")
    if top and floor == house.top(unit, top.get("of", "building")):
        step = joined(step, top)
    for jump in rule.get("jumps", []):
        if jump["onto"] == floor:
            step = joined(step, jump)
    return step


def own_amount(floor, rule, unit, house):
    """What is for this floor only, of jumps and of the top floor."""
    special = [jump for jump in rule.get("jumps", []) if jump["onto"] == floor]
    top = rule.get("top")
    if top and floor == house.top(unit, top.get("of", "building")):
        special.append(top)
    return sum(number(one["step"]) for one in special if one.get("mode") == "this_floor")


def floor_value(rule, unit, house, neutral):
    reference, floor = rule["reference"], unit["floor"]
    low, high = min(reference, floor), max(reference, floor)
    if rule.get("axis", "ordinal") == "number":
        stepped = range(low + 1, high + 1)
    else:
        stepped = [g for g in house.floors[unit["building"]] | {reference} if low < g <= high]
    change = sum(step_onto(g, rule, unit, house) for g in stepped)
    start = number(rule["start"]) if "start" in rule else neutral
    value = start + change if floor >= reference else start - change
    return value + own_amount(floor, rule, unit, house)
