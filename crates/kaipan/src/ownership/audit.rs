//! Holds the records of agents to what the front desk saw (记录质量检查, handbook §9.3).

use super::check;
use super::late::Entries;
use super::policy::OwnershipPolicy;
use super::quality::{AgentQuality, qualities};
use super::records::{Breach, BreachKind, OwnershipRecords, Reception};
use crate::builder::{inputs, optional_inputs};
use crate::error::{Code, Error, Finding, Input, InputPlace, Result, finding, told};
use crate::opportunity::{FollowUp, FollowUpKind, Occurrence, occurrences};
use crate::{Date, Text, WorkingDays};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// What an audit found.
#[boundary(answer)]
pub struct OwnershipAudit {
    /// The breaches, by day of the event, agent, kind, record, reception. The host stores them.
    #[boundary(required)]
    pub breaches: Vec<Breach>,
    /// Every agent with records, receptions or breaches, by id.
    #[boundary(required)]
    pub agents: Vec<AgentQuality>,
    /// What a person should read: each breach with its place.
    pub findings: Vec<Finding>,
}

told!(OwnershipAudit: findings);

/// Audits the records of the events of a period.
///
/// ```
/// use kaipan::opportunity::{FollowUp, FollowUpKind};
/// use kaipan::ownership::{BreachKind, OwnershipAuditing, OwnershipPolicy, OwnershipRecords};
/// // Met on Monday, entered on Wednesday; the second working day ended on Tuesday.
/// let (met, entered) = ("2026-03-02T10:00:00".parse()?, "2026-03-04T09:00:00".parse()?);
/// let visit = FollowUp::new("F1", "C1", "P1", "Wang", FollowUpKind::Visit, met, entered);
/// let records = OwnershipRecords::default().with_follow_ups(vec![visit]);
/// let (policy, from, to) =
///     (OwnershipPolicy::default(), "2026-03-01".parse()?, "2026-03-31".parse()?);
/// let audit = OwnershipAuditing::new(&policy, &records, from, to).audit("2026-04-01".parse()?)?;
/// assert_eq!(audit.breaches[0].kind, BreachKind::LateEntry);
/// assert_eq!(audit.agents[0].first_visits, 1);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct OwnershipAuditing<'a> {
    policy: &'a OwnershipPolicy,
    records: &'a OwnershipRecords,
    from: Date,
    to: Date,
    receptions: &'a [Reception],
    logged: &'a [FollowUpKind],
    working_days: Option<&'a WorkingDays>,
}

/// A breach with what is told of it.
type Told = (Breach, Finding);

