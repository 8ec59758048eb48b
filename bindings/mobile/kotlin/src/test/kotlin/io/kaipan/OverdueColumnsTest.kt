package io.kaipan

import io.kaipan.requests.OverdueAgingColumnsRequest
import io.kaipan.requests.OverdueAssessColumnsRequest
import io.kaipan.types.AgingBucket
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.math.BigDecimal
import java.time.LocalDate

class OverdueColumnsTest {
    private class Claim(val due: Int, val since: Int, val amount: Long, val total: Long, val isLoan: Boolean, val paid: List<Pair<Int, Long>>)

    private val asOf = 20500

    /** Claims of every kind: without a day, not arisen, paid early and late, loans without late fees. */
    private val book = (0 until 300).map { at ->
        val due = 20100 + at * 37 % 600
        val since = if (at % 3 != 0) NO_DAY else if (at % 9 != 0) 20000 else 20600
        val amount = 1_000_000L + at * 7919L % 90_000_000
        val paid = buildList {
            if (since != 20600 && at % 4 != 0) add(due + at * 13 % 90 - 30 to amount / 3)
            if (since != 20600 && at % 5 == 0) add(due + 20 to amount / 4)
        }
        Claim(if (at % 11 != 0) due else NO_DAY, since, amount, 150_000_000L + at, at % 7 == 0, paid)
    }

    private fun columns() = ClaimColumns(
        due = IntArray(book.size) { book[it].due },
        amounts = LongArray(book.size) { book[it].amount },
        since = IntArray(book.size) { book[it].since },
        bearing = BooleanArray(book.size) { !book[it].isLoan },
        contractTotals = LongArray(book.size) { book[it].total },
        groups = ShortArray(book.size) { if (book[it].isLoan) 0 else 1 },
    )

    private fun receipts(): ReceiptColumns {
        val rows = book.flatMapIndexed { at, claim -> claim.paid.map { (on, fen) -> Triple(at, on, fen) } }
        return ReceiptColumns(
            IntArray(rows.size) { rows[it].first },
            IntArray(rows.size) { rows[it].second },
            LongArray(rows.size) { rows[it].third },
        )
    }

    private fun day(number: Int) = LocalDate.ofEpochDay(number.toLong()).toString()

    private fun yuan(fen: Long) = BigDecimal.valueOf(fen, 2).toPlainString()

    /** The same claims for an operation. */
    private fun request(more: String = ""): String {
        val claims = book.withIndex().joinToString(",") { (at, claim) ->
            val due = if (claim.due == NO_DAY) "" else ""","due":"${day(claim.due)}""""
            val since = if (claim.since == NO_DAY) "" else ""","since":"${day(claim.since)}""""
            val paid = claim.paid.joinToString(",") { (on, fen) -> """{"on":"${day(on)}","amount":"${yuan(fen)}"}""" }
            val item = if (claim.isLoan) "commercial_loan" else "house_payment"
            """{"id":"C$at","deal":"D$at","item":"$item","amount":"${yuan(claim.amount)}"$due$since,"payments":[$paid]}"""
        }
        val deals = book.withIndex().joinToString(",") { (at, claim) ->
            """{"id":"D$at","contract_total":"${yuan(claim.total)}"}"""
        }
        val policy = """{"tiers":[{"rate":"0.0005"}],"grace_days":10,"caps":[{"kind":"of_total","share":"0.03"}]}"""
        return """{"as_of":"${day(asOf)}","policy":$policy,"claims":[$claims],"deals":[$deals]$more}"""
    }

    private val whole = overdueAssessRequestFromJson(request())
    private val beside = OverdueAssessColumnsRequest(policy = whole.policy, asOf = whole.asOf)
    private val aging = OverdueAgingColumnsRequest(policy = whole.policy, asOf = whole.asOf)

    private fun fen(yuan: BigDecimal) = yuan.movePointRight(2).longValueExact()

