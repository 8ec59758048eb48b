"""Random requests for `customer.match`: few values, so that many have something in common."""
from customer import check_character

CLUES = ["paper", "member_card", "phone", "masked_phone", "name", "phone_tail", "birth_date"]
NAMES = ["张三", "张 三", "李四", "李四　", "Zhang San", "ZHANG  SAN", "阿依古丽·买买提", "阿依古丽•买买提", "王五"]
CODES = ["91350100M000100Y43", "9135-0100-m000-100y-43", "91350100M000100Y44"]
DAYS = ["1980-01-01", "1949-12-31", "1999-02-28"]


def digits_of(r):
    return r.choice(["138", "139", "1380"]).ljust(7, r.choice("01")) + r.choice(["1234", "1235", "0234"])


def phone_of(r):
    mobile = digits_of(r)
    spellings = [
        mobile, mobile, f"+86{mobile}", f"0086 {mobile}", f"86{mobile}", f"0{mobile}",
        f"{mobile[:3]}-{mobile[3:7]}-{mobile[7:]}", f"{mobile[:3]}****{mobile[7:]}", f"{mobile[:4]}****{mobile[8:]}",
        f"+86 {mobile[:3]}****{mobile[7:]}", "".join(chr(ord(c) + 0xFEE0) for c in mobile),
        f"0755-2668{mobile[7:]}", f"+86 755 2668{mobile[7:]}", f"0755-2668{mobile[7:]}转801", f"+1{mobile[1:]}", f"+{mobile}",
        f"400{mobile[4:]}", f"+86 400 {mobile[4:]}", f"2668{mobile[7:]}",
        "00000000000", "13800138000", "12", "95588", f"{mobile[:3]}***{mobile[6:]}", f"{mobile}/{mobile}",
    ]
    return r.choice(spellings)


def number_of(r):
    day = r.choice(DAYS).replace("-", "")
    place = r.choice(["440301", "110105", "990101"] if r.chance(0.1) else ["440301", "110105"])
    number = place + day + r.choice(["001", "002"])
    full = number + check_character(number)
    old = number[:6] + number[8:]
    wrong = number + r.choice("0123456789X")
    return r.choice([full, full, full.lower(), f"{full[:6]} {full[6:14]} {full[14:]}", old, old, wrong, "123"])


def paper_of(r):
    kind = r.choice(["person_id", "person_id", "person_id", "residence_permit", "passport", "taiwan_permit", "military_card", "company_code"])
    if kind in ("person_id", "residence_permit"):
        return {"kind": kind, "number": number_of(r)}
    if kind == "company_code":
        return {"kind": kind, "number": r.choice(CODES)}
    if kind == "military_card":
        return {"kind": kind, "number": r.choice(["军字第1234567号", "军字第 1234567 号", "1234"])}
    return {"kind": kind, "number": r.choice(["E12345678", "e 1234-5678", "E1234", "护照E12345678"])}


def customer_of(r, number):
    data = {"id": f"C-{number}", "recorded_at": f"2026-03-01T09:30:0{r.randint(0, 2)}", "name": r.choice(NAMES)}
    if r.chance(0.5):
        data["sequence"] = r.randint(0, 2)
    if r.chance(0.2):
        data["other_names"] = [r.choice(NAMES)]
    if r.chance(0.7):
        data["phones"] = [phone_of(r) for _ in range(r.randint(1, 2))]
    if r.chance(0.4):
        data["papers"] = [paper_of(r) for _ in range(r.randint(1, 2))]
    if r.chance(0.3):
        data["birth_date"] = r.choice(DAYS)
    if r.chance(0.2):
        data["member"] = {"card": r.choice(["V-0001", "v0001", "V 0002", "V0003"])}
    return data


def policy_of(r):
    policy = {}
    if r.chance(0.5):
        policy["rules"] = [{"level": r.choice(["same", "suspect"]), "all": r.sample(CLUES, r.randint(1, 3))}
                           for _ in range(r.randint(1, 5))]
        if r.chance(0.1):
            rule = r.choice(policy["rules"])
            rule.update(r.choice([{"level": "new"}, {"all": []}]))
    for level in ("same", "suspect"):
        if r.chance(0.3):
            policy[level] = r.choice(["forbid", "warn", "ignore"])
    return policy


def match_request(r):
    count = r.randint(0, 8)
    customers = [customer_of(r, number) for number in range(count)]
    r.shuffle(customers)
    if count > 1 and r.chance(0.03):
        customers[1]["id"] = customers[0]["id"]
    # Now and then a customer is looked at again under its own id.
    newcomers = [customer_of(r, r.choice([100 + n, n])) for n in range(r.randint(1, 3))]
    request = {"customers": customers, "newcomers": newcomers}
    if r.chance(0.6):
        request["policy"] = policy_of(r)
    return request
