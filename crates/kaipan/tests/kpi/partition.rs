//! However facts are grouped, the groups come to the total, for every measure.

use crate::history::{all_facts, cases, day, sale};
use kaipan::Text;
use kaipan::kpi::{
    Caliber, CancellationTreatment, FactDimension, Measuring, PeriodKind, PeriodSeries, measures,
};
use kaipan::number::Exact;
use proptest::prelude::*;

fn ten_thousandths(exact: Option<&Exact>) -> i128 {
    let text = exact.unwrap().to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    sign * (whole.trim_start_matches('-').parse::<i128>().unwrap() * 1_000_000
        + format!("{part:0<6}").parse::<i128>().unwrap())
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn groups_come_to_the_total(
        sales in prop::collection::vec(sale(), 0..8),
        finance: bool,
        restated: bool,
        by in prop::sample::subsequence(
            vec![FactDimension::Agent, FactDimension::Media, FactDimension::Unit, FactDimension::Detail],
            1..4,
        ),
        kind in prop::sample::select(vec![PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter]),
    ) {
        let facts = all_facts(&sales);
        let caliber = if finance { Caliber::Finance } else { Caliber::Marketing };
        let of = |measure: &kaipan::kpi::Measure| {
            let reads = if finance { measure.finance.is_some() } else { measure.marketing.is_some() };
            reads.then(|| measure.name.clone())
        };
        let metrics: Vec<Text> = measures().iter().filter_map(of).collect();
        let periods = PeriodSeries::new(kind, day(17), day(260));
        let treatment = if restated {
            CancellationTreatment::RestateOriginalPeriod
        } else {
            CancellationTreatment::NetInPeriodOfCancellation
        };
        let table = Measuring::new(&facts, &metrics, &periods)
            .caliber(caliber)
            .treatment(treatment)
            .by(&by)
            .table()
            .unwrap();
        let total = &table.groups[0];
        for (at, cell) in total.cells.iter().enumerate() {
            let parts = table.groups[1..].iter();
            let sum: i128 = parts.map(|group| ten_thousandths(group.cells[at].value.as_ref())).sum();
            prop_assert_eq!(sum, ten_thousandths(cell.value.as_ref()), "{} {}", &cell.metric, &cell.period);
        }
        // Periods that follow each other come to the whole of them, of what is in periods.
        let whole = PeriodSeries::new(PeriodKind::Cumulative, day(17), day(260));
        let whole = Measuring::new(&facts, &metrics, &whole)
            .caliber(caliber)
            .treatment(treatment)
            .table()
            .unwrap();
        let stocks = ["released", "sold_", "unsold", "_to_date", "_months"];
        for cell in &whole.groups[0].cells {
            if stocks.iter().any(|stock| cell.metric.contains(stock)) && !cell.metric.ends_with("_amount") {
                continue;
            }
            let parts = total.cells.iter().filter(|part| part.metric == cell.metric);
            let sum: i128 = parts.map(|part| ten_thousandths(part.value.as_ref())).sum();
            prop_assert_eq!(sum, ten_thousandths(cell.value.as_ref()), "{}", &cell.metric);
        }
    }
}
