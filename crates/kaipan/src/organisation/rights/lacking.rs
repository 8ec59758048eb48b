//! Why a person may not do something.

use super::model::GrantScope;
use super::question::Question;
use crate::error::{Code, Finding, Input, finding};

/// Every reason, the nearest to an allowance first.
pub(super) fn lacking(question: &Question<'_>, by_nobody: bool) -> Vec<Finding> {
    let act = question.act;
    let mut lacking = Vec::new();
    let own = || question.rights.assignments.iter().filter(|one| one.person == act.person);
    let in_force = || own().filter(|one| question.rights.tree.assigned(one, act.day).is_some());
    let (person, day) = (&act.person, act.day);
    if own().next().is_none() {
        lacking.push(finding!(Code::OrganisationNoRole, person).at("person"));
    } else if in_force().next().is_none() {
        lacking.push(finding!(Code::OrganisationNoRoleThatDay, person, day).at("day"));
    }
    let mut is_granted = false;
    for assignment in in_force() {
        let role = &assignment.role;
        for grant in question.grants(role) {
            is_granted = true;
            lacking.extend(beyond(question, role, &assignment.node, grant.scope));
        }
    }
    let mut roles: Vec<&str> = in_force().map(|one| one.role.as_str()).collect();
    if !is_granted && !roles.is_empty() {
        roles.sort_unstable();
        roles.dedup();
        let (roles, command) = (roles.join(", "), &act.command);
        lacking.push(finding!(Code::OrganisationNoGrant, roles, command).at("command"));
    }
    if by_nobody {
        let (command, node) = (&act.command, &act.node);
        lacking.push(finding!(Code::OrganisationNobodyMay, command, node, day).at("command"));
    }
    lacking.into_iter().map(|found| found.within(Input::Act)).collect()
}

/// Why a grant of a role held at a node does not let the person do it.
fn beyond(question: &Question<'_>, role: &str, held_at: &str, scope: GrantScope) -> Vec<Finding> {
    let (act, tree) = (question.act, question.rights.tree);
    let mut why = Vec::new();
    if let Some(variant) = question.variant.filter(|_| !question.is_let(role)) {
        let roles = variant.enters.iter().map(|role| role.as_str());
        let roles = roles.collect::<Vec<_>>().join(", ");
        let found = finding!(Code::OrganisationVariantForbids, role, code = variant.code, roles);
        why.push(found.at("node"));
    }
    if scope == GrantScope::Own && act.owner.as_ref() != Some(&act.person) {
        let found = match act.owner.is_some() {
            true => finding!(Code::OrganisationNotOwner, role, person = act.person),
            false => finding!(Code::OrganisationOwnerNeeded, role),
        };
        why.push(found.at("owner"));
    }
    let from = tree.node(held_at);
    if from.is_some_and(|from| !tree.reaches(from, scope, question.node, act.day)) {
        let (scope, scope_zh) = (scope.word(), scope.chinese());
        let node = &act.node;
        let found = finding!(Code::OrganisationOutOfScope, role, scope, scope_zh, held_at, node);
        why.push(found.at("node"));
    }
    why
}
