package io.kaipan

import io.kaipan.requests.KpiMeasureColumnsRequest
import io.kaipan.requests.MeasuredColumns

/** In the place of a detail: there is none. */
const val NO_DETAIL: Short = -1

/**
 * Facts as columns, a row each. Days are days since 1970-01-01 (`LocalDate.toEpochDay`).
 *
 * @property kinds what happened: [factKindCode]
 * @property details what of that kind: places among the details of the request, or [NO_DETAIL]
 * @property origins which kinds it goes back to, directly or through others: the bit `1 shl code` of each
 * @property nodes nodes, by their places among the groups of the request
 * @property days 业务日期
 * @property performanceDays 业绩归属日期; the same as [days] where it is no other
 * @property financeDays 财务确认日期; [NO_DAY] where finance does not recognise it
 * @property counts units or batches
 * @property areas areas in 0.0001 m²
 * @property amounts amounts in fen
 * @property financeAmounts amounts in fen, as finance has them
 * @property listAmounts 表价总价, in fen
 */
class FactColumns(
    val kinds: ByteArray,
    val details: ShortArray,
    val origins: IntArray,
    val nodes: IntArray,
    val days: IntArray,
    val performanceDays: IntArray,
    val financeDays: IntArray,
    val counts: IntArray,
    val areas: LongArray,
    val amounts: LongArray,
    val financeAmounts: LongArray,
    val listAmounts: LongArray,
)

/** Counts facts by group, period and measure: what [kpiMeasure] counts. */
fun kpiMeasureColumns(request: KpiMeasureColumnsRequest, facts: FactColumns): MeasuredColumns =
    kpiMeasureBytes(
        request,
        FactBytes(
            kinds = facts.kinds,
            details = bytesOf(facts.details),
            origins = bytesOf(facts.origins),
            nodes = bytesOf(facts.nodes),
            days = bytesOf(facts.days),
            performanceDays = bytesOf(facts.performanceDays),
            financeDays = bytesOf(facts.financeDays),
            counts = bytesOf(facts.counts),
            areas = bytesOf(facts.areas),
            amounts = bytesOf(facts.amounts),
            financeAmounts = bytesOf(facts.financeAmounts),
            listAmounts = bytesOf(facts.listAmounts),
        ),
    )
