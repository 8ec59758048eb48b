//! What streams say that a decision reads and writes: not of another time than now, and each at one
//! version.

use super::Deciding;
use crate::error::{Code, Error};
use crate::{StreamKind, StreamRead, Text, Time};
use std::collections::HashMap;

/// Now is not before what was recorded last in a stream: events that follow could not be read again.
pub(in crate::deal) fn back_in_time(now: Time, last: Option<Time>) -> Option<Error> {
    let last = last.filter(|last| now < *last)?;
    let error = Error::new(Code::NowBeforeLast).with("now", now.in_words());
    Some(error.with("last", last.in_words()).at("now"))
}

impl Deciding<'_> {
    /// When the last event of unit, deal and quotas was recorded.
    pub(super) fn last_event(&self) -> Option<Time> {
        let stock = self.stock.and_then(|stock| stock.changed_at);
        let mut last = stock.max(self.deal.and_then(|deal| deal.changed_at));
        for quota in self.context.quotas.iter().flatten() {
            last = last.max(quota.changed_at);
        }
        match self.context.changed_from.as_deref() {
            Some(from) => last.max(from.stock.changed_at).max(from.deal.changed_at),
            None => last,
        }
    }

    /// Streams that are named at two versions: the host can have seen only one of them.
    pub(super) fn read_twice(&self) -> Vec<Error> {
        let context = self.context;
        if context.ledger.is_empty() && context.reads.is_empty() {
            return Vec::new();
        }
        let mut seen: HashMap<(StreamKind, &Text), u32> = HashMap::new();
        if let Some(stock) = self.stock {
            seen.insert((StreamKind::Unit, &stock.unit_no), stock.version);
        }
        if let Some(deal) = self.deal {
            seen.insert((StreamKind::Deal, &deal.id), deal.version);
        }
        for facts in self.context.buyers.iter().flatten() {
            if let Some(version) = facts.version {
                seen.insert((StreamKind::Customer, &facts.customer), version);
            }
        }
        let mut errors = Vec::new();
        for (list, reads) in [("ledger", &self.context.ledger), ("reads", &self.context.reads)] {
            for (at, read) in reads.iter().enumerate() {
                let StreamRead { kind, id, version } = read;
                let first = *seen.entry((*kind, id)).or_insert(*version);
                if first != *version {
                    let error = Error::new(Code::ReadTwice).with("id", id).with("first", first);
                    errors.push(error.with("found", version).at("version").at(at).at(list));
                }
            }
        }
        errors
    }
}
