//! The report: times, ratios, and a refusal when checksums differ.

use crate::hosts::Measured;
use crate::{Failure, Outcome};

/// Pricing of the whole input.
pub(crate) fn pricing(outcomes: &[Outcome]) -> Result<(), Failure> {
    let title = "Pricing with three factors, rounding to the yuan, totals";
    print(title, "unit", outcomes, "kaipan-columnar")
}

/// The price table through JSON.
pub(crate) fn table_json(outcomes: &[Outcome]) -> Result<(), Failure> {
    let title = "pricing.table with full explanation, JSON in and out";
    print(title, "unit", outcomes, "kaipan-json")
}

/// Month tables of loans.
pub(crate) fn loans(outcomes: &[Outcome]) -> Result<(), Failure> {
    let title = "Loans of 360 equal instalments, every month to the fen";
    print(title, "loan", outcomes, "kaipan")
}

/// Full quotes.
pub(crate) fn quotes(outcomes: &[Outcome], loan: bool) -> Result<(), Failure> {
    let more = if loan { ", with the months of the loan" } else { "" };
    let title = format!("quote.make, every step kept{more}");
    print(&title, "quote", outcomes, "kaipan")
}

/// Newcomers matched with customers.
pub(crate) fn customers(outcomes: &[Outcome]) -> Result<(), Failure> {
    print(
        "Newcomers matched with a hundred times as many customers",
        "newcomer",
        outcomes,
        "kaipan-keys",
    )
}

/// Postings of a ledger.
pub(crate) fn ledger(outcomes: &[Outcome]) -> Result<(), Failure> {
    print("Postings of a ledger, with all constraints", "posting", outcomes, "kaipan")?;
    goal(outcomes, "postgres", 20.0)
}

/// What is overdue.
pub(crate) fn overdue([assessed, aged]: &[Vec<Outcome>; 2]) -> Result<(), Failure> {
    let title = "Claims with three receipts each: what is owed, late fees of two tiers with grace";
    print(title, "claim", assessed, "kaipan")?;
    goal(assessed, "postgres", 10.0)?;
    print("The same claims: what is owed by item and days overdue", "claim", aged, "kaipan")?;
    goal(aged, "postgres", 10.0)
}

/// Measures.
pub(crate) fn measures(outcomes: &[Outcome]) -> Result<(), Failure> {
    print("Ten measures by company and month", "fact", outcomes, "kaipan")?;
    goal(outcomes, "postgres", 5.0)?;
    goal(outcomes, "duckdb", 0.5)
}

/// Whether a peer takes at least so many times as long as kaipan, the first of all.
fn goal(outcomes: &[Outcome], peer: &str, times: f64) -> Result<(), Failure> {
    let of = |outcome: Option<&Outcome>| outcome.map(|outcome| outcome.seconds);
    let theirs = of(outcomes.iter().find(|outcome| outcome.peer == peer));
    let (ours, theirs) = of(outcomes.first()).zip(theirs).ok_or(format!("{peer} is missing"))?;
    let met = if theirs / ours >= times { "met" } else { "not met in this run" };
    println!("goal: {peer} takes at least {times} times as long: {met}");
    Ok(())
}

/// The sizes of a curve: from ten thousand on, ten times as many from one to the next.
pub(crate) fn sizes(most: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(10_000), |size| Some(size * 10))
        .take_while(move |size| *size <= most)
}

/// The curve: how long the same takes with more and more rows.
pub(crate) fn curve(title: &str, points: &[(usize, f64)]) {
    println!("\n{title}, more and more of them");
    println!("{:>12} {:>12} {:>10}", "rows", "ms", "ns each");
    for (rows, seconds) in points {
        println!("{rows:>12} {:>12.2} {:>10.1}", seconds * 1e3, seconds * 1e9 / *rows as f64);
    }
}

/// Every host beside Rust, and the decimals that their columns replace.
pub(crate) fn hosts(hosts: &[Measured], peers: &[Outcome], units: usize, checksum: &str) {
    let Some(rust) = hosts.first() else { return };
    println!("\nThe same work from every host; columns of {units} units; best of several rounds");
    println!(
        "{:<10} {:>10} {:>7} {:>10} {:>7} {:>12} {:>10}",
        "host", "quote us", "x Rust", "table ms", "x Rust", "columns ns", "of native"
    );
    for host in hosts {
        println!(
            "{:<10} {:>10.1} {:>7.2} {:>10.1} {:>7.2} {:>12.2} {:>10.2}",
            host.host,
            host.quote_us,
            host.quote_us / rust.quote_us,
            host.table_ms,
            host.table_ms / rust.table_ms,
            host.columnar_ns_per_unit,
            rust.columnar_ns_per_unit / host.columnar_ns_per_unit
        );
    }
    for peer in peers {
        let each = peer.seconds * 1e9 / peer.units as f64;
        println!("{:<49} {each:>12.1}   {}", peer.peer, peer.version);
    }
    println!("equal checksums: {checksum}");
}

fn print(title: &str, one: &str, outcomes: &[Outcome], first: &str) -> Result<(), Failure> {
    let Some(ours) = outcomes.iter().find(|outcome| outcome.peer == first) else {
        return Err(format!("{first} is missing").into());
    };
    println!("\n{title}: {} {one}s, best of several rounds, one thread", ours.units);
    println!("{:<20} {:>12} {:>10} {:>9}  version", "peer", "ms", format!("ns/{one}"), "ratio");
    for outcome in outcomes {
        let unit = outcome.seconds * 1e9 / outcome.units as f64;
        println!(
            "{:<20} {:>12.3} {:>10.2} {:>8.1}x  {}",
            outcome.peer,
            outcome.seconds * 1e3,
            unit,
            outcome.seconds / ours.seconds,
            outcome.version
        );
        let checked = !(outcome.total_sum.is_empty() && outcome.sums.is_empty());
        let same_units = outcome.unit_sum.is_empty() || outcome.unit_sum == ours.unit_sum;
        let same_totals = outcome.total_sum == ours.total_sum && outcome.sums == ours.sums;
        if checked && !(same_totals && same_units && outcome.units == ours.units) {
            return Err(format!("{} disagrees: {outcome:?}, not {ours:?}", outcome.peer).into());
        }
    }
    if ours.sums.is_empty() {
        println!("equal checksums: total {} yuan", ours.total_sum);
    } else {
        println!("equal checksums: {}", ours.sums.join(", "));
    }
    Ok(())
}
