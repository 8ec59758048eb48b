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
    let amounts = (FactAmount::Amount, FactAmount::FinanceAmount);
    read(name, (zh, en), terms, amounts, stock)
}

/// How many, by the days of each caliber.
fn counted(name: &str, zh: &str, en: &str, terms: Vec<MeasureTerm>) -> Measure {
    read(name, (zh, en), terms, (FactAmount::Count, FactAmount::Count), false)
}

fn read(
    name: &str,
    (zh, en): (&str, &str),
    terms: Vec<MeasureTerm>,
    (marketing, finance): (FactAmount, FactAmount),
    stock: bool,
) -> Measure {
    let reading = |date, amount| {
        let mut reading = MeasureReading::new(terms.clone(), date, amount);
        reading.stock = stock;
        reading
    };
    let mut measure = Measure::new(name);
    measure.zh = Some(Label::from(zh));
    measure.en = Some(Label::from(en));
    measure.marketing = Some(reading(FactDate::Event, marketing));
    measure.finance = Some(reading(FactDate::Finance, finance));
    measure
}

/// The measures of reports beside those of the library.
pub(super) fn own_measures() -> Vec<Measure> {
    let collected = COLLECTED.iter().map(|(name, zh, en, items)| {
        both(name, zh, en, vec![term(FactKind::Collection, items)], false)
    });
    let mut all: Vec<Measure> = collected.collect();
    let after = MeasureTerm { of_kind: Some(FactKind::Signing), ..term(FactKind::UnitChange, &[]) };
    let gone =
        MeasureTerm { of_kind: Some(FactKind::Signing), ..term(FactKind::Cancellation, &[]) };
    // What lies between what was signed and its net.
    let terms = vec![gone.clone()];
    all.push(counted("cancelled_signings", "退签约套数", "contracts cancelled", terms));
    all.push(both(
        "cancelled_signed_amount",
        "退签约金额",
        "contract amount cancelled",
        vec![gone],
        false,
    ));
    all.push(both(
        "signed_unit_changes",
        "签约后换房差额",
        "differences of units changed after signing",
        vec![after.clone()],
        false,
    ));
    let outstanding = vec![
        term(FactKind::Signing, &[]),
        after,
        less(FactKind::Cancellation, Some(FactKind::Signing)),
        less(FactKind::Collection, None),
    ];
    all.push(both("outstanding_to_date", "累计未收", "outstanding so far", outstanding, true));
    all
}
