"""Random requests for `pricing.table`."""
from draw import PLACES
from numerals import number, unit_price
from scheme import IN_DEAL
from selection import attribute, matches
from table import answer, inherited

# Places of unit prices and totals. Schemes that are levelled together draw from one pair, or the
# finest of them would take the rounding of all others in millions of steps.
ALIKE = [
    (["0.01", "0.1"], ["0.01", "0.1", "1"]),
    (["0.1", "1", "10"], ["0.1", "1", "10", "100"]),
    (["10", "100"], ["10", "100", "1000", "10000"]),
]
CLASSES = {
    "orientation": ["南", "北", "东南", "南北通透"],
    "view": ["garden", "lake", "street"],
    "layout": ["A", "B1", "C-125"],
    "noise": ["quiet", "loud"],
    "custom:得房率": ["high", "low"],
}


def units_of(r, scale):
    inside = r.choice(["all", "all", "some", "none"])
    decimals = r.choice([2, 2, 2, 1, 4])
    limits, deals, gifts = r.chance(0.4), r.chance(0.3), r.chance(0.5)
    found, room = [], r.choice([1, 4, 12, 24, 48])
    for building in r.sample(["1", "2", "3栋", "A座"], r.randint(1, 4)):
        absent = r.choice([(0,), (0, 4, 13, 14)])
        floors = [f for f in range(r.choice([-2, 1, 1, 2]), r.randint(3, 20)) if f not in absent]
        for stair in r.choice([[None], [None], ["1"], ["1", "2"]]):
            for line in ["01", "02", "03", "04"][: r.randint(1, 4)]:
                size, top = r.uniform(30, 180), r.choice(floors[-2:])
                fixed = {d: r.choice(v) for d, v in CLASSES.items() if r.chance(0.7)}
                for floor in floors:
                    if floor > top or r.chance(0.3) or len(found) >= room:
                        continue
                    unit = {"unit_no": f"{building}-{stair or 0}-{floor}{line}", "building": building,
                            "floor": floor, "line": line,
                            "building_area": r.figure(size, size + 2, decimals)}
                    if stair:
                        unit["stair"] = stair
                    for dimension, value in fixed.items():
                        value = r.choice(CLASSES[dimension]) if r.chance(0.1) else value
                        if dimension.startswith("custom:"):
                            unit["attributes"] = [{"name": dimension[7:], "value": value}]
                        else:
                            unit[dimension] = value
                    if inside == "all" or (inside == "some" and r.chance(0.6)):
                        unit["inside_area"] = r.figure(size * 0.7, size * 0.85, decimals)
                    if gifts and r.chance(0.4):
                        unit["gift_area"] = r.figure(0, 12, 2)
                    if r.chance(0.1):
                        unit["phase"] = r.choice(["一期", "二期"])
                    if r.chance(0.3):
                        unit["state"] = r.choice(["on_sale", "reserved", "controlled", "not_released"])
                    if deals and r.chance(0.25):
                        unit["state"] = r.choice(["booked", "subscribed", "signed"])
                    if deals and r.chance(0.6):
                        unit["list_price"] = r.figure(scale * 0.8, scale * 1.2, r.choice([0, 2]))
                    if deals and r.chance(0.4):
                        unit["list_total"] = r.figure(scale * size * 0.8, scale * size * 1.2, r.choice([0, 2]))
                    if limits and r.chance(0.7):
                        unit["floor_price"] = r.figure(scale * 0.6, scale * 1.05, r.choice([0, 2]))
                    if limits and r.chance(0.7):
                        unit["filed_price"] = r.figure(scale * 0.95, scale * 1.4, r.choice([0, 2]))
                    if limits and r.chance(0.2):
                        unit["floor_total"] = r.figure(scale * size * 0.6, scale * size * 1.05, r.choice([0, 2]))
                    if limits and r.chance(0.2):
                        unit["filed_total"] = r.figure(scale * size * 0.95, scale * size * 1.3, r.choice([0, 2]))
                    found.append(unit)
    if not found:
        found = [{"unit_no": "0", "building": "1", "floor": 1, "line": "01", "building_area": "88.88"}]
    if r.chance(0.2):
        r.shuffle(found)
    return found


