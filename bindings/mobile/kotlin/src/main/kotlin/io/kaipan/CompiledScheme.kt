package io.kaipan

import io.kaipan.types.PricingScheme
import io.kaipan.types.ProjectUnit
import java.math.BigDecimal
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.concurrent.atomic.AtomicReference

/**
 * Prices as columns, one element a unit, and their sums.
 *
 * @property unitPrices unit prices in fen per m² of the area basis
 * @property totals totals in fen
 * @property area sum of the areas, m²
 * @property total sum of the totals, yuan
 */
class PricedColumns(
    val unitPrices: LongArray,
    val totals: LongArray,
    val area: BigDecimal,
    val total: BigDecimal,
)

/**
 * Units as columns: what [CompiledScheme.price] takes.
 *
 * @property codes one column of codes an axis
 * @property areas areas in 0.0001 m²
 * @property giftAreas gift areas in 0.0001 m²; empty if the scheme does not charge them
 * @property lumpSums lump sums in fen; empty if the scheme has none
 */
class Columns(
    val codes: List<ShortArray>,
    val areas: LongArray,
    val giftAreas: LongArray = LongArray(0),
    val lumpSums: LongArray = LongArray(0),
)

/**
 * A pricing scheme compiled for columns of units: the same fen as [pricingTable], at a small
 * fraction of its cost, without an object for each unit.
 *
 * ```kotlin
 * val scheme = CompiledScheme(pricingScheme, units)
 * val priced = scheme.price(scheme.columns)
 * ```
 *
 * Holds memory of the library; [close] it, or leave it to the garbage collector.
 */
class CompiledScheme(scheme: PricingScheme, units: List<ProjectUnit>) : AutoCloseable {
    private val handle = SchemeHandle(scheme, units)

    /** The lane of the last call, for the next one; threads that come meanwhile make their own. */
    private val idle = AtomicReference<Lane?>()

    /** The axes: one for every factor, and a last one for spot adjustments. */
    val axes: List<Axis> get() = handle.axes()

    /** The units it was compiled for, as columns. */
    val columns: Columns
        get() {
            val columns = handle.columns()
            val rows = columns.areas.size / LONG
            val codes = inOrder(columns.codes).asShortBuffer()
            return Columns(
                List(handle.axes().size) { ShortArray(rows).also(codes::get) },
                longsOf(columns.areas), longsOf(columns.giftAreas), longsOf(columns.lumpSums),
            )
        }

    /** Changes the base price; codes stay the same. */
    fun setBase(base: BigDecimal) = handle.setBase(base)

    /** Changes the base price to an exact quotient, as [pricingSolveBase] answers it. */
    fun setExactBase(numerator: String, denominator: String) = handle.setExactBase(numerator, denominator)

    /** The code of an attribute value of an axis; null if it is unknown or has several. */
    fun code(axis: Int, key: String): Short? = handle.code(axis.toUInt(), key)?.toShort()

    /** Prices the units it was compiled for. */
    fun price(): PricedColumns {
        val priced = handle.price()
        val rows = priced.size / LONG / 2 - 1
        return Prices(LongArray(rows), LongArray(rows)).also { it.take(priced) }.done()
    }

    /**
     * Prices other units.
     *
     * Who prices many times gives [unitPrices] and [totals], and saves making new ones. After a
     * refusal what stands in them means nothing.
     *
     * @param columns the units
     * @param unitPrices where unit prices go: an element a row
     * @param totals where totals go: an element a row
     */
    fun price(
        columns: Columns,
        unitPrices: LongArray = LongArray(columns.areas.size),
        totals: LongArray = LongArray(columns.areas.size),
    ): PricedColumns {
        val areas = columns.areas
        for ((name, out) in listOf("unitPrices" to unitPrices, "totals" to totals)) {
            require(out.size == areas.size) { "$name: ${out.size} elements for ${areas.size} rows" }
            val shared = listOf(areas, columns.giftAreas, columns.lumpSums).any { it === out && out.isNotEmpty() }
            require(!shared) { "$name is also a column to be read" }
        }
        require(unitPrices !== totals || areas.isEmpty()) { "unitPrices and totals are the same array" }
        val prices = Prices(unitPrices, totals)
        if (!inPieces(columns, prices)) asWhole(columns, prices)
        return prices.done()
    }

    override fun close() = handle.close()

    /** Prices some rows at a time; false if that was not done. */
    private fun inPieces(columns: Columns, prices: Prices): Boolean {
        val rows = columns.areas.size
        val uneven = columns.codes.any { it.size != rows } ||
            listOf(columns.giftAreas, columns.lumpSums).any { it.size != rows && it.isNotEmpty() }
        if (uneven) return false
        val axes = columns.codes.size
        val room = rows.coerceIn(1, LANE_ROWS)
        val lane = idle.getAndSet(null)?.takeIf { it.axes == axes && it.rows >= room } ?: Lane(axes, room)
        try {
            var first = 0
            do {
                val count = minOf(lane.rows, rows - first)
                if (!lane.price(handle, columns, first, count, prices)) return false
                first += count
            } while (first < rows)
            return true
        } catch (_: ArithmeticException) {
            // The sums of the pieces fit, theirs does not: the library says so.
            return false
        } finally {
            idle.set(lane)
        }
    }

    /** All rows at once, so that an error names the right row. */
    private fun asWhole(columns: Columns, prices: Prices) {
        val codes = direct(Math.multiplyExact(columns.codes.sumOf { it.size }, Short.SIZE_BYTES))
        codes.asShortBuffer().apply { columns.codes.forEach(::put) }
        val (areas, giftAreas, lumpSums) = listOf(columns.areas, columns.giftAreas, columns.lumpSums)
            .map { column -> direct(Math.multiplyExact(column.size, LONG)).apply { asLongBuffer().put(column) } }
        prices.take(handle.priceColumns(codes, areas, giftAreas, lumpSums))
    }
}

private const val LONG = Long.SIZE_BYTES

/** Where prices go, and their sums. */
internal class Prices(val unitPrices: LongArray, val totals: LongArray) {
    private var area = 0L
    private var total = 0L

    fun add(area: Long, total: Long) {
        this.area = Math.addExact(this.area, area)
        this.total = Math.addExact(this.total, total)
    }

    /** Takes all rows from what the library gives. */
    fun take(priced: ByteArray) {
        val longs = inOrder(priced).asLongBuffer().get(unitPrices).get(totals)
        area = longs.get()
        total = longs.get()
    }

    fun done() = PricedColumns(unitPrices, totals, BigDecimal.valueOf(area, 4), BigDecimal.valueOf(total, 2))
}

private fun direct(bytes: Int) = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN)
