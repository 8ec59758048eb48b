package io.kaipan

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.math.BigDecimal
import kotlin.random.Random

private const val CALLS = 100_000

/** Random bad calls; afterwards a good call still works and memory is flat. */
class BadCallsTest {
    private val draw = Random(20260704)

    private val bad: List<JsonElement> = listOf(JsonNull.INSTANCE, JsonPrimitive(true), JsonArray(), JsonObject()) +
        listOf(-1, 0, 2_147_483_648).map { JsonPrimitive(it) } +
        listOf("", "abc", "1e9", "NaN", "12.3456789", "9".repeat(40), "\u0000", "开盘").map { JsonPrimitive(it) }

    private val badNumbers = listOf("1E+9999", "0.12345678", "9".repeat(30), "-1E-999999").map { BigDecimal(it) }

    @Test
    fun `bad calls do no harm`() {
        val small = vectors.filter { it.request.length < 1_500 && !it.expected.startsWith("{\"error\"") }
        var refused = 0
        var afterWarmUp = 0L
        repeat(CALLS) { at ->
            val vector = small.random(draw)
            try {
                when (draw.nextInt(20)) {
                    in 0..7 -> pass(vector.operation, vector.request.take(draw.nextInt(vector.request.length)))
                    in 8..13 -> pass(vector.operation, compact(spoiled(vector.request)))
                    in 14..16 -> pricingNetToList(netToList(share = badNumbers.random(draw)))
                    in 17..18 -> pricingNetToList(netToList(average = badNumbers.random(draw)))
                    else -> call(listOf("", "no.such", "quote.mak", "开盘", "\u0000").random(draw), "{}")
                }
            } catch (refusal: KaipanException) {
                refused += 1
                assertTrue(refusal.code.isNotEmpty() && refusal.zh.isNotEmpty() && refusal.en.isNotEmpty())
            }
            if (at == CALLS / 2) afterWarmUp = resident()
        }
        assertTrue(refused > CALLS * 3 / 4, "$refused refused")
        val grown = resident() - afterWarmUp
        assertTrue(grown < 64L * 1024 * 1024, "$grown bytes more")
        assertEquals(BigDecimal("10235.41"), pricingNetToList(netToList()).listAverage)
    }

    private fun pass(operation: String, request: String) {
        if (draw.nextBoolean()) call(operation, request) else typedOperations.getValue(operation)(request)
    }

    private fun spoiled(request: String): JsonElement {
        val value = JsonParser.parseString(request)
        repeat(draw.nextInt(1, 4)) {
            val places = mutableListOf<(JsonElement) -> Unit>()
            collect(value, places)
            if (places.isEmpty()) return bad.random(draw)
            places.random(draw)(bad.random(draw))
        }
        return value
    }

    /** Every place of a value, as a function that puts something else there. */
    private fun collect(value: JsonElement, places: MutableList<(JsonElement) -> Unit>) {
        when (value) {
            is JsonObject -> for (key in value.keySet().toList()) {
                places += { value.add(key, it) }
                places += { value.remove(key) }
                places += { value.add("no_such_field", it) }
                collect(value[key], places)
            }
            is JsonArray -> for (at in 0 until value.size()) {
                places += { value.set(at, it) }
                collect(value[at], places)
            }
        }
    }

    /** Bytes of memory that the process holds; Java's heap is there from the start (see pom.xml). */
    private fun resident(): Long {
        return File("/proc/self/statm").readText().split(' ')[1].toLong() * 4096
    }
}
