//! A store in memory, for tests: the same decisions, one after the other.

use super::attempt::{Answer, Decided};
use super::order::Order;
use super::seen::{Seen, after_entry};
use crate::day::Day;
use crate::failure::Outcome;
use crate::history::{History, Kept};
use crate::script::Desk;
use kaipan::deal::{Deal, DealDecision, Quota, UnitStock};
use kaipan::{StreamKind, StreamRead, Text, Time};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a database would hold.
pub(crate) struct Memory<'a> {
    day: &'a Day,
    pub(crate) history: History,
    pub(crate) sold: usize,
    answers: BTreeMap<String, Option<Value>>,
}

impl<'a> Memory<'a> {
    pub(crate) fn new(day: &'a Day) -> Memory<'a> {
        Memory { day, history: History::default(), sold: 0, answers: BTreeMap::new() }
    }

    fn seen(&mut self, order: &Order<'_>) -> Outcome<Seen> {
        let history = &mut self.history;
        let mut seen = Seen::default();
        if let Some(unit) = order.unit {
            let kept = find(&mut history.units, &unit.unit_no);
            let new = || UnitStock::new(unit.unit_no.clone());
            seen.stock = Some(kept.state.get_or_insert_with(new).clone());
        }
        if let Some(deal) = order.deal.as_deref() {
            let kept = find(&mut history.deals, deal);
            seen.deal = Some(kept.state.get_or_insert_with(|| Deal::new(deal)).clone());
            let kept = find(&mut history.ledgers, deal);
            seen.received = kept.state.get_or_insert_default().clone();
            seen.ledger = Some(StreamRead::new(StreamKind::LedgerAccount, deal, kept.version));
        }
        let quotas = history.quotas.iter().filter(|kept| order.quotas.contains(&kept.id));
        seen.quotas = quotas.filter_map(|kept| kept.state.clone()).collect();
        Ok(seen)
    }

    fn keep(&mut self, order: &Order<'_>, decision: DealDecision) -> Outcome {
        let history = &mut self.history;
        for event in decision.stock {
            let kept = find(&mut history.units, &event.unit_no);
            kept.take_in(event.version, event, UnitStock::apply)?;
        }
        for event in decision.deal {
            let kept = find(&mut history.deals, &event.deal);
            kept.take_in(event.version, event, Deal::apply)?;
        }
        for event in decision.quotas {
            let kept = find(&mut history.quotas, &event.quota);
            kept.state.get_or_insert_with(|| Quota::new(event.quota.clone(), 0));
            kept.take_in(event.version, event, Quota::apply)?;
        }
        for entry in decision.entries {
            let kept = find(&mut history.ledgers, order.deal.as_deref().unwrap_or_default());
            let version = kept.version + 1;
            kept.take_in(version, entry, |received, entry| {
                *received = after_entry(received, entry)?;
                Ok(())
            })?;
        }
        Ok(())
    }
}

impl Desk for Memory<'_> {
    fn ask(&mut self, order: &Order<'_>) -> Outcome<Answer> {
        if let Some(refused) = self.answers.get(&order.key) {
            return Ok(Answer { refused: refused.clone(), recalled: true });
        }
        let seen = self.seen(order)?;
        let now: Time = "2026-09-19T09:00:00".parse()?;
        let refused = match order.decide(self.day, &seen, now)? {
            Decided::Refused(why) => Some(serde_json::to_value(why)?),
            Decided::Accepted(decision) => {
                self.keep(order, decision)?;
                None
            }
        };
        self.history.commands += 1;
        self.history.refused += usize::from(refused.is_some());
        self.answers.insert(order.key.clone(), refused.clone());
        Ok(Answer { refused, recalled: false })
    }

    fn sold(&mut self) -> Outcome {
        self.sold += 1;
        Ok(())
    }
}

impl<S, E> Kept<S, E> {
    fn take_in(
        &mut self,
        version: u32,
        event: E,
        apply: impl Fn(&mut S, &E) -> kaipan::Result<()>,
    ) -> Outcome {
        if let Some(state) = &mut self.state {
            apply(state, &event)?;
        }
        self.version = version;
        self.events.push((version, event));
        Ok(())
    }
}

/// The stream of an id, begun if it is not there.
fn find<'k, S, E>(all: &'k mut Vec<Kept<S, E>>, id: &str) -> &'k mut Kept<S, E> {
    let place = all.iter().position(|kept| kept.id == id).unwrap_or(all.len());
    if place == all.len() {
        let id = Text::from(id).to_string();
        all.push(Kept { id, version: 0, state: None, events: Vec::new() });
    }
    &mut all[place]
}
