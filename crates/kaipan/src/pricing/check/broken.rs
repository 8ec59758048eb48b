//! What a price breaks: floors, and the band around the filed price.

use super::rules::PriceRules;
use crate::error::{Code, Finding, Result, finding};
use crate::number::{Mode, Money, Rounding, UnitPrice, Unrounded};
use crate::project::Unit;

/// What a price is compared with; absent levels are not checked.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PriceLevels {
    pub(crate) floor: Option<UnitPrice>,
    pub(crate) filed: Option<UnitPrice>,
}

impl PriceRules {
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
        let (sum, area) = (Unrounded::from(total), Unrounded::from(unit.building_area));
        let mut compare = |code: Code, limit: Unrounded, above: bool| -> Result<()> {
            let limit = limit.mul(&area)?;
            let beyond = if above { sum.sub(&limit)? } else { limit.sub(&sum)? };
            if beyond.compare(&Unrounded::ONE)?.is_ge() {
                broken.push(BrokenTotal { code, limit: Rounding::FEN.round(&limit)? });
            }
            Ok(())
        };
        if let Some(floor) = unit.floor_price.filter(|_| self.floor) {
            compare(Code::PricingBelowFloor, Unrounded::from(floor), false)?;
        }
        if let (Some(rule), Some(filed)) = (&self.filed, unit.filed_price) {
            compare(Code::PricingAboveFiled, rule.highest(filed)?, true)?;
            if let Some(lowest) = rule.lowest(filed)? {
                compare(Code::PricingBelowFiled, lowest, false)?;
            }
        }
        if let Some(floor) = unit.floor_total.filter(|floor| self.floor && total < *floor)
            && !broken.iter().any(|broken| broken.code == Code::PricingBelowFloor)
        {
            broken.push(BrokenTotal { code: Code::PricingBelowFloor, limit: floor });
        }
        if let (Some(rule), Some(filed)) = (&self.filed, unit.filed_total) {
            let filed = Unrounded::from(filed);
            // Shown so that what is beyond the limit is beyond what is shown.
            let whole = |mode: Mode| Rounding { mode, ..Rounding::FEN };
            let top = filed.mul(&rule.up_factor()?)?;
            if Unrounded::from(total).compare(&top)?.is_gt() {
                let limit = whole(Mode::Down).round(&top)?;
                broken_filed(&mut broken, Code::PricingAboveFiled, limit);
            }
            if let Some(factor) = rule.down_factor()? {
                let bottom = filed.mul(&factor)?;
                if Unrounded::from(total).compare(&bottom)?.is_lt() {
                    let limit = whole(Mode::Up).round(&bottom)?;
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
        Some(finding!(Code::PricingFiledDiffers, price, filed).unit(&unit.unit_no))
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
    finding!(code, level, level_zh, price, limit, per_zh, per_en).unit(unit_no)
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
    use super::super::rules::FiledPriceRule;
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
}
