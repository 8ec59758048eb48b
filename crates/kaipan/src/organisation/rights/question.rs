//! Whether a person may do something somewhere on a day.

use super::lacking::lacking;
use super::model::{Act, Assignment, Grant, RoleTable};
use super::permission::{GrantInForce, Permission};
use super::reach::is_owned;
use crate::error::{Error, Finding, Input, Result, both};
use crate::organisation::model::{OrgNode, ProcessVariant};
use crate::organisation::tree::OrgTree;

/// The rights of people (岗位权限, handbook §22.4): "may this person do this here today, and if not,
/// who may?"
///
/// Errors and findings are placed in [`Input::Roles`], `Assignments` and `Act`.
///
/// ```
/// use kaipan::organisation::{
///     Act, Assignment, OrgKind, OrgMembership, OrgNode, OrgTree, Organisation, ProjectCompany,
///     Rights, RoleTable, command,
/// };
/// let head = OrgNode::new("HQ", OrgKind::Headquarters, "总部");
/// let project = OrgNode::new("P1", OrgKind::Project, "一期")
///     .with_parents(vec![OrgMembership::new("HQ")])
///     .with_company("C1");
/// let organisation = Organisation::new(vec![head, project])
///     .with_companies(vec![ProjectCompany::new("C1", "深圳某某置业有限公司")]);
/// let tree = OrgTree::new(&organisation)?;
/// let table = RoleTable::preset();
/// let assignments = vec![
///     Assignment::new("ann", "sales_agent", "P1"),
///     Assignment::new("bo", "sales_manager", "P1"),
/// ];
/// let act = Act::new("ann", command::DEAL_LOCK, "P1", "2026-05-01".parse()?);
/// let answer = Rights::new(&tree, &table, &assignments)?.may(&act)?;
/// assert!(!answer.allowed);
/// assert_eq!(answer.who_may[0].person, "bo");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Rights<'a> {
    pub(super) tree: &'a OrgTree<'a>,
    pub(super) table: &'a RoleTable,
    pub(super) assignments: &'a [Assignment],
    findings: Vec<Finding>,
}

impl<'a> Rights<'a> {
    /// The rights that assignments give by a role table.
    ///
    /// # Errors
    /// Roles and grants that are given twice, roles and nodes that do not exist, days that end
    /// before they begin.
    pub fn new(
        tree: &'a OrgTree<'a>,
        table: &'a RoleTable,
        assignments: &'a [Assignment],
    ) -> Result<Rights<'a>> {
        let mut rights = Rights { tree, table, assignments, findings: Vec::new() };
        let table =
            Error::collect(rights.wrong_table()).map_err(|error| error.within(Input::Roles));
        let assigned = Error::collect(rights.wrong_assignments());
        both(table, assigned.map_err(|error| error.within(Input::Assignments)))?;
        rights.findings = rights.told();
        Ok(rights)
    }

    /// What a person should read about roles and assignments.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether the person may do it; if not, what is lacking and who may.
    ///
    /// # Errors
    /// A node that does not exist, or is not there on the day; in [`Input::Act`].
    pub fn may(&self, act: &Act) -> Result<Permission> {
        let node = self.tree.on(&act.node, act.day);
        let node = node.map_err(|error| error.at("node").within(Input::Act))?;
        let variant = self.tree.variant_at(&act.command, node, act.day);
        let question = Question { rights: self, act, node, variant };
        let mut who_may: Vec<GrantInForce> =
            self.assignments.iter().filter_map(|one| question.by(one)).collect();
        who_may.sort();
        who_may.dedup();
        let own = who_may.iter().filter(|one| one.person == act.person);
        let because: Vec<GrantInForce> = own.cloned().collect();
        let allowed = !because.is_empty();
        let lacking = if allowed { Vec::new() } else { lacking(&question, who_may.is_empty()) };
        let unknown =
            super::command::unknown(&act.command).filter(|_| !self.is_granted(&act.command));
        let findings = unknown.map(|found| found.at("command").within(Input::Act));
        Ok(Permission {
            allowed,
            because,
            lacking,
            who_may,
            variant: variant.map(|variant| variant.code.clone()),
            findings: findings.into_iter().collect(),
        })
    }

    /// Every node where the person may do it on that day, in the order of the organisation: what
    /// reports and lists are limited to (数据范围). The node of the act does not matter, and the
    /// owner of what is found there is the person where a grant asks for one.
    #[must_use]
    pub fn nodes(&self, act: &Act) -> Vec<&'a OrgNode> {
        let mut nodes = Vec::new();
        let own = act.clone().with_owner(act.person.clone());
        for node in self.tree.all_on(act.day) {
            let variant = self.tree.variant_at(&act.command, node, act.day);
            let question = Question { rights: self, act: &own, node, variant };
            let mut held = self.assignments.iter().filter(|one| one.person == act.person);
            if held.any(|one| question.by(one).is_some()) {
                nodes.push(node);
            }
        }
        nodes
    }

    /// A company's own command, since some role has it.
    fn is_granted(&self, command: &str) -> bool {
        self.table.grants.iter().any(|grant| grant.command == command)
    }
}

/// An act with what was found out about it.
pub(super) struct Question<'q> {
    pub(super) rights: &'q Rights<'q>,
    pub(super) act: &'q Act,
    pub(super) node: &'q OrgNode,
    pub(super) variant: Option<&'q ProcessVariant>,
}

impl<'q> Question<'q> {
    /// The grants of a role for the command.
    pub(super) fn grants(&self, role: &str) -> impl Iterator<Item = &'q Grant> {
        let command = &self.act.command;
        let grants = self.rights.table.grants.iter();
        grants.filter(move |grant| grant.role == role && grant.command == *command)
    }

    /// The variant lets the role do it.
    pub(super) fn is_let(&self, role: &str) -> bool {
        let named = self.variant.map(|variant| &variant.enters).filter(|roles| !roles.is_empty());
        named.is_none_or(|roles| roles.iter().any(|one| one == role))
    }

    /// The grant that lets the person of an assignment do it, the widest of several.
    fn by(&self, assignment: &'q Assignment) -> Option<GrantInForce> {
        let (tree, act) = (self.rights.tree, self.act);
        let from = tree.assigned(assignment, act.day).filter(|_| self.is_let(&assignment.role))?;
        let reaching = self.grants(&assignment.role).filter(|grant| {
            is_owned(grant.scope, act, assignment)
                && tree.reaches(from, grant.scope, self.node, act.day)
        });
        let scope = reaching.map(|grant| grant.scope).max()?;
        Some(GrantInForce {
            person: assignment.person.clone(),
            role: assignment.role.clone(),
            node: assignment.node.clone(),
            scope,
        })
    }
}
