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
        self.prepayments(posting["index"])

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
            self.prepayments(posting["index"])

    def turn_of_refund(self, posting):
        self.settle_money(True, "used_later")
        if self.freed:
            self.prepayments(posting["index"])

    def turn_of_receive(self, posting):
        act = posting["command"]["act"]["receipt"]
        self.instructions(posting, act.get("allocations", []))
        if not act.get("keep_rest"):
            self.spread(posting["money"][0])

    def turn_of_transfer(self, posting):
        act = posting["command"]["act"]["transfer"]
        if act["from_deal"] == self.deal:
            self.turn_of_refund(posting)
        if act["to_deal"] == self.deal:
            self.freed = False
            self.instructions(posting, act.get("allocations", []))
            if not act.get("keep_rest"):
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
        self.go_on(posting["index"])

    def now_or_later(self, said, strict, takes_place):
        if said["on"] > said["date"]:
            self.waiting.append(said)
        else:
            self.carry_out(said, strict, takes_place)

    def deferred(self, posting, day):
        """What was put aside is done on the day on which its line is there."""
        self.freed, self.displaced = False, []
        for said in posting["instructions"]:
            if said["on"] == day:
                self.carry_out(said, strict=posting is self.posting, takes_place=True)
        self.go_on(posting["index"])

    # What is taken back.

    def turn_of_reverse(self, posting):
        original = self.book.known(posting["command"]["act"]["posting"])
        paid = self.paid_by(original)
        for money, line, by in reversed(paid):
            self.let_go(money, line, min(by, self.pair(money, line)))
        self.settle_lines()
        self.settle_money(False, "money_used" if posting is self.posting else "used_later")
        for money, line, by in reversed(paid):
            part = min(-by, self.free(money) - self.kept_back(money), self.open(line))
            if part > 0:
                self.pay(money, line, part)
        if original["kind"] != "allocate" and (self.freed or self.opens(posting)):
            self.prepayments(posting["index"], (original["date"], original["index"]))

    turn_of_delete = turn_of_reverse

    def opens(self, posting):
        """A reversal makes a line owe more."""
        ours = [did for did in posting["did"] if did.get("deal") == self.deal]
        return any(did["what"] == "raised" and did["by"] > 0 or did["what"] == "waived" and did["by"] < 0
                   for did in ours)

    def paid_by(self, original):
        """What a posting itself paid, summed for each pair, in the order in which each was last paid."""
        did = [one for one in original["did"] if one["what"] == "paid" and one["deal"] == self.deal]
        is_allocation = original["kind"] == "allocate"
        if is_allocation:
            did = [one for one in did if any(one["money"] is money for money in original["pays"])]
        else:
            did = [one for one in did if one["on"] == original["date"]]
        sums = {}
        for one in did:
            pair = one["money"]["own"], one["line"]["id"]
            before = sums.pop(pair, (None, None, 0))
            sums[pair] = one["money"], one["line"], before[2] + one["by"]
        return [one for one in sums.values() if one[2] > 0 or one[2] < 0 and not is_allocation]
