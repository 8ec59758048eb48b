"""What is taken back, and words that stand beside it (handbook 6.1, 6.3)."""
import unittest

from test_ledger import allocated, at, command, ledger, line, pays, raised, receive, refusal

MANUAL = {"allocation": {"manual_prepayments": True}}


def allocate(key, date, **more):
    return command(key, date, kind="allocate", receipt="r", **more)


def adjust(key, date, id, by):
    return command(key, date, kind="adjust", receivable=id, by=by)


def reverse(key, date, posting):
    return command(key, date, kind="reverse", posting=posting)


class Allocations(unittest.TestCase):
    """An allocation and its reversal."""

    def test_what_is_used_later_is_not_free(self):
        commands = [receive("r", "2025-02-10", "100", keep_rest=True),
                    raised("s", "2025-03-01", line("a", None, "100"))]
        self.assertEqual(refusal(*commands, allocate("p", "2025-02-15")), "ledger.nothing_free")

    def test_what_a_person_says_is_held_to_what_was_free_on_its_day(self):
        postings = ledger(raised("s", "2025-02-01", line("a", None, "100")),
                          receive("r", "2025-02-10", "100", keep_rest=True),
                          raised("t", "2025-03-01", line("b", None, "100")), allocate("p", "2025-02-15", **pays("a", "60")))
        self.assertEqual(allocated(postings[4]), [("02-15", "r", "a", "60.00"), ("03-01", "r", "b", "-60.00")])

    def test_kept_money_pays_what_is_raised_after_it_only(self):
        postings = ledger(raised("s", "2025-02-01", line("a", None, "100")),
                          receive("r", "2025-02-10", "60", keep_rest=True),
                          raised("t", "2025-03-01", line("b", None, "10")), raised("u", "2025-01-01", line("c", None, "20")))
        self.assertEqual(allocated(postings[3]), [("03-01", "r", "b", "10.00")])
        self.assertEqual(allocated(postings[4]), [("02-10", "r", "c", "20.00")])

    def test_what_comes_free_later_is_not_free_yet(self):
        commands = [raised("s", "2025-01-01", line("a", None, "100")), receive("r", "2025-02-10", "100"),
                    adjust("j", "2025-03-01", "a", "-40")]
        self.assertEqual(refusal(*commands, allocate("p", "2025-02-15")), "ledger.nothing_free")

    def test_what_an_allocation_paid_stays_free(self):
        postings = ledger(raised("s", "2025-01-01", line("a", None, "30"), line("b", None, "50")),
                          receive("r", "2025-02-01", "100", keep_rest=True),
                          allocate("p", "2025-02-02", **pays("b", "20")), allocate("q", "2025-02-03"),
                          reverse("v", "2025-02-04", "q"))
        self.assertEqual(allocated(postings[5]), [("02-04", "r", "a", "-30.00"), ("02-04", "r", "b", "-30.00")])

    def test_it_goes_on_no_longer(self):
        postings = ledger(raised("s", "2025-01-01", line("a", None, "30")),
                          receive("r", "2025-02-01", "100", keep_rest=True),
                          raised("t", "2025-02-20", line("b", None, "50")), allocate("p", "2025-02-02"),
                          reverse("v", "2025-02-03", "p"), policy=MANUAL)
        self.assertEqual(allocated(postings[5]), [("02-03", "r", "a", "-30.00"), ("02-20", "r", "b", "-50.00")])

    def test_its_words_wait_no_longer(self):
        commands = [raised("s", "2025-02-20", line("b", None, "100")),
                    receive("r", "2025-02-10", "80", keep_rest=True), allocate("p", "2025-02-12", **pays("b", "60"))]
        taken_back = reverse("v", "2025-02-14", "p")
        later = raised("t", "2025-02-15", line("a", None, "100"))
        postings = ledger(*commands, taken_back, later)
        self.assertEqual(allocated(postings[4]), [("02-20", "r", "b", "-60.00")])
        self.assertEqual(allocated(postings[5]), [("02-15", "r", "a", "80.00")])
        # The same when the day on which it is taken back is gone through again.
        postings = ledger(*commands, taken_back, raised("t", "2025-02-13", line("a", None, "100")))
        self.assertEqual(allocated(postings[5]), [("02-13", "r", "a", "20.00"), ("02-20", "r", "a", "60.00")])


