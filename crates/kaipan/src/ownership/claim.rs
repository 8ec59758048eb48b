//! The claims that records give, and how long each is in force (handbook §9.3).

use super::file::CustomerFile;
use super::policy::OwnershipPolicy;
use super::records::OwnershipChange;
use crate::opportunity::{Entered, FollowUp};
use crate::{Date, Text};

/// An agent's claim to a customer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim<'a> {
    pub(super) agent: &'a Text,
    /// What began it.
    pub(super) origin: Origin<'a>,
    /// Its last day; without end, if absent.
    pub(super) until: Option<Date>,
}

/// What begins a claim.
#[derive(Debug, Clone, Copy)]
pub(super) enum Origin<'a> {
    Record(&'a FollowUp),
    Change(&'a OwnershipChange),
}

impl<'a> Origin<'a> {
    pub(super) fn entered(self) -> Entered<'a> {
        match self {
            Origin::Record(record) => record.entered(),
            Origin::Change(change) => change.entered(),
        }
    }
}

impl<'a> Claim<'a> {
    /// It is in force on a day: its last day belongs to it.
    pub(super) fn in_force(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

/// A department's claim to a customer, for whom no agent has been named there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pool<'a> {
    pub(super) department: &'a Text,
    /// What gave the customer to it.
    pub(super) change: &'a OwnershipChange,
    /// Its last day; without end, if absent.
    pub(super) until: Option<Date>,
}

impl Pool<'_> {
    /// As [`Claim::in_force`].
    pub(super) fn in_force(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

/// The department's claim that the latest change of a file began, if it did.
pub(super) fn pool<'a>(policy: &OwnershipPolicy, file: &CustomerFile<'a>) -> Option<Pool<'a>> {
    let change = file.changes.last().copied()?;
    let department = change.department.as_ref()?;
    Some(Pool { department, change, until: given_until(policy, change) })
}

/// The last day of the claim that a change begins.
fn given_until(policy: &OwnershipPolicy, change: &OwnershipChange) -> Option<Date> {
    let until = policy.assigned_days.map(|days| after(change.recorded_at.date(), days));
    capped(policy, Origin::Change(change), until)
}

/// The claims of a file in the order in which they began: of each agent the latest. The latest
/// change ends all earlier claims and begins one, of an agent or of a department ([`pool`]).
pub(super) fn claims<'a>(policy: &OwnershipPolicy, file: &CustomerFile<'a>) -> Vec<Claim<'a>> {
    let mut claims: Vec<Claim<'a>> = Vec::new();
    let change = file.changes.last().copied();
    if let Some((change, agent)) = change.and_then(|change| Some((change, change.to.as_ref()?))) {
        let (origin, until) = (Origin::Change(change), given_until(policy, change));
        claims.push(Claim { agent, origin, until });
    }
    for record in file.follow_ups.iter().copied() {
        let superseded = change.is_some_and(|change| record.entered() < change.entered());
        if superseded || file.is_service(record) {
            continue;
        }
        let entered = record.recorded_at.date();
        let own = claims.iter_mut().find(|claim| claim.agent == &record.agent);
        match own {
            Some(own) if own.in_force(entered) => {
                if policy.renews {
                    let days = policy.renewal_days.or(policy.days_of(record.kind));
                    let renewed = days.map(|days| after(record.day(), days));
                    own.until = capped(policy, own.origin, later(own.until, renewed));
                }
            }
            own => {
                let origin = Origin::Record(record);
                let until = policy.days_of(record.kind).map(|days| after(record.day(), days));
                let claim =
                    Claim { agent: &record.agent, origin, until: capped(policy, origin, until) };
                match own {
                    Some(own) => *own = claim,
                    None => claims.push(claim),
                }
            }
        }
    }
    claims.sort_by_key(|claim| claim.origin.entered());
    claims
}

/// Days after a day; the end of the calendar is as good as no end.
pub(super) fn after(day: Date, days: u32) -> Date {
    day.add_days(days).unwrap_or(Date::LAST)
}

/// The later of two last days; none is later than all.
fn later(one: Option<Date>, two: Option<Date>) -> Option<Date> {
    one.zip(two).map(|(one, two)| one.max(two))
}

/// The last day, but no later than that on which the customer must be registered again.
fn capped(policy: &OwnershipPolicy, origin: Origin<'_>, until: Option<Date>) -> Option<Date> {
    let months = policy.reregister_months.and_then(|months| i32::try_from(months).ok());
    let cap =
        months.map(|months| origin.entered().0.date().add_months(months).unwrap_or(Date::LAST));
    match (until, cap) {
        (Some(until), Some(cap)) => Some(until.min(cap)),
        (until, cap) => until.or(cap),
    }
}
