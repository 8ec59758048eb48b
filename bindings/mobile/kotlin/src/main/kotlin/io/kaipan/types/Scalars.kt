package io.kaipan.types

import java.math.BigDecimal
import kotlin.math.abs

/** No number of the library has more digits than this; longer ones are not written out in full. */
private const val MOST_DIGITS = 400

/**
 * The plain digits of a number, as it crosses to the library. Nothing is judged here: what does not
 * fit is refused by the library, with code and place. (`BigDecimal("1E+999999999")` written out
 * plainly would take a gigabyte.)
 */
internal fun decimalText(value: BigDecimal): String =
    if (abs(value.scale().toLong()) < MOST_DIGITS) value.toPlainString() else value.toString()

/**
 * A share of a whole: a quotient of whole numbers such as `1/3`, or up to 6 decimals such as `0.35`.
 * Text that is neither is refused by the library, with code and place.
 */
data class Fraction(val text: String) {
    constructor(value: BigDecimal) : this(decimalText(value))

    constructor(numerator: Long, denominator: Long) : this("$numerator/$denominator")

    override fun toString(): String = text
}
