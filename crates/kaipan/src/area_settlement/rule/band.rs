//! Bands of the ratio by which an area differs.

use crate::error::Result;
use crate::number::{Area, Rate, Unrounded};
use kaipan_derive::boundary;
use std::borrow::Cow;
use std::cmp::Ordering;

/// The rule of a settlement.
#[boundary]
pub enum AreaRule {
    /// 商品房销售管理办法 Measures for the Sale of Commodity Housing, Art. 20: up to 3 % either way what
    /// differs is paid for at the contract's price. Beyond it the seller bears what is more, pays double
    /// what is less, and the buyer may quit. A ratio of exactly 3 % is within.
    Statutory {},
    /// Bands of the contract's own.
    Bands {
        /// How the factors of bands apply.
        #[boundary(default)]
        way: BandWay,
        /// The bands, from the lowest ratio to the highest.
        #[boundary(required)]
        bands: Vec<AreaBand>,
    },
}

/// How the factors of bands apply.
#[boundary]
pub enum BandWay {
    /// 分段计算: what lies in a band counts at the factor of that band.
    #[default]
    Segmented,
    /// 按最高标准: the whole difference counts at the factor of the band that the ratio lies in.
    WholeAtBand,
}

/// A band of ratios, of an area that is larger (above zero) or smaller (below zero).
#[boundary]
pub struct AreaBand {
    /// Where it begins, a share: −0.03 is 3 % less; without an end below if absent.
    pub from: Option<Rate>,
    /// A ratio of exactly this lies in it.
    pub from_included: bool,
    /// Where it ends, a share: 0.03 is 3 % more; without an end above if absent.
    pub to: Option<Rate>,
    /// A ratio of exactly this lies in it.
    pub to_included: bool,
    /// How often the contract's price is paid for what counts, a factor: 1 is once, 2 is double,
    /// 0 is not at all (不补差).
    pub factor: Rate,
    /// 可退房: the buyer may quit.
    pub may_quit: bool,
    /// What is refunded of it bears interest, where the policy has a rate.
    pub interest: bool,
}

const THREE_PERCENT: Rate = Rate::from_millionths(30_000);
const LESS_THREE_PERCENT: Rate = Rate::from_millionths(-30_000);
const DOUBLE: Rate = Rate::from_millionths(2_000_000);

impl AreaRule {
    /// Its bands. Those of Art. 20 are (−∞, −3 %) at 2, [−3 %, 0) at 1, (0, 3 %] at 1, (3 %, ∞) at 0.
    ///
    /// ```
    /// use kaipan::area_settlement::AreaRule;
    /// let factors: Vec<String> =
    ///     AreaRule::STATUTORY.in_bands().iter().map(|band| band.factor.to_string()).collect();
    /// assert_eq!(factors, ["2", "1", "1", "0"]);
    /// ```
    #[must_use]
    pub fn in_bands(&self) -> Cow<'_, [AreaBand]> {
        match self {
            AreaRule::Bands { bands, .. } => Cow::Borrowed(bands),
            AreaRule::Statutory {} => Cow::Owned(statutory()),
        }
    }

    /// How the factors apply.
    #[must_use]
    pub fn way(&self) -> BandWay {
        match self {
            AreaRule::Bands { way, .. } => *way,
            AreaRule::Statutory {} => BandWay::Segmented,
        }
    }
}

fn statutory() -> Vec<AreaBand> {
    let band = |factor| AreaBand::new(factor);
    vec![
        band(DOUBLE).with_to(LESS_THREE_PERCENT).with_may_quit(true),
        band(Rate::ONE)
            .with_from(LESS_THREE_PERCENT)
            .with_from_included(true)
            .with_to(Rate::ZERO)
            .with_interest(true),
        band(Rate::ONE).with_from(Rate::ZERO).with_to(THREE_PERCENT).with_to_included(true),
        band(Rate::ZERO).with_from(THREE_PERCENT).with_may_quit(true),
    ]
}

impl AreaBand {
    /// An end as an area: so much of the contract's.
    pub(super) fn end(ratio: Rate, contract: Area) -> Result<Unrounded> {
        Unrounded::from(ratio).mul(&Unrounded::from(contract))
    }

    /// A difference of an area lies in it. Ends are compared as areas, so that nothing is divided.
    pub(super) fn holds(&self, difference: &Unrounded, contract: Area) -> Result<bool> {
        let from = match self.from {
            None => true,
            Some(from) => match difference.compare(&AreaBand::end(from, contract)?)? {
                Ordering::Greater => true,
                Ordering::Equal => self.from_included,
                Ordering::Less => false,
            },
        };
        let to = match self.to {
            None => true,
            Some(to) => match difference.compare(&AreaBand::end(to, contract)?)? {
                Ordering::Less => true,
                Ordering::Equal => self.to_included,
                Ordering::Greater => false,
            },
        };
        Ok(from && to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which band of Art. 20 a registered area falls in, of 100 m².
    fn band(registered: &str) -> Option<usize> {
        let contract: Area = "100".parse().unwrap();
        let registered: Area = registered.parse().unwrap();
        let difference = Unrounded::from(registered).sub(&Unrounded::from(contract)).unwrap();
        statutory().iter().position(|band| band.holds(&difference, contract).unwrap())
    }

    #[test]
    fn exactly_three_percent_is_within() {
        for (registered, expected) in [
            ("96.9999", Some(0)),
            ("97", Some(1)),
            ("97.0001", Some(1)),
            ("99.9999", Some(1)),
            ("100", None),
            ("100.0001", Some(2)),
            ("103", Some(2)),
            ("103.0001", Some(3)),
        ] {
            assert_eq!(band(registered), expected, "{registered}");
        }
    }
}
