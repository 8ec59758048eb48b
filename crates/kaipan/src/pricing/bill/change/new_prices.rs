//! New prices, one mode after the other.

use super::mode::{AdjustMode, ExplicitPrice};
use super::unit_rounding::UnitRounding;
use crate::Text;
use crate::error::{At, Code, Finding, Input, InputPlace, Result, finding};
use crate::number::{Figure, UnitPrice, Unrounded};
use crate::pricing::bill::adjusting::Adjusting;
use crate::pricing::bill::model::SkippedUnit;
use crate::pricing::book::kept;
use crate::pricing::price::{Price, Raw, from_total, from_unit};
use crate::pricing::trial::{Trial, TrialPrices};
use crate::project::Unit;
use std::collections::{BTreeMap, HashMap};

/// A new price with its floor price.
pub(in crate::pricing::bill) struct NewPrice {
    pub(in crate::pricing::bill) price: Price,
    /// The floor price that comes with it.
    pub(in crate::pricing::bill) floor_price: Option<UnitPrice>,
}

/// What a mode makes of the units chosen.
#[derive(Default)]
pub(in crate::pricing::bill) struct NewPrices {
    /// By the index of the unit.
    pub(in crate::pricing::bill) prices: BTreeMap<usize, NewPrice>,
    pub(in crate::pricing::bill) skipped: Vec<SkippedUnit>,
    pub(in crate::pricing::bill) findings: Vec<Finding>,
}

impl NewPrices {
    fn skip(&mut self, unit_no: &Text, reason: Finding) {
        self.skipped.push(SkippedUnit { unit_no: unit_no.clone(), reason });
    }

    fn has_skipped(&self, unit_no: &str) -> bool {
        self.skipped.iter().any(|skipped| skipped.unit_no == unit_no)
    }
}

impl<'a> Adjusting<'a> {
    pub(in crate::pricing::bill) fn new_prices(&self) -> Result<NewPrices> {
        match self.mode {
            AdjustMode::AmountPerM2 { amount } => {
                let amount = Unrounded::from(*amount);
                self.each(|unit, old, rounding| {
                    let more = amount.mul(&Unrounded::from(unit.building_area))?;
                    let start = rounding.start(old)?;
                    let raw = Raw {
                        unit: Unrounded::from(start.unit)
                            .add(&rounding.per_area(&amount, unit)?)?,
                        total: Unrounded::from(old.total).add(&more)?,
                    };
                    rounding.round(&raw, unit)
                })
            }
            AdjustMode::Percent { percent } => {
                let hundred = Unrounded::from(Figure::from_millionths(100_000_000));
                let factor = Unrounded::ONE.add(&Unrounded::from(*percent).div(&hundred)?)?;
                self.each(|unit, old, rounding| {
                    let raw = Raw {
                        unit: Unrounded::from(rounding.start(old)?.unit).mul(&factor)?,
                        total: Unrounded::from(old.total).mul(&factor)?,
                    };
                    rounding.round(&raw, unit)
                })
            }
            // The total is what moves here, whichever number is rounded first elsewhere.
            AdjustMode::TotalAmount { amount } => self.each(|unit, old, rounding| {
                let total = Unrounded::from(old.total).add(&Unrounded::from(*amount))?;
                from_total(rounding.order.total.round(&total)?, unit.building_area)
            }),
            AdjustMode::ToAverage { average, by, levelling } => {
                self.meet_average(*average, *by, levelling)
            }
            AdjustMode::Reprice { schemes, targets } => {
                let trial = Trial::new(self.project, schemes).targets(targets).select(self.select);
                self.tried(&trial, NewPrices::default())
            }
            AdjustMode::Explicit { prices } => self.explicit(prices),
        }
    }

    /// The chosen units that may change; those in a deal are skipped.
    pub(in crate::pricing::bill) fn changeable(
        &self,
        new: &mut NewPrices,
    ) -> Vec<(usize, &'a Unit)> {
        let chosen = self.project.units.iter().enumerate();
        let chosen = chosen.filter(|(_, unit)| self.select.matches(unit));
        let (kept_units, units): (Vec<_>, Vec<_>) =
            chosen.partition(|(_, unit)| unit.state.in_active_deal());
        kept_units.iter().for_each(|(_, unit)| new.skip(&unit.unit_no, kept(unit)));
        units
    }

