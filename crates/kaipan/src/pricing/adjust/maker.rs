//! Making a bill: new prices by mode, then one line a unit.

use super::super::bill::{BillLine, SkippedUnit, kept};
use super::super::book::kept as kept_price;
use super::super::check::{PriceMove, change_findings};
use super::super::factor::{Factor, FactorRow, FactorValues, Method};
use super::super::price::{Price, from_total, total_of};
use super::super::rules::{Level, PriceRules};
use super::super::scheme::{PriceBasis, PricingScheme};
use super::super::table::{percent_rate, table};
use super::super::target::{AverageBasis, Goal, Levelling, PriceLevel, PriceTarget};
use super::super::trial::{ActiveDeals, Explain, TableRequest};
use super::{AdjustMode, AdjustRequest, AverageMove, ExplicitPrice};
use crate::Date;
use crate::Text;
use crate::error::{Code, Error, Finding, Result};
use crate::number::{Figure, Fraction, Money, Rounding, UnitPrice};
use crate::project::figures::{Figured, differ};
use crate::project::{self, Dimension, Selection, Unit};
use std::collections::HashMap;

/// A new price with its floor price.
pub(super) struct NewPrice {
    price: Price,
    floor_price: Option<UnitPrice>,
}

pub(super) type NewPrices<'a> = HashMap<&'a str, NewPrice>;

