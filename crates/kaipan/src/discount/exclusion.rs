//! Which discounts exclude each other (handbook §3.5).

use super::kind::DiscountKind;
use super::scheme::{Discount, DiscountLimits};
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

    /// A fixed price bars other fixed prices, and all but gifts unless it is combinable.
    fn bars(&self, other: &Item<'_>) -> bool {
        self.is_fixed() && !other.is_gift() && (other.is_fixed() || !self.discount.combinable)
    }
}

/// Whether two items may not be given together.
pub(super) fn excludes(first: &Item<'_>, second: &Item<'_>) -> bool {
    let (one, two) = (first.discount, second.discount);
    same_group(one, two).is_some() || banned(one, two) || barred(first, second)
}

fn same_group<'a>(one: &'a Discount, two: &Discount) -> Option<&'a String> {
    one.exclusive_group.as_ref().filter(|group| two.exclusive_group.as_ref() == Some(group))
}

fn banned(one: &Discount, two: &Discount) -> bool {
    one.not_with.contains(&two.code) || two.not_with.contains(&one.code)
}

fn barred(first: &Item<'_>, second: &Item<'_>) -> bool {
    first.bars(second) || second.bars(first)
}

/// Every reason why an item may not be given with others.
pub(super) fn conflicts(item: &Item<'_>, others: &[Item<'_>]) -> Vec<Error> {
    let mut errors = Vec::new();
    for other in others {
        let (one, two) = (other.discount, item.discount);
        let error = |code: Code, first: &Discount, second: &Discount| {
            Error::new(code).with("code", &first.code).with("other", &second.code)
        };
        if let Some(group) = same_group(one, two) {
            let error = error(Code::DiscountExclusiveGroup, two, one);
            errors.push(error.with("group", group));
        }
        if banned(one, two) {
            errors.push(error(Code::DiscountNotWith, two, one));
        }
        // The fixed price comes first in the message.
        if other.bars(item) {
            errors.push(error(Code::DiscountFixedPriceAlone, one, two));
        } else if item.bars(other) {
            errors.push(error(Code::DiscountFixedPriceAlone, two, one));
        }
    }
    errors
}

impl DiscountLimits {
    /// What a combination takes too much of.
    pub(super) fn exceeded(&self, items: &[Item<'_>]) -> Vec<Error> {
        let mut errors = Vec::new();
        let (count, points, added) = measures(|| items.iter());
        if let Some(limit) = self.max_items.filter(|limit| count > *limit) {
            let error = Error::new(Code::DiscountTooManyItems).with("count", count);
            errors.push(error.with("limit", limit));
        }
        if let Some(limit) = self.max_points_total.filter(|limit| points > *limit) {
            let error = Error::new(Code::DiscountTooManyPoints).with("points", in_points(points));
            errors.push(error.with("limit", in_points(limit)));
        }
        if added > Rate::ONE {
            errors.push(Error::new(Code::DiscountPointsOver).with("points", in_points(added)));
        }
        errors
    }

    /// Whether a combination is within the limits.
    pub(super) fn allow<'b, 'c: 'b, I>(&self, items: impl Fn() -> I) -> bool
    where
        I: Iterator<Item = &'b Item<'c>>,
    {
        let (count, points, added) = measures(items);
        self.max_items.is_none_or(|limit| count <= limit)
            && self.max_points_total.is_none_or(|limit| points <= limit)
            && added <= Rate::ONE
    }
}

/// How many items there are, what their rates and points take off, and what of that is added.
fn measures<'b, 'c: 'b, I>(items: impl Fn() -> I) -> (u32, Rate, Rate)
where
    I: Iterator<Item = &'b Item<'c>>,
{
    let sum = |added_only: bool| {
        let counted = items().filter(|item| !added_only || item.is_added());
        let sum =
            counted.map(|item| item.value.points_off()).try_fold(Rate::ZERO, Rate::checked_add);
        sum.unwrap_or(Rate::MAX)
    };
    (u32::try_from(items().count()).unwrap_or(u32::MAX), sum(false), sum(true))
}

/// A share in percentage points.
fn in_points(share: Rate) -> String {
    let points = |share: Rate| -> Result<Exact> {
        Fraction::new(Wide::from(share.millionths()), Wide::from(10_000_i64))?.to_exact()
    };
    points(share).map_or_else(|_| share.to_string(), |points| points.to_string())
}
