"""The invented stock: buildings, lines, areas, views and sales states."""

import hashlib
from dataclasses import dataclass, field
from fractions import Fraction

SEED = "yunjing-bay-1"


def draw(*key):
    """A number in 0..9999 that depends only on the seed and the key, not on the order of calls."""
    digest = hashlib.sha256("/".join([SEED, *map(str, key)]).encode()).digest()
    return int.from_bytes(digest[:8], "big") % 10_000


def between(low, high, *key):
    return low + draw(*key) % (high - low + 1)


@dataclass(frozen=True)
class Line:
    """户位: one stack of homes, as it repeats in every stair."""

    code: str
    layout: str
    orientation: str
    area: int  # building area, hundredths of m²
    efficiency: int  # inside ÷ building area, thousandths
    foyer: str  # 电梯厅: 独立 or 共用


@dataclass(frozen=True)
class Tower:
    """A residential building with stairs."""

    code: str
    product_type: str
    phase: str
    precinct: str
    floors: tuple
    stairs: int
    lines: tuple
    fitout: str
    street_stairs: tuple = ()  # stairs along the road
    views: dict = field(default_factory=dict)  # (stair, line) → ((from floor, view), …)
    low_stairs: dict = field(default_factory=dict)  # stair → its own top floor


HIGH_LINES = (
    Line("01", "四房两厅两卫", "南北通透", 12840, 782, "独立"),
    Line("02", "三房两厅两卫", "南", 9860, 776, "共用"),
    Line("03", "三房两厅一卫", "南", 8920, 774, "共用"),
    Line("04", "四房两厅两卫", "东南", 12460, 780, "独立"),
)
WIDE_LINES = (
    Line("01", "四房两厅两卫(宽厅)", "南北通透", 14280, 786, "独立"),
    Line("02", "三房两厅两卫", "南", 10750, 779, "共用"),
    Line("03", "三房两厅两卫", "南", 10690, 779, "共用"),
    Line("04", "四房两厅两卫(宽厅)", "西南", 13940, 785, "独立"),
)
LARGE_LINES = (
    Line("01", "四房两厅三卫", "南北通透", 16820, 802, "独立"),
    Line("02", "五房两厅三卫", "东南", 18650, 806, "独立"),
)
GARDEN_LINES = (
    Line("01", "洋房四房两厅两卫", "南北通透", 14320, 838, "独立"),
    Line("02", "洋房四房两厅三卫", "南北通透", 15680, 841, "独立"),
)

NO_UNLUCKY = tuple(f for f in range(2, 37) if f not in (4, 13, 14))
RIVER, GARDEN, STREET, BLOCKED = "江景", "园景", "街景", "无"

TOWERS = (
    Tower(
        "1", "高层", "一期", "临江组团", tuple(range(2, 34)), 2, HIGH_LINES, "精装", ("2",),
        {
            ("1", "01"): ((2, GARDEN), (9, RIVER)),
            ("1", "02"): ((2, GARDEN), (16, RIVER)),
            ("2", "03"): ((2, BLOCKED), (6, STREET)),
            ("2", "04"): ((2, BLOCKED), (5, STREET)),
        },
    ),
    Tower(
        "2", "高层", "一期", "临江组团", NO_UNLUCKY, 2, HIGH_LINES, "精装", ("2",),
        {
            ("1", "01"): ((2, GARDEN), (11, RIVER)),
            ("1", "02"): ((2, BLOCKED), (6, GARDEN), (20, RIVER)),
            ("2", "03"): ((2, GARDEN), (25, RIVER)),
            ("2", "04"): ((2, STREET),),
        },
    ),
    Tower(
        "3", "高层", "一期", "中央组团", tuple(range(2, 27)), 2, WIDE_LINES, "精装", ("2",),
        {
            ("1", "01"): ((2, GARDEN), (12, RIVER)),
            ("1", "04"): ((2, GARDEN), (17, RIVER)),
            ("2", "02"): ((2, BLOCKED), (7, GARDEN)),
            ("2", "04"): ((2, STREET),),
        },
    ),
    Tower(
        "5", "小高层", "一期", "临江组团", tuple(range(1, 19)), 3, LARGE_LINES, "精装", (),
        {
            ("1", "01"): ((1, GARDEN), (8, RIVER)),
            ("1", "02"): ((1, GARDEN), (11, RIVER)),
            ("2", "01"): ((1, GARDEN), (13, RIVER)),
        },
    ),
    Tower(
        "6", "小高层", "一期", "中央组团", tuple(range(1, 19)), 3, LARGE_LINES, "精装", ("3",),
        {
            ("1", "01"): ((1, GARDEN), (14, RIVER)),
            ("3", "02"): ((1, BLOCKED), (4, STREET)),
        },
    ),
    Tower(
        "7", "洋房", "一期", "中央组团", tuple(range(1, 12)), 3, GARDEN_LINES, "精装", (),
        {("3", "02"): ((1, BLOCKED), (3, GARDEN))},
    ),
    Tower(
        "8", "洋房", "一期", "中央组团", tuple(range(1, 12)), 3, GARDEN_LINES, "毛坯", ("3",),
        {("3", "02"): ((1, STREET),)}, {"3": 10},
    ),
    Tower(
        "9", "高层", "二期", "云廷组团", tuple(range(2, 34)), 2, HIGH_LINES, "精装", ("1",),
        {
            ("1", "01"): ((2, STREET),),
            ("1", "02"): ((2, STREET), (15, GARDEN)),
            ("2", "04"): ((2, GARDEN), (22, RIVER)),
        },
    ),
    Tower(
        "10", "高层", "二期", "云廷组团", tuple(range(2, 27)), 2, WIDE_LINES, "毛坯", ("2",),
        {
            ("1", "01"): ((2, GARDEN), (20, RIVER)),
            ("2", "03"): ((2, BLOCKED), (8, GARDEN)),
            ("2", "04"): ((2, STREET),),
        },
    ),
)
VILLA_ROWS = ("11", "12")
VILLAS_PER_ROW = 8
SHOPS = "S1"
PARKING = "P"
PARKING_PER_FLOOR = {-1: 204, -2: 226}

