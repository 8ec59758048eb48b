package io.kaipan

import io.kaipan.requests.KpiMeasureColumnsRequest
import io.kaipan.types.FactKind
import io.kaipan.types.PeriodKind
import io.kaipan.types.PeriodSeries
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.math.BigDecimal
import java.time.LocalDate

class FactColumnsTest {
    private class Event(val cancels: Boolean, val quit: Boolean, val day: Int, val node: Int, val area: Long, val amount: Long)

    private val metrics = listOf("subscriptions", "subscribed_amount", "net_subscribed_amount", "subscribed_area")

    /** Subscriptions; each third fact cancels the one before it, some because the buyer quit. */
    private val book = (0 until 400).map { at ->
        Event(
            cancels = at % 3 == 2,
            quit = at % 6 == 5,
            day = 20440 + at * 29 % 200,
            node = at / 3 % 3,
            area = 800_000L + at * 997L % 700_000,
            amount = 90_000_000L + at * 7919L % 90_000_000,
        )
    }

    /** The same facts for kpi.measure. */
    private fun request(): String {
        val facts = book.withIndex().joinToString(",") { (at, event) ->
            val kind = if (event.cancels) "cancellation" else "subscription"
            val of = if (event.cancels) ""","of":"F${at - 1}"""" else ""
            val detail = if (event.quit) ""","detail":"quit"""" else ""
            val date = LocalDate.ofEpochDay(event.day.toLong())
            val (area, amount) = BigDecimal.valueOf(event.area, 4) to BigDecimal.valueOf(event.amount, 2)
            """{"key":"F$at","kind":"$kind","date":"$date","node":"P${event.node}","area":"$area","amount":"$amount"$of$detail}"""
        }
        val names = metrics.joinToString(",") { "\"$it\"" }
        return """{"metrics":[$names],"periods":{"kind":"month","from":"2026-01-01","to":"2026-06-30"},"by":["node"],"facts":[$facts]}"""
    }

    private fun columns(): FactColumns {
        val subscription = factKindCode(FactKind.SUBSCRIPTION).toInt()
        val cancellation = factKindCode(FactKind.CANCELLATION).toInt()
        val rows = book.size
        val days = { IntArray(rows) { book[it].day } }
        val amounts = { LongArray(rows) { book[it].amount } }
        return FactColumns(
            kinds = ByteArray(rows) { (if (book[it].cancels) cancellation else subscription).toByte() },
            details = ShortArray(rows) { if (book[it].quit) 0 else NO_DETAIL },
            origins = IntArray(rows) { if (book[it].cancels) 1 shl subscription else 0 },
            nodes = IntArray(rows) { book[it].node },
            days = days(),
            performanceDays = days(),
            financeDays = IntArray(rows) { NO_DAY },
            counts = IntArray(rows) { 1 },
            areas = LongArray(rows) { book[it].area },
            amounts = amounts(),
            financeAmounts = amounts(),
            listAmounts = amounts(),
        )
    }

    private fun beside(groups: List<UInt>) = KpiMeasureColumnsRequest(
        metrics = metrics,
        periods = PeriodSeries(PeriodKind.MONTH, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)),
        groups = groups,
        details = listOf("quit"),
    )

    @Test
    fun `what measures count`() {
        val groups = kpiMeasure(kpiMeasureRequestFromJson(request())).groups
        val found = kpiMeasureColumns(beside(listOf(0u, 1u, 2u)), columns()).rows
        // The first group is the total.
        val expected = groups.drop(1).flatMap { it.cells }
        assertEquals(3 * 6 * 4, expected.size)
        assertEquals(expected.map { it.value }, found.flatMap { it.values })
        assertEquals(listOf(0u to "2026-06", 1u to "2026-01"), found.subList(5, 7).map { it.group to it.period })
        val total = kpiMeasureColumns(beside(listOf(0u, 0u, 0u)), columns()).rows
        assertEquals(groups[0].cells.map { it.value }, total.flatMap { it.values })
    }

    @Test
    fun `bad columns are refused`() {
        fun refused(code: String, path: String, facts: FactColumns = columns(), groups: List<UInt> = listOf(0u, 1u, 2u)) {
            val refusal = assertThrows(KaipanException::class.java) { kpiMeasureColumns(beside(groups), facts) }
            assertEquals(code to path, refusal.code to refusal.path)
        }
        refused("kpi.column_node", "/facts/nodes/6", groups = listOf(0u, 1u))
        refused("kpi.many_cells", "/groups", groups = listOf(0u, 1u, UInt.MAX_VALUE))
        refused("kpi.column_node", "/facts/kinds/399", columns().apply { kinds[399] = 127 })
        refused("kpi.column_node", "/facts/origins/8", columns().apply { origins[8] = -1 })
        refused("kpi.column_node", "/facts/nodes/2", columns().apply { nodes[2] = -1 })
        refused("number.between", "/facts/days/1", columns().apply { days[1] = NO_DAY })
        val few = columns().run {
            FactColumns(kinds, details, origins, nodes, days, performanceDays, financeDays, IntArray(1), areas, amounts, financeAmounts, listAmounts)
        }
        refused("kpi.column_lengths", "/facts/counts", few)
    }
}
