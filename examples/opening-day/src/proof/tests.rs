//! The proofs hold for a day without a database, and fail for what must not be.

use crate::buyer::Buyer;
use crate::day::Day;
use crate::history::History;
use crate::proof;
use crate::script::Script;
use crate::store::Memory;
use kaipan::deal::{QuotaChange, StockChange};
use kaipan::error::Lang;
use kaipan::number::Money;

const HOMES: u32 = 24;

/// Sixty buyers, one after the other, and six special discounts.
fn day() -> (History, Vec<Buyer>, usize) {
    let day = Day::new(HOMES).unwrap();
    let buyers: Vec<Buyer> = (1..=60).map(|number| Buyer::new(number, day.units.len())).collect();
    let mut script = Script { day: &day, desk: Memory::new(&day) };
    script.prepare(6).unwrap();
    for buyer in &buyers {
        script.register(buyer).unwrap();
    }
    for buyer in &buyers {
        let ending = script.rush(buyer).unwrap();
        assert_eq!(script.rush(buyer).unwrap(), ending, "asked again, it is as it was");
    }
    (script.desk.history, buyers, script.desk.sold)
}

/// The places of the proofs that fail.
fn failing(history: &History, buyers: &[Buyer]) -> Vec<usize> {
    let proofs = proof::of(history, buyers, HOMES as usize);
    let failing = proofs.iter().enumerate().filter(|(_, proof)| !proof.holds());
    failing.map(|(place, _)| place).collect()
}

const REPLAYS: usize = 0;
const HOMES_SOLD: usize = 1;
const QUOTAS: usize = 2;
const MONEY: usize = 3;
const ENDINGS: usize = 4;

#[test]
fn a_day_is_proved() {
    let (history, buyers, sold) = day();
    let proofs = proof::of(&history, &buyers, HOMES as usize);
    let lines = |lang| -> Vec<String> { proofs.iter().flat_map(|one| one.lines(lang)).collect() };
    assert!(failing(&history, &buyers).is_empty(), "{:#?}", lines(Lang::En));
    assert_eq!(lines(Lang::Zh).len(), 5);
    let english = lines(Lang::En).join("\n");
    assert!(english.contains(&format!("{sold} of 24 homes are sold")), "{english}");
    assert!(english.contains("opening special 6 of 6"), "{english}");
    assert!(history.refused > 0, "somebody came too late");
}

#[test]
fn a_state_that_is_not_its_replay_is_told() {
    let (mut history, buyers, _) = day();
    if let Some(stock) = &mut history.units[3].state {
        stock.batch = Some("二批".into());
    }
    assert_eq!(failing(&history, &buyers), [REPLAYS]);
}

#[test]
fn a_lost_event_is_told() {
    let (mut history, buyers, _) = day();
    let deal = history.deals.iter_mut().find(|deal| deal.events.len() > 4).unwrap();
    deal.events.remove(2);
    assert!(failing(&history, &buyers).contains(&REPLAYS));
}

#[test]
fn a_home_that_is_sold_twice_is_told() {
    let (mut history, buyers, _) = day();
    let is_taken = |change: &StockChange| matches!(change, StockChange::Taken { .. });
    let sold = history.units.iter_mut().filter(|unit| {
        unit.events.iter().filter(|(_, event)| is_taken(&event.change)).count() == 1
    });
    let unit = sold.last().unwrap();
    let (version, mut event) = unit.events.last().unwrap().clone();
    event.version += 1;
    event.change = StockChange::taken("D0002", kaipan::project::UnitState::Subscribed);
    unit.state.as_mut().unwrap().apply(&event).unwrap();
    unit.version += 1;
    unit.events.push((version + 1, event));
    // The states are those of the events: that alone would not have shown it.
    assert_eq!(failing(&history, &buyers), [HOMES_SOLD]);
}

#[test]
fn a_quota_that_is_passed_is_told() {
    let (mut history, buyers, _) = day();
    let quota = &mut history.quotas[0];
    if let QuotaChange::Opened { limit, .. } = &mut quota.events[0].1.change {
        *limit = 5;
    }
    quota.state.as_mut().unwrap().limit = 5;
    assert_eq!(failing(&history, &buyers), [QUOTAS]);
}

#[test]
fn a_fen_that_is_lost_is_told() {
    let (mut history, buyers, _) = day();
    let ledger = &mut history.ledgers[8];
    let entry = &mut ledger.events[0].1;
    // Balanced, and kept as it is replayed: but the buyer has paid a fen more.
    for leg in &mut entry.legs {
        let sign = if leg.amount.is_negative() { 1 } else { -1 };
        leg.amount = Money::from_fen(leg.amount.fen() + sign);
    }
    let told = failing(&history, &buyers);
    assert!(told.contains(&MONEY), "{told:?}");
    history.ledgers[8].events.clear();
    assert!(failing(&history, &buyers).contains(&MONEY));
}

#[test]
fn a_buyer_without_an_end_and_an_answer_without_events_are_told() {
    let (mut history, buyers, _) = day();
    history.empty.push("D0001/book".into());
    assert_eq!(failing(&history, &buyers), [ENDINGS]);
    history.empty.clear();
    history.deals.pop();
    assert!(failing(&history, &buyers).contains(&ENDINGS));
}
