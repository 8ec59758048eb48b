"""The order of days in the second ledger (handbook 6.1): a deal is gone through again from the day of a posting on.

What is dated later is taken away. Then the posting is made, and then everything later, day by day.
"""
from ledger_book import Refused, fen
from ledger_turns import Turns

WORDS = ("receive", "transfer", "allocate", "adjust", "waive", "redate")


class Walk(Turns):
    """A deal on the day of a posting, with the facts of that posting, and on each later day."""

    def __init__(self, book, posting, deal):
        self.book, self.posting, self.deal, self.today = book, posting, deal, posting["date"]
        self.start = self.today
        self.all_lines, self.all_money = book.lines(deal), book.money(deal)
        # Postings of the deal recorded before this one, and what persons said in them.
        self.recorded = [one for one in book.postings if one is not posting and deal in one["deals"]]
        self.said = [said for one in self.recorded for said in one["instructions"] if said["money"]["deal"] == deal]
        # What there is on the day; each is put back fact by fact.
        self.amounts, self.held, self.redates, self.mirrored = {}, {}, [], set()
        # What pairs of money and line are paid, and what was paid on which day of the walk.
        self.pairs, self.walked = {}, {}
        self.by_hand, self.waiting = {}, []
        self.freed, self.displaced = False, []
        now = [one for one in self.recorded if one["date"] <= self.today]
        for one in sorted(now, key=lambda one: (one["date"], one["index"])):
            self.put_back(one)
        self.begin()
        self.put_back(posting)

    def begin(self):
        """What was paid and said up to the day of the posting."""
        for did in self.payments():
            if did["on"] <= self.today:
                pair = did["money"]["own"], did["line"]["id"]
                self.pairs[pair] = self.pairs.get(pair, 0) + did["by"]
        for said in self.said:
            pair = said["money"]["own"], said["line"]["id"]
            if said["on"] <= self.today and said["key"] not in self.mirrored:
                self.by_hand[pair] = self.by_hand.get(pair, 0) + said["amount"]
            elif said["date"] <= self.today < said["on"]:
                self.waiting.append(said)
        self.by_hand = {pair: min(by, self.pairs.get(pair, 0)) for pair, by in self.by_hand.items()}

    def unsay(self, key):
        """What people said in a posting that is taken back no longer holds."""
        for said in self.said:
            pair = said["money"]["own"], said["line"]["id"]
            if said["key"] == key and said not in self.waiting and pair in self.by_hand:
                self.by_hand[pair] = max(0, self.by_hand[pair] - said["amount"])

    def payments(self):
        return [did for one in self.recorded for did in one["did"]
                if did["what"] == "paid" and did["deal"] == self.deal]

    def put_back(self, posting):
        for did in posting["did"]:
            if did["what"] == "mirrored":
                self.mirrored.add(did["of"])
                self.unsay(did["of"])
            if did.get("deal") != self.deal:
                continue
            if did["what"] in ("raised", "waived"):
                id, by = did["line"]["id"], did["by"] if did["what"] == "raised" else -did["by"]
                self.amounts[id] = self.amounts.get(id, 0) + by
            elif did["what"] == "held":
                own = did["money"]["own"]
                self.held[own] = self.held.get(own, 0) + did["by"]
            elif did["what"] == "dated":
                self.redates.append((posting["key"], did))

    # Going on.

    def later(self):
        """What happens after the day of the posting: the day, the index of the posting, what."""
        later = []
        for one in self.recorded:
            if one["date"] > self.today:
                later.append((one["date"], one["index"], lambda one=one: self.again(one)))
        for one in self.recorded + [self.posting]:
            for day in sorted({said["on"] for said in one["instructions"] if said["on"] > one["date"]}):
                if day > self.today and one["pays"][0]["deal"] == self.deal:
                    later.append((day, one["index"], lambda one=one, day=day: self.deferred(one, day)))
            if one["kind"] == "allocate" and not one["instructions"]:
                days = {other["date"] for other in self.recorded if other["index"] < one["index"]}
                later += [(day, one["index"], lambda one=one: self.goes_on(one)) for day in sorted(days)
                          if day > max(self.today, one["date"])]
        return sorted(later, key=lambda one: one[:2])

    def again(self, posting):
        self.put_back(posting)
        self.turn(posting)

    def goes_on(self, allocation):
        if allocation["key"] not in self.mirrored:
            self.turn(allocation)

    def differences(self):
        """What the walk paid otherwise than it was paid before: the day, the money, the line, by how much."""
        self.turn(self.posting)
        for day, _, happen in self.later():
            self.today = day
            happen()
        differences = dict(self.walked)
        for did in self.payments():
            if did["on"] > self.start:
                place = did["on"], did["money"]["at"], did["line"]["at"]
                differences[place] = differences.get(place, 0) - did["by"]
        self.keeps_its_word()
        return [(day, self.all_money[money], self.all_lines[line], by)
                for (day, money, line), by in sorted(differences.items()) if by]

    def keeps_its_word(self):
        """What a person said is paid no less than it was, up to each day on which something said is carried out."""
        if self.posting["kind"] not in WORDS:
            return
        words = [one for one in self.said if not self.book.mirrored(one["key"])]
        for said in words:
            if said["on"] > self.start:
                money, line, day = said["money"], said["line"], said["on"]
                most = sum(one["amount"] for one in words
                           if one["money"] is money and one["line"] is line and one["on"] <= day)
                ours = [did for did in self.payments() if did["money"] is money and did["line"] is line]
                before = sum(did["by"] for did in ours if did["on"] <= day)
                after = sum(did["by"] for did in ours if did["on"] <= self.start)
                after += sum(by for (on, *pair), by in self.walked.items()
                             if pair == [money["at"], line["at"]] and on <= day)
                if min(after, most) < min(before, most):
                    raise Refused("paid_later" if self.posting["kind"] == "adjust" else "used_later")

    # What persons say.

    def check(self, line):
        """An instruction of the posting, with the day on which it is carried out."""
        money, = self.posting["pays"]
        if fen(line["amount"]) <= 0:
            raise Refused("amount")
        to = self.book.line(line["receivable"])
        if to["deal"] != money["deal"]:
            raise Refused("other_owner")
        if not any(pool(money["item"], to) for pool in self.pools(money["category"])):
            raise Refused("wrong_pool")
        date = self.posting["date"]
        return {"money": money, "line": to, "amount": fen(line["amount"]), "date": date, "key": self.posting["key"],
                "on": max(date, money["date"], to["raised_on"])}