class Words(unittest.TestCase):
    def test_what_is_freed_is_said_no_longer(self):
        postings = ledger(raised("s", "2025-01-01", line("a", None, "100")),
                          receive("r", "2025-02-10", "80", **pays("a", "80")),
                          adjust("j", "2025-02-12", "a", "-50"), adjust("k", "2025-02-14", "a", "40"),
                          receive("w", "2025-02-20", "10", **pays("a", "10")), adjust("l", "2025-02-11", "a", "-20"))
        self.assertEqual(allocated(postings[4]), [("02-14", "r", "a", "30.00")])
        self.assertEqual(allocated(postings[6]), [
            ("02-12", "r", "a", "-20.00"), ("02-14", "r", "a", "10.00"), ("02-20", "r", "a", "-10.00")])

    def test_a_word_may_be_kept_earlier(self):
        commands = [raised("s", "2025-01-01", line("a", None, "100"), line("b", None, "100")),
                    receive("r", "2025-02-10", "100", keep_rest=True), allocate("p", "2025-02-20", **pays("a", "50"))]
        postings = ledger(*commands, allocate("q", "2025-02-15", **pays("a", "50")))
        self.assertEqual(allocated(postings[4]), [("02-15", "r", "a", "50.00")])
        commands[1] = receive("r", "2025-02-10", "60", keep_rest=True)
        two = [{"receivable": "a", "amount": "40"}, {"receivable": "b", "amount": "5"}]
        postings = ledger(*commands, allocate("q", "2025-02-15", allocations=two))
        self.assertEqual(allocated(postings[4]), [
            ("02-15", "r", "a", "40.00"), ("02-15", "r", "b", "5.00"), ("02-20", "r", "a", "-35.00")])
        self.assertEqual(refusal(*commands, allocate("q", "2025-02-15", **pays("b", "20"))), "ledger.used_later")

    def test_what_is_taken_back_binds_nobody(self):
        commands = [raised("s", "2025-01-01", line("a", None, "100")),
                    receive("r", "2025-02-10", "100", keep_rest=True), allocate("p", "2025-02-20", **pays("a", "50"))]
        lower = adjust("j", "2025-02-15", "a", "-70")
        self.assertEqual(refusal(*commands, lower), "ledger.paid_later")
        postings = ledger(*commands, reverse("v", "2025-02-21", "p"), lower)
        self.assertEqual(allocated(postings[5]), [("02-20", "r", "a", "-20.00"), ("02-21", "r", "a", "20.00")])

    def test_what_is_taken_back_gives_way(self):
        postings = ledger(raised("s", "2025-01-01", line("a", None, "100")),
                          receive("r", "2025-02-10", "100", keep_rest=True),
                          allocate("p", "2025-02-12", **pays("a", "50")), reverse("v", "2025-02-14", "p"),
                          receive("w", "2025-02-20", "50", **pays("a", "50")), allocate("q", "2025-02-16"),
                          adjust("j", "2025-02-17", "a", "-50"))
        self.assertEqual(allocated(postings[6]), [("02-16", "r", "a", "100.00"), ("02-20", "r", "a", "-50.00")])
        self.assertEqual(allocated(postings[7]), [("02-17", "r", "a", "-50.00")])


class Reversals(unittest.TestCase):
    """What was paid on the day of what is taken back comes back, whichever posting recorded it."""

    SCHEDULE = raised("s", "2025-01-01", line("a", None, "100"))
    NEW = raised("t", "2025-02-01", line("b", None, "80"), replaces=True)
    PAID = receive("r", "2025-01-10", "100")

    def test_a_new_schedule(self):
        for commands in ([self.SCHEDULE, self.PAID, self.NEW], [self.SCHEDULE, self.NEW, self.PAID]):
            postings = ledger(*commands, reverse("v", "2025-03-01", "t"))
            self.assertEqual(allocated(postings[4]), [("03-01", "r", "a", "100.00"), ("03-01", "r", "b", "-80.00")])

    def test_an_adjustment_whose_money_went_elsewhere(self):
        lines = line("a", "2025-03-01", "100"), line("b", "2025-04-01", "100")
        commands = [raised("s", "2025-01-01", *lines), self.PAID, adjust("j", "2025-02-15", "a", "-30")]
        postings = ledger(*commands, reverse("v", "2025-03-01", "j"))
        self.assertEqual(allocated(postings[4]), [("03-01", "r", "a", "30.00"), ("03-01", "r", "b", "-30.00")])
        # On the day itself, and when it is gone through again.
        postings = ledger(*commands, reverse("v", "2025-02-15", "j"))
        self.assertEqual(allocated(postings[4]), [("02-15", "r", "a", "30.00"), ("02-15", "r", "b", "-30.00")])
        commands.insert(1, reverse("v", "2025-03-01", "j"))
        commands.insert(1, commands.pop())
        self.assertEqual(allocated(ledger(*commands)[4]), [("01-10", "r", "a", "100.00"), (
            "02-15", "r", "a", "-30.00"), ("02-15", "r", "b", "30.00"), (
            "03-01", "r", "a", "30.00"), ("03-01", "r", "b", "-30.00")])

    def test_a_waiver(self):
        waive = {"kind": "waive", "receivable": "a", "amount": "40", "approval": {"id": "A", "amount": "40"}}
        postings = ledger(self.SCHEDULE, self.PAID, command("w", "2025-01-05", **waive),
                          reverse("v", "2025-03-01", "w"))
        self.assertEqual(allocated(postings[3]), [("01-10", "r", "a", "-40.00")])
        self.assertEqual(allocated(postings[4]), [("03-01", "r", "a", "40.00")])


class Ends(unittest.TestCase):
    def test_something_is_charged_later(self):
        commands = [Reversals.SCHEDULE, adjust("j", "2025-03-01", "a", "50")]
        end = {"kind": "end_deal", "deal": "D"}
        self.assertEqual(refusal(*commands, command("e", "2025-02-15", **end)), "ledger.used_later")
        postings = ledger(*commands, command("e", "2025-03-01", **end))
        self.assertEqual(at(postings, "2025-12-31")["outstanding"], "0.00")


if __name__ == "__main__":
    unittest.main()
