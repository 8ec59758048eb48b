"""Civil dates: month ends, due dates, working days (handbook 4.2)."""
from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)
ANCHORS = {
    "booking_date": "booking",
    "subscription_date": "subscription",
    "agreed_signing_date": "agreed_signing",
    "mortgage_date": "mortgage",
    "sale_filed": "sale_filed",
    "completion_filed": "completion_filed",
    "area_settlement_date": "area_settlement",
    "handover_date": "handover",
    "title_date": "title",
}


def day(text):
    return None if text is None else date.fromisoformat(text)


def add_months(start, months):
    """The same day of another month, or the last day of a shorter one."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def anchor_day(anchor, dates):
    """The day an anchor stands for so far, and the day before which nothing on it is due."""
    kind = anchor["kind"]
    if kind == "fixed_date":
        return day(anchor["date"]), None
    if kind == "signing_date":
        return day(dates.get("signing", dates.get("agreed_signing"))), None
    if kind == "construction_node":
        for node in dates.get("nodes", []):
            if node["node"] == anchor["node"]:
                return day(node.get("real", node.get("planned"))), day(node.get("notice"))
        return None, None
    return day(dates.get(ANCHORS[kind])), None


def next_working_day(when, rules):
    holidays = set(map(day, rules.get("holidays", [])))
    worked = set(map(day, rules.get("workdays", [])))
    while when in holidays or (when.weekday() > 4 and when not in worked):
        when += DAY
    return when


FILINGS = ("sale_filed", "completion_filed")


def pay_out_day(anchor, dates):
    """The day a loan can be paid out: that of its anchor, and no day before signing."""
    start, _ = anchor_day(anchor, dates)
    if start is None or anchor["kind"] not in (*FILINGS, "mortgage_date"):
        return start
    signed, _ = anchor_day({"kind": "signing_date"}, dates)
    if signed is None:
        return None if anchor["kind"] in FILINGS else start
    return max(start, signed)


def due(anchor, months, days, dates, grace=0, working_days=None, lent=False):
    """The due date as text, or None while its anchor has no date."""
    start, notice = anchor_day(anchor, dates)
    if lent:
        start = pay_out_day(anchor, dates)
    if start is None:
        return None
    when = add_months(start, months) + days * DAY
    if notice is not None:
        when = max(when, notice + grace * DAY)
    if working_days is not None:
        when = next_working_day(when, working_days)
    return when.isoformat()
