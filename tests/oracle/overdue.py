"""`overdue.assess`, `overdue.aging` and `overdue.forecast` (handbook 6.6, 6.7, 6.10): day by day, as a contract is read.

A claim is a heap of fen, each with the day after which it was unpaid. The late fee of a heap is the sum over
the days that are charged, one by one; the library sums whole ranges of days at once."""
from datetime import date, timedelta
from fractions import Fraction

import numerals
from numerals import FEN, PricingError, half_up, number
from rounding import Rounding

CATEGORIES = {
    "sincerity_money": "pre_sale", "booking_money": "pre_sale", "deposit": "house_non_loan", "down_payment": "house_non_loan",
    "house_payment": "house_non_loan", "commercial_loan": "house_loan", "fund_loan": "house_loan",
    "area_difference": "area_difference", "handling_fee": "charge", "late_fee": "charge",
    "maintenance_fund": "collected", "deed_tax": "collected", "registration_fee": "collected",
}
STANDARD = [(1, 30), (31, 60), (61, 90), (91, 180), (181, 360), (361, None)]
UNIT = {"day": 1, "year360": 360, "year365": 365}


def day(text):
    return text and date.fromisoformat(text)


def category(claim):
    return claim.get("category") or CATEGORIES.get(claim["item"], "other")


def refuse_tiers(tiers):
    for at, tier in enumerate(tiers):
        last = at == len(tiers) - 1
        if number(tier["rate"]) < 0:
            raise PricingError("overdue.number")
        if last and "up_to_days" in tier:
            raise PricingError("overdue.tiers_hole")
        if not last and not tier.get("up_to_days"):
            raise PricingError("overdue.tiers_order")
        if at and not last and tier["up_to_days"] <= tiers[at - 1].get("up_to_days", 0):
            raise PricingError("overdue.tiers_order")
        if at and number(tier["rate"]) < number(tiers[at - 1]["rate"]):
            raise PricingError("overdue.tiers_fall")


def refuse(request):
    recorded = [claim.get("recorded") for claim in request["claims"]]
    if "horizon" in request and recorded and all(one is not None and one > request["horizon"] for one in recorded):
        raise PricingError("overdue.horizon_early")
    if any(not one.get("approval", "S").strip() for one in request.get("waivers", [])):
        raise PricingError("overdue.blank")
    policy = request.get("policy", {})
    if policy.get("grace_days", 0) < 0:
        raise PricingError(None)
    if any("deal" not in one and "customer" not in one for one in request.get("prepayments", [])):
        raise PricingError("overdue.blank")
    refuse_tiers(policy.get("tiers", []))
    before = None
    for change in policy.get("changes", []):
        refuse_tiers(change["tiers"])
        if before and before >= change["from"]:
            raise PricingError("overdue.changes_order")
        before = change["from"]
    if any(not deal.get(field, "S").strip() for deal in request.get("deals", []) for field in ("unit_no", "owner")):
        raise PricingError("overdue.blank")
    for claim in request["claims"]:
        if number(claim["amount"]) < 0:
            raise PricingError("overdue.number")
        for payment in claim.get("payments", []):
            if claim.get("since", "0") > payment["on"]:
                raise PricingError("overdue.payment_early")
            if "reversed" in payment and payment["reversed"]["on"] < payment["on"]:
                raise PricingError("overdue.reversal_early")


def rate_of(tiers, number_of_day):
    for tier in tiers:
        if number_of_day <= tier.get("up_to_days", 10**9):
            return number(tier["rate"])
    return number(0)


