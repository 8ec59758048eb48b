//! What the organisation says about departments that have customers (handbook §9.3).

use super::check;
use super::policy::OwnershipPolicy;
use super::records::OwnershipRecords;
use crate::check::KnownNames;
use crate::error::{Code, Error, Finding, Input, Result, both, finding};
use crate::organisation::{
    Act, Assignment, OrgKind, OrgNode, OrgTree, Organisation, Rights, RoleTable, command,
};
use crate::{Date, Text};
use std::collections::HashMap;

/// The organisation beside the records, with who works where.
pub(super) struct Departments<'a> {
    tree: Option<OrgTree<'a>>,
    assignments: &'a [Assignment],
    of_people: HashMap<&'a str, Vec<&'a Assignment>>,
}

impl<'a> Departments<'a> {
    /// Checked, unless there were errors before.
    ///
    /// # Errors
    /// As [`OrgTree::new`].
    pub(super) fn new(
        organisation: Option<&'a Organisation>,
        assignments: &'a [Assignment],
    ) -> Result<Departments<'a>> {
        let tree = organisation.map(OrgTree::new).transpose()?;
        let mut of_people: HashMap<&str, Vec<&Assignment>> = HashMap::new();
        for one in assignments {
            of_people.entry(&one.person).or_default().push(one);
        }
        Ok(Departments { tree, assignments, of_people })
    }

    /// The organisation is given.
    pub(super) fn are_known(&self) -> bool {
        self.tree.is_some()
    }

    /// What is wrong with roles and assignments: they are read where the organisation is given.
    ///
    /// # Errors
    /// As [`Rights::new`].
    pub(super) fn rights(&'a self, roles: &'a RoleTable) -> Result<Option<Rights<'a>>> {
        self.tree.as_ref().map(|tree| Rights::new(tree, roles, self.assignments)).transpose()
    }

    /// The nodes at which a person works on a day.
    fn of_person<'s>(
        &'s self,
        person: &'s str,
        day: Date,
    ) -> impl Iterator<Item = &'a OrgNode> + 's {
        let assigned = self.of_people.get(person).into_iter().flatten();
        let assigned = assigned.filter_map(move |one| self.tree.as_ref()?.assigned(one, day));
        let own = self.tree.as_ref().and_then(|tree| tree.on(person, day).ok());
        assigned.chain(own.filter(|node| node.kind == OrgKind::Agent))
    }

    /// A person works at a node or below it on a day.
    pub(super) fn has(&self, node: &str, person: &str, day: Date) -> bool {
        self.of_person(person, day).any(|own| self.holds(node, &own.id, day))
    }

    /// A person works somewhere in the organisation on a day.
    pub(super) fn knows(&self, person: &str, day: Date) -> bool {
        self.of_person(person, day).next().is_some()
    }

    /// A node is another one or holds it; a node that is not there on the day holds nothing.
    pub(super) fn holds(&self, node: &str, inner: &str, day: Date) -> bool {
        self.tree.as_ref().is_some_and(|tree| tree.holds(node, inner, day).unwrap_or(false))
    }

    /// Why a node is none on the day.
    pub(super) fn wrong_node(&self, node: &str, day: Date) -> Option<Error> {
        self.tree.as_ref()?.on(node, day).err()
    }

    /// What is odd about a node that has customers: it is no department, or nobody works there.
    pub(super) fn odd(&self, id: &Text, day: Date) -> Option<Finding> {
        let node = self.tree.as_ref()?.on(id, day).ok()?;
        if node.kind != OrgKind::Department {
            return Some(no_department(node));
        }
        let tree = self.tree.as_ref()?;
        let mut workplaces = self.assignments.iter().filter_map(|one| tree.assigned(one, day));
        let mut agents = tree.under(id, day).ok().into_iter().flatten();
        let somebody = workplaces.any(|own| self.holds(id, &own.id, day))
            || agents.any(|node| node.kind == OrgKind::Agent);
        (!somebody).then(|| finding!(Code::OwnershipNobodyThere, node = id, date = day))
    }

    /// Departments of the records that are not in the organisation, or no departments.
    pub(super) fn told(&self, records: &OwnershipRecords) -> Vec<Finding> {
        let Some(tree) = &self.tree else { return Vec::new() };
        let known = KnownNames::new(tree.ids());
        let mut findings = Vec::new();
        for (at, change) in records.changes.iter().enumerate() {
            let Some(id) = &change.department else { continue };
            let missing = known.nowhere(("department", "部门"), id);
            let odd = || {
                let node = tree.node(id).filter(|node| node.kind != OrgKind::Department)?;
                Some(no_department(node))
            };
            let found = missing.or_else(odd);
            let found = found.map(|found| found.at("department").at(at).at("changes"));
            findings.extend(found.map(|found| found.within(Input::Records)));
        }
        findings
    }
}

fn no_department(node: &OrgNode) -> Finding {
    let (kind_zh, kind) = (node.kind.chinese(), node.kind.word());
    finding!(Code::OwnershipNoDepartment, node = node.id, kind_zh, kind)
}

/// Why somebody may not give customers to a department, or name who gets them there.
pub(super) fn not_allowed(
    rights: &Rights<'_>,
    by: &Text,
    department: &Text,
    day: Date,
) -> Option<Error> {
    let act = Act::new(by.clone(), command::CUSTOMER_REASSIGN, department.clone(), day);
    // A node that is not there is told on its own.
    let answer = rights.may(&act).ok().filter(|answer| !answer.allowed)?;
    let mut who: Vec<&str> = answer.who_may.iter().map(|one| one.person.as_str()).collect();
    who.dedup();
    let code = match who.is_empty() {
        true => Code::OwnershipNobodyMay,
        false => Code::OwnershipNotAllowed,
    };
    let error = Error::new(code).with("by", by).with("node", department).with("date", day);
    if who.is_empty() {
        return Some(error.at("by"));
    }
    let error = error.with("who_zh", who.join("”、“")).with("who", who.join("\" and \""));
    Some(error.at("by"))
}

/// The rules and records are as they must be, and so is the organisation.
///
/// # Errors
/// All that is wrong with them, each with its place.
pub(super) fn checked<'a>(
    policy: &OwnershipPolicy,
    records: &OwnershipRecords,
    organisation: Option<&'a Organisation>,
    assignments: &'a [Assignment],
) -> Result<Departments<'a>> {
    let mut errors = policy.wrong_rules();
    errors.extend(check::wrong(records));
    both(Error::collect(errors), Departments::new(organisation, assignments))
        .map(|((), departments)| departments)
}
