//! Who may approve a discount (折扣权限, handbook §3.4).

use crate::discount::scheme::DiscountReason;
use crate::number::{Money, Rate};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// The roles that approve discounts, from the lowest to the highest.
#[boundary]
pub struct AuthorityTable {
    /// Version, as quotes record it.
    pub version: Option<Text>,
    /// What limits are compared with.
    #[boundary(default)]
    pub limits_apply_to: LimitsApplyTo,
    /// Roles, lowest first.
    #[boundary(required)]
    pub rules: Vec<AuthorityRule>,
}

/// What a role's limits are compared with.
#[boundary]
pub enum LimitsApplyTo {
    /// The whole discount of the deal.
    #[default]
    AllDiscounts,
    /// Only what special discounts take off beyond the approved scheme; without any, no approval
    /// is needed.
    SpecialOnly,
}

/// What one role may approve. Limits that are absent do not bind.
#[boundary]
pub struct AuthorityRule {
    /// 岗位.
    pub role: Text,
    /// The role in English; the role itself if absent.
    pub role_en: Option<Label>,
    /// Codes of the projects; empty = all.
    pub projects: Vec<Text>,
    /// Product types (业态); empty = all.
    pub product_types: Vec<Text>,
    /// Lowest effective discount, share: 0.98 lets the role go down to 98 %. 50 % to 100 % is
    /// usual.
    pub min_effective: Option<Rate>,
    /// Most that may be taken off the list total, share: 0.02 is 2 %, the same as `min_effective`
    /// 0.98. 0.1 % to 50 % is usual.
    pub max_share_off: Option<Rate>,
    /// Most yuan off the list total.
    pub max_total_off: Option<Money>,
    /// May approve a price below the floor price (底价).
    pub may_break_floor: bool,
    /// Limits for single reasons of discount.
    pub reason_limits: Vec<ReasonLimit>,
}

/// A limit for what discounts of one reason take off.
#[boundary]
pub struct ReasonLimit {
    /// The reason.
    pub reason: DiscountReason,
    /// Most that they may take off the list total, share: 0.02 is 2 %. 0.1 % to 50 % is usual.
    pub max_share_off: Option<Rate>,
    /// Most yuan.
    pub max_total_off: Option<Money>,
}
