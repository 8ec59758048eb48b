package io.kaipan

import io.kaipan.types.PricingScheme
import io.kaipan.types.ProjectUnit
import java.math.BigDecimal
import java.nio.ByteBuffer
import java.nio.ByteOrder

/**
 * Prices of many units.
 *
 * @property unitPrices unit prices in fen per m² of the area basis
 * @property totals totals in fen
 * @property area sum of the areas, m²
 * @property total sum of the totals, yuan
 */
class PricedUnits(
    val unitPrices: LongArray,
    val totals: LongArray,
    val area: BigDecimal,
    val total: BigDecimal,
)

/**
 * Units as columns: what [PriceColumns.priceColumns] takes.
 *
 * @property codes one column of codes an axis
 * @property areas areas in 0.0001 m²
 * @property giftAreas gift areas in 0.0001 m²; empty if the scheme does not charge them
 * @property lumpSums lump sums in fen; empty if the scheme has none
 */
class UnitArrays(
    val codes: List<ShortArray>,
    val areas: LongArray,
    val giftAreas: LongArray,
    val lumpSums: LongArray,
)

/**
 * A pricing scheme compiled for columns of units: the same fen as [pricingTable], at a small
 * fraction of its cost, without an object for each unit.
 *
 * Holds memory of the library; [close] it, or leave it to the garbage collector.
 */
class PriceColumns(scheme: PricingScheme, units: List<ProjectUnit>) : AutoCloseable {
    private val pricer = ColumnPricer(scheme, units)

    /** The axes: one for every factor, and a last one for spot adjustments. */
    val axes: List<ColumnAxis> get() = pricer.axes()

    /** The units it was compiled for, as columns. */
    val columns: UnitArrays
        get() {
            val columns = pricer.columns()
            val rows = columns.areas.size / LONG
            val codes = little(columns.codes).asShortBuffer()
            return UnitArrays(
                List(if (rows == 0) 0 else codes.limit() / rows) { ShortArray(rows).also(codes::get) },
                longs(columns.areas), longs(columns.giftAreas), longs(columns.lumpSums),
            )
        }

    /** Changes the base price; codes stay the same. */
    fun setBase(base: BigDecimal) = pricer.setBase(base)

    /** Prices the units it was compiled for. */
    fun price(): PricedUnits {
        val priced = pricer.price()
        val rows = priced.size / LONG / 2 - 1
        val out = Out(rows)
        out.take(priced, 0, rows)
        return out.done()
    }

    /**
     * Prices other units.
     *
     * @param codes one column an axis
     * @param areas areas in 0.0001 m²
     * @param giftAreas gift areas in 0.0001 m², if the scheme charges them
     * @param lumpSums lump sums in fen, if the scheme has them
     */
    fun priceColumns(
        codes: List<ShortArray>,
        areas: LongArray,
        giftAreas: LongArray = LongArray(0),
        lumpSums: LongArray = LongArray(0),
    ): PricedUnits {
        val rows = areas.size
        val uneven = codes.any { it.size != rows } ||
            listOf(giftAreas, lumpSums).any { it.size != rows && it.isNotEmpty() }
        val piece = if (uneven) rows else minOf(rows, PIECE)
        val columns = Columns(codes, areas, giftAreas, lumpSums)
        if (piece < rows) {
            val out = Out(rows)
            try {
                columns.run(pricer, piece, false, out)
                return out.done()
            } catch (_: KaipanException) {
                // Once more as a whole, so that the error names the row.
            } catch (_: ArithmeticException) {
                // The sums of the pieces fit, theirs does not: the library says so.
            }
        }
        val out = Out(rows)
        columns.run(pricer, rows, uneven, out)
        return out.done()
    }

    override fun close() = pricer.close()
}

/** Rows a call: what crosses then stays in the processor's cache. */
private const val PIECE = 16_384
private const val LONG = 8

private class Columns(
    private val codes: List<ShortArray>,
    private val areas: LongArray,
    private val giftAreas: LongArray,
    private val lumpSums: LongArray,
) {
    /** Prices `piece` rows at a time; columns of uneven length go as they are, to be refused. */
    fun run(pricer: ColumnPricer, piece: Int, uneven: Boolean, out: Out) {
        val codeBytes = if (uneven) codes.sumOf { it.size } else codes.size * piece
        val codeBuffer = direct(codeBytes * 2)
        val buffers = listOf(areas, giftAreas, lumpSums).map { column ->
            column to direct(LONG * if (uneven) column.size else minOf(column.size, piece))
        }
        var first = 0
        do {
            val count = minOf(piece, areas.size - first)
            val shorts = codeBuffer.clear().asShortBuffer()
            for (column in codes) shorts.put(column, first, if (uneven) column.size else count)
            codeBuffer.limit(shorts.position() * 2)
            for ((column, buffer) in buffers) {
                val part = if (uneven) column.size else minOf(column.size, count)
                buffer.clear().limit(part * LONG)
                if (part > 0) buffer.asLongBuffer().put(column, first, part)
            }
            val (_, area) = buffers[0]
            out.take(pricer.priceColumns(codeBuffer, area, buffers[1].second, buffers[2].second), first, count)
            first += count
        } while (first < areas.size)
    }
}

private class Out(rows: Int) {
    private val unitPrices = LongArray(rows)
    private val totals = LongArray(rows)
    private var area = 0L
    private var total = 0L

    fun take(priced: ByteArray, first: Int, count: Int) {
        val longs = little(priced).asLongBuffer()
        longs.get(unitPrices, first, count).get(totals, first, count)
        area = Math.addExact(area, longs.get())
        total = Math.addExact(total, longs.get())
    }

    fun done() = PricedUnits(unitPrices, totals, BigDecimal.valueOf(area, 4), BigDecimal.valueOf(total, 2))
}

private fun direct(bytes: Int) = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN)

private fun little(bytes: ByteArray) = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)

private fun longs(bytes: ByteArray) = LongArray(bytes.size / LONG).also { little(bytes).asLongBuffer().get(it) }
