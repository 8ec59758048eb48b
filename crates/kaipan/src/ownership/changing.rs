//! Gives customers to other agents, and decides conflicts (handbook §9.3).

use super::check::{self, twice, wrong_shares};
use super::claim::Pool;
use super::command::{OwnershipChangeDecision, OwnershipCommand};
use super::contact::Contact;
use super::deciding::{Found, decided};
use super::departments::{self, Departments, not_allowed};
use super::file::{CustomerFile, Families};
use super::policy::OwnershipPolicy;
use super::records::{AgentShare, OwnershipChange, OwnershipChangeKind, OwnershipRecords};
use crate::builder::{inputs, optional_inputs};
use crate::check::blank;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::organisation::{Assignment, Organisation, Rights, RoleTable};
use crate::{Date, Label, StreamKind, StreamRead, Text, Time};
use std::collections::BTreeSet;

/// Decides on changes of ownership.
///
/// ```
/// use kaipan::opportunity::{FollowUp, FollowUpKind};
/// use kaipan::ownership::{
///     OwnershipChanging, OwnershipCommand, OwnershipPolicy, OwnershipRecords,
/// };
/// use kaipan::{StreamKind, StreamRead};
/// let met = "2026-03-02T10:00:00".parse()?;
/// let visit = FollowUp::new("F1", "C1", "P1", "Wang", FollowUpKind::Visit, met, met);
/// let records = OwnershipRecords::default().with_follow_ups(vec![visit]);
/// let command = OwnershipCommand::Reassign {
///     id: "X1".into(),
///     customer: "C1".into(),
///     project: "P1".into(),
///     to: "Li".into(),
///     by: "manager".into(),
///     reason: "两周未联系".into(),
///     at: "2026-03-16T09:00:00".parse()?,
/// };
/// let (policy, streams) = (OwnershipPolicy::default(), [StreamRead::new(StreamKind::Customer, "C1", 7)]);
/// let changing = OwnershipChanging::new(&policy, &records).streams(&streams);
/// let decision = changing.decide(&command)?;
/// assert_eq!(decision.change.from.as_deref(), Some("Wang"));
/// assert_eq!(decision.reads[0].version, 7);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct OwnershipChanging<'a> {
    policy: &'a OwnershipPolicy,
    records: &'a OwnershipRecords,
    streams: &'a [StreamRead],
    organisation: Option<&'a Organisation>,
    roles: Option<&'a RoleTable>,
    assignments: &'a [Assignment],
}

impl<'a> OwnershipChanging<'a> {
    /// Decides by the rules of an office on records of any customers, in any order.
    pub fn new(policy: &'a OwnershipPolicy, records: &'a OwnershipRecords) -> Self {
        let (streams, assignments): (&[StreamRead], &[Assignment]) = (&[], &[]);
        let (organisation, roles) = (None, None);
        OwnershipChanging { policy, records, streams, organisation, roles, assignments }
    }

    inputs! {
        /// The versions of the customers' streams from which the records were read: of the customer,
        /// and of all who count as one with him.
        streams: &'a [StreamRead];
        /// Who has which role at which node of the organisation.
        assignments: &'a [Assignment];
    }

    optional_inputs! {
        /// The organisation. With it, who gives customers to a department or names their agents must
        /// be allowed `customer.reassign` there, and the agent must work there; without it, it is told
        /// that nobody looked.
        organisation: &'a Organisation;
        /// The roles; those of the preset, if absent. They are read with the organisation.
        roles: &'a RoleTable;
    }

