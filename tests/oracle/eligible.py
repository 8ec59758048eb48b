"""Who gets a discount, and which value (handbook 3.1)."""
from dates import day
from numerals import PricingError, number
from selection import matches
from stacking import Item

def in_window(first, when, last):
    return (first is None or day(first) <= when) and (last is None or when <= day(last))


def tier_fits(tier, facts):
    level, least = tier.get("member_level"), tier.get("min_group_units")
    return level in (None, facts.get("member_level")) and (
        least is None or facts.get("group_units", 0) >= least
    )


def item(place, discount, chosen, facts):
    """The discount with the value this buyer gets; `chosen` is the choice of it, if any."""
    value = discount["value"]
    for tier in discount.get("tiers", []):
        if tier_fits(tier, facts):
            value = tier["value"]
            break
    agreed = (chosen or {}).get("value")
    if agreed is not None:
        if not discount.get("negotiable") or agreed["kind"] != discount["value"]["kind"]:
            raise PricingError(None)
        value = agreed
    return Item(place, discount, value)


def referred(facts):
    referral = facts.get("referral")
    # A referrer without a name is nobody.
    if referral is None or not referral["is_owner"] or not referral["referrer"].strip():
        return False
    return day(referral["recorded_on"]) <= day(referral.get("first_visit", facts["subscription_date"]))


def late(item, request):
    """An on-time discount that is lost."""
    reason, facts = item.discount.get("reason"), request["facts"]
    if reason == "on_time_payment":
        return facts.get("paid_late", False)
    agreed, signed = day(facts.get("agreed_signing_date")), day(facts.get("signing_date"))
    if reason != "on_time_signing" or agreed is None:
        return False
    if signed is not None:
        return signed > agreed
    return "as_of" in facts and day(facts["as_of"]) > agreed


def holds(item, request):
    """Whether every condition of a discount holds for the deal; being late is another matter."""
    discount, facts = item.discount, request["facts"]
    wanted, subscribed = discount.get("conditions", {}), day(facts["subscription_date"])
    unit = request.get("checks", {}).get("unit")
    scheme, code = request["scheme"], discount["code"]
    used = sum(u["used"] for u in facts.get("uses", []) if u["code"] == code)
    paid_in = facts.get("sincerity_money")
    units = wanted.get("units", {})
    return all((
        discount.get("enabled", True),
        in_window(scheme.get("valid_from"), subscribed, scheme.get("valid_to")),
        in_window(wanted.get("from"), subscribed, wanted.get("to")),
        not wanted.get("projects") or facts.get("project") in wanted["projects"],
        not wanted.get("plans") or facts.get("plan") in wanted["plans"],
        not (units.get("any") or units.get("except")) or unit is not None and matches(units, unit),
        not wanted.get("member_levels") or facts.get("member_level") in wanted["member_levels"],
        facts.get("group_units", 0) >= wanted.get("min_group_units", 0),
        not wanted.get("referral") or referred(facts),
        not wanted.get("employee") or facts.get("employee", False),
        "campaign" not in discount or discount["campaign"] in facts.get("campaigns", []),
        used < discount.get("max_uses", used + 1),
        item.kind != "deposit_multiplier" or paid_in is None or number(paid_in) >= number(item.value["paid"]),
    ))
