//! The three price levels and the rules between them (handbook §2.8).

use crate::error::{At, Code, Error, Finding, Input, Result};
use crate::number::{Fraction, Mode, Money, Rate, Rounding, UnitPrice};
use crate::project::Unit;
use crate::scale;
use kaipan_derive::boundary;

/// Rules that prices are checked against; all of them are data.
#[boundary(default)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceRules {
    /// Band around the filed price; `null` switches the check off.
    pub filed: Option<FiledPriceRule>,
    /// Check against floor prices.
    #[boundary(default = yes)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    #[must_use]
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
    #[must_use]
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
    pub fn highest(&self, filed: UnitPrice) -> Result<Fraction> {
        self.top(filed)
    }

    /// Lowest price allowed: filed × (1 − down), exact; `None` without a lower limit.
    ///
    /// # Errors
    /// [`Code::NumberTooWide`], not with prices that fit their type.
    pub fn lowest(&self, filed: UnitPrice) -> Result<Option<Fraction>> {
        self.bottom(filed)
    }

    fn top(&self, filed: UnitPrice) -> Result<Fraction> {
        Fraction::from(filed).mul(&Fraction::ONE.add(&Fraction::from(self.up))?)
    }

    fn bottom(&self, filed: UnitPrice) -> Result<Option<Fraction>> {
        let Some(down) = self.down else { return Ok(None) };
        Fraction::from(filed).mul(&Fraction::ONE.sub(&Fraction::from(down))?).map(Some)
    }

    /// Whether a unit price is above and below the band, which few are.
    fn outside(&self, price: UnitPrice, filed: UnitPrice) -> Result<(bool, bool)> {
        let price = Fraction::from(price);
        let above = price.compare(&self.top(filed)?)?.is_gt();
        let below = match self.bottom(filed)? {
            Some(bottom) => price.compare(&bottom)?.is_lt(),
            None => false,
        };
        Ok((above, below))
    }
}

/// What a price is compared with; absent levels are not checked.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PriceLevels {
    pub(crate) floor: Option<UnitPrice>,
    pub(crate) filed: Option<UnitPrice>,
}

impl PriceRules {
    /// What is checked if nothing else is said: floor prices, and [`FiledPriceRule::strict`].
    #[must_use]
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

    /// Every level that a unit price breaks.
    pub(crate) fn broken(&self, price: UnitPrice, levels: PriceLevels) -> Result<Vec<Broken>> {
        let mut broken = Vec::new();
        if let Some(floor) = levels.floor.filter(|floor| self.floor && price < *floor) {
            broken.push(Broken { code: Code::PricingBelowFloor, limit: floor });
        }
        if let (Some(rule), Some(filed)) = (&self.filed, levels.filed) {
            let (above, below) = rule.outside(price, filed)?;
            if above {
                let limit = rule.highest(filed)?.to_unit_price()?;
                broken.push(Broken { code: Code::PricingAboveFiled, limit });
            }
            if below && let Some(lowest) = rule.lowest(filed)? {
                let limit = lowest.to_unit_price()?;
                broken.push(Broken { code: Code::PricingBelowFiled, limit });
            }
        }
        Ok(broken)
    }
}

impl PriceRules {
    /// Every level that a total breaks: one per m² by a yuan or more, since a total may differ from
    /// unit price × area by its rounding; a floor total and a filed total by any amount.
    pub(crate) fn broken_total(&self, total: Money, unit: &Unit) -> Result<Vec<BrokenTotal>> {
        let mut broken = Vec::new();
        let (sum, area) = (Fraction::from(total), Fraction::from(unit.building_area));
        let mut compare = |code: Code, limit: Fraction, above: bool| -> Result<()> {
            let limit = limit.mul(&area)?;
            let beyond = if above { sum.sub(&limit)? } else { limit.sub(&sum)? };
            if beyond.compare(&Fraction::ONE)?.is_ge() {
                broken.push(BrokenTotal { code, limit: Rounding::FEN.fraction(&limit)? });
            }
            Ok(())
        };
        if let Some(floor) = unit.floor_price.filter(|_| self.floor) {
            compare(Code::PricingBelowFloor, Fraction::from(floor), false)?;
        }
        if let (Some(rule), Some(filed)) = (&self.filed, unit.filed_price) {
            compare(Code::PricingAboveFiled, rule.top(filed)?, true)?;
            if let Some(lowest) = rule.bottom(filed)? {
                compare(Code::PricingBelowFiled, lowest, false)?;
            }
        }
        if let Some(floor) = unit.floor_total.filter(|floor| self.floor && total < *floor)
            && !broken.iter().any(|broken| broken.code == Code::PricingBelowFloor)
        {
            broken.push(BrokenTotal { code: Code::PricingBelowFloor, limit: floor });
        }
        if let (Some(rule), Some(filed)) = (&self.filed, unit.filed_total) {
            let filed = Fraction::from(filed);
            // Shown so that what is beyond the limit is beyond what is shown.
            let whole = |mode: Mode| Rounding { mode, ..Rounding::FEN };
            let top = filed.mul(&Fraction::ONE.add(&Fraction::from(rule.up))?)?;
            if Fraction::from(total).compare(&top)?.is_gt() {
                let limit = whole(Mode::Down).fraction(&top)?;
                broken_filed(&mut broken, Code::PricingAboveFiled, limit);
            }
            if let Some(deepest) = rule.down {
                let bottom = filed.mul(&Fraction::ONE.sub(&Fraction::from(deepest))?)?;
                if Fraction::from(total).compare(&bottom)?.is_lt() {
                    let limit = whole(Mode::Up).fraction(&bottom)?;
                    broken_filed(&mut broken, Code::PricingBelowFiled, limit);
                }
            }
        }
        Ok(broken)
    }

