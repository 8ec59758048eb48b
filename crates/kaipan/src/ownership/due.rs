//! Who must be contacted when, what may be reassigned, what was entered late (handbook §9.3, §23).

use super::check;
use super::contact::{Contact, ContactDue};
use super::deciding::decided;
use super::departments::{self, Departments};
use super::file::{CustomerFile, Families};
use super::late::{Entries, LateEntry};
use super::policy::OwnershipPolicy;
use super::pool::PooledCustomer;
use super::records::OwnershipRecords;
use crate::builder::{inputs, optional_inputs};
use crate::error::{Code, Error, Finding, Input, Result, both, finding, told};
use crate::opportunity::{FollowUpKind, Opportunity};
use crate::organisation::{Assignment, Organisation};
use crate::{Date, Text, WorkingDays};
use kaipan_derive::boundary;
use std::collections::{BTreeMap, BTreeSet};

/// A customer who is nobody's.
#[boundary(answer)]
pub struct UnownedCustomer {
    /// Id of the customer; of a family, the smallest.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the agent whose claim ended last, if there was one.
    pub last_owner: Option<Text>,
    /// Id of the department that had the customer last, if its claim ended last.
    pub last_department: Option<Text>,
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
    /// Customers of departments for whom an agent must be named, by the day by which that is in time,
    /// customer, project.
    pub pooled: Vec<PooledCustomer>,
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
    organisation: Option<&'a Organisation>,
    assignments: &'a [Assignment],
    node: Option<&'a Text>,
}

impl<'a> DueListing<'a> {
    /// What is due on a day, by what was entered by its end.
    pub fn new(
        policy: &'a OwnershipPolicy,
        records: &'a OwnershipRecords,
        as_of: Date,
    ) -> DueListing<'a> {
        let (opportunities, assignments): (&[Opportunity], &[Assignment]) = (&[], &[]);
        let (working_days, organisation, node) = (None, None, None);
        DueListing {
            policy,
            records,
            as_of,
            opportunities,
            working_days,
            organisation,
            assignments,
            node,
        }
    }

    inputs! {
        /// Opportunities: a customer all of whose opportunities at a project have ended needs no
        /// contact. One without any does.
        opportunities: &'a [Opportunity];
        /// Who works at which node of the organisation; agents who are nodes of it need none.
        assignments: &'a [Assignment];
    }

    optional_inputs! {
        /// The working days by which deadlines of entry are counted; Monday to Friday, if absent.
        working_days: &'a WorkingDays;
        /// The organisation: departments of the records that are none there are told.
        organisation: &'a Organisation;
        /// Id of a node of the organisation: only what is due for agents and departments there and
        /// below it, and what is nobody's. Agents who work nowhere in the organisation are told.
        node: &'a Text;
    }

    /// The lists.
    ///
    /// # Errors
    /// Rules, records, working days and an organisation that cannot be, each with its place; a node
    /// that is not there on the day, [`Code::OwnershipNodeAlone`] without an organisation.
    pub fn lists(&self) -> Result<DueLists> {
        let entries = Entries::after(self.policy, self.working_days, Vec::new());
        let checked =
            departments::checked(self.policy, self.records, self.organisation, self.assignments);
        let (entries, departments) = both(entries, checked)?;
        Error::collect(self.wrong_node(&departments).into_iter().collect())?;
        let mut lists = DueLists {
            contacts: Vec::new(),
            pooled: Vec::new(),
            unowned: Vec::new(),
            late_entries: Vec::new(),
            visits_to_add: Vec::new(),
            findings: self.policy.told(),
        };
        lists.findings.extend(check::told(self.records, self.as_of, Some(Input::AsOf)));
        lists.findings.extend(departments.told(self.records));
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
        self.narrow(&departments, &mut lists);
        lists.pooled.sort_by(|a, b| {
            (a.name_by, &a.customer, &a.project).cmp(&(b.name_by, &b.customer, &b.project))
        });
        lists.contacts.sort_by(|a, b| {
            (a.contact_by, &a.customer, &a.project).cmp(&(b.contact_by, &b.customer, &b.project))
        });
        lists.late_entries.sort_by(|a, b| (a.deadline, &a.record).cmp(&(b.deadline, &b.record)));
        lists
            .visits_to_add
            .sort_by(|a, b| (a.visited_on, &a.record).cmp(&(b.visited_on, &b.record)));
        Ok(lists)
    }

    /// Why there can be no lists of a node.
    fn wrong_node(&self, departments: &Departments<'_>) -> Option<Error> {
        let node = self.node?;
        let alone = || Error::new(Code::OwnershipNodeAlone).with("node", node);
        let wrong = match departments.are_known() {
            true => departments.wrong_node(node, self.as_of),
            false => Some(alone()),
        };
        wrong.map(|error| error.within(Input::Node))
    }

    /// Leaves what is due at the node, and tells who works nowhere.
    fn narrow(&self, departments: &Departments<'_>, lists: &mut DueLists) {
        let Some(node) = self.node else { return };
        let mut nowhere: BTreeSet<Text> = BTreeSet::new();
        let mut answers: BTreeMap<Text, bool> = BTreeMap::new();
        let mut here = |agent: &Text| {
            if let Some(known) = answers.get(agent) {
                return *known;
            }
            if !departments.knows(agent, self.as_of) {
                nowhere.insert(agent.clone());
            }
            let is_here = departments.has(node, agent, self.as_of);
            answers.insert(agent.clone(), is_here);
            is_here
        };
        lists.contacts.retain(|one| here(&one.agent));
        lists.late_entries.retain(|one| here(&one.agent));
        lists.visits_to_add.retain(|one| here(&one.owner));
        lists.pooled.retain(|one| {
            // A department that is not in the organisation is told, and listed everywhere.
            let gone = departments.wrong_node(&one.department, self.as_of).is_some();
            gone || departments.holds(node, &one.department, self.as_of)
        });
        let told = nowhere.iter().map(|agent| finding!(Code::OwnershipNowhere, agent));
        lists.findings.extend(told.map(|found| found.within(Input::Assignments)));
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
        if let Some(pool) = found.pool {
            let listed = pool.listed(self.policy, file, (customer, project), self.as_of);
            lists.pooled.push(listed);
            return Ok(());
        }
        let Some(owner) = found.owner else {
            let last = found.claims.iter().max_by_key(|one| (one.until, one.origin.entered()));
            let until = last.and_then(|one| one.until);
            let pool = found.lapsed_pool.filter(|pool| pool.until > until);
            let last = last.filter(|_| pool.is_none());
            lists.unowned.push(UnownedCustomer {
                customer,
                project,
                last_owner: last.map(|one| one.agent.clone()),
                last_department: pool.map(|pool| pool.department.clone()),
                protected_until: pool.map_or(until, |pool| pool.until),
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
