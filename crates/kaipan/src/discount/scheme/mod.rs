//! Discount master data: what a project offers, and how it joins (handbook §§3.1, 3.2, 3.5).

pub(super) mod check;
mod kind;
mod limits;
mod offer;
mod reason;
mod stacking;

pub use kind::DiscountKind;
pub use limits::{DiscountLimits, Exclusivity};
pub use offer::{Discount, DiscountConditions, DiscountTier};
pub use reason::DiscountReason;
pub use stacking::{AdditiveBase, DiscountOrder, Stack, Stacking};

use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// The discounts of a project and the rules that join them (折扣方案).
#[boundary]
#[derive(Default)]
pub struct DiscountScheme {
    /// Code.
    pub code: Text,
    /// Name to show.
    pub name: Option<Label>,
    /// Version, as quotes record it.
    pub version: Option<Text>,
    /// First day it is in force.
    pub valid_from: Option<Date>,
    /// Last day it is in force.
    pub valid_to: Option<Date>,
    /// The discounts on offer.
    #[boundary(required)]
    pub discounts: Vec<Discount>,
    /// How they join.
    #[boundary(default)]
    pub stacking: Stacking,
    /// How many and how much.
    #[boundary(default)]
    pub limits: DiscountLimits,
}
