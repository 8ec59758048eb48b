"""Whose customer it is, and what is due (handbook 9.3, 23)."""
from datetime import date, timedelta
from fractions import Fraction

from dates import DAY, add_months, day
from numerals import PricingError

LAST = date(9999, 12, 31)


def days_after(start, days):
    return LAST if (LAST - start).days < days else start + days * DAY


def entry(record):
    """The place of a record in the order of entry."""
    return record["recorded_at"], record.get("sequence", 0), record["id"]


def on(moment):
    return day(moment[:10])


def group_of(request, customer):
    """Who counts as one with a customer: spouses, parents and children of his, and of these in turn."""
    group, new = {customer}, {customer}
    while new and request.get("policy", {}).get("family_counts_as_one"):
        new = {other for pair in links_of(request["records"]) for other in pair if group & set(pair)} - group
        group |= new
    return sorted(group)


def links_of(records):
    """Pairs who count as one, where the policy says so."""
    return [(row["customer"], link["customer"]) for row in records.get("relatives", []) for link in row["relatives"]
            if link["relation"] in ("spouse", "parent", "child")]


def file_of(request, group, project, as_of):
    """What was entered about a group at a project by the end of a day, in the order of entry:
    valid follow-ups, false ones, changes."""
    records = request["records"]
    own = lambda one: one["customer"] in group and one["project"] == project and on(one["recorded_at"]) <= as_of
    follow_ups = sorted(filter(own, records.get("follow_ups", [])), key=entry)
    changes = sorted(filter(own, records.get("changes", [])), key=entry)
    found = {b.get("record") for b in records.get("breaches", [])
             if b["kind"] == "false_record" and day(b["found_on"]) <= as_of}
    return ([f for f in follow_ups if f["id"] not in found], [f for f in follow_ups if f["id"] in found], changes)


def is_service(record, follow_ups):
    """Another agent, who had a record before, says that this one stood in for him that day."""
    for other in follow_ups:
        if (other["agent"] != record["agent"] and other.get("served_by") == record["agent"]
                and other["kind"] == record["kind"] and on(other["at"]) == on(record["at"])):
            first = next(f for f in follow_ups if f["agent"] == other["agent"])
            if entry(first) < entry(record):
                return True
    return False


def least(*ends):
    """The earliest of last days, where None is no end."""
    ends = [one for one in ends if one is not None]
    return min(ends) if ends else None


def claims_of(policy, follow_ups, changes):
    """The latest claim of each agent: agent, what began it, its last day."""
    days = {rule["kind"]: rule["days"] for rule in policy.get("validity", [])}
    months = policy.get("reregister_months")

    def capped(began, end):
        if months is None:
            return end
        start = on(began["recorded_at"])
        year = start.year + (start.month - 1 + months) // 12
        return least(end, LAST if year > 9999 else add_months(start, months))

    claims = {}
    last = changes[-1] if changes else None
    if last is not None:
        given = policy.get("assigned_days")
        end = None if given is None else days_after(on(last["recorded_at"]), given)
        claims[last["to"]] = (last, capped(last, end))
    for record in follow_ups:
        if last is not None and entry(record) < entry(last) or is_service(record, follow_ups):
            continue
        kind = days.get(record["kind"])
        began, end = claims.get(record["agent"], (None, None))
        if began is not None and (end is None or on(record["recorded_at"]) <= end):
            if policy.get("renews", True):
                more = policy.get("renewal_days", kind)
                if end is not None:
                    end = None if more is None else max(end, days_after(on(record["at"]), more))
                claims[record["agent"]] = began, capped(began, end)
        else:
            end = None if kind is None else days_after(on(record["at"]), kind)
            claims[record["agent"]] = record, capped(record, end)
    return sorted(((agent, *claim) for agent, claim in claims.items()), key=lambda claim: entry(claim[1]))


def found_in(policy, file, as_of):
    follow_ups, _, changes = file
    claims = claims_of(policy, follow_ups, changes)
    return claims, [c for c in claims if c[2] is None or as_of <= c[2]]