class Claim:
    def __init__(self, claim, policy, total, waivers):
        self.claim, self.policy, self.total = claim, policy, total
        # By day: each takes off what is unpaid of the fee on its own day, at most.
        self.waivers, self.waived = sorted(waivers), Fraction(0)
        self.due = day(claim.get("due"))
        bears = category(claim) in policy.get("categories", ["house_non_loan", "area_difference"])
        self.bears = bears and self.due is not None
        self.amount = number(claim["amount"])
        # Heaps: the day after which it is unpaid, and the amount.
        self.heaps = [[None, self.amount]]
        self.settled, self.charged = Fraction(0), False
        self.principal, self.fee_paid = Fraction(0), Fraction(0)
        self.paid_parts = []

    def days(self, on):
        return (on - self.due).days if self.due else 0

    def fee_of(self, amount, after, on):
        """Day by day; and whether any day is charged."""
        if not self.bears or amount <= 0:
            return Fraction(0), False
        until, grace = self.days(on), self.policy.get("grace_days", 0)
        first = 1
        if self.policy.get("grace_mode", "excluded") == "excluded":
            first = grace + 1
        elif until <= grace:
            return Fraction(0), False
        offset = first - 1 if self.policy.get("tier_start") == "first_charged_day" else 0
        if self.policy.get("grace_mode") == "cliff":
            offset = 0
        if after is not None:
            first = max(first, after + 1)
        fee = Fraction(0)
        for n in range(first, until + 1):
            tiers = self.policy.get("tiers", [])
            for change in self.policy.get("changes", []):
                if self.due + timedelta(days=n) >= day(change["from"]):
                    tiers = change["tiers"]
            own = (n if self.policy.get("tier_mode") == "marginal" else until) - offset
            fee += amount * rate_of(tiers, own)
        return fee / UNIT[self.policy.get("rate_unit", "day")], until >= first

    def fee(self, on):
        fee, charged = self.settled, self.charged
        for after, amount in self.heaps:
            own, is_charged = self.fee_of(amount, after, on)
            fee, charged = fee + own, charged or is_charged
        if not charged:
            return number(0)
        fee += number(self.policy.get("fixed_fee", "0"))
        for cap in self.policy.get("caps", []):
            if cap["kind"] == "of_total" and self.total is None:
                raise PricingError("overdue.total_missing")
            most = {"amount": lambda: number(cap["amount"]), "of_claim": lambda: number(cap["share"]) * self.amount,
                    "of_total": lambda: number(cap["share"]) * self.total}[cap["kind"]]()
            fee = min(fee, most)
        return Rounding(self.policy.get("rounding", {"place": "0.01"}))(fee)

    def unpaid_fee(self, on):
        return max(self.fee(on) - self.waived - self.fee_paid, 0)

    def waive(self, until):
        while self.waivers and self.waivers[0][0] <= until:
            on, amount = self.waivers.pop(0)
            self.waived += min(amount, self.unpaid_fee(on))

    def pay_fee(self, on, amount):
        paid = min(amount, self.unpaid_fee(on))
        self.fee_paid += paid
        return amount - paid

    def pay_principal(self, on, amount):
        for heap in self.heaps:
            paid = min(amount, heap[1])
            if paid > 0:
                fee, charged = self.fee_of(paid, heap[0], on)
                self.settled, self.charged = self.settled + fee, self.charged or charged
                heap[1] -= paid
                amount -= paid
                self.principal += paid
                self.paid_parts.append([self.days(on), paid])
        return amount

    def pay(self, on, amount):
        if amount < 0:
            if -amount > self.principal:
                raise PricingError("overdue.given_back_above")
            self.principal += amount
            back = -amount
            while back > 0:  # What came last goes back first.
                part = self.paid_parts[-1]
                taken = min(back, part[1])
                part[1], back = part[1] - taken, back - taken
                if part[1] == 0:
                    self.paid_parts.pop()
            after = self.days(on)
            if after > 0:
                self.heaps.append([after, -amount])
            else:
                self.heaps[0][1] -= amount
            return
        first = self.policy.get("order") == "penalty_first"
        left = self.pay_fee(on, amount) if first else amount
        left = self.pay_principal(on, left)
        if left and not first:
            left = self.pay_fee(on, left)
        if left:
            raise PricingError("overdue.paid_above")

    def late_parts(self):
        return [(days, amount) for days, amount in self.paid_parts if self.due and days > 0]

    def outstanding(self):
        return sum(amount for _, amount in self.heaps)


def run(request):
    """Every claim of the day after its payments, with the claim."""
    as_of, horizon = day(request["as_of"]), request.get("horizon", 10**9)
    recorded = lambda entry: entry.get("recorded", -1) <= horizon
    totals = {deal["id"]: number(deal["contract_total"]) for deal in request.get("deals", []) if "contract_total" in deal}
    for claim in request["claims"]:
        if claim.get("since", "0") > request["as_of"] or not recorded(claim):
            continue
        waivers = [(day(one["on"]), number(one["amount"])) for one in request.get("waivers", [])
                   if one["claim"] == claim["id"] and "approval" in one and one["on"] <= request["as_of"]]
        own = Claim(claim, request.get("policy", {}), totals.get(claim["deal"]), waivers)
        counted = [one for one in claim.get("payments", []) if day(one["on"]) <= as_of and recorded(one)
                   and not ("reversed" in one and day(one["reversed"]["on"]) <= as_of and recorded(one["reversed"]))]
        for one in sorted(counted, key=lambda one: (one["on"], number(one["amount"]) < 0)):
            own.waive(day(one["on"]))
            own.pay(day(one["on"]), number(one["amount"]))
        own.waive(as_of)
        yield claim, own


