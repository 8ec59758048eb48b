//! Random histories of sales as facts.

use kaipan::Date;
use kaipan::kpi::{Fact, FactKind};
use kaipan::number::{Area, Money};
use proptest::prelude::*;

/// What may happen to one unit: days between the steps, amounts, and what comes to pass.
#[derive(Debug, Clone)]
pub(crate) struct Sale {
    pub(crate) start: u32,
    pub(crate) to_sign: Option<u32>,
    pub(crate) to_file: Option<u32>,
    pub(crate) to_quit: Option<u32>,
    pub(crate) to_confirm: Option<u32>,
    pub(crate) amount: i64,
    pub(crate) settled: i64,
    pub(crate) receipts: Vec<(u32, i64)>,
    pub(crate) agent: u8,
    pub(crate) media: Option<u8>,
    pub(crate) recorded_late: u32,
}

pub(crate) fn sale() -> impl Strategy<Value = Sale> {
    let days = || prop::option::of(0..90_u32);
    (
        (0..200_u32, days(), days(), days(), days()),
        (1..900_000_000_i64, -500_000..500_000_i64),
        prop::collection::vec((0..120_u32, -10_000_000..200_000_000_i64), 0..4),
        (0..3_u8, prop::option::of(0..3_u8), 0..20_u32),
    )
        .prop_map(|(days, amounts, receipts, (agent, media, recorded_late))| Sale {
            start: days.0,
            to_sign: days.1,
            to_file: days.2,
            to_quit: days.3,
            to_confirm: days.4,
            amount: amounts.0,
            settled: amounts.1,
            receipts,
            agent,
            media,
            recorded_late,
        })
}

pub(crate) fn day(after: u32) -> Date {
    Date::from_ymd(2026, 1, 1).unwrap().add_days(after).unwrap()
}

/// The facts of a sale.
pub(crate) fn facts(number: usize, sale: &Sale) -> Vec<Fact> {
    let money = Money::from_fen;
    let fact = |key: &str, kind: FactKind, after: u32| {
        let mut fact = Fact::new(format!("D{number}/{key}"), kind, day(after))
            .with_deal(format!("D{number}"))
            .with_node("P1")
            .with_unit(format!("1-{number}"))
            .with_agent(format!("agent {}", sale.agent))
            .with_recorded_on(day(after + sale.recorded_late))
            .with_amount(money(sale.amount))
            .with_list_amount(money(sale.amount + 1))
            .with_area(Area::from_ten_thousandths(sale.amount % 2_000_000 + 1));
        fact.media = sale.media.map(|media| format!("media {media}").into());
        fact
    };
    let mut all = vec![fact("sub", FactKind::Subscription, sale.start)];
    let signed = sale.to_sign.map(|days| sale.start + days);
    let mut origin = "sub";
    if let Some(signed) = signed {
        let mut signing = fact("sign", FactKind::Signing, signed)
            .with_of(format!("D{number}/sub"))
            .with_finance_amount(money(sale.amount + sale.settled));
        signing.finance_date = sale.to_file.map(|days| day(signed + days));
        all.push(signing);
        origin = "sign";
    }
    if let Some(days) = sale.to_quit {
        let quit = signed.unwrap_or(sale.start) + days;
        let mut quit_fact = fact("quit", FactKind::Cancellation, quit)
            .with_of(format!("D{number}/{origin}"))
            .with_detail("quit")
            .with_finance_amount(money(sale.amount + sale.settled));
        quit_fact.finance_date = sale.to_confirm.map(|days| day(quit + days));
        all.push(quit_fact);
    }
    for (at, (days, amount)) in sale.receipts.iter().enumerate() {
        let received = sale.start + days;
        let mut receipt = fact(&format!("r{at}"), FactKind::Collection, received)
            .with_of(format!("D{number}/sub"))
            .with_detail("house_payment")
            .with_amount(money(*amount));
        receipt.finance_date = signed.map(|signed| day(signed.max(received)));
        all.push(receipt);
    }
    all
}

pub(crate) fn all_facts(sales: &[Sale]) -> Vec<Fact> {
    sales.iter().enumerate().flat_map(|(number, sale)| facts(number, sale)).collect()
}

/// How many cases: those of CI, or what `KAIPAN_KPI_CASES` says.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let cases = std::env::var("KAIPAN_KPI_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases.unwrap_or(usual))
    }
}
