//! Standing in for somebody (授权代签).

use super::signers::Signing;
use crate::check::{Span, blank, refer};
use crate::error::{Code, Error, Finding, Input, finding};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Somebody signs in the place of somebody else, from one day to another, both inclusive. What is
/// delegated cannot be delegated further.
#[boundary]
pub struct Delegation {
    /// Id of the person in whose place it is.
    pub from: Text,
    /// Id of the person who signs.
    pub to: Text,
    /// Codes of the roles; empty = every role of the person.
    pub roles: Vec<Text>,
    /// Id of the node, with all below it; absent: wherever the person may sign.
    pub node: Option<Text>,
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_to: Date,
}

impl Delegation {
    pub(super) fn days(&self) -> Span<Date> {
        Span::new(Some(self.valid_from), Some(self.valid_to))
    }

    pub(super) fn covers(&self, role: &str) -> bool {
        self.roles.is_empty() || self.roles.iter().any(|one| one == role)
    }
}

impl Signing<'_> {
    pub(super) fn wrong_delegations(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (at, delegation) in self.delegations.iter().enumerate() {
            let place = |error: Error| error.at(at).within(Input::Delegations);
            let persons = [("from", &delegation.from), ("to", &delegation.to)];
            errors.extend(
                persons
                    .into_iter()
                    .filter_map(|(field, id)| blank(Code::ApprovalBlank, field, id))
                    .map(place),
            );
            if delegation.from == delegation.to {
                let error = Error::new(Code::ApprovalDelegationToSelf);
                errors.push(place(error.with("person", &delegation.to).at("to")));
            }
            if let Some((from, to)) = delegation.days().turned() {
                let error = Error::new(Code::OrganisationDates).with("from", from);
                errors.push(place(error.with("to", to).at("valid_to")));
            }
            let unknown = delegation.node.as_ref().filter(|node| self.tree.node(node).is_none());
            if let Some(node) = unknown {
                let error = Error::new(Code::OrganisationUnknownNode).with("node", node);
                errors.push(place(error.with_nearest(self.tree.ids(), node).at("node")));
            }
        }
        errors
    }

    /// Delegations of what the person does not have.
    pub(in crate::approval) fn told(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (at, delegation) in self.delegations.iter().enumerate() {
            let place = |found: Finding| found.at(at).within(Input::Delegations);
            let held = self
                .assignments
                .iter()
                .filter(|one| one.person == delegation.from && one.days().meets(delegation.days()));
            let held: Vec<&str> = held.map(|one| one.role.as_str()).collect();
            if held.is_empty() {
                let person = &delegation.from;
                findings.push(place(finding!(Code::ApprovalDelegationIdle, person).at("from")));
                continue;
            }
            for (row, role) in delegation.roles.iter().enumerate() {
                let found = refer::nowhere(("role", "岗位"), role, held.iter().copied());
                findings.extend(found.map(|found| place(found.at(row).at("roles"))));
            }
        }
        findings
    }
}
