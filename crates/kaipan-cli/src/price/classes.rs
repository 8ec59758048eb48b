//! Price classes: round limits between the lowest and the highest unit price of a building.

use crate::layout::amount;
use crate::paint::CLASSES;
use kaipan::number::UnitPrice;
use std::collections::BTreeSet;

/// Classes of equal width, at most [`CLASSES`] of them. Where a wide range holds no price, as
/// between homes and shops, its classes are left out, so that both sides keep their colours.
pub(crate) struct Classes {
    /// Lower limits, from low to high; the first class takes all below the second limit.
    limits: Vec<UnitPrice>,
}

impl Classes {
    /// Classes for these prices, with limits such as 500, 1,000 or 2,000 yuan apart.
    pub(crate) fn new(prices: impl Iterator<Item = UnitPrice> + Clone) -> Classes {
        let (low, high) = (prices.clone().min(), prices.clone().max());
        let (Some(low), Some(high)) = (low, high) else { return Classes { limits: Vec::new() } };
        let steps = (0..13_u32).flat_map(|power| {
            let ten = 10_i64.saturating_pow(power).saturating_mul(10_000);
            [1, 2, 5].map(|digit| ten.saturating_mul(digit))
        });
        let most = i64::try_from(CLASSES).unwrap_or(1);
        for step in steps {
            let number = |price: UnitPrice| price.micros().checked_div_euclid(step).unwrap_or(0);
            let (first, last) = (number(low), number(high));
            let limit = |at: i64| UnitPrice::from_micros(at.saturating_mul(step));
            if last.saturating_sub(first) < most {
                return Classes { limits: (first..=last).map(limit).collect() };
            }
            let held = held(prices.clone().map(number), most);
            if !held.is_empty() {
                return Classes { limits: held.into_iter().map(limit).collect() };
            }
        }
        Classes { limits: vec![low] }
    }

    /// The colour of a price, spread over the whole scale.
    pub(crate) fn colour(&self, price: UnitPrice) -> usize {
        let class = self.limits.iter().skip(1).filter(|limit| **limit <= price).count();
        self.spread(class)
    }

    /// Every class with its colour: `48,000+`.
    pub(crate) fn legend(&self) -> Vec<(usize, String)> {
        let limits = self.limits.iter().enumerate();
        limits.map(|(at, limit)| (self.spread(at), format!(" {}+ ", amount(limit)))).collect()
    }

    fn spread(&self, class: usize) -> usize {
        let last = self.limits.len().saturating_sub(1);
        let warmest = CLASSES.saturating_sub(1);
        let scaled = class.saturating_mul(warmest).saturating_add(last.checked_div(2).unwrap_or(0));
        scaled.checked_div(last).unwrap_or(warmest.checked_div(2).unwrap_or(0))
    }
}

/// The classes that hold prices, if they are few, hold two prices each in the middle, and lie on
/// both sides of a range as wide as a whole scale.
fn held(classes: impl Iterator<Item = i64>, most: i64) -> Vec<i64> {
    let mut count = 0_usize;
    let held: BTreeSet<i64> = classes.inspect(|_| count = count.saturating_add(1)).collect();
    let held: Vec<i64> = held.into_iter().collect();
    let is_wide = |pair: &[i64]| match pair {
        [below, above] => above.saturating_sub(*below) > most,
        _ => false,
    };
    let few = held.len() <= CLASSES && count >= held.len().saturating_mul(2);
    if few && held.windows(2).any(is_wide) { held } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_keep_their_colours_beside_shops() {
        let homes = (0..40_i64).map(|at| 21_000 + at * 75);
        let shops = [44_000, 45_000, 46_000];
        let all: Vec<UnitPrice> =
            homes.chain(shops).map(|yuan| UnitPrice::from_micros(yuan * 1_000_000)).collect();
        let classes = Classes::new(all.iter().copied());
        let of_homes: BTreeSet<usize> =
            all.iter().take(40).map(|price| classes.colour(*price)).collect();
        assert!(of_homes.len() > 1, "{:?}", classes.legend());
        assert!(all.iter().skip(40).all(|price| !of_homes.contains(&classes.colour(*price))));
    }

    #[test]
    fn limits_are_round_and_few() {
        let prices = ["46948.26", "52229.87", "56812.5"].map(|text| text.parse().unwrap());
        let classes = Classes::new(prices.into_iter());
        let shown: Vec<String> = classes.legend().into_iter().map(|(_, text)| text).collect();
        assert_eq!(
            shown,
            [" 46,000+ ", " 48,000+ ", " 50,000+ ", " 52,000+ ", " 54,000+ ", " 56,000+ "]
        );
        assert_eq!(prices.map(|price| classes.colour(price)), [0, 4, 6]);
        let same = Classes::new(prices.into_iter().take(1));
        assert_eq!((same.legend().len(), same.colour(prices[0])), (1, 3));
    }
}
