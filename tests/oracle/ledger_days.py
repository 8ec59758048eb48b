"""Days in the second ledger (handbook 6): what there was of something on a day, as sums of what was posted.

Every thing that a posting did has rows: the day, what changes, of what, by how much.
"""
from ledger_book import Refused, is_house


def rows_of(did, date):
    by, on = did.get("by"), did.get("on", date)
    if did["what"] == "raised":
        return [(on, "amount", did["line"]["id"], by), (on, "open", did["line"]["id"], by)]
    if did["what"] == "waived":
        return [(on, "amount", did["line"]["id"], -by), (on, "open", did["line"]["id"], -by)]
    if did["what"] == "held":
        return [(on, "free", did["money"]["own"], by)]
    if did["what"] == "paid":
        own, id = did["money"]["own"], did["line"]["id"]
        return [(on, "open", id, -by), (on, "free", own, -by), (on, "pair", (own, id), by)]
    return []


class Days:
    """What there is of something on each day. What is raised and waived makes the `amount` of a line."""

    def early(self, first):
        if self.date < first:
            raise Refused("before_original")

    def rows(self, kind, of):
        return [(row[0], row[3]) for posting in self.book.postings for did in posting["did"] for row in did["rows"]
                if row[1] == kind and row[2] == of]

    def now(self, kind, of):
        """What there is when all days are counted."""
        return sum(by for _, by in self.rows(kind, of))

    def there(self, kind, of, day):
        return sum(by for on, by in self.rows(kind, of) if on <= day)

    def least(self, kind, of, day):
        """The least that there is from a day on."""
        rows = self.rows(kind, of)
        days = {day} | {on for on, _ in rows if on > day}
        return min(sum(by for on, by in rows if on <= one) for one in days)

    def due_on(self, line, day, without):
        """The due date in force on a day: that of the latest redate up to it that stands, by day and then by record."""
        until = [posting for posting in self.book.postings if posting["date"] <= day]
        back = {did["of"] for posting in until for did in posting["did"] if did["what"] == "mirrored"} | {without}
        redates = [(posting["date"], posting["index"], did["due"]) for posting in until if posting["key"] not in back
                   for did in posting["did"] if did["what"] == "dated" and did["line"] is line]
        return sorted(redates, key=lambda one: one[:2])[-1][2] if redates else line["due"]

    def there_of(self, deal, item):
        """Money of an item that is there on the day, in the order of days."""
        there = [one for one in self.book.money(deal) if one["item"] == item and one["date"] <= self.date]
        return sorted(there, key=lambda one: (one["date"], one["at"]))

    def unused(self, deal, item, amount):
        free = [one for one in self.there_of(deal, item) if self.now("free", one["own"]) > 0]
        least = sum(max(self.least("free", one["own"], self.date), 0) for one in free)
        if least < amount <= sum(self.now("free", one["own"]) for one in free):
            raise Refused("used_later")

    def paid_later(self, deal):
        """What is applied to the house or freed after the day: the money, the line, the day, how much."""
        paid = [did for did in self.book.did("paid") if did["deal"] == deal and is_house(did["line"])]
        pairs = []
        for did in paid:
            if not any(did["money"] is money and did["line"] is line for money, line in pairs):
                pairs.append((did["money"], did["line"]))
        later = []
        for money, line in pairs:
            ours = [did for did in paid if did["money"] is money and did["line"] is line and did["on"] > self.date]
            for day in sorted({did["on"] for did in ours}):
                by = sum(did["by"] for did in ours if did["on"] == day)
                later += [(money, line, day, by)] if by else []
        return later

    def guard(self):
        """On no day is less than nothing there, where what is posted makes it less."""
        new = [row for did in self.posting["did"] for row in did["rows"] if row[1] != "amount"]
        for kind, of in {(kind, of) for _, kind, of, _ in new}:
            own = [(on, by) for on, what, one, by in new if (what, one) == (kind, of)]
            rows = self.rows(kind, of)
            for day in {on for on, _ in rows}:
                makes_less = sum(by for on, by in own if on <= day) < 0
                if makes_less and sum(by for on, by in rows if on <= day) < 0:
                    raise Refused("used_later")
