//! Whether a combination of discounts is within the limits (handbook §3.5).

use crate::discount::scheme::DiscountLimits;
use crate::discount::stack::Item;
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Rate, Unrounded, Wide};

impl DiscountLimits {
    /// What a combination takes too much of.
    pub(crate) fn exceeded(&self, items: &[Item<'_>]) -> Vec<Error> {
        let mut errors = Vec::new();
        let (count, points, added) = measures(|| items.iter());
        if let Some(limit) = self.max_items.filter(|limit| count > *limit) {
            let error = Error::new(Code::DiscountTooManyItems).with("count", count);
            errors.push(error.with("limit", limit));
        }
        if let Some(limit) = self.max_share_off.filter(|limit| points > *limit) {
            let error = Error::new(Code::DiscountTooManyPoints).with("points", in_points(points));
            errors.push(error.with("limit", in_points(limit)));
        }
        if added > Rate::ONE {
            errors.push(Error::new(Code::DiscountPointsOver).with("points", in_points(added)));
        }
        errors
    }

    /// Whether a combination is within the limits.
    pub(crate) fn allow<'b, 'c: 'b, I>(&self, items: impl Fn() -> I) -> bool
    where
        I: Iterator<Item = &'b Item<'c>>,
    {
        let (count, points, added) = measures(items);
        self.max_items.is_none_or(|limit| count <= limit)
            && self.max_share_off.is_none_or(|limit| points <= limit)
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
        Unrounded::new(Wide::from(share.millionths()), Wide::from(10_000_i64))?.to_exact()
    };
    points(share).map_or_else(|_| share.to_string(), |points| points.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discount::samples::{discount, items, points, rate};
    use crate::discount::scheme::Stack;

    #[test]
    fn limits_are_met_exactly() {
        let mut all = vec![discount("A", rate("0.97")), discount("B", points("0.02"))];
        all[1].stack = Stack::Add;
        let all = items(&all);
        let limits = |max_items: u32, points: &str| DiscountLimits {
            max_items: Some(max_items),
            max_share_off: Some(points.parse().unwrap()),
            ..DiscountLimits::default()
        };
        for (limits, codes) in [
            (limits(2, "0.05"), vec![]),
            (limits(1, "0.05"), vec![Code::DiscountTooManyItems]),
            (limits(2, "0.049999"), vec![Code::DiscountTooManyPoints]),
            (limits(0, "0"), vec![Code::DiscountTooManyItems, Code::DiscountTooManyPoints]),
        ] {
            let found: Vec<Code> = limits.exceeded(&all).iter().map(Error::code).collect();
            assert_eq!(found, codes);
            assert_eq!(limits.allow(|| all.iter()), codes.is_empty());
        }
    }

    #[test]
    fn a_hundred_added_points_are_all_there_are() {
        let limits = DiscountLimits::default();
        let over = |last: &str| {
            let mut all = vec![discount("A", points("0.6")), discount("B", points(last))];
            all.iter_mut().for_each(|one| one.stack = Stack::Add);
            let items = items(&all);
            let exceeded = limits.exceeded(&items);
            assert_eq!(limits.allow(|| items.iter()), exceeded.is_empty());
            exceeded.iter().map(Error::code).collect::<Vec<_>>()
        };
        assert_eq!(over("0.4"), []);
        assert_eq!(over("0.400001"), [Code::DiscountPointsOver]);
    }
}
