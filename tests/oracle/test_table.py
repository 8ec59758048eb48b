"""The worked examples of the handbook, to the cent: python3 -m unittest."""
import unittest

from numerals import number
from table import answer
from rounding import Rounding
from selection import matches


def table(dimension, method, rows, **more):
    values = {"kind": "table", "rows": [{"key": k, "value": v} for k, v in rows.items()]}
    return {"dimension": dimension, "method": method, "values": values} | more


def unit(no, floor, line, area, building="1", **more):
    return {"unit_no": no, "building": building, "floor": floor, "line": line, "building_area": area} | more


def price(units, scheme, **more):
    return answer({"project": {"name": "P", "units": units}, "schemes": [{"code": "S"} | scheme]} | more)


def target(average, **more):
    return {"targets": [{"goal": {"kind": "average", "average": average}} | more]}


class FloorPrices(unittest.TestCase):
    def test_by_unit_price_and_by_total(self):
        shop = unit("S1", 1, "03", "87.30", entered_total="3000000", building="S")
        own = unit("102", 1, "02", "89.50", floor_price="9500")
        schemes = [
            {"code": "S", "scope": {"any": [{"building": ["S"]}]}, "area_basis": "per_unit"},
            {"code": "H", "base_price": "10590"},
        ]
        request = {"project": {"name": "P", "units": [unit("101", 1, "01", "120.30"), own, shop]},
                   "schemes": schemes, "floor_price": {"rate": "0.92"}}
        found = [(r.get("floor_price"), r.get("floor_total")) for r in answer(request)["rows"]]
        by_hand = [("9743.00", "1172082.90"), (None, None), ("31615.12", "2760000.00")]
        self.assertEqual(found, by_hand)


AREAS = {"01": "89.50", "02": "120.30", "03": "75.20"}
SMALL = [unit(f"{f}{line}", f, line, AREAS[line]) for f in (1, 2, 3) for line in ("01", "02")]
MULTIPLIED = {
    "base_price": "10000",
    "factors": [
        table("building", "coefficient", {"1": "1.02"}),
        table("floor", "coefficient", {"1": "0.96", "2": "1.00", "3": "1.03"}),
        table("line", "coefficient", {"01": "1.00", "02": "1.05"}, name="orientation"),
        table("line", "coefficient", {"01": "1.00", "02": "1.03"}, name="view"),
    ],
}
ADDED = {
    "base_price": "10000",
    "combine": "additive",
    "factors": [
        table("building", "percent", {"1": "2"}),
        table("floor", "percent", {"1": "-4", "2": "0", "3": "3"}),
        table("line", "percent", {"01": "0", "02": "5"}, name="orientation"),
        table("line", "coefficient", {"01": "1", "02": "1.03"}, name="view"),
    ],
}
TOWER = [unit(f"{f}-{line}", f, line, AREAS[line]) for f in range(1, 19) for line in AREAS]
HIGH_FIRST = {"any": [{"line": ["01"], "floor": [{"from": 10}]}]}
JUMPS = [{"onto": 11, "step": "120"}, {"onto": 18, "step": "-200"}]
STEPPED = {
    "base_price": "10000",
    "factors": [
        {"dimension": "floor", "method": "difference",
         "values": {"kind": "floors", "rule": {"reference": 6, "step": "50", "jumps": JUMPS}}},
        table("line", "difference", {"01": "0", "02": "300", "03": "-150"}),
        table("line", "difference", {"01": "400"}, scope=HIGH_FIRST, name="view"),
    ],
}


