"""The examples of handbook 28.3."""
import unittest

from numerals import PricingError
from supervision import check, release

CITY = {"code": "C", "house_money": False, "presale": [
    {"required": {"kind": "share_of_supervised", "share": "1"}},
    {"nodes": ["topped_out"], "required": {"kind": "share_of_supervised", "share": "0.4"}}]}
ACCOUNT = {"code": "A", "kind": "supervised_presale", "opening": "60000000", "bases": [{"supervised_sum": "50000000"}]}


class Handbook(unittest.TestCase):
    def test_nodes_of_a_city(self):
        request = {"rules": [CITY], "accounts": [ACCOUNT], "as_of": "2026-06-30"}
        self.assertEqual(check(request)["accounts"][0]["releasable"], "10000000.00")
        topped = request | {"reached": [{"node": "topped_out", "on": "2026-06-30"}]}
        self.assertEqual(check(topped)["accounts"][0]["releasable"], "40000000.00")

    def test_one_fen_more(self):
        request = {"rules": [CITY], "accounts": [ACCOUNT]}
        wanted = {"account": "A", "on": "2026-06-30", "amount": "10000000"}
        self.assertEqual(release(request | {"release": wanted})["left"], "0.00")
        with self.assertRaises(PricingError):
            release(request | {"release": wanted | {"amount": "10000000.01"}})


if __name__ == "__main__":
    unittest.main()
