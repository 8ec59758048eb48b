"""The place of later money in the second ledger (handbook 6): money of an earlier day takes it, day after day."""


class Place:
    """What was paid by later money gives way."""

    def named(self, deal, own, one):
        """A person said that the one pays the other."""
        deal.by_hand.append((id(own), one["id"]))
        self.did({}, deal.by_hand.pop, what="made", skip=True)

    def yielding(self, deal, own, one):
        def gives_way(pair):
            later = pair["money"]["date"] > own["date"]
            return later and pair["to"] is one and (id(pair["money"]), one["id"]) not in deal.by_hand
        pairs = [pair for pair in deal.pairs if gives_way(pair)]
        place = {id(money): at for at, money in enumerate(deal.money)}
        return sorted(pairs, key=lambda pair: (pair["money"]["date"], place[id(pair["money"])]), reverse=True)

    def there(self, deal, kind, of, day):
        return sum(by for on, what, one, by in deal.dated if (what, one) == (kind, of) and on <= day)

    def can_free(self, deal, pair, first, day):
        """What can be freed of a pair from a day on, as nothing up to a first day is touched."""
        return max(self.least(deal, "pair", id(pair), day) - self.there(deal, "pair", id(pair), first), 0)

    def days_from(self, deal, on):
        return sorted({on} | {day for day, *_ in deal.dated if day > on})

    def reachable(self, deal, own, one, day):
        """The most that money can pay of a receivable from a day on."""
        on = max(day, own["date"], one["raised_on"])
        pairs = self.yielding(deal, own, one)
        most = self.least(deal, "free", id(own), on)
        for later in self.days_from(deal, on):
            gives = sum(self.can_free(deal, pair, on, later) for pair in pairs)
            most = min(most, self.there(deal, "open", one["id"], later) + gives)
        return max(most, 0)

    def take_place(self, deal, own, one, day, amount):
        on = max(day, own["date"], one["raised_on"])
        pairs = self.yielding(deal, own, one)
        for later in self.days_from(deal, on):
            for pair in pairs:
                lacking = amount - self.there(deal, "open", one["id"], later)
                part = min(lacking, self.can_free(deal, pair, on, later))
                if part > 0:
                    self.paid(deal, pair["money"], one, -part, later)
                    at = next(at for at, money in enumerate(deal.money) if money is pair["money"])
                    self.displaced.append((later, at, pair["money"]))

    def spread_displaced(self, deal):
        """What gave way goes on, the earliest day first."""
        while self.displaced:
            first = min(self.displaced, key=lambda one: one[:2])
            self.displaced = [one for one in self.displaced if one[:2] != first[:2]]
            self.spread_from(deal, first[2], first[0])