def selection_of(r, units):
    """A selection that holds at least one unit, unless an exception takes it."""
    def clause():
        unit = r.choice(units)
        kind = r.choice(["unit_no", "building", "floor", "line", "attribute", "area", "mixed"])
        if kind in ("unit_no", "building", "line"):
            return {kind: [unit[kind]]}
        if kind == "floor":
            floor = {"from": unit["floor"] - r.randint(0, 3)}
            return {"floor": [floor | ({"to": unit["floor"] + r.randint(0, 3)} if r.chance(0.6) else {})]}
        if kind == "attribute":
            dimension = r.choice([*CLASSES, "stack", "stair", "phase", "product_type"])
            value = attribute(unit, dimension)
            return {"attributes": [{"attribute": dimension, "values": [] if value is None else [value]}]}
        if kind == "area":
            return {"building_area": {r.choice(["from", "to"]): unit["building_area"]}}
        return {"building": [unit["building"], "9"], "floor": [{"to": unit["floor"]}]}

    data = {"any": [clause() for _ in range(r.randint(1, 2))]}
    return data | ({"except": [clause()]} if r.chance(0.15) else {})


def floor_rule(r, units, step, start):
    floors = sorted({u["floor"] for u in units})
    rule = {"reference": r.choice([*floors, 6]), "step": step(), "axis": r.choice(["ordinal", "number"])}
    modes = lambda: r.choice([{}, {"mode": "replace"}, {"mode": "add"}, {"mode": "this_floor"}])
    if start:
        rule["start"] = start
    if r.chance(0.4):
        low = r.choice(floors)
        rule["segments"] = [
            {"from": low, "to": low + 3, "step": step()},
            {"from": low + r.choice([4, 5]), "to": low + 6, "step": step()},
        ]
    if r.chance(0.5):
        onto = r.sample(range(-1, 20), r.randint(1, 3))
        rule["jumps"] = [{"onto": f, "step": step()} | modes() for f in onto]
        last = rule["jumps"][-1]
        if last.get("mode") != "this_floor" and r.chance(0.3):
            rule["jumps"].append({"onto": last["onto"], "step": step(), "mode": "this_floor"})
    if r.chance(0.4):
        rule["top"] = {"step": step(), "of": r.choice(["building", "line"])} | modes()
    if r.chance(0.3):
        rule["lines"] = [{"line": line, "step": step()} for line in r.sample(["01", "02", "03", "04"], 2)]
    return rule


def factor_of(r, units, method, score, long):
    decimals = r.choice([2, 3, 4, 6] if method == "coefficient" else [0, 1, 2, 4])
    if long and method == "coefficient":
        decimals = 6
    low, high = {"coefficient": (0.93, 1.09), "percent": (-5, 7), "difference": (-150, 320)}[method]
    step_high = {"coefficient": 0.008, "percent": 0.8, "difference": 40}[method]
    if score:
        low, high = 60, 100
    neutral = "1" if method == "coefficient" else "0"
    value = lambda: r.figure(low, high, decimals)
    step = lambda: r.figure(-step_high / 4, step_high, max(decimals, 4 if method == "coefficient" else 1))
    kind = r.choice(["table", "table", "table", "steps", "floors", "bands"])
    if score and kind == "bands":
        kind = "table"
    data = {"method": method}
    if kind == "floors":
        start = r.figure(low, high, decimals) if score or r.chance(0.2) else None
        rule = floor_rule(r, units, step, start)
        data |= {"dimension": "floor", "values": {"kind": kind, "rule": rule}}
        if score:
            data["reference"] = str(rule["reference"])
    elif kind == "bands":
        cuts = sorted({r.figure(30, 180, 2).zfill(6) for _ in range(r.randint(1, 3))})
        ends = [None, *cuts, None] if r.chance(0.7) else cuts + [None]
        bands = [{"value": value()} | ({"from": a} if a else {}) | ({"to": b} if b else {})
                 for a, b in zip(ends, ends[1:])]
        data |= {"dimension": "area_band", "values": {"kind": kind, "bands": bands}}
        if r.chance(0.5):
            data["values"]["area"] = r.choice(["building", "inside"])
    else:
        dimension = r.choice([*CLASSES, "building", "line", "stair", "floor", "stack", "unit"])
        absent = "98" if dimension == "floor" else "other"
        keys = {attribute(u, dimension) for u in units} - {None} | ({absent} if r.chance(0.3) else set())
        keys = r.some(sorted(keys) or [absent])
        reference = r.choice(keys)
        data["dimension"] = dimension
        if kind == "steps":
            data["reference"] = reference
            data["values"] = {"kind": kind, "order": keys, "steps": [step() for _ in keys[1:]]}
        else:
            if score or r.chance(0.5):
                data["reference"] = reference
            locked = None if score else data.get("reference")
            rows = [{"key": k, "value": neutral if k == locked else value()} for k in keys]
            data["values"] = {"kind": kind, "rows": rows}
    if r.chance(0.2):
        data["scope"] = selection_of(r, units)
    return data


