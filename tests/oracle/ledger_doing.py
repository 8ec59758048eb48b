"""What a command of the second ledger says itself (handbook 6); what money pays follows from it (`ledger_walk.py`)."""
from ledger_book import LASTING, Refused, fen, is_house, yuan
from ledger_days import Days
from ledger_steps import Steps
from ledger_walk import Walk

NOT_WALKED = ("open_deal", "refund", "sign", "verify", "close")


class Doing(Days, Steps):
    """A posting while it is made."""

    def whole(self):
        """Facts first, then what money pays in each deal, then a look at every day."""
        act = self.posting["command"]["act"]
        getattr(self, act["kind"])(act)
        if act["kind"] not in NOT_WALKED:
            for deal in self.posting["deals"]:
                for day, money, line, by in Walk(self.book, self.posting, deal).differences():
                    self.paid(money, line, by, day)
        self.guard()

    # Deals.

    def open_deal(self, act):
        if act["deal"] in [did["deal"] for did in self.book.did("opened")]:
            raise Refused("deal_twice")
        self.touch(act["deal"])
        self.did("opened", {"kind": "deal_opened", "deal": act["deal"]}, deal=act["deal"])

    def sign(self, act):
        deal = self.book.deal(act["deal"])
        self.positive(act["total"])
        if self.book.ended(deal) or self.book.signed(deal):
            raise Refused("deal_ended" if self.book.ended(deal) else "happened_already")
        by_item, later = {}, self.paid_later(deal)
        for line in self.book.lines(deal):
            paid = sum(did["by"] for did in self.book.did("paid") if did["line"] is line)
            if is_house(line) and (later or paid):
                paid -= sum(by for _, to, _, by in later if to is line)
                by_item[line["item"]] = by_item.get(line["item"], 0) + paid
        for item, amount in by_item.items():
            if amount:
                self.leg({"kind": "pre_sale"}, item, -amount, deal)
                self.leg({"kind": "house_money"}, item, amount, deal)
        for money, line, day, by in later:
            self.pay_on(money, line, -by, day, False)
            self.pay_on(money, line, by, day, True)
        self.touch(deal)
        self.did("signed", {"kind": "signed", "deal": deal, "total": yuan(fen(act["total"]))}, deal=deal, on=self.date)

    def end_deal(self, act):
        deal = self.book.deal(act["deal"])
        if self.book.ended(deal):
            raise Refused("deal_ended")
        self.touch(deal)
        self.drop_house(deal)
        if any(is_house(line) and self.now("amount", line["id"]) > 0 for line in self.book.lines(deal)):
            raise Refused("used_later")
        self.did("ended", {"kind": "ended", "deal": deal}, deal=deal, on=self.date)

    # Lines.

    def raise_(self, act):
        deal, lines = self.book.deal(act["deal"]), act["lines"]
        if not lines and not act.get("replaces"):
            raise Refused("no_lines")
        self.touch(deal)
        if act.get("replaces"):
            self.drop_house(deal)
        for line in lines:
            self.positive(line["amount"])
            if self.book.find(line["id"]):
                raise Refused("receivable_twice")
            category = self.category(line["item"], line.get("category"))
            self.alive(deal, category)
            penalty = line["item"] == "late_fee" or self.book.own_items.get(line["item"], {}).get("penalty")
            kind = ("penalty" if penalty else "fee") if category == "charge" else "principal"
            self.raised({"id": line["id"], "deal": deal, "item": line["item"], "category": category, "class": kind,
                         "due": line.get("due"), "seq": line.get("seq", 0), "first": fen(line["amount"]),
                         "raised_on": self.date, "index": self.posting["index"], "at": len(self.book.lines(deal))})

    def adjust(self, act):
        line, by = self.book.line(act["receivable"]), fen(act["by"])
        if not by:
            raise Refused("amount")
        self.early(line["raised_on"])
        if by > 0:
            self.alive(line["deal"], line["category"])
        self.enough(line, by)
        self.adjusted(line, by)

    def waive(self, act):
        self.positive(act["amount"])
        line, amount = self.book.line(act["receivable"]), fen(act["amount"])
        self.early(line["raised_on"])
        self.approve(act["approval"], amount)
        self.waived(line, amount)

    def redate(self, act):
        line = self.book.line(act["receivable"])
        self.early(line["raised_on"])
        self.dated(line, act.get("due"))

    # Money.

    def receive(self, act):
        receipt = act["receipt"]
        self.positive(receipt["amount"])
        deal = self.book.deal(receipt["deal"])
        category = self.category(receipt["item"], receipt.get("category"))
        self.takes_money(deal, category)
        amount = fen(receipt["amount"])
        self.bring(deal, receipt["item"], category, amount, receipt.get("keep_rest"))
        self.leg({"kind": "bank", "account": receipt["account"]}, receipt["item"], -amount)

    def allocate(self, act):
        brought = self.book.known(act["receipt"])["money"]
        if any(self.date < money["date"] for money in brought):
            raise Refused("allocation_early")
        if not brought or not act.get("allocations") and sum(self.now("free", one["own"]) for one in brought) <= 0:
            raise Refused("nothing_free")
        self.posting["pays"] = brought
        self.touch(*[money["deal"] for money in brought])

    def transfer(self, act):
        moved = act["transfer"]
        self.positive(moved["amount"])
        source, target = self.book.deal(moved["from_deal"]), self.book.deal(moved["to_deal"])
        was = self.category(moved["from_item"])
        becomes = self.category(moved["to_item"], moved.get("category"))
        if source == target and moved["from_item"] == moved["to_item"]:
            raise Refused("same_place")
        if (was == "house_loan") != (becomes == "house_loan"):
            raise Refused("loan_money")
        if moved["from_item"] != moved["to_item"] and "collected" in (was, becomes):
            raise Refused("collected_money")
        self.takes_money(target, becomes)
        amount = fen(moved["amount"])
        self.unused(source, moved["from_item"], amount)
        if self.take(source, moved["from_item"], amount):
            raise Refused("short")
        self.bring(target, moved["to_item"], becomes, amount, moved.get("keep_rest"))
        if source != target:
            self.leg({"kind": "transfer"}, moved["from_item"], amount)
            self.leg({"kind": "transfer"}, moved["from_item"], -amount)

    def refund(self, act):
        refund = act["refund"]
        self.positive(refund["amount"])
        deal, amount = self.book.deal(refund["deal"]), fen(refund["amount"])
        self.category(refund["item"])
        if amount > sum(self.now("free", money["own"]) for money in self.there_of(deal, refund["item"])):
            raise Refused("above_refundable")
        self.unused(deal, refund["item"], amount)
        self.approve(refund["approval"], amount)
        self.take(deal, refund["item"], amount)
        self.leg({"kind": "bank", "account": refund["account"]}, refund["item"], amount)

    # What is said of postings.

    def close(self, act):
        closed = self.book.closed()
        if act["through"] > self.posting["recorded"]:
            raise Refused("date_ahead")
        if closed and act["through"] <= closed:
            raise Refused("closed_already")
        self.did("closed", {"kind": "closed", "through": act["through"]}, through=act["through"])

    def verify(self, act):
        original = self.book.known(act["posting"])
        if self.book.mirrored(original["key"]):
            raise Refused("reversed_twice")
        if self.book.verified(original["key"]) or original["kind"] != "receive":
            raise Refused("not_verified")
        self.early(original["date"])
        self.did("verified", {"kind": "verified", "posting": act["posting"]}, of=act["posting"])

    def delete(self, act):
        original = self.book.known(act["posting"])
        if original["kind"] not in ("receive", "allocate"):
            raise Refused("not_deleted")
        if original["recorded"] != self.posting["recorded"]:
            raise Refused("deleted_late")
        if self.book.verified(original["key"]):
            raise Refused("verified")
        if act.get("handed_over"):
            raise Refused("handed_over")
        self.mirror(original, True)
        if self.posting["command"].get("date", self.date) != self.date:
            raise Refused("deletion_day")

    def reverse(self, act):
        self.mirror(self.book.known(act["posting"]), False)

    def mirror(self, original, deleted):
        if original["kind"] in ("reverse", "delete"):
            raise Refused("reversal_of_reversal")
        if self.book.mirrored(original["key"]):
            raise Refused("reversed_twice")
        if original["kind"] in LASTING:
            raise Refused("not_reversed")
        self.early(original["date"])
        for did in reversed(original["did"]):
            self.opposite(did, original)
        self.touch(*original["deals"])
        change = {"kind": "mirrored", "posting": original["key"]} | ({"deleted": True} if deleted else {})
        self.did("mirrored", change, of=original["key"])

    def opposite(self, did, original):
        what, by = did["what"], did.get("by")
        if what == "raised" and by < 0 or what == "waived":
            self.alive(did["deal"], did["line"]["category"])
        if what == "raised":
            self.enough(did["line"], -by)
            self.adjusted(did["line"], -by)
        elif what == "waived":
            self.waived(did["line"], -by)
        elif what == "dated":
            self.dated_back(did["line"], original)
        elif what == "held":
            self.taken(did["money"], by)
        elif what == "used":
            self.used(did["of"], -by, did["allowed"])
        elif what == "leg":
            self.leg(did["account"], did["item"], -by, did["name"])


setattr(Doing, "raise", Doing.raise_)
