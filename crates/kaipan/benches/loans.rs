//! `cargo bench -p kaipan --bench loans`: month tables in every convention, with `rust_decimal`
//! beside them.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kaipan::number::{Money, Rate};
use kaipan::payment::loan::*;
use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};
use std::hint::black_box;

const MONTHS: u32 = 360;

fn request(convention: LoanConvention, repayment: RepaymentMethod, table: bool) -> LoanRequest {
    LoanRequest {
        loans: vec![LoanTerms {
            name: None,
            principal: Money::from_fen(101_000_000),
            months: MONTHS,
            rate: LoanRate::Annual { annual: Rate::from_millionths(35_000) },
            repayment,
            convention,
            first_payment: None,
            changes: vec![],
        }],
        table,
    }
}

/// Payment, principal, interest and balance of each month, as one would write it.
fn plain(principal: Decimal, annual: Decimal) -> Option<Vec<[Decimal; 4]>> {
    let fen =
        |value: Decimal| value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let twelve = Decimal::from(12);
    let monthly = annual / twelve;
    let grown = (Decimal::ONE + monthly).checked_powu(MONTHS.into())?;
    let fixed = fen(principal * monthly * grown / (grown - Decimal::ONE));
    let mut table = Vec::with_capacity(MONTHS.try_into().ok()?);
    let mut balance = principal;
    for month in 1..=MONTHS {
        let interest = fen(balance * annual / twelve);
        let payment = if month == MONTHS { balance + interest } else { fixed };
        balance -= payment - interest;
        table.push([payment, payment - interest, interest, balance]);
    }
    Some(table)
}

fn tables(c: &mut Criterion) {
    let mut group = c.benchmark_group("360 months");
    group.throughput(Throughput::Elements(MONTHS.into()));
    for (name, convention) in [
        ("cent schedule", LoanConvention::CentSchedule),
        ("cent payment", LoanConvention::CentPayment),
        ("theoretical", LoanConvention::Theoretical),
    ] {
        let request = request(convention, RepaymentMethod::EqualInstalment, true);
        group.bench_function(name, |b| b.iter(|| loans(black_box(&request))));
    }
    let principal = request(LoanConvention::CentSchedule, RepaymentMethod::EqualPrincipal, true);
    group.bench_function("equal principal", |b| b.iter(|| loans(black_box(&principal))));
    let short = request(LoanConvention::CentSchedule, RepaymentMethod::EqualInstalment, false);
    group.bench_function("without a table", |b| b.iter(|| loans(black_box(&short))));
    group.bench_function("rust_decimal, cent schedule", |b| {
        let (principal, annual) = (Decimal::new(101_000_000, 2), Decimal::new(35, 3));
        b.iter(|| plain(black_box(principal), annual));
    });
    group.finish();
}

criterion_group!(benches, tables);
criterion_main!(benches);
