"""Writes units.csv and project.json of the invented project 云璟湾.

    python3 examples/yunjing-bay/generate.py

Standard library only; the same files come out every time. The order of work: the stock, then a
first rough price, then old list prices and sales, then rough prices again with sold homes kept,
then floor and filed prices around them, with a few of them broken on purpose.
"""

import csv
import io
import json
import sys
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True

from generator.check import check  # noqa: E402
from generator.rough_prices import ACTIVE_DEALS, price_all, round_to, scheme_of  # noqa: E402
from generator.schemes import REQUEST  # noqa: E402
from generator.stock import PARKING, all_units, between  # noqa: E402

HERE = Path(__file__).resolve().parent

# Broken on purpose, so that the price table has something to report. All of them are priced
# anew (on sale or not released), never kept in a deal.
ABOVE_FILED = ("1-1-2001", "1-2-2603", "3-1-1504", "5-2-1201", "7-1-1101", "S1-108")
BELOW_FLOOR = ("3-2-903", "2-2-801", "5-3-1502", "8-1-101", "11-05")
BELOW_FILED = ("2-1-1204", "6-1-502")
PLANTED = {
    **{unit_no: "above_filed" for unit_no in ABOVE_FILED},
    **{unit_no: "below_floor" for unit_no in BELOW_FLOOR},
    **{unit_no: "below_filed" for unit_no in BELOW_FILED},
}

# The list prices in force were set before this round: that much of the new ones, thousandths.
FORMER_LEVEL = {"首开": 982, "加推一": 990}
NO_FILED_PRICE = {"9", "10", PARKING}  # no permit yet, so nothing has been filed

CHINESE_STATE = {
    "not_released": "未放盘", "on_sale": "在售", "reserved": "预留", "controlled": "销控",
    "booked": "预定", "subscribed": "认购", "signed": "签约",
}
COLUMNS = {
    "房号": "unit_no", "楼栋": "building", "单元": "stair", "楼层": "floor", "户位": "line",
    "户型": "layout", "朝向": "orientation", "景观": "view", "装修标准": "fitout",
    "噪音": "noise", "采光": "daylight", "建筑面积": "building_area", "套内面积": "inside_area",
    "赠送面积": "gift_area", "销控状态": "state", "批次": "batch", "底价": "floor_price",
    "备案价": "filed_price", "表价": "list_price", "标准总价": "list_total",
    "录入总价": "entered_total", "custom:电梯厅": "custom_电梯厅",
}


def per_square_metre(total, unit):
    return total / unit["building_area"]


def set_old_list_prices(units):
    """List prices of the opened batches, from the first rough price."""
    first = price_all(REQUEST, units)
    for unit in units:
        if unit["state"] == "not_released":
            continue
        scheme = scheme_of(REQUEST, unit)
        price = first[unit["unit_no"]]
        if scheme.get("area_basis") == "per_unit":
            total = price.total
        elif price.unit_price is None:
            total = round_to(price.total * FORMER_LEVEL[unit["batch"]] / 1000, "100")
        else:
            former = round_to(price.unit_price * FORMER_LEVEL[unit["batch"]] / 1000, "1")
            total = round_to(former * unit["building_area"], "1")
        unit["list_total"] = total
        unit["list_price"] = round_to(per_square_metre(total, unit), "0.01")


def set_floor_and_filed_prices(units):
    """Floors 6–10 % below the rough price, filed prices 1–3 % above, apart from the planted."""
    rough = price_all(REQUEST, units)
    for unit in units:
        number = unit["unit_no"]
        if unit["building"] == PARKING:
            continue
        price = per_square_metre(rough[number].total, unit)
        floor = 1000 - between(60, 100, "floor price", number)
        filed = 1000 + between(10, 30, "filed price", number)
        match PLANTED.get(number):
            case "above_filed":
                filed = 1000 - between(8, 14, "planted", number)
            case "below_floor":
                floor = 1000 + between(10, 22, "planted", number)
                filed = 1000 + between(28, 40, "filed price", number)
            case "below_filed":
                filed = 1000 + between(200, 240, "planted", number)
        unit["floor_price"] = round_to(price * floor / 1000, "10")
        if unit["building"] not in NO_FILED_PRICE:
            unit["filed_price"] = round_to(price * filed / 1000, "1", "up")
    return rough


def make_units():
    units = all_units()
    for unit in units:
        if unit["unit_no"] in PLANTED and unit["state"] != "not_released":
            unit["state"] = "on_sale"
    set_old_list_prices(units)
    return units, set_floor_and_filed_prices(units)


def cell(field, value):
    if value is None:
        return ""
    if isinstance(value, Fraction):
        hundredths = value * 100
        assert hundredths.denominator == 1, (field, value)
        whole, rest = divmod(int(hundredths), 100)
        return f"{whole}.{rest:02}"
    return CHINESE_STATE[value] if field == "state" else str(value)


def units_csv(units):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for unit in units:
        writer.writerow(cell(field, unit[field]) for field in COLUMNS.values())
    return text.getvalue()


def report(units, rough):
    names = {b["code"]: b["product_type"] for b in REQUEST["project"]["buildings"]}
    for code, product_type in names.items():
        own = [u for u in units if u["building"] == code]
        area = sum(u["building_area"] for u in own)
        total = sum(rough[u["unit_no"]].total for u in own)
        deals = sum(u["state"] in ACTIVE_DEALS for u in own)
        average = int(round_to(total / area, "1"))
        print(f"{code:>3} {product_type}: {len(own):4} units, {deals:3} in a deal, "
              f"{int(area):6} m², about {average} yuan/m²")
    print(f"{len(units)} units, {len(PLANTED)} planted findings")


def main():
    units, rough = make_units()
    check(REQUEST, units, PLANTED, rough)
    (HERE / "units.csv").write_text(units_csv(units), encoding="utf-8", newline="\n")
    request = json.dumps(REQUEST, ensure_ascii=False, indent=2) + "\n"
    (HERE / "project.json").write_text(request, encoding="utf-8", newline="\n")
    report(units, rough)


if __name__ == "__main__":
    main()
