"""The invented request: project data, pricing schemes, targets and rules (all but the units)."""

from .stock import PARKING, SHOPS, VILLA_ROWS, buildings

# Small builders, so that the schemes below read like the office's own tables. -----------------


def of_buildings(*codes):
    return {"any": [{"building": list(codes)}]}


def units_named(*numbers):
    return {"any": [{"unit_no": list(numbers)}]}


def on_floors(*floors):
    return {"any": [{"floor": [{"from": floor, "to": floor} for floor in floors]}]}


def factor(name, dimension, method, values, **more):
    return {"name": name, "dimension": dimension, "method": method, "values": values, **more}


def table(name, dimension, method, rows, reference=None, **more):
    values = {"kind": "table", "rows": [{"key": k, "value": v} for k, v in rows.items()]}
    if reference is not None:
        more["reference"] = reference
    return factor(name, dimension, method, values, **more)


def steps(name, dimension, method, order, changes, reference):
    values = {"kind": "steps", "order": order, "steps": changes}
    return factor(name, dimension, method, values, reference=reference)


def floors(method, reference, step, name="楼层", scope=None, **rule):
    values = {"kind": "floors", "rule": {"reference": reference, "step": step, **rule}}
    return factor(name, "floor", method, values, **({"scope": scope} if scope else {}))


def segment(low, high, step):
    return {"from": low, "to": high, "step": step}


def jump(onto, step, **more):
    return {"onto": onto, "step": step, **more}


YUAN = {"mode": "half_up", "place": "1"}

# Schemes ----------------------------------------------------------------------------------------

STACK_COEFFICIENTS = {
    "1/1/01": "1.012", "1/1/02": "1", "1/1/03": "0.994", "1/1/04": "1.004",
    "1/2/01": "1.008", "1/2/02": "0.998", "1/2/03": "0.99", "1/2/04": "0.996",
    "2/1/01": "1.01", "2/1/02": "0.998", "2/1/03": "0.992", "2/1/04": "1.002",
    "2/2/01": "1.006", "2/2/02": "0.996", "2/2/03": "0.988", "2/2/04": "0.994",
}

HIGH_RISE = {
    "code": "GC-1",
    "name": "一期高层 1、2 幢：系数连乘",
    "scope": of_buildings("1", "2"),
    "area_basis": "building",
    "price_basis": "unit_first",
    "combine": "multiplicative",
    "factors": [
        floors(
            "coefficient", 17, "0.003",
            segments=[segment(3, 8, "0.0045"), segment(26, 36, "0.0018")],
            # 18 层不利数字：降下去，再由 19 层补回
            jumps=[jump(18, "-0.005"), jump(19, "0.011")],
            top={"step": "-0.016", "of": "building"},
        ),
        table("户位", "stack", "coefficient", STACK_COEFFICIENTS, "1/1/02"),
        table("朝向", "orientation", "coefficient",
              {"南": "1", "南北通透": "1.018", "东南": "1.006"}, "南"),
        table("景观", "view", "coefficient",
              {"江景": "1.052", "园景": "1", "街景": "0.982", "无": "0.97"}, "园景"),
        table("噪音", "noise", "coefficient",
              {"安静": "1.004", "一般": "1", "临街": "0.987"}, "一般"),
        table("采光", "daylight", "coefficient", {"优": "1.006", "良": "1", "一般": "0.99"}, "良"),
        table("电梯厅", "custom:电梯厅", "percent", {"独立": "1.2", "共用": "0"}, "共用"),
    ],
    "overrides": [
        {"name": "样板房", "select": units_named("1-1-802"), "total": "4180000"},
    ],
    "unit_rounding": YUAN,
    "total_rounding": YUAN,
}

WIDE_HIGH_RISE = {
    "code": "GC-2",
    "name": "一期高层 3 幢：百分比相加",
    "scope": of_buildings("3"),
    "combine": "additive",
    "factors": [
        floors(
            "percent", 14, "0.35",
            segments=[segment(3, 6, "0.6")],
            jumps=[jump(18, "-0.5"), jump(19, "0.5", mode="add")],
            top={"step": "-1.8"},
        ),
        table("朝向", "orientation", "percent",
              {"南": "0", "南北通透": "2.2", "西南": "-0.8"}, "南"),
        table("户型", "layout", "percent",
              {"三房两厅两卫": "0", "四房两厅两卫(宽厅)": "1.5"}, "三房两厅两卫"),
        table("景观", "view", "percent",
              {"江景": "4.8", "园景": "0", "街景": "-2", "无": "-3.2"}, "园景"),
        table("噪音", "noise", "percent", {"安静": "0.5", "一般": "0", "临街": "-1.2"}, "一般"),
        table("单元", "stair", "percent", {"1": "0", "2": "-0.6"}, "1"),
    ],
    "overrides": [
        {"name": "特价房", "select": units_named("3-2-903"), "unit_price": "37800"},
    ],
    "unit_rounding": YUAN,
    "total_rounding": {"mode": "down", "place": "1"},
}

