//! Compares records with what the front desk saw (handbook §9.3).

use super::late::Entries;
use super::records::{Breach, BreachKind, Reception};
use crate::error::{Code, Finding, Input, InputPlace, finding};
use crate::opportunity::{FollowUp, FollowUpKind, Occurrence};
use crate::{Date, Text};
use std::collections::BTreeMap;

/// A record with its place in the list and what the records say about first or return.
#[derive(Clone, Copy)]
pub(super) struct SeenRecord<'a> {
    pub(super) at: usize,
    pub(super) record: &'a FollowUp,
    pub(super) occurrence: Occurrence,
}

/// A breach, and what is told of it.
pub(super) struct FoundBreach {
    pub(super) breach: Breach,
    pub(super) told: Finding,
}

impl SeenRecord<'_> {
    /// A breach by this record; what is told has its place within the record.
    pub(super) fn breach(self, kind: BreachKind, told: Finding, found_on: Date) -> FoundBreach {
        let record = self.record;
        let place = InputPlace::of(Input::Records).then("follow_ups").then(self.at);
        let breach = Breach {
            kind,
            agent: record.agent.clone(),
            customer: record.customer.clone(),
            project: record.project.clone(),
            record: Some(record.id.clone()),
            reception: None,
            event: record.day(),
            found_on,
        };
        FoundBreach { breach, told: told.inside(&place) }
    }

    /// Who received the customer, by the record.
    fn server(&self) -> &Text {
        self.record.served_by.as_ref().unwrap_or(&self.record.agent)
    }
}

/// Records and receptions of one customer, project, kind and day.
#[derive(Default)]
struct Day<'a> {
    records: Vec<SeenRecord<'a>>,
    /// With their places in the list.
    seen: Vec<(usize, &'a Reception)>,
}

/// Breaches that the front desk shows. Records and receptions of one agent are pairs first; the
/// others are pairs in their order, of different agents. A reception that is left is missing once
/// its deadline has passed; a record that is left is false if the front desk saw all of its kind.
pub(super) fn compared<'a>(
    records: &[SeenRecord<'a>],
    seen: Vec<(usize, &'a Reception)>,
    logged: &[FollowUpKind],
    entries: &Entries,
    found_on: Date,
) -> Vec<FoundBreach> {
    let mut days: BTreeMap<_, Day<'a>> = BTreeMap::new();
    for one in records {
        let record = one.record;
        let key = (&record.customer, &record.project, record.kind, record.day());
        days.entry(key).or_default().records.push(*one);
    }
    for (at, one) in seen {
        let key = (&one.customer, &one.project, one.kind, one.at.date());
        days.entry(key).or_default().seen.push((at, one));
    }
    let mut found = Vec::new();
    for ((_, _, kind, day), both) in days {
        let (records, seen) = both.unpaired();
        let mut records = records.into_iter();
        for (at, reception) in seen {
            let agent = &reception.agent;
            if let Some(one) = records.next() {
                let told = finding!(Code::OwnershipWrongAgent, agent = one.server(), other = agent);
                let mut wrong = one.breach(BreachKind::WrongRecord, told.at("agent"), found_on);
                wrong.breach.reception = Some(reception.id.clone());
                found.push(wrong);
            } else if entries.deadline(day) < found_on {
                let told = finding!(Code::OwnershipMissing, agent, limit = entries.deadline(day));
                let told = told.at(at).within(Input::Receptions);
                found.push(FoundBreach { breach: missing(reception, found_on), told });
            }
        }
        for one in records.filter(|_| logged.contains(&kind)) {
            let told = finding!(Code::OwnershipFalse, agent = one.record.agent);
            found.push(one.breach(BreachKind::FalseRecord, told, found_on));
        }
    }
    found
}

impl<'a> Day<'a> {
    /// Without the pairs of one agent, in order of their times.
    fn unpaired(mut self) -> (Vec<SeenRecord<'a>>, Vec<(usize, &'a Reception)>) {
        self.records.sort_by_key(|one| (one.record.at, one.record.entered()));
        self.seen.sort_by_key(|(_, one)| (one.at, &one.id));
        let records = &mut self.records;
        self.seen.retain(|(_, reception)| {
            let pair = records.iter().position(|one| one.server() == &reception.agent);
            pair.map(|pair| records.remove(pair)).is_none()
        });
        (self.records, self.seen)
    }
}

fn missing(reception: &Reception, found_on: Date) -> Breach {
    Breach {
        kind: BreachKind::MissingRecord,
        agent: reception.agent.clone(),
        customer: reception.customer.clone(),
        project: reception.project.clone(),
        record: None,
        reception: Some(reception.id.clone()),
        event: reception.at.date(),
        found_on,
    }
}
