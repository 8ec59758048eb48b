package io.kaipan

import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.math.BigDecimal

class ColumnsTest {
    private val compiled = CompiledScheme(scheme(), (1..8).map { unit("${it}01", it) })

    private fun codes(vararg column: Int) =
        listOf(ShortArray(column.size) { column[it].toShort() }, ShortArray(column.size))

    @Test
    fun `units and columns agree`() {
        val priced = compiled.price()
        assertEquals(0, BigDecimal(priced.totals.sum()).movePointLeft(2).compareTo(priced.total))
        val floors = IntArray(8) { compiled.code(0, "${it + 1}")!!.toInt() }
        val again = compiled.price(Columns(codes(*floors), LongArray(8) { 1_215_000 }))
        assertArrayEquals(priced.unitPrices, again.unitPrices)
        assertArrayEquals(priced.totals, again.totals)
        val own = compiled.columns
        assertArrayEquals(priced.totals, compiled.price(own).totals)
    }

    @Test
    fun `many rows go in pieces`() {
        val rows = 100_000
        val floors = IntArray(rows) { it % 8 }
        val areas = LongArray(rows) { 1_000_000L + it }
        val priced = compiled.price(Columns(codes(*floors), areas))
        assertEquals(0, BigDecimal(priced.totals.sum()).movePointLeft(2).compareTo(priced.total))
        assertEquals(0, BigDecimal(areas.sum()).movePointLeft(4).compareTo(priced.area))
        floors[70_000] = compiled.axes.first().codes.toInt()
        val refusal = assertThrows(KaipanException::class.java) { compiled.price(Columns(codes(*floors), areas)) }
        assertEquals("pricing.column_code" to "/rows/70000", refusal.code to refusal.path)
    }

    @Test
    fun `prices go to arrays that are there`() {
        val rows = 10_000
        val (unitPrices, totals) = List(2) { LongArray(rows) { -1 } }
        val areas = LongArray(rows) { 1_000_000L + it }
        val codes = codes(*IntArray(rows) { it % 8 })
        val fresh = compiled.price(Columns(codes, areas))
        val priced = compiled.price(Columns(codes, areas), unitPrices = unitPrices, totals = totals)
        assertSame(unitPrices, priced.unitPrices)
        assertSame(totals, priced.totals)
        assertArrayEquals(fresh.unitPrices, unitPrices)
        assertArrayEquals(fresh.totals, totals)
        for (bad in listOf(LongArray(rows - 1), LongArray(rows + 1), unitPrices, areas)) {
            assertThrows(IllegalArgumentException::class.java) {
                compiled.price(Columns(codes, areas), unitPrices = unitPrices, totals = bad)
            }
        }
        assertArrayEquals(fresh.totals, totals)
    }

    @Test
    fun `sums that do not fit are refused`() {
        // Those of one piece fit.
        val rows = 4 * LANE_ROWS
        val areas = LongArray(rows) { Long.MAX_VALUE / 5_000_000 }
        val refusal = assertThrows(KaipanException::class.java) {
            compiled.price(Columns(codes(*IntArray(rows)), areas))
        }
        assertEquals("number.overflow", refusal.code)
    }

    @Test
    fun `threads price at once`() {
        val areas = LongArray(20_000) { 1_000_000L + it }
        val codes = codes(*IntArray(areas.size) { it % 8 })
        val expected = compiled.price(Columns(codes, areas)).totals
        val found = (1..40).toList().parallelStream().map { compiled.price(Columns(codes, areas)).totals }.toList()
        found.forEach { assertArrayEquals(expected, it) }
    }

    @Test
    fun `a new base`() {
        val before = compiled.price().total
        compiled.setBase(BigDecimal("24690"))
        assert((compiled.price().total - before - before).abs() < BigDecimal(1000))
        val refusal = assertThrows(KaipanException::class.java) { compiled.setBase(BigDecimal("1.0000001")) }
        assertEquals("number.too_precise" to "/base", refusal.code to refusal.path)
    }

    @Test
    fun `an exact base`() {
        compiled.setExactBase("37035", "3")
        val exact = compiled.price().total
        compiled.setBase(BigDecimal("12345"))
        assertEquals(exact, compiled.price().total)
        for ((numerator, denominator, code) in listOf(
            Triple("-1", "3", "pricing.not_positive"),
            Triple("1", "0", "number.zero_denominator"),
            Triple("x", "1", "number.syntax"),
        )) {
            val refusal = assertThrows(KaipanException::class.java) { compiled.setExactBase(numerator, denominator) }
            assertEquals(code to "/base", refusal.code to refusal.path)
        }
        val refusal = assertThrows(KaipanException::class.java) { compiled.setBase(BigDecimal.ZERO) }
        assertEquals("pricing.not_positive" to "/base", refusal.code to refusal.path)
        assertEquals(exact, compiled.price().total)
    }

    @Test
    fun `codes are looked up`() {
        for (key in compiled.axes.first().keys) assertEquals(key.code.toShort(), compiled.code(0, key.key))
        assertEquals(listOf(null, null), listOf(compiled.code(0, "99"), compiled.code(9, "1")))
    }

    @Test
    fun `no rows have no prices`() {
        val empty = compiled.price(Columns(codes(), LongArray(0)))
        assertEquals(0, empty.totals.size)
        assertEquals(0, empty.total.signum())
    }

    @Test
    fun `the same fen as the table`() {
        val vector = vectors.first { it.operation == "pricing.table" }
        val request = tableRequestFromJson(vector.request)
        val rows = pricingTable(request).rows
        val priced = CompiledScheme(request.schemes[0], request.project.units).price()
        fun fen(yuan: BigDecimal) = yuan.movePointRight(2).longValueExact()
        assertEquals(6, rows.size)
        assertArrayEquals(LongArray(6) { fen(rows[it].total) }, priced.totals)
        assertArrayEquals(LongArray(6) { fen(rows[it].unitPrice) }, priced.unitPrices)
    }

    @Test
    fun `columns of other lengths are refused`() {
        for ((codes, areas) in listOf(
            listOf(ShortArray(1)) to LongArray(1),
            listOf(ShortArray(2), ShortArray(1)) to LongArray(1),
            listOf(ShortArray(0), ShortArray(0)) to LongArray(1),
            emptyList<ShortArray>() to LongArray(1),
        )) {
            val refusal = assertThrows(KaipanException::class.java) { compiled.price(Columns(codes, areas)) }
            assertEquals("pricing.column_length", refusal.code)
        }
    }

    @Test
    fun `units that do not fit have a place`() {
        val bad = unit("102", 1, BigDecimal("1.23456"))
        val refusal = assertThrows(KaipanException::class.java) { CompiledScheme(scheme(), listOf(unit("101", 1), bad)) }
        assertEquals("/units/1/building_area", refusal.path)
    }
}
