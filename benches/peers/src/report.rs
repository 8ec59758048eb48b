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
    print("Postings of a ledger, with all constraints", "posting", outcomes, "kaipan")
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
