//! How far a grant reaches from where a person is assigned.

use super::model::{Act, Assignment, GrantScope};
use crate::Date;
use crate::organisation::kind::OrgKind;
use crate::organisation::model::OrgNode;
use crate::organisation::tree::OrgTree;

impl GrantScope {
    /// The kind of node that it reaches from, where that is not the node of the assignment.
    pub(super) const fn kind(self) -> Option<OrgKind> {
        match self {
            GrantScope::Own | GrantScope::Project => Some(OrgKind::Project),
            GrantScope::Team => Some(OrgKind::Department),
            GrantScope::City => Some(OrgKind::CityCompany),
            GrantScope::Region => Some(OrgKind::Region),
            GrantScope::Node => None,
            GrantScope::All => Some(OrgKind::Headquarters),
        }
    }
}

impl<'a> OrgTree<'a> {
    /// Whether a grant of this scope reaches a node from the node of an assignment on a day.
    pub(crate) fn reaches(
        &self,
        from: &'a OrgNode,
        scope: GrantScope,
        node: &'a OrgNode,
        day: Date,
    ) -> bool {
        let above = scope.kind().and_then(|kind| {
            let mut chain = self.chain(from, day);
            chain.find(|above| above.kind == kind)
        });
        let top = above.unwrap_or(from);
        self.chain(node, day).any(|above| above.id == top.id)
    }

    /// The node of an assignment, if both are there on the day.
    pub(crate) fn assigned(&self, assignment: &Assignment, day: Date) -> Option<&'a OrgNode> {
        let node = self.node(&assignment.node)?;
        (assignment.days().contains(day) && node.days().contains(day)).then_some(node)
    }
}

/// Whether what it is done with belongs to the person of an assignment, where that is asked for.
pub(super) fn is_owned(scope: GrantScope, act: &Act, assignment: &Assignment) -> bool {
    scope != GrantScope::Own || act.owner.as_ref() == Some(&assignment.person)
}
