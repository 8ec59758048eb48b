//! Everybody who may sign for a role at a node on a day.

use super::delegation::Delegation;
use crate::check::blank;
use crate::error::{Code, Error, Input, Result};
use crate::organisation::{Assignment, GrantScope, OrgNode, OrgTree, RoleTable, command};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Somebody who may sign.
#[boundary(answer)]
#[derive(PartialOrd, Ord)]
pub struct Signer {
    /// Code of the role.
    pub role: Text,
    /// Id of the person.
    pub person: Text,
    /// Id of the person in whose place they sign.
    pub on_behalf_of: Option<Text>,
}

/// What decides who may sign.
#[derive(Debug, Clone, Copy)]
pub(in crate::approval) struct Signing<'a> {
    pub(super) tree: &'a OrgTree<'a>,
    roles: Option<&'a RoleTable>,
    pub(super) assignments: &'a [Assignment],
    pub(super) delegations: &'a [Delegation],
}

impl<'a> Signing<'a> {
    /// Refuses assignments and delegations that cannot be.
    pub(in crate::approval) fn new(
        tree: &'a OrgTree<'a>,
        roles: Option<&'a RoleTable>,
        assignments: &'a [Assignment],
        delegations: &'a [Delegation],
    ) -> Result<Signing<'a>> {
        let signing = Signing { tree, roles, assignments, delegations };
        let mut errors = signing.wrong_assignments();
        errors.extend(signing.wrong_delegations());
        Error::collect(errors)?;
        Ok(signing)
    }

    fn wrong_assignments(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (at, assignment) in self.assignments.iter().enumerate() {
            let place = |error: Error| error.at(at).within(Input::Assignments);
            errors.extend(blank(Code::ApprovalBlank, "person", &assignment.person).map(place));
            if self.tree.node(&assignment.node).is_none() {
                let error = Error::new(Code::OrganisationUnknownNode);
                let error = error.with("node", &assignment.node);
                errors
                    .push(place(error.with_nearest(self.tree.ids(), &assignment.node).at("node")));
            }
            if let Some((from, to)) = assignment.days().turned() {
                let error = Error::new(Code::OrganisationDates).with("from", from);
                errors.push(place(error.with("to", to).at("valid_to")));
            }
        }
        errors
    }

    /// Everybody who may sign for one of the roles at a node on a day, in their own right or in
    /// somebody's place; by role and person.
    pub(in crate::approval) fn signers(
        &self,
        roles: &[Text],
        node: &'a OrgNode,
        day: Date,
    ) -> Vec<Signer> {
        let mut signers: Vec<Signer> = Vec::new();
        let named = self.assignments.iter().filter(|one| roles.contains(&one.role));
        for assignment in named.filter(|one| self.reaches(one, node, day)) {
            let (role, holder) = (&assignment.role, &assignment.person);
            let own = Signer { role: role.clone(), person: holder.clone(), on_behalf_of: None };
            let in_place = self.delegations.iter().filter(|one| {
                one.from == *holder
                    && one.days().contains(day)
                    && one.covers(role)
                    && one.node.as_ref().is_none_or(|top| self.tree.is_below(&node.id, top, day))
            });
            signers.extend(in_place.map(|one| Signer {
                role: role.clone(),
                person: one.to.clone(),
                on_behalf_of: Some(holder.clone()),
            }));
            signers.push(own);
        }
        signers.sort();
        signers.dedup();
        signers
    }

    fn reaches(&self, assignment: &Assignment, node: &'a OrgNode, day: Date) -> bool {
        let Some(from) = self.tree.assigned(assignment, day) else { return false };
        let grants = self.roles.into_iter().flat_map(|table| &table.grants);
        let grants = grants.filter(|grant| {
            grant.role == assignment.role && grant.command == command::APPROVAL_DECIDE
        });
        let mut scopes = grants.map(|grant| grant.scope).peekable();
        let reaches = |scope| self.tree.reaches(from, scope, node, day);
        match scopes.peek() {
            Some(_) => scopes.any(reaches),
            None => reaches(GrantScope::Node),
        }
    }
}
