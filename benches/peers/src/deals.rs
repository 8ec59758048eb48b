//! Deals: decisions against the same checks written by hand, and replay of a million events against
//! parsing the same events from JSON. Both bounds are what we hold ourselves to; a run that does not
//! keep one says so.

#[path = "../../../crates/kaipan/benches/deals/history.rs"]
mod history;
#[path = "../../../crates/kaipan/benches/deals/plain/mod.rs"]
mod plain;

use crate::Failure;
use history::Home;
use kaipan::Text;
use kaipan::deal::{Deal, DealEvent, Deciding, StockEvent, UnitStock};
use std::hint::black_box;
use std::time::Instant;

/// Replay is at least so many times as fast as parsing.
const REPLAY: f64 = 20.0;

/// A decision takes at most so many times as long as the same checks by hand.
const DECIDE: f64 = 3.0;

/// Events of the replay.
const EVENTS: usize = 1_000_000;

/// Homes whose histories are there at a time.
const HOMES: usize = 500;

/// What was measured, as rows of a table: the work, kaipan, the peer, the ratio and its bound.
pub(crate) fn measure(rounds: usize) -> Result<(), Failure> {
    println!("\n| deals | kaipan | peer | ratio | bound |\n|---|---:|---:|---:|---:|");
    let replayed = replay()?;
    let mut broken = replayed < REPLAY;
    for (name, home, command) in plain::questions() {
        plain::check_same(&home, &command);
        let reform = plain::reform();
        let deciding = Deciding::new(&home.context).stock(&home.stock).deal(&home.deal);
        let ours = best(rounds, || drop(black_box(deciding.decide(black_box(&command)))));
        let theirs = best(rounds, || {
            let context = black_box(&home.context);
            drop(black_box(plain::decide(&home.stock, &home.deal, &command, context, reform)));
        });
        let ratio = ours / theirs;
        let (ours, theirs) = (ours * 1e9, theirs * 1e9);
        println!("| {name} | {ours:.0} ns | {theirs:.0} ns, by hand | {ratio:.1} | ≤ {DECIDE} |");
        broken |= ratio > DECIDE;
    }
    if broken {
        println!("\nA bound is not kept in this run.");
    }
    Ok(())
}

/// Seconds of one call, the best of several rounds of many.
fn best(rounds: usize, mut call: impl FnMut()) -> f64 {
    const CALLS: u32 = 20_000;
    let mut best = f64::INFINITY;
    for _ in 0..=rounds.max(1) * 2 {
        let start = Instant::now();
        (0..CALLS).for_each(|_| call());
        best = best.min(start.elapsed().as_secs_f64() / f64::from(CALLS));
    }
    best
}

/// Replays a million events, and parses the same: all events of some homes, over and over.
fn replay() -> Result<f64, Failure> {
    let template = Home::signed();
    let homes: Vec<Home> = (0..HOMES).map(|at| renamed(&template, at)).collect();
    let texts: Vec<[String; 2]> = homes
        .iter()
        .map(|home| {
            let stock = serde_json::to_string(&home.stock_events)?;
            Ok([stock, serde_json::to_string(&home.deal_events)?])
        })
        .collect::<Result<_, serde_json::Error>>()?;
    let rounds = EVENTS.div_ceil(HOMES * events(&template));
    let start = Instant::now();
    for _ in 0..rounds {
        for home in &homes {
            let unit = home.stock.unit_no.clone();
            let stock = UnitStock::replay(unit, black_box(&home.stock_events), None)?;
            let deal = Deal::replay(home.deal.id.clone(), black_box(&home.deal_events), None)?;
            black_box((stock, deal));
        }
    }
    let ours = start.elapsed().as_secs_f64();
    let start = Instant::now();
    for _ in 0..rounds {
        for [stock, deal] in &texts {
            black_box(serde_json::from_str::<Vec<StockEvent>>(black_box(stock))?);
            black_box(serde_json::from_str::<Vec<DealEvent>>(black_box(deal))?);
        }
    }
    let theirs = start.elapsed().as_secs_f64();
    for (home, [stock, deal]) in homes.iter().zip(&texts) {
        let stock: Vec<StockEvent> = serde_json::from_str(stock)?;
        let deal: Vec<DealEvent> = serde_json::from_str(deal)?;
        if (stock, deal) != (home.stock_events.clone(), home.deal_events.clone()) {
            return Err("the parsed events are others".into());
        }
    }
    let ratio = theirs / ours;
    println!(
        "| replay of {} events | {:.0} ms | {:.0} ms, parsing by serde_json | {ratio:.0} | ≥ {REPLAY} |",
        rounds * HOMES * events(&template),
        ours * 1e3,
        theirs * 1e3
    );
    Ok(ratio)
}

/// The same history for another unit and deal.
fn renamed(home: &Home, at: usize) -> Home {
    let mut home = home.clone();
    let (unit_no, deal) = (Text::of(format_args!("3-1-{at}")), Text::of(format_args!("D{at}")));
    home.stock_events.iter_mut().for_each(|event| event.unit_no.clone_from(&unit_no));
    home.deal_events.iter_mut().for_each(|event| event.deal.clone_from(&deal));
    (home.stock.unit_no, home.deal.id) = (unit_no, deal);
    home
}

/// How many events it has.
fn events(home: &Home) -> usize {
    home.stock_events.len() + home.deal_events.len()
}
