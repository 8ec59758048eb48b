//! Roles, grants and assignments that are refused, and those that are only told.

use super::command;
use super::model::{Assignment, RoleTable};
use super::question::Rights;
use crate::check::{blank, refer, with_repeats};
use crate::error::{Code, Error, Finding, Input, finding};
use crate::organisation::tree::turned;
use std::collections::BTreeMap;

impl Rights<'_> {
    pub(super) fn wrong_table(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let table = self.table;
        if table.roles.is_empty() {
            errors.push(Error::new(Code::OrganisationNoRoles).at("roles"));
        }
        for (at, role, again) in with_repeats(&table.roles, |role| &role.code) {
            errors.extend(
                blank(Code::OrganisationBlank, "code", &role.code)
                    .map(|error| error.at(at).at("roles")),
            );
            if let Some(first) = again {
                let error = Error::new(Code::OrganisationRoleTwice).with("role", &role.code);
                errors.push(error.with("first", first).at("code").at(at).at("roles"));
            }
        }
        let grants =
            with_repeats(&table.grants, |grant| (&grant.role, &grant.command, grant.scope));
        for (at, grant, again) in grants {
            let place = |error: Error| error.at(at).at("grants");
            errors
                .extend(self.table.unknown_role(&grant.role).map(|error| place(error.at("role"))));
            if let Some(first) = again {
                let error = Error::new(Code::OrganisationGrantTwice).with("role", &grant.role);
                errors.push(place(error.with("command", &grant.command).with("first", first)));
            }
        }
        errors
    }

    pub(super) fn wrong_assignments(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (at, assignment) in self.assignments.iter().enumerate() {
            let place = |error: Error| error.at(at);
            errors.extend(blank(Code::OrganisationBlank, "person", &assignment.person).map(place));
            errors.extend(
                self.table.unknown_role(&assignment.role).map(|error| place(error.at("role"))),
            );
            if self.tree.node(&assignment.node).is_none() {
                let error = Error::new(Code::OrganisationUnknownNode);
                let error = error.with("node", &assignment.node);
                let error = error.with_nearest(self.tree.ids(), &assignment.node);
                errors.push(place(error.at("node")));
            }
            errors.extend(turned(assignment.days()).map(place));
        }
        errors
    }

    pub(super) fn told(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (at, role) in self.table.roles.iter().enumerate() {
            if !self.table.grants.iter().any(|grant| grant.role == role.code) {
                let found = finding!(Code::OrganisationRoleIdle, role = role.code);
                findings.push(found.at(at).at("roles").within(Input::Roles));
            }
        }
        for (at, grant) in self.table.grants.iter().enumerate() {
            let place = |found: Finding| found.at("command").at(at).at("grants");
            let unknown = command::unknown(&grant.command);
            findings.extend(unknown.map(|found| place(found).within(Input::Roles)));
        }
        findings.extend(self.roles_of_variants());
        let mut held = BTreeMap::new();
        for (at, assignment) in self.assignments.iter().enumerate() {
            let place = |found: Finding| found.at(at).within(Input::Assignments);
            findings.extend(self.odd_assignment(at).into_iter().map(place));
            let key = (&assignment.person, &assignment.role, &assignment.node);
            let before: &mut Vec<&Assignment> = held.entry(key).or_default();
            let is_again = before.iter().any(|other| other.days().meets(assignment.days()));
            before.push(assignment);
            if is_again {
                let (person, role) = (&assignment.person, &assignment.role);
                findings.push(place(finding!(Code::OrganisationAssignmentTwice, person, role)));
            }
        }
        findings
    }

    /// Roles that process variants name and the table does not have.
    fn roles_of_variants(&self) -> Vec<Finding> {
        let known = self.table.roles.iter().map(|role| role.code.as_str());
        let mut findings = Vec::new();
        for (at, variant) in self.tree.variants().iter().enumerate() {
            let lists = [
                ("enters", &variant.enters),
                ("reviews", &variant.reviews),
                ("approves", &variant.approves),
            ];
            for (field, roles) in lists {
                for (row, role) in roles.iter().enumerate() {
                    let found = refer::nowhere(("role", "岗位"), role, known.clone());
                    let place = |found: Finding| found.at(row).at(field).at(at).at("variants");
                    findings.extend(found.map(|found| place(found).within(Input::Organisation)));
                }
            }
        }
        findings
    }

    /// An assignment on days when its node is not there, and one that has no node of the scope in
    /// which its role acts.
    fn odd_assignment(&self, at: usize) -> Vec<Finding> {
        let Some(assignment) = self.assignments.get(at) else { return Vec::new() };
        let Some(node) = self.tree.node(&assignment.node) else { return Vec::new() };
        let mut findings = Vec::new();
        let (person, role) = (&assignment.person, &assignment.role);
        let named = [assignment.valid_from, assignment.valid_to].into_iter().flatten();
        if let Some(day) = named.into_iter().find(|day| !node.days().contains(*day)) {
            let found = finding!(Code::OrganisationAssignmentOutside, person, node = node.id, day);
            findings.push(found);
        }
        let days = assignment.days().inside(node.days());
        let Some(day) = days.to.or(days.from).or(Some(crate::Date::FIRST)) else { return findings };
        let grants = self.table.grants.iter().filter(|grant| grant.role == *role);
        let without = grants.map(|grant| grant.scope).filter(|scope| {
            let above = |kind| self.tree.chain(node, day).any(|above| above.kind == kind);
            scope.kind().is_some_and(|kind| !above(kind))
        });
        if let Some(scope) = without.min() {
            let (scope, scope_zh) = (scope.word(), scope.chinese());
            let found = finding!(
                Code::OrganisationScopeMissing,
                person,
                role,
                scope,
                scope_zh,
                node = node.id
            );
            findings.push(found.at("node"));
        }
        findings
    }
}

impl RoleTable {
    /// Refuses a role that the table does not have.
    pub(super) fn unknown_role(&self, code: &str) -> Option<Error> {
        let roles = || self.roles.iter().map(|role| role.code.as_str());
        let is_known = roles().any(|known| known == code);
        let error = || Error::new(Code::OrganisationUnknownRole).with("role", code);
        (!is_known).then(|| error().with_nearest(roles(), code))
    }
}