    /// Decides on a command. The sequence of the change is that which follows the last record of its
    /// time.
    ///
    /// # Errors
    /// [`Code::OwnershipNotDue`] for a customer who cannot be reassigned yet,
    /// [`Code::OwnershipNoConflict`] and [`Code::OwnershipNoClaimant`] for a ruling without a
    /// conflict or for somebody who has no claim, [`Code::OwnershipSame`],
    /// [`Code::OwnershipSelf`] for a manager who gives himself a customer,
    /// [`Code::OwnershipEarly`], [`Code::OwnershipStream`]; with the organisation
    /// [`Code::OwnershipNotAllowed`], [`Code::OwnershipNotThere`] for an agent of another department
    /// and a department that is not there on the day; rules, records, an organisation and roles that
    /// cannot be, each with its place.
    pub fn decide(&self, command: &OwnershipCommand) -> Result<OwnershipChangeDecision> {
        let departments =
            departments::checked(self.policy, self.records, self.organisation, self.assignments)?;
        let preset = RoleTable::preset();
        let rights = departments.rights(self.roles.unwrap_or(&preset))?;
        let draft = Draft::of(command);
        let families = Families::new(self.policy, self.records);
        let members = families.members(draft.customer);
        let day = draft.at.date();
        let file = CustomerFile::of(self.records, &members, draft.project, day);
        let found = decided(self.policy, &file, day)?;
        let mut errors = self.wrong(&draft, &members, &file);
        match command {
            OwnershipCommand::Assign { .. } | OwnershipCommand::Reassign { .. } => {
                errors.extend(self.not_due(&file, &found, day));
            }
            OwnershipCommand::Rule { .. } => errors.extend(no_ruling(&draft, &found, day)),
        }
        let from = found.owner.map(|claim| claim.agent.clone());
        let from_department = found.pool.map(|pool| pool.department.clone());
        let (field, before) = match draft.kind {
            OwnershipChangeKind::Assigned => ("department", &from_department),
            _ => ("to", &from),
        };
        if draft.kind != OwnershipChangeKind::Ruled && before.as_ref() == Some(draft.to) {
            errors.push(Error::new(Code::OwnershipSame).with("agent", draft.to).at(field));
        }
        let (wrong, odd) = of_departments(&draft, found.pool, &departments, rights.as_ref());
        errors.extend(wrong);
        let mut errors: Vec<Error> =
            errors.into_iter().map(|error| error.within(Input::Command)).collect();
        let (reads, missing) = self.reads(&members);
        errors.extend(missing);
        Error::collect(errors)?;
        let mut findings = self.policy.told();
        findings.extend(check::told(self.records, day, None));
        findings.extend(departments.told(self.records));
        findings.extend(rights.iter().flat_map(|rights| rights.findings().iter().cloned()));
        findings.extend(odd.map(|found| found.within(Input::Command)));
        let to_agent = draft.kind != OwnershipChangeKind::Assigned;
        Ok(OwnershipChangeDecision {
            change: OwnershipChange {
                id: draft.id.clone(),
                customer: draft.customer.clone(),
                project: draft.project.clone(),
                kind: draft.kind,
                from,
                from_department,
                to: to_agent.then(|| draft.to.clone()),
                department: (!to_agent).then(|| draft.to.clone()),
                shares: draft.shares.to_vec(),
                by: draft.by.clone(),
                reason: draft.reason.clone(),
                recorded_at: draft.at,
                sequence: next_sequence(&file, draft.at),
            },
            reads,
            before: found.why,
            findings,
        })
    }

    /// What is wrong with the command alone, and beside the records of the customer.
    fn wrong(
        &self,
        draft: &Draft<'_>,
        members: &BTreeSet<&Text>,
        file: &CustomerFile<'_>,
    ) -> Vec<Error> {
        let named = [
            ("id", draft.id.as_str()),
            ("customer", draft.customer),
            ("project", draft.project),
            (draft.receiver(), draft.to),
            ("by", draft.by),
            ("reason", draft.reason),
        ];
        let mut errors: Vec<Error> = named
            .into_iter()
            .filter_map(|(field, text)| blank(Code::OwnershipEmpty, field, text))
            .collect();
        let same = self.records.changes.iter().position(|one| one.id == *draft.id);
        errors.extend(same.map(|first| twice("id", draft.id, first.saturating_add(1))));
        errors.extend(wrong_shares(draft.shares));
        if draft.to == draft.by && !draft.to.is_empty() {
            errors.push(Error::new(Code::OwnershipSelf).with("agent", draft.to).at("by"));
        }
        let later = self.records.changes.iter().filter(|one| {
            let own = members.contains(&one.customer) && one.project == *draft.project;
            own && one.recorded_at > draft.at
        });
        if let Some(last) = later.map(|one| one.recorded_at).max() {
            let error = Error::new(Code::OwnershipEarly).with("at", draft.at).with("last", last);
            errors.push(error.at("at"));
        }
        if file.is_empty() && !draft.customer.is_empty() {
            let none = || Error::new(Code::OwnershipCustomerUnknown).with("id", draft.customer);
            let unknown = check::unknown(self.records, draft.customer).unwrap_or_else(none);
            errors.push(unknown.at("customer"));
        }
        errors
    }

    /// A customer who is somebody's and has been contacted too lately.
    fn not_due(&self, file: &CustomerFile<'_>, found: &Found<'_>, day: Date) -> Option<Error> {
        let contact = Contact::of(self.policy, file, found.owner?, day)?;
        let from = contact.too_early(self.policy)?;
        let error = Error::new(Code::OwnershipNotDue).with("date", from);
        Some(error.with("last", contact.last_event).at("at"))
    }

    /// The versions of the streams of all who count as one; an error for each that is not given.
    fn reads(&self, members: &BTreeSet<&Text>) -> (Vec<StreamRead>, Vec<Error>) {
        let (mut reads, mut errors) = (Vec::new(), Vec::new());
        for member in members.iter().copied().filter(|member| !member.is_empty()) {
            let own = |one: &&StreamRead| one.kind == StreamKind::Customer && one.id == *member;
            let mut versions = self.streams.iter().filter(own);
            match (versions.next(), versions.next()) {
                (Some(read), None) => reads.push(read.clone()),
                _ => {
                    let error = Error::new(Code::OwnershipStream).with("id", member);
                    errors.push(error.within(Input::Streams));
                }
            }
        }
        (reads, errors)
    }
}

