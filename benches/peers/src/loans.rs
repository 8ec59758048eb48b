//! Month tables of many loans: the input, kaipan's way, and all peers in one list.
//!
//! Equal instalments over 360 months, payment and interest half up to the fen, the last month pays
//! what is left. Each loan's table is built whole, added up and dropped before the next one.

use crate::input::Draw;
use crate::{Failure, Outcome, loan_decimals, others};
use kaipan::number::{Money, Rate};
use kaipan::payment::loan::{LoanRate, LoanTerms, Repaying};
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Months of every loan.
pub(crate) const MONTHS: u32 = 360;

/// A loan of the input: fen, and the annual rate in millionths.
pub(crate) struct Loan {
    pub(crate) fen: i64,
    pub(crate) rate: i64,
}

/// Principals of 100,000.00–5,000,000.00, annual rates of 2.0–6.5 % in steps of 0.005 %.
fn generate(count: usize) -> Vec<Loan> {
    let mut draw = Draw::new();
    let mut below = |limit| i64::try_from(draw.below(limit)).unwrap_or(0);
    let mut loan = || Loan { fen: 10_000_000 + below(490_000_001), rate: 20_000 + 50 * below(901) };
    (0..count).map(|_| loan()).collect()
}

fn write(loans: &[Loan], path: &Path) -> std::io::Result<()> {
    let mut text = String::new();
    for Loan { fen, rate } in loans {
        let _ = writeln!(text, "{}.{:02},0.{rate:06},{MONTHS}", fen / 100, fen % 100);
    }
    std::fs::write(path, text)
}

/// Sums of a round, in fen: what every peer has to agree on.
#[derive(Default)]
struct Sums {
    interest: i64,
    payment: i64,
    balance: i64,
}

fn kaipan(input: &[Loan], rounds: usize) -> Result<Outcome, Failure> {
    let terms = |loan: &Loan| {
        let rate = LoanRate::Annual { annual: Rate::from_millionths(loan.rate) };
        LoanTerms::new(Money::from_fen(loan.fen), MONTHS, rate)
    };
    let loans: Vec<LoanTerms> = input.iter().map(terms).collect();
    let mut best = f64::INFINITY;
    let mut sums = Sums::default();
    for _ in 0..rounds.max(1) * 4 {
        let start = Instant::now();
        sums = Sums::default();
        for terms in loans.chunks(1) {
            let sheet = Repaying::new(black_box(terms)).sheet()?;
            for month in sheet.loans.iter().flat_map(|loan| &loan.table) {
                sums.interest += month.interest.fen();
                sums.payment += month.payment.fen();
                sums.balance += month.balance.fen();
            }
            black_box(sheet);
        }
        best = best.min(start.elapsed().as_secs_f64());
    }
    let yuan = |fen: i64| Money::from_fen(fen).to_string();
    Ok(Outcome {
        peer: "kaipan".into(),
        version: crate::kaipan_paths::version(),
        units: input.len() as u64,
        seconds: best,
        sums: [sums.interest, sums.payment, sums.balance].map(yuan).into(),
        ..Outcome::default()
    })
}

/// All peers over so many loans.
pub(crate) fn measure(folder: &Path, count: usize, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let input = generate(count);
    let path = folder.join("loans.csv");
    write(&input, &path)?;
    let mut outcomes = vec![kaipan(&input, rounds)?, loan_decimals::rust_decimal(&input, rounds)?];
    outcomes.extend(others::loan_tables(&path, rounds.min(3))?);
    Ok(outcomes)
}
