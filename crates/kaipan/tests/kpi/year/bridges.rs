//! Marketing and finance differ by events, each with its reason, and by nothing else, in every month.

use super::{by_month, facts, millionths, months, names};
use kaipan::kpi::{
    BridgeFigure, BridgeMatch, Bridging, Caliber, CancellationTreatment, FinanceSale, Measuring,
};

const METRICS: [&str; 9] = [
    "signed_amount",
    "net_signed_amount",
    "sales",
    "net_sales",
    "sold_amount",
    "net_sold_amount",
    "signings",
    "cancelled_amount",
    "collections",
];

#[test]
fn calibers_differ_by_events_alone_in_every_month() {
    let mut lines = 0;
    for sale in [FinanceSale::Signing, FinanceSale::Filing] {
        let (facts, metrics, months) = (facts(sale), names(&METRICS), months());
        let table = |caliber| Measuring::new(facts, &metrics, &months).caliber(caliber).table();
        let (marketing, finance) =
            (table(Caliber::Marketing).unwrap(), table(Caliber::Finance).unwrap());
        for metric in METRICS {
            let both = by_month(&marketing, metric).into_iter().zip(by_month(&finance, metric));
            for (period, (first, second)) in marketing.periods.iter().zip(both) {
                let one = BridgeFigure::new(period.from, period.to);
                let two = one.clone().with_caliber(Caliber::Finance);
                let by = [BridgeMatch::Event, BridgeMatch::Deal][lines % 2];
                let sheet = Bridging::new(metric, facts, &one, &two).match_by(by).sheet().unwrap();
                let sum: i128 = sheet.lines.iter().map(|line| millionths(&line.difference)).sum();
                assert_eq!(millionths(&sheet.first), first, "{metric} {}", period.name);
                assert_eq!(millionths(&sheet.second), second, "{metric} {}", period.name);
                assert_eq!(sum, second - first, "{metric} {}", period.name);
                lines += sheet.lines.len();
            }
        }
    }
    assert!(lines > 200, "{lines} lines");
}

/// Restated cancellations come to the same year, in either treatment.
#[test]
fn restated_cancellations_come_to_the_same_year() {
    let (facts, metrics, months) =
        (facts(FinanceSale::Signing), names(&["net_sold_amount", "net_sales"]), months());
    let table = |treatment| Measuring::new(facts, &metrics, &months).treatment(treatment).table();
    let as_they_come = table(CancellationTreatment::NetInPeriodOfCancellation).unwrap();
    let restated = table(CancellationTreatment::RestateOriginalPeriod).unwrap();
    for metric in ["net_sold_amount", "net_sales"] {
        let (one, two) = (by_month(&as_they_come, metric), by_month(&restated, metric));
        assert_eq!(one.iter().sum::<i128>(), two.iter().sum::<i128>());
        assert_ne!(one, two);
    }
}