    /// Every limit that a price breaks, by its unit price (per m² of building area) or by its
    /// total: what [`PriceRules::findings`] reports is what no move of a price may cross.
    pub(crate) fn limits_broken(
        &self,
        unit: &Unit,
        price: UnitPrice,
        total: Money,
    ) -> Result<Vec<Code>> {
        let levels = PriceLevels { floor: unit.floor_price, filed: unit.filed_price };
        let by_price = self.broken(price, levels)?;
        let mut codes: Vec<Code> = by_price.iter().map(|broken| broken.code).collect();
        let by_total = self.broken_total(total, unit)?;
        codes.extend(by_total.iter().map(|broken| broken.code));
        Ok(codes)
    }

    /// Tells that a unit price is not the filed one at all, where the rules ask for it (一房一价).
    pub(crate) fn differs_from_filed(&self, unit: &Unit, price: UnitPrice) -> Option<Finding> {
        let filed = unit.filed_price.filter(|filed| self.filed_exact && *filed != price)?;
        let params: [(&str, &dyn std::fmt::Display); 2] = [("price", &price), ("filed", &filed)];
        Some(Finding::new(Code::PricingFiledDiffers, &params).unit(&unit.unit_no))
    }

    /// Findings about a price: its unit price (per m² of building area) and its total. A total is
    /// reported only for what the unit price does not show already.
    pub(crate) fn findings(
        &self,
        unit: &Unit,
        price: UnitPrice,
        total: Money,
        level: Level,
        of_total: Level,
    ) -> Result<Vec<Finding>> {
        let levels = PriceLevels { floor: unit.floor_price, filed: unit.filed_price };
        let by_price = self.broken(price, levels)?;
        let mut findings: Vec<Finding> = by_price
            .iter()
            .map(|broken| finding(broken.code, level, &price, &broken.limit, &unit.unit_no))
            .collect();
        for broken in self.broken_total(total, unit)? {
            if by_price.iter().all(|known| known.code != broken.code) {
                let found = finding(broken.code, of_total, &total, &broken.limit, &unit.unit_no);
                findings.push(found);
            }
        }
        Ok(findings)
    }
}

/// Adds the limit by a filed total, where the one per m² is not broken already.
fn broken_filed(broken: &mut Vec<BrokenTotal>, code: Code, limit: Money) {
    if broken.iter().all(|broken| broken.code != code) {
        broken.push(BrokenTotal { code, limit });
    }
}

/// A limit that a total does not keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BrokenTotal {
    pub(crate) code: Code,
    pub(crate) limit: Money,
}

fn finding(
    code: Code,
    level: Level,
    price: &dyn std::fmt::Display,
    limit: &dyn std::fmt::Display,
    unit_no: &str,
) -> Finding {
    let (per_en, per_zh) = level.units();
    let (level, level_zh) = level.names();
    let params: [(&str, &dyn std::fmt::Display); 6] = [
        ("level", &level),
        ("level_zh", &level_zh),
        ("price", price),
        ("limit", limit),
        ("per_zh", &per_zh),
        ("per_en", &per_en),
    ];
    Finding::new(code, &params).unit(unit_no)
}

/// A limit that a price does not keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) code: Code,
    pub(crate) limit: UnitPrice,
}

/// Which price of a unit a rule was broken by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    List,
    ListTotal,
    Deal,
    DealTotal,
}

impl Level {
    pub(crate) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Level::List => ("list price", "表价"),
            Level::ListTotal => ("list total", "表价总价"),
            Level::Deal => ("deal price", "成交价"),
            Level::DealTotal => ("deal total", "成交总价"),
        }
    }

    const fn units(self) -> (&'static str, &'static str) {
        match self {
            Level::List | Level::Deal => ("yuan/m²", "元/㎡"),
            Level::ListTotal | Level::DealTotal => ("yuan", "元"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(rules: &PriceRules, price: &str) -> Vec<Code> {
        let levels = PriceLevels {
            floor: Some("10000".parse().unwrap()),
            filed: Some("12000".parse().unwrap()),
        };
        rules.broken(price.parse().unwrap(), levels).unwrap().iter().map(|b| b.code).collect()
    }

    #[test]
    fn handbook_2_8_band_of_fifteen_percent() {
        let rules =
            PriceRules { filed: Some(FiledPriceRule::zhongshan_2022()), ..PriceRules::default() };
        assert_eq!(codes(&rules, "13800"), []);
        assert_eq!(codes(&rules, "13800.01"), [Code::PricingAboveFiled]);
        assert_eq!(codes(&rules, "10200"), []);
        assert_eq!(codes(&rules, "10199.99"), [Code::PricingBelowFiled]);
        assert_eq!(codes(&rules, "9999.99"), [Code::PricingBelowFloor, Code::PricingBelowFiled]);
        assert_eq!(codes(&PriceRules::default(), "12000.01"), [Code::PricingAboveFiled]);
        let off = PriceRules { filed: None, floor: false, filed_exact: false };
        assert_eq!(codes(&off, "1"), []);
    }

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
