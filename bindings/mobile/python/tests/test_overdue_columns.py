import datetime
import json
from array import array
from decimal import Decimal

import pytest

import kaipan

FIRST = datetime.date(1970, 1, 1)
AS_OF = 20500
POLICY = {
    "tiers": [{"rate": "0.0005"}],
    "grace_days": 10,
    "caps": [{"kind": "of_total", "share": "0.03"}],
}


def day(number):
    return str(FIRST + datetime.timedelta(days=number))


def fen(yuan):
    return int(yuan * 100)


def book():
    """Claims of every kind: without a day, not arisen, paid early and late, loans without late fees."""
    claims = []
    for at in range(300):
        due = 20100 + at * 37 % 600
        since = kaipan.NO_DAY if at % 3 else 20000 if at % 9 else 20600
        amount = 1_000_000 + at * 7919 % 90_000_000
        paid = []
        if since != 20600 and at % 4:
            paid.append((due + at * 13 % 90 - 30, amount // 3))
        if since != 20600 and at % 5 == 0:
            paid.append((due + 20, amount // 4))
        claims.append(
            {
                "due": due if at % 11 else kaipan.NO_DAY,
                "since": since,
                "amount": amount,
                "total": 150_000_000 + at,
                "loan": at % 7 == 0,
                "paid": paid,
            }
        )
    return claims


def request(claims, **more):
    """The same claims for an operation."""

    def one(at, claim):
        days = {name: day(claim[name]) for name in ("due", "since") if claim[name] != kaipan.NO_DAY}
        item = "commercial_loan" if claim["loan"] else "house_payment"
        paid = [{"on": day(on), "amount": str(Decimal(fen) / 100)} for on, fen in claim["paid"]]
        amount = str(Decimal(claim["amount"]) / 100)
        return {"id": f"C{at}", "deal": f"D{at}", "item": item, "amount": amount, "payments": paid, **days}

    deals = [
        {"id": f"D{at}", "contract_total": str(Decimal(claim["total"]) / 100)}
        for at, claim in enumerate(claims)
    ]
    every = [one(at, claim) for at, claim in enumerate(claims)]
    return json.dumps({"as_of": day(AS_OF), "policy": POLICY, "claims": every, "deals": deals, **more})


def columns(claims):
    def column(kind, name):
        return array(kind, [claim[name] for claim in claims])

    return kaipan.ClaimColumns(
        due=column("i", "due"),
        amounts=column("q", "amount"),
        since=column("i", "since"),
        bearing=bytes(not claim["loan"] for claim in claims),
        contract_totals=column("q", "total"),
        groups=array("H", [0 if claim["loan"] else 1 for claim in claims]),
    )


def receipts(claims):
    rows = [(at, on, paid) for at, claim in enumerate(claims) for on, paid in claim["paid"]]
    return kaipan.ReceiptColumns(*(array(kind, column) for kind, column in zip("Iiq", zip(*rows))))


@pytest.fixture
def beside():
    policy = kaipan.overdue_assess_request_from_json(request(book())).policy
    return kaipan.OverdueAssessColumnsRequest(policy=policy, as_of=datetime.date.fromisoformat(day(AS_OF)))


def test_the_fen_of_an_assessment(beside):
    claims = book()
    found = kaipan.overdue_assess_columns(beside, columns(claims), receipts(claims))
    whole = kaipan.overdue_assess(kaipan.overdue_assess_request_from_json(request(claims)))
    by_id = {one.claim: one for one in whole.claims}
    # Claims that have not arisen are in no list.
    expected = [by_id.get(f"C{at}") for at in range(len(claims))]
    assert list(found.outstanding) == [fen(one.outstanding) if one else 0 for one in expected]
    assert list(found.overdue_days) == [one.overdue_days if one else 0 for one in expected]
    assert list(found.late_fees) == [fen(one.reference_fee) if one else 0 for one in expected]
    assert found.sums.claims == len(whole.claims) == 266
    assert found.sums.outstanding == whole.totals.outstanding
    assert found.sums.overdue == whole.totals.overdue
    assert found.sums.late_fee == whole.totals.reference_fee > 0


def test_the_fen_of_aging(beside):
    claims = book()
    ageing = kaipan.OverdueAgingColumnsRequest(policy=beside.policy, as_of=beside.as_of)
    found = kaipan.overdue_aging_columns(ageing, columns(claims), receipts(claims))
    whole = kaipan.overdue_aging(kaipan.overdue_aging_request_from_json(request(claims, by=["item"])))
    rows = whole.tables[0].rows
    assert [row.key for row in rows] == ["commercial_loan", "house_payment"]
    for group, row in zip(found.groups, rows):
        assert (group.claims, group.not_due, group.undated) == (row.claims, row.not_due, row.undated)
        assert group.buckets == row.buckets
    ageing.buckets = [kaipan.AgingBucket(from_days=2, to_days=None)]
    with pytest.raises(kaipan.KaipanError) as caught:
        kaipan.overdue_aging_columns(ageing, columns(claims))
    assert (caught.value.code, caught.value.path) == ("overdue.buckets_hole", "/buckets/0/from_days")


def test_one_claim_by_hand():
    policy = kaipan.overdue_assess_request_from_json(
        '{"as_of":"2025-05-01","policy":{"tiers":[{"rate":"0.0002"}]},"claims":[]}'
    ).policy
    request = kaipan.OverdueAssessColumnsRequest(policy=policy, as_of=datetime.date(2025, 5, 1))
    claims = kaipan.ClaimColumns(due=array("i", [20_157]), amounts=array("q", [39_520_600]))
    paid = kaipan.ReceiptColumns(array("I", [0, 0]), array("i", [20_172, 20_208]), array("q", [10_000_000, 29_520_600]))
    found = kaipan.overdue_assess_columns(request, claims, paid)
    assert found.sums.late_fee == Decimal("3311.10") and found.outstanding[0] == 0
    assert kaipan.overdue_assess_columns(request, claims).sums.outstanding == Decimal("395206")


def test_bad_columns_are_refused(beside):
    claims = book()
    good, paid = columns(claims), receipts(claims)

    def refused(changed, received, code, path):
        with pytest.raises(kaipan.KaipanError) as caught:
            kaipan.overdue_assess_columns(beside, changed, received)
        assert (caught.value.code, caught.value.path) == (code, path)

    def with_at(column, row, value):
        copy = array(column.typecode, column)
        copy[row] = value
        return copy

    refused(good._replace(due=good.due[1:]), paid, "overdue.columns", "/claims/due")
    refused(good._replace(due=b"\0" * 5), paid, "call.argument", "/claims/due")
    refused(good._replace(bearing=b"\2" * 300), paid, "call.argument", "/claims/bearing/0")
    refused(good._replace(due=with_at(good.due, 5, 2**31 - 1)), paid, "number.between", "/claims/due/5")
    refused(good._replace(amounts=with_at(good.amounts, 9, -1)), paid, "number.negative", "/claims/amounts/9")
    refused(good, paid._replace(days=with_at(paid.days, 3, kaipan.NO_DAY)), "number.between", "/received/days/3")
    refused(good, paid._replace(claims=with_at(paid.claims, 9, 300)), "overdue.claim_unknown", "/received/claims/9")
    refused(good, paid._replace(amounts=with_at(paid.amounts, 0, 2**63 - 1)), "overdue.paid_above", "/received/amounts/0")
    refused(good, paid._replace(amounts=with_at(paid.amounts, 0, -(2**63))), "number.overflow", "/received/amounts/0")
    for wrong in (array("q", good.due), array("f", good.due)):
        with pytest.raises(TypeError):
            kaipan.overdue_assess_columns(beside, good._replace(due=wrong), paid)
    empty = kaipan.overdue_assess_columns(beside, kaipan.ClaimColumns(array("i"), array("q")))
    assert not empty.outstanding and empty.sums.claims == 0


def test_a_request_that_does_not_fit_has_a_place(beside):
    beside.as_of = "2026-02-30"
    with pytest.raises(kaipan.KaipanError) as caught:
        kaipan.overdue_assess_columns(beside, columns(book()))
    assert (caught.value.code, caught.value.path) == ("date.syntax", "/as_of")
