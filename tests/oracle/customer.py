"""`customer.match` (handbook 9.1): who is there already, by the rules of the request."""
from datetime import date

from names import same as plain
from numerals import PricingError

RULES = [
    ("same", ["paper"]), ("same", ["member_card"]), ("same", ["phone"]),
    ("suspect", ["name", "phone_tail"]), ("suspect", ["name", "birth_date"]), ("suspect", ["masked_phone"]),
]
LEVELS = ["same", "suspect", "new"]
PROVINCES = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
             61, 62, 63, 64, 65, 71, 81, 82, 83}
CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_mobile(digits):
    return len(digits) == 11 and digits[0] == "1" and digits[1] in "3456789"


def phone(written):
    """("full", digits), ("masked", head, tail), or None for what is no phone number."""
    text = plain(written).lower()
    for c in " -().":
        text = text.replace(c, "")
    plus, text = text.startswith("+"), text.removeprefix("+")
    if "*" in text:
        head, tail = text.split("*", 1)[0], text.rsplit("*", 1)[1]
        if text.strip("0123456789").strip("*") or not (head + tail).isdigit():
            return None
        for code in ("0086", "86", "0"):
            if head.startswith(code):
                head = head.removeprefix(code)
                break
        fits = (len(head), len(tail)) in ((3, 4), (4, 3)) and head[0] == "1"
        return ("masked", head, tail) if fits else None
    digits, _, extension = text.partition("转")
    if not digits.isdigit() or "转" in text and not extension.isdigit():
        return None
    if plus and not digits.startswith("86"):
        number = "00" + digits
    elif plus or digits.startswith("0086"):
        number = digits[2:] if plus else digits[4:]
        if not (is_mobile(number) or number.startswith("0") or len(number) == 10 and number[:3] in ("400", "800")):
            number = "0" + number
    elif digits.startswith("86") and is_mobile(digits[2:]):
        number = digits[2:]
    else:
        number = digits
    if number.startswith("0") and is_mobile(number[1:]):
        number = number[1:]
    if not 5 <= len(number) <= 20 or len(set(number)) == 1 or number == "13800138000":
        return None
    return ("full", number + ("-" + extension if extension else ""))


def may_be_one(one, two):
    """Whether two numbers, one of them masked, may be the same."""
    if one[0] == two[0] == "full":
        return False
    if one[0] == "full":
        one, two = two, one
    _, head, tail = one
    if two[0] == "full":
        return is_mobile(two[1]) and two[1].startswith(head) and two[1].endswith(tail)
    short_head, short_tail = min(len(head), len(two[1])), min(len(tail), len(two[2]))
    return head[:short_head] == two[1][:short_head] and tail[-short_tail:] == two[2][-short_tail:]


def tail_of(number):
    digits = number[1].split("-")[0] if number[0] == "full" else number[2]
    return digits[-4:] if len(digits) >= 4 else None


def person(written):
    """The eighteen characters and the day of birth, or None."""
    text = plain(written).replace(" ", "").replace("-", "").upper()
    if len(text) == 15 and text.isdigit():
        text = text[:6] + "19" + text[6:]
        text += check_character(text)
    if len(text) != 18 or not text[:17].isdigit() or int(text[:2]) not in PROVINCES:
        return None
    try:
        born = date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return None
    return (text, born) if born.year >= 1850 and text[17] == check_character(text[:17]) else None


def check_character(digits):
    """GB 11643: the weights are the powers of 2 modulo 11, from the end."""
    total = sum(int(digit) * pow(2, 17 - at, 11) for at, digit in enumerate(digits))
    return "10X98765432"[total % 11]


def company(written):
    text = plain(written).replace(" ", "").replace("-", "").upper()
    if len(text) != 18 or any(c not in CODE_LETTERS for c in text):
        return None
    total = sum(CODE_LETTERS.index(c) * pow(3, at, 31) for at, c in enumerate(text[:17]))
    return text if CODE_LETTERS[(31 - total) % 31] == text[17] else None


def paper(data):
    """Kind and number as they are compared, or None."""
    kind, number = data["kind"], data["number"]
    if kind in ("person_id", "residence_permit"):
        found = person(number)
        return found and ("person", found[0])
    if kind == "company_code":
        found = company(number)
        return found and ("company", found)
    kept = "".join(c for c in plain(number) if c not in " -./()").upper()
    fits = 5 <= len(kept) <= 20 and kept.isalnum() and (kept.isascii() or kind == "military_card")
    return (kind, kept) if fits else None


def name(written):
    text = plain(written)
    if any("㐀" <= c <= "鿿" for c in text):
        text = text.replace(" ", "")
    for dot in "•・‧∙⋅":
        text = text.replace(dot, "·")
    return text.lower()


class Known:
    """What is known of a customer, as it is compared."""

    def __init__(self, data):
        self.id = data["id"]
        self.age = (data["recorded_at"], data.get("sequence", 0), data["id"])
        self.name = {name(one) for one in [data["name"], *data.get("other_names", [])]} - {""}
        self.paper = {one for one in map(paper, data.get("papers", [])) if one}
        self.phones = [one for one in map(phone, data.get("phones", [])) if one]
        self.phone = {one for one in self.phones if one[0] == "full"}
        self.phone_tail = {tail_of(one) for one in self.phones} - {None}
        self.birth_date = {data["birth_date"]} if "birth_date" in data else set()
        self.birth_date |= {person(number)[1].isoformat() for kind, number in self.paper if kind == "person"}
        card = "".join(c for c in data.get("member", {}).get("card", "") if c.isalnum()).upper()
        self.member_card = {card} - {""}

    def agrees(self, other, clue):
        if clue == "masked_phone":
            return any(may_be_one(one, two) for one in self.phones for two in other.phones)
        return bool(getattr(self, clue) & getattr(other, clue))


def reasons(rules, one, other):
    return [{"level": level, "clues": clues} for level, clues in rules if all(one.agrees(other, clue) for clue in clues)]


def candidates(rules, newcomer, customers):
    found = []
    for customer in customers:
        held = reasons(rules, newcomer, customer)
        if held and customer.id != newcomer.id:
            level = min((one["level"] for one in held), key=LEVELS.index)
            found.append((LEVELS.index(level), customer.age, {"id": customer.id, "level": level, "reasons": held}))
    return [one for _, _, one in sorted(found, key=lambda entry: entry[:2])]


def match(request):
    policy = request.get("policy", {})
    rules = [(rule["level"], rule["all"]) for rule in policy["rules"]] if "rules" in policy else RULES
    ids = [customer["id"] for customer in request["customers"]]
    if len(set(ids)) < len(ids):
        raise PricingError("customer.id_twice")
    if any(level == "new" for level, _ in rules):
        raise PricingError("customer.match_rule_new")
    if any(not clues for _, clues in rules):
        raise PricingError("customer.match_rule_empty")
    actions = {"same": policy.get("same", "forbid"), "suspect": policy.get("suspect", "warn"), "new": "ignore"}
    customers = [Known(data) for data in request["customers"]]
    answers = []
    for newcomer in map(Known, request["newcomers"]):
        found = candidates(rules, newcomer, customers)
        level = found[0]["level"] if found else "new"
        namesakes = sorted(one.age for one in customers if one.id != newcomer.id and one.name & newcomer.name)
        answers.append({
            "level": level, "action": actions[level], "may_create": actions[level] != "forbid",
            "candidates": found, "namesakes": [{"id": age[2]} for age in namesakes],
        })
    return {"newcomers": answers}
