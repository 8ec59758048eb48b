"""kaipan (开盘): the calculation and rules kernel for selling new homes in China.

Every operation of the catalogue is a function from a typed request to a typed response, such as
`pricing_table`. Requests are keyword arguments; what may be absent may be left out. Numbers are
`decimal.Decimal` (`int` and text are taken too, floats are not: they are not exact), dates are
`datetime.date`. What is refused raises `KaipanError` with `code`, `path`, `zh`, `en`, hints and
`others`; a value of another type altogether raises `TypeError`.

Requests and responses can be kept as JSON (`table_request_from_json`, `price_table_to_json`);
`CompiledScheme` prices many units at once, without a record for each; `overdue_assess_columns`,
`overdue_aging_columns` and `kpi_measure_columns` do the same for claims and facts.
"""
from . import _buffers, kaipan_operations, kaipan_requests, kaipan_types
from .kaipan_operations import *  # noqa: F401,F403
from .kaipan_requests import *  # noqa: F401,F403
from .kaipan_types import *  # noqa: F401,F403
from .columns import Columns, CompiledScheme, PricedColumns  # noqa: F401
from .fact_columns import NO_DETAIL, FactColumns, kpi_measure_columns  # noqa: F401
from .overdue_columns import (  # noqa: F401
    NO_DAY,
    AssessedColumns,
    ClaimColumns,
    ReceiptColumns,
    overdue_aging_columns,
    overdue_assess_columns,
)

for _module in (kaipan_types, kaipan_requests, kaipan_operations):
    _buffers.use_in(_module)

__version__ = version()  # noqa: F405