impl<'a> OwnershipAuditing<'a> {
    /// Audits the records of the events from one day to another, both included.
    pub fn new(
        policy: &'a OwnershipPolicy,
        records: &'a OwnershipRecords,
        from: Date,
        to: Date,
    ) -> OwnershipAuditing<'a> {
        let (receptions, logged): (&[Reception], &[FollowUpKind]) = (&[], &[]);
        OwnershipAuditing { policy, records, from, to, receptions, logged, working_days: None }
    }

    inputs! {
        /// What the front desk saw. A reception without a record of the same customer, project,
        /// kind and day is missing once the deadline for it has passed.
        receptions: &'a [Reception];
        /// The kinds of which the front desk saw everything: a record of such a kind without a
        /// reception is false.
        logged: &'a [FollowUpKind];
    }

    optional_inputs! {
        /// The working days by which deadlines of entry are counted; Monday to Friday, if absent.
        working_days: &'a WorkingDays;
    }

    /// The breaches as they are found on a day, by what was entered by its end.
    ///
    /// # Errors
    /// [`Code::OwnershipPeriod`]; rules, records, receptions and working days that cannot be, each
    /// with its place.
    pub fn audit(&self, found_on: Date) -> Result<OwnershipAudit> {
        let mut errors = self.policy.reasons_against();
        errors.extend(check::wrong(self.records));
        errors.extend(check::wrong_receptions(self.receptions));
        if self.to < self.from {
            let error = Error::new(Code::OwnershipPeriod).with("from", self.from);
            errors.push(error.with("to", self.to).within(Input::To));
        }
        let entries =
            Entries::new(self.policy, self.working_days).map_err(|error| errors.push(error)).ok();
        Error::collect(errors)?;
        let mut told: Vec<Told> = Vec::new();
        let occurred = occurrences(&self.records.follow_ups);
        let in_period = |day: Date| self.from <= day && day <= self.to;
        let records: Vec<(usize, &FollowUp, Occurrence)> = self
            .records
            .follow_ups
            .iter()
            .zip(occurred)
            .enumerate()
            .map(|(at, (one, occurrence))| (at, one, occurrence))
            .filter(|(_, one, _)| in_period(one.day()) && one.recorded_at.date() <= found_on)
            .collect();
        for (at, one, occurrence) in &records {
            if let Some(late) = entries.as_ref().and_then(|entries| entries.late(one)) {
                let place =
                    finding!(Code::OwnershipLate, date = late.recorded_on, limit = late.deadline);
                let breach = breach(BreachKind::LateEntry, one, found_on);
                told.push((breach, place.at("recorded_at").at(*at)));
            }
            if let Some(given) = one.occurrence.filter(|given| given != occurrence) {
                let ([given_zh, given_en], [found_zh, found_en]) =
                    (given.names(), occurrence.names());
                let code = Code::OpportunityOccurrence;
                let differs = finding!(code, given_zh, given_en, found_zh, found_en);
                let breach = breach(BreachKind::WrongRecord, one, found_on);
                told.push((breach, differs.at("occurrence").at(*at)));
            }
        }
        let place = |(breach, found): Told| {
            let place = InputPlace::of(Input::Records).then("follow_ups");
            (breach, found.inside(&place))
        };
        let mut told: Vec<Told> = told.into_iter().map(place).collect();
        if let Some(entries) = &entries {
            let seen: Vec<(usize, &Reception)> = self
                .receptions
                .iter()
                .enumerate()
                .filter(|(_, one)| in_period(one.at.date()) && one.at.date() <= found_on)
                .collect();
            told.extend(self.compared(&records, &seen, entries, found_on));
        }
        told.sort_by(|(a, _), (b, _)| order(a).cmp(&order(b)));
        let received = self.receptions.iter().filter(|one| in_period(one.at.date()));
        let agents = qualities(&records, received, told.iter().map(|(breach, _)| breach));
        let mut findings = self.policy.told();
        findings.extend(check::told(self.records));
        let (breaches, found): (Vec<Breach>, Vec<Finding>) = told.into_iter().unzip();
        findings.extend(found);
        Ok(OwnershipAudit { breaches, agents, findings })
    }

    /// Records and receptions of one customer, project, kind and day: those of one agent are pairs
    /// first, then the others in their order.
    fn compared(
        &self,
        records: &[(usize, &FollowUp, Occurrence)],
        seen: &[(usize, &Reception)],
        entries: &Entries,
        found_on: Date,
    ) -> Vec<Told> {
        let mut days: BTreeMap<_, (Vec<(usize, &FollowUp)>, Vec<(usize, &Reception)>)> =
            BTreeMap::new();
        for (at, one, _) in records {
            let key = (&one.customer, &one.project, one.kind, one.day());
            days.entry(key).or_default().0.push((*at, one));
        }
        for (at, one) in seen {
            let key = (&one.customer, &one.project, one.kind, one.at.date());
            days.entry(key).or_default().1.push((*at, one));
        }
        let mut told = Vec::new();
        for ((_, _, kind, day), (mut records, mut seen)) in days {
            records.sort_by_key(|(_, one)| (one.at, one.entered()));
            seen.sort_by_key(|(_, one)| (one.at, &one.id));
            seen.retain(|(_, reception)| {
                let pair = records.iter().position(|(_, one)| server(one) == &reception.agent);
                pair.map(|pair| records.remove(pair)).is_none()
            });
            let mut records = records.into_iter();
            for (at, reception) in seen {
                let reception_place = |found: Finding| found.at(at).within(Input::Receptions);
                if let Some((at, one)) = records.next() {
                    let (given, seen) = (server(one), &reception.agent);
                    let wrong = finding!(Code::OwnershipWrongAgent, agent = given, other = seen);
                    let breach = Breach {
                        reception: Some(reception.id.clone()),
                        ..breach(BreachKind::WrongRecord, one, found_on)
                    };
                    let place = InputPlace::of(Input::Records).then("follow_ups").then(at);
                    told.push((breach, wrong.at("agent").inside(&place)));
                } else if entries.deadline(day) < found_on {
                    let missing = finding!(
                        Code::OwnershipMissing,
                        agent = reception.agent,
                        limit = entries.deadline(day),
                    );
                    told.push((missing_record(reception, found_on), reception_place(missing)));
                }
            }
            for (at, one) in records.filter(|_| self.logged.contains(&kind)) {
                let found = finding!(Code::OwnershipFalse, agent = one.agent);
                let place = InputPlace::of(Input::Records).then("follow_ups").then(at);
                told.push((breach(BreachKind::FalseRecord, one, found_on), found.inside(&place)));
            }
        }
        told
    }
}

/// Who received the customer, by a record.
fn server(record: &FollowUp) -> &Text {
    record.served_by.as_ref().unwrap_or(&record.agent)
}

fn breach(kind: BreachKind, record: &FollowUp, found_on: Date) -> Breach {
    Breach {
        kind,
        agent: record.agent.clone(),
        customer: record.customer.clone(),
        project: record.project.clone(),
        record: Some(record.id.clone()),
        reception: None,
        event: record.day(),
        found_on,
    }
}

fn missing_record(reception: &Reception, found_on: Date) -> Breach {
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

fn order(breach: &Breach) -> impl Ord + '_ {
    (breach.event, &breach.agent, breach.kind, &breach.record, &breach.reception)
}
