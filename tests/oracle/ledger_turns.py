"""What follows from each kind of posting in one deal of the second ledger, on its day (handbook 6.3, 6.4)."""
from ledger_book import Refused
from ledger_policy import Policy


class Turns(Policy):
    """Every posting of a deal has its turn, in the order of days."""

    def turn(self, posting):
        self.freed, self.displaced = False, []
        turn = getattr(self, "turn_of_" + posting["kind"], None)
        if turn:
            turn(posting)

    def turn_of_raise(self, posting):
        self.settle_lines()
        self.prepayments()

    turn_of_adjust = turn_of_raise

    def turn_of_end_deal(self, posting):
        self.settle_lines()

    def turn_of_waive(self, posting):
        if posting is self.posting:
            line, = [did["line"] for did in posting["did"] if did["what"] == "waived"]
            if self.open(line) < 0:
                raise Refused("waived_too_much")
            return
        self.settle_lines()
        if self.freed:
            self.prepayments()

    def turn_of_refund(self, posting):
        self.settle_money(True, "used_later")
        if self.freed:
            self.prepayments()

    def turn_of_receive(self, posting):
        act = posting["command"]["act"]["receipt"]
        self.instructions(posting, act.get("allocations", []))
        self.spread(posting["money"][0])

    def turn_of_transfer(self, posting):
        act = posting["command"]["act"]["transfer"]
        if act["from_deal"] == self.deal:
            self.turn_of_refund(posting)
        if act["to_deal"] == self.deal:
            self.freed = False
            self.instructions(posting, act.get("allocations", []))
            self.spread(posting["money"][0])

    def turn_of_allocate(self, posting):
        is_first = posting is self.posting and self.today == posting["date"]
        if is_first and sum(self.free(money) for money in posting["pays"]) <= 0:
            raise Refused("nothing_free")
        lines = posting["command"]["act"].get("allocations")
        if lines:
            self.instructions(posting, lines)
            return
        for money in posting["pays"]:
            self.spread(money, posting["index"])

    # What a person said.

    def instructions(self, posting, lines):
        """What the lines of a command say is done line by line; what waits for a line is put aside.

        A posting that is made is held to what is open and free. When it is gone through again it keeps its place.
        """
        if posting is self.posting:
            for line in lines:
                said = self.check(line)
                posting["instructions"].append(said)
                self.now_or_later(said, strict=True, takes_place=False)
        else:
            for said in posting["instructions"]:
                self.now_or_later(said, strict=False, takes_place=True)
        self.go_on()

    def now_or_later(self, said, strict, takes_place):
        if said["on"] > said["date"]:
            self.waiting.append(said)
        else:
            self.carry_out(said, strict, takes_place)

    def deferred(self, posting, day):
        """What was put aside is done on the day on which its line is there, unless it was taken back."""
        if posting["key"] in self.mirrored:
            return
        self.freed, self.displaced = False, []
        for said in posting["instructions"]:
            if said["on"] == day:
                self.carry_out(said, strict=posting is self.posting, takes_place=True)
        self.go_on()

    # What is taken back.

    def turn_of_reverse(self, posting):
        original = self.book.known(posting["command"]["act"]["posting"])
        if original["kind"] == "allocate":
            self.take_back_allocation(original)
            return
        opened, moved = self.opened(posting), self.moved(original["date"])
        freed = [(money, line, -by) for money, line, by in moved if line["id"] in opened and by < 0]
        went = [money["own"] for money, _, _ in freed]
        for money, line, by in moved:
            if line["id"] not in opened and money["own"] in went:
                self.let_go(money, line, min(by, self.pair(money, line)))
        self.settle_lines()
        self.settle_money(False, "money_used" if posting is self.posting else "used_later")
        for money, line, by in freed:
            part = min(by, self.free(money) - self.kept_back(money), self.open(line))
            if part > 0:
                self.pay(money, line, part)
        if opened or self.freed:
            self.prepayments((original["date"], original["index"]))

    turn_of_delete = turn_of_reverse

    def take_back_allocation(self, original):
        """What an allocation itself paid in all is free, and stays free."""
        paid = [did for did in original["did"] if did["what"] == "paid"]
        for money in sorted(original["pays"], key=lambda money: money["at"]):
            for line in self.all_lines:
                by = sum(did["by"] for did in paid if did["money"] is money and did["line"] is line)
                self.let_go(money, line, min(by, self.pair(money, line)))

    def opened(self, posting):
        """The lines that owe more by a reversal."""
        return {did["line"]["id"] for did in posting["did"] if did.get("deal") == self.deal and (
            did["what"] == "raised" and did["by"] > 0 or did["what"] == "waived" and did["by"] < 0)}

    def moved(self, day):
        """What pairs of money and line were paid or lost on a day, in all."""
        moved = {}
        if day <= self.start:
            for did in self.payments():
                if did["on"] == day:
                    pair = did["money"]["at"], did["line"]["at"]
                    moved[pair] = moved.get(pair, 0) + did["by"]
        if day >= self.start:
            for (on, *pair), by in self.walked.items():
                if on == day:
                    moved[tuple(pair)] = moved.get(tuple(pair), 0) + by
        return [(self.all_money[money], self.all_lines[line], by) for (money, line), by in sorted(moved.items())]
