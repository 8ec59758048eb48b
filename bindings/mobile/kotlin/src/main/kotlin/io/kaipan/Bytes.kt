package io.kaipan

import java.nio.ByteBuffer
import java.nio.ByteOrder

// Columns as they cross to the library: little-endian, one integer after the other.

internal fun bytesOf(column: ShortArray): ByteArray =
    ByteArray(Math.multiplyExact(column.size, Short.SIZE_BYTES)).also { inOrder(it).asShortBuffer().put(column) }

internal fun bytesOf(column: IntArray): ByteArray =
    ByteArray(Math.multiplyExact(column.size, Int.SIZE_BYTES)).also { inOrder(it).asIntBuffer().put(column) }

internal fun bytesOf(column: LongArray): ByteArray =
    ByteArray(Math.multiplyExact(column.size, Long.SIZE_BYTES)).also { inOrder(it).asLongBuffer().put(column) }

internal fun intsOf(bytes: ByteArray): IntArray =
    IntArray(bytes.size / Int.SIZE_BYTES).also { inOrder(bytes).asIntBuffer().get(it) }

internal fun longsOf(bytes: ByteArray): LongArray =
    LongArray(bytes.size / Long.SIZE_BYTES).also { inOrder(bytes).asLongBuffer().get(it) }

internal fun inOrder(bytes: ByteArray): ByteBuffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)
