"""A program that a type checker accepts."""
import datetime
from decimal import Decimal

import kaipan


def average(text: str) -> Decimal:
    request: kaipan.TableRequest = kaipan.table_request_from_json(text)
    response: kaipan.PriceTable = kaipan.pricing_table(request)
    return sum((row.total for row in response.rows), Decimal(0))


def day(request: kaipan.QuoteRequest) -> datetime.date:
    return request.case.as_of


def columns(scheme: kaipan.PricingScheme, units: list[kaipan.ProjectUnit]) -> int:
    return sum(kaipan.CompiledScheme(scheme, units).price().totals)


def half_up() -> kaipan.Rounding:
    return kaipan.Rounding(place=kaipan.Place.YUAN)


def owed(request: kaipan.OverdueAssessColumnsRequest, due: bytes, amounts: bytes) -> Decimal:
    found = kaipan.overdue_assess_columns(request, kaipan.ClaimColumns(due, amounts))
    return found.sums.outstanding
