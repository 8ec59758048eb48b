"""What money pays by itself and what is freed, in one deal of the second ledger on one day (handbook 6.3)."""
from ledger_book import POOLS, Refused


class Policy:
    """A deal as it is on the day to which somebody has gone (`ledger_walk.py`)."""

    # What there is.

    def paid_of(self, line):
        return sum(by for (_, id), by in self.pairs.items() if id == line["id"])

    def open(self, line):
        return self.amounts.get(line["id"], 0) - self.paid_of(line)

    def free(self, money):
        return self.held.get(money["own"], 0) - sum(by for (own, _), by in self.pairs.items() if own == money["own"])

    def kept_back(self, money):
        return sum(one["amount"] for one in self.waiting if one["money"] is money and one["key"] not in self.mirrored)

    def pair(self, money, line):
        return self.pairs.get((money["own"], line["id"]), 0)

    def policy_part(self, money, line):
        """What a person did not say."""
        return max(0, self.pair(money, line) - self.by_hand.get((money["own"], line["id"]), 0))

    def there(self):
        """The money that has come, in the order of days."""
        there = [money for money in self.all_money if money["date"] <= self.today]
        return sorted(there, key=lambda money: (money["date"], money["at"]))

    def lines(self):
        return [line for line in self.all_lines if line["raised_on"] <= self.today]

    def due(self, line):
        said = [did["due"] for key, did in self.redates if did["line"] is line and key not in self.mirrored]
        return said[-1] if said else line["due"]

    # The smallest things that happen to a pair.

    def pay(self, money, line, by):
        pair = money["own"], line["id"]
        self.pairs[pair] = self.pairs.get(pair, 0) + by
        place = self.today, money["at"], line["at"]
        self.walked[place] = self.walked.get(place, 0) + by

    def let_go(self, money, line, by):
        """Frees a part of a pair, first what a person did not say, and says how much."""
        if by > 0:
            self.pay(money, line, -by)
            pair = money["own"], line["id"]
            self.by_hand[pair] = min(self.by_hand.get(pair, 0), self.pairs[pair])
            self.freed = True
            return by
        return 0

    # The policy.

    def pools(self, category):
        """The pools that money can pay, each as a test of its item and a line."""
        own = POOLS[category]
        if own == "house" and self.book.policy.get("penalty_first"):
            yield lambda item, line: POOLS[line["category"]] in ("house", "charge")
        elif own in ("pre_sale", "collected", "other"):
            yield lambda item, line: POOLS[line["category"]] == own and line["item"] == item
        else:
            yield lambda item, line: POOLS[line["category"]] == own
        for step in self.book.policy.get("passes", []):
            if step["from"] == own:
                yield lambda item, line, to=step["to"]: POOLS[line["category"]] == to

    def rank(self, line):
        due = self.due(line)
        rank = {"penalty": 0, "fee": 1}.get(line["class"], 2) if self.book.policy.get("penalty_first") else 0
        return due is None, bool(due and due > self.today), rank, due or "", line["seq"], line["id"]

    def spread(self, money, before=None):
        """Money pays what is open, or only lines of postings before one; if a person kept it, else only later ones."""
        for pool in self.pools(money["category"]):
            fitting = [line for line in self.lines() if pool(money["item"], line)]
            for line in sorted(fitting, key=self.rank):
                part = min(self.free(money) - self.kept_back(money), self.open(line))
                later = line["index"] > money["index"] or not money["kept"]
                if part > 0 and (later if before is None else line["index"] < before):
                    self.pay(money, line, part)

    def prepayments(self, after=None):
        """Free money pays what is open; of money that came after a place only, if one is given."""
        if self.book.policy.get("manual_prepayments"):
            return
        for money in self.there():
            came_after = after is None or (money["date"], money["index"]) > after
            if came_after and self.free(money) > 0:
                self.spread(money)

    # What is too much.

    def settle_lines(self):
        """What a line was paid and is too much is free, the latest money first."""
        for line in self.lines():
            for money in reversed(self.there()):
                excess = -self.open(line)
                self.let_go(money, line, min(excess, self.pair(money, line)))

    def last_due_first(self):
        return sorted(self.lines(), reverse=True, key=lambda line: (
            self.due(line) is None, self.due(line) or "", line["seq"], line["at"]))

    def settle_money(self, policy_only, code):
        """What money paid and is not there any more is open, the line that is due last first."""
        for money in sorted(self.there(), key=lambda money: money["at"]):
            if self.free(money) >= 0:
                continue
            for line in self.last_due_first():
                part = self.policy_part(money, line) if policy_only else self.pair(money, line)
                self.let_go(money, line, min(-self.free(money), part))
            if self.free(money) < 0:
                raise Refused(code)

    # What a person said.

    def make_room(self, money, line, amount):
        """What the policy paid of the line, or with the money, gives way to what a person said."""
        for other in reversed(self.there()):
            part = min(amount - self.open(line), self.policy_part(other, line))
            if other is not money and self.let_go(other, line, part):
                self.displaced.append(other)
        for other in self.last_due_first():
            part = min(amount - self.free(money), self.policy_part(money, other))
            if other is not line and self.let_go(money, other, part):
                self.displaced.append(money)

    def carry_out(self, said, strict, takes_place):
        """Money pays what a person said; what the policy paid makes room, where it takes that place."""
        money, line, amount = said["money"], said["line"], said["amount"]
        self.waiting = [one for one in self.waiting if one is not said]
        if takes_place:
            self.make_room(money, line, amount)
        if not strict:
            amount = max(0, min(amount, self.open(line), self.free(money)))
        elif amount > self.open(line):
            raise Refused("over_allocated")
        elif amount > self.free(money):
            raise Refused("short")
        self.pay(money, line, amount)
        pair = money["own"], line["id"]
        self.by_hand[pair] = self.by_hand.get(pair, 0) + amount

    def go_on(self):
        """What gave way goes on by the policy."""
        if self.freed:
            gone = [money for money in self.there() if any(money is one for one in self.displaced)]
            for money in gone:
                self.spread(money)
            self.prepayments()
