package io.kaipan.consultant

import java.math.BigDecimal
import java.math.RoundingMode

/** Columns a text takes up in a terminal: Chinese characters take two. */
fun width(text: String): Int = text.codePoints().map { if (wide(it)) 2 else 1 }.sum()

private fun wide(point: Int): Boolean = when (point) {
    in 0x1100..0x115F, in 0x2E80..0x303E, in 0x3041..0xA4CF, in 0xAC00..0xD7A3 -> true
    in 0xF900..0xFAFF, in 0xFE30..0xFE6F, in 0xFF00..0xFF60, in 0xFFE0..0xFFE6 -> true
    in 0x1F300..0x1FAFF, in 0x20000..0x3FFFD -> true
    else -> false
}

/** Rows with their cells below each other; columns named in [right] end at the same place. */
fun aligned(rows: List<List<String>>, vararg right: Int): List<String> {
    val widths = rows.fold(emptyList<Int>()) { widths, row ->
        List(maxOf(widths.size, row.size)) { at ->
            maxOf(widths.getOrElse(at) { 0 }, width(row.getOrElse(at) { "" }))
        }
    }
    return rows.map { row ->
        row.withIndex().joinToString("  ") { (at, cell) ->
            val gap = " ".repeat(widths[at] - width(cell))
            if (at in right) gap + cell else cell + gap
        }.trimEnd()
    }
}

/** An amount with its thousands apart. */
fun money(amount: BigDecimal?): String = amount?.let { "%,.2f".format(it) } ?: ""

/** A share in percent. */
fun percent(share: BigDecimal): String =
    share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + "%"
