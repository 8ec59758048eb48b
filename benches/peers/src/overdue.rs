//! What is overdue: columns of claims and receipts against PostgreSQL with indexes.
//!
//! Both have the rows in memory, in the order of claims, and PostgreSQL its indexes; only the questions
//! are timed. It joins and groups in two ways, as its planner chooses and along the indexes; the quicker
//! one counts. What each claim owes, its days overdue and its late fee go into the checksum.

#[path = "../../../crates/kaipan/benches/overdue/book.rs"]
mod book;

use crate::{Failure, Outcome, others, report};
use book::{Book, TODAY};
use kaipan::Date;
use kaipan::overdue::{AgedGroup, AgingMode, AssessedColumns, NO_DAY, OverdueColumns};
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Columns that an assessment is written to.
struct Assessed {
    outstanding: Vec<i64>,
    overdue_days: Vec<u32>,
    late_fees: Vec<i64>,
}

/// So many claims with three receipts each: assessed, and aged.
pub(crate) fn measure(
    folder: &Path,
    claims: usize,
    rounds: usize,
) -> Result<[Vec<Outcome>; 2], Failure> {
    let book = Book::new(u32::try_from(claims)?);
    write(folder, &book)?;
    let [assessed, aged] = own(&book, rounds)?;
    drop(book);
    let mut postgres = Command::new("bash");
    postgres.arg(others::here().join("postgres/assess_claims.sh"));
    postgres.arg(folder).arg(TODAY.to_string()).arg(rounds.to_string());
    let [theirs_assessed, theirs_aged] = others::lines("PostgreSQL claims", &mut postgres)?;
    Ok([vec![assessed, theirs_assessed], vec![aged, theirs_aged]])
}

/// The curves up to so many claims.
pub(crate) fn curve(most: usize, rounds: usize) -> Result<(), Failure> {
    let (mut assessed, mut aged) = (Vec::new(), Vec::new());
    for size in report::sizes(most) {
        let [one, other] = own(&Book::new(u32::try_from(size)?), rounds)?;
        assessed.push((size, one.seconds));
        aged.push((size, other.seconds));
    }
    report::curve("Claims assessed", &assessed);
    report::curve("Claims aged", &aged);
    Ok(())
}

fn own(book: &Book, rounds: usize) -> Result<[Outcome; 2], Failure> {
    let policy = book::policy();
    let columns = OverdueColumns::new(&policy)?;
    let as_of: Date = "2026-06-30".parse()?;
    let (claims, receipts, size) = (book.claims(), book.receipts(), book.amounts.len());
    let mut out = Assessed {
        outstanding: vec![0; size],
        overdue_days: vec![0; size],
        late_fees: vec![0; size],
    };
    let mut best = [f64::INFINITY; 2];
    let (mut sums, mut groups) = (Default::default(), Vec::new());
    for _ in 0..=rounds.max(1) {
        let start = Instant::now();
        let columns_out = AssessedColumns {
            outstanding: &mut out.outstanding,
            overdue_days: &mut out.overdue_days,
            late_fees: &mut out.late_fees,
        };
        sums = black_box(columns.assess(black_box(claims), receipts, as_of, columns_out)?);
        best[0] = best[0].min(start.elapsed().as_secs_f64());
        let start = Instant::now();
        let mode = AgingMode::StillOwed;
        groups = black_box(columns.age(black_box(claims), receipts, as_of, None, mode)?);
        best[1] = best[1].min(start.elapsed().as_secs_f64());
    }
    let assessed = vec![
        format!("{} owed", sums.outstanding.fen()),
        format!("{} overdue", sums.overdue.fen()),
        format!("{} late fees", sums.late_fee.fen()),
        out.checksum().to_string(),
    ];
    let outcome = |seconds, sums| Outcome {
        peer: "kaipan".into(),
        version: crate::kaipan_paths::version(),
        units: size as u64,
        seconds,
        sums,
        ..Outcome::default()
    };
    Ok([outcome(best[0], assessed), outcome(best[1], vec![checksum(&groups).to_string()])])
}

impl Assessed {
    fn checksum(&self) -> i128 {
        let rows = self.outstanding.iter().zip(&self.overdue_days).zip(&self.late_fees);
        let of = |((owed, days), fee): ((&i64, &u32), &i64)| {
            i128::from(*owed) + 2 * i128::from(*days) + 3 * i128::from(*fee)
        };
        rows.enumerate().map(|(claim, row)| of(row) * (claim as i128 % 1_000 + 1)).sum()
    }
}

/// Every amount has a weight of its own: claims, not due, undated, then the buckets.
fn checksum(groups: &[AgedGroup]) -> i128 {
    let of = |group: &AgedGroup| {
        let amounts = [group.not_due, group.undated].into_iter().chain(group.buckets.clone());
        let amounts = (2..).zip(amounts).map(|(weight, one)| weight * i128::from(one.fen()));
        i128::from(group.claims) + amounts.sum::<i128>()
    };
    (1..).zip(groups).map(|(item, group)| item * of(group)).sum()
}

/// The same rows for PostgreSQL.
fn write(folder: &Path, book: &Book) -> Result<(), Failure> {
    let (mut claims, mut receipts) = (String::new(), String::new());
    for (claim, ((due, fen), item)) in
        book.due.iter().zip(&book.amounts).zip(&book.items).enumerate()
    {
        let due = if *due == NO_DAY { String::new() } else { due.to_string() };
        writeln!(claims, "{claim},{item},{due},{fen}")?;
    }
    for ((claim, day), fen) in book.claims.iter().zip(&book.days).zip(&book.paid) {
        writeln!(receipts, "{claim},{day},{fen}")?;
    }
    fs::write(folder.join("claims.csv"), claims)?;
    fs::write(folder.join("receipts.csv"), receipts)?;
    Ok(())
}
