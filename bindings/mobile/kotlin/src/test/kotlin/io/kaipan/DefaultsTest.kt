package io.kaipan

import io.kaipan.requests.*
import io.kaipan.types.*
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.math.BigDecimal

/** What is left out is what JSON takes for it. */
class DefaultsTest {
    private val scheme = PricingScheme(code = "A", basePrice = BigDecimal("1.00"))
    private val json = """{"code":"A","base_price":"1"}"""

    @Test
    fun `a scheme`() {
        assertEquals(pricingSchemeFromJson(json), scheme)
        assertEquals(CoefCombine.MULTIPLICATIVE, scheme.combine)
        assertEquals(Place.YUAN, scheme.unitRounding.place)
    }

    @Test
    fun `a request`() {
        val request = TableRequest(project = Project(name = "A"), schemes = listOf(scheme))
        assertEquals(tableRequestFromJson("""{"project":{"name":"A","units":[]},"schemes":[$json]}"""), request)
        assertEquals(Explain.None, request.explain)
        // The filed price is checked unless a host says otherwise.
        assertEquals(BigDecimal("0.15"), request.rules.filed?.down)
    }
}
