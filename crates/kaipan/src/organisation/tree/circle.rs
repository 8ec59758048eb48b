//! Nodes that stand below themselves.

use super::OrgTree;
use crate::Date;
use crate::error::{Code, Error};
use crate::organisation::model::OrgMembership;
use std::collections::HashSet;

/// A membership by its place, with the day on which it begins.
struct Begins<'a> {
    day: Date,
    node: usize,
    at: usize,
    membership: &'a OrgMembership,
}

impl<'a> OrgTree<'a> {
    /// Every circle, told once, at the first of its nodes. A circle closes on the day on which the
    /// youngest of its memberships begins: so only these days are looked at.
    pub(super) fn circles(&self) -> Vec<Error> {
        let mut told: Vec<(Vec<usize>, Error)> = Vec::new();
        // Nodes that lead to the top on the day.
        let (mut cleared, mut today) = (HashSet::new(), None);
        for begins in self.beginnings() {
            if today != Some(begins.day) {
                (cleared, today) = (HashSet::new(), Some(begins.day));
            }
            let Some(circle) = self.circle_of(&begins, &mut cleared) else { continue };
            if told.iter().any(|(known, _)| *known == circle) {
                continue;
            }
            let ids = circle.iter().filter_map(|at| self.organisation.nodes.get(*at));
            let ids: Vec<&str> = ids.map(|node| node.id.as_str()).collect();
            let from =
                if begins.day == Date::FIRST { "…".to_owned() } else { begins.day.to_string() };
            let error = Error::new(Code::OrganisationCircle).with("from", from);
            let error = error.with_long("nodes", ids.join(", ")).at("parent").at(begins.at);
            told.push((circle, error.at("parents").at(begins.node).at("nodes")));
        }
        told.sort_by(|(one, _), (two, _)| one.cmp(two));
        told.into_iter().map(|(_, error)| error).collect()
    }

    /// Every membership, by the day on which it begins.
    fn beginnings(&self) -> Vec<Begins<'a>> {
        let nodes = self.organisation.nodes.iter().enumerate();
        let all = nodes.flat_map(|(node, one)| {
            one.memberships().map(move |(at, membership, days)| {
                let day = days.from.unwrap_or(Date::FIRST);
                Begins { day, node, at, membership }
            })
        });
        let mut all: Vec<Begins<'_>> = all.collect();
        all.sort_by_key(|begins| begins.day);
        all
    }

    /// The places of the nodes of the circle that a membership closes, in the order of the
    /// organisation.
    fn circle_of(&self, begins: &Begins<'_>, cleared: &mut HashSet<usize>) -> Option<Vec<usize>> {
        let mut walked = vec![begins.node];
        let mut seen = HashSet::from([begins.node]);
        let mut above = self.places.get(begins.membership.parent.as_str());
        while let Some(place) = above.copied().filter(|place| !cleared.contains(place)) {
            if place == begins.node {
                walked.sort_unstable();
                return Some(walked);
            }
            if !seen.insert(place) {
                // It leads to a circle that it is no part of.
                return None;
            }
            walked.push(place);
            let parent = self.organisation.nodes.get(place)?.parent_on(begins.day);
            above = parent.and_then(|parent| self.places.get(parent.as_str()));
        }
        cleared.extend(walked);
        None
    }
}