# 批次 and the permit that covers a building; phase 2 and the car park have neither yet.
BATCH = {"1": "首开", "5": "首开", "7": "首开", "3": "加推一", "8": "加推一", SHOPS: "加推一",
         "2": "加推二", "6": "加推二", "11": "加推二", "12": "加推二"}

# Shares of the states in ten-thousandths, by batch; the rest of an opened batch is on sale.
STATES = {
    "首开": (("signed", 1200), ("subscribed", 450), ("booked", 200), ("reserved", 120),
             ("controlled", 350)),
    "加推一": (("subscribed", 500), ("booked", 400), ("reserved", 200), ("controlled", 350)),
}


def new_unit(unit_no, building, stair, floor, line):
    return {
        "unit_no": unit_no, "building": building, "stair": stair, "floor": floor, "line": line,
        "layout": None, "orientation": None, "view": None, "fitout": None, "noise": None,
        "daylight": None, "building_area": None, "inside_area": None, "gift_area": None,
        "state": "not_released", "batch": BATCH.get(building), "floor_price": None,
        "filed_price": None, "list_price": None, "list_total": None, "entered_total": None,
        "custom_电梯厅": None,
    }


def square_metres(hundredths):
    return Fraction(hundredths, 100)


def view_of(tower, stair, line, floor):
    view = GARDEN
    for lowest, name in tower.views.get((stair, line), ()):
        if floor >= lowest:
            view = name
    return view


def noise_of(tower, stair, view, floor):
    if view == STREET or (stair in tower.street_stairs and floor <= 12):
        return "临街"
    return "一般" if stair in tower.street_stairs or floor <= 3 else "安静"


def daylight_of(line, orientation, floor):
    """Low floors and the middle lines get less light."""
    if floor <= 4:
        return "一般" if orientation == "南" else "良"
    return "良" if floor <= 9 else "优"


def garden_house_gift(floor, top, line):
    """Ground-floor garden or top-floor terrace, hundredths of m²."""
    wider = 420 if line == "02" else 0
    if floor == 1:
        return 3860 + wider
    return 2740 + wider if floor == top else None


