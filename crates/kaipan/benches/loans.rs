//! `cargo bench -p kaipan --bench loans`: the month table of a loan, with `rust_decimal` beside it.

use criterion::{Criterion, criterion_group, criterion_main};
use kaipan::payment::loan::*;
use rust_decimal::{Decimal, RoundingStrategy};
use std::hint::black_box;

const MONTHS: u32 = 360;

fn terms(convention: LoanConvention) -> [LoanTerms; 1] {
    let principal = kaipan::number::Money::from_fen(101_000_000);
    let rate = LoanRate::Annual { annual: kaipan::number::Rate::from_millionths(35_000) };
    [LoanTerms::new(principal, MONTHS, rate).with_convention(convention)]
}

/// A month as somebody who has only `rust_decimal` would keep it.
#[derive(Clone, Copy)]
struct Month {
    payment: Decimal,
    principal: Decimal,
    interest: Decimal,
    balance: Decimal,
}

fn cents(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn power(mut base: Decimal, mut exponent: u32) -> Decimal {
    let mut value = Decimal::ONE;
    while exponent > 0 {
        if exponent & 1 == 1 {
            value *= base;
        }
        exponent >>= 1;
        if exponent > 0 {
            base *= base;
        }
    }
    value
}

fn plain(principal: Decimal, annual: Decimal, months: u32) -> Vec<Month> {
    let monthly = annual / Decimal::from(12);
    let grown = power(Decimal::ONE + monthly, months);
    let payment = cents(principal * monthly * grown / (grown - Decimal::ONE));
    let mut balance = principal;
    let mut table = Vec::with_capacity(months as usize);
    for month in 1..=months {
        let interest = cents(balance * monthly);
        let payment = if month == months { balance + interest } else { payment };
        let principal = payment - interest;
        balance -= principal;
        table.push(Month { payment, principal, interest, balance });
    }
    table
}

fn tables(c: &mut Criterion) {
    let cents = terms(LoanConvention::CentSchedule);
    let exact = terms(LoanConvention::Theoretical);
    let (principal, annual) = (Decimal::new(101_000_000, 2), Decimal::new(35_000, 6));
    let same = match Repaying::new(&cents).sheet() {
        Ok(sheet) => sheet.loans,
        Err(error) => panic!("{error}"),
    };
    let pairs = same.iter().flat_map(|loan| &loan.table).zip(plain(principal, annual, MONTHS));
    for (ours, theirs) in pairs {
        let fen = |value: Decimal| (value * Decimal::ONE_HUNDRED).to_string().parse::<Decimal>();
        let equal =
            |ours: kaipan::number::Money, theirs| Ok(Decimal::from(ours.fen())) == fen(theirs);
        assert!(equal(ours.payment, theirs.payment) && equal(ours.principal, theirs.principal));
        assert!(equal(ours.interest, theirs.interest) && equal(ours.balance, theirs.balance));
    }
    let mut group = c.benchmark_group("360 months");
    for (name, loans, table) in [
        ("kaipan, table", &cents, true),
        ("kaipan, totals", &cents, false),
        ("kaipan, nothing rounded", &exact, true),
    ] {
        group.bench_function(name, |b| {
            b.iter(|| Repaying::new(black_box(loans)).table(table).sheet());
        });
    }
    group.bench_function("rust_decimal, table", |b| {
        b.iter(|| plain(black_box(principal), black_box(annual), MONTHS));
    });
    group.finish();
}

criterion_group!(benches, tables);
criterion_main!(benches);
