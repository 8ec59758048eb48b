//! The totals of reports are the measures.

use crate::history::{all_facts, cases, day, sale};
use kaipan::Text;
use kaipan::kpi::{
    Caliber, FactDimension, Measuring, PeriodKind, PeriodSeries, ValueState, measures, ratios,
};
use kaipan::number::Money;
use kaipan::report::{
    ReportCell, ReportColumn, ReportColumnKind, ReportForm, ReportRecords, ReportTable,
    ReportTotal, Reporting, reports,
};
use proptest::prelude::*;

/// A cell as the number that a measure shows.
fn number(cell: &ReportCell) -> Option<String> {
    let text = match cell {
        ReportCell::Count { count } => count.to_string(),
        ReportCell::Days { days } => days.to_string(),
        ReportCell::Money { money } => money.to_string(),
        ReportCell::Area { area } => area.to_string(),
        ReportCell::UnitPrice { price } => price.to_string(),
        ReportCell::Share { share } => share.to_string(),
        ReportCell::Number { number } => number.to_string(),
        _ => return None,
    };
    Some(trimmed(&text))
}

fn trimmed(text: &str) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text.to_owned()
    }
}

fn column(table: &ReportTable, key: &str) -> usize {
    table.columns.iter().position(|column| column.key == key).unwrap()
}

fn sum(table: &ReportTable, at: usize) -> Option<i64> {
    let mut sum = 0;
    for row in &table.rows {
        match &row.cells[at] {
            ReportCell::Money { money } => sum += money.fen(),
            ReportCell::Count { count } => sum += i64::from(*count),
            _ => return None,
        }
    }
    Some(sum)
}

/// A measure over the days, of all facts.
fn measure(records: &ReportRecords, name: &str, caliber: Caliber) -> (ValueState, Option<String>) {
    let whole = PeriodSeries::new(PeriodKind::Cumulative, day(17), day(260));
    let metrics: [Text; 1] = [name.into()];
    let table = Measuring::new(&records.facts, &metrics, &whole)
        .caliber(caliber)
        .as_of(day(260))
        .table()
        .unwrap();
    let cell = &table.groups[0].cells[0];
    (cell.state, cell.value.as_ref().map(|value| trimmed(&value.to_string())))
}

/// The names of measures and ratios of the library that columns are called by.
fn named(columns: &[ReportColumn]) -> Vec<(usize, Text)> {
    let names: Vec<Text> = measures().into_iter().map(|one| one.name).collect();
    let ratios: Vec<Text> = ratios().into_iter().map(|one| one.name).collect();
    let own = columns.iter().enumerate();
    own.filter(|(_, one)| names.contains(&one.key) || ratios.contains(&one.key))
        .map(|(at, one)| (at, one.key.clone()))
        .collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn totals_are_the_measures(
        sales in prop::collection::vec(sale(), 0..8),
        kind in prop::sample::select(vec![PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter]),
    ) {
        let records = ReportRecords { facts: all_facts(&sales), ..ReportRecords::default() };
        let series = PeriodSeries::new(kind, day(17), day(260));
        let flows = ["subscriptions", "subscribed_amount", "signed_amount", "collections", "cancellations"];
        for report in reports().iter().filter(|one| one.form == ReportForm::Measures) {
            if report.by.is_empty() || !report.periods.contains(&kind) {
                continue;
            }
            let by = [FactDimension::Agent, FactDimension::Media];
            let table = Reporting::new(&records, &report.name, &series).by(&by[..]).run().unwrap();
            for (at, name) in named(&table.columns) {
                let (state, value) = measure(&records, &name, table.caliber);
                match state {
                    ValueState::Number => {
                        // Several periods have no total so far of their own but that of the last day.
                        prop_assert_eq!(number(&table.totals[at]), value, "{} {}", &report.name, &name);
                    }
                    _ => prop_assert_eq!(&table.totals[at], &ReportCell::UNDEFINED),
                }
                if flows.contains(&name.as_str()) && !table.rows.is_empty() {
                    let total = match &table.totals[at] {
                        ReportCell::Money { money } => money.fen(),
                        ReportCell::Count { count } => i64::from(*count),
                        other => panic!("{other:?}"),
                    };
                    prop_assert_eq!(sum(&table, at), Some(total), "{} {}", &report.name, &name);
                }
            }
        }
    }

    #[test]
    fn lists_come_to_the_measures(sales in prop::collection::vec(sale(), 0..8)) {
        let records = ReportRecords { facts: all_facts(&sales), ..ReportRecords::default() };
        let series = PeriodSeries::new(PeriodKind::Month, day(17), day(260));
        for (report, key) in [("sales_detail", "subscribed_amount"), ("cancellations", "cancelled_amount")] {
            let table = Reporting::new(&records, report, &series).run().unwrap();
            let (_, value) = measure(&records, key, Caliber::Marketing);
            let total = match &table.totals[column(&table, key)] {
                ReportCell::Money { money } => *money,
                ReportCell::Absent {} => Money::ZERO,
                other => panic!("{other:?}"),
            };
            prop_assert_eq!(Some(trimmed(&total.to_string())), value);
            let facts: Vec<&Text> = table.rows.iter().flat_map(|row| &row.facts).collect();
            prop_assert_eq!(facts.len(), table.rows.len());
        }
    }
}

/// A column as the handbook writes it.
fn written(column: &ReportColumn) -> String {
    let kind = match column.kind {
        ReportColumnKind::Text => "text",
        ReportColumnKind::Date => "day",
        ReportColumnKind::Count => "count",
        ReportColumnKind::Area => "m²",
        ReportColumnKind::Money => "yuan",
        ReportColumnKind::UnitPrice => "yuan per m²",
        ReportColumnKind::Share => "share",
        ReportColumnKind::Days => "days",
        _ => "number",
    };
    let total = match column.total {
        ReportTotal::Sum => " Σ",
        ReportTotal::Measure => " M",
        _ => "",
    };
    let personal = if column.personal { "*" } else { "" };
    let (key, zh, en) = (&column.key, &column.title_zh, &column.title_en);
    format!("`{key}` {zh} ({en}, {kind}{total}){personal}")
}

/// Under the heading of every report the handbook has its columns in their order.
#[test]
fn the_handbook_has_every_column() {
    let chapter = include_str!("../../../../docs/handbook/08-5-reports.md");
    for report in reports() {
        let heading = format!("### {} `{}`", report.title_zh, report.name);
        let (_, below) = chapter.split_once(&heading).unwrap_or_else(|| panic!("{heading}"));
        let section = below.split("\n### ").next().unwrap();
        let columns: Vec<String> = report.columns.iter().map(written).collect();
        let columns = format!("\n{}.\n", columns.join("; "));
        assert!(section.contains(&columns), "{heading}: {columns}");
    }
}