def why_of(claims, in_force):
    if not in_force:
        return "lapsed" if claims else "no_claim"
    began = in_force[0][1]
    if "to" in began:
        return began["kind"]
    if len(in_force) == 1:
        return "only_claim"
    (time, sequence, _), (later, after, _) = entry(began), entry(in_force[1][1])
    return "first_recorded" if time != later else "smaller_sequence" if sequence != after else "smaller_id"


def text_of(share):
    if 10**6 % share.denominator == 0:
        count = share * 10**6
        whole, rest = divmod(int(count), 10**6)
        return f"{whole}.{rest:06d}".rstrip("0").rstrip(".")
    return f"{share.numerator}/{share.denominator}"


def split_of(policy, in_force, why):
    if why == "ruled":
        return in_force[0][1].get("shares", [])
    rule = policy.get("split")
    if rule is None or len(in_force) < 2:
        return []
    (owner, first, _), (other, second, _) = in_force[:2]
    if "within_days" in rule and (on(second["recorded_at"]) - on(first["recorded_at"])).days > rule["within_days"]:
        return []
    share = Fraction(rule["owner_share"])
    if share == 1:
        return []
    return [{"agent": owner, "share": text_of(share)}, {"agent": other, "share": text_of(1 - share)}]


def losers_of(file, claims, in_force):
    follow_ups, false_ones, _ = file
    firsts = {}
    for agent, key in [(f["agent"], entry(f)) for f in follow_ups + false_ones] + [(c[0], entry(c[1])) for c in claims]:
        firsts[agent] = min(key, firsts.get(agent, key))
    owner = in_force[0][0] if in_force else None
    losers = []
    for agent, first in sorted(firsts.items(), key=lambda item: item[1]):
        if agent == owner:
            continue
        claim = next((c for c in claims if c[0] == agent), None)
        own = [f for f in follow_ups if f["agent"] == agent]
        loser = {"agent": agent}
        if claim is not None:
            loser["reason"] = "recorded_later" if claim in in_force else "lapsed"
            first = entry(claim[1])
            if claim[2] is not None:
                loser["until"] = claim[2].isoformat()
        elif not own:
            loser["reason"] = "false_record"
        else:
            served = all(is_service(f, follow_ups) for f in own)
            loser["reason"] = "served_for_owner" if served else "superseded"
        loser["record"], loser["recorded_at"] = first[2], first[0]
        losers.append(loser)
    return losers


def check(request):
    """What is refused of the random requests."""
    policy, records = request.get("policy", {}), request["records"]
    contact = {"warn_days": 3, "max_gap_days": 5, "reassign_days": 14} | policy.get("contact", {})
    if not contact["warn_days"] <= contact["max_gap_days"] <= contact["reassign_days"]:
        raise PricingError("ownership.contact_days")
    for one in records.get("follow_ups", []):
        if one["recorded_at"] < one["at"]:
            raise PricingError("opportunity.recorded_before_event")
    for name in ("follow_ups", "changes"):
        ids = [one["id"] for one in records.get(name, [])]
        if len(set(ids)) < len(ids):
            raise PricingError("ownership.id_twice")
    named = [row["customer"] for row in records.get("relatives", [])]
    if len(set(named)) < len(named):
        raise PricingError("ownership.id_twice")
    if any(link["customer"] == row["customer"] for row in records.get("relatives", []) for link in row["relatives"]):
        raise PricingError("customer.family_self")
    return policy, contact