def scheme_of(r, code, units, scale, alike):
    data = {"code": code, "base_price": r.figure(scale * 0.9, scale * 1.1, r.choice([0, 0, 2, 6]))}
    basis = r.choice(["building"] * 5 + ["inside"] * 3 + ["per_unit"])
    if basis == "inside" and not all("inside_area" in u for u in units):
        basis = "building"
    if basis != "building" or r.chance(0.2):
        data["area_basis"] = basis
    if r.chance(0.7):
        data["price_basis"] = r.choice(["unit_first", "total_first"])
    data["combine"] = r.choice(["multiplicative", "multiplicative", "additive", "score"])
    score = data["combine"] == "score"
    data["factors"] = []
    long = r.chance(0.15)
    for _ in range(r.randint(0, 6) if not long else r.choice([6, 11])):
        method = r.choice(["coefficient", "difference"] if score else ["coefficient", "percent", "difference"])
        if long:
            method = "coefficient"
        factor = factor_of(r, units, method, score and method == "coefficient", long)
        data["factors"].append(factor)
    weighted = [f for f in data["factors"] if score and f["method"] == "coefficient"]
    for factor, weight in zip(weighted, r.shares(len(weighted)) if weighted else []):
        factor["weight"] = weight
    if r.chance(0.4):
        data["spots"] = [{"select": selection_of(r, units), "amount": r.figure(-300, 200, r.choice([0, 2, 6]))}
                         for _ in range(r.randint(1, 3))]
    if r.chance(0.3):
        data["gift"] = r.choice([{"kind": "price", "price": r.figure(500, 5000, 2)},
                                 {"kind": "conversion", "rate": r.figure(0.1, 0.6, 3)}])
    if r.chance(0.25):
        data["lump_sums"] = [{"name": "fit-out", "amount": r.figure(-9000, 90000, 2)}
                             | ({"select": selection_of(r, units)} if r.chance(0.7) else {})]
    if r.chance(0.3):
        shares = r.shares(r.randint(1, 3))
        data["composite_discount"] = {
            "modes": [{"share": s, "rate": r.figure(0.9, 1, 3)} for s in shares],
            "others": [r.figure(0.95, 1, 2) for _ in range(r.randint(0, 2))],
        }
    if basis == "per_unit":
        data["factors"] = []  # totals are entered: factors would be refused
        for unit in units:
            unit["entered_total"] = r.figure(scale * 60, scale * 130, r.choice([0, 2]))
    elif r.chance(0.3):
        data["overrides"] = [
            {"select": selection_of(r, units)}
            | r.choice([{"unit_price": r.figure(scale * 0.8, scale * 1.2, r.choice([0, 2]))},
                        {"total": r.figure(scale * 60, scale * 130, r.choice([0, 2]))}])
            for _ in range(r.randint(1, 2))
        ]
    unit_places, total_places = alike or (PLACES, [*PLACES, "10000", "100000"])
    for field, places in (("unit_rounding", unit_places), ("total_rounding", total_places)):
        if "1" not in places or r.chance(0.7):
            data[field] = r.rounding(places)
    return data


