import datetime
import json
from array import array
from decimal import Decimal

import pytest

import kaipan
from test_overdue_columns import day

METRICS = ["subscriptions", "subscribed_amount", "net_subscribed_amount", "subscribed_area"]
PERIODS = {"kind": "month", "from": "2026-01-01", "to": "2026-06-30"}


def book():
    """Subscriptions; each third fact cancels the one before it, some because the buyer quit."""
    return [
        {
            "key": f"F{at}",
            "kind": "cancellation" if at % 3 == 2 else "subscription",
            "of": f"F{at - 1}" if at % 3 == 2 else None,
            "detail": "quit" if at % 6 == 5 else None,
            "date": 20440 + at * 29 % 200,
            "node": at // 3 % 3,
            "area": 800_000 + at * 997 % 700_000,
            "amount": 90_000_000 + at * 7919 % 90_000_000,
        }
        for at in range(400)
    ]


def request(facts):
    """The same facts for kpi.measure."""

    def one(fact):
        return {
            **fact,
            "date": day(fact["date"]),
            "node": f"P{fact['node']}",
            "area": str(Decimal(fact["area"]) / 10_000),
            "amount": str(Decimal(fact["amount"]) / 100),
        }

    every = [one(fact) for fact in facts]
    return json.dumps({"metrics": METRICS, "periods": PERIODS, "by": ["node"], "facts": every})


def columns(facts):
    codes = {
        "subscription": kaipan.fact_kind_code(kaipan.FactKind.SUBSCRIPTION),
        "cancellation": kaipan.fact_kind_code(kaipan.FactKind.CANCELLATION),
    }
    days = array("i", [fact["date"] for fact in facts])
    amounts = array("q", [fact["amount"] for fact in facts])
    return kaipan.FactColumns(
        kinds=bytes(codes[fact["kind"]] for fact in facts),
        details=array("H", [0 if fact["detail"] else kaipan.NO_DETAIL for fact in facts]),
        origins=array("I", [1 << codes["subscription"] if fact["of"] else 0 for fact in facts]),
        nodes=array("I", [fact["node"] for fact in facts]),
        days=days,
        performance_days=days,
        finance_days=array("i", [kaipan.NO_DAY]) * len(facts),
        counts=array("I", [1]) * len(facts),
        areas=array("q", [fact["area"] for fact in facts]),
        amounts=amounts,
        finance_amounts=amounts,
        list_amounts=amounts,
    )


def beside(groups):
    periods = kaipan.PeriodSeries(
        kind=kaipan.PeriodKind.MONTH, _from=datetime.date(2026, 1, 1), to=datetime.date(2026, 6, 30)
    )
    return kaipan.KpiMeasureColumnsRequest(metrics=METRICS, periods=periods, groups=groups, details=["quit"])


def test_what_measures_count():
    facts = book()
    found = kaipan.kpi_measure_columns(beside([0, 1, 2]), columns(facts))
    whole = kaipan.kpi_measure(kaipan.kpi_measure_request_from_json(request(facts)))
    # The first group is the total.
    expected = [cell for group in whole.groups[1:] for cell in group.cells]
    assert [value for row in found.rows for value in row.values] == [cell.value for cell in expected]
    assert len(expected) == 3 * 6 * 4
    assert [(row.group, row.period) for row in found.rows[5:7]] == [(0, "2026-06"), (1, "2026-01")]
    # One group of all nodes is the total.
    total = kaipan.kpi_measure_columns(beside([0, 0, 0]), columns(facts))
    assert [value for row in total.rows for value in row.values] == [cell.value for cell in whole.groups[0].cells]


def test_bad_columns_are_refused():
    good = columns(book())

    def refused(groups, changed, code, path):
        with pytest.raises(kaipan.KaipanError) as caught:
            kaipan.kpi_measure_columns(beside(groups), changed)
        assert (caught.value.code, caught.value.path) == (code, path)

    every = [0, 1, 2]
    refused([0, 1], good, "kpi.column_node", "/facts/nodes/6")
    refused([0, 1, 2**32 - 1], good, "kpi.many_cells", "/groups")
    refused(every, good._replace(kinds=good.kinds[:-1] + b"\x7f"), "kpi.column_node", "/facts/kinds/399")
    refused(every, good._replace(counts=b""), "kpi.column_lengths", "/facts/counts")
    refused(every, good._replace(days=b"\0" * 7), "call.argument", "/facts/days")
    refused(every, good._replace(days=good.finance_days), "number.between", "/facts/days/0")
    with pytest.raises(TypeError):
        kaipan.kpi_measure_columns(beside(every), good._replace(areas=array("d", [1.0]) * 400))
    ratio = beside(every)
    ratio.metrics = ["average_price"]
    with pytest.raises(kaipan.KaipanError) as caught:
        kaipan.kpi_measure_columns(ratio, good)
    assert (caught.value.code, caught.value.path) == ("kpi.not_columnar", "/metrics/0")
