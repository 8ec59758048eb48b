//! The organisation as hosts store it.

use super::kind::OrgKind;
use super::place::GeoPlace;
use crate::check::Span;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// The organisation of a company with its history. [`OrgTree`](super::OrgTree) answers questions
/// about it.
#[boundary]
pub struct Organisation {
    /// Its nodes, in any order.
    #[boundary(required)]
    pub nodes: Vec<OrgNode>,
    /// 项目公司: the one list that projects take theirs from.
    pub companies: Vec<ProjectCompany>,
    /// Where something is done otherwise than elsewhere.
    pub variants: Vec<ProcessVariant>,
}

/// A node of the organisation. Days are inclusive; an absent one is open.
#[boundary]
pub struct OrgNode {
    /// Its id.
    pub id: Text,
    /// What it is.
    pub kind: OrgKind,
    /// Its name.
    pub name: Label,
    /// What it stood below, one an entry of its history. Every node but the headquarters stands
    /// below exactly one other on each of its days.
    pub parents: Vec<OrgMembership>,
    /// Its first day.
    pub valid_from: Option<Date>,
    /// Its last day.
    pub valid_to: Option<Date>,
    /// Code of the project company, for a project and for the node of a project company. A project
    /// that stands below the node of its project company may leave it out.
    pub company: Option<Text>,
    /// 地理信息: where it is.
    pub place: Option<GeoPlace>,
}

/// What a node stood below, from one day to another. An absent day is the node's own first or last.
#[boundary]
pub struct OrgMembership {
    /// Id of the node above.
    pub parent: Text,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

/// 项目公司: a legal entity that owns projects.
#[boundary]
pub struct ProjectCompany {
    /// Its code.
    pub code: Text,
    /// Its registered name.
    pub name: Label,
}

/// 流程差异: who enters, reviews and approves something at a node and below it, where that differs
/// from elsewhere. The nearest one above a node counts (handbook §22.5).
#[boundary]
pub struct ProcessVariant {
    /// Its code.
    pub code: Text,
    /// Its name.
    pub name: Option<Label>,
    /// Its name in English.
    pub name_en: Option<Label>,
    /// The command that it is about, such as `stock.edit`.
    pub command: Text,
    /// Id of the node where it holds, and below it.
    pub node: Text,
    /// Codes of the roles that may do it there, of those that the role table lets do it; empty =
    /// all of them.
    pub enters: Vec<Text>,
    /// Codes of the roles that review it: in the place of every step of its approval but the last; empty =
    /// those of the route.
    pub reviews: Vec<Text>,
    /// Codes of the roles that approve it: in the place of the last step of its approval; empty = those of
    /// the route.
    pub approves: Vec<Text>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

impl OrgNode {
    pub(crate) fn days(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }

    /// What it stood below, with the days of that.
    pub(super) fn memberships(&self) -> impl Iterator<Item = (usize, &OrgMembership, Span<Date>)> {
        let memberships = self.parents.iter().enumerate();
        memberships.map(|(at, one)| (at, one, one.days().inside(self.days())))
    }

    /// What it stands below on a day.
    pub(super) fn parent_on(&self, day: Date) -> Option<&Text> {
        let mut memberships = self.memberships();
        memberships.find(|(_, _, days)| days.contains(day)).map(|(_, one, _)| &one.parent)
    }
}

impl OrgMembership {
    pub(super) fn days(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }
}

impl ProcessVariant {
    pub(super) fn days(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }
}