    /// Those of the units that have a list price to start from; the others are skipped.
    pub(in crate::pricing::bill) fn priced(
        units: Vec<(usize, &'a Unit)>,
        new: &mut NewPrices,
    ) -> Result<Vec<(usize, &'a Unit, Price)>> {
        let mut priced = Vec::with_capacity(units.len());
        for (at, unit) in units {
            match Price::listed(unit).at(at).at("units").within(Input::Project)? {
                Some(price) => priced.push((at, unit, price)),
                None => {
                    let reason = finding!(Code::PricingNoListPrice);
                    new.skip(&unit.unit_no, reason.unit(&unit.unit_no));
                }
            }
        }
        Ok(priced)
    }

    /// Changes one unit at a time.
    fn each(
        &self,
        change: impl Fn(&Unit, &Price, &UnitRounding) -> Result<Price>,
    ) -> Result<NewPrices> {
        let mut new = NewPrices::default();
        let units = self.changeable(&mut new);
        for (at, unit, old) in Self::priced(units, &mut new)? {
            let price = self.rounding_of(unit).and_then(|rounding| change(unit, &old, &rounding));
            let price = price.at(at).at("units").within(Input::Project)?;
            new.prices.insert(at, NewPrice { price, floor_price: None });
        }
        Ok(new)
    }

    /// The prices of a trial, for the units that may change.
    pub(in crate::pricing::bill) fn tried(
        &self,
        trial: &Trial<'_>,
        mut new: NewPrices,
    ) -> Result<NewPrices> {
        // The scheme and the target behind an average are the mode as a whole.
        let behind = matches!(self.mode, AdjustMode::ToAverage { .. });
        let place = |place: &mut InputPlace| match place.input() {
            Some(Input::Project | Input::Select) => {}
            _ if behind => *place = InputPlace::of(Input::Mode),
            _ => place.within(Input::Mode),
        };
        let changeable = self.changeable(&mut new);
        let tried = trial.rules(self.rules).prices().map_err(|error| error.each_place(&place));
        let TrialPrices { prices, mut findings } = tried?;
        // The rules are the bill's own, and looked at already; of the scheme behind an average only
        // what it met and left counts.
        let of_average = [Code::PricingResidual, Code::PricingTargetKeeps];
        findings.retain(|finding| {
            let input = finding.path.as_ref().and_then(InputPlace::input);
            input != Some(Input::Rules) && (!behind || of_average.contains(&finding.code))
        });
        for finding in &mut findings {
            finding.path.iter_mut().for_each(place);
        }
        new.findings = findings;
        for (at, unit) in changeable {
            match prices.get(&at) {
                Some(price) => {
                    new.prices.insert(at, NewPrice { price: *price, floor_price: None });
                }
                None if new.has_skipped(&unit.unit_no) => {}
                None => {
                    let reason = finding!(Code::PricingNoScheme).unit(&unit.unit_no);
                    new.skip(&unit.unit_no, reason);
                }
            }
        }
        Ok(new)
    }

    /// The prices of a table; what it gives of a price is kept as it is.
    fn explicit(&self, prices: &[ExplicitPrice]) -> Result<NewPrices> {
        let mut new = NewPrices::default();
        let units = self.changeable(&mut new).into_iter();
        let units: HashMap<&str, (usize, &Unit)> =
            units.map(|(at, unit)| (unit.unit_no.as_str(), (at, unit))).collect();
        for (place, given) in prices.iter().enumerate() {
            let Some((at, unit)) = units.get(given.unit_no.as_str()) else {
                if !new.has_skipped(&given.unit_no) {
                    let reason = finding!(Code::PricingNotSelected).unit(&given.unit_no);
                    new.skip(&given.unit_no, reason);
                }
                continue;
            };
            let area = unit.building_area;
            let price = match (given.unit_price, given.total) {
                (own, Some(total)) => from_total(total, area)
                    .map(|price| Price { unit: own.unwrap_or(price.unit), total }),
                (own, None) => self.rounding_of(unit).and_then(|rounding| {
                    from_unit(own.unwrap_or_default(), area, &rounding.order.total)
                }),
            };
            let price = price.at(place).at("prices").within(Input::Mode)?;
            new.prices.insert(*at, NewPrice { price, floor_price: given.floor_price });
        }
        Ok(new)
    }
}
