//! One line of a bridge: what is compared, and why it differs.

use super::answer::BridgeReason;
use super::figure::{BridgeFigure, BridgeMatch};
use crate::kpi::fact::{Fact, FactBook, FactKind};
use crate::kpi::measure::{Contribution, MeasureReading, has_happened};
use crate::{Date, Text};
use std::cmp::Ordering;

/// What is compared: whose, and which aspect of it. A sale and its cancellation are two.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Compared<'a> {
    pub(super) key: &'a Text,
    aspect: Aspect<'a>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect<'a> {
    /// Subscription and contract: one caliber recognises a sale at the one, the other at the other.
    Sale,
    Cancellation,
    /// Facts of another kind, each by itself where events are compared.
    Kind(FactKind, Option<&'a Text>),
}

impl<'a> Compared<'a> {
    pub(super) fn of(book: &FactBook<'a>, at: usize, by: BridgeMatch) -> Option<Compared<'a>> {
        let fact = book.facts().get(at)?;
        let root = &book.facts().get(book.root(at))?.key;
        let is_event = by == BridgeMatch::Event;
        let aspect = match fact.kind {
            FactKind::Subscription | FactKind::Signing => Aspect::Sale,
            kind if kind.is_cancellation() => Aspect::Cancellation,
            kind => Aspect::Kind(kind, is_event.then_some(&fact.key)),
        };
        let key = match by {
            BridgeMatch::Event => root,
            BridgeMatch::Deal => fact.deal.as_ref().unwrap_or(root),
            BridgeMatch::Unit => fact.unit.as_ref().unwrap_or(root),
        };
        Some(Compared { key, aspect })
    }
}

/// What one figure has of what is compared.
#[derive(Debug, Clone, Default)]
pub(super) struct Part<'a> {
    /// Facts that are about it, whether they are counted or not.
    pub(super) facts: Vec<&'a Fact>,
    /// What they contribute, in the period or outside.
    pub(super) contributions: Vec<Contribution>,
    /// Σ of what they contribute in the period.
    pub(super) amount: i128,
    /// Something of it is counted in the period.
    pub(super) counts: bool,
}

impl Part<'_> {
    /// The day by which it is counted: in the period, else anywhere.
    pub(super) fn date(&self, figure: &BridgeFigure, reading: &MeasureReading) -> Option<Date> {
        let days = self.contributions.iter().map(|one| one.date);
        let within = |day: &Date| figure.side_of(*day, reading).is_eq();
        days.clone().filter(within).min().or_else(|| days.min())
    }

    /// Why it does not count what the other figure counts.
    pub(super) fn lacks(&self, figure: &BridgeFigure, reading: &MeasureReading) -> BridgeReason {
        if let Some(day) = self.contributions.iter().map(|one| one.date).min() {
            return match figure.side_of(day, reading) {
                Ordering::Less => BridgeReason::CountedEarlier,
                _ => BridgeReason::CountedLater,
            };
        }
        if self.facts.is_empty() {
            return BridgeReason::NotKnown;
        }
        let is_meant = |fact: &&&Fact| reading.terms.iter().any(|term| term.is_for(fact));
        let meant: Vec<&&Fact> = self.facts.iter().filter(is_meant).collect();
        let recorded = |fact: &&&Fact| figure.recorded_to.is_some_and(|day| fact.recorded() > day);
        if !meant.iter().all(|fact| has_happened(fact, reading, figure.as_of)) {
            BridgeReason::NotYetHappened
        } else if meant.iter().any(recorded) {
            BridgeReason::NotYetRecorded
        } else {
            BridgeReason::NotRecognised
        }
    }
}
