"""`payment.loan` (handbook 4.4).

Powers of a monthly rate have thousands of digits as fractions, so loans are decimals of 200
digits; what is nearer than 10^-60 to a half was a half before the last digits were lost.
"""
from decimal import ROUND_CEILING, ROUND_HALF_UP, Context, Decimal, setcontext

from dates import add_months, day
from numerals import PricingError

EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
FEN, MILLIONTH, NOISE = Decimal("0.01"), Decimal("0.000001"), Decimal("1e-60")
MOST = Decimal(2**63 - 1) / 100
LONGEST, LONGEST_BULLET = 1200, 12
# Published rates in force through the dates that requests ask for: up to 5 years, over.
PRESETS = {
    "fund_first_home": ("0.021", "0.026"),
    "fund_second_home": ("0.02525", "0.03075"),
    "lpr_one_year": ("0.03", "0.03"),
    "lpr_five_years": ("0.035", "0.035"),
}
# The rate of another term is no rate: the central bank prices loans of one year by one, loans of
# more than five years by the other.
FOREIGN_TERM = {
    "lpr_one_year": lambda months: months > 60,
    "lpr_five_years": lambda months: months == 12,
}


def fen(amount):
    return (amount + (NOISE if amount >= 0 else -NOISE)).quantize(FEN)


def money(amount):
    if abs(amount) > MOST:
        raise PricingError("number.overflow")
    return str(fen(amount))


def plain(amount):
    text = str((amount + NOISE).quantize(MILLIONTH))
    return text.rstrip("0").rstrip(".")


def annual_rate(rate, months, home=None):
    if rate["kind"] == "annual":
        return Decimal(rate["annual"])
    if rate["kind"] == "preset":
        name = rate["preset"]
        if FOREIGN_TERM.get(name, lambda _: False)(months):
            raise PricingError("loan.preset_term")
        if name == "fund":
            name = "fund_second_home" if (home or 1) > 1 else "fund_first_home"
        found = PRESETS[name][0 if months <= 60 else 1]
    else:
        rows = [r for r in rate["rows"] if day(r["from"]) <= day(rate["date"])
                and months <= r.get("max_months", months)]
        if not rows:
            raise PricingError(None)
        found = max(rows, key=lambda r: (r["from"], -r.get("max_months", LONGEST)))["annual"]
    return Decimal(found) + Decimal(rate.get("spread", "0"))


def instalment(balance, monthly, months):
    """M = P i (1+i)^n / ((1+i)^n - 1)."""
    if not monthly:
        return balance / months
    grown = (1 + monthly) ** months
    return balance * monthly * grown / (grown - 1)


class Month:
    def __init__(self, payment, principal, interest, balance):
        self.payment, self.principal, self.interest = payment, principal, interest
        self.prepaid, self.balance = None, balance


class Loan:
    """A loan on its way: what is paid is computed anew whenever `restart` is called."""

    def __init__(self, terms):
        self.terms, self.convention = terms, terms.get("convention", "cent_schedule")
        self.cents = self.convention != "theoretical"
        self.even = terms.get("repayment", "equal_instalment") == "equal_instalment"
        self.balance, self.last = Decimal(terms["principal"]), terms["months"]
        self.annual = annual_rate(terms["rate"], self.last, terms.get("home"))
        if self.balance <= 0 or self.balance > MOST or not 1 <= self.last <= LONGEST or self.annual < 0:
            raise PricingError(None)
        self.monthly = self.annual / 12
        self.shortened, self.rows = False, []
        self.changes = {}
        for change in terms.get("changes", []):
            self.changes.setdefault(self.month_of(change), []).append(change)

    def month_of(self, change):
        """The month of a change, from its number or its date."""
        month, first = change.get("month"), day(self.terms.get("first_payment"))
        if (month is None) == ("date" not in change):
            raise PricingError(None)
        if month is None:
            if first is None:
                raise PricingError(None)
            # A rate counts from the month whose interest begins on that day: a payment earlier.
            back = 2 if change["kind"] == "rate" else 1
            month = 1
            while month <= self.last and add_months(first, month - back) < day(change["date"]):
                month += 1
        if not 1 <= month <= self.last:
            raise PricingError(None)
        return month

    def restart(self, month):
        left = self.last - month + 1
        self.payment = instalment(self.balance, self.monthly, left)
        self.part = self.exact_part = self.balance / left
        self.exact_balance = self.balance
        self.shortened = False
        if self.cents:
            self.payment, self.part = fen(self.payment), fen(self.part)

    def interest(self, balance):
        return fen(balance * self.monthly) if self.cents else balance * self.monthly

    def ends(self):
        """A payment that was rounded up may pay off a small loan before its time."""
        due = self.balance + (self.interest(self.balance) if self.even else 0)
        return self.convention == "cent_schedule" and due <= (self.payment if self.even else self.part)

    def pay(self, final):
        """The next month; `final` pays off the loan."""
        interest = self.interest(self.balance)
        principal = self.payment - interest if self.even else self.part
        if final or self.cents and principal > self.balance:
            principal = self.balance
        payment = self.payment if self.even else principal + interest
        if not self.even:
            if self.convention == "cent_payment":
                payment = fen(self.exact_part + self.exact_balance * self.monthly)
                self.exact_balance -= self.exact_part
        if final and (self.convention != "cent_payment" or self.shortened):
            payment = principal + interest
        self.balance -= principal
        # With payments that stand, interest is what is left of them.
        self.rows.append(Month(payment, principal, payment - principal, self.balance))

    def months_needed(self):
        """How long the balance lasts if the payment stays."""
        if not self.even:
            return int((self.balance / self.part - NOISE).to_integral_value(ROUND_CEILING))
        balance, months = self.balance, 1
        while months < LONGEST:
            interest = self.interest(balance)
            if balance + interest <= self.payment + NOISE:
                break
            balance -= self.payment - interest
            months += 1
        return months

    def prepay(self, month, change):
        amount = self.balance if change["kind"] == "pay_off" else Decimal(change["amount"])
        if not 0 < amount <= self.balance + NOISE:
            raise PricingError(None)
        self.rows[-1].prepaid = (self.rows[-1].prepaid or 0) + amount
        self.balance -= amount
        self.rows[-1].balance = self.balance
        if change["kind"] == "pay_off":
            self.last = month
        elif change["effect"] == "lower_payment":
            if month < self.last:
                self.restart(month + 1)
        else:
            self.last = min(self.last, month + self.months_needed())
            self.exact_balance, self.exact_part = self.balance, self.part  # what is paid stays
            self.shortened = True

    def run(self):
        self.restart(1)
        month = 0
        while month < self.last:
            month += 1
            changes = self.changes.pop(month, [])
            for change in changes:
                if change["kind"] == "rate":
                    self.annual = Decimal(change["annual"])
                    if self.annual < 0:
                        raise PricingError(None)
                    self.monthly = self.annual / 12
                    self.restart(month)
            if self.ends():
                self.last = month
            self.pay(month == self.last)
            for change in changes:
                if change["kind"] != "rate":
                    self.prepay(month, change)
        if self.changes:
            raise PricingError(None)  # the loan ended before the change
        return self.rows


