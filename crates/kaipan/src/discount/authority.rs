//! Who may approve a discount (折扣权限, handbook §3.4).

use super::kind::DiscountReason;
use crate::error::Finding;
use crate::number::{Money, Rate};
use crate::{Label, Text};

/// The roles that approve discounts, from the lowest to the highest.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AuthorityTable {
    /// Version, as quotes record it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub version: Option<Text>,
    /// What limits are compared with.
    #[cfg_attr(feature = "serde", serde(default))]
    pub limits_apply_to: LimitsApplyTo,
    /// Roles, lowest first.
    pub rules: Vec<AuthorityRule>,
}

/// What a role's limits are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum LimitsApplyTo {
    /// The whole discount of the deal.
    #[default]
    AllDiscounts,
    /// Only what special discounts take off beyond the approved scheme; without any, no approval
    /// is needed.
    SpecialOnly,
}

/// What one role may approve. Limits that are absent do not bind.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AuthorityRule {
    /// 岗位.
    pub role: Text,
    /// The role in English; the role itself if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub role_en: Option<Label>,
    /// Codes of the projects; empty = all.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub projects: Vec<Text>,
    /// Product types (业态); empty = all.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub product_types: Vec<Text>,
    /// Lowest effective discount, share: 0.98 lets the role go down to 98 %. 50 % to 100 % is
    /// usual.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub min_effective: Option<Rate>,
    /// Most that may be taken off the list total, share: 0.02 is 2 %, the same as `min_effective`
    /// 0.98. 0.1 % to 50 % is usual.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub max_share_off: Option<Rate>,
    /// Most yuan off the list total.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub max_total_off: Option<Money>,
    /// May approve a price below the floor price (底价).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub may_break_floor: bool,
    /// Limits for single reasons of discount.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub reason_limits: Vec<ReasonLimit>,
}

/// A limit for what discounts of one reason take off.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReasonLimit {
    /// The reason.
    pub reason: DiscountReason,
    /// Most that they may take off the list total, share: 0.02 is 2 %. 0.1 % to 50 % is usual.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub max_share_off: Option<Rate>,
    /// Most yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub max_total_off: Option<Money>,
}

/// Who has to approve a deal price.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Approval {
    /// The lowest role that may approve it; none if no approval is needed.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub role: Option<Text>,
    /// The role in English.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub role_en: Option<Label>,
    /// The effective discount that limits were compared with, share: 0.98 is 98 %; exact to 6
    /// decimals, half up.
    pub effective_discount: Rate,
    /// Yuan off that limits were compared with.
    pub discount_amount: Money,
    /// The price is below the floor price.
    pub below_floor: bool,
    /// Every role in turn, and why it may not approve.
    pub roles: Vec<RoleVerdict>,
}

/// Whether a role may approve.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct RoleVerdict {
    /// 岗位.
    pub role: Text,
    /// Its limits cover the deal.
    pub may_approve: bool,
    /// What goes beyond its limits.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub why: Vec<Finding>,
}