/// What is wrong or odd about the department to which, or from which, the customer is given.
fn of_departments(
    draft: &Draft<'_>,
    pool: Option<Pool<'_>>,
    departments: &Departments<'_>,
    rights: Option<&Rights<'_>>,
) -> (Vec<Error>, Option<Finding>) {
    let day = draft.at.date();
    let assigned = draft.kind == OwnershipChangeKind::Assigned;
    let department = match (assigned, pool) {
        (true, _) => draft.to,
        (false, Some(pool)) => pool.department,
        (false, None) => return (Vec::new(), None),
    };
    let Some(rights) = rights else {
        let found = finding!(Code::OwnershipUnseen, node = department);
        return (Vec::new(), Some(found.at(draft.receiver())));
    };
    let mut errors: Vec<Error> =
        not_allowed(rights, draft.by, department, day).into_iter().collect();
    if assigned {
        let wrong = departments.wrong_node(department, day).filter(|_| !department.is_empty());
        errors.extend(wrong.map(|error| error.at("department")));
        // Who takes customers from a department must be allowed to there, too.
        let other = pool.filter(|pool| pool.department != department);
        let from = other.and_then(|pool| not_allowed(rights, draft.by, pool.department, day));
        errors.extend(from);
        return (errors, departments.odd(department, day).map(|found| found.at("department")));
    }
    // A department that has gone names nobody: another one must get the customer.
    let gone = departments.wrong_node(department, day);
    if gone.is_none() && !departments.has(department, draft.to, day) && !draft.to.is_empty() {
        let error = Error::new(Code::OwnershipNotThere).with("agent", draft.to);
        errors.push(error.with("node", department).with("date", day).at("to"));
    }
    errors.extend(gone.map(|error| error.at("customer")));
    (errors, None)
}

/// What the commands have in common.
struct Draft<'c> {
    kind: OwnershipChangeKind,
    id: &'c Text,
    customer: &'c Text,
    project: &'c Text,
    /// Id of the agent or the department that gets the customer.
    to: &'c Text,
    shares: &'c [AgentShare],
    by: &'c Text,
    reason: &'c Label,
    at: Time,
}

impl<'c> Draft<'c> {
    /// The field that says who gets the customer.
    fn receiver(&self) -> &'static str {
        match self.kind {
            OwnershipChangeKind::Assigned => "department",
            OwnershipChangeKind::Reassigned | OwnershipChangeKind::Ruled => "to",
        }
    }

    fn of(command: &'c OwnershipCommand) -> Draft<'c> {
        match command {
            OwnershipCommand::Assign { id, customer, project, department, by, reason, at } => {
                Draft {
                    kind: OwnershipChangeKind::Assigned,
                    id,
                    customer,
                    project,
                    to: department,
                    shares: &[],
                    by,
                    reason,
                    at: *at,
                }
            }
            OwnershipCommand::Reassign { id, customer, project, to, by, reason, at } => Draft {
                kind: OwnershipChangeKind::Reassigned,
                id,
                customer,
                project,
                to,
                shares: &[],
                by,
                reason,
                at: *at,
            },
            OwnershipCommand::Rule { id, customer, project, to, shares, by, reason, at } => Draft {
                kind: OwnershipChangeKind::Ruled,
                id,
                customer,
                project,
                to,
                shares,
                by,
                reason,
                at: *at,
            },
        }
    }
}

/// Why there is nothing to decide, or not for these agents.
fn no_ruling(draft: &Draft<'_>, found: &Found<'_>, day: Date) -> Vec<Error> {
    let in_force: Vec<&Text> =
        found.claims.iter().filter(|one| one.in_force(day)).map(|one| one.agent).collect();
    if in_force.len() < 2 || found.pool.is_some() {
        return vec![Error::new(Code::OwnershipNoConflict).at("customer")];
    }
    let none = |agent: &Text| {
        let error = Error::new(Code::OwnershipNoClaimant).with("agent", agent);
        (!agent.is_empty() && !in_force.contains(&agent)).then_some(error)
    };
    let mut errors: Vec<Error> = none(draft.to).map(|error| error.at("to")).into_iter().collect();
    for (at, share) in draft.shares.iter().enumerate() {
        errors.extend(none(&share.agent).map(|error| error.at("agent").at(at).at("shares")));
    }
    errors
}

/// The number that follows those of the records of the same time.
fn next_sequence(file: &CustomerFile<'_>, at: Time) -> u32 {
    let follow_ups = file.follow_ups.iter().map(|one| (one.recorded_at, one.sequence));
    let changes = file.changes.iter().map(|one| (one.recorded_at, one.sequence));
    let same = follow_ups.chain(changes).filter(|(time, _)| *time == at);
    same.map(|(_, sequence)| sequence.saturating_add(1)).max().unwrap_or(0)
}