def row_text(month, row, due=None):
    return {
        "month": month,
        "due": due,
        "payment": money(row.payment),
        "principal": money(row.principal),
        "interest": money(row.interest),
        "prepaid": None if row.prepaid is None else money(row.prepaid),
        "balance": money(row.balance),
    }


def bullet(loan):
    """Nothing is paid before the last month."""
    interest = loan.balance * loan.annual * loan.last / 12
    if loan.last > LONGEST_BULLET or loan.changes:
        raise PricingError(None)
    waiting = [Month(*map(Decimal, (0, 0, 0)), loan.balance) for _ in range(loan.last - 1)]
    if loan.cents:
        interest = fen(interest)
    return [*waiting, Month(loan.balance + interest, loan.balance, interest, Decimal(0))]


def schedule(terms, table):
    """One loan: its answer and its months."""
    loan, once = Loan(terms), terms.get("repayment") == "bullet"
    principal, months, annual, monthly = loan.balance, loan.last, loan.annual, loan.monthly
    rows = bullet(loan) if once else loan.run()
    answer = {
        "principal": money(principal),
        "months": len(rows),
        "annual_rate": plain(annual),
        "first_payment": money(rows[-1 if once else 0].payment),
        "last_payment": money(rows[-1].payment),
        "monthly_decrease": None if loan.even or once else plain(principal / months * monthly),
        "per_ten_thousand": plain(instalment(Decimal(10000), monthly, months)) if loan.even else None,
        "total_payment": money(sum(r.payment + (r.prepaid or 0) for r in rows)),
        "total_interest": money(sum(r.interest for r in rows)),
    }
    if table:
        first = day(terms.get("first_payment"))
        answer["table"] = [
            row_text(k, row, first and add_months(first, 0 if once else k - 1).isoformat())
            for k, row in enumerate(rows, 1) if k == months or not once
        ]
    return answer, rows


def together(answers, rows, table):
    """All loans added up month by month, as they are shown."""
    months = max(map(len, rows))
    total = []
    for k in range(months):
        at = [r[k] for r in rows if k < len(r)]
        month = Month(*(sum(fen(getattr(r, f)) for r in at) for f in ("payment", "principal", "interest", "balance")))
        paid_back = [fen(r.prepaid) for r in at if r.prepaid is not None]
        month.prepaid = sum(paid_back) if paid_back else None
        total.append(month)
    both = {
        field: money(sum(Decimal(a[field]) for a in answers))
        for field in ("principal", "total_payment", "total_interest")
    }
    both["months"], both["first_payment"] = months, money(total[0].payment)
    both["highest_payment"] = money(max(r.payment for r in total))
    if table:
        both["table"] = [row_text(k, row) for k, row in enumerate(total, 1)]
        for row in both["table"]:
            del row["due"]
    return both


def loans(request):
    setcontext(EXACT)
    table = request.get("table", True)
    home = {"home": request["home_count"]} if "home_count" in request else {}
    found = [schedule(terms | home, table) for terms in request["loans"]]
    if not found:
        raise PricingError(None)
    answers, rows = [one[0] for one in found], [one[1] for one in found]
    answer = {"loans": answers}
    if len(found) > 1:
        answer["combined"] = together(answers, rows, table)
    return answer
