//! The loop as one would write it with `rust_decimal`.

use crate::input::Input;
use crate::{Failure, Outcome};
use rust_decimal::{Decimal, RoundingStrategy};
use std::time::Instant;

/// The version in the lock file, which is the one that was built.
pub(crate) fn version() -> String {
    let lock = include_str!("../../../Cargo.lock");
    let entry = lock.split("[[package]]").find(|entry| entry.contains("name = \"rust_decimal\"\n"));
    let version = entry.and_then(|entry| entry.split("version = \"").nth(1)?.split('"').next());
    format!("rust_decimal {}", version.unwrap_or("?"))
}

pub(crate) fn rust_decimal(input: &Input, rounds: usize) -> Result<Outcome, Failure> {
    let decimals = |texts: &[String]| -> Result<Vec<Decimal>, rust_decimal::Error> {
        texts.iter().map(|text| text.parse()).collect()
    };
    let base: Decimal = input.base.parse()?;
    let floor = decimals(&input.floor)?;
    let line = decimals(&input.line)?;
    let view = decimals(&input.view)?;
    let areas: Vec<Decimal> = input.areas.iter().map(|area| Decimal::new(*area, 2)).collect();
    let [floors, lines, views] = &input.codes;
    let mut best = f64::INFINITY;
    let (mut unit_sum, mut total_sum) = (Decimal::ZERO, Decimal::ZERO);
    let mut unit_prices = vec![Decimal::ZERO; areas.len()];
    let mut totals = vec![Decimal::ZERO; areas.len()];
    let half_up = RoundingStrategy::MidpointAwayFromZero;
    for _ in 0..rounds.max(1) {
        let start = Instant::now();
        (unit_sum, total_sum) = (Decimal::ZERO, Decimal::ZERO);
        for (at, area) in areas.iter().enumerate() {
            let raw = base
                * floor[usize::from(floors[at])]
                * line[usize::from(lines[at])]
                * view[usize::from(views[at])];
            let unit = raw.round_dp_with_strategy(0, half_up);
            let total = (unit * area).round_dp_with_strategy(0, half_up);
            unit_prices[at] = unit;
            totals[at] = total;
            unit_sum += unit;
            total_sum += total;
        }
        best = best.min(start.elapsed().as_secs_f64());
        std::hint::black_box((&unit_prices, &totals));
    }
    Ok(Outcome {
        peer: "rust_decimal".into(),
        version: version(),
        units: areas.len() as u64,
        seconds: best,
        unit_sum: unit_sum.normalize().to_string(),
        total_sum: total_sum.normalize().to_string(),
        ..Outcome::default()
    })
}
