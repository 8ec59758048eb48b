//! How many discounts a deal may have, and how much (handbook §3.5).

use crate::number::Rate;
use kaipan_derive::boundary;

/// How many discounts a deal may have, and how much (handbook §3.5).
#[boundary]
#[derive(Default)]
pub struct DiscountLimits {
    /// What happens when two discounts exclude each other.
    #[boundary(default)]
    pub exclusivity: Exclusivity,
    /// Most discounts in one deal.
    pub max_items: Option<u32>,
    /// Most that rates and points may take off in one deal, Σ of their shares: 0.05 is 5 %. 0.1 % to
    /// 50 % is usual.
    pub max_share_off: Option<Rate>,
    /// What takes more than this share off the list price, one discount or all together, has to be
    /// confirmed: without a confirmation the answer has a violation. Share: 0.3 is 30 %; 0.3 if
    /// absent; 1 asks for nothing. 1 % to 50 % is usual.
    pub confirm_above: Option<Rate>,
}

/// What happens when two chosen discounts exclude each other.
#[boundary]
pub enum Exclusivity {
    /// The choice is refused.
    #[default]
    Reject,
    /// The combination that is cheapest for the buyer is kept.
    KeepBestForBuyer,
    /// The first one is kept.
    KeepFirst,
}
