"""Random requests for `supervision.check` and `supervision.release`."""

NODES = ["foundation_done", "topped_out", "completion_accepted", "utilities_ready"]
BUILDINGS = ["1", "2"]


def day(r):
    return f"2026-{r.randint(1, 12):02d}-{r.randint(1, 28):02d}"


def required_of(r):
    kind = r.choice(["all", "amount", "share_of_contracts", "share_of_supervised", "ended"])
    if kind == "amount":
        return {"kind": kind, "amount": r.figure(0, 500000, 2) if r.chance(0.98) else "-1"}
    if kind.startswith("share"):
        return {"kind": kind, "share": r.figure(0, 1, 6) if r.chance(0.98) else "1.000001"}
    return {"kind": kind}


def stages_of(r):
    stages = [{"required": required_of(r)}] if r.chance(0.97) else []
    for _ in range(r.randint(0, 3)):
        stages.append({"nodes": r.sample(NODES, r.randint(1, 2)), "required": required_of(r)})
    return stages


def rules_of(r):
    rules = []
    for at in range(r.randint(1, 3)):
        rule = {"code": f"R{at}", "name": "规则"}
        if at or r.chance(0.1):
            rule["from"] = day(r)
        rule |= {"house_money": r.chance(0.7), "presale": stages_of(r)}
        if r.chance(0.7):
            rule["deposit"] = stages_of(r) or [{"required": {"kind": "all"}}]
        rules.append(rule)
    return rules


def accounts_of(r, rules):
    accounts = []
    for at in range(r.randint(1, 5)):
        kind = r.choice(["ordinary", "supervised_presale", "supervised_presale", "supervised_deposit"])
        if kind == "supervised_deposit" and any("deposit" not in rule for rule in rules):
            kind = "ordinary"
        account = {"code": f"A{at}" if r.chance(0.995) else "A0", "kind": kind}
        if r.chance(0.4):
            account["building"] = r.choice(BUILDINGS)
        if r.chance(0.6):
            account["opening"] = r.figure(0, 800000, 2)
        rows = [{} if at == 0 and r.chance(0.9) else {"from": day(r)} for at in range(r.randint(1, 3))]
        for row in rows:
            for name in ("contract_value", "supervised_sum"):
                if r.chance(0.97):
                    row[name] = r.figure(0, 2000000, 2)
        if r.chance(0.97):
            account["bases"] = rows
        accounts.append(account)
    return accounts


def movements_of(r, accounts):
    movements = []
    for at in range(r.randint(0, 12)):
        purpose = r.choice(["house_money"] * 4 + ["deposit_money", "refund", "release", "release", "put_right", "other"])
        if purpose == "put_right" and not movements:
            purpose = "house_money"
        amount = r.figure(0.01, r.choice([1000, 100000, 600000]), 2)
        if purpose in ("refund", "release") or purpose == "other" and r.chance(0.5):
            amount = "-" + amount
        if r.chance(0.003):
            amount = "0"
        one = {"key": f"M{at}" if r.chance(0.998) else "M0", "date": day(r), "account": r.choice(accounts)["code"],
               "amount": amount, "purpose": purpose}
        if r.chance(0.003):
            one["account"] = "B9"
        if r.chance(0.4):
            one["building"] = r.choice(BUILDINGS)
        if purpose == "put_right":
            about = r.choice(movements)
            one["about"] = about["key"]
            if r.chance(0.5):
                one["amount"] = about["amount"].lstrip("-") if about["amount"] != "0" else "1"
        movements.append(one)
    return movements


def base_of(r):
    rules = rules_of(r)
    accounts = accounts_of(r, rules)
    request = {"rules": rules, "accounts": accounts, "movements": movements_of(r, accounts)}
    reached = [{"node": r.choice(NODES), "on": day(r)} | ({"building": r.choice(BUILDINGS)} if r.chance(0.4) else {})
               for _ in range(r.randint(0, 4))]
    request["reached"] = reached
    if r.chance(0.7):
        request["planning_permit"] = day(r)
    return request


def check_request(r):
    return base_of(r) | {"as_of": day(r)}


def release_request(r):
    request = base_of(r)
    account = r.choice(request["accounts"])["code"] if r.chance(0.99) else "B9"
    amount = r.figure(0.01, r.choice([100, 50000, 900000]), 2) if r.chance(0.99) else "0"
    return request | {"release": {"account": account, "on": day(r), "amount": amount}}
