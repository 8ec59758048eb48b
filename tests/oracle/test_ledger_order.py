"""The order of entry does not change what is paid on a day (handbook 6.1), looked at in random histories."""
import unittest

from draw import Draw
from generate_ledger import NOW, post_request
from ledger import posted, statement
from ledger_book import Book, Refused
from ledger_doing import Doing

COUNT = 150
DAYS = [f"2025-{month:02d}-{day:02d}" for month in (1, 2, 3) for day in range(1, 29)]
ITEMS = ["house_payment", "house_payment", "down_payment", "late_fee", "commercial_loan"]


def raise_of(r, number, lines):
    raised = []
    for line in range(r.randint(1, 2)):
        one = {"id": f"{number}/{line}", "item": r.choice(ITEMS), "seq": r.randint(0, 1), "amount": r.figure(1, 100, 0)}
        raised.append(one | ({"due": r.choice(DAYS)} if r.chance(0.8) else {}))
        lines.append(one["id"])
    return {"kind": "raise", "deal": "D", "lines": raised} | ({"replaces": True} if r.chance(0.2) else {})


def act_of(r, number, lines):
    kind = r.choice(["raise"] * 2 + ["receive"] * 3 + ["adjust", "redate"] * bool(lines))
    if kind == "raise":
        return raise_of(r, number, lines)
    if kind == "receive":
        receipt = {"deal": "D", "item": r.choice(ITEMS), "amount": r.figure(1, 150, 0), "method": "cash"}
        return {"kind": "receive", "receipt": receipt | {"account": "甲", "reference": f"W{number}"}}
    if kind == "adjust":
        return {"kind": "adjust", "receivable": r.choice(lines), "by": r.figure(-50, 50, 0)}
    return {"kind": "redate", "receivable": r.choice(lines)} | ({"due": r.choice(DAYS)} if r.chance(0.8) else {})


def history_of(r):
    """Commands in the order of their days, no two of one day."""
    lines = []
    days = sorted(r.sample(DAYS, r.randint(3, 12)))
    return [{"key": f"K{number}", "date": day, "act": act_of(r, number, lines)} for number, day in enumerate(days)]


def comes_before(one, other):
    """A line is raised before it is spoken of, and all lines are as they were when a new schedule replaces them."""
    act, later = one["act"], other["act"]
    if later.get("replaces") and act["kind"] in ("raise", "adjust") and one["date"] < other["date"]:
        return True
    return act["kind"] == "raise" and later.get("receivable") in [line["id"] for line in act["lines"]]


def shuffled(r, history):
    left, keyed = list(history), []
    while left:
        possible = [one for one in left if not any(comes_before(other, one) for other in left if other is not one)]
        keyed.append(r.choice(possible))
        left.remove(keyed[-1])
    return keyed


def kept(commands):
    """The postings that come of commands, and the keys of the commands that were refused."""
    opened = {"key": "open", "date": "2024-01-01", "act": {"kind": "open_deal", "deal": "D"}}
    results = posted({"context": {"now": "2026-01-01T10:00:00"}, "commands": [opened, *commands]})["results"]
    postings = [result["posting"] | {"command": command} for command, result in zip([opened, *commands], results)
                if "posting" in result]
    return postings, {result["key"] for result in results if "refusal" in result}


def statements(postings, days):
    """Statements on each day, with lines in one order whichever was raised first."""
    drawn = [statement({"ledger": {"postings": postings}, "deal": "D", "as_of": day}) for day in days]
    return [one | {"receivables": sorted(one["receivables"], key=lambda line: line["id"])} for one in drawn]


def compared(seed):
    """A history keyed day by day and in another order: both lists of statements, or None if something is refused."""
    r = Draw(seed)
    history = history_of(r)
    refused = kept(history)[1]
    history = [one for one in history if one["key"] not in refused]
    keyed = shuffled(r, history)
    (by_day, wrong), (by_chance, wrong_too) = kept(history), kept(keyed)
    if wrong or wrong_too:
        return None
    return statements(by_day, DAYS), statements(by_chance, DAYS)


def posted_book(request):
    book = Book(request.get("policy", {}))
    for command in request["commands"]:
        try:
            book.post(NOW, command, Doing)
        except Refused:
            pass
    return book


class Order(unittest.TestCase):
    def test_any_order_of_entry(self):
        found = [compared(f"order/{number}") for number in range(COUNT)]
        for number, pair in enumerate(found):
            if pair:
                self.assertEqual(*pair, f"history {number}")
        self.assertGreater(sum(pair is not None for pair in found), COUNT * 0.9)

    def test_what_changes_nothing(self):
        """A due date that is said again, on the first day of a deal, lets everything be paid as it is."""
        for number in range(COUNT):
            book = posted_book(post_request(Draw(f"nothing/{number}")))
            lines = [] if book.closed() else book.lines("D1")
            if lines:
                line = min(lines, key=lambda line: line["raised_on"])
                act = {"kind": "redate", "receivable": line["id"]}
                act |= {"due": due} if (due := self.due(book, line)) else {}
                posting, _ = book.post(NOW, {"key": "again", "date": line["raised_on"], "act": act}, Doing)
                self.assertEqual([did["what"] for did in posting["did"]], ["dated"], f"history {number}")

    def due(self, book, line):
        """The due date in force on the day on which a line is raised."""
        said = [did["due"] for posting in book.postings for did in posting["did"]
                if did["what"] == "dated" and did["line"] is line and posting["date"] <= line["raised_on"]]
        return said[-1] if said else line["due"]


if __name__ == "__main__":
    unittest.main()
