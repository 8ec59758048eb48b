"""What is owed and overdue by the million: arrays of integers in, arrays of integers out."""
from array import array
from typing import Any, NamedTuple

from .columns import _integers, _view
from .kaipan_operations import (
    ClaimBytes,
    ReceiptBytes,
    overdue_aging_bytes,
    overdue_assess_bytes,
)
from .kaipan_requests import AgedColumns, OverdueAgingColumnsRequest, OverdueAssessColumnsRequest
from .kaipan_types import AssessedSums

NO_DAY = -(2**31)
"""In the place of a day: there is none."""


class ClaimColumns(NamedTuple):
    """Claims as columns, a row each. Days are days since 1970-01-01.

    A column is anything with the buffer protocol: `array`, NumPy arrays, memoryviews. Those from
    `since` on may be left out.
    """

    due: Any
    """Due days, as 32-bit integers; `NO_DAY` where there is none."""
    amounts: Any
    """Amounts in fen, as 64-bit integers."""
    since: Any = b""
    """The days on which they arose, as 32-bit integers; `NO_DAY` where it is not known."""
    bearing: Any = b""
    """1 where late fees are charged, 0 where not, as bytes; on all if it is left out."""
    contract_totals: Any = b""
    """Contract totals of their deals in fen, for caps by those, as 64-bit integers; 0 where it is not known."""
    groups: Any = b""
    """The group that each counts in, from 0, for aging, as 16-bit integers; all in one if it is left out."""


class ReceiptColumns(NamedTuple):
    """Receipts as columns, a row each, in any order; those in the order of their claims are quicker."""

    claims: Any = b""
    """The row of the claim that each pays, from 0, as 32-bit integers."""
    days: Any = b""
    """Days on which the money came in, as 32-bit integers."""
    amounts: Any = b""
    """Amounts in fen, as 64-bit integers; below zero it was given back."""


class AssessedColumns(NamedTuple):
    """What claims owe on a day, one element a claim, and the sums."""

    outstanding: array
    """What is owed in fen, as 64-bit integers."""
    overdue_days: array
    """Days overdue, if something is owed, as 32-bit integers; else 0."""
    late_fees: array
    """参考违约金 in fen, as 64-bit integers."""
    sums: AssessedSums
    """The sums, yuan."""


def overdue_assess_columns(
    request: OverdueAssessColumnsRequest,
    claims: ClaimColumns,
    receipts: ReceiptColumns = ReceiptColumns(),
) -> AssessedColumns:
    """Assesses claims on a day: the fen of `overdue_assess`. A claim that has not arisen owes nothing."""
    found = overdue_assess_bytes(request, _claims(claims), _receipts(receipts))
    days = _integers(found.overdue_days, "I")
    return AssessedColumns(_integers(found.outstanding), days, _integers(found.late_fees), found.sums)


def overdue_aging_columns(
    request: OverdueAgingColumnsRequest,
    claims: ClaimColumns,
    receipts: ReceiptColumns = ReceiptColumns(),
) -> AgedColumns:
    """What the claims of each group owe on a day by how long they are overdue, as `overdue_aging` has it."""
    return overdue_aging_bytes(request, _claims(claims), _receipts(receipts))


def _claims(claims: ClaimColumns) -> ClaimBytes:
    return ClaimBytes(
        due=_bytes(claims.due, 4),
        amounts=_bytes(claims.amounts, 8),
        since=_bytes(claims.since, 4),
        bearing=_bytes(claims.bearing, 1),
        contract_totals=_bytes(claims.contract_totals, 8),
        groups=_bytes(claims.groups, 2),
    )


def _receipts(receipts: ReceiptColumns) -> ReceiptBytes:
    return ReceiptBytes(
        claims=_bytes(receipts.claims, 4), days=_bytes(receipts.days, 4), amounts=_bytes(receipts.amounts, 8)
    )


def _bytes(column: Any, size: int) -> bytes:
    return bytes(_view(column, size))
