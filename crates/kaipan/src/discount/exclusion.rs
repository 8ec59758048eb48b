//! Which discounts exclude each other (handbook §3.5).

use super::kind::DiscountKind;
use super::scheme::DiscountLimits;
use super::stack::Item;
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Fraction, Rate, Wide};

impl Item<'_> {
    pub(super) fn is_fixed(&self) -> bool {
        matches!(self.value, DiscountKind::FixedPrice { .. } | DiscountKind::FixedUnitPrice { .. })
    }

    pub(super) fn is_gift(&self) -> bool {
        matches!(self.value, DiscountKind::Gift { .. })
    }
}

/// Why the second item may not be given with the first, if it may not.
pub(super) fn conflict(first: &Item<'_>, second: &Item<'_>) -> Option<Error> {
    let (one, two) = (first.discount, second.discount);
    let error = |code: Code| Error::new(code).with("code", &two.code).with("other", &one.code);
    if let (Some(group), Some(other)) = (&one.exclusive_group, &two.exclusive_group)
        && group == other
    {
        return Some(error(Code::DiscountExclusiveGroup).with("group", group));
    }
    if one.not_with.contains(&two.code) || two.not_with.contains(&one.code) {
        return Some(error(Code::DiscountNotWith));
    }
    let bars = |fixed: &Item<'_>, other: &Item<'_>| {
        fixed.is_fixed() && !other.is_gift() && (other.is_fixed() || !fixed.discount.combinable)
    };
    if bars(first, second) {
        let error = Error::new(Code::DiscountFixedPriceAlone);
        return Some(error.with("code", &one.code).with("other", &two.code));
    }
    bars(second, first).then(|| error(Code::DiscountFixedPriceAlone))
}

/// Every conflict of an item with others.
pub(super) fn conflicts<'a>(item: &Item<'_>, others: &[Item<'a>]) -> Vec<Error> {
    others.iter().filter_map(|other| conflict(other, item)).collect()
}

impl DiscountLimits {
    /// What a combination takes too much of.
    pub(super) fn exceeded(&self, items: &[Item<'_>]) -> Vec<Error> {
        let mut errors = Vec::new();
        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        if let Some(limit) = self.max_items.filter(|limit| count > *limit) {
            let error = Error::new(Code::DiscountTooManyItems).with("count", count);
            errors.push(error.with("limit", limit));
        }
        let points = sum(items.iter());
        if let Some(limit) = self.max_points_total
            && points.is_none_or(|points| points > limit)
        {
            let error = Error::new(Code::DiscountTooManyPoints);
            let shown = in_points(points.unwrap_or(Rate::MAX));
            errors.push(error.with("points", shown).with("limit", in_points(limit)));
        }
        let added = sum(items.iter().filter(|item| item.is_added()));
        if added.is_none_or(|added| added > Rate::ONE) {
            let shown = in_points(added.unwrap_or(Rate::MAX));
            errors.push(Error::new(Code::DiscountPointsOver).with("points", shown));
        }
        errors
    }

    /// Whether a combination is within the limits.
    pub(super) fn allows(&self, items: &[Item<'_>]) -> bool {
        self.exceeded(items).is_empty()
    }
}

/// Σ of what rates and points take off.
fn sum<'a, 'b: 'a>(mut items: impl Iterator<Item = &'a Item<'b>>) -> Option<Rate> {
    items.try_fold(Rate::ZERO, |sum, item| sum.checked_add(item.value.points_off()))
}

/// A share in percentage points.
fn in_points(share: Rate) -> String {
    let points = |share: Rate| -> Result<Exact> {
        Fraction::new(Wide::from(share.millionths()), Wide::from(10_000_i64))?.to_exact()
    };
    points(share).map_or_else(|_| share.to_string(), |points| points.to_string())
}
