//! A bridge closes to zero; calibers agree when everything happens on one day.

use crate::history::{Sale, all_facts, cases, day, sale};
use kaipan::kpi::{
    BridgeFigure, BridgeMatch, BridgeSheet, Bridging, Caliber, CancellationTreatment, Measuring,
    PeriodKind, PeriodSeries, VarianceItem, Varying,
};
use kaipan::number::{Exact, Figure, Money};
use proptest::prelude::*;

const BOTH: [&str; 8] = [
    "sales",
    "sold_amount",
    "net_sales",
    "net_sold_amount",
    "net_signed_amount",
    "cancelled_amount",
    "collections",
    "signed_to_date",
];

fn thousandths(exact: &Exact) -> i128 {
    let text = exact.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let whole: i128 = whole.trim_start_matches('-').parse().unwrap();
    let part: i128 = format!("{part:0<4}").parse().unwrap();
    sign * (whole * 10_000 + part)
}

fn closes(sheet: &BridgeSheet) {
    let sum: i128 = sheet.lines.iter().map(|line| thousandths(&line.difference)).sum();
    let reasons: i128 = sheet.reasons.iter().map(|total| thousandths(&total.difference)).sum();
    let difference = thousandths(&sheet.second) - thousandths(&sheet.first);
    assert_eq!((sum, reasons), (difference, difference));
    assert_eq!(thousandths(&sheet.difference), difference);
    for line in &sheet.lines {
        assert_eq!(
            thousandths(&line.second) - thousandths(&line.first),
            thousandths(&line.difference)
        );
    }
}

fn figure() -> impl Strategy<Value = BridgeFigure> {
    let horizon = || prop::option::of(0..300_u32);
    (0..250_u32, 0..120_u32, any::<bool>(), any::<bool>(), horizon(), horizon()).prop_map(
        |(from, length, finance, restated, as_of, recorded_to)| {
            let mut figure = BridgeFigure::new(day(from), day(from + length));
            if finance {
                figure.caliber = Caliber::Finance;
            }
            if restated {
                figure.treatment = CancellationTreatment::RestateOriginalPeriod;
            }
            (figure.as_of, figure.recorded_to) = (as_of.map(day), recorded_to.map(day));
            figure
        },
    )
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_lines_come_to_the_difference(
        sales in prop::collection::vec(sale(), 0..8),
        others in prop::option::of(prop::collection::vec(sale(), 0..8)),
        first in figure(),
        second in figure(),
        metric in 0..BOTH.len(),
        by in 0..3_usize,
    ) {
        let facts = all_facts(&sales);
        let others = others.map(|sales| all_facts(&sales));
        let by = [BridgeMatch::Event, BridgeMatch::Deal, BridgeMatch::Unit][by];
        let sheet = Bridging::new(BOTH[metric], &facts, &first, &second)
            .second_facts(others.as_deref())
            .match_by(by)
            .sheet()
            .unwrap();
        closes(&sheet);
        // Each figure is what the measure itself says.
        let metrics = [BOTH[metric].into()];
        for (facts, figure, found) in [
            (&facts, &first, &sheet.first),
            (others.as_ref().unwrap_or(&facts), &second, &sheet.second),
        ] {
            let period = PeriodSeries::new(PeriodKind::Cumulative, figure.from, figure.to);
            let table = Measuring::new(facts, &metrics, &period)
                .caliber(figure.caliber)
                .treatment(figure.treatment)
                .as_of(figure.as_of)
                .recorded_to(figure.recorded_to)
                .table()
                .unwrap();
            prop_assert_eq!(table.groups[0].cells[0].value.as_ref().unwrap(), found);
        }
    }

    #[test]
    fn calibers_agree_when_everything_happens_on_one_day(
        sales in prop::collection::vec(sale(), 0..8),
        from in 0..250_u32,
        length in 0..120_u32,
        metric in 0..BOTH.len(),
    ) {
        let same_day = |sale: &Sale| Sale {
            to_sign: Some(0),
            to_file: Some(0),
            to_quit: sale.to_quit.map(|_| 0),
            to_confirm: Some(0),
            settled: 0,
            receipts: sale.receipts.iter().map(|(_, amount)| (0, *amount)).collect(),
            ..sale.clone()
        };
        let facts = all_facts(&sales.iter().map(same_day).collect::<Vec<_>>());
        let marketing = BridgeFigure::new(day(from), day(from + length));
        let finance = marketing.clone().with_caliber(Caliber::Finance);
        let sheet = Bridging::new(BOTH[metric], &facts, &marketing, &finance).sheet().unwrap();
        prop_assert!(sheet.lines.is_empty());
        prop_assert_eq!(sheet.first, sheet.second);
    }

    #[test]
    fn effects_come_to_the_difference(
        items in prop::collection::vec((0..5_000_000_i64, 0..9_000_000_000_i64, 0..5_000_000_i64, 0..9_000_000_000_i64), 0..7),
    ) {
        let item = |(at, (q0, a0, q1, a1)): (usize, &(i64, i64, i64, i64))| {
            let amount = |quantity: i64, fen: i64| if quantity == 0 { Money::ZERO } else { Money::from_fen(fen) };
            VarianceItem::new(
                format!("{at}"),
                Figure::from_millionths(q0 * 1_000),
                amount(*q0, *a0),
                Figure::from_millionths(q1 * 1_000),
                amount(*q1, *a1),
            )
        };
        let items: Vec<VarianceItem> = items.iter().enumerate().map(item).collect();
        let sheet = Varying::new(&items).sheet().unwrap();
        let sum = |effects: &kaipan::kpi::VarianceEffects| {
            effects.price.fen() + effects.volume.fen() + effects.mix.fen() + effects.new.fen()
        };
        prop_assert_eq!(sum(&sheet.effects), sheet.difference.fen());
        for line in &sheet.lines {
            prop_assert_eq!(sum(&line.effects), line.difference.fen());
        }
    }
}