def decide(request):
    policy, _ = check(request)
    records, customer = request["records"], request["customer"]
    if not any(r["customer"] == customer for r in records.get("follow_ups", []) + records.get("changes", [])):
        raise PricingError("ownership.customer_unknown")
    as_of, group = day(request["as_of"]), group_of(request, customer)
    file = file_of(request, group, request["project"], as_of)
    claims, in_force = found_in(policy, file, as_of)
    why = why_of(claims, in_force)
    answer = {
        "why": why,
        "losers": losers_of(file, claims, in_force),
        "conflict": len(in_force) > 1 and why != "ruled",
        "split": split_of(policy, in_force, why),
    }
    if len(group) > 1:
        answer["family"] = group
    if in_force:
        owner, began, end = in_force[0]
        answer |= {"owner": owner, "record": began["id"], "since": began["recorded_at"]}
        answer["protected_until"] = None if end is None else end.isoformat()
    else:
        answer |= {"owner": None, "record": None, "since": None, "protected_until": None}
    return answer


def deadline_of(event, count, working_days):
    """The working day of this number; the day of the event, if it is worked, is the first."""
    holidays = set(map(day, working_days.get("holidays", [])))
    worked = set(map(day, working_days.get("workdays", [])))
    when = event
    while True:
        if when not in holidays and (when.weekday() < 5 or when in worked):
            count -= 1
            if count == 0:
                return when
        when += timedelta(days=1)


def late_of(request, policy, as_of):
    late = []
    for one in request["records"].get("follow_ups", []):
        deadline = deadline_of(on(one["at"]), policy.get("entry_working_days", 2), request.get("working_days", {}))
        entered = on(one["recorded_at"])
        if deadline < entered <= as_of:
            late.append({"record": one["id"], "deadline": deadline.isoformat(), "recorded_on": entered.isoformat(),
                         "days_late": (entered - deadline).days})
    return sorted(late, key=lambda row: (row["deadline"], row["record"]))


def due(request):
    policy, contact = check(request)
    as_of, records = day(request["as_of"]), request["records"]
    keys = {(min(group_of(request, one["customer"])), one["project"])
            for one in records.get("follow_ups", []) + records.get("changes", [])}
    lists = {"contacts": [], "unowned": [], "visits_to_add": [], "late_entries": late_of(request, policy, as_of)}
    for customer, project in sorted(keys):
        group = group_of(request, customer)
        states = [o["state"] for o in request.get("opportunities", [])
                  if o["customer"] in group and o["project"] == project]
        file = file_of(request, group, project, as_of)
        if not any(file) or states and "active" not in states:
            continue
        follow_ups = file[0]
        claims, in_force = found_in(policy, file, as_of)
        row = {"customer": customer, "project": project}
        if not in_force:
            # No end is later than all; of one last day the claim that began later is the last.
            last = max(claims, key=lambda c: (c[2] is not None, c[2], entry(c[1])), default=None)
            row["last_owner"] = last and last[0]
            row["protected_until"] = last and last[2].isoformat()
            lists["unowned"].append(row)
            continue
        owner, began, end = in_force[0]
        events = [on(f["at"]) for f in follow_ups if f["agent"] == owner]
        last = max(events + ([on(began["recorded_at"])] if "to" in began else []))
        gap = (as_of - last).days
        state = ("reassignable" if gap >= contact["reassign_days"] else "overdue" if gap > contact["max_gap_days"]
                 else "due" if gap >= contact["warn_days"] else "in_time")
        lists["contacts"].append(row | {
            "agent": owner, "last_event": last.isoformat(), "days": gap, "state": state,
            "contact_from": days_after(last, contact["warn_days"]).isoformat(),
            "contact_by": days_after(last, contact["max_gap_days"]).isoformat(),
            "reassignable_on": days_after(last, contact["reassign_days"]).isoformat(),
            "protected_until": end and end.isoformat(),
        })
        for one in follow_ups:
            if (one["kind"] == "visit" and one["agent"] != owner and entry(one) > entry(began)
                    and not is_service(one, follow_ups)):
                lists["visits_to_add"].append({"record": one["id"], "customer": one["customer"], "owner": owner,
                                               "served_by": one["agent"], "visited_on": on(one["at"]).isoformat()})
    lists["contacts"].sort(key=lambda row: (row["contact_by"], row["customer"], row["project"]))
    lists["visits_to_add"].sort(key=lambda row: (row["visited_on"], row["record"]))
    return lists
