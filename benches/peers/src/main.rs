//! `cargo xtask bench peers`: one input, the same work in kaipan and in its peers, one report.
//!
//! `cargo xtask bench peers [UNITS] [ROUNDS] [TABLE…]`: all tables, or these: pricing, json, loans,
//! quotes, customers, deals, ledger, overdue, measures. `cargo xtask bench hosts` does the same work
//! from every host.
//!
//! Every pricing peer prices the same units by three coefficients, rounds unit prices and totals to the
//! yuan, stores both and adds them up. Equal checksums are required; times are the best of
//! several rounds of the loop alone, without reading the input.

mod customers;
mod deals;
mod decimals;
mod hosts;
mod input;
mod kaipan_paths;
mod ledger;
mod loan_decimals;
mod loans;
mod measures;
mod others;
mod overdue;
mod quotes;
mod report;
mod table_json;

use std::path::Path;
use std::process::ExitCode;

/// What one peer reports.
#[derive(Debug, Clone, Default, serde::Deserialize)]
struct Outcome {
    peer: String,
    version: String,
    units: u64,
    seconds: f64,
    #[serde(default)]
    unit_sum: String,
    #[serde(default)]
    total_sum: String,
    /// Other checksums, where the work has them.
    #[serde(default)]
    sums: Vec<String>,
}

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("peers: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let hosts = arguments.first().is_some_and(|first| first == "hosts");
    // `hosts LIST [UNITS] [ROUNDS]`
    let list = if hosts { arguments.drain(..2.min(arguments.len())).nth(1) } else { None };
    let number = |at: usize, default: usize| arguments.get(at).map_or(Ok(default), |t| t.parse());
    let (units, rounds) = (number(0, if hosts { 100_000 } else { 1_000_000 })?, number(1, 5)?);
    let tables = arguments.get(2..).unwrap_or_default();
    if let Some(unknown) = tables.iter().find(|name| !TABLES.contains(&name.as_str())) {
        return Err(format!("there is no table {unknown}; there are {}", TABLES.join(", ")).into());
    }
    let folder = std::env::temp_dir().join(format!("kaipan-peers-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let result = match list {
        Some(list) => hosts::measure(Path::new(&list), &folder, units, rounds),
        None if hosts => Err("which hosts? a file with their names and commands".into()),
        None => measure(&folder, units, rounds, tables),
    };
    std::fs::remove_dir_all(&folder)?;
    result
}

/// The tables of the report, in their order.
const TABLES: [&str; 9] =
    ["pricing", "json", "loans", "quotes", "customers", "deals", "ledger", "overdue", "measures"];

fn measure(folder: &Path, units: usize, rounds: usize, tables: &[String]) -> Result<(), Failure> {
    let wanted = |table: &str| tables.is_empty() || tables.iter().any(|name| name == table);
    if wanted("pricing") {
        let input = input::Input::generate(units);
        input.write(folder)?;
        let mut outcomes = vec![
            kaipan_paths::columnar(&input, rounds)?,
            kaipan_paths::memory_copy(&input, rounds),
            kaipan_paths::explained(&input)?,
            decimals::rust_decimal(&input, rounds)?,
        ];
        outcomes.extend(others::run_all(folder, rounds.min(3))?);
        report::pricing(&outcomes)?;
    }
    if wanted("json") {
        report::table_json(&table_json::measure(folder, rounds)?)?;
    }
    if wanted("loans") {
        report::loans(&loans::measure(folder, (units / 500).max(1), rounds)?)?;
    }
    if wanted("quotes") {
        let count = (units / 2_000).max(1);
        report::quotes(&quotes::measure(count, rounds, false)?, false)?;
        report::quotes(&quotes::measure(count, rounds, true)?, true)?;
    }
    if wanted("customers") {
        report::customers(&customers::measure(folder, units, rounds.min(3))?)?;
    }
    if wanted("deals") {
        deals::measure(rounds)?;
    }
    if wanted("ledger") {
        report::ledger(&ledger::measure(folder, units / 10, rounds.min(3))?)?;
        ledger::curve(units * 10)?;
    }
    if wanted("overdue") {
        report::overdue(&overdue::measure(folder, units, rounds.min(3))?)?;
        overdue::curve(units * 10, rounds)?;
    }
    if wanted("measures") {
        report::measures(&measures::measure(folder, units * 10, rounds.min(3))?)?;
        measures::curve(units * 10, rounds)?;
    }
    Ok(())
}
