//! Who has to approve a deal price, and why no lower role.

use crate::error::{Finding, told};
use crate::number::{Money, Rate};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// The role that has to approve a price.
#[boundary(answer)]
pub struct ApprovalNeeded {
    /// Who, and why no lower role.
    pub approval: Approval,
    /// What a person should read about the table.
    pub findings: Vec<Finding>,
}

/// Who has to approve a deal price.
#[boundary(answer)]
pub struct Approval {
    /// The lowest role that may approve it; none if no approval is needed.
    pub role: Option<Text>,
    /// The role in English.
    pub role_en: Option<Label>,
    /// The effective discount that limits were compared with, share: 0.98 is 98 %; exact to 6
    /// decimals, half up.
    pub effective_discount: Rate,
    /// Yuan off that limits were compared with.
    pub discount_amount: Money,
    /// The price is below the floor price.
    #[boundary(required)]
    pub below_floor: bool,
    /// Every role in turn, and why it may not approve.
    #[boundary(required)]
    pub roles: Vec<RoleVerdict>,
}

/// Whether a role may approve.
#[boundary(answer)]
pub struct RoleVerdict {
    /// 岗位.
    pub role: Text,
    /// Its limits cover the deal.
    #[boundary(required)]
    pub may_approve: bool,
    /// What goes beyond its limits.
    pub why: Vec<Finding>,
}

told!(RoleVerdict: why);
told!(Approval: roles);
told!(ApprovalNeeded: approval, findings);
