//! The report: times, ratios, and a refusal when checksums differ.

use crate::{Failure, Outcome};

/// Pricing of the whole input.
pub(crate) fn pricing(outcomes: &[Outcome]) -> Result<(), Failure> {
    print("Pricing with three factors, rounding to the yuan, totals", outcomes, "kaipan-columnar")
}

/// The price table through JSON.
pub(crate) fn table_json(outcomes: &[Outcome]) -> Result<(), Failure> {
    print("pricing.table with full explanation, JSON in and out", outcomes, "kaipan-json")
}

fn print(title: &str, outcomes: &[Outcome], first: &str) -> Result<(), Failure> {
    let Some(ours) = outcomes.iter().find(|outcome| outcome.peer == first) else {
        return Err(format!("{first} is missing").into());
    };
    println!("\n{title}: {} units, best of several rounds, one thread", ours.units);
    println!("{:<20} {:>12} {:>10} {:>9}  version", "peer", "ms", "ns/unit", "ratio");
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
        let checked = !outcome.total_sum.is_empty();
        let same_units = outcome.unit_sum.is_empty() || outcome.unit_sum == ours.unit_sum;
        if checked && (outcome.total_sum != ours.total_sum || !same_units) {
            return Err(format!("{} disagrees: {outcome:?}, not {ours:?}", outcome.peer).into());
        }
    }
    println!("equal checksums: total {} yuan", ours.total_sum);
    Ok(())
}
