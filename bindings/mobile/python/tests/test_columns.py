from array import array
from decimal import Decimal

import pytest

import kaipan
import vectors


def unit(number, floor, area=Decimal("121.5")):
    return kaipan.ProjectUnit(
        unit_no=number,
        building="1",
        floor=floor,
        line="01",
        building_area=area,
        state=kaipan.UnitState.ON_SALE,
    )


def scheme():
    rounding = kaipan.Rounding(mode=kaipan.Mode.HALF_UP, place=kaipan.Place.YUAN)
    rows = [kaipan.FactorRow(key=str(f), value=Decimal("0.95") + Decimal(f) / 100) for f in range(1, 9)]
    factor = kaipan.Factor(
        dimension="floor",
        method=kaipan.Method.COEFFICIENT,
        values=kaipan.FactorValues.TABLE(rows=rows),
    )
    return kaipan.PricingScheme(
        code="A",
        base_price=Decimal("12345"),
        factors=[factor],
        area_basis=kaipan.AreaBasis.BUILDING,
        price_basis=kaipan.PriceBasis.UNIT_FIRST,
        combine=kaipan.CoefCombine.MULTIPLICATIVE,
        unit_rounding=rounding,
        total_rounding=rounding,
    )


@pytest.fixture
def compiled():
    return kaipan.CompiledScheme(scheme(), [unit(f"{floor}01", floor) for floor in range(1, 9)])


def test_units_and_columns_agree(compiled):
    priced = compiled.price()
    assert len(priced.totals) == 8 and sum(priced.totals) == priced.total * 100
    keys = {key.key: key.code for key in compiled.axes[0].keys}
    codes = [array("H", [keys[str(floor)] for floor in range(1, 9)]), array("H", [0] * 8)]
    again = compiled.price(kaipan.Columns(codes, array("q", [1_215_000] * 8)))
    assert again == priced
    own = compiled.columns
    assert list(own.codes) == codes and compiled.price(own) == priced
    assert memoryview(priced.totals).format == "q"


def test_many_rows_go_in_pieces(compiled):
    rows = 100_000
    codes = [array("H", [row % 8 for row in range(rows)]), array("H", bytes(2 * rows))]
    areas = array("q", [1_000_000 + row for row in range(rows)])
    priced = compiled.price(kaipan.Columns(codes, areas))
    assert len(priced.totals) == rows
    assert priced.total == Decimal(sum(priced.totals)) / 100
    assert priced.area == Decimal(sum(areas)) / 10_000
    codes[0][70_000] = compiled.axes[0].codes
    with pytest.raises(kaipan.KaipanError) as caught:
        compiled.price(kaipan.Columns(codes, areas))
    assert (caught.value.code, caught.value.path) == ("pricing.column_code", "/rows/70000")


def test_prices_go_to_arrays_that_are_there(compiled):
    rows = 10_000
    codes = [array("H", [row % 8 for row in range(rows)]), array("H", bytes(2 * rows))]
    areas = array("q", range(1_000_000, 1_000_000 + rows))
    fresh = compiled.price(kaipan.Columns(codes, areas))
    unit_prices, totals = array("q", [-1]) * rows, array("q", [-1]) * rows
    priced = compiled.price(kaipan.Columns(codes, areas), unit_prices=unit_prices, totals=totals)
    assert priced.unit_prices is unit_prices and priced.totals is totals
    assert priced == fresh
    # Any memory with room, also of columns that are read: those are then copied first.
    room = memoryview(bytearray(8 * rows)).cast("q")
    assert compiled.price(kaipan.Columns(codes, areas), totals=room).totals.tolist() == fresh.totals.tolist()
    same = array("q", areas)
    assert compiled.price(kaipan.Columns(codes, same), totals=same).totals == fresh.totals
    for bad in (array("q", [0]), bytes(8 * rows), array("q", [0]) * (rows + 1)):
        with pytest.raises((ValueError, TypeError)):
            compiled.price(kaipan.Columns(codes, areas), totals=bad)
    with pytest.raises(TypeError):
        compiled.price(kaipan.Columns(codes, areas), totals=array("d", [0.0]) * rows)


