//! Holds the records of agents to what the front desk saw (记录质量检查, handbook §9.3).

use super::check;
use super::front_desk::{self, FoundBreach, SeenRecord};
use super::late::Entries;
use super::policy::OwnershipPolicy;
use super::quality::{AgentQuality, qualities};
use super::records::{Breach, BreachKind, OwnershipRecords, Reception};
use crate::builder::{inputs, optional_inputs};
use crate::check::days;
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::opportunity::{FollowUpKind, occurrence_told, occurrences};
use crate::{Date, Text, WorkingDays};
use kaipan_derive::boundary;

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
        let entries = self.checked()?;
        let records = self.records_of_period(found_on);
        let seen = self.receptions.iter().enumerate();
        let seen = seen.filter(|(_, one)| self.in_period(one.at.date(), found_on)).collect();
        let mut found = of_records(&records, &entries, found_on);
        found.extend(front_desk::compared(&records, seen, self.logged, &entries, found_on));
        found.sort_by(|a, b| order(&a.breach).cmp(&order(&b.breach)));
        let received = self.receptions.iter().filter(|one| self.in_period(one.at.date(), found_on));
        let agents = qualities(&records, received, found.iter().map(|one| &one.breach));
        let mut findings = self.policy.told();
        findings.extend(check::told(self.records, found_on, Some(Input::FoundOn)));
        let seen = self.receptions.iter().map(|one| [("at", one.at.date())]);
        let far = days::all_far(seen, found_on).into_iter();
        findings.extend(far.map(|found| found.within(Input::Receptions)));
        let mut breaches = Vec::with_capacity(found.len());
        for one in found {
            breaches.push(one.breach);
            findings.push(one.told);
        }
        Ok(OwnershipAudit { breaches, agents, findings })
    }

    /// The deadlines, once everything else is as it must be.
    fn checked(&self) -> Result<Entries> {
        let mut errors = self.policy.wrong_rules();
        errors.extend(check::wrong(self.records));
        errors.extend(check::wrong_receptions(self.receptions));
        if self.to < self.from {
            let error = Error::new(Code::OwnershipPeriod).with("from", self.from);
            errors.push(error.with("to", self.to).within(Input::To));
        }
        Entries::after(self.policy, self.working_days, errors)
    }

    fn in_period(&self, day: Date, found_on: Date) -> bool {
        self.from <= day && day <= self.to && day <= found_on
    }

    /// The records of the events of the period, as far as they were entered.
    fn records_of_period(&self, found_on: Date) -> Vec<SeenRecord<'a>> {
        let occurred = occurrences(&self.records.follow_ups);
        let records = self.records.follow_ups.iter().zip(occurred).enumerate();
        let records =
            records.map(|(at, (record, occurrence))| SeenRecord { at, record, occurrence });
        let entered = |one: &SeenRecord<'_>| one.record.recorded_at.date() <= found_on;
        let own = records.filter(|one| self.in_period(one.record.day(), found_on) && entered(one));
        own.collect()
    }
}

/// What is wrong with records beside each other and the calendar.
fn of_records(records: &[SeenRecord<'_>], entries: &Entries, found_on: Date) -> Vec<FoundBreach> {
    let mut found = Vec::new();
    for one in records {
        if let Some(late) = entries.late(one.record) {
            let (date, limit) = (late.recorded_on, late.deadline);
            let told = finding!(Code::OwnershipLate, date, limit).at("recorded_at");
            found.push(one.breach(BreachKind::LateEntry, told, found_on));
        }
        if let Some(told) = occurrence_told(one.record, one.occurrence) {
            found.push(one.breach(BreachKind::WrongRecord, told, found_on));
        }
    }
    found
}

fn order(breach: &Breach) -> (Date, &Text, BreachKind, &Option<Text>, &Option<Text>) {
    (breach.event, &breach.agent, breach.kind, &breach.record, &breach.reception)
}
