"""What one posting does in the second ledger (handbook 6)."""
from ledger_book import HOUSE, LASTING, POOLS, Deal, Refused, fen, yuan
from ledger_days import Days
from ledger_place import Place
from ledger_steps import Steps


def netted(did):
    """What a posting did, with what it did to each pair as one, where the last of it stands."""
    last = {id(one["pair"]): at for at, one in enumerate(did) if one["what"] == "paid"}
    sums = {}
    for one in did:
        if one["what"] == "paid":
            sums[id(one["pair"])] = sums.get(id(one["pair"]), 0) + one["by"]
    kept = [one for at, one in enumerate(did) if one["what"] != "paid" or last[id(one["pair"])] == at]
    kept = [one | {"by": sums[id(one["pair"])]} if one["what"] == "paid" else one for one in kept]
    return [one for one in kept if one["what"] != "paid" or one["by"]]


class Doing(Days, Place, Steps):
    """A posting while it is made."""

    def act(self, act):
        getattr(self, act["kind"])(act)

    def open_deal(self, act):
        if act["deal"] in self.book.deals:
            raise Refused("deal_twice")
        self.book.deals[act["deal"]] = Deal()
        self.did({"kind": "deal_opened", "deal": act["deal"]}, lambda: self.book.deals.pop(act["deal"]), what="lasting")

    def sign(self, act):
        deal = self.book.deal(act["deal"])
        self.positive(act["total"])
        if deal.ended or deal.signed:
            raise Refused("deal_ended" if deal.ended else "happened_already")
        by_item, later = {}, self.paid_later(deal)
        for one in deal.receivables:
            if POOLS[one["category"]] in HOUSE and (later or self.paid_of(deal, one)):
                paid = self.paid_of(deal, one) - sum(by for pair, _, by in later if pair["to"] is one)
                by_item[one["item"]] = by_item.get(one["item"], 0) + paid
        for item, amount in by_item.items():
            if amount:
                self.leg({"kind": "pre_sale"}, item, -amount, act["deal"])
                self.leg({"kind": "house_money"}, item, amount, act["deal"])
        for pair, day, by in later:
            self.pay_on(deal, pair, -by, day, False)
            self.pay_on(deal, pair, by, day, True)
        deal.signed = self.date

        def undo():
            deal.signed = None
        self.did({"kind": "signed", "deal": act["deal"], "total": yuan(fen(act["total"]))}, undo, what="lasting")

    def end_deal(self, act):
        deal = self.book.deal(act["deal"])
        if deal.ended:
            raise Refused("deal_ended")
        self.drop_house(deal)
        deal.ended = True

        def undo():
            deal.ended = False
        self.did({"kind": "ended", "deal": act["deal"]}, undo, what="lasting")

    def raise_(self, act):
        deal, lines = self.book.deal(act["deal"]), act["lines"]
        if not lines and not act.get("replaces"):
            raise Refused("no_lines")
        if act.get("replaces"):
            self.drop_house(deal)
        for line in lines:
            self.positive(line["amount"])
            if line["id"] in self.book.receivables:
                raise Refused("receivable_twice")
            category = self.category(line["item"], line.get("category"))
            self.alive(deal, category)
            penalty = line["item"] == "late_fee" or self.book.own_items.get(line["item"], {}).get("penalty")
            kind = ("penalty" if penalty else "fee") if category == "charge" else "principal"
            one = {"id": line["id"], "item": line["item"], "category": category, "class": kind, "due": line.get("due"),
                   "seq": line.get("seq", 0), "amount": 0, "waived": 0, "raised_on": self.date}
            deal.receivables.append(one)
            self.book.receivables[line["id"]] = deal, one

            def undo(one=one):
                deal.receivables.remove(one)
                self.book.receivables.pop(one["id"])
            self.did({}, undo, what="made", skip=True)
            first = {"kind": "raised", "receivable": one["id"], "deal": act["deal"], "item": one["item"],
                     "category": category, "seq": one["seq"], "amount": yuan(fen(line["amount"]))}
            first |= {"due": one["due"]} if one["due"] else {}
            self.raised(one, fen(line["amount"]), first | ({"penalty": True} if kind == "penalty" else {}))
        self.spread_all(deal)

    def adjust(self, act):
        deal, one = self.book.receivable(act["receivable"])
        by = fen(act["by"])
        if not by:
            raise Refused("amount")
        self.early(one["raised_on"])
        if by > 0:
            self.alive(deal, one["category"])
        self.change(deal, one, by)
        self.spread_all(deal)

    def waive(self, act):
        self.positive(act["amount"])
        deal, one = self.book.receivable(act["receivable"])
        if fen(act["amount"]) > self.open(deal, one):
            raise Refused("waived_too_much")
        if self.date < one["raised_on"]:
            raise Refused("before_original")
        self.approve(act["approval"], fen(act["amount"]))
        self.waived(one, fen(act["amount"]))

    def redate(self, act):
        _, one = self.book.receivable(act["receivable"])
        self.early(one["raised_on"])
        self.dated(one, act.get("due"))

    def dated(self, one, due):
        before, one["due"] = one["due"], due

        def undo():
            one["due"] = before
        change = {"kind": "redated", "receivable": one["id"]} | ({"due": due} if due else {})
        self.did(change, undo, what="dated", one=one, before=before)

    def receive(self, act):
        receipt = act["receipt"]
        self.positive(receipt["amount"])
        deal = self.book.deal(receipt["deal"])
        category = self.category(receipt["item"], receipt.get("category"))
        self.alive(deal, category)
        own = self.bring(receipt["deal"], receipt["item"], category, fen(receipt["amount"]))
        self.leg({"kind": "bank", "account": receipt["account"]}, receipt["item"], -fen(receipt["amount"]))
        self.explicit(deal, own, receipt.get("allocations", []))
        if not receipt.get("keep_rest"):
            self.spread(deal, own)

    def allocate(self, act):
        if act["receipt"] not in self.book.keys:
            raise Refused("posting_unknown")
        brought = self.book.postings[self.book.keys[act["receipt"]]]["received"]
        if any(self.date < own["date"] for _, own in brought):
            raise Refused("allocation_early")
        if sum(self.free(deal, own) for deal, own in brought) <= 0:
            raise Refused("nothing_free")
        (deal, own), = brought
        if act.get("allocations"):
            self.explicit(deal, own, act["allocations"])
        else:
            self.spread(deal, own)

    def transfer(self, act):
        moved = act["transfer"]
        self.positive(moved["amount"])
        source, target = self.book.deal(moved["from_deal"]), self.book.deal(moved["to_deal"])
        was = self.category(moved["from_item"])
        becomes = self.category(moved["to_item"], moved.get("category"))
        if source is target and moved["from_item"] == moved["to_item"]:
            raise Refused("same_place")
        if (was == "house_loan") != (becomes == "house_loan"):
            raise Refused("loan_money")
        if moved["from_item"] != moved["to_item"] and "collected" in (was, becomes):
            raise Refused("collected_money")
        self.alive(target, becomes)
        amount = fen(moved["amount"])
        self.unused(source, moved["from_item"], amount)
        if self.take(source, moved["from_item"], amount):
            raise Refused("short")
        own = self.bring(moved["to_deal"], moved["to_item"], becomes, amount)
        if source is not target:
            self.leg({"kind": "transfer"}, moved["from_item"], amount)
            self.leg({"kind": "transfer"}, moved["from_item"], -amount)
        self.explicit(target, own, moved.get("allocations", []))
        if not moved.get("keep_rest"):
            self.spread(target, own)

    def refund(self, act):
        refund = act["refund"]
        self.positive(refund["amount"])
        deal, amount = self.book.deal(refund["deal"]), fen(refund["amount"])
        self.category(refund["item"])
        there = sum(self.free(deal, own) for own in deal.money
                    if own["item"] == refund["item"] and own["date"] <= self.date)
        if amount > there:
            raise Refused("above_refundable")
        self.unused(deal, refund["item"], amount)
        self.approve(refund["approval"], amount)
        self.take(deal, refund["item"], amount)
        self.leg({"kind": "bank", "account": refund["account"]}, refund["item"], amount)

    def close(self, act):
        before = self.book.closed
        if act["through"] > self.posting["recorded"]:
            raise Refused("date_ahead")
        if before and act["through"] <= before:
            raise Refused("closed_already")
        self.book.closed = act["through"]

        def undo():
            self.book.closed = before
        self.did({"kind": "closed", "through": act["through"]}, undo, what="lasting")

    def verify(self, act):
        posting = self.known(act["posting"])
        if posting.get("mirrored"):
            raise Refused("reversed_twice")
        if posting.get("verified") or posting["kind"] != "receive":
            raise Refused("not_verified")
        self.early(posting["date"])
        posting["verified"] = True
        self.did({"kind": "verified", "posting": act["posting"]}, lambda: posting.pop("verified"), what="lasting")

    def known(self, key):
        if key not in self.book.keys:
            raise Refused("posting_unknown")
        return self.book.postings[self.book.keys[key]]

    def delete(self, act):
        posting = self.known(act["posting"])
        if posting["kind"] not in ("receive", "allocate"):
            raise Refused("not_deleted")
        if posting["recorded"] != self.posting["recorded"]:
            raise Refused("deleted_late")
        if posting.get("verified"):
            raise Refused("verified")
        if act.get("handed_over"):
            raise Refused("handed_over")
        self.mirror(posting, True)

    def reverse(self, act):
        self.mirror(self.known(act["posting"]), False)

    def mirror(self, posting, deleted):
        if posting["kind"] in ("reverse", "delete"):
            raise Refused("reversal_of_reversal")
        if posting.get("mirrored"):
            raise Refused("reversed_twice")
        if posting["kind"] in LASTING:
            raise Refused("not_reversed")
        if self.date < posting["date"]:
            raise Refused("before_original")
        for did in reversed(netted(posting["did"])):
            self.back(did)
        if posting["kind"] != "allocate":
            for deal in self.opened_again():
                self.spread_all(deal, self.book.keys[posting["key"]])
        posting["mirrored"] = True
        change = {"kind": "mirrored", "posting": posting["key"]} | ({"deleted": True} if deleted else {})
        self.did(change, lambda: posting.pop("mirrored"), what="lasting")

    def opened_again(self):
        """The deals of which something is open again."""
        again = []
        for did in netted(self.posting["did"]):
            if did["what"] in ("raised", "waived") and (did["by"] > 0) == (did["what"] == "raised"):
                again.append(self.book.receivables[did["one"]["id"]][0])
            elif did["what"] == "paid" and did["by"] < 0:
                again.append(did["deal"])
        return [deal for deal in self.book.deals.values() if any(one is deal for one in again)]

    def back(self, did):
        what, by = did["what"], did.get("by")
        if what == "raised":
            deal, one = self.book.receivables[did["one"]["id"]]
            self.change(deal, one, -by)
        elif what == "waived":
            self.waived(did["one"], -by)
        elif what == "dated":
            self.dated(did["one"], did["before"])
        elif what == "used":
            self.used(did["one"], -by)
        elif what == "leg":
            self.leg(did["account"], did["item"], -by, did["name"])
        elif what == "held":
            deal, own = did["deal"], did["one"]
            lacking = by - self.free(deal, own)
            for pair in list(reversed(deal.pairs)):
                part = min(pair["paid"], lacking)
                if pair["money"] is own and part > 0:
                    self.free_pair(deal, pair, part)
                    lacking -= part
            if by > 0 and self.free(deal, own) < by:
                raise Refused("money_used")
            self.held(deal, own, -by)
        elif what == "paid":
            deal, pair = did["deal"], did["pair"]
            if by > 0:
                self.free_pair(deal, pair, min(pair["paid"], by))
            else:
                self.paid(deal, pair["money"], pair["to"], min(-by, self.room(deal, pair["money"], pair["to"], self.date)))


setattr(Doing, "raise", Doing.raise_)
