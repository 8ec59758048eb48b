//! The report: times, ratios, and a refusal when checksums differ.

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
