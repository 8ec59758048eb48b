import datetime
from decimal import Decimal

import pytest

import kaipan


def request(share=Decimal("0.3"), average=Decimal("10000")):
    modes = [
        kaipan.DiscountShare(share=share, rate=Decimal("0.97")),
        kaipan.DiscountShare(share=Decimal("0.7"), rate=Decimal("0.98")),
    ]
    return kaipan.NetToListRequest(
        composite_discount=kaipan.CompositeDiscount(modes=modes),
        source=kaipan.NetSource.AVERAGE(average=average),
    )


def test_a_good_call():
    response = kaipan.pricing_net_to_list(request())
    assert response.list_average == Decimal("10235.41")
    assert isinstance(response.list_average, Decimal)
    assert kaipan.pricing_net_to_list(request(average=10_000)) == response
    assert kaipan.pricing_net_to_list(request(average=Decimal("1E+4"))) == response


@pytest.mark.parametrize(
    "value, code",
    [
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
    ],
)
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


def test_dates():
    def presets(as_of):
        return kaipan.payment_rate_presets(kaipan.RatePresetsRequest(as_of=as_of))

    assert presets(datetime.date(2026, 1, 1)) == presets("2026-01-01")
    for bad in ("2026-02-30", "today", "2026-1-1"):
        with pytest.raises(kaipan.KaipanError) as caught:
            presets(bad)
        assert (caught.value.code, caught.value.path) == ("number.date", "/as_of")
