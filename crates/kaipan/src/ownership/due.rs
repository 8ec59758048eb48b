//! Who must be contacted when, what may be reassigned, what was entered late (handbook §9.3, §23).

use super::check;
use super::contact::{Contact, ContactDue};
use super::deciding::decided;
use super::file::{CustomerFile, Families};
use super::late::{Entries, LateEntry};
use super::policy::OwnershipPolicy;
use super::records::OwnershipRecords;
use crate::builder::{inputs, optional_inputs};
use crate::error::{Finding, Input, Result, told};
use crate::opportunity::{FollowUpKind, Opportunity};
use crate::{Date, Text, WorkingDays};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// A customer who is nobody's.
#[boundary(answer)]
pub struct UnownedCustomer {
    /// Id of the customer; of a family, the smallest.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the agent whose claim ended last, if there was one.
    pub last_owner: Option<Text>,
    /// Last day of that claim.
    pub protected_until: Option<Date>,
}

/// A visit that another agent served: he tells the owner, who adds his record (补录).
#[boundary(answer)]
pub struct VisitToAdd {
    /// Id of the other agent's record.
    pub record: Text,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the owner.
    pub owner: Text,
    /// Id of the agent who served the customer.
    pub served_by: Text,
    /// The day of the visit.
    pub visited_on: Date,
}

/// What is due.
#[boundary(answer)]
pub struct DueLists {
    /// Customers who are somebody's, by the day by which they must be contacted, customer, project.
    #[boundary(required)]
    pub contacts: Vec<ContactDue>,
    /// Customers who are nobody's, by customer and project.
    #[boundary(required)]
    pub unowned: Vec<UnownedCustomer>,
    /// Records that were entered late, by deadline, id.
    #[boundary(required)]
    pub late_entries: Vec<LateEntry>,
    /// Visits of which the owner has no record, by day, id.
    #[boundary(required)]
    pub visits_to_add: Vec<VisitToAdd>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(DueLists: findings);

/// Lists what is due on a day.
///
/// ```
/// use kaipan::opportunity::{FollowUp, FollowUpKind};
/// use kaipan::ownership::{ContactState, DueListing, OwnershipPolicy, OwnershipRecords};
/// let met = "2026-03-02T10:00:00".parse()?;
/// let visit = FollowUp::new("F1", "C1", "P1", "Wang", FollowUpKind::Visit, met, met);
/// let records = OwnershipRecords::default().with_follow_ups(vec![visit]);
/// let policy = OwnershipPolicy::default();
/// let state = |day: &str| -> kaipan::error::Result<ContactState> {
///     Ok(DueListing::new(&policy, &records, day.parse()?).lists()?.contacts[0].state)
/// };
/// assert_eq!(state("2026-03-15")?, ContactState::Overdue);
/// assert_eq!(state("2026-03-16")?, ContactState::Reassignable);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct DueListing<'a> {
    policy: &'a OwnershipPolicy,
    records: &'a OwnershipRecords,
    as_of: Date,
    opportunities: &'a [Opportunity],
    working_days: Option<&'a WorkingDays>,
}

impl<'a> DueListing<'a> {
    /// What is due on a day, by what was entered by its end.
    pub fn new(
        policy: &'a OwnershipPolicy,
        records: &'a OwnershipRecords,
        as_of: Date,
    ) -> DueListing<'a> {
        DueListing { policy, records, as_of, opportunities: &[], working_days: None }
    }

    inputs! {
        /// Opportunities: a customer all of whose opportunities at a project have ended needs no
        /// contact. One without any does.
        opportunities: &'a [Opportunity];
    }

    optional_inputs! {
        /// The working days by which deadlines of entry are counted; Monday to Friday, if absent.
        working_days: &'a WorkingDays;
    }

    /// The lists.
    ///
    /// # Errors
    /// Rules, records and working days that cannot be, each with its place.
    pub fn lists(&self) -> Result<DueLists> {
        let mut errors = self.policy.wrong_rules();
        errors.extend(check::wrong(self.records));
        let entries = Entries::after(self.policy, self.working_days, errors)?;
        let mut lists = DueLists {
            contacts: Vec::new(),
            unowned: Vec::new(),
            late_entries: Vec::new(),
            visits_to_add: Vec::new(),
            findings: self.policy.told(),
        };
        lists.findings.extend(check::told(self.records, self.as_of, Some(Input::AsOf)));
        let known = self.records.follow_ups.iter();
        let known = known.filter(|one| one.recorded_at.date() <= self.as_of);
        lists.late_entries.extend(known.filter_map(|one| entries.late(one)));
        let families = Families::new(self.policy, self.records);
        let ended = self.ended(&families);
        let files = CustomerFile::all(self.records, &families, self.as_of);
        let waiting = files.into_iter().filter(|(key, file)| !file.is_empty() && !ended(*key));
        for (key, file) in waiting {
            self.list(key, &file, &mut lists)?;
        }
        lists.contacts.sort_by(|a, b| {
            (a.contact_by, &a.customer, &a.project).cmp(&(b.contact_by, &b.customer, &b.project))
        });
        lists.late_entries.sort_by(|a, b| (a.deadline, &a.record).cmp(&(b.deadline, &b.record)));
        lists
            .visits_to_add
            .sort_by(|a, b| (a.visited_on, &a.record).cmp(&(b.visited_on, &b.record)));
        Ok(lists)
    }

    /// Whether a customer has had opportunities at a project and all of them have ended.
    fn ended(&self, families: &Families<'a>) -> impl Fn((&Text, &Text)) -> bool + use<'a> {
        let mut open: BTreeMap<(&'a Text, &'a Text), bool> = BTreeMap::new();
        for one in self.opportunities {
            let key = (families.key(&one.customer), &one.project);
            *open.entry(key).or_default() |= one.is_open();
        }
        move |(customer, project)| open.get(&(customer, project)).is_some_and(|open| !open)
    }

    /// One customer in the lists.
    fn list(
        &self,
        (customer, project): (&Text, &Text),
        file: &CustomerFile<'a>,
        lists: &mut DueLists,
    ) -> Result<()> {
        let found = decided(self.policy, file, self.as_of)?;
        let (customer, project) = (customer.clone(), project.clone());
        let Some(owner) = found.owner else {
            let last = found.claims.iter().max_by_key(|one| (one.until, one.origin.entered()));
            lists.unowned.push(UnownedCustomer {
                customer,
                project,
                last_owner: last.map(|one| one.agent.clone()),
                protected_until: last.and_then(|one| one.until),
            });
            return Ok(());
        };
        let Some(contact) = Contact::of(self.policy, file, owner, self.as_of) else {
            return Ok(());
        };
        let since = owner.origin.entered();
        let others = file.follow_ups.iter().filter(|one| {
            let by_another = one.kind == FollowUpKind::Visit && one.agent != *owner.agent;
            by_another && one.entered() > since && !file.is_service(one)
        });
        lists.visits_to_add.extend(others.map(|one| VisitToAdd {
            record: one.id.clone(),
            customer: one.customer.clone(),
            project: one.project.clone(),
            owner: owner.agent.clone(),
            served_by: one.agent.clone(),
            visited_on: one.day(),
        }));
        lists.contacts.push(contact.due(self.policy, customer, project, owner));
        Ok(())
    }
}
