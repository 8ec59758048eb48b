"""Worked examples of handbook 9.3 and 23."""
import unittest

import ownership
from numerals import PricingError


def visit(number, agent, at, recorded=None, **more):
    recorded = recorded or at
    return {"id": number, "customer": "C1", "project": "P1", "agent": agent, "kind": "visit",
            "at": f"{at}T10:00:00", "recorded_at": f"{recorded}T10:00:00"} | more


WEEK = {"validity": [{"kind": "visit", "days": 7}], "renewal_days": 10, "reregister_months": 2}


def decide(follow_ups, as_of, policy=None, **records):
    return ownership.decide({"policy": policy or {}, "records": {"follow_ups": follow_ups} | records,
                             "customer": "C1", "project": "P1", "as_of": as_of})


class Ownership(unittest.TestCase):
    def test_the_entry_decides_and_not_the_visit(self):
        early = visit("F2", "A2", "2026-03-01", "2026-03-03")
        found = decide([early, visit("F1", "A1", "2026-03-02")], "2026-03-04")
        self.assertEqual((found["owner"], found["why"], found["conflict"]), ("A1", "first_recorded", True))

    def test_equal_times(self):
        one, two = visit("F1", "A1", "2026-03-01", sequence=2), visit("F2", "A2", "2026-03-01", sequence=1)
        self.assertEqual(decide([one, two], "2026-03-01")["why"], "smaller_sequence")
        self.assertEqual(decide([one, two | {"sequence": 2}], "2026-03-01")["owner"], "A1")

    def test_the_last_day(self):
        both = [visit("F1", "A1", "2026-03-01"), visit("F2", "A2", "2026-03-05")]
        owners = [decide(both, day, WEEK)["owner"] for day in ("2026-03-08", "2026-03-09", "2026-03-13")]
        self.assertEqual(owners, ["A1", "A2", None])

    def test_contacts_lengthen_a_claim_for_two_months(self):
        days = ["2026-03-01", "2026-03-08", "2026-03-18", "2026-03-28", "2026-04-07", "2026-04-17", "2026-04-27"]
        all_of_them = [visit(f"F{n}", "A1", day) for n, day in enumerate(days)]
        self.assertEqual(decide(all_of_them, "2026-05-01", WEEK)["protected_until"], "2026-05-01")
        self.assertEqual(decide(all_of_them, "2026-05-02", WEEK)["why"], "lapsed")

    def test_a_stand_in_claims_nothing_once_the_owner_has_added_the_visit(self):
        both = [visit("F1", "A1", "2026-03-01"), visit("F2", "A2", "2026-03-05")]
        self.assertTrue(decide(both, "2026-03-06")["conflict"])
        added = visit("F3", "A1", "2026-03-05", "2026-03-06", served_by="A2")
        found = decide([*both, added], "2026-03-06")
        self.assertEqual((found["conflict"], found["losers"][0]["reason"]), (False, "served_for_owner"))

    def test_unknown_customers_are_refused(self):
        with self.assertRaises(PricingError):
            decide([visit("F1", "A1", "2026-03-01", customer="C2")], "2026-03-01")


class Due(unittest.TestCase):
    def test_days_without_contact(self):
        def state(as_of):
            request = {"records": {"follow_ups": [visit("F1", "A1", "2026-03-02")]}, "as_of": as_of}
            return ownership.due(request)["contacts"][0]["state"]
        days = ["2026-03-04", "2026-03-05", "2026-03-07", "2026-03-08", "2026-03-15", "2026-03-16"]
        expected = ["in_time", "due", "due", "overdue", "overdue", "reassignable"]
        self.assertEqual([state(day) for day in days], expected)

    def test_the_end_of_the_second_working_day(self):
        def late(met, entered, **days):
            request = {"records": {"follow_ups": [visit("F1", "A1", met, entered)]}, "as_of": "2026-03-31"}
            return [row["days_late"] for row in ownership.due(request | days)["late_entries"]]
        self.assertEqual(late("2026-03-05", "2026-03-06"), [])
        self.assertEqual(late("2026-03-05", "2026-03-09"), [3])
        self.assertEqual(late("2026-03-07", "2026-03-10"), [])
        self.assertEqual(late("2026-03-07", "2026-03-11"), [1])
        calendar = {"holidays": ["2026-03-06"], "workdays": ["2026-03-07"]}
        self.assertEqual(late("2026-03-05", "2026-03-07", working_days=calendar), [])


if __name__ == "__main__":
    unittest.main()
