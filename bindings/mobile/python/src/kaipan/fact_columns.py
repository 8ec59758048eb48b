"""Measures of facts by the million: arrays of integers in, a table out."""
from typing import Any, NamedTuple

from .columns import _view
from .kaipan_operations import FactBytes, kpi_measure_bytes
from .kaipan_requests import KpiMeasureColumnsRequest, MeasuredColumns

NO_DETAIL = 65535
"""In the place of a detail: there is none."""


class FactColumns(NamedTuple):
    """Facts as columns, a row each. Days are days since 1970-01-01.

    A column is anything with the buffer protocol: `array`, NumPy arrays, memoryviews.
    """

    kinds: Any
    """What happened, as bytes: `fact_kind_code(kind)`."""
    details: Any
    """What of that kind, as 16-bit integers: places among the details of the request, or `NO_DETAIL`."""
    origins: Any
    """Which kinds it goes back to, directly or through others, as 32-bit integers: the bit `1 << code` of each."""
    nodes: Any
    """Nodes, as 32-bit integers: places among the groups of the request."""
    days: Any
    """业务日期, as 32-bit integers."""
    performance_days: Any
    """业绩归属日期, as 32-bit integers; the same as `days` where it is no other."""
    finance_days: Any
    """财务确认日期, as 32-bit integers; `NO_DAY` where finance does not recognise it."""
    counts: Any
    """Units or batches, as 32-bit integers."""
    areas: Any
    """Areas in 0.0001 m², as 64-bit integers."""
    amounts: Any
    """Amounts in fen, as 64-bit integers."""
    finance_amounts: Any
    """Amounts in fen as finance has them, as 64-bit integers."""
    list_amounts: Any
    """表价总价 in fen, as 64-bit integers."""


_SIZES = FactColumns(1, 2, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8)


def kpi_measure_columns(request: KpiMeasureColumnsRequest, facts: FactColumns) -> MeasuredColumns:
    """Counts facts by group, period and measure: what `kpi_measure` counts."""
    columns = (bytes(_view(column, size)) for column, size in zip(facts, _SIZES))
    return kpi_measure_bytes(request, FactBytes(**dict(zip(FactColumns._fields, columns))))