    @Test
    fun `the fen of an assessment`() {
        val found = overdueAssessColumns(beside, columns(), receipts())
        val expected = overdueAssess(whole)
        val byId = expected.claims.associateBy { it.claim }
        // Claims that have not arisen are in no list.
        val each = book.indices.map { byId["C$it"] }
        assertEquals(266, expected.claims.size)
        assertArrayEquals(LongArray(each.size) { at -> each[at]?.let { fen(it.outstanding) } ?: 0 }, found.outstanding)
        assertArrayEquals(IntArray(each.size) { at -> each[at]?.overdueDays?.toInt() ?: 0 }, found.overdueDays)
        assertArrayEquals(LongArray(each.size) { at -> each[at]?.let { fen(it.referenceFee) } ?: 0 }, found.lateFees)
        assertEquals(266u, found.sums.claims)
        assertEquals(expected.totals.outstanding, found.sums.outstanding)
        assertEquals(expected.totals.overdue, found.sums.overdue)
        assertEquals(expected.totals.referenceFee, found.sums.lateFee)
        assertTrue(found.sums.lateFee.signum() > 0)
    }

    @Test
    fun `the fen of aging`() {
        val rows = overdueAging(overdueAgingRequestFromJson(request(""","by":["item"]"""))).tables[0].rows
        val groups = overdueAgingColumns(aging, columns(), receipts()).groups
        assertEquals(listOf("commercial_loan", "house_payment"), rows.map { it.key })
        assertEquals(rows.map { it.buckets }, groups.map { it.buckets })
        assertEquals(rows.map { listOf(it.notDue, it.undated, it.claims) }, groups.map { listOf(it.notDue, it.undated, it.claims) })
        val refusal = assertThrows(KaipanException::class.java) {
            overdueAgingColumns(aging.copy(buckets = listOf(AgingBucket(2u, null))), columns())
        }
        assertEquals("overdue.buckets_hole" to "/buckets/0/from_days", refusal.code to refusal.path)
    }

    @Test
    fun `one claim by hand`() {
        val policy = overdueAssessRequestFromJson(
            """{"as_of":"2025-05-01","policy":{"tiers":[{"rate":"0.0002"}]},"claims":[]}""",
        ).policy
        val request = OverdueAssessColumnsRequest(policy = policy, asOf = LocalDate.of(2025, 5, 1))
        val claims = ClaimColumns(intArrayOf(20_157), longArrayOf(39_520_600))
        val paid = ReceiptColumns(intArrayOf(0, 0), intArrayOf(20_172, 20_208), longArrayOf(10_000_000, 29_520_600))
        val found = overdueAssessColumns(request, claims, paid)
        assertEquals(BigDecimal("3311.10"), found.sums.lateFee)
        assertEquals(0, found.outstanding[0])
        assertEquals(BigDecimal("395206.00"), overdueAssessColumns(request, claims).sums.outstanding)
    }

    @Test
    fun `bad columns are refused`() {
        fun refused(code: String, path: String, claims: ClaimColumns = columns(), received: ReceiptColumns = receipts()) {
            val refusal = assertThrows(KaipanException::class.java) { overdueAssessColumns(beside, claims, received) }
            assertEquals(code to path, refusal.code to refusal.path)
        }
        val good = columns()
        refused("overdue.columns", "/claims/due", ClaimColumns(IntArray(299), good.amounts))
        refused("overdue.columns", "/received/days", received = ReceiptColumns(IntArray(1), IntArray(2), LongArray(1)))
        refused("number.between", "/claims/due/5", columns().apply { due[5] = Int.MAX_VALUE })
        refused("number.negative", "/claims/amounts/9", columns().apply { amounts[9] = -1 })
        refused("number.between", "/received/days/3", received = receipts().apply { days[3] = NO_DAY })
        refused("overdue.claim_unknown", "/received/claims/9", received = receipts().apply { claims[9] = -1 })
        refused("overdue.paid_above", "/received/amounts/0", received = receipts().apply { amounts[0] = Long.MAX_VALUE })
        refused("number.overflow", "/received/amounts/0", received = receipts().apply { amounts[0] = Long.MIN_VALUE })
        val empty = overdueAssessColumns(beside, ClaimColumns(IntArray(0), LongArray(0)))
        assertEquals(0 to 0u, empty.outstanding.size to empty.sums.claims)
    }
}
