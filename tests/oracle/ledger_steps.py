"""The smallest things that a posting of the second ledger does (handbook 6), each with its change."""
from ledger_book import Refused, fen, is_house, yuan
from ledger_days import rows_of


class Steps:
    """What one posting does, thing by thing."""

    def __init__(self, book, posting):
        self.book, self.posting, self.date = book, posting, posting["date"]

    def did(self, what, change, **more):
        did = {"what": what, "change": change} | more
        self.posting["did"].append(did | {"rows": rows_of(did, self.date)})

    def touch(self, *deals):
        """The deals that a posting is about, in the order in which it names them."""
        for deal in deals:
            if deal not in self.posting["deals"]:
                self.posting["deals"].append(deal)

    # What is asked before something is done.

    def category(self, item, given=None):
        category = self.book.category(item, given)
        self.posting["items"].setdefault(item, category)
        return category

    def positive(self, amount):
        if fen(amount) <= 0:
            raise Refused("amount")

    def alive(self, deal, category):
        if self.book.ended(deal) and category != "charge":
            raise Refused("deal_ended")

    def takes_money(self, deal, category):
        """Money of a day before the end came in, whenever it is keyed."""
        if not (self.book.ended(deal) and self.date < self.book.ended(deal)):
            self.alive(deal, category)

    def enough(self, line, by):
        if self.now("amount", line["id"]) + by < 0:
            raise Refused("below_zero")

    def approve(self, approval, amount):
        uses = [did for did in self.book.did("used") if did["of"] == approval["id"]]
        used, allowed = sum(did["by"] for did in uses), fen(approval["amount"])
        if used and uses[-1]["allowed"] != allowed:
            raise Refused("approval_amount")
        if amount > allowed - used:
            raise Refused("above_approval")
        self.used(approval["id"], amount, allowed)

    # Facts.

    def raised(self, line):
        first = {"kind": "raised", "receivable": line["id"], "deal": line["deal"], "item": line["item"],
                 "category": line["category"], "seq": line["seq"], "amount": yuan(line["first"])}
        first |= {"due": line["due"]} if line["due"] else {}
        first |= {"penalty": True} if line["class"] == "penalty" else {}
        self.touch(line["deal"])
        self.posting["lines"].append(line)
        self.did("raised", first, line=line, deal=line["deal"], by=line["first"])

    def adjusted(self, line, by):
        self.touch(line["deal"])
        change = {"kind": "adjusted", "receivable": line["id"], "by": yuan(by)}
        self.did("raised", change, line=line, deal=line["deal"], by=by)

    def waived(self, line, by):
        self.touch(line["deal"])
        change = {"kind": "waived", "receivable": line["id"], "amount": yuan(by)}
        self.did("waived", change, line=line, deal=line["deal"], by=by)

    def dated(self, line, due, what="dated"):
        self.touch(line["deal"])
        change = {"kind": "redated", "receivable": line["id"]} | ({"due": due} if due else {})
        self.did(what, change, line=line, deal=line["deal"], due=due)

    def dated_back(self, line, original):
        """The due date that a posting gave holds no more; that of what stands does."""
        self.dated(line, self.due_on(line, self.date, original["key"]), "undated")

    def used(self, approval, by, allowed):
        change = {"kind": "used", "approval": approval, "amount": yuan(by)}
        self.did("used", change, of=approval, by=by, allowed=allowed)

    def leg(self, account, item, by, name=None):
        change = {"kind": "leg", "account": account, "item": item, "category": self.book.category(item),
                  "amount": yuan(by)}
        self.did("leg", change | ({"deal": name} if name else {}), account=account, item=item, by=by, name=name)

    def bring(self, deal, item, category, amount, kept):
        count = len(self.posting["money"]) + 1
        money = {"deal": deal, "item": item, "category": category, "date": self.date, "number": count,
                 "own": (self.posting["key"], count), "at": len(self.book.money(deal)),
                 "index": self.posting["index"], "kept": bool(kept)}
        where = "pre_sale" if category == "pre_sale" or item == "deposit" else \
            "collected" if category == "collected" else "prepayment"
        change = {"kind": "received", "number": count, "deal": deal, "item": item, "category": category,
                  "account": {"kind": where}, "amount": yuan(amount)}
        self.touch(deal)
        self.posting["money"].append(money)
        self.posting["pays"] = [money]
        self.did("held", change, money=money, deal=deal, by=amount)

    def taken(self, money, amount):
        self.touch(money["deal"])
        key, count = money["own"]
        change = {"kind": "taken", "posting": key, "number": count, "amount": yuan(amount)}
        self.did("held", change, money=money, deal=money["deal"], by=-amount)

    def take(self, deal, item, amount):
        """Takes free money of an item, and says how much was not there."""
        for money in self.there_of(deal, item):
            if self.now("free", money["own"]) > 0:
                part = min(self.least("free", money["own"], self.date), amount)
                if part > 0:
                    self.taken(money, part)
                    amount -= part
        return amount

    def drop_house(self, deal):
        """What is owed on the day for the house is owed no more."""
        for line in self.book.lines(deal):
            owed = self.there("amount", line["id"], self.date)
            if is_house(line) and owed > 0:
                self.adjusted(line, -owed)

    # Payments.

    def paid(self, money, line, by, day):
        """Money pays a line from a day on; before the signing it is pre-sale money until then."""
        signed = self.book.signed(line["deal"])
        is_signed = bool(signed and signed <= day)
        self.pay_on(money, line, by, day, is_signed)
        if signed and not is_signed and is_house(line):
            self.pay_on(money, line, -by, signed, False)
            self.pay_on(money, line, by, signed, True)

    def pay_on(self, money, line, by, on, is_signed):
        key, count = money["own"]
        change = {"kind": "allocated", "posting": key, "number": count, "receivable": line["id"], "amount": yuan(by),
                  "on": on} | ({"signed": True} if is_signed else {})
        self.did("paid", change, money=money, line=line, deal=line["deal"], by=by, on=on)
