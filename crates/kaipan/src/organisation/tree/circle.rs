//! Nodes that stand below themselves.

use super::OrgTree;
use crate::Date;
use crate::error::{Code, Error};

impl OrgTree<'_> {
    /// Every circle, told once, at the first of its nodes. A circle closes on the day on which the
    /// youngest of its memberships begins: so only these days are looked at.
    pub(super) fn circles(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let mut told: Vec<Vec<usize>> = Vec::new();
        for (place, node) in self.organisation.nodes.iter().enumerate() {
            for (at, membership, days) in node.memberships() {
                let day = days.from.unwrap_or(Date::FIRST);
                let Some(circle) = self.circle_of(place, &membership.parent, day) else { continue };
                if told.contains(&circle) {
                    continue;
                }
                let ids = circle.iter().filter_map(|at| self.organisation.nodes.get(*at));
                let ids: Vec<&str> = ids.map(|node| node.id.as_str()).collect();
                let error = days.named_in(Error::new(Code::OrganisationCircle));
                let error = error.with_long("nodes", ids.join(", "));
                errors.push(error.at("parent").at(at).at("parents").at(place).at("nodes"));
                told.push(circle);
            }
        }
        errors
    }

    /// The places of the nodes of the circle that begins with a node and what it stands below, if
    /// it is one on that day; in the order of the organisation.
    fn circle_of(&self, node: usize, parent: &str, day: Date) -> Option<Vec<usize>> {
        let mut circle = vec![node];
        let mut above = *self.places.get(parent)?;
        while above != node {
            // Round a circle that this node only leads to.
            if circle.len() > self.organisation.nodes.len() {
                return None;
            }
            circle.push(above);
            let parent = self.organisation.nodes.get(above)?.parent_on(day)?;
            above = *self.places.get(parent.as_str())?;
        }
        circle.sort_unstable();
        Some(circle)
    }
}