pub(super) struct Maker<'a> {
    pub(super) request: &'a AdjustRequest,
    pub(super) skipped: Vec<SkippedUnit>,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Maker<'a> {
    pub(super) fn new_prices(&mut self) -> Result<NewPrices<'a>> {
        match &self.request.mode {
            AdjustMode::AmountPerM2 { amount } => {
                let amount = Fraction::from(*amount);
                self.each(|unit, old| {
                    let unit_price = Fraction::from(old.unit).add(&amount)?;
                    let more = amount.mul(&Fraction::from(unit.building_area))?;
                    Ok((unit_price, Fraction::from(old.total).add(&more)?))
                })
            }
            AdjustMode::Percent { percent } => {
                let hundred = Fraction::from(Figure::from_millionths(100_000_000));
                let factor = Fraction::ONE.add(&Fraction::from(*percent).div(&hundred)?)?;
                self.each(|_, old| {
                    Ok((
                        Fraction::from(old.unit).mul(&factor)?,
                        Fraction::from(old.total).mul(&factor)?,
                    ))
                })
            }
            AdjustMode::TotalAmount { amount } => self.total_amount(*amount),
            AdjustMode::ToAverage { average, by, levelling } => {
                self.meet_average(*average, *by, levelling)
            }
            AdjustMode::Reprice { schemes, targets } => {
                let select = self.request.select.clone();
                self.by_table(schemes.clone(), targets.clone(), select)
            }
            AdjustMode::Explicit { prices } => self.explicit(prices),
        }
    }

    /// The chosen units that may change; the others are noted with the reason.
    fn changeable(&mut self) -> Vec<(usize, &'a Unit)> {
        let chosen = self.request.project.units.iter().enumerate();
        let chosen = chosen.filter(|(_, unit)| self.request.select.matches(unit));
        let mut units = Vec::new();
        for (at, unit) in chosen {
            if unit.state.in_active_deal() {
                let reason = kept(unit);
                self.skipped.push(SkippedUnit { unit_no: unit.unit_no.clone(), reason });
            } else {
                units.push((at, unit));
            }
        }
        units
    }

    /// As [`Maker::changeable`], for modes that start from the present price.
    fn priced(&mut self) -> Result<Vec<(usize, &'a Unit, Price)>> {
        let mut units = Vec::new();
        for (at, unit) in self.changeable() {
            if unit.list_price.is_none() && unit.list_total.is_none() {
                let reason = Finding::new(Code::PricingNoListPrice, &[]).unit(&unit.unit_no);
                self.skipped.push(SkippedUnit { unit_no: unit.unit_no.clone(), reason });
                continue;
            }
            units.push((at, unit, kept_price(unit)?));
        }
        Ok(units)
    }

    /// New unit price and total before rounding, one unit at a time.
    fn each(
        &mut self,
        change: impl Fn(&Unit, &Price) -> Result<(Fraction, Fraction)>,
    ) -> Result<NewPrices<'a>> {
        let mut new = HashMap::new();
        for (at, unit, old) in self.priced()? {
            let price = change(unit, &old)
                .and_then(|(unit_price, total)| self.rounded(&unit_price, &total, unit));
            let price = price.map_err(|error| error.at(at).at("units").at("project"))?;
            new.insert(unit.unit_no.as_str(), NewPrice { price, floor_price: None });
        }
        Ok(new)
    }

    fn rounded(&self, unit_price: &Fraction, total: &Fraction, unit: &Unit) -> Result<Price> {
        match self.request.price_basis {
            PriceBasis::UnitFirst => {
                let rounded = self.request.unit_rounding.unit_price(unit_price)?;
                let total = total_of(rounded, unit.building_area, &self.request.total_rounding)?;
                if !rounded.is_positive() || !total.is_positive() {
                    return Err(Error::new(Code::PricingNotPositive).with("price", rounded));
                }
                Ok(Price { unit: rounded, total })
            }
            PriceBasis::TotalFirst => {
                from_total(self.request.total_rounding.fraction(total)?, unit.building_area)
            }
        }
    }

    /// The total is what moves here, whichever number is rounded first elsewhere.
    fn total_amount(&mut self, amount: Money) -> Result<NewPrices<'a>> {
        let mut new = HashMap::new();
        for (at, unit, old) in self.priced()? {
            let total = Fraction::from(old.total).add(&Fraction::from(amount))?;
            let price = self.request.total_rounding.fraction(&total);
            let price = price.and_then(|total| from_total(total, unit.building_area));
            let price = price.map_err(|error| error.at(at).at("units").at("project"))?;
            new.insert(unit.unit_no.as_str(), NewPrice { price, floor_price: None });
        }
        Ok(new)
    }

    /// Solved by the same engine as a table: the old unit price of each unit is its coefficient
    /// (scale) or its difference (shift), and the base price is what is solved for.
    fn meet_average(
        &mut self,
        average: UnitPrice,
        by: AverageMove,
        levelling: &Levelling,
    ) -> Result<NewPrices<'a>> {
        let priced = self.priced()?;
        // Under total-first the total is authoritative, so its exact unit price is what moves.
        let start = |unit: &Unit, old: &Price| match self.request.price_basis {
            PriceBasis::UnitFirst => Ok(old.unit),
            PriceBasis::TotalFirst => {
                Fraction::from(old.total).div(&Fraction::from(unit.building_area))?.to_unit_price()
            }
        };
        let mut rows: Vec<FactorRow> = Vec::with_capacity(priced.len());
        for (_, unit, old) in &priced {
            let value = Figure::from_millionths(start(unit, old)?.micros());
            rows.push(FactorRow { key: unit.unit_no.clone(), value });
        }
        // Units without a price cannot count in an average, in a deal or not.
        let without_price: Vec<Text> = self
            .request
            .project
            .units
            .iter()
            .filter(|unit| unit.list_price.is_none() && unit.list_total.is_none())
            .map(|unit| unit.unit_no.clone())
            .collect();
        let mut scope = self.request.select.clone();
        if !without_price.is_empty() {
            scope.except.push(project::Clause { unit_no: without_price, ..Default::default() });
        }
        if rows.is_empty() {
            return Ok(HashMap::new());
        }
        let factor = Factor {
            name: None,
            dimension: Dimension::Unit,
            method: match by {
                AverageMove::Scale => Method::Coefficient,
                AverageMove::Shift => Method::Difference,
            },
            values: FactorValues::Table { rows },
            reference: None,
            scope: Selection::all(),
            weight: None,
        };
        let scheme = PricingScheme {
            code: self.request.code.clone(),
            scope: scope.clone(),
            price_basis: self.request.price_basis,
            unit_rounding: self.request.unit_rounding,
            total_rounding: self.request.total_rounding,
            factors: vec![factor],
            ..PricingScheme::default()
        };
        let target = PriceTarget {
            scope: scope.clone(),
            goal: Goal::Average { average },
            average_basis: AverageBasis::Building,
            level: PriceLevel::List,
            split: None,
            base_rounding: None,
            levelling: levelling.clone(),
        };
        self.skipped.retain(|skipped| skipped.reason.code != Code::PricingKept);
        self.by_table(vec![scheme], vec![target], scope)
    }

    fn by_table(
        &mut self,
        schemes: Vec<PricingScheme>,
        targets: Vec<PriceTarget>,
        select: Selection,
    ) -> Result<NewPrices<'a>> {
        let changeable: Vec<&Unit> = self.changeable().into_iter().map(|(_, unit)| unit).collect();
        let priced = table(TableRequest {
            project: self.request.project.clone(),
            schemes,
            targets,
            rules: PriceRules { filed_exact: false, ..self.request.rules.clone() },
            select,
            active_deals: ActiveDeals::Keep,
            explain: Explain::None {},
            average_basis: AverageBasis::Building,
        })
        .map_err(|error| {
            // The project and the selection are the request's own; the rest is the mode's.
            let own = ["/project", "/select"].iter().any(|field| error.path().starts_with(field));
            match (&self.request.mode, own) {
                (_, true) => error,
                // The target and the scheme behind an average are not the request's.
                (AdjustMode::ToAverage { .. }, false) => error.placed("/mode"),
                _ => error.at("mode"),
            }
        })?;
        // The bill checks prices itself; what the table says about schemes and targets stays.
        let own = [
            Code::PricingBelowFloor,
            Code::PricingAboveFiled,
            Code::PricingBelowFiled,
            Code::PricingKept,
            Code::PricingNoScheme,
            Code::PricingNoSchemeMany,
            Code::ProjectNoPermit,
            Code::ProjectFiguresDiffer,
        ];
        let average = matches!(self.request.mode, AdjustMode::ToAverage { .. });
        // The rules are the bill's own, and looked at already.
        let of_rules = |f: &Finding| {
            f.path.as_ref().is_some_and(|path| path.to_string().starts_with("/rules"))
        };
        let own = |f: &Finding| own.contains(&f.code) || of_rules(f);
        for mut finding in priced.findings.into_iter().filter(|f| !own(f)) {
            // The scheme behind an average is not the request's: only what it left counts.
            if average && finding.code != Code::PricingResidual {
                continue;
            }
            // What is told of the project and the selection was told of the request's own.
            let own = |path: &str| ["/project", "/select"].iter().any(|own| path.starts_with(own));
            if finding.path.as_ref().map(ToString::to_string).as_deref().is_some_and(own) {
                if !self.findings.contains(&finding) {
                    self.findings.push(finding);
                }
                continue;
            }
            finding.path = match (&self.request.mode, finding.path) {
                (AdjustMode::ToAverage { .. }, Some(_)) => Some("/mode".into()),
                (_, path) => path.map(|path| format!("/mode{path}").into()),
            };
            self.findings.push(finding);
        }
        let mut rows: HashMap<&str, Price> = HashMap::with_capacity(priced.rows.len());
        for row in &priced.rows {
            let price = Price { unit: row.building_unit_price, total: row.total };
            rows.insert(&row.unit_no, price);
        }
        let mut new = HashMap::new();
        for unit in changeable {
            match rows.get(unit.unit_no.as_str()) {
                Some(price) => {
                    let price = NewPrice { price: *price, floor_price: None };
                    new.insert(unit.unit_no.as_str(), price);
                }
                None => {
                    let known = self.skipped.iter().any(|skipped| skipped.unit_no == unit.unit_no);
                    if !known {
                        let reason = Finding::new(Code::PricingNoScheme, &[]).unit(&unit.unit_no);
                        self.skipped.push(SkippedUnit { unit_no: unit.unit_no.clone(), reason });
                    }
                }
            }
        }
        Ok(new)
    }

    fn explicit(&mut self, prices: &[ExplicitPrice]) -> Result<NewPrices<'a>> {
        let units: HashMap<&str, &'a Unit> =
            self.changeable().into_iter().map(|(_, u)| (u.unit_no.as_str(), u)).collect();
        let mut new = HashMap::new();
        for (at, given) in prices.iter().enumerate() {
            let Some(unit) = units.get(given.unit_no.as_str()) else {
                let noted = self.skipped.iter().any(|skipped| skipped.unit_no == given.unit_no);
                if !noted {
                    let reason = Finding::new(Code::PricingNotSelected, &[]).unit(&given.unit_no);
                    self.skipped.push(SkippedUnit { unit_no: given.unit_no.clone(), reason });
                }
                continue;
            };
            let price = match (given.unit_price, given.total) {
                (given, Some(total)) => from_total(total, unit.building_area)
                    .map(|price| Price { unit: given.unwrap_or(price.unit), total }),
                (price, None) => {
                    let price = price.unwrap_or_default();
                    total_of(price, unit.building_area, &self.request.total_rounding).and_then(
                        |total| {
                            if price.is_positive() && total.is_positive() {
                                return Ok(Price { unit: price, total });
                            }
                            Err(Error::new(Code::PricingNotPositive).with("price", price))
                        },
                    )
                }
            };
            let price = price.map_err(|error| error.at(at).at("prices").at("mode"))?;
            let floor_price = given.floor_price;
            new.insert(unit.unit_no.as_str(), NewPrice { price, floor_price });
        }
        Ok(new)
    }

    pub(super) fn line(
        &mut self,
        unit: &Unit,
        new: &NewPrice,
        last: Option<Date>,
    ) -> Result<BillLine> {
        let has_old = unit.list_price.is_some() || unit.list_total.is_some();
        let old = if has_old { Some(kept_price(unit)?) } else { None };
        let floor_price = match (new.floor_price, self.request.floor_rate) {
            (Some(price), _) => Some(price),
            (None, Some(rate)) => {
                let share = Fraction::from(new.price.unit).mul(&Fraction::from(rate))?;
                Some(Rounding::YUAN.unit_price(&share)?)
            }
            (None, None) => None,
        };
        let mut findings = Vec::new();
        // Checked against the floor that comes with the bill, not the one that goes.
        let mut after = unit.clone();
        if let Some(floor) = floor_price {
            after.floor_price = Some(floor);
            after.floor_total = None;
        }
        let rules = &self.request.rules;
        let Price { unit: unit_price, total } = new.price;
        findings.extend(rules.findings(
            &after,
            unit_price,
            total,
            Level::List,
            Level::ListTotal,
        )?);
        let differ = differ(Figured::New, unit_price, unit.building_area, total);
        findings.extend(differ.map(|found| found.unit(&unit.unit_no)));
        if rules.filed_exact
            && let Some(filed) = unit.filed_price.filter(|filed| *filed != unit_price)
        {
            let params: [(&str, &dyn std::fmt::Display); 2] =
                [("price", &unit_price), ("filed", &filed)];
            let finding = Finding::new(Code::PricingFiledDiffers, &params);
            findings.push(finding.unit(&unit.unit_no));
        }
        let (mut change, mut change_rate) = (None, None);
        if let Some(old) = &old {
            let difference = new.price.total.checked_sub(old.total);
            let difference = difference.ok_or_else(|| Error::new(Code::NumberOverflow))?;
            change = Some(difference);
            change_rate = percent_rate(&difference.into(), &old.total.into()).ok();
            let change = PriceMove { old: *old, new: new.price, totals: unit.list_total.is_some() };
            let on = Some(self.request.effective_date);
            findings.extend(change_findings(&self.request.rules, unit, &change, last, on)?);
        }
        let flags = findings.iter().map(|finding| Text::from(finding.code.as_str())).collect();
        self.findings.append(&mut findings);
        Ok(BillLine {
            unit_no: unit.unit_no.clone(),
            building_area: unit.building_area,
            old_list_price: old.as_ref().map(|old| old.unit),
            old_list_total: old.as_ref().map(|old| old.total),
            new_list_price: new.price.unit,
            new_list_total: new.price.total,
            old_floor_price: unit.floor_price,
            new_floor_price: floor_price,
            change,
            change_rate,
            flags,
        })
    }
}
