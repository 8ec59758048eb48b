"""Random requests for `ownership.decide` and `ownership.due`."""
from datetime import date, timedelta

START = date(2026, 2, 20)
AGENTS = ["A1", "A2", "A3", "A4"]
CUSTOMERS = ["C1", "C2", "C3"]
HOURS = ["09:00:00", "12:30:00", "18:00:00"]
SHARES = ["0.5", "1/3", "2/3", "0.7", "1"]


def moment(r, high=70, low=0):
    return f"{(START + timedelta(days=r.randint(low, high))).isoformat()}T{r.choice(HOURS)}"


def follow_up(r, number):
    at = moment(r)
    later = date.fromisoformat(at[:10]) + timedelta(days=r.choice([0, 0, 0, 1, 1, 2, 3, 5]))
    recorded = f"{later.isoformat()}T{r.choice(HOURS)}"
    if recorded < at and not r.chance(0.01):
        recorded = at
    one = {
        "id": f"F{number}", "customer": r.choice(CUSTOMERS), "project": r.choice(["P1", "P1", "P1", "P2"]),
        "agent": r.choice(AGENTS), "kind": r.choice(["call", "visit", "visit", "other"]),
        "at": at, "recorded_at": recorded,
    }
    if r.chance(0.5):
        one["sequence"] = r.randint(0, 3)
    if r.chance(0.15):
        one["served_by"] = r.choice(AGENTS)
    return one


def add_stand_ins(r, follow_ups):
    """Now and then an agent adds a record of a visit that another served."""
    for one in list(follow_ups):
        if r.chance(0.15):
            owner = r.choice(AGENTS)
            follow_ups.append(one | {"id": f"F{len(follow_ups)}", "agent": owner, "served_by": one["agent"],
                                     "recorded_at": max(one["recorded_at"], moment(r, 75))})


def change(r, number):
    one = {
        "id": f"X{number}", "customer": r.choice(CUSTOMERS), "project": "P1",
        "kind": r.choice(["reassigned", "ruled"]), "to": r.choice(AGENTS), "by": "M", "reason": "x",
        "recorded_at": moment(r), "sequence": r.randint(0, 2),
    }
    if one["kind"] == "ruled" and r.chance(0.6):
        other = r.choice([agent for agent in AGENTS if agent != one["to"]])
        one["shares"] = [{"agent": one["to"], "share": "2/3"}, {"agent": other, "share": "1/3"}]
    return one


def policy_of(r):
    policy = {}
    if r.chance(0.7):
        kinds = r.some(["call", "visit", "other"])
        policy["validity"] = [{"kind": kind, "days": r.choice([0, 3, 7, 10, 15])} for kind in kinds]
    if r.chance(0.3):
        policy["renews"] = r.chance(0.5)
    for field, choices in (("renewal_days", [0, 5, 10]), ("reregister_months", [1, 2]), ("assigned_days", [0, 7, 20])):
        if r.chance(0.4):
            policy[field] = r.choice(choices)
    if r.chance(0.5):
        policy["family_counts_as_one"] = True
    if r.chance(0.5):
        policy["split"] = {"owner_share": r.choice(SHARES)}
        if r.chance(0.5):
            policy["split"]["within_days"] = r.randint(0, 10)
    if r.chance(0.3):
        days = sorted(r.choice([1, 2, 3, 5, 7, 14, 20]) for _ in range(3))
        if r.chance(0.1):
            days[0], days[2] = days[2], days[0]
        policy["contact"] = dict(zip(("warn_days", "max_gap_days", "reassign_days"), days))
    if r.chance(0.2):
        policy["entry_working_days"] = r.randint(1, 4)
    return policy


def relatives_of(r, customer):
    """A few relatives of a customer; now and then himself, which is refused."""
    others = [one for one in CUSTOMERS if one != customer or r.chance(0.01)]
    relations = ["spouse", "parent", "child", "sibling", "other"]
    return [{"customer": other, "relation": r.choice(relations)} for other in others if r.chance(0.5)]


def records_of(r):
    follow_ups = [follow_up(r, number) for number in range(r.randint(0, 14))]
    add_stand_ins(r, follow_ups)
    if follow_ups and r.chance(0.02):
        follow_ups[-1]["id"] = "F0"
    r.shuffle(follow_ups)
    records = {"follow_ups": follow_ups}
    if r.chance(0.4):
        records["changes"] = [change(r, number) for number in range(r.randint(1, 3))]
    if r.chance(0.3):
        records["breaches"] = [
            {"kind": r.choice(["false_record", "false_record", "late_entry"]), "agent": "A1", "customer": "C1",
             "project": "P1", "record": f"F{r.randint(0, 9)}", "event": "2026-03-01", "found_on": moment(r)[:10]}
            for _ in range(r.randint(1, 2))
        ]
    if r.chance(0.6):
        rows = {customer: relatives_of(r, customer) for customer in r.some(CUSTOMERS)}
        records["relatives"] = [{"customer": customer, "relatives": links} for customer, links in rows.items()]
        if r.chance(0.02):
            records["relatives"].append({"customer": r.choice(CUSTOMERS), "relatives": []})
    return records


def decide_request(r):
    request = {"records": records_of(r), "customer": r.choice(CUSTOMERS), "project": r.choice(["P1", "P1", "P2"]),
               "as_of": moment(r, 90)[:10]}
    return request | ({"policy": policy_of(r)} if r.chance(0.85) else {})


def due_request(r):
    request = {"records": records_of(r), "as_of": moment(r, 90)[:10]}
    if r.chance(0.85):
        request["policy"] = policy_of(r)
    if r.chance(0.3):
        request["working_days"] = {"holidays": [moment(r)[:10] for _ in range(4)]}
    if r.chance(0.4):
        request["opportunities"] = [
            {"id": f"O{number}", "customer": r.choice(CUSTOMERS), "project": r.choice(["P1", "P2"]), "agent": "A1",
             "opened_on": "2026-02-20", "stage": "s", "stage_since": "2026-02-20",
             "state": r.choice(["active", "deal", "closed"])}
            for number in range(r.randint(1, 3))
        ]
    return request
