//! What an agent did in a period, and how well it was recorded.

use super::front_desk::SeenRecord;
use super::records::{Breach, BreachKind, Reception};
use crate::Text;
use crate::opportunity::{FollowUpKind, Occurrence};
use kaipan_derive::boundary;
use std::collections::{BTreeMap, BTreeSet};

/// Counts of an agent (handbook §9.3).
#[boundary(answer)]
#[derive(Default)]
pub struct AgentQuality {
    /// Id of the sales agent.
    pub agent: Text,
    /// Different customers of his records.
    pub customers: u32,
    /// Calls, in batches.
    pub calls: u32,
    /// First visits, in batches.
    pub first_visits: u32,
    /// Return visits, in batches.
    pub return_visits: u32,
    /// Other contacts.
    pub others: u32,
    /// Receptions that the front desk saw.
    pub receptions: u32,
    /// Records that were entered late.
    pub late_entries: u32,
    /// Receptions that were not entered.
    pub missing_records: u32,
    /// Records that say otherwise than it was. One record may be wrong in more than one way.
    pub wrong_records: u32,
    /// Records of what was not.
    pub false_records: u32,
}

/// The counts of every agent, by id.
pub(super) fn qualities<'a>(
    records: &[SeenRecord<'a>],
    receptions: impl Iterator<Item = &'a Reception>,
    breaches: impl Iterator<Item = &'a Breach>,
) -> Vec<AgentQuality> {
    let mut found: BTreeMap<&Text, (AgentQuality, BTreeSet<&Text>)> = BTreeMap::new();
    let one_more = |count: &mut u32| *count = count.saturating_add(1);
    for SeenRecord { record, occurrence, .. } in records {
        let (quality, customers) = found.entry(&record.agent).or_default();
        customers.insert(&record.customer);
        one_more(match (record.kind, occurrence) {
            (FollowUpKind::Call, _) => &mut quality.calls,
            (FollowUpKind::Visit, Occurrence::First) => &mut quality.first_visits,
            (FollowUpKind::Visit, Occurrence::Return) => &mut quality.return_visits,
            (FollowUpKind::Other, _) => &mut quality.others,
        });
    }
    for reception in receptions {
        one_more(&mut found.entry(&reception.agent).or_default().0.receptions);
    }
    for breach in breaches {
        let (quality, _) = found.entry(&breach.agent).or_default();
        one_more(match breach.kind {
            BreachKind::LateEntry => &mut quality.late_entries,
            BreachKind::MissingRecord => &mut quality.missing_records,
            BreachKind::WrongRecord => &mut quality.wrong_records,
            BreachKind::FalseRecord => &mut quality.false_records,
        });
    }
    let filled = |(agent, (quality, customers)): (&Text, (AgentQuality, BTreeSet<&Text>))| {
        let customers = u32::try_from(customers.len()).unwrap_or(u32::MAX);
        AgentQuality { agent: agent.clone(), customers, ..quality }
    };
    found.into_iter().map(filled).collect()
}