STREET_SIDE_LOW = {
    "any": [{"floor": [{"to": 3}], "attributes": [{"attribute": "noise", "values": ["临街"]}]}],
}

SMALL_HIGH_RISE = {
    "code": "XG-1",
    "name": "小高层 5、6 幢：差价法",
    "scope": of_buildings("5", "6"),
    "factors": [
        floors(
            "difference", 9, "160",
            segments=[segment(2, 5, "260"), segment(13, 17, "90")],
            jumps=[jump(8, "240"), jump(9, "80")],
            top={"step": "-680", "of": "building", "mode": "replace"},
        ),
        table("水平差", "line", "difference", {"01": "0", "02": "-350"}, "01"),
        table("单元差", "stair", "difference", {"1": "420", "2": "0", "3": "260"}, "2"),
        table("景观差", "view", "difference",
              {"江景": "2600", "园景": "0", "街景": "-900", "无": "-1500"}, "园景"),
        steps("噪音差", "noise", "difference", ["临街", "一般", "安静"], ["380", "220"], "一般"),
    ],
    "spots": [
        {"name": "四层", "select": on_floors(4), "amount": "-260"},
        {"name": "十四层", "select": on_floors(14), "amount": "-220"},
        {"name": "配电房干扰", "select": units_named("6-3-101", "6-3-102"), "amount": "-600"},
        {"name": "低区临街补偿", "select": STREET_SIDE_LOW, "amount": "-180"},
        {"name": "机房遮挡", "select": units_named("5-2-1802"), "amount": "-450.5"},
    ],
    "lump_sums": [
        {"name": "顶层露台礼包", "select": on_floors(18), "amount": "68000"},
    ],
    "unit_rounding": YUAN,
    "total_rounding": YUAN,
}

GARDEN_HOUSES = {
    "code": "YF-1",
    "name": "洋房 7、8 幢：差价法，总价优先，赠送面积折算",
    "scope": of_buildings("7", "8"),
    "base_price": "50800",
    "price_basis": "total_first",
    "factors": [
        table("楼栋差", "building", "difference", {"7": "0", "8": "-1350"}, "7"),
        floors(
            "difference", 6, "220",
            # 一层带花园，比二层贵；顶层带露台，按户位各自的顶层加价
            jumps=[jump(2, "-1500"), jump(4, "-180"), jump(5, "620")],
            top={"step": "360", "of": "line", "mode": "add"},
            lines=[{"line": "02", "step": "250"}],
        ),
        table("水平差", "line", "difference", {"01": "0", "02": "480"}, "01"),
        table("景观差", "view", "difference",
              {"园景": "0", "街景": "-1100", "无": "-1800"}, "园景"),
        table("单元差", "stair", "difference", {"1": "150", "2": "0", "3": "-150"}, "2",
              scope=of_buildings("7")),
    ],
    "gift": {"kind": "conversion", "rate": "0.25"},
    "total_rounding": {"mode": "half_up", "place": "100"},
}

SECOND_PHASE = {
    "code": "GC-3",
    "name": "二期高层 9、10 幢：水平系数—层差混合",
    "scope": of_buildings("9", "10"),
    "factors": [
        table("楼栋系数", "building", "coefficient", {"9": "1", "10": "1.022"}, "9"),
        table("朝向系数", "orientation", "coefficient",
              {"南": "1", "南北通透": "1.02", "东南": "1.006", "西南": "0.994"}, "南"),
        factor("面积段系数", "area_band", "coefficient", {
            "kind": "bands", "area": "building", "bands": [
                {"to": "95", "value": "1.015"},
                {"from": "95", "to": "120", "value": "1"},
                {"from": "120", "value": "1.008"},
            ],
        }),
        floors("difference", 12, "110", name="层差 9 幢", scope=of_buildings("9"),
               segments=[segment(24, 32, "60")], top={"step": "-500"}),
        floors("difference", 12, "130", name="层差 10 幢", scope=of_buildings("10"),
               jumps=[jump(18, "-120"), jump(19, "380")], top={"step": "-560"}),
        table("景观差", "view", "difference",
              {"江景": "1900", "园景": "0", "街景": "-700", "无": "-1200"}, "园景"),
        table("装修差", "fitout", "difference", {"精装": "0", "毛坯": "-2600"}, "精装"),
    ],
    "spots": [
        {"name": "垃圾房干扰", "select": units_named("10-2-204", "10-2-304"), "amount": "-350"},
    ],
}

