"""Random requests for `channel.protect`: few channels, phones and times, so that many meet."""

PHONES = ["13800011234", "138 0001 1234", "138****1234", "1380****234", "13811111234", "1381****234", "13900011234", "12"]
CUSTOMERS = ["C-1", "C-2"]


def time_of(r, last=40):
    day = r.randint(1, last)
    month, day = (3, day) if day <= 31 else (4, day - 31)
    return f"2026-{month:02d}-{day:02d}T{r.choice(['09', '10'])}:{r.choice(['00', '29', '30'])}:{r.choice(['00', '59'])}"


def registration_of(r, number):
    data = {"id": f"R-{number}", "project": r.choice(["p1", "p1", "p1", "p2"]), "channel": r.choice("abcd"),
            "phone": r.choice(PHONES), "registered_at": time_of(r, 20), "recorded_at": time_of(r, 20)}
    if r.chance(0.3):
        data["customer"] = r.choice(CUSTOMERS)
    for field, chance in (("visit_at", 0.5), ("deal_at", 0.2), ("withdrawn_at", 0.1)):
        if r.chance(chance):
            data[field] = time_of(r)
    if r.chance(0.3):
        data["sequence"] = r.randint(0, 2)
    return data


def rule_of(r):
    days = lambda: r.choice([1, 7, 15, 30]) if r.chance(0.99) else 0
    rule = {"protection": r.choice([
        {"kind": "register_deal", "days": days()},
        {"kind": "register_visit_deal", "visit_days": days(), "deal_days": days()},
        {"kind": "visit_deal", "days": days()},
    ])}
    if r.chance(0.5):
        rule["channel"] = r.choice("abcd")
    if r.chance(0.4):
        rule["project"] = r.choice(["p1", "p2"])
    if r.chance(0.2):
        rule[r.choice(["valid_from", "valid_to"])] = f"2026-03-{r.randint(1, 20):02d}"
    if r.chance(0.5):
        rule["lead_minutes"] = r.choice([0, 29, 30, 60])
    return rule


def policy_of(r):
    policy = {}
    if r.chance(0.7):
        policy["rules"] = [rule_of(r) for _ in range(r.randint(1, 3))]
    for field, words in (("overlap", ["first_registered", "first_visit", "last_visit", "split"]),
                         ("time", ["recorded", "registered"]), ("masked", ["counts", "asks"])):
        if r.chance(0.6):
            policy[field] = r.choice(words)
    if r.chance(0.4):
        policy["first_day_counts"] = r.chance(0.5)
    if r.chance(0.4):
        policy["own_days"] = r.choice([1, 10, 20]) if r.chance(0.98) else 0
    return policy


def protect_request(r):
    registrations = [registration_of(r, number) for number in range(r.randint(0, 7))]
    r.shuffle(registrations)
    if len(registrations) > 1 and r.chance(0.03):
        registrations[1]["id"] = r.choice([registrations[0]["id"], ""])
    request = {"registrations": registrations, "project": "p1", "phone": r.choice(PHONES[:4] if r.chance(0.95) else PHONES),
               "at": time_of(r)}
    if r.chance(0.7):
        request["policy"] = policy_of(r)
    if r.chance(0.3):
        request["customer"] = r.choice(CUSTOMERS)
    if r.chance(0.2):
        request["own_contacts"] = [time_of(r, 20) for _ in range(r.randint(1, 2))]
    return request
