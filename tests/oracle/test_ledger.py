"""The examples of handbook 6."""
import unittest

from ledger import posted, statement


def command(key, date, **act):
    return {"key": key, "date": date, "act": act}


def receive(key, date, amount, item="house_payment", **more):
    receipt = {"deal": "D", "item": item, "amount": amount, "method": "cash", "account": "甲", "reference": key}
    return command(key, date, kind="receive", receipt=receipt | more)


def results(*commands, **more):
    opened = command("open", "2016-01-01", kind="open_deal", deal="D")
    request = {"context": {"now": "2026-01-01T10:00:00"}, "commands": [opened, *commands]} | more
    return list(zip(request["commands"], posted(request)["results"]))


def ledger(*commands, **more):
    return [result["posting"] | {"command": one} for one, result in results(*commands, **more)]


def refusal(*commands):
    """The code with which the last command is refused."""
    return results(*commands)[-1][1]["refusal"]["code"]


def allocated(posting):
    return [(one["on"][5:], one["posting"], one["receivable"], one["amount"]) for one in posting["changes"]
            if one["kind"] == "allocated"]


def line(id, due, amount, item="house_payment"):
    return {"id": id, "item": item, "amount": amount} | ({"due": due} if due else {})


def raised(key, date, *lines, **more):
    return command(key, date, kind="raise", deal="D", lines=list(lines), **more)


def pays(id, amount):
    return {"allocations": [{"receivable": id, "amount": amount}]}


def at(postings, date, **more):
    return statement({"ledger": {"postings": postings}, "deal": "D", "as_of": date} | more)


class Handbook(unittest.TestCase):
    def test_part_paid(self):
        postings = ledger(command("s", "2025-01-01", kind="raise", deal="D", lines=[line("1", "2025-03-10", "395206")]),
                          receive("a", "2025-03-25", "100000"), receive("b", "2025-04-30", "295206"))
        self.assertEqual(at(postings, "2025-04-29")["overdue"], "295206.00")
        self.assertEqual(at(postings, "2025-04-30")["outstanding"], "0.00")

    def test_paid_after_the_date(self):
        postings = ledger(command("s", "2016-12-30", kind="raise", deal="D", lines=[line("1", "2016-12-30", "100")]),
                          receive("a", "2017-01-01", "100"))
        self.assertEqual([at(postings, day)["outstanding"] for day in ("2016-12-31", "2017-01-01")], ["100.00", "0.00"])

    def test_order(self):
        lines = [line("a", "2025-03-01", "100"), line("c", None, "100"), line("b", "2025-02-01", "100")]
        postings = ledger(command("s", "2025-01-01", kind="raise", deal="D", lines=lines), receive("r", "2025-02-10", "250"))
        paid = {one["id"]: one["received"] for one in at(postings, "2025-12-31")["receivables"]}
        self.assertEqual(paid, {"b": "100.00", "a": "100.00", "c": "50.00"})

    def test_a_reversal_restores(self):
        raised = command("s", "2025-01-01", kind="raise", deal="D", lines=[line("1", "2025-02-01", "100")])
        postings = ledger(raised, receive("r", "2025-02-10", "150"),
                          command("v", "2025-03-01", kind="reverse", posting="r"))
        after = at(postings, "2025-12-31")
        self.assertEqual((after["outstanding"], after["prepaid"]), ("100.00", "0.00"))
        self.assertEqual(at(postings, "2025-12-31", horizon=3)["prepaid"], "50.00")


