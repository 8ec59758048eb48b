package io.kaipan

import io.kaipan.requests.*
import io.kaipan.types.*
import java.math.BigDecimal

private val yuan = Rounding(Mode.HALF_UP, Place.YUAN)

internal fun netToList(
    share: BigDecimal = BigDecimal("0.3"),
    average: BigDecimal = BigDecimal("10000"),
) = NetToListRequest(
    compositeDiscount = CompositeDiscount(
        modes = listOf(
            DiscountShare(share = share, rate = BigDecimal("0.97")),
            DiscountShare(share = BigDecimal("0.7"), rate = BigDecimal("0.98")),
        ),
    ),
    source = NetSource.Average(average),
    priceBasis = PriceBasis.UNIT_FIRST,
    unitRounding = yuan,
    totalRounding = yuan,
)

internal fun unit(number: String, floor: Int, area: BigDecimal = BigDecimal("121.5")) =
    ProjectUnit(
        unitNo = number,
        building = "1",
        floor = floor,
        line = "01",
        buildingArea = area,
        state = UnitState.ON_SALE,
    )

internal fun scheme(): PricingScheme {
    val rows = (1..8).map { FactorRow("$it", BigDecimal("0.95") + BigDecimal(it).movePointLeft(2)) }
    return PricingScheme(
        code = "A",
        basePrice = BigDecimal("12345"),
        factors = listOf(
            Factor(dimension = "floor", method = Method.COEFFICIENT, values = FactorValues.Table(rows)),
        ),
        areaBasis = AreaBasis.BUILDING,
        priceBasis = PriceBasis.UNIT_FIRST,
        combine = CoefCombine.MULTIPLICATIVE,
        unitRounding = yuan,
        totalRounding = yuan,
    )
}
