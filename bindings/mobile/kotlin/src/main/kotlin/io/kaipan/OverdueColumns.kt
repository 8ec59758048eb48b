package io.kaipan

import io.kaipan.requests.AgedColumns
import io.kaipan.requests.OverdueAgingColumnsRequest
import io.kaipan.requests.OverdueAssessColumnsRequest
import io.kaipan.types.AssessedSums

/** In the place of a day: there is none. */
const val NO_DAY: Int = Int.MIN_VALUE

/**
 * Claims as columns, a row each. Days are days since 1970-01-01 (`LocalDate.toEpochDay`). Columns from
 * [since] on may be left out.
 *
 * @property due due days; [NO_DAY] where there is none
 * @property amounts amounts in fen
 * @property since the days on which they arose; [NO_DAY] where it is not known
 * @property bearing whether late fees are charged; on all if it is left out
 * @property contractTotals contract totals of their deals in fen, for caps by those; 0 where it is not known
 * @property groups the group that each counts in, from 0, for aging; all in one if it is left out
 */
class ClaimColumns(
    val due: IntArray,
    val amounts: LongArray,
    val since: IntArray = IntArray(0),
    val bearing: BooleanArray = BooleanArray(0),
    val contractTotals: LongArray = LongArray(0),
    val groups: ShortArray = ShortArray(0),
)

/**
 * Receipts as columns, a row each, in any order; those in the order of their claims are quicker.
 *
 * @property claims the row of the claim that each pays, from 0
 * @property days days on which the money came in
 * @property amounts amounts in fen; below zero it was given back
 */
class ReceiptColumns(
    val claims: IntArray = IntArray(0),
    val days: IntArray = IntArray(0),
    val amounts: LongArray = LongArray(0),
)

/**
 * What claims owe on a day, one element a claim, and the sums.
 *
 * @property outstanding what is owed, in fen
 * @property overdueDays days overdue, if something is owed; else 0
 * @property lateFees 参考违约金, in fen
 * @property sums the sums, yuan
 */
class AssessedColumns(
    val outstanding: LongArray,
    val overdueDays: IntArray,
    val lateFees: LongArray,
    val sums: AssessedSums,
)

/** Assesses claims on a day: the fen of [overdueAssess]. A claim that has not arisen owes nothing. */
fun overdueAssessColumns(
    request: OverdueAssessColumnsRequest,
    claims: ClaimColumns,
    receipts: ReceiptColumns = ReceiptColumns(),
): AssessedColumns {
    val found = overdueAssessBytes(request, claims.bytes(), receipts.bytes())
    return AssessedColumns(longsOf(found.outstanding), intsOf(found.overdueDays), longsOf(found.lateFees), found.sums)
}

/** What the claims of each group owe on a day by how long they are overdue, as [overdueAging] has it. */
fun overdueAgingColumns(
    request: OverdueAgingColumnsRequest,
    claims: ClaimColumns,
    receipts: ReceiptColumns = ReceiptColumns(),
): AgedColumns = overdueAgingBytes(request, claims.bytes(), receipts.bytes())

private fun ClaimColumns.bytes() = ClaimBytes(
    due = bytesOf(due),
    amounts = bytesOf(amounts),
    since = bytesOf(since),
    bearing = ByteArray(bearing.size) { if (bearing[it]) 1 else 0 },
    contractTotals = bytesOf(contractTotals),
    groups = bytesOf(groups),
)

private fun ReceiptColumns.bytes() =
    ReceiptBytes(claims = bytesOf(claims), days = bytesOf(days), amounts = bytesOf(amounts))
