"""What is left out is what JSON takes for it."""
from decimal import Decimal

import kaipan


def test_a_scheme():
    given = kaipan.PricingScheme(code="A", base_price=Decimal(1))
    assert given == kaipan.pricing_scheme_from_json('{"code":"A","base_price":"1"}')
    assert given.combine == kaipan.CoefCombine.MULTIPLICATIVE
    assert given.unit_rounding.place == kaipan.Place.YUAN


def test_a_request():
    scheme = kaipan.PricingScheme(code="A", base_price=Decimal(1))
    given = kaipan.TableRequest(project=kaipan.Project(name="A"), schemes=[scheme])
    text = '{"project":{"name":"A","units":[]},"schemes":[{"code":"A","base_price":"1"}]}'
    read = kaipan.table_request_from_json(text)
    assert kaipan.table_request_to_json(given) == kaipan.table_request_to_json(read)
    assert given.explain.is_NONE()
    # The filed price is checked unless a host says otherwise.
    assert given.rules.filed.down == Decimal("0.15") and given.rules.floor


def test_defaults_are_not_shared():
    one, other = (kaipan.PricingScheme(code="A", base_price=Decimal(1)) for _ in range(2))
    one.unit_rounding.place = kaipan.Place.FEN
    assert other.unit_rounding.place == kaipan.Place.YUAN
