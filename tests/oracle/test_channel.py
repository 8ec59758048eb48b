"""The examples of handbook 37."""
import unittest

from channel import protect


def registration(number, channel, phone, at, **more):
    return {"id": number, "project": "p1", "channel": channel, "phone": phone, "registered_at": at, "recorded_at": at} | more


def outcome(at, *registrations, **policy):
    request = {"registrations": list(registrations), "project": "p1", "phone": "13800011234", "at": at, "policy": policy}
    answer = protect(request)
    return answer["outcome"], [holder["channel"] for holder in answer["holders"]]


class Handbook(unittest.TestCase):
    def test_last_day(self):
        both = (registration("R-2", "b", "13800011234", "2026-03-01T11:00:00"),
                registration("R-1", "a", "13800011234", "2026-03-01T10:00:00"))
        self.assertEqual(outcome("2026-03-16T23:59:59", *both), ("protected", ["a"]))
        self.assertEqual(outcome("2026-03-17T00:00:00", *both), ("nobody", []))

    def test_lead_time(self):
        for at, expected in (("2026-03-01T10:00:01", "nobody"), ("2026-03-01T10:00:00", "protected")):
            one = registration("R-1", "a", "13800011234", at, visit_at="2026-03-01T10:30:00")
            self.assertEqual(outcome("2026-03-02T09:00:00", one)[0], expected)

    def test_hidden_numbers(self):
        hidden = registration("R-1", "a", "138****1234", "2026-03-01T10:00:00")
        whole = registration("R-2", "b", "13800011234", "2026-03-01T11:00:00")
        late = registration("R-3", "c", "138****1234", "2026-03-01T12:00:00")
        at = "2026-03-02T09:00:00"
        self.assertEqual(outcome(at, hidden), ("protected", ["a"]))
        self.assertEqual(outcome(at, hidden, whole), ("ambiguous", []))
        self.assertEqual(outcome(at, late, whole), ("protected", ["b"]))
        self.assertEqual(outcome(at, hidden, masked="asks"), ("ambiguous", []))

    def test_shares(self):
        three = [registration(f"R-{c}", c, "13800011234", "2026-03-01T10:00:00") for c in "abc"]
        self.assertEqual(outcome("2026-03-02T09:00:00", *three, overlap="split"), ("shared", ["a", "b", "c"]))


if __name__ == "__main__":
    unittest.main()
