//! What a decision appends to each stream, and what the stream comes to.

use super::seen::{Seen, after_entry};
use crate::failure::{Failure, Outcome};
use kaipan::deal::{DealDecision, Quota};
use kaipan::{StreamKind, Text};
use serde::Serialize;
use serde_json::Value;

/// Events of a stream, each with its version, and the state after them.
#[derive(Debug)]
pub(super) struct Appended {
    pub(super) kind: StreamKind,
    pub(super) id: Text,
    pub(super) events: Vec<(i32, Value)>,
    pub(super) state: Value,
}

impl Appended {
    fn new(kind: StreamKind, id: &Text, state: &impl Serialize) -> Outcome<Appended> {
        let state = serde_json::to_value(state)?;
        Ok(Appended { kind, id: id.clone(), events: Vec::new(), state })
    }

    fn with(mut self, version: u32, event: &impl Serialize) -> Outcome<Appended> {
        let version = i32::try_from(version);
        let version =
            version.map_err(|_| Failure::told("版本号过大", "the version is too large"))?;
        self.events.push((version, serde_json::to_value(event)?));
        Ok(self)
    }

    /// The version of the stream after the events.
    pub(super) fn version(&self) -> i32 {
        self.events.last().map_or(0, |(version, _)| *version)
    }
}

/// All that a decision appends, taken in by the states that it was made of.
pub(super) fn appended(seen: &Seen, decision: &DealDecision) -> Outcome<Vec<Appended>> {
    let mut all = Vec::new();
    if let (Some(stock), [_, ..]) = (&seen.stock, decision.stock.as_slice()) {
        let mut stock = stock.clone();
        decision.stock.iter().try_for_each(|event| stock.apply(event))?;
        let stream = Appended::new(StreamKind::Unit, &stock.unit_no, &stock)?;
        let mut events = decision.stock.iter();
        all.push(events.try_fold(stream, |stream, event| stream.with(event.version, event))?);
    }
    if let (Some(deal), [_, ..]) = (&seen.deal, decision.deal.as_slice()) {
        let mut deal = deal.clone();
        decision.deal.iter().try_for_each(|event| deal.apply(event))?;
        let stream = Appended::new(StreamKind::Deal, &deal.id, &deal)?;
        let mut events = decision.deal.iter();
        all.push(events.try_fold(stream, |stream, event| stream.with(event.version, event))?);
    }
    for event in &decision.quotas {
        let known = seen.quotas.iter().find(|quota| quota.id == event.quota);
        let mut quota = known.cloned().unwrap_or_else(|| Quota::new(event.quota.clone(), 0));
        quota.apply(event)?;
        let stream = Appended::new(StreamKind::Quota, &quota.id, &quota)?;
        all.push(stream.with(event.version, event)?);
    }
    if let [_, ..] = decision.entries.as_slice() {
        let ledger = seen.ledger_read()?;
        let mut received = seen.received.clone();
        for entry in &decision.entries {
            received = after_entry(&received, entry)?;
        }
        let mut stream = Appended::new(StreamKind::LedgerAccount, &ledger.id, &received)?;
        for (version, entry) in (ledger.version.saturating_add(1)..).zip(&decision.entries) {
            stream = stream.with(version, entry)?;
        }
        all.push(stream);
    }
    Ok(all)
}
