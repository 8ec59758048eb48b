//! Measures that reports alone count.

use crate::Label;
use crate::kpi::{FactAmount, FactDate, FactKind, Measure, MeasureReading, MeasureTerm};

/// Name, its names in Chinese and English, and the money items that are counted.
const COLLECTED: &[(&str, &str, &str, &[&str])] = &[
    (
        "collected_presale",
        "实收诚意金及订金",
        "sincerity and booking money",
        &["sincerity_money", "booking_money"],
    ),
    ("collected_deposit", "实收定金", "deposits collected", &["deposit"]),
    ("collected_down_payment", "实收首期款", "down payments collected", &["down_payment"]),
    (
        "collected_instalment",
        "实收分期款",
        "instalments collected",
        &["house_payment", "instalment", "area_difference"],
    ),
    ("collected_loan", "实收按揭款", "commercial loans collected", &["commercial_loan"]),
    ("collected_fund", "实收公积金款", "fund loans collected", &["fund_loan"]),
    (
        "collected_non_loan",
        "实收非贷款类",
        "collected other than loans",
        &[
            "sincerity_money",
            "booking_money",
            "deposit",
            "down_payment",
            "house_payment",
            "instalment",
            "area_difference",
        ],
    ),
    ("collected_loans", "实收贷款类", "loans collected", &["commercial_loan", "fund_loan"]),
];

fn term(kind: FactKind, details: &[&str]) -> MeasureTerm {
    let mut term = MeasureTerm::new(kind);
    term.details = details.iter().map(|detail| (*detail).into()).collect();
    term
}

fn less(kind: FactKind, of_kind: Option<FactKind>) -> MeasureTerm {
    MeasureTerm { minus: true, of_kind, ..term(kind, &[]) }
}

/// A measure that both calibers read alike, each by its own days and amounts.
fn both(name: &str, zh: &str, en: &str, terms: Vec<MeasureTerm>, stock: bool) -> Measure {
    let reading = |date, amount| {
        let mut reading = MeasureReading::new(terms.clone(), date, amount);
        reading.stock = stock;
        reading
    };
    let mut measure = Measure::new(name);
    measure.zh = Some(Label::from(zh));
    measure.en = Some(Label::from(en));
    measure.marketing = Some(reading(FactDate::Event, FactAmount::Amount));
    measure.finance = Some(reading(FactDate::Finance, FactAmount::FinanceAmount));
    measure
}

/// The measures of reports beside those of the library.
pub(super) fn own_measures() -> Vec<Measure> {
    let collected = COLLECTED.iter().map(|(name, zh, en, items)| {
        both(name, zh, en, vec![term(FactKind::Collection, items)], false)
    });
    let mut all: Vec<Measure> = collected.collect();
    let after = MeasureTerm { of_kind: Some(FactKind::Signing), ..term(FactKind::UnitChange, &[]) };
    let outstanding = vec![
        term(FactKind::Signing, &[]),
        after,
        less(FactKind::Cancellation, Some(FactKind::Signing)),
        less(FactKind::Collection, None),
    ];
    all.push(both("outstanding_to_date", "累计未收", "outstanding so far", outstanding, true));
    all
}
