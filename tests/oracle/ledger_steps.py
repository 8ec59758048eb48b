"""The steps that postings of the second ledger are made of (handbook 6); each knows how it is taken back."""
from ledger_book import HOUSE, POOLS, Refused, fen, yuan


class Steps:
    """What one posting does, step by step; each step knows how it is taken back."""

    def __init__(self, book, posting):
        self.book, self.posting, self.date = book, posting, posting["date"]
        # Money whose place was taken, by the day from which it is free.
        self.displaced = []

    def did(self, change, undo, **more):
        self.posting["did"].append({"change": change, "undo": undo} | more)

    def category(self, item, given=None):
        """What kind of money an item is; it stays what it was first said to be."""
        category = self.book.category(item, given)
        if item not in self.book.categories:
            self.book.categories[item] = category
            self.did({}, lambda: self.book.categories.pop(item), what="made", skip=True)
        return category

    def positive(self, amount):
        if fen(amount) <= 0:
            raise Refused("amount")

    def alive(self, deal, category):
        if deal.ended and category != "charge":
            raise Refused("deal_ended")

    # The smallest steps.

    def raised(self, one, by, first=None):
        one["amount"] += by

        deal, _ = self.book.receivables[one["id"]]
        deal.dated.append((self.date, "open", one["id"], by))

        def undo():
            one["amount"] -= by
            deal.dated.pop()
        change = first or {"kind": "adjusted", "receivable": one["id"], "by": yuan(by)}
        self.did(change, undo, what="raised", one=one, by=by)

    def waived(self, one, by):
        one["waived"] += by

        deal, _ = self.book.receivables[one["id"]]
        deal.dated.append((self.date, "open", one["id"], -by))

        def undo():
            one["waived"] -= by
            deal.dated.pop()
        self.did({"kind": "waived", "receivable": one["id"], "amount": yuan(by)}, undo, what="waived", one=one, by=by)

    def used(self, approval, by):
        self.book.approvals[approval] = self.book.approvals.get(approval, 0) + by

        def undo():
            self.book.approvals[approval] -= by
        self.did({"kind": "used", "approval": approval, "amount": yuan(by)}, undo, what="used", one=approval, by=by)

    def held(self, deal, own, by, first=None):
        own["held"] += by

        deal.dated.append((self.date, "free", id(own), by))

        def undo():
            own["held"] -= by
            deal.dated.pop()
        change = first or {"kind": "taken", "posting": own["posting"], "number": own["number"], "amount": yuan(-by)}
        self.did(change, undo, what="held", deal=deal, one=own, by=by)

    def paid(self, deal, own, one, by, day=None):
        """Money pays a receivable from a day on; before the signing it is pre-sale money until then."""
        if not by:
            return
        pair = next((pair for pair in deal.pairs if pair["money"] is own and pair["to"] is one), None)
        if pair is None:
            pair = {"money": own, "to": one, "paid": 0}
            deal.pairs.append(pair)
            self.did({}, lambda: deal.pairs.remove(pair), what="made", skip=True)
        on = max(day or self.date, own["date"], one["raised_on"])
        is_signed = bool(deal.signed and deal.signed <= on)
        self.pay_on(deal, pair, by, on, is_signed)
        if deal.signed and not is_signed and POOLS[one["category"]] in HOUSE:
            self.pay_on(deal, pair, -by, deal.signed, False)
            self.pay_on(deal, pair, by, deal.signed, True)

    def pay_on(self, deal, pair, by, on, signed):
        own, one = pair["money"], pair["to"]
        pair["paid"] += by
        deal.dated += [(on, "open", one["id"], -by), (on, "free", id(own), -by), (on, "pair", id(pair), by)]

        def undo():
            pair["paid"] -= by
            del deal.dated[-3:]
        change = {"kind": "allocated", "posting": own["posting"], "number": own["number"], "receivable": one["id"],
                  "amount": yuan(by), "on": on} | ({"signed": True} if signed else {})
        self.did(change, undo, what="paid", deal=deal, pair=pair, by=by, on=on)

    def leg(self, account, item, by, name=None):
        category = self.book.category(item)
        change = {"kind": "leg", "account": account, "item": item, "category": category, "amount": yuan(by)}
        self.did(change | ({"deal": name} if name else {}), lambda: None, what="leg", account=account, item=item,
                 by=by, name=name)

    # What is open and what is free.

    def paid_of(self, deal, one):
        return sum(pair["paid"] for pair in deal.pairs if pair["to"] is one)

    def open(self, deal, one):
        return one["amount"] - one["waived"] - self.paid_of(deal, one)

    def free(self, deal, own):
        return own["held"] - sum(pair["paid"] for pair in deal.pairs if pair["money"] is own)

    # Money.

    def bring(self, name, item, category, amount):
        deal = self.book.deals[name]
        count = len(self.posting["received"]) + 1
        own = {"item": item, "category": category, "date": self.date, "held": 0, "number": count,
               "posting": self.posting["key"]}
        deal.money.append(own)
        self.posting["received"].append((deal, own))
        where = "pre_sale" if category == "pre_sale" or item == "deposit" else \
            "collected" if category == "collected" else "prepayment"
        first = {"kind": "received", "number": count, "deal": name, "item": item, "category": category,
                 "account": {"kind": where}, "amount": yuan(amount)}
        self.did({}, lambda: deal.money.remove(own), what="made", skip=True)
        self.held(deal, own, amount, first)
        return own

    def pools(self, category):
        """The pools of money, each as a test of a receivable's item and category."""
        own = POOLS[category]
        if own == "house" and self.book.policy.get("penalty_first"):
            yield lambda item, one: POOLS[one["category"]] in ("house", "charge")
        elif own in ("pre_sale", "collected", "other"):
            yield lambda item, one: POOLS[one["category"]] == own and one["item"] == item
        else:
            yield lambda item, one: POOLS[one["category"]] == own
        for step in self.book.policy.get("passes", []):
            if step["from"] == own:
                yield lambda item, one, to=step["to"]: POOLS[one["category"]] == to

    def rank(self, one, day):
        due = one["due"]
        rank = {"penalty": 0, "fee": 1}.get(one["class"], 2) if self.book.policy.get("penalty_first") else 0
        return due is None, bool(due and due > day), rank, due or "", one["seq"], one["id"]

    def spread(self, deal, own):
        self.spread_from(deal, own, self.date)
        self.spread_displaced(deal)

    def spread_from(self, deal, own, start):
        for day in [start] + [day for day in self.later(deal) if day > start]:
            self.spread_on(deal, own, day)

    def spread_on(self, deal, own, day):
        for pool in self.pools(own["category"]):
            fitting = [one for one in deal.receivables if pool(own["item"], one)]
            for one in sorted(fitting, key=lambda one: self.rank(one, day)):
                part = self.reachable(deal, own, one, day)
                if part > 0:
                    self.take_place(deal, own, one, day, part)
                    self.paid(deal, own, one, part, day)

    def spread_all(self, deal, after=-1):
        """Free money that came in after a posting goes to what is open."""
        if not self.book.policy.get("manual_prepayments"):
            for own in list(deal.money):
                if self.free(deal, own) > 0 and self.book.keys[own["posting"]] > after:
                    self.spread(deal, own)

    def explicit(self, deal, own, lines):
        for line in lines:
            self.positive(line["amount"])
            owner, one = self.book.receivable(line["receivable"])
            if owner is not deal:
                raise Refused("other_owner")
            if not any(pool(own["item"], one) for pool in self.pools(own["category"])):
                raise Refused("wrong_pool")
            amount = fen(line["amount"])
            if amount > self.reachable(deal, own, one, self.date):
                over, short = amount > self.open(deal, one), amount > self.free(deal, own)
                raise Refused("over_allocated" if over else "short" if short else "used_later")
            self.take_place(deal, own, one, self.date, amount)
            self.paid(deal, own, one, amount)
            self.named(deal, own, one)
        self.spread_displaced(deal)

    def take(self, deal, item, amount):
        for own in deal.money:
            if own["item"] != item or own["date"] > self.date or self.free(deal, own) <= 0:
                continue
            part = min(self.least(deal, "free", id(own), self.date), amount)
            if part > 0:
                self.held(deal, own, -part)
                amount -= part
        return amount

    def release(self, deal, one, amount, on_any_day=False):
        """Frees what pays a receivable, the last pair first, of what was there on the date."""
        for pair in list(reversed(deal.pairs)):
            part = min(pair["paid"], amount)
            if pair["to"] is one and part > 0 and (on_any_day or pair["money"]["date"] <= self.date):
                self.free_pair(deal, pair, part)
                amount -= part

    def change(self, deal, one, by):
        most = one["amount"] + by - one["waived"]
        if most < 0:
            raise Refused("below_zero")
        excess = self.paid_of(deal, one) - most
        if excess > 0:
            self.release(deal, one, excess)
            if self.paid_of(deal, one) > most:
                raise Refused("paid_later")
        self.raised(one, by)

    def drop_house(self, deal):
        for one in deal.receivables:
            if POOLS[one["category"]] in HOUSE:
                self.release(deal, one, self.paid_of(deal, one), True)
                if self.open(deal, one) > 0:
                    self.raised(one, -self.open(deal, one))

    def approve(self, approval, amount):
        used, allowed = self.book.approvals.get(approval["id"], 0), fen(approval["amount"])
        if used and self.book.allowed[approval["id"]] != allowed:
            raise Refused("approval_amount")
        if amount > allowed - used:
            raise Refused("above_approval")
        self.book.allowed[approval["id"]] = allowed
        self.used(approval["id"], amount)
