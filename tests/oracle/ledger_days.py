"""Days in the second ledger (handbook 6): what is posted takes what is free on its day and on every later one."""
from ledger_book import HOUSE, POOLS, Refused


class Days:
    """What there is of something on each day."""

    def early(self, first):
        if self.date < first:
            raise Refused("before_original")

    def least(self, deal, kind, own, day):
        """The least that there is from a day on."""
        moved = [(on, by) for on, what, of, by in deal.dated if (what, of) == (kind, own)]
        days = {day} | {on for on, _ in moved if on > day}
        return min(sum(by for on, by in moved if on <= one) for one in days)

    def room(self, deal, own, one, day):
        on = max(day, own["date"], one["raised_on"])
        return max(min(self.least(deal, "free", id(own), on), self.least(deal, "open", one["id"], on)), 0)

    def later(self, deal):
        return sorted({day for day, *_ in deal.dated if day > self.date})

    def free_pair(self, deal, pair, amount):
        """Frees what a pair still pays on every later day, and the rest on later days."""
        for day in [self.date] + self.later(deal):
            part = min(self.least(deal, "pair", id(pair), day), amount)
            if part > 0:
                self.paid(deal, pair["money"], pair["to"], -part, day)
                amount -= part

    def unused(self, deal, item, amount):
        there = [own for own in deal.money
                 if own["item"] == item and own["date"] <= self.date and self.free(deal, own) > 0]
        least = sum(max(self.least(deal, "free", id(own), self.date), 0) for own in there)
        if least < amount <= sum(self.free(deal, own) for own in there):
            raise Refused("used_later")

    def paid_later(self, deal):
        """What is applied to the house or freed after the day: the pair, the day, how much."""
        later = []
        for pair in deal.pairs:
            if POOLS[pair["to"]["category"]] in HOUSE:
                days = sorted({on for on, what, of, _ in deal.dated
                               if (what, of) == ("pair", id(pair)) and on > self.date})
                for day in days:
                    by = sum(by for on, what, of, by in deal.dated if (on, what, of) == (day, "pair", id(pair)))
                    later += [(pair, day, by)] if by else []
        return later

    def guard(self):
        """On no day is less than nothing there, where what is posted makes it less."""
        for deal in self.book.deals.values():
            own = [did for did in self.posting["did"] if did["what"] in ("raised", "waived", "held", "paid")]
            own = [did for did in own if self.deal_of(did) is deal]
            count = sum(3 if did["what"] == "paid" else 1 for did in own)
            before, new = deal.dated[:len(deal.dated) - count], deal.dated[len(deal.dated) - count:]
            for kind, of in {(what, of) for _, what, of, _ in new}:
                def until(rows, day):
                    return sum(by for on, what, one, by in rows if (what, one) == (kind, of) and on <= day)
                for day in {on for on, *_ in deal.dated}:
                    by = until(new, day)
                    if by < 0 and until(before, day) + by < 0:
                        raise Refused("used_later")

    def deal_of(self, did):
        return did["deal"] if "deal" in did else self.book.receivables[did["one"]["id"]][0]
