package io.kaipan

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class VectorsTest {
    @Test
    fun `every vector gives its bytes through types`() {
        val wrong = vectors.filter { typedAnswer(it.operation, it.request) != it.expected }
        assertTrue(vectors.size > 400)
        assertEquals(emptyList<String>(), wrong.map { it.name })
    }

    @Test
    fun `every vector gives its bytes through JSON`() {
        for (vector in vectors) {
            val found = try {
                call(vector.operation, vector.request)
            } catch (refusal: KaipanException) {
                refusal.json()
            }
            assertEquals(vector.expected, found, vector.name)
        }
    }

    @Test
    fun `functions are those of the catalogue`() {
        assertEquals(operations().map { it.name }, typedOperations.keys.toList())
        assertTrue(operations().all { it.zh.isNotEmpty() && it.en.isNotEmpty() })
    }
}
