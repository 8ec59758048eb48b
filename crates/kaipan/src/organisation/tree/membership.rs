//! What a node stood below: on each of its days exactly one other, which was there and may hold it.

use super::OrgTree;
use super::check::turned;
use crate::Date;
use crate::check::Span;
use crate::error::{Code, Error};
use crate::organisation::kind::OrgKind;
use crate::organisation::model::{OrgMembership, OrgNode};

impl<'a> OrgTree<'a> {
    /// Everything wrong with what a node stood below; places are in the node.
    pub(super) fn wrong_memberships(&self, node: &'a OrgNode) -> Vec<Error> {
        let mut errors = Vec::new();
        let mut held: Vec<(usize, Span<Date>)> = Vec::new();
        for (at, membership, days) in node.memberships() {
            let place = |error: Error| error.at(at).at("parents");
            if let Some(error) = turned(membership.days()) {
                errors.push(place(error));
                continue;
            }
            if !node.days().covers(days) || days.turned().is_some() || is_wider(membership, node) {
                let error =
                    membership.days().named_in(Error::new(Code::OrganisationMembershipOutside));
                errors.push(place(error.with("node", &node.id)));
                continue;
            }
            errors.extend(self.wrong_parent(node, membership, days).map(place));
            held.push((at, days));
        }
        if node.kind != OrgKind::Headquarters && errors.is_empty() {
            errors.extend(not_seamless(node, held));
        }
        errors
    }

    fn wrong_parent(
        &self,
        node: &OrgNode,
        below: &OrgMembership,
        days: Span<Date>,
    ) -> Option<Error> {
        let Some(parent) = self.node(&below.parent) else {
            let error = Error::new(Code::OrganisationUnknownNode).with("node", &below.parent);
            return Some(error.with_nearest(self.ids(), &below.parent).at("parent"));
        };
        if !parent.kind.may_hold(node.kind) {
            let error = Error::new(Code::OrganisationKind);
            let error =
                error.with("above_zh", parent.kind.chinese()).with("above", parent.kind.word());
            let error = error.with("below_zh", node.kind.chinese()).with("below", node.kind.word());
            return Some(error.at("parent"));
        }
        if !parent.days().covers(days) {
            let error = Error::new(Code::OrganisationParentAbsent).with("parent", &parent.id);
            return Some(days.named_in(error).at("parent"));
        }
        None
    }
}

/// It names a day on which the node is not there.
fn is_wider(membership: &OrgMembership, node: &OrgNode) -> bool {
    let days = [membership.valid_from, membership.valid_to];
    days.into_iter().flatten().any(|day| !node.days().contains(day))
}

/// Days on which a node stands below nothing, or below two.
fn not_seamless(node: &OrgNode, mut held: Vec<(usize, Span<Date>)>) -> Vec<Error> {
    held.sort_by_key(|(_, days)| days.from);
    let gap = |days: Span<Date>| {
        days.named_in(Error::new(Code::OrganisationMembershipGap))
            .with("node", &node.id)
            .at("parents")
    };
    let (Some(first), Some(last)) = (held.first(), held.last()) else {
        let error = Error::new(Code::OrganisationNoParent).with("node", &node.id);
        return vec![error.at("parents")];
    };
    let mut errors = Vec::new();
    if first.1.from > node.valid_from {
        errors
            .push(gap(Span::new(node.valid_from, first.1.from.and_then(|day| day.shift_days(-1)))));
    }
    for ((_, days), (at, next)) in held.iter().zip(held.iter().skip(1)) {
        if days.meets(*next) {
            let error =
                days.inside(*next).named_in(Error::new(Code::OrganisationMembershipOverlap));
            errors.push(error.with("node", &node.id).at(*at).at("parents"));
            continue;
        }
        let after = days.to.and_then(|day| day.add_days(1));
        if after < next.from {
            errors.push(gap(Span::new(after, next.from.and_then(|day| day.shift_days(-1)))));
        }
    }
    if let Some(end) = last.1.to.filter(|_| last.1.to != node.valid_to) {
        errors.push(gap(Span::new(end.add_days(1), node.valid_to)));
    }
    errors
}
