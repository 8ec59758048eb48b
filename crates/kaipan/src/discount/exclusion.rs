//! Which discounts exclude each other (handbook §3.5).

use super::kind::DiscountKind;
use super::scheme::{Discount, DiscountLimits};
use super::stack::Item;
use crate::Text;
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

fn same_group<'a>(one: &'a Discount, two: &Discount) -> Option<&'a Text> {
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
            let error = first.error(code).with("other", &second.code);
            error.with("other_name", second.shown()).with("other_name_en", second.english())
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
    pub(super) fn allow<'b, 'c: 'b, I>(&self, items: impl Fn() -> I) -> bool
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
        Fraction::new(Wide::from(share.millionths()), Wide::from(10_000_i64))?.to_exact()
    };
    points(share).map_or_else(|_| share.to_string(), |points| points.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discount::kind::Stack;
    use crate::discount::samples::{discount, fixed, items, points, rate};

    /// Codes and parameters.
    fn found(errors: &[Error]) -> Vec<(Code, String)> {
        let values = |one: &Error| {
            let codes = one.params().iter().filter(|param| !param.name.contains("name"));
            let values: Vec<&str> = codes.map(|param| param.value.as_str()).collect();
            values.join(" ")
        };
        errors.iter().map(|one| (one.code(), values(one))).collect()
    }

    fn of(code: Code, values: &str) -> (Code, String) {
        (code, values.to_owned())
    }

    #[test]
    fn every_reason_of_a_pair() {
        let (mut a, mut b) = (discount("A", fixed("1")), discount("B", fixed("2")));
        a.exclusive_group = Some("G".into());
        b.exclusive_group = Some("G".into());
        b.not_with = vec!["A".into()];
        a.combinable = true;
        let all = [a, b];
        let items = items(&all);
        assert!(excludes(&items[0], &items[1]) && excludes(&items[1], &items[0]));
        assert_eq!(
            found(&conflicts(&items[1], &items[..1])),
            [
                of(Code::DiscountExclusiveGroup, "B A G"),
                of(Code::DiscountNotWith, "B A"),
                of(Code::DiscountFixedPriceAlone, "A B"),
            ]
        );
    }

    #[test]
    fn a_fixed_price_bars_all_but_gifts() {
        let gift = DiscountKind::Gift { value: None };
        let all = [discount("F", fixed("1")), discount("R", rate("0.9")), discount("G", gift)];
        let all = items(&all);
        assert!(excludes(&all[0], &all[1]) && excludes(&all[1], &all[0]));
        assert!(!excludes(&all[0], &all[2]) && !excludes(&all[2], &all[0]));
        // The fixed price is named first, whichever came first.
        let alone = [of(Code::DiscountFixedPriceAlone, "F R")];
        assert_eq!(found(&conflicts(&all[1], &all[..1])), alone);
        assert_eq!(found(&conflicts(&all[0], &all[1..2])), alone);
    }

    #[test]
    fn no_group_is_no_group() {
        let all = [discount("A", rate("0.9")), discount("B", rate("0.9"))];
        let all = items(&all);
        assert!(!excludes(&all[0], &all[1]));
        assert!(conflicts(&all[0], &all[1..]).is_empty());
    }

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