def target_of(r, scope, held, scale):
    """A target over the units that the scope holds."""
    data = {"scope": scope} if scope else {}
    area = sum(float(u["building_area"]) for u in held)
    average = scale * r.uniform(0.9, 1.15)
    data["goal"] = r.choice([
        {"kind": "average", "average": f"{average:.{r.choice([0, 2, 6])}f}"},
        {"kind": "total", "total": f"{average * area:.{r.choice([0, 2])}f}"},
    ])
    if r.chance(0.2) and all("inside_area" in u for u in held):
        data["average_basis"] = "inside"
    if r.chance(0.3):
        data["level"] = r.choice(["list", "net"])
    if r.chance(0.35):
        shares = [{"building": b, "coefficient": r.figure(0.9, 1.1, r.choice([2, 4]))}
                  for b in dict.fromkeys(u["building"] for u in held)]
        data["split"] = {"buildings": shares} | ({"normalise": r.chance(0.5)} if r.chance(0.6) else {})
    kind = r.choice(["none", "nudge_base", "spread_residual", "spread_residual"])
    if r.chance(0.3):
        data["base_rounding"] = r.rounding(["0.01", "0.1"] if kind == "spread_residual" else PLACES)
    if kind == "nudge_base":
        data["levelling"] = {"kind": kind, "place": r.choice(PLACES[:4]), "reach": r.randint(1, 12)}
    elif kind != "none" or r.chance(0.3):
        data["levelling"] = {"kind": kind}
    return data


def moves_with_base(unit, data):
    scheme = next(s for s in data["schemes"] if matches(s.get("scope", {}), unit))
    listed = "list_price" in unit or "list_total" in unit
    kept = listed and unit.get("state") in IN_DEAL and data.get("active_deals", "keep") == "keep"
    by_hand = any(matches(o["select"], unit) for o in scheme.get("overrides", []))
    return not (kept or by_hand or scheme.get("area_basis") == "per_unit")


def solvable(r, target, held, data):
    """Drops the split of a target that would leave a building without a unit to solve."""
    free = [u for u in held if moves_with_base(u, data)]
    if {u["building"] for u in free} != {u["building"] for u in held} and r.chance(0.98):
        target.pop("split", None)
    return bool(free) or r.chance(0.02)


def rules_of(r):
    rules = {"floor": r.chance(0.7)} if r.chance(0.5) else {}
    if r.chance(0.6):
        band = {"up": r.figure(0, 0.2, 3)} | ({"down": r.figure(0, 0.3, 3)} if r.chance(0.7) else {})
        rules["filed"] = r.choice([None, band, band])
    return rules


def spoil(r, data, units):
    """Makes the request one that must be refused."""
    scheme, kind = data["schemes"][-1], r.choice(["not_positive", "target", "overflow"])
    data["schemes"] = [{"code": "ALL", "base_price": scheme["base_price"]}]
    scheme = data["schemes"][0]
    data.pop("select", None)
    data["active_deals"] = "reprice"
    if kind == "not_positive":
        data["targets"] = data.get("targets", [])[: r.randint(0, 1)]
        unit_no = r.choice(units)["unit_no"]
        scheme["spots"] = [{"select": {"any": [{"unit_no": [unit_no]}]}, "amount": "-9999999"}]
        if len(units) < 5:
            data["targets"] = []
    elif kind == "target":
        rows = [{"key": u["unit_no"], "value": "-100"} for u in units]
        values = {"kind": "table", "rows": rows}
        scheme["factors"] = [{"dimension": "unit", "method": "percent", "values": values}]
        scheme["combine"] = r.choice(["additive", "multiplicative"])
        data["targets"] = [{"goal": {"kind": "average", "average": "10000"}}]
    else:
        data["targets"] = []
        scheme["base_price"] = r.choice(["9000000000000", "5000000000000"])
        wide = r.choice(["unit", "total", "sum"])
        if wide == "unit" or len(units) < 2:
            rows = [{"key": line, "value": "90"} for line in ("01", "02", "03", "04")]
            values = {"kind": "table", "rows": rows}
            scheme["factors"] = [{"dimension": "line", "method": "percent", "values": values}]
        else:
            for unit in units:
                unit["building_area"] = "19000" if wide == "total" else "9999.99"
                if wide == "sum":
                    scheme["base_price"] = "9000000000000"