def of_sums(answer):
    """Sums past the range of money, in the words of claims."""
    def answered(request):
        try:
            return answer(request)
        except PricingError as error:
            raise PricingError("overdue.sum" if error.args[0] == "number.overflow" else error.args[0]) from error
    return answered


@of_sums
def assess(request):
    refuse(request)
    as_of, policy = day(request["as_of"]), request.get("policy", {})
    claims, sums = [], {}
    for claim, own in run(request):
        owed, fee = own.outstanding(), own.fee(as_of)
        waived = own.waived
        late_fee = own.fee_paid if policy.get("lapses_when_paid") and owed == 0 else fee - waived
        posted = sum((number(one["amount"]) for one in request.get("posted", [])
                      if one["claim"] == claim["id"] and one["on"] <= request["as_of"]), number(0))
        overdue = max(own.days(as_of), 0) if owed > 0 else 0
        figures = {"outstanding": owed, "reference_fee": fee, "waived": waived, "late_fee": late_fee, "late_fee_paid": own.fee_paid,
                   "late_fee_outstanding": late_fee - own.fee_paid, "to_post": late_fee - posted}
        for name, value in (figures | {"overdue": owed if overdue else number(0)}).items():
            sums[name] = sums.get(name, number(0)) + value
        claims.append({"claim": claim["id"], "overdue_days": overdue} | {name: numerals.money(value) for name, value in figures.items()})
    return {"claims": claims, "totals": {name: numerals.money(value) for name, value in sums.items()}}


def buckets_of(request):
    given = request.get("buckets")
    if given is None:
        return STANDARD
    if given and given[0]["from_days"] == 0:
        raise PricingError("overdue.buckets_from")
    expected = 1
    for bucket in given:
        if expected is None or bucket["from_days"] < expected:
            raise PricingError("overdue.buckets_overlap")
        if bucket["from_days"] > expected:
            raise PricingError("overdue.buckets_hole")
        if "to_days" in bucket and bucket["to_days"] < bucket["from_days"]:
            raise PricingError("overdue.bucket_empty")
        expected = bucket["to_days"] + 1 if "to_days" in bucket else None
    if expected is not None:
        raise PricingError("overdue.buckets_end")
    return [(bucket["from_days"], bucket.get("to_days")) for bucket in given]


def keys(by, claim, deals):
    deal = deals.get(claim["deal"], {})
    return {"item": claim["item"], "category": category(claim), "loan": "loan" if category(claim) == "house_loan" else "non_loan",
            "deal": claim["deal"]}.get(by) or deal.get(by)


@of_sums
def aging(request):
    refuse(request)
    buckets = buckets_of(request)
    as_of, mode = day(request["as_of"]), request.get("mode", "still_owed")
    deals = {deal["id"]: deal for deal in request.get("deals", [])}
    empty = lambda: {"not_due": number(0), "undated": number(0), "prepayment": number(0), "claims": 0,
                     "buckets": [number(0) for _ in buckets]}
    total, tables = empty(), [(by, {}) for by in request.get("by", [])]
    def rows(claim):
        yield total
        for by, table in tables:
            yield table.setdefault(keys(by, claim, deals), empty())
    for claim, own in run(request):
        amounts = []
        owed = own.outstanding()
        if mode != "since_paid" and owed > 0:
            where = "undated" if own.due is None else "not_due" if own.days(as_of) <= 0 else own.days(as_of)
            amounts.append((where, owed))
        if mode != "still_owed":
            amounts += own.late_parts()
        for row in rows(claim) if amounts else ():
            row["claims"] += 1
            for where, amount in amounts:
                if isinstance(where, str):
                    row[where] += amount
                    continue
                at = next(n for n, (low, high) in enumerate(buckets) if low <= where and (high is None or where <= high))
                row["buckets"][at] += amount
    for one in request.get("prepayments", []) if mode != "since_paid" else []:
        if one["on"] > request["as_of"] or one.get("recorded", -1) > request.get("horizon", 10**9):
            continue
        total["prepayment"] += number(one["amount"])
        for by, table in tables:
            deal = deals.get(one.get("deal"), {})
            key = None if by in ("item", "category", "loan") else one.get("deal") if by == "deal" else deal.get(by)
            key = key or (one.get("customer") if by == "customer" else None)
            table.setdefault(key, empty())["prepayment"] += number(one["amount"])
    return {"total": shown(total), "tables": [
        {"by": by, "rows": [({"key": key} if key else {}) | shown(table[key]) for key in sorted(table, key=lambda k: (k is None, (k or "").encode()))]}
        for by, table in tables] or None}