class Days(unittest.TestCase):
    """What money pays follows the order of days."""

    def test_earlier_money_takes_the_place_of_later(self):
        postings = ledger(raised("s", "2025-01-01", line("a", "2025-03-01", "100"), line("b", "2025-04-01", "100")),
                          receive("later", "2025-02-10", "120"), receive("earlier", "2025-02-05", "70"))
        self.assertEqual(allocated(postings[3]), [
            ("02-05", "earlier", "a", "70.00"), ("02-10", "later", "a", "-70.00"), ("02-10", "later", "b", "70.00")])

    def test_a_line_of_an_earlier_day(self):
        postings = ledger(raised("s", "2025-01-01", line("a", "2025-03-01", "100")), receive("r", "2025-02-10", "100"),
                          raised("t", "2025-01-02", line("b", "2025-02-01", "60")))
        self.assertEqual(allocated(postings[3]), [("02-10", "r", "a", "-60.00"), ("02-10", "r", "b", "60.00")])

    def test_an_adjustment_of_an_earlier_day(self):
        postings = ledger(raised("s", "2025-01-01", line("a", "2025-03-01", "100"), line("b", "2025-04-01", "100")),
                          receive("r", "2025-02-10", "100"),
                          command("j", "2025-02-01", kind="adjust", receivable="a", by="-30"))
        self.assertEqual(allocated(postings[3]), [("02-10", "r", "a", "-30.00"), ("02-10", "r", "b", "30.00")])

    def test_a_due_date_of_an_earlier_day(self):
        lines = line("a", "2025-03-01", "100"), line("b", "2025-04-01", "100")
        postings = ledger(raised("s", "2025-01-01", *lines), receive("r", "2025-02-10", "100"),
                          command("d", "2025-02-01", kind="redate", receivable="b", due="2025-02-20"))
        self.assertEqual(allocated(postings[3]), [("02-10", "r", "a", "-100.00"), ("02-10", "r", "b", "100.00")])

    def test_the_due_date_of_the_latest_day_holds(self):
        redates = [command(key, day, kind="redate", receivable="a", due=due) for key, day, due in (
            ("d", "2025-02-10", "2025-05-01"), ("e", "2025-02-05", "2025-04-01"))]
        postings = ledger(raised("s", "2025-01-01", line("a", "2025-03-01", "100")), *redates)
        due = {day: at(postings, day)["receivables"][0]["due"] for day in ("2025-02-01", "2025-02-05", "2025-02-10")}
        self.assertEqual(list(due.values()), ["2025-03-01", "2025-04-01", "2025-05-01"])

    def test_a_waiver_is_held_to_its_day(self):
        commands = [raised("s", "2025-01-01", line("a", "2025-03-01", "100")), receive("r", "2025-02-10", "100")]
        waive = {"kind": "waive", "receivable": "a", "approval": {"id": "A", "amount": "500"}}
        postings = ledger(*commands, command("w", "2025-02-01", amount="40", **waive))
        self.assertEqual(allocated(postings[3]), [("02-10", "r", "a", "-40.00")])
        self.assertEqual(refusal(*commands, command("w", "2025-02-10", amount="40", **waive)), "ledger.waived_too_much")

    def test_a_new_schedule_drops_what_was_there_on_its_day(self):
        replaces = raised("t", "2025-02-01", line("b", None, "80"), replaces=True)
        postings = ledger(raised("s", "2025-01-01", line("a", None, "100")), receive("r", "2025-01-10", "100"),
                          replaces)
        self.assertEqual(allocated(postings[3]), [("02-01", "r", "a", "-100.00"), ("02-01", "r", "b", "80.00")])
        self.assertEqual([one["kind"] for one in postings[3]["changes"]], ["adjusted", "raised"] + ["allocated"] * 2)

    def test_nothing_is_below_zero_later(self):
        refund = {"deal": "D", "item": "house_payment", "amount": "30", "method": "cash", "account": "甲"}
        refund |= {"approval": {"id": "A", "amount": "500"}}
        commands = [raised("s", "2025-01-01", line("a", None, "100")), receive("r", "2025-02-10", "130"),
                    command("f", "2025-02-20", kind="refund", refund=refund)]
        for day, code in (("2025-02-15", "ledger.used_later"), ("2025-02-25", "ledger.money_used")):
            self.assertEqual(refusal(*commands, command("v", day, kind="reverse", posting="r")), code)
        # A line of an earlier day would need what was refunded.
        late = raised("t", "2025-01-02", line("b", None, "30"))
        self.assertEqual(allocated(ledger(*commands, late)[4]), [
            ("02-10", "r", "b", "30.00"), ("02-20", "r", "b", "-30.00")])


class Words(unittest.TestCase):
    """What a person says that money pays."""

    LINES = line("a", "2025-03-01", "100"), line("b", "2025-04-01", "100")

    def test_a_word_keeps_its_place(self):
        postings = ledger(raised("s", "2025-01-01", *self.LINES), receive("r", "2025-02-10", "80", **pays("b", "80")),
                          receive("q", "2025-02-05", "150"))
        self.assertEqual(allocated(postings[3]), [
            ("02-05", "q", "a", "100.00"), ("02-05", "q", "b", "50.00"), ("02-10", "q", "b", "-30.00")])

    def test_a_word_waits_for_its_line(self):
        postings = ledger(raised("s", "2025-02-20", line("b", None, "100")),
                          raised("t", "2025-02-15", line("a", None, "100")),
                          receive("r", "2025-02-10", "80", **pays("b", "60")))
        self.assertEqual(allocated(postings[3]), [("02-15", "r", "a", "20.00"), ("02-20", "r", "b", "60.00")])

    def test_a_word_is_not_undone(self):
        commands = [raised("s", "2025-01-01", line("a", "2025-03-01", "100")),
                    receive("r", "2025-02-10", "80", **pays("a", "80"))]
        adjust = command("j", "2025-02-01", kind="adjust", receivable="a", by="-30")
        self.assertEqual(refusal(*commands, adjust), "ledger.paid_later")
        named = receive("q", "2025-02-05", "50", **pays("a", "50"))
        self.assertEqual(refusal(*commands, named), "ledger.used_later")

    def test_what_waits_is_kept_back(self):
        postings = ledger(raised("s", "2025-02-20", line("b", None, "100")),
                          receive("r", "2025-02-10", "80", keep_rest=True, **pays("b", "60")),
                          raised("t", "2025-02-15", line("a", None, "100")))
        self.assertEqual(allocated(postings[3]), [("02-15", "r", "a", "20.00")])

    def test_an_allocation_goes_on_with_lines_that_it_knew(self):
        by_hand = {"allocation": {"manual_prepayments": True}}
        postings = ledger(raised("s", "2025-01-01", line("a", None, "30")),
                          receive("r", "2025-02-01", "100", keep_rest=True),
                          raised("t", "2025-02-20", line("b", None, "50")),
                          command("p", "2025-02-02", kind="allocate", receipt="r"),
                          raised("u", "2025-02-15", line("c", None, "50")), policy=by_hand)
        self.assertEqual(allocated(postings[4]), [("02-02", "r", "a", "30.00"), ("02-20", "r", "b", "50.00")])
        self.assertEqual(allocated(postings[5]), [])

    def test_more_than_there_is(self):
        schedule = raised("s", "2025-01-01", *self.LINES)
        for amount, named, code in (("80", "90", "ledger.short"), ("180", "110", "ledger.over_allocated")):
            self.assertEqual(refusal(schedule, receive("r", "2025-02-10", amount, **pays("a", named))), code)


if __name__ == "__main__":
    unittest.main()