VILLAS = {
    "code": "LP-1",
    "name": "联排 11、12 幢：按套内面积，实收价除以综合折扣",
    "scope": of_buildings(*VILLA_ROWS),
    "area_basis": "inside",
    "factors": [
        table("楼栋系数", "building", "coefficient", {"11": "1.06", "12": "1"}, "12"),
        table("户型系数", "layout", "coefficient", {"联排边户": "1.085", "联排中户": "1"}, "联排中户"),
        table("噪音系数", "noise", "coefficient", {"安静": "1.01", "一般": "1"}, "一般"),
    ],
    "composite_discount": {
        "modes": [
            {"name": "一次性付款", "share": "0.35", "rate": "0.97"},
            {"name": "银行按揭", "share": "0.65", "rate": "0.985"},
        ],
        "others": ["0.99"],
    },
    "unit_rounding": {"mode": "half_up", "place": "10"},
    "total_rounding": YUAN,
}

SHOP_ROW = {
    "code": "SP-1",
    "name": "沿街商铺：按套录入，个别一口价",
    "scope": of_buildings(SHOPS),
    "area_basis": "per_unit",
    "overrides": [
        {"name": "街角旺铺", "select": units_named("S1-101"), "total": "7380000"},
        {"name": "二层尾铺统一价", "select": units_named("S1-212", "S1-213"), "total": "2380000"},
    ],
    "total_rounding": YUAN,
}

CAR_PARK = {
    "code": "CW-1",
    "name": "地下车位：按套录入",
    "scope": of_buildings(PARKING),
    "area_basis": "per_unit",
}

SCHEMES = [HIGH_RISE, WIDE_HIGH_RISE, SMALL_HIGH_RISE, GARDEN_HOUSES, SECOND_PHASE, VILLAS, SHOP_ROW,
           CAR_PARK]

# Targets ----------------------------------------------------------------------------------------

SHARES = {"1": "1", "2": "0.985", "3": "1.045", "5": "1.165", "6": "1.13"}

TARGETS = [
    {   # 一期高层和小高层：两级目标，项目均价 → 楼栋均价
        "scope": of_buildings(*SHARES),
        "goal": {"kind": "average", "average": "41800"},
        "average_basis": "building",
        "level": "list",
        "split": {
            "buildings": [{"building": b, "coefficient": c} for b, c in SHARES.items()],
            "normalise": True,
        },
        "levelling": {"kind": "spread_residual"},
    },
    {   # 二期：一个基准价
        "scope": of_buildings("9", "10"),
        "goal": {"kind": "average", "average": "38600"},
        "levelling": {"kind": "nudge_base", "place": "0.1", "reach": 40},
    },
    {   # 联排：实收总额
        "scope": of_buildings(*VILLA_ROWS),
        "goal": {"kind": "total", "total": "238000000"},
        "average_basis": "inside",
        "level": "net",
        "base_rounding": YUAN,
        "levelling": {"kind": "none"},
    },
]

PROJECT = {
    "name": "云璟湾",
    "registered_name": "云璟雅苑（虚构）",
    "project_company": "杭州云璟湾置业有限公司（虚构）",
    "city": "杭州",
    "phases": [
        {"code": "一期", "name": "一期 · 临江", "opening_date": "2026-03-14"},
        {"code": "二期", "name": "二期 · 云廷", "opening_date": "2026-10-17"},
    ],
    "precincts": [
        {"code": "临江组团"},
        {"code": "中央组团"},
        {"code": "云廷组团"},
    ],
    "buildings": buildings(),
    "permits": [
        {"number": "示例售许字(2026)第001号", "issued_on": "2026-03-06",
         "covers": of_buildings("1", "5", "7")},
        {"number": "示例售许字(2026)第002号", "issued_on": "2026-04-24",
         "covers": of_buildings("3", "8", SHOPS)},
        {"number": "示例售许字(2026)第003号", "issued_on": "2026-06-12", "valid_until": "2028-06-11",
         "covers": of_buildings("2", "6", *VILLA_ROWS)},
    ],
}

REQUEST = {
    "project": PROJECT,
    "schemes": SCHEMES,
    "targets": TARGETS,
    "rules": {
        "filed": {"up": "0", "down": "0.15", "min_days_between_changes": 30,
                  "max_cut_per_change": "0.05"},
        "floor": True,
        "filed_exact": False,
    },
}
