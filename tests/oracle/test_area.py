"""The table and the examples of handbook 5.12."""
import unittest

from area import settled


def of(area, policy=None, **more):
    contract = {"deal": "D", "unit_no": "1", "building_area": "100", "unit_price": "12000", "deal_total": "1200000"}
    answer = settled({"contract": contract, "survey": {"unit_no": "1", "building_area": area}, "policy": policy or {}} | more)
    return answer["amount"], answer["may_quit"]


class Handbook(unittest.TestCase):
    def test_table(self):
        for area, amount, may_quit in (
            ("100.00", "0.00", False), ("102.50", "30000.00", False), ("103.00", "36000.00", False),
            ("103.01", "36000.00", True), ("105.00", "36000.00", True), ("98.00", "-24000.00", False),
            ("97.00", "-36000.00", False), ("96.99", "-36240.00", True), ("94.00", "-108000.00", True),
        ):
            self.assertEqual(of(area), (amount, may_quit), area)

    def test_bands_of_the_law_are_the_law(self):
        bands = [{"to": "-0.03", "factor": "2", "may_quit": True},
                 {"from": "-0.03", "from_included": True, "to": "0", "factor": "1", "interest": True},
                 {"from": "0", "to": "0.03", "to_included": True, "factor": "1"},
                 {"from": "0.03", "factor": "0", "may_quit": True}]
        for area in ("90", "96.99", "97", "99.5", "100", "102.5", "103", "103.01", "110"):
            self.assertEqual(of(area, {"rule": {"kind": "bands", "bands": bands}}), of(area), area)

    def test_ways(self):
        bands = [{"to": "-0.006", "factor": "1.5"},
                 {"from": "-0.006", "from_included": True, "to": "0.006", "to_included": True, "factor": "0"},
                 {"from": "0.006", "to": "0.05", "to_included": True, "factor": "1"},
                 {"from": "0.05", "factor": "0.5", "may_quit": True}]
        for way, area, amount in (("segmented", "106", "58800.00"), ("whole_at_band", "106", "36000.00"),
                                  ("whole_at_band", "105", "60000.00"), ("segmented", "98", "-25200.00"),
                                  ("whole_at_band", "98", "-36000.00"), ("segmented", "100.6", "0.00")):
            self.assertEqual(of(area, {"rule": {"kind": "bands", "way": way, "bands": bands}})[0], amount, (way, area))


if __name__ == "__main__":
    unittest.main()
