//! Month tables as one would write them with `rust_decimal`.

use crate::loans::{Loan, MONTHS};
use crate::{Failure, Outcome};
use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};
use std::hint::black_box;
use std::time::Instant;

const HALF_UP: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;
const TWELVE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

struct Month {
    number: u32,
    payment: Decimal,
    principal: Decimal,
    interest: Decimal,
    balance: Decimal,
}

/// `P·i·(1+i)^n ÷ ((1+i)^n − 1)`, half up to the fen.
fn instalment(principal: Decimal, annual: Decimal, months: u32) -> Option<Decimal> {
    let monthly = annual / TWELVE;
    let grown = (Decimal::ONE + monthly).checked_powu(months.into())?;
    let payment = principal * monthly * grown / (grown - Decimal::ONE);
    Some(payment.round_dp_with_strategy(2, HALF_UP))
}

fn table(principal: Decimal, annual: Decimal, months: u32) -> Option<Vec<Month>> {
    let instalment = instalment(principal, annual, months)?;
    let mut table = Vec::with_capacity(months.try_into().ok()?);
    let mut balance = principal;
    for number in 1..=months {
        // Divided last: with a monthly rate of 28 digits an exact half of a fen would be missed.
        let interest = (balance * annual / TWELVE).round_dp_with_strategy(2, HALF_UP);
        let payment = if number == months { balance + interest } else { instalment };
        let principal = payment - interest;
        balance -= principal;
        table.push(Month { number, payment, principal, interest, balance });
    }
    Some(table)
}

pub(crate) fn rust_decimal(input: &[Loan], rounds: usize) -> Result<Outcome, Failure> {
    let decimals = |loan: &Loan| (Decimal::new(loan.fen, 2), Decimal::new(loan.rate, 6));
    let loans: Vec<(Decimal, Decimal)> = input.iter().map(decimals).collect();
    let mut best = f64::INFINITY;
    let mut sums = [Decimal::ZERO; 3];
    for _ in 0..rounds.max(1) {
        let start = Instant::now();
        let [mut interest, mut payment, mut balance] = [Decimal::ZERO; 3];
        for (principal, annual) in &loans {
            let table =
                table(*black_box(principal), *annual, MONTHS).ok_or("a power overflowed")?;
            for month in &table {
                interest += month.interest;
                payment += month.payment;
                balance += month.balance;
            }
            black_box(table.last().map(|month| (month.number, month.principal)));
            black_box(table);
        }
        best = best.min(start.elapsed().as_secs_f64());
        sums = [interest, payment, balance];
    }
    Ok(Outcome {
        peer: "rust_decimal".into(),
        version: crate::decimals::version(),
        units: input.len() as u64,
        seconds: best,
        sums: sums.map(|sum| format!("{sum:.2}")).into(),
        ..Outcome::default()
    })
}
