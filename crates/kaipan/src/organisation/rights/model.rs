//! Roles, grants and assignments as hosts store them.

use crate::check::Span;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Roles and what they may do. [`RoleTable::preset`] has the one of the handbook (§22.3).
#[boundary]
pub struct RoleTable {
    /// The roles.
    #[boundary(required)]
    pub roles: Vec<Role>,
    /// What they may do; nobody may do anything else.
    #[boundary(required)]
    pub grants: Vec<Grant>,
}

/// 岗位.
#[boundary]
pub struct Role {
    /// Its code.
    pub code: Text,
    /// Its name in Chinese.
    pub name: Label,
    /// Its name in English.
    pub name_en: Label,
}

/// One thing that a role may do, and where.
#[boundary]
pub struct Grant {
    /// Code of the role.
    pub role: Text,
    /// What it may do: a name of [`command`](super::command), or one of the company's own.
    pub command: Text,
    /// Where.
    pub scope: GrantScope,
}

/// Where a role may do something, seen from the node that a person is assigned to. A scope reaches
/// the node named here and everything below it; where no such node is above the assignment, it is
/// the node of the assignment itself.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum GrantScope {
    /// 本人: in the project, what belongs to the person.
    Own,
    /// 本团队: the nearest department.
    Team,
    /// 本项目: the nearest project.
    Project,
    /// 本城市: the nearest city company.
    City,
    /// 本区域: the nearest region.
    Region,
    /// 本节点: the node that the person is assigned to.
    Node,
    /// 全部: the whole tree.
    All,
}

/// A person's role at a node, from one day to another, both inclusive; an absent day is open.
#[boundary]
pub struct Assignment {
    /// Id of the person.
    pub person: Text,
    /// Code of the role.
    pub role: Text,
    /// Id of the node.
    pub node: Text,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

/// What somebody wants to do.
#[boundary]
pub struct Act {
    /// Id of the person.
    pub person: Text,
    /// What they want to do.
    pub command: Text,
    /// Id of the node where it is done, such as the project of a deal.
    pub node: Text,
    /// Id of the person to whom what it is done with belongs, such as the agent of a customer. For
    /// something new it is the person who makes it.
    pub owner: Option<Text>,
    /// The day.
    pub day: Date,
}

impl GrantScope {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            GrantScope::Own => "本人",
            GrantScope::Team => "本团队",
            GrantScope::Project => "本项目",
            GrantScope::City => "本城市",
            GrantScope::Region => "本区域",
            GrantScope::Node => "本节点",
            GrantScope::All => "全部",
        }
    }
}

impl Assignment {
    pub(crate) fn days(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }
}
