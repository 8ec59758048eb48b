//! The three price levels and the rules between them (handbook §2.8).

use crate::error::{At, Code, Error, Finding, Input, Result};
use crate::number::{Rate, UnitPrice, Unrounded};
use crate::scale;
use kaipan_derive::boundary;

/// Rules that prices are checked against; all of them are data.
#[boundary(default)]
pub struct PriceRules {
    /// Band around the filed price; `null` switches the check off.
    pub filed: Option<FiledPriceRule>,
    /// Check against floor prices.
    #[boundary(default = true)]
    pub floor: bool,
    /// Report computed unit prices that differ from the filed price at all (一房一价).
    pub filed_exact: bool,
}

impl Default for PriceRules {
    fn default() -> PriceRules {
        PriceRules::usual()
    }
}

/// A local rule on actual prices against the filed price (备案价).
///
/// Percentages are ratios: `0.15` is 15 %.
#[boundary]
pub struct FiledPriceRule {
    /// Highest price above the filed one, share: 0.15 is 15 %. 0.1 % to 50 % is usual.
    pub up: Rate,
    /// Deepest price below the filed one, share: 0.15 is 15 %; no limit if absent. 0.1 % to 50 % is
    /// usual.
    pub down: Option<Rate>,
    /// Least days between two changes of a price.
    pub min_days_between_changes: Option<u32>,
    /// Least calendar months between two changes of a price; a shorter month ends the wait on its
    /// last day (November 30 and 3 months: February 28 or 29). Beside days, both are kept.
    pub min_months_between_changes: Option<u32>,
    /// Deepest single cut, share: 0.05 is 5 %. 0.1 % to 50 % is usual.
    pub max_cut_per_change: Option<Rate>,
}

impl FiledPriceRule {
    /// Nothing above the filed price, at most 15 % below: a typical strict default.
    pub const fn strict() -> FiledPriceRule {
        FiledPriceRule {
            up: Rate::ZERO,
            down: Some(Rate::from_millionths(150_000)),
            min_days_between_changes: None,
            min_months_between_changes: None,
            max_cut_per_change: None,
        }
    }

    /// Zhongshan, from 2022-07-04: within ±15 % of the declared price, at least three
    /// calendar months between changes, each cut at most 5 %.
    pub const fn zhongshan_2022() -> FiledPriceRule {
        FiledPriceRule {
            up: Rate::from_millionths(150_000),
            down: Some(Rate::from_millionths(150_000)),
            min_days_between_changes: None,
            min_months_between_changes: Some(3),
            max_cut_per_change: Some(Rate::from_millionths(50_000)),
        }
    }

    /// Refuses rates that cannot be a band.
    ///
    /// # Errors
    /// [`Code::PricingRate`], [`Code::NumberNegative`], all at once.
    pub fn validate(&self) -> Result<()> {
        let mut errors = Vec::new();
        let mut check = |field: &'static str, rate: Rate, high: Option<Rate>| {
            if rate.is_negative() || high.is_some_and(|high| rate > high) {
                let error = match high {
                    Some(high) => Error::new(Code::PricingRate).with("low", "0").with("high", high),
                    None => Error::new(Code::NumberNegative),
                };
                errors.push(error.with("field", field).with("value", rate).at(field));
            }
        };
        check("up", self.up, None);
        if let Some(down) = self.down {
            check("down", down, Some(Rate::ONE));
        }
        if let Some(cut) = self.max_cut_per_change {
            check("max_cut_per_change", cut, Some(Rate::ONE));
        }
        Error::collect(errors)
    }

    /// Highest price allowed: filed × (1 + up), exact.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`], not with prices that fit their type.
    pub fn highest(&self, filed: UnitPrice) -> Result<Unrounded> {
        Unrounded::from(filed).mul(&self.up_factor()?)
    }

    /// Lowest price allowed: filed × (1 − down), exact; `None` without a lower limit.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`], not with prices that fit their type.
    pub fn lowest(&self, filed: UnitPrice) -> Result<Option<Unrounded>> {
        self.down_factor()?.map(|factor| Unrounded::from(filed).mul(&factor)).transpose()
    }

    /// 1 + up.
    pub(super) fn up_factor(&self) -> Result<Unrounded> {
        Unrounded::ONE.add(&Unrounded::from(self.up))
    }

    /// 1 − down, if there is a lower limit.
    pub(super) fn down_factor(&self) -> Result<Option<Unrounded>> {
        self.down.map(|down| Unrounded::ONE.sub(&Unrounded::from(down))).transpose()
    }

    /// Whether a unit price is above and below the band, which few are.
    pub(super) fn outside(&self, price: UnitPrice, filed: UnitPrice) -> Result<(bool, bool)> {
        let price = Unrounded::from(price);
        let above = price.compare(&self.highest(filed)?)?.is_gt();
        let below = match self.lowest(filed)? {
            Some(bottom) => price.compare(&bottom)?.is_lt(),
            None => false,
        };
        Ok((above, below))
    }
}

/// The usual rules, for engines that borrow theirs.
pub(crate) static USUAL_RULES: PriceRules = PriceRules::usual();

impl PriceRules {
    /// What is checked if nothing else is said: floor prices, and [`FiledPriceRule::strict`].
    pub const fn usual() -> PriceRules {
        PriceRules { filed: Some(FiledPriceRule::strict()), floor: true, filed_exact: false }
    }

    /// Refuses rules that cannot be.
    ///
    /// # Errors
    /// As [`FiledPriceRule::validate`].
    pub fn validate(&self) -> Result<()> {
        self.filed.as_ref().map_or(Ok(()), |rule| rule.validate().at("filed"))
    }

    /// What is unusual about the rules.
    pub(crate) fn unusual(&self) -> Vec<Finding> {
        let Some(rule) = &self.filed else { return Vec::new() };
        let fields = [
            ("up", scale::rate(scale::UP, rule.up)),
            ("down", scale::optional(scale::DOWN, rule.down)),
            ("max_cut_per_change", scale::optional(scale::CUT, rule.max_cut_per_change)),
        ];
        let found = fields.into_iter().filter_map(|(field, found)| Some((field, found?)));
        found.map(|(field, found)| found.at(field).at("filed").within(Input::Rules)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_rules_are_refused() {
        let rule = FiledPriceRule {
            up: "-0.1".parse().unwrap(),
            down: Some("1.2".parse().unwrap()),
            ..FiledPriceRule::strict()
        };
        let error = rule.validate().unwrap_err();
        assert_eq!([error.path(), error.others()[0].path()], ["/up", "/down"]);
    }
}
