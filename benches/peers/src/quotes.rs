//! Full quotes: `quote.make` against the same written plainly with `rust_decimal`.
//!
//! Peer, input and comparison are those of `cargo bench -p kaipan --bench quote`. Before anything
//! is timed, every quote is compared: steps, lines, dates, texts, roles, fees, cash.

#[path = "../../../crates/kaipan/benches/quote/input.rs"]
mod input;
#[path = "../../../crates/kaipan/benches/quote/plain/mod.rs"]
mod plain;
#[path = "../../../crates/kaipan/benches/quote/same.rs"]
mod same;

use crate::{Failure, Outcome};
use input::Request;
use kaipan::quote::Quote;
use rust_decimal::Decimal;
use std::hint::black_box;
use std::time::Instant;

/// The best time of a round over all requests.
fn timed<T>(requests: &[T], rounds: usize, mut make: impl FnMut(&T)) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..rounds.max(1) * 8 {
        let start = Instant::now();
        requests.iter().for_each(&mut make);
        best = best.min(start.elapsed().as_secs_f64());
    }
    best
}

/// Deal total, lines by their number, fees by their number, interest, total cost: amounts weighted
/// by their place, so that two that change places show.
fn checksum(amounts: impl IntoIterator<Item = Vec<Decimal>>) -> Vec<String> {
    let mut sums: Vec<Decimal> = Vec::new();
    for amounts in amounts {
        sums.resize(amounts.len(), Decimal::ZERO);
        sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
    }
    sums.iter().map(|sum| sum.normalize().to_string()).collect()
}

fn weighted(amounts: impl Iterator<Item = Decimal>) -> Decimal {
    (1_i64..).zip(amounts).map(|(place, amount)| Decimal::from(place) * amount).sum()
}

fn of_kaipan(quote: &Quote) -> Vec<Decimal> {
    let yuan = |money: kaipan::number::Money| Decimal::new(money.fen(), 2);
    let fees = quote.fees.iter().flat_map(|fees| &fees.lines);
    vec![
        yuan(quote.price.deal_total),
        weighted(quote.schedule.lines.iter().map(|line| yuan(line.amount))),
        weighted(fees.map(|line| yuan(line.amount))),
        yuan(quote.total_interest.unwrap_or_default()),
        yuan(quote.total_cost.unwrap_or_default()),
    ]
}

fn of_plain(quote: &plain::Quote) -> Vec<Decimal> {
    vec![
        quote.price.deal_total,
        weighted(quote.schedule.lines.iter().map(|line| line.amount)),
        weighted(quote.fees.lines.iter().map(|line| line.amount)),
        quote.loan.as_ref().map_or(Decimal::ZERO, |loan| loan.total_interest),
        // Without terms of the loan the library gives no total.
        quote.loan.as_ref().map_or(Decimal::ZERO, |_| quote.total_cost),
    ]
}

/// A request of `quote.make` with a loan, as text.
pub(crate) fn request_text() -> Result<String, Failure> {
    let first = input::requests(1, true)?.into_iter().next().ok_or("no request")?;
    Ok(serde_json::to_string(&first)?)
}

/// Both over so many quotes; with the months of their loans, if asked for.
pub(crate) fn measure(count: usize, rounds: usize, loan: bool) -> Result<Vec<Outcome>, Failure> {
    let requests: Vec<Request> = input::requests(count, loan)?;
    let plain = requests.iter().map(input::plain).collect::<Result<Vec<_>, _>>()?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for (request, other) in requests.iter().zip(&plain) {
        let quote = request.quote()?;
        let peer = plain::quote(other).map_err(|problems| problems.join("; "))?;
        same::same(&quote, &peer)
            .map_err(|error| format!("quote for {}: {error}", request.case.unit.unit_no))?;
        ours.push(of_kaipan(&quote));
        theirs.push(of_plain(&peer));
    }
    let outcome = |peer: &str, version: String, seconds: f64, amounts| Outcome {
        peer: peer.into(),
        version,
        units: count as u64,
        seconds,
        sums: checksum(amounts),
        ..Outcome::default()
    };
    let make = |request: &Request| drop(black_box(black_box(request).quote()));
    let quote = |request: &plain::Request| drop(black_box(plain::quote(black_box(request))));
    Ok(vec![
        outcome("kaipan", crate::kaipan_paths::version(), timed(&requests, rounds, make), ours),
        outcome("rust_decimal", crate::decimals::version(), timed(&plain, rounds, quote), theirs),
    ])
}
