//! What is refused in a route table, every reason at once.

use super::table::{ApprovalRoute, RouteTable};
use crate::check::{Must, with_repeats};
use crate::error::{Code, Error, Input, Result};
use crate::organisation::OrgTree;

impl RouteTable {
    /// Refuses routes without steps or roles, unknown nodes, bands that leave amounts out.
    pub(super) fn validate(&self, tree: &OrgTree<'_>) -> Result<()> {
        let mut errors = Vec::new();
        for (at, route, again) in with_repeats(&self.routes, |route| &route.code) {
            let place = |error: Error| error.at(at).at("routes");
            if let Some(first) = again {
                let error = Error::new(Code::ApprovalRouteTwice).with("code", &route.code);
                errors.push(place(error.with("first", first).at("code")));
            }
            errors.extend(wrong_route(route).into_iter().map(place));
            let unknown = route.node.as_ref().filter(|node| tree.node(node).is_none());
            if let Some(node) = unknown {
                let error = Error::new(Code::OrganisationUnknownNode).with("node", node);
                errors.push(place(error.with_nearest(tree.ids(), node).at("node")));
            }
        }
        if errors.is_empty() {
            errors = self.wrong_bands();
        }
        Error::collect(errors.into_iter().map(|error| error.within(Input::Routes)).collect())
    }
}

fn wrong_route(route: &ApprovalRoute) -> Vec<Error> {
    let mut errors = Vec::new();
    if route.kinds.is_empty() {
        errors.push(Error::new(Code::ApprovalRouteNoKinds).with("code", &route.code).at("kinds"));
    }
    if route.steps.is_empty() {
        errors.push(Error::new(Code::ApprovalRouteNoSteps).with("code", &route.code).at("steps"));
    }
    for (at, step) in route.steps.iter().enumerate() {
        if step.roles.is_empty() {
            let error = Error::new(Code::ApprovalStepEmpty).with("step", at.saturating_add(1));
            errors.push(error.with("code", &route.code).at("roles").at(at).at("steps"));
        }
        for (row, role, again) in with_repeats(&step.roles, |role| role) {
            if again.is_some() {
                let error = Error::new(Code::ApprovalStepRoleTwice).with("role", role);
                errors.push(error.at(row).at("roles").at(at).at("steps"));
            }
        }
    }
    let amount = |field: &'static str, value| {
        Must::NotBeNegative.refused(Code::ApprovalAmount, field, value?)
    };
    errors.extend(amount("above", route.above));
    errors.extend(amount("up_to", route.up_to));
    if let Some((above, up_to)) = route.above.zip(route.up_to).filter(|(one, two)| one >= two) {
        let error = Error::new(Code::ApprovalRouteBand).with("above", above);
        errors.push(error.with("up_to", up_to).at("up_to"));
    }
    if let Some((from, to)) = route.days().turned() {
        let error = Error::new(Code::OrganisationDates).with("from", from).with("to", to);
        errors.push(error.at("valid_to"));
    }
    errors
}
