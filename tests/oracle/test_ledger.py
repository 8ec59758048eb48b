"""The examples of handbook 6."""
import unittest

from ledger import posted, statement


def command(key, date, **act):
    return {"key": key, "date": date, "act": act}


def receive(key, date, amount, item="house_payment"):
    receipt = {"deal": "D", "item": item, "amount": amount, "method": "cash", "account": "甲", "reference": key}
    return command(key, date, kind="receive", receipt=receipt)


def ledger(*commands):
    opened = command("open", "2016-01-01", kind="open_deal", deal="D")
    request = {"context": {"now": "2026-01-01T10:00:00"}, "commands": [opened, *commands]}
    postings = []
    for one, result in zip(request["commands"], posted(request)["results"]):
        postings.append(result["posting"] | {"command": one})
    return postings


def line(id, due, amount, item="house_payment"):
    return {"id": id, "item": item, "amount": amount} | ({"due": due} if due else {})


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


if __name__ == "__main__":
    unittest.main()
