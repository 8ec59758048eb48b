"""Refuses to write data that the kernel would refuse, or that would be untidy."""

from fractions import Fraction

from .rough_prices import ACTIVE_DEALS, NEUTRAL, attribute, basis_area, scheme_of, selects


def check(request, units, planted, rough):
    check_units(request["project"], units)
    for scheme in request["schemes"]:
        check_scheme(scheme, [u for u in units if scheme_of(request, u) is scheme])
    check_targets(request, units)
    check_planted(request, units, planted, rough)


def check_units(project, units):
    buildings = {b["code"]: {s["code"] for s in b.get("stairs", [])} for b in project["buildings"]}
    phases = {p["code"] for p in project["phases"]}
    precincts = {p["code"] for p in project["precincts"]}
    for building in project["buildings"]:
        assert building["phase"] in phases and building["precinct"] in precincts, building
    assert 1900 <= len(units) <= 2100, len(units)
    assert len({u["unit_no"] for u in units}) == len(units), "a unit number is given twice"
    for unit in units:
        stairs = buildings[unit["building"]]
        assert unit["stair"] in stairs if stairs else unit["stair"] is None, unit
        assert unit["building_area"] > (unit["inside_area"] or 0) >= 0, unit
        assert (unit["list_price"] is not None) == (unit["state"] != "not_released"), unit
    permitted = [permit["covers"] for permit in project["permits"]]
    for unit in units:
        covering = sum(selects(covers, unit) for covers in permitted)
        assert covering <= 1, unit
        assert covering == 1 or unit["state"] == "not_released", unit
        assert (covering == 1) == (unit["filed_price"] is not None), unit


def check_scheme(scheme, own):
    """Every factor value is defined and used, references are neutral, selections are not empty."""
    assert own, scheme["code"]
    for unit in own:
        assert basis_area(scheme, unit), unit
        assert selects(scheme["scope"], unit)
    for entry in scheme.get("spots", []) + scheme.get("lump_sums", []) + scheme.get("overrides", []):
        assert any(selects(entry["select"], u) for u in own), entry
    for unit in own:
        by_hand = any(selects(o["select"], unit) for o in scheme.get("overrides", []))
        assert not (by_hand and unit["state"] in ACTIVE_DEALS), unit["unit_no"]
    named = {u["unit_no"] for u in own}
    for entry in scheme.get("spots", []) + scheme.get("overrides", []):
        for clause in entry["select"]["any"]:
            assert named.issuperset(clause.get("unit_no", [])), entry
    for factor in scheme.get("factors", []):
        covered = [u for u in own if selects(factor.get("scope", {}), u)]
        assert covered, factor["name"]
        values = factor["values"]
        if values["kind"] in ("table", "steps"):
            rows = values.get("rows", [])
            keys = [row["key"] for row in rows] or values["order"]
            used = {attribute(u, factor["dimension"]) for u in covered}
            assert set(keys) == used and len(keys) == len(used), (scheme["code"], factor["name"], used)
            assert factor["reference"] in keys, factor
            for row in rows:
                if row["key"] == factor["reference"]:
                    assert Fraction(row["value"]) == NEUTRAL[factor["method"]], factor
        elif values["kind"] == "floors":
            rule = values["rule"]
            for building in {u["building"] for u in covered}:
                floors = {u["floor"] for u in covered if u["building"] == building}
                assert rule["reference"] in floors, (building, rule["reference"])
                assert {j["onto"] for j in rule.get("jumps", [])} <= floors, (building, rule)


def check_targets(request, units):
    for unit in units:
        targets = [t for t in request["targets"] if selects(t["scope"], unit)]
        scheme = scheme_of(request, unit)
        assert len(targets) <= 1, unit
        needs_base = scheme.get("area_basis") != "per_unit"
        assert bool(targets) + ("base_price" in scheme) == needs_base, (unit["unit_no"], targets)
        if targets and (split := targets[0].get("split")):
            named = [share["building"] for share in split["buildings"]]
            assert named.count(unit["building"]) == 1, unit


def check_planted(request, units, planted, rough):
    """With the rough prices, exactly the planted units break a rule."""
    rule = request["rules"]["filed"]
    found = {}
    for unit in units:
        price = rough[unit["unit_no"]].total / unit["building_area"]
        if unit["floor_price"] is not None and price < unit["floor_price"]:
            found[unit["unit_no"]] = "below_floor"
        if filed := unit["filed_price"]:
            if price > filed * (1 + Fraction(rule["up"])):
                found[unit["unit_no"]] = "above_filed"
            if price < filed * (1 - Fraction(rule["down"])):
                found[unit["unit_no"]] = "below_filed"
        if unit["unit_no"] in planted:
            assert unit["state"] not in ACTIVE_DEALS, unit
    assert found == planted, (found, planted)