def test_columns_are_any_memory(compiled):
    codes = [array("H", range(8)), array("H", [0] * 8)]
    areas = array("q", [1_215_000] * 8)
    expected = compiled.price(kaipan.Columns(codes, areas))
    raw = [memoryview(column.tobytes()) for column in (*codes, areas)]
    assert compiled.price(kaipan.Columns(raw[:2], raw[2])) == expected
    shifted = memoryview(b"\0" + areas.tobytes())[1:]
    assert compiled.price(kaipan.Columns(codes, shifted)) == expected
    shifted = memoryview(bytearray(b"\0" + areas.tobytes()))[1:]
    assert compiled.price(kaipan.Columns(codes, shifted)) == expected
    with pytest.raises(TypeError):
        compiled.price(kaipan.Columns(codes, memoryview(array("q", [1_215_000] * 16))[::2]))
    # Their memory is free again afterwards.
    areas.append(0)


def test_sums_that_do_not_fit_are_refused(compiled):
    areas = array("q", [2**63 // 8_000] * 10_000)
    codes = [array("H", bytes(2 * len(areas)))] * 2
    with pytest.raises(kaipan.KaipanError) as caught:
        compiled.price(kaipan.Columns(codes, areas))
    assert caught.value.code == "number.overflow"


def test_a_new_base(compiled):
    before = compiled.price().total
    compiled.set_base(Decimal("24690"))
    assert abs(compiled.price().total - 2 * before) < 1000
    with pytest.raises(kaipan.KaipanError) as caught:
        compiled.set_base(Decimal("1.0000001"))
    assert (caught.value.code, caught.value.path) == ("number.too_precise", "/base")


def test_columns_of_other_lengths_are_refused(compiled):
    for codes, areas in [
        ([array("H", [0])], array("q", [1_000_000])),
        ([array("H", [0, 1]), array("H", [0])], array("q", [1_000_000])),
        ([array("H"), array("H")], array("q", [1_000_000])),
        ([b"\0", b""], array("q", [1_000_000])),
        ([b"\0\0", b"\0\0"], b"\0\0\0"),
    ]:
        with pytest.raises(kaipan.KaipanError) as caught:
            compiled.price(kaipan.Columns(codes, areas))
        assert caught.value.code == "pricing.column_length"
    with pytest.raises(TypeError):
        compiled.price(kaipan.Columns([array("H", [0])] * 2, array("d", [1.0])))


def test_units_that_do_not_fit_have_a_place():
    with pytest.raises(kaipan.KaipanError) as caught:
        kaipan.CompiledScheme(scheme(), [unit("101", 1), unit("102", 1, area="1e4")])
    assert caught.value.path == "/units/1/building_area"


def test_an_exact_base(compiled):
    compiled.set_exact_base("37035", "3")
    third = compiled.price()
    compiled.set_base(Decimal("12345"))
    assert compiled.price() == third
    for numerator, denominator, code in [
        ("-1", "3", "pricing.not_positive"),
        ("0", "1", "pricing.not_positive"),
        ("1", "0", "number.zero_denominator"),
        ("x", "1", "number.syntax"),
    ]:
        with pytest.raises(kaipan.KaipanError) as caught:
            compiled.set_exact_base(numerator, denominator)
        assert (caught.value.code, caught.value.path) == (code, "/base")
    with pytest.raises(kaipan.KaipanError) as caught:
        compiled.set_base(Decimal(0))
    assert (caught.value.code, caught.value.path) == ("pricing.not_positive", "/base")
    assert compiled.price() == third


def test_codes_are_looked_up(compiled):
    for key in compiled.axes[0].keys:
        assert compiled.code(0, key.key) == key.code
    assert compiled.code(0, "99") is None and compiled.code(9, "1") is None


def test_no_rows_have_no_prices():
    compiled = kaipan.CompiledScheme(scheme(), [unit("101", 1)])
    empty = compiled.price(kaipan.Columns([array("H")] * 2, array("q")))
    assert not empty.totals and not empty.total and not empty.area


def test_the_same_fen_as_the_table():
    request = kaipan.table_request_from_json(vectors.first("pricing.table"))
    rows = kaipan.pricing_table(request).rows
    priced = kaipan.CompiledScheme(request.schemes[0], request.project.units).price()
    assert len(rows) == 6
    assert list(priced.totals) == [row.total * 100 for row in rows]
    assert list(priced.unit_prices) == [row.unit_price * 100 for row in rows]
