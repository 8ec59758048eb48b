import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

import kaipan
import vectors


def request(share=Decimal("0.3"), average=Decimal("10000")):
    modes = [
        kaipan.DiscountShare(share=share, rate=Decimal("0.97")),
        kaipan.DiscountShare(share=Decimal("0.7"), rate=Decimal("0.98")),
    ]
    yuan = kaipan.Rounding(mode=kaipan.Mode.HALF_UP, place=kaipan.Place.YUAN)
    return kaipan.NetToListRequest(
        composite_discount=kaipan.CompositeDiscount(modes=modes),
        source=kaipan.NetSource.AVERAGE(average=average),
        price_basis=kaipan.PriceBasis.UNIT_FIRST,
        unit_rounding=yuan,
        total_rounding=yuan,
    )


def test_a_good_call():
    response = kaipan.pricing_net_to_list(request())
    assert response.list_average == Decimal("10235.41")
    assert isinstance(response.list_average, Decimal)
    assert kaipan.pricing_net_to_list(request(average=10_000)) == response
    assert kaipan.pricing_net_to_list(request(average=Decimal("1E+4"))) == response


BAD = [
    (Decimal("0.1234567"), "number.too_precise"),
    (Decimal("1E+30"), "number.range"),
    (Decimal("1E+999999"), "number.exponent"),
    (Decimal("1E-999999"), "number.exponent"),
    (10**20, "number.range"),
    (10**6000, "number.exponent"),
    (Decimal("NaN"), "number.syntax"),
    (Decimal("-Infinity"), "number.syntax"),
    ("abc", "number.syntax"),
    ("\ud800", "number.syntax"),
    ("", "number.syntax"),
]


@pytest.mark.parametrize("value, code", BAD, ids=[str(at) for at in range(len(BAD))])
def test_a_bad_scalar_is_an_ordinary_error(value, code):
    with pytest.raises(kaipan.KaipanError) as caught:
        kaipan.pricing_net_to_list(request(share=value))
    assert caught.value.code == code
    assert caught.value.path == "/composite_discount/modes/0/share"
    assert caught.value.zh and caught.value.en and caught.value.hint_zh and caught.value.hint_en


def test_everything_wrong_is_told():
    with pytest.raises(kaipan.KaipanError) as caught:
        kaipan.pricing_net_to_list(request(share="x", average="y"))
    assert [other.path for other in caught.value.others] == ["/source/average"]
    assert '"others":[' in caught.value.json()


def test_other_types_are_type_errors():
    for value in (0.3, None, True, [], object()):
        with pytest.raises(TypeError):
            kaipan.pricing_net_to_list(request(share=value))


def test_shares():
    request = kaipan.quote_request_from_json(vectors.first("quote.make"))

    def shares(*parts):
        request.case.buyers = [kaipan.FeeBuyer(name=str(at), share=part) for at, part in enumerate(parts)]
        return kaipan.quote_make(request)

    third = shares(Fraction(1, 3), "1/3", Fraction("1/3"))
    assert shares(1) == shares(Decimal("1")) == shares("1/1")
    assert third.contract_total == shares(1).contract_total
    with pytest.raises(kaipan.KaipanError) as caught:
        shares(Fraction(1, 3), Decimal("0.333333"))
    assert caught.value.code == "fee.shares" and "1999999/3000000" in caught.value.en


def test_dates():
    text = vectors.first("quote.make")
    request = kaipan.quote_request_from_json(text)
    assert isinstance(request.case.as_of, datetime.date)
    good = kaipan.quote_make(request)
    request.case.as_of = request.case.as_of.isoformat()
    assert kaipan.quote_make(request) == good
    for bad in ("2026-02-30", "today", "2026-1-1", "\ud800"):
        request.case.as_of = bad
        with pytest.raises(kaipan.KaipanError) as caught:
            kaipan.quote_make(request)
        assert (caught.value.code, caught.value.path) == ("date.syntax", "/case/as_of")
