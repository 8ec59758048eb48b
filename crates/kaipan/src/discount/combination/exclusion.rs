//! Which discounts exclude each other (handbook §3.5).

use crate::Text;
use crate::discount::scheme::Discount;
use crate::discount::stack::Item;
use crate::error::{Code, Error};

/// Whether two items may not be given together.
pub(crate) fn excludes(first: &Item<'_>, second: &Item<'_>) -> bool {
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
pub(crate) fn conflicts(item: &Item<'_>, others: &[Item<'_>]) -> Vec<Error> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discount::samples::{discount, fixed, items, rate};
    use crate::discount::scheme::DiscountKind;

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
}