class Handbook(unittest.TestCase):
    def overall(self, result, total, average):
        last = result["summaries"][-1]
        self.assertEqual((last["total"], last["average"]), (total, average))

    def test_0_3_rounding(self):
        for x, place, *expected in [
            ("1425747.00", "10", "1425750", "1425750", "1425740"),
            ("1425747.00", "100", "1425700", "1425800", "1425700"),
            ("1425747.00", "1000", "1426000", "1426000", "1425000"),
            ("1455205.50", "1", "1455206", "1455206", "1455205"),
            ("873.20", "1000", "873.20", "873.20", "873.20"),
        ]:
            for mode, result in zip(("half_up", "up", "down"), expected):
                rounding = Rounding({"mode": mode, "place": place})
                self.assertEqual(rounding(number(x)), number(result))
                self.assertEqual(rounding(-number(x)), -number(result))

    def test_2a_multiplicative(self):
        result = price(SMALL, MULTIPLIED)
        fields = ("unit_no", "total_coefficient", "raw_price", "unit_price", "total")
        self.assertEqual([tuple(r[f] for f in fields) for r in result["rows"]], [
            ("101", "0.9792", "9792", "9792.00", "876384.00"),
            ("102", "1.0590048", "10590.048", "10590.00", "1273977.00"),
            ("201", "1.02", "10200", "10200.00", "912900.00"),
            ("202", "1.10313", "11031.3", "11031.00", "1327029.00"),
            ("301", "1.0506", "10506", "10506.00", "940287.00"),
            ("302", "1.1362239", "11362.239", "11362.00", "1366849.00"),
        ])
        self.overall(result, "6697426.00", "10640.97")

    def test_2a_target(self):
        result = price(SMALL, MULTIPLIED, **target("10800"))
        met = result["targets"][0]
        self.assertEqual(met["bases"][0]["base_price"], "10149.344585")
        self.assertEqual((met["target_total"], met["total"]), ("6797520.00", "6797457.00"))
        self.assertEqual((met["deviation"], met["average"]), ("-63.00", "10799.899905"))

    def test_2b_additive(self):
        result = price(SMALL, ADDED)
        self.assertEqual([r["unit_price"] for r in result["rows"]],
                         ["9800.00", "10600.00", "10200.00", "11000.00", "10500.00", "11300.00"])
        self.overall(result, "6687620.00", "10625.39")
        met = price(SMALL, ADDED, **target("10800"))["targets"][0]
        self.assertEqual(met["bases"][0]["base_price"], "10164.3335")

    def test_2c_differences(self):
        result = price(TOWER, STEPPED)
        found = {r["unit_no"]: (r["unit_price"], r["total"]) for r in result["rows"]}
        for no, unit_price, total in [
            ("1-03", "9600.00", "721920.00"), ("6-01", "10000.00", "895000.00"),
            ("10-01", "10600.00", "948700.00"), ("11-02", "10620.00", "1277586.00"),
            ("18-01", "10820.00", "968390.00"),
        ]:
            self.assertEqual(found[no], (unit_price, total))
        self.overall(result, "53054880.00", "10342.08")

    def test_2c_target(self):
        met = price(TOWER, STEPPED, **target("10500"))["targets"][0]
        self.assertEqual(met["bases"][0]["base_price"], "10157.918129")
        yuan = target("10500", base_rounding={"place": "1"})
        met = price(TOWER, STEPPED, **yuan)["targets"][0]
        self.assertEqual(met["bases"][0]["numerator"], "10158")
        self.assertEqual((met["total"], met["average"]), ("53865420.00", "10500.081871"))

    def test_2d_agency_formula(self):
        scheme = {
            "base_price": "8000",
            "factors": [table("line", "percent", {"01": "2"}), table("floor", "difference", {"9": "150"})],
            "spots": [{"select": {}, "amount": "-80"}],
            "gift": {"kind": "price", "price": "4000"},
        }
        result = price([unit("901", 9, "01", "100", gift_area="6")], scheme)
        self.assertEqual((result["rows"][0]["unit_price"], result["rows"][0]["total"]),
                         ("8470.00", "847000.00"))

    def test_2_7_net_to_list(self):
        modes = [{"share": "0.3", "rate": "0.97"}, {"share": "0.7", "rate": "0.98"}]
        scheme = {"composite_discount": {"modes": modes}}
        result = price(SMALL, scheme, **target("10000", level="net"))
        self.assertEqual(result["targets"][0]["target_average"], "10235.414534")
        self.assertEqual(result["targets"][0]["bases"][0]["base_price"], "10000.00")

    def test_2e_two_levels(self):
        areas = {"1": "8000", "2": "12000", "3": "10000"}
        units = [unit(b, 1, "01", size, building=b) for b, size in areas.items()]
        shares = [{"building": b, "coefficient": c} for b, c in zip(areas, ("0.95", "1.00", "1.08"))]
        for normalise, average, buildings in [
            (True, "9000.00", ["8437.50", "8881.578947", "9592.105263"]),
            (False, "9120.00", ["8550.00", "9000.00", "9720.00"]),
        ]:
            split = {"buildings": shares, "normalise": normalise}
            met = price(units, {}, **target("9000", split=split))["targets"][0]
            self.assertEqual(met["target_average"], average)
            self.assertEqual([b["target_average"] for b in met["bases"]], buildings)

    def test_levelling_comes_closer(self):
        kinds = [{"kind": "none"}, {"kind": "nudge_base", "place": "0.01", "reach": 5},
                 {"kind": "spread_residual"}]
        misses = []
        for levelling in kinds:
            met = price(SMALL, MULTIPLIED, **target("10800", levelling=levelling))["targets"][0]
            misses.append(abs(number(met["deviation"])))
        self.assertEqual(misses[0], 63)
        self.assertLessEqual(misses[1], misses[0])
        self.assertLess(misses[2], 45)
        total_first = MULTIPLIED | {"price_basis": "total_first"}
        met = price(SMALL, total_first, **target("10800", levelling=kinds[2]))["targets"][0]
        self.assertEqual(met["deviation"], "0.00")

    def test_levelling_keeps_limits(self):
        scheme = {"unit_rounding": {"mode": "down", "place": "10"}}
        units = [unit("1", 1, "01", "100", filed_price="10000"), unit("2", 2, "01", "100")]
        result = price(units, scheme, **target("10008", levelling={"kind": "spread_residual"}))
        self.assertEqual([r["levelled_steps"] for r in result["rows"]], [0, 2])

    def test_nudging_prefers_the_base_then_small_steps_and_keeps_limits(self):
        def nudged(average, **more):
            levelling = {"kind": "nudge_base", "place": "1", "reach": 2}
            found = price([unit("1", 1, "01", "1", **more)], {}, **target(average, levelling=levelling))
            return found["targets"][0]["bases"][0]["base_price"]

        self.assertEqual(nudged("1000.5"), "1000.50")  # 1001 is as far as 1000
        down = {"unit_rounding": {"mode": "down", "place": "1"}}
        levelling = {"kind": "nudge_base", "place": "1", "reach": 2}
        for more, base in [({}, "1001.00"), ({"filed_price": "1000"}, "1000.70")]:
            home = unit("1", 1, "01", "1", **more)
            met = price([home], down, **target("1000.7", levelling=levelling))["targets"][0]
            self.assertEqual(met["bases"][0]["base_price"], base)

    def test_top_of_line_and_missing_floors(self):
        top = {"step": "-30", "of": "line"}
        rule = {"reference": 2, "step": "10", "top": top, "jumps": [{"onto": 5, "step": "7", "mode": "add"}]}
        units = [unit(f"{f}-{n}", f, n, "100") for f, n in [(2, "01"), (3, "01"), (5, "01"), (3, "02")]]
        for axis, expected in [("ordinal", [0, 10, -13, -30]), ("number", [0, 10, -3, -30])]:
            factor = {"dimension": "floor", "method": "difference",
                      "values": {"kind": "floors", "rule": rule | {"axis": axis}}}
            result = price(units, {"base_price": "1000", "factors": [factor]})
            self.assertEqual([number(r["unit_price"]) - 1000 for r in result["rows"]], expected)

    def test_errors(self):
        for scheme, more, code in [
            ({"base_price": "100", "spots": [{"select": {}, "amount": "-100"}]}, {}, "pricing.not_positive"),
            ({"factors": [table("building", "percent", {"1": "-100"})]}, target("9"), "pricing.target"),
            ({"base_price": "9000000000000", "factors": [table("building", "percent", {"1": "5"})]}, {},
             "number.overflow"),
        ]:
            self.assertEqual(price(SMALL, scheme, **more), {"error": {"code": code}})

    def test_selection(self):
        home = SMALL[0] | {"state": "on_sale"}
        self.assertTrue(matches({"any": [{"floor": [{"from": 1, "to": 1}], "state": ["on_sale"]}]}, home))
        self.assertTrue(matches({"any": [{"attributes": [{"attribute": "noise", "values": []}]}]}, home))
        self.assertTrue(matches({"any": [{"attributes": [{"attribute": "stack", "values": ["1//01"]}]}]}, home))
        self.assertFalse(matches({"any": [{"building_area": {"to": "89.50"}}]}, home))
        self.assertFalse(matches({"except": [{"stair": []}]}, home))


if __name__ == "__main__":
    unittest.main()