def request_of(r):
    scale = r.choice([6500, 12000, 30000, 88000]) if r.chance(0.95) else 700
    units = units_of(r, scale)
    data = {"project": {"name": "随机项目", "units": units}}
    if r.chance(0.2):
        data["project"]["buildings"] = [
            {"code": b, "phase": r.choice(["一期", "二期"])} | ({"product_type": "高层"} if r.chance(0.5) else {})
            for b in dict.fromkeys(u["building"] for u in units)
        ]
    known = list(inherited(data["project"]))
    count = r.choice([1, 1, 2, 3])
    alike = r.choice(ALIKE) if count > 1 else None
    schemes = [scheme_of(r, f"S{i}", units, scale, alike) for i in range(count)]
    for scheme in schemes[:-1]:
        scheme["scope"] = selection_of(r, known)
    data["schemes"] = schemes
    if r.chance(0.3):
        data["active_deals"] = r.choice(["keep", "reprice"])
    # Solved bases of tables with more digits would leave the range of exact intermediates.
    if all(len(s["factors"]) <= 6 for s in schemes) and r.chance(0.7):
        scopes = [{}] if r.chance(0.6) else [selection_of(r, known)]
        buildings = list(dict.fromkeys(u["building"] for u in units))
        if len(buildings) > 1 and r.chance(0.3):
            cut = r.randint(1, len(buildings) - 1)
            scopes = [{"any": [{"building": part}]} for part in (buildings[:cut], buildings[cut:])]
        held = [[u for u in known if matches(scope, u)] for scope in scopes]
        targets = [(target_of(r, s, h, scale), h) for s, h in zip(scopes, held) if h]
        data["targets"] = [t for t, h in targets if solvable(r, t, h, data)]
        if scopes == [{}] and data["targets"] and r.chance(0.5):
            for scheme in schemes:
                del scheme["base_price"]
    if r.chance(0.5):
        data["rules"] = rules_of(r)
    if r.chance(0.3):
        data["floor_price"] = {"rate": r.figure(0.5, 1, r.choice([2, 3, 6]))}
        if r.chance(0.5):
            data["floor_price"]["rounding"] = r.rounding(PLACES)
    if r.chance(0.2):
        select = selection_of(r, known)
        if any(matches(select, u) for u in known):
            data["select"] = select
    if r.chance(0.1):
        data["explain"] = r.choice([{"kind": "all"}, {"kind": "units", "unit_nos": [units[0]["unit_no"]]}])
    if r.chance(0.2) and all("inside_area" in u for u in units):
        data["average_basis"] = "inside"
    if r.chance(0.04):
        for scheme in schemes:
            scheme.setdefault("base_price", str(scale))
        for unit in units:
            unit.pop("inside_area", None)
        data.pop("average_basis", None)
        for target in data.get("targets", []):
            target.pop("average_basis", None)
        spoil(r, data, units)
    elif data.get("targets") and r.chance(0.25):
        sharpen(r, data)
    return data


def sharpen(r, data):
    """Puts floor or filed prices at the prices before levelling or a few steps from them, so that
    levelling meets them, by the unit price or by the total whose rounding is coarser."""
    before = data | {"targets": [t | {"levelling": {"kind": "none"}} for t in data["targets"]]}
    prices = {row["unit_no"]: row["building_unit_price"] for row in answer(before).get("rows", [])}
    for unit in data["project"]["units"]:
        if unit["unit_no"] in prices and r.chance(0.5):
            price, field = number(prices[unit["unit_no"]]), r.choice(["floor_price", "filed_price"])
            near = price + r.randint(0, 2) * number(r.choice(PLACES[:4])) * (1 if field[:2] == "fi" else -1)
            unit[field] = unit_price(near) if near > 0 else prices[unit["unit_no"]]
    data.pop("rules", None)
