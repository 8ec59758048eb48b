"""`channel.protect` (handbook 37): every way in which the hidden numbers may belong to somebody is gone through."""
from datetime import datetime, timedelta
from itertools import product

from customer import may_be_one, phone
from numerals import PricingError

RULES = [{"protection": {"kind": "register_visit_deal", "visit_days": 15, "deal_days": 30}, "lead_minutes": 30}]
SHARES = {1: "1", 2: "0.5", 3: "1/3", 4: "0.25"}


def moment(text):
    return text and datetime.fromisoformat(text)


def days_of(protection):
    return [value for key, value in protection.items() if key != "kind"]


def refuse(request, rules):
    if request.get("policy", {}).get("own_days") == 0:
        raise PricingError("channel.days")
    ids = [one["id"] for one in request["registrations"]]
    if "" in ids:
        raise PricingError("channel.blank")
    if len(set(ids)) < len(ids):
        raise PricingError("channel.id_twice")
    for at, rule in enumerate(rules):
        if 0 in days_of(rule["protection"]):
            raise PricingError("channel.days")
        if rule.get("valid_from", "") > rule.get("valid_to", "9"):
            raise PricingError("channel.dates_turned")
        for other in rules[:at]:
            same = all(rule.get(key) == other.get(key) for key in ("channel", "project"))
            if same and rule.get("valid_from", "") <= other.get("valid_to", "9") \
                    and other.get("valid_from", "") <= rule.get("valid_to", "9"):
                raise PricingError("channel.rules_overlap")


class Claim:
    """One registration at a time."""

    def __init__(self, one, policy, rules, contacts, at):
        self.one, self.policy, self.until = one, policy, None
        self.start = moment(one["recorded_at" if policy.get("time", "recorded") == "recorded" else "registered_at"])
        self.visit = moment(one.get("visit_at"))
        if self.visit and self.visit > at:
            self.visit = None
        deal = moment(one.get("deal_at"))
        self.state = self.judge(rules, contacts, at)
        if deal and deal < at:
            earlier = Claim({k: v for k, v in one.items() if k != "deal_at"}, policy, rules, contacts, deal)
            if earlier.state == "protecting":
                self.state, self.until = "dealt", None
            elif earlier.state != "later":
                self.state, self.until = earlier.state, earlier.until

    def last(self, day, days):
        return day.date() + timedelta(days=days - bool(self.policy.get("first_day_counts")))

    def rule(self, rules):
        day = self.start.date().isoformat()
        fit = [rule for rule in rules
               if rule.get("channel") in (None, self.one["channel"]) and rule.get("project") in (None, self.one["project"])
               and rule.get("valid_from", "") <= day <= rule.get("valid_to", "9")]
        return max(fit, key=lambda rule: 2 * ("channel" in rule) + ("project" in rule), default=None)

    def judge(self, rules, contacts, at):
        withdrawn = moment(self.one.get("withdrawn_at"))
        if max(moment(self.one["recorded_at"]), self.start) > at:
            return "later"
        if withdrawn and withdrawn <= at:
            return "withdrawn"
        own = self.policy.get("own_days", 30 if "own_days" not in self.policy else None)
        if own is not None and any(met <= self.start and self.start.date() <= self.last(met, own) for met in contacts):
            return "own_customer"
        rule = self.rule(rules)
        if rule is None:
            return "no_rule"
        if self.visit and self.visit < self.start:
            return "visit_before"
        if self.visit and self.visit - self.start < timedelta(minutes=rule.get("lead_minutes", 0)):
            return "lead_too_short"
        kind, given = rule["protection"]["kind"], rule["protection"]
        if kind == "register_deal":
            self.until = self.last(self.start, given["days"])
        elif kind == "visit_deal":
            if not self.visit:
                return "waiting"
            self.until = self.last(self.visit, given["days"])
        else:
            self.until = self.last(self.start, given["visit_days"])
            if self.visit and self.visit.date() > self.until:
                self.until = None
                return "visit_late"
            if self.visit:
                self.until = self.last(self.visit, given["deal_days"])
        return "protecting" if at.date() <= self.until else "expired"

    def order(self):
        overlap = self.policy.get("overlap", "first_registered")
        by_visit = overlap in ("first_visit", "last_visit")
        seconds = (self.visit - datetime(2000, 1, 1)).total_seconds() if by_visit and self.visit else 0
        return (by_visit and not self.visit, -seconds if overlap == "last_visit" else seconds, self.start,
                moment(self.one["recorded_at"]), self.one.get("sequence", 0), self.one["id"])


def holders(claims, overlap):
    """The claims that are protected, in order; the first of each channel."""
    first = {}
    for claim in claims:
        first.setdefault(claim.one["channel"], claim)
    return list(first.values()) if overlap == "split" else list(first.values())[:1]


def channels(claims, overlap):
    return frozenset(claim.one["channel"] for claim in holders(claims, overlap))


def protect(request):
    policy = request.get("policy", {})
    rules, overlap = policy.get("rules", RULES), policy.get("overlap", "first_registered")
    refuse(request, rules)
    asked, at = phone(request["phone"]), moment(request["at"])
    if asked is None:
        raise PricingError(None)
    contacts = [moment(met) for met in request.get("own_contacts", [])]
    found = []
    for one in request["registrations"]:
        number = phone(one["phone"])
        if one["project"] != request["project"]:
            continue
        ids = (request.get("customer"), one.get("customer"))
        sure = ids[0] is not None and ids[0] == ids[1] or number == asked and asked[0] == "full"
        if not sure and (number is None or None not in ids or not may_be_one(number, asked)):
            continue
        claim = Claim(one, policy, rules, contacts, at)
        claim.sure = sure
        found.append(claim)
    found.sort(key=Claim.order)
    claims = [claim for claim in found if claim.state == "protecting"]
    ways = set()
    for way in product(*([True] if claim.sure else [True, False] for claim in claims)):
        ways.add(channels([claim for claim, own in zip(claims, way) if own], overlap))
    some = ways - {frozenset()}
    sure = [claim for claim in claims if claim.sure]
    asks = claims and not sure and policy.get("masked") == "asks"
    held = [] if len(some) > 1 or asks else holders(sure or claims, overlap)
    outcome = "ambiguous" if len(some) > 1 or asks else ["nobody", "protected", "shared"][min(len(held), 2)]
    return {
        "outcome": outcome,
        "holders": [{"registration": claim.one["id"], "channel": claim.one["channel"], "share": SHARES[len(held)],
                     "until": claim.until.isoformat()} for claim in held],
        "candidates": [{"registration": claim.one["id"], "matched": "sure" if claim.sure else "possible",
                        "state": claim.state} for claim in found],
    }