def shown(row):
    outstanding = row["not_due"] + row["undated"] + sum(row["buckets"])
    return {"not_due": numerals.money(row["not_due"]), "undated": numerals.money(row["undated"]),
            "buckets": [numerals.money(one) for one in row["buckets"]], "outstanding": numerals.money(outstanding),
            "prepayment": numerals.money(row["prepayment"]), "net": numerals.money(outstanding - row["prepayment"]),
            "claims": row["claims"]}


KINDS = ["non_loan", "loan", "fee"]


def kind_of(claim):
    return {"house_loan": "loan", "collected": "fee", "charge": "fee"}.get(category(claim), "non_loan")


def later(on, days):
    """A day so many days later; out of the calendar it is refused."""
    try:
        return on + timedelta(days=days)
    except OverflowError as error:
        raise PricingError("overdue.past_calendar") from error


def cash_day(claim, deal, policy):
    """The day on which the money would come in."""
    if kind_of(claim) != "loan":
        return day(claim.get("due"))
    if "promised" in claim:
        return day(claim["promised"])
    cycle = policy.get("loan_cycle_days")
    found = later(day(deal["signed_on"]), cycle) if "signed_on" in deal and cycle is not None else day(claim.get("due"))
    days = [one for one in (found, day(claim.get("not_before"))) if one]
    return max(days) if days else None


def rate_for(policy, kind, overdue):
    rates = policy.get("rates", [])
    if not rates:
        return number(1), 0
    for rate in rates:
        low, high = (rate["from_days"], rate.get("to_days", 10**9)) if "from_days" in rate else (0, 0)
        if rate["kind"] == kind and low <= overdue <= high:
            return number(rate["probability"]), rate.get("lag_days", 0)
    raise PricingError("overdue.rate_missing")


def refuse_rates(policy):
    spans = []
    for rate in policy.get("rates", []):
        low, high = (rate["from_days"], rate.get("to_days", 10**9)) if "from_days" in rate else (0, 0)
        if rate.get("from_days") == 0 or "from_days" not in rate and "to_days" in rate:
            raise PricingError("overdue.rate_from")
        if low > high:
            raise PricingError("overdue.bucket_empty")
        if any(kind == rate["kind"] and low <= upper and lower <= high for kind, lower, upper in spans):
            raise PricingError("overdue.rates_overlap")
        spans.append((rate["kind"], low, high))


