"""A second ledger (handbook 6): a list of postings that is gone through anew whenever something is asked.

Amounts are counts of fen. A posting has a list of what it did; a line is a receivable.
"""
from numerals import money, number

CATEGORIES = {
    "sincerity_money": "pre_sale", "booking_money": "pre_sale", "deposit": "house_non_loan",
    "down_payment": "house_non_loan", "house_payment": "house_non_loan", "commercial_loan": "house_loan",
    "fund_loan": "house_loan", "area_difference": "area_difference", "handling_fee": "charge", "late_fee": "charge",
}
POOLS = {"pre_sale": "pre_sale", "house_non_loan": "house", "area_difference": "house", "house_loan": "loan",
         "collected": "collected", "charge": "charge", "other": "other"}
HOUSE = ("house", "loan")
LASTING = ("open_deal", "sign", "reach", "end_deal", "verify", "close")


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = "ledger." + code


def fen(text):
    return int(number(text) * 100)


def yuan(count):
    return money(number(count) / 100)


def is_house(line):
    return POOLS[line["category"]] in HOUSE


class Book:
    """A second ledger. The posting that is being made is the last of the list."""

    def __init__(self, policy):
        self.policy = policy.get("allocation", {})
        self.own_items = {item["code"]: item for item in policy.get("items", [])}
        self.postings, self.keys = [], {}

    # What the postings say.

    def did(self, what):
        return [did for posting in self.postings for did in posting["did"] if did["what"] == what]

    def lines(self, deal):
        return [line for posting in self.postings for line in posting["lines"] if line["deal"] == deal]

    def money(self, deal):
        return [money for posting in self.postings for money in posting["money"] if money["deal"] == deal]

    def deal(self, name):
        if name not in [did["deal"] for did in self.did("opened")]:
            raise Refused("deal_unknown")
        return name

    def find(self, id):
        found = [line for posting in self.postings for line in posting["lines"] if line["id"] == id]
        return found[0] if found else None

    def line(self, id):
        line = self.find(id)
        if line is None:
            raise Refused("receivable_unknown")
        return line

    def signed(self, deal):
        """The day on which a deal was signed."""
        days = [did["on"] for did in self.did("signed") if did["deal"] == deal]
        return days[0] if days else None

    def ended(self, deal):
        """The day on which a deal ended."""
        days = [did["on"] for did in self.did("ended") if did["deal"] == deal]
        return days[0] if days else None

    def closed(self):
        days = [did["through"] for did in self.did("closed")]
        return days[-1] if days else None

    def mirrored(self, key):
        return key in [did["of"] for did in self.did("mirrored")]

    def verified(self, key):
        return key in [did["of"] for did in self.did("verified")]

    def known(self, key):
        if key not in self.keys:
            raise Refused("posting_unknown")
        return self.postings[self.keys[key]]

    def category(self, item, given=None):
        """What kind of money an item is; it stays what it was first said to be."""
        said = [posting["items"][item] for posting in self.postings if item in posting["items"]]
        known = said[0] if said else CATEGORIES.get(item) or self.own_items.get(item, {}).get("category")
        if known and given and known != given:
            raise Refused("item_category")
        if not (known or given):
            raise Refused("item_unknown")
        return known or given

    # A posting.

    def date_of(self, command, today):
        act = command["act"]
        if act["kind"] == "delete" and act["posting"] in self.keys:
            return self.known(act["posting"])["date"]
        if act["kind"] == "allocate" and "date" not in command and act["receipt"] in self.keys:
            return self.known(act["receipt"])["date"]
        return command.get("date", today)

    def post(self, now, command, doing):
        """A posting, and whether it is an old one."""
        key, act, today = command["key"], command["act"], now[:10]
        if key in self.keys:
            if self.known(key)["command"] != command:
                raise Refused("key_reused")
            return self.known(key), True
        if command.get("currency", "CNY") != "CNY":
            raise Refused("currency")
        date = self.date_of(command, today)
        if date > today:
            raise Refused("date_ahead")
        if self.closed() and date <= self.closed() and act["kind"] != "close":
            raise Refused("period_closed")
        payment = act.get("receipt") if act["kind"] == "receive" else act.get("refund")
        reference = payment.get("reference") if isinstance(payment, dict) else None
        if reference and any(one["reference"] == reference and not self.mirrored(one["key"]) for one in self.postings):
            raise Refused("reference_used")
        posting = {"key": key, "index": len(self.postings), "kind": act["kind"], "command": command, "date": date,
                   "recorded": today, "reference": reference, "deals": [], "did": [], "lines": [], "money": [],
                   "items": {}, "pays": [], "instructions": []}
        self.postings.append(posting)
        try:
            doing(self, posting).whole()
        except Refused:
            self.postings.pop()
            raise
        self.keys[key] = posting["index"]
        return posting, False
