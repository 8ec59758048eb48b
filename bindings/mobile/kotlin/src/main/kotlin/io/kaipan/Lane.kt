package io.kaipan

import com.sun.jna.Native
import com.sun.jna.Pointer
import java.nio.Buffer
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.LongBuffer
import java.nio.ShortBuffer

/**
 * Most rows of a lane: half a megabyte with three factors, which stays in the processor's cache, and
 * enough that what a call costs beside them is not felt.
 */
internal const val LANE_ROWS = 16_384

/** Arrays before those of the codes. */
private const val FIXED = 5

/**
 * Memory outside Java's heap, in which the library prices some rows at a time without copying or
 * allocating anything. The other side is `bindings/mobile/src/arrays.rs`.
 */
internal class Lane(val axes: Int, val rows: Int) {
    private val areas = Longs(rows)
    private val giftAreas = Longs(rows)
    private val lumpSums = Longs(rows)
    private val unitPrices = Longs(rows)
    private val totals = Longs(rows)
    private val codes = List(axes) { Shorts(rows) }
    private val arrays = Longs(2 * (FIXED + axes))
    private val sums = Longs(2)

    init {
        val addresses = listOf(areas, giftAreas, lumpSums, unitPrices, totals).map { it.at } + codes.map { it.at }
        addresses.forEachIndexed { index, at -> arrays.values.put(2 * index, Pointer.nativeValue(at)) }
    }

    /**
     * Prices rows from `first` on, whose columns all have that many; false if that was not done,
     * such as for a row without a price.
     */
    fun price(scheme: SchemeHandle, columns: Columns, first: Int, count: Int, out: Prices): Boolean {
        take(0, areas, columns.areas, first, count)
        take(1, giftAreas, columns.giftAreas, first, count)
        take(2, lumpSums, columns.lumpSums, first, count)
        length(3, count)
        length(4, count)
        for (axis in 0 until axes) {
            codes[axis].anew().put(columns.codes[axis], first, count)
            length(FIXED + axis, count)
        }
        val done = scheme.callWithHandle { Library.kaipan_price_arrays(it, arrays.at, FIXED + axes, sums.at) }
        if (done.toInt() == 0) return false
        unitPrices.anew().get(out.unitPrices, first, count)
        totals.anew().get(out.totals, first, count)
        out.add(sums.values.get(0), sums.values.get(1))
        return true
    }

    private fun take(index: Int, into: Longs, column: LongArray, first: Int, count: Int) {
        if (column.isNotEmpty()) into.anew().put(column, first, count)
        length(index, if (column.isEmpty()) 0 else count)
    }

    private fun length(index: Int, count: Int) {
        arrays.values.put(2 * index + 1, count.toLong())
    }
}

private class Longs(count: Int) {
    private val bytes = direct(count * Long.SIZE_BYTES)
    val values: LongBuffer = bytes.asLongBuffer()
    val at: Pointer = Native.getDirectBufferPointer(bytes)

    fun anew() = values.also { (it as Buffer).clear() }
}

private class Shorts(count: Int) {
    private val bytes = direct(count * Short.SIZE_BYTES)
    private val values: ShortBuffer = bytes.asShortBuffer()
    val at: Pointer = Native.getDirectBufferPointer(bytes)

    fun anew() = values.also { (it as Buffer).clear() }
}

private fun direct(bytes: Int) = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder())

private object Library {
    init {
        // As the generated code finds it.
        val override = System.getProperty("uniffi.component.kaipan_operations.libraryOverride")
        Native.register(Library::class.java, override ?: "kaipan_mobile")
    }

    external fun kaipan_price_arrays(scheme: Long, arrays: Pointer, count: Int, sums: Pointer): Byte
}