def tower_units(tower):
    for stair in map(str, range(1, tower.stairs + 1)):
        floors = [f for f in tower.floors if f <= tower.low_stairs.get(stair, 99)]
        for floor in floors:
            for line in tower.lines:
                unit = new_unit(
                    f"{tower.code}-{stair}-{floor}{line.code}", tower.code, stair, floor, line.code
                )
                # The survey differs a little from stack to stack.
                area = line.area + between(-35, 35, "area", tower.code, stair, line.code)
                view = view_of(tower, stair, line.code, floor)
                unit.update(
                    layout=line.layout, orientation=line.orientation, view=view,
                    fitout=tower.fitout, noise=noise_of(tower, stair, view, floor),
                    daylight=daylight_of(line, line.orientation, floor),
                    building_area=square_metres(area),
                    inside_area=square_metres(area * line.efficiency // 1000),
                    custom_电梯厅=line.foyer,
                )
                if tower.product_type == "洋房":
                    gift = garden_house_gift(floor, floors[-1], line.code)
                    unit["gift_area"] = gift and square_metres(gift)
                yield unit


def villa_units():
    for row in VILLA_ROWS:
        for number in range(1, VILLAS_PER_ROW + 1):
            unit = new_unit(f"{row}-{number:02}", row, None, 1, f"{number:02}")
            end_house = number in (1, VILLAS_PER_ROW)
            area = (24680 if end_house else 22150) + between(-60, 60, "area", row, number)
            unit.update(
                layout="联排边户" if end_house else "联排中户", orientation="南北通透",
                view=RIVER if row == "11" else GARDEN, fitout="毛坯",
                noise="一般" if number <= 2 else "安静", daylight="优",
                building_area=square_metres(area), inside_area=square_metres(area * 915 // 1000),
                gift_area=square_metres(11850 if end_house else 5260),
            )
            yield unit


def shop_units():
    for floor, count in ((1, 28), (2, 14)):
        for number in range(1, count + 1):
            unit = new_unit(f"{SHOPS}-{floor}{number:02}", SHOPS, None, floor, f"{number:02}")
            corner = number in (1, count)
            area = (9650 if corner else 6320) + between(0, 1480, "shop", floor, number)
            per_m2 = (62_000 if floor == 1 else 34_500) + (6_000 if corner else 0)
            per_m2 += between(-15, 15, "shop price", floor, number) * 100
            # 按套: the office types round totals in.
            total = Fraction(area * per_m2, 100) // 10_000 * 10_000
            unit.update(
                layout="街角铺" if corner else "街铺", view=STREET, fitout="毛坯", noise="临街",
                building_area=square_metres(area), inside_area=square_metres(area * 862 // 1000),
                entered_total=Fraction(total),
            )
            yield unit


def parking_units():
    kinds = {"标准车位": (1325, 218_000), "子母车位": (2390, 298_000), "微型车位": (1012, 148_000)}
    for floor, count in PARKING_PER_FLOOR.items():
        for number in range(1, count + 1):
            unit = new_unit(f"{PARKING}-B{-floor}-{number:03}", PARKING, None, floor, f"{number:03}")
            kind = "子母车位" if number % 19 == 0 else "微型车位" if number % 23 == 0 else "标准车位"
            area, total = kinds[kind]
            total += 12_000 if floor == -1 else 0
            total += 6_000 if number % 10 < 3 else 0  # close to a lift
            unit.update(layout=kind, building_area=square_metres(area), entered_total=Fraction(total))
            yield unit


def state_of(unit):
    """Stock control: what has been released, held and sold."""
    if unit["batch"] not in STATES or (unit["building"] == SHOPS and unit["floor"] == 2):
        return "not_released"
    if unit["building"] == "1" and unit["stair"] == "2" and unit["floor"] >= 30:
        return "controlled"  # the top floors are held back
    left = draw("state", unit["unit_no"])
    for state, share in STATES[unit["batch"]]:
        if left < share:
            return state
        left -= share
    return "on_sale"


def all_units():
    units = [unit for tower in TOWERS for unit in tower_units(tower)]
    units += [*villa_units(), *shop_units(), *parking_units()]
    for unit in units:
        unit["state"] = state_of(unit)
    return units


def buildings():
    """The buildings as project.json lists them."""
    listed = []
    for tower in TOWERS:
        listed.append({
            "code": tower.code, "name": f"{tower.code}幢", "phase": tower.phase,
            "precinct": tower.precinct, "product_type": tower.product_type,
            "stairs": [{"code": str(s), "name": f"{s}单元"} for s in range(1, tower.stairs + 1)],
        })
    others = [(row, f"{row}幢", "临江组团", "联排") for row in VILLA_ROWS]
    others += [(SHOPS, "沿街商铺", "中央组团", "商铺"), (PARKING, "地下车库", "中央组团", "车位")]
    for code, name, precinct, product_type in others:
        listed.append({"code": code, "name": name, "phase": "一期", "precinct": precinct,
                       "product_type": product_type})
    return listed