def unit_of(on, unit):
    """The unit that a day is in, by a name that changes from one to the next."""
    return {"week": on.isocalendar()[:2], "month": (on.year, on.month), "quarter": (on.year, (on.month - 1) // 3), "year": on.year}[unit]


def periods_of(first, to, unit):
    """How many there are."""
    if unit == "week":
        return (to - first + timedelta(days=first.weekday())).days // 7 + 1
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    of = lambda on: (on.year * 12 + on.month - 1) // length
    return of(to) - of(first) + 1


def refuse_accounts(accounts):
    for at, account in enumerate(accounts):
        if any(one["account"] == account["account"] for one in accounts[:at]):
            raise PricingError("overdue.twice")
        days = [node["on"] for node in account["nodes"]]
        if any(before >= after for before, after in zip(days, days[1:])):
            raise PricingError("overdue.nodes_order")


@of_sums
def forecast(request):
    refuse(request)
    as_of, to, policy = day(request["as_of"]), day(request["to"]), request.get("forecast_policy", {})
    if to <= as_of:
        raise PricingError("overdue.forecast_end")
    if request.get("actual_until", "9999") < request["as_of"]:
        raise PricingError("overdue.actual_early")
    if periods_of(as_of + timedelta(days=1), to, request.get("unit", "month")) > 10_000:
        raise PricingError("overdue.many_periods")
    refuse_rates(policy)
    refuse_accounts(request.get("accounts", []))
    if any(number(one["average_total"]) < 0 or not 0 <= number(one["first_payment_share"]) <= 1 for one in request.get("sales", [])):
        raise PricingError("overdue.number")
    first, deals = as_of + timedelta(days=1), {deal["id"]: deal for deal in request.get("deals", [])}
    money, undated = [], number(0)
    for claim, own in run(request):
        owed = own.outstanding()
        if owed <= 0:
            continue
        cash = cash_day(claim, deals.get(claim["deal"], {}), policy)
        if cash is None:
            undated += owed
            continue
        # Arrears and what falls due are those of the contract; a promise and an anchor move the cash alone.
        due = day(claim.get("due")) or cash
        probability, lag = rate_for(policy, kind_of(claim), max((as_of - due).days, 0))
        money.append((kind_of(claim), owed, due, half_up(owed * probability, FEN), later(max(cash, first), lag)))
    # Day by day through the forecast; a new unit begins a new period.
    periods, on = [], first
    while on <= to:
        if not periods or unit_of(on, request.get("unit", "month")) != unit_of(periods[-1][1], request.get("unit", "month")):
            periods.append([on, on])
        periods[-1][1] = on
        on += timedelta(days=1)
    arrears = {kind: sum((owed for one, owed, due, _, _ in money if one == kind and due < first), number(0)) for kind in KINDS}
    until, answer = day(request.get("actual_until")), []
    for low, high in periods:
        rows = []
        for kind in KINDS:
            falls = sum((owed for one, owed, due, _, _ in money if one == kind and low <= due <= high), number(0))
            comes = sum((amount for one, _, _, amount, when in money if one == kind and low <= when <= high), number(0))
            row = {"kind": kind, "opening": arrears[kind], "due": falls, "expected": comes, "closing": arrears[kind] + falls - comes}
            arrears[kind] = row["closing"]
            if until and high <= until:
                row["actual"] = sum((number(one["amount"]) for claim in request["claims"] if kind_of(claim) == kind
                                     for one in claim.get("payments", []) if low <= day(one["on"]) <= high and not one.get("credit")
                                     and not ("reversed" in one and day(one["reversed"]["on"]) <= until)), number(0))
                there = [claim for claim in request["claims"] if "since" not in claim or day(claim["since"]) <= as_of]
                there = [claim for claim in there if "horizon" not in request or claim.get("recorded", 0) <= request["horizon"]]
                row["actual_known"] = sum((number(one["amount"]) for claim in there if kind_of(claim) == kind
                                           for one in claim.get("payments", []) if low <= day(one["on"]) <= high and not one.get("credit")
                                           and not ("reversed" in one and day(one["reversed"]["on"]) <= until)), number(0))
                row["deviation"] = comes - row["actual"]
            rows.append(row | ({} if not row.get("actual") else {"deviation_share": numerals.plain(row["deviation"] / row["actual"])}))
        sales = sum((half_up(one["units"] * number(one["average_total"]) * number(one["first_payment_share"]), FEN)
                     for one in request.get("sales", []) if low <= day(one["on"]) <= high), number(0))
        answer.append({"from": low.isoformat(), "to": high.isoformat(), "sales": numerals.money(sales),
                       "rows": [{name: numerals.money(value) if isinstance(value, Fraction) else value for name, value in row.items()} for row in rows]})
    after = sum((amount for _, _, _, amount, when in money if when > to), number(0))
    return {"periods": answer, "later": numerals.money(after), "undated": numerals.money(undated)} | released(request, money, first, to)


def released(request, money, first, to):
    """What supervised accounts release, node by node: all that is above what has to stay."""
    collects, releases = next((one["account"] for one in request.get("accounts", []) if one.get("collects")), None), []
    for account in request.get("accounts", []):
        # A node that was reached already rules from the first day on, unless a later one does.
        nodes = {}
        for node in account["nodes"]:
            nodes[max(day(node["on"]), first)] = number(node["required"])
        balance, on = number(account["balance"]), first
        while on <= to:
            if account["account"] == collects:
                balance += sum((amount for kind, _, _, amount, when in money if kind != "fee" and when == on), number(0))
            if on in nodes and balance > nodes[on]:
                releases.append({"account": account["account"], "on": on.isoformat(), "amount": numerals.money(balance - nodes[on])})
                balance = nodes[on]
            on += timedelta(days=1)
    releases.sort(key=lambda one: (one["on"], one["account"]))
    return {"releases": releases} if releases else {}
