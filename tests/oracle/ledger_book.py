"""A second ledger (handbook 6): lists that are summed anew whenever something is asked. Amounts are counts of fen."""
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


class Deal:
    def __init__(self):
        self.receivables, self.money, self.pairs = [], [], []
        self.signed, self.ended = None, False
        # Money and receivable of which a person said that the one pays the other.
        self.by_hand = []
        # What changed: the day, what of, by how much.
        self.dated = []


class Book:
    """A second ledger."""

    def __init__(self, policy):
        self.policy = policy.get("allocation", {})
        self.own_items = {item["code"]: item for item in policy.get("items", [])}
        self.deals, self.receivables, self.postings, self.keys = {}, {}, [], {}
        self.categories, self.references, self.approvals, self.closed = {}, {}, {}, None
        self.allowed = {}

    def category(self, item, given=None):
        known = self.categories.get(item) or CATEGORIES.get(item)
        known = known or self.own_items.get(item, {}).get("category")
        if known and given and known != given:
            raise Refused("item_category")
        if not (known or given):
            raise Refused("item_unknown")
        return known or given

    def deal(self, name):
        if name not in self.deals:
            raise Refused("deal_unknown")
        return self.deals[name]

    def receivable(self, name):
        if name not in self.receivables:
            raise Refused("receivable_unknown")
        return self.receivables[name]

    def post(self, now, command, doing):
        """A posting, and whether it is an old one."""
        key, act, today = command["key"], command["act"], now[:10]
        if key in self.keys:
            if self.postings[self.keys[key]]["command"] != command:
                raise Refused("key_reused")
            return self.postings[self.keys[key]], True
        if command.get("currency", "CNY") != "CNY":
            raise Refused("currency")
        date = command.get("date", today)
        if act["kind"] == "delete" and act["posting"] in self.keys:
            date = self.postings[self.keys[act["posting"]]]["date"]
        if act["kind"] == "allocate" and "date" not in command and act["receipt"] in self.keys:
            date = self.postings[self.keys[act["receipt"]]]["date"]
        if date > today:
            raise Refused("date_ahead")
        if self.closed and date <= self.closed and act["kind"] != "close":
            raise Refused("period_closed")
        payment = act.get("receipt") if act["kind"] == "receive" else act.get("refund")
        reference = payment.get("reference") if isinstance(payment, dict) else None
        if reference in self.references and not self.postings[self.references[reference]].get("mirrored"):
            raise Refused("reference_used")
        posting = {"key": key, "command": command, "date": date, "recorded": today, "did": [], "kind": act["kind"],
                   "received": []}
        try:
            one = doing(self, posting)
            one.act(act)
            if act["kind"] == "delete" and command.get("date", date) != date:
                raise Refused("deletion_day")
            one.guard()
        except Refused:
            for undo in reversed(posting["did"]):
                undo["undo"]()
            raise
        self.keys[key] = len(self.postings)
        if reference:
            self.references[reference] = len(self.postings)
        self.postings.append(posting)
        return posting, False
