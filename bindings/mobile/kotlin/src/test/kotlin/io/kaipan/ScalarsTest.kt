package io.kaipan

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import java.math.BigDecimal
import java.time.LocalDate

class ScalarsTest {
    @Test
    fun `a good call`() {
        assertEquals(BigDecimal("10235.41"), pricingNetToList(netToList()).listAverage)
        assertEquals(pricingNetToList(netToList()), pricingNetToList(netToList(average = BigDecimal("1E+4"))))
    }

    @ParameterizedTest
    @CsvSource(
        "0.1234567, number.too_precise",
        "1E+30, number.range",
        "1E+999999999, number.exponent",
        "1E-999999999, number.exponent",
    )
    fun `a bad scalar is an ordinary error`(share: String, code: String) {
        val refusal = assertThrows(KaipanException::class.java) {
            pricingNetToList(netToList(share = BigDecimal(share)))
        }
        assertEquals(code, refusal.code)
        assertEquals("/composite_discount/modes/0/share", refusal.path)
        for (text in listOf(refusal.zh, refusal.en, refusal.hintZh, refusal.hintEn)) assertTrue(text.isNotEmpty())
        assertTrue(refusal.toString().startsWith("[$code] /composite_discount"))
    }

    @Test
    fun `everything wrong is told`() {
        val bad = BigDecimal("1E+99")
        val refusal = assertThrows(KaipanException::class.java) { pricingNetToList(netToList(bad, bad)) }
        assertEquals(listOf("/source/average"), refusal.others.map { it.path })
        assertTrue(refusal.number > 0u && refusal.params.isNotEmpty())
    }

    @Test
    fun dates() {
        val request = quoteRequestFromJson(vectors.first { it.operation == "quote.make" }.request)
        assertTrue(quoteMake(request).toString().contains(request.case.asOf.toString()))
        for (bad in listOf(LocalDate.MAX, LocalDate.MIN, LocalDate.of(10_000, 1, 1), LocalDate.of(0, 1, 1))) {
            val refusal = assertThrows(KaipanException::class.java) {
                quoteMake(request.copy(case = request.case.copy(asOf = bad)))
            }
            assertEquals("date.syntax" to "/case/as_of", refusal.code to refusal.path)
        }
    }
}
