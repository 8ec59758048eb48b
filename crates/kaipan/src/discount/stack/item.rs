//! A discount that is given.

use crate::discount::scheme::{Discount, DiscountKind, DiscountReason, Stack};

/// A discount that is given, with its value.
#[derive(Clone, Copy)]
pub(crate) struct Item<'a> {
    pub(crate) discount: &'a Discount,
    pub(crate) value: &'a DiscountKind,
}

impl Item<'_> {
    pub(crate) fn is_fixed(&self) -> bool {
        matches!(self.value, DiscountKind::FixedPrice { .. } | DiscountKind::FixedUnitPrice { .. })
    }

    pub(crate) fn is_gift(&self) -> bool {
        matches!(self.value, DiscountKind::Gift { .. })
    }

    /// A rate or points that are summed.
    pub(crate) fn is_added(&self) -> bool {
        self.discount.stack == Stack::Add
            && matches!(self.value, DiscountKind::Rate { .. } | DiscountKind::Points { .. })
    }

    /// Beyond the approved scheme.
    pub(crate) fn is_special(&self) -> bool {
        self.discount.needs_approval || self.discount.reason == DiscountReason::SpecialApproval
    }

    /// A fixed price bars other fixed prices, and all but gifts unless it is combinable.
    pub(crate) fn bars(&self, other: &Item<'_>) -> bool {
        self.is_fixed() && !other.is_gift() && (other.is_fixed() || !self.discount.combinable)
    }
}
