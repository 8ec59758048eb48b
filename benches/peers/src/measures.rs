//! Ten measures by company and month from facts: columns against PostgreSQL and DuckDB.
//!
//! All have the facts in memory; only the question is timed. PostgreSQL and DuckDB are asked in two ways, all
//! measures in one pass, and sums of each kind that are then set side by side; the quicker one counts.

#[path = "../../../crates/kaipan/benches/kpi/facts.rs"]
mod facts;

use crate::{Failure, Outcome, others, report};
use facts::{Facts, METRICS, NODES};
use kaipan::kpi::MeasureSums;
use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// So many facts.
pub(crate) fn measure(folder: &Path, count: usize, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let facts = Facts::new(count);
    write(&folder.join("facts.csv"), &facts)?;
    let own = own(&facts, rounds)?;
    drop(facts);
    let rounds = rounds.to_string();
    let mut postgres = Command::new("bash");
    postgres.arg(others::here().join("postgres/measure_facts.sh")).arg(folder).arg(&rounds);
    let mut duckdb = Command::new(others::python_with_duckdb()?);
    duckdb.arg(others::here().join("python/measure_facts.py")).arg(folder).arg(&rounds);
    Ok(vec![
        own,
        others::run("DuckDB facts", &mut duckdb)?,
        others::run("PostgreSQL facts", &mut postgres)?,
    ])
}

/// The curve up to so many facts.
pub(crate) fn curve(most: usize, rounds: usize) -> Result<(), Failure> {
    let points =
        report::sizes(most).map(|size| Ok((size, own(&Facts::new(size), rounds)?.seconds)));
    report::curve("Facts counted", &points.collect::<Result<Vec<_>, Failure>>()?);
    Ok(())
}

fn own(facts: &Facts, rounds: usize) -> Result<Outcome, Failure> {
    let measures = facts::compiled();
    let mut best = f64::INFINITY;
    let mut checksum = 0;
    for _ in 0..=rounds.max(1) {
        let start = Instant::now();
        let sums = black_box(measures.count(black_box(&facts.columns()))?);
        best = best.min(start.elapsed().as_secs_f64());
        checksum = weighted(&sums);
    }
    Ok(Outcome {
        peer: "kaipan".into(),
        version: crate::kaipan_paths::version(),
        units: facts.kinds.len() as u64,
        seconds: best,
        sums: vec![checksum.to_string()],
        ..Outcome::default()
    })
}

/// Every cell has a weight of its own.
fn weighted(sums: &MeasureSums) -> i128 {
    let mut sum = 0;
    for company in 0..NODES as usize / 4 {
        for month in 0..12 {
            for at in 0..METRICS.len() {
                let weight = (company * 120 + month * 10 + at) as i128;
                sum += weight * sums.count(company, month, at).unwrap_or_default();
            }
        }
    }
    sum
}

/// The same facts for the peers.
fn write(file: &Path, facts: &Facts) -> Result<(), Failure> {
    let mut csv = BufWriter::new(File::create(file)?);
    for at in 0..facts.kinds.len() {
        let (kind, node) = (facts.kinds[at], facts.nodes[at]);
        let day = facts.days[at] - facts::FIRST_DAY;
        let (count, area, fen) = (facts.counts[at], facts.areas[at], facts.amounts[at]);
        writeln!(csv, "{kind},{node},{day},{count},{area},{fen}")?;
    }
    Ok(csv.flush()?)
}
