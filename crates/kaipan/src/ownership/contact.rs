//! When an owner must contact a customer (handbook §9.3, §23).

use super::claim::{Claim, Origin, after};
use super::file::CustomerFile;
use super::policy::{ContactRule, OwnershipPolicy};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// How the contact with a customer stands.
#[boundary]
pub enum ContactState {
    /// 正常.
    InTime,
    /// 应联系.
    Due,
    /// 逾期未联系.
    Overdue,
    /// 可重新分配: a manager may give the customer to another agent.
    Reassignable,
}

/// When an owner must contact a customer.
#[boundary(answer)]
pub struct ContactDue {
    /// Id of the customer; of a family, the smallest.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the owner.
    pub agent: Text,
    /// The owner's last event, or the day on which he was given the customer.
    pub last_event: Date,
    /// Days since then.
    pub days: u32,
    /// From this day on a contact is due.
    pub contact_from: Date,
    /// The last day on which it is in time.
    pub contact_by: Date,
    /// From this day on the customer may be reassigned.
    pub reassignable_on: Date,
    /// How it stands.
    pub state: ContactState,
    /// Last day of the owner's claim; without end, if absent.
    pub protected_until: Option<Date>,
}

/// How the contact of an owner with a customer stands.
pub(super) struct Contact {
    pub(super) last_event: Date,
    days: u32,
    state: ContactState,
}

impl ContactRule {
    /// How it stands so many days after the last event.
    pub(super) fn state(&self, days: u32) -> ContactState {
        match days {
            days if days >= self.reassign_days => ContactState::Reassignable,
            days if days > self.max_gap_days => ContactState::Overdue,
            days if days >= self.warn_days => ContactState::Due,
            _ => ContactState::InTime,
        }
    }
}

impl Contact {
    /// How it stands on a day: since the owner's last event, or since he was given the customer.
    pub(super) fn of(
        policy: &OwnershipPolicy,
        file: &CustomerFile<'_>,
        owner: Claim<'_>,
        as_of: Date,
    ) -> Option<Contact> {
        let own = file.follow_ups.iter().filter(|one| one.agent == *owner.agent);
        let given = match owner.origin {
            Origin::Change(change) => Some(change.recorded_at.date()),
            Origin::Record(_) => None,
        };
        let last_event = own.map(|one| one.day()).chain(given).max()?;
        let days = u32::try_from(as_of.days_since(last_event)).unwrap_or(0);
        Some(Contact { last_event, days, state: policy.contact.state(days) })
    }

    /// The day from which the customer may be reassigned, unless that has come.
    pub(super) fn too_early(&self, policy: &OwnershipPolicy) -> Option<Date> {
        let early = self.state != ContactState::Reassignable;
        early.then(|| after(self.last_event, policy.contact.reassign_days))
    }

    /// As it is listed.
    pub(super) fn due(
        &self,
        policy: &OwnershipPolicy,
        customer: Text,
        project: Text,
        owner: Claim<'_>,
    ) -> ContactDue {
        let rule = &policy.contact;
        ContactDue {
            customer,
            project,
            agent: owner.agent.clone(),
            last_event: self.last_event,
            days: self.days,
            contact_from: after(self.last_event, rule.warn_days),
            contact_by: after(self.last_event, rule.max_gap_days),
            reassignable_on: after(self.last_event, rule.reassign_days),
            state: self.state,
            protected_until: owner.until,
        }
    }
}
