//! `pricing.adjust`: changing list prices, with before and after (handbook §2.9).

use super::bill::{BillKind, BillLine, BillState, PriceBill, SkippedUnit, kept};
use super::book::kept as kept_price;
use super::check::{LastChange, change_findings, unknown_changes};
use super::factor::{Factor, FactorRow, FactorValues, Method};
use super::price::{Price, from_total, total_of};
use super::rules::{Level, PriceRules};
use super::scheme::{PriceBasis, PricingScheme};
use super::table::{percent_rate, table};
use super::target::{AverageBasis, Goal, Levelling, PriceTarget};
use super::trial::{ActiveDeals, Explain, TableRequest};
use crate::Date;
use crate::error::{At, Code, Error, Finding, Result, Severity};
use crate::number::{Area, Figure, Fraction, Money, Rate, Rounding, UnitPrice};
use crate::project::{self, Dimension, Project, Selection, Unit};
use std::collections::HashMap;

/// A request for a price bill.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AdjustRequest {
    /// The project with its units and their present list prices.
    pub project: Project,
    /// The units to change; those in an active deal are left out.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Selection::is_all"))]
    pub select: Selection,
    /// How prices change.
    pub mode: AdjustMode,
    /// Code of the bill.
    pub code: String,
    /// What the bill does.
    #[cfg_attr(feature = "serde", serde(default))]
    pub kind: BillKind,
    /// Reason, for the work log.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub reason: Option<String>,
    /// First day of the new prices.
    pub effective_date: Date,
    /// Lock the units against new deals while the bill waits.
    #[cfg_attr(feature = "serde", serde(default))]
    pub locks_units: bool,
    /// Which of unit price and total is rounded first.
    #[cfg_attr(feature = "serde", serde(default))]
    pub price_basis: PriceBasis,
    /// Rounding point of unit prices.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unit_rounding: Rounding,
    /// Rounding point of totals.
    #[cfg_attr(feature = "serde", serde(default))]
    pub total_rounding: Rounding,
    /// New floor prices as a share of the new list prices, half up to the yuan; unchanged if
    /// absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub floor_rate: Option<Rate>,
    /// Rules that the new prices are checked against.
    #[cfg_attr(feature = "serde", serde(default))]
    pub rules: PriceRules,
    /// When prices were last changed, for rules on the time between changes.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub last_changes: Vec<LastChange>,
}

/// How list prices change; each is followed by rounding and checks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
pub enum AdjustMode {
    /// ± yuan per m² of building area.
    AmountPerM2 {
        /// The change.
        amount: UnitPrice,
    },
    /// ± percent.
    Percent {
        /// The change: `-3` is 3 % less.
        percent: Figure,
    },
    /// ± yuan per unit, on the total.
    TotalAmount {
        /// The change.
        amount: Money,
    },
    /// To an average over all units chosen; those in a deal count with the price they keep.
    ToAverage {
        /// Yuan per m² of building area.
        average: UnitPrice,
        /// How prices move.
        #[cfg_attr(feature = "serde", serde(default))]
        by: AverageMove,
        /// What to do with the deviation that rounding leaves.
        #[cfg_attr(feature = "serde", serde(default))]
        levelling: Levelling,
    },
    /// By pricing schemes, with their own roundings.
    Reprice {
        /// The schemes.
        schemes: Vec<PricingScheme>,
        /// Targets, if base prices are to be solved.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
        targets: Vec<PriceTarget>,
    },
    /// By a table; units not in it are left out.
    Explicit {
        /// The prices.
        prices: Vec<ExplicitPrice>,
    },
}

/// How prices move to meet an average.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum AverageMove {
    /// By the same factor.
    #[default]
    Scale,
    /// By the same amount per m².
    Shift,
}

/// A price from a table; exactly one of the two numbers is given and authoritative.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ExplicitPrice {
    /// 房号.
    pub unit_no: String,
    /// Yuan per m² of building area.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub unit_price: Option<UnitPrice>,
    /// Yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub total: Option<Money>,
    /// New floor price, yuan per m² of building area; unchanged if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub floor_price: Option<UnitPrice>,
}

/// A draft bill and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AdjustResponse {
    /// The bill, in draft.
    pub bill: PriceBill,
    /// Units left out, with the reason.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub skipped: Vec<SkippedUnit>,
    /// Σ building area of the lines, m².
    pub area: Area,
    /// Σ old list total of the lines that have one.
    pub old_total: Money,
    /// Σ new list total.
    pub new_total: Money,
    /// Average of the new prices, half up to 0.01.
    pub new_average: UnitPrice,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// Makes a price bill: new list prices for the units chosen, rounded and checked.
///
/// # Errors
/// Everything wrong with the request at once; an average that cannot be met; prices that are not
/// greater than zero.
pub fn adjust(mut request: AdjustRequest) -> Result<AdjustResponse> {
    request.project.inherit();
    check_request(&request)?;
    let mut maker = Maker { request: &request, skipped: Vec::new(), findings: Vec::new() };
    let new = maker.new_prices()?;
    let mut lines = Vec::new();
    let last: HashMap<&str, Date> =
        request.last_changes.iter().map(|change| (change.unit_no.as_str(), change.on)).collect();
    for (at, unit) in request.project.units.iter().enumerate() {
        let Some(price) = new.get(unit.unit_no.as_str()) else { continue };
        let line = maker
            .line(unit, price, last.get(unit.unit_no.as_str()).copied())
            .map_err(|error| error.at(at).at("units").at("project"))?;
        lines.push(line);
    }
    if lines.is_empty() {
        return Err(Error::new(Code::ProjectNoUnits).at("select"));
    }
    let overflow = || Error::new(Code::NumberOverflow);
    let area = lines.iter().try_fold(Area::ZERO, |sum, line| sum.checked_add(line.building_area));
    let area = area.ok_or_else(overflow)?;
    let new_total = Money::sum(lines.iter().map(|line| line.new_list_total))?;
    let violations = maker.findings.iter().filter(|f| f.severity == Severity::Violation).count();
    let (skipped, findings) = (maker.skipped, maker.findings);
    Ok(AdjustResponse {
        area,
        old_total: Money::sum(lines.iter().filter_map(|line| line.old_list_total))?,
        new_total,
        new_average: super::price::per_area(new_total, area)?,
        bill: PriceBill {
            code: request.code,
            kind: request.kind,
            reason: request.reason,
            effective_date: request.effective_date,
            state: BillState::Draft,
            locks_units: request.locks_units,
            lines,
            violations: u32::try_from(violations).map_err(|_| overflow())?,
        },
        skipped,
        findings,
    })
}

fn check_request(request: &AdjustRequest) -> Result<()> {
    let mut errors = Vec::new();
    errors.extend(project::validate(&request.project).at("project").err());
    errors.extend(request.select.validate().at("select").err());
    errors.extend(request.rules.validate().at("rules").err());
    if let Some(rate) = request.floor_rate.filter(|rate| !rate.is_positive() || *rate > Rate::ONE) {
        let error = Error::new(Code::PricingRate).with("field", "floor_rate").with("low", "0");
        errors.push(error.with("high", "1").with("value", rate).at("floor_rate"));
    }
    if let AdjustMode::ToAverage { average, .. } = &request.mode
        && !average.is_positive()
    {
        let error = Error::new(Code::PricingNotPositive).with("price", average);
        errors.push(error.at("average").at("mode"));
    }
    let exists = |no: &str| request.project.units.iter().any(|unit| unit.unit_no == no);
    errors.extend(unknown_changes(&request.last_changes, exists));
    if let AdjustMode::Explicit { prices } = &request.mode {
        let known: HashMap<&str, ()> =
            request.project.units.iter().map(|unit| (unit.unit_no.as_str(), ())).collect();
        let mut seen = HashMap::new();
        for (at, price) in prices.iter().enumerate() {
            if let Some(given) = price.unit_price.filter(|given| !given.is_published()) {
                let error = Error::new(Code::NumberTooPrecise).with("text", given);
                let error = error.with("decimals", 2).at("unit_price");
                errors.push(error.at(at).at("prices").at("mode"));
            }
            let mut refuse = |code: Code, field: &str, first: usize| {
                let error = Error::new(code).with("unit_no", &price.unit_no);
                let error = match code {
                    Code::ProjectDuplicateUnit => error.with("first", first),
                    Code::PricingNotPositive => error.with("price", "≤ 0"),
                    _ => error,
                };
                errors.push(error.at(field).at(at).at("prices").at("mode"));
            };
            if !known.contains_key(price.unit_no.as_str()) {
                refuse(Code::PricingUnknownUnit, "unit_no", 0);
            }
            if price.unit_price.is_some() == price.total.is_some() {
                refuse(Code::PricingMissingPrice, "unit_price", 0);
            }
            let floor = price.floor_price.filter(|floor| !floor.is_positive());
            if floor.is_some() {
                refuse(Code::PricingNotPositive, "floor_price", 0);
            }
            if let Some(first) = seen.insert(price.unit_no.as_str(), at.saturating_add(1)) {
                refuse(Code::ProjectDuplicateUnit, "unit_no", first);
            }
        }
    }
    Error::collect(errors)
}

/// A new price with its floor price.
struct NewPrice {
    price: Price,
    floor_price: Option<UnitPrice>,
}

type NewPrices<'a> = HashMap<&'a str, NewPrice>;

struct Maker<'a> {
    request: &'a AdjustRequest,
    skipped: Vec<SkippedUnit>,
    findings: Vec<Finding>,
}

impl<'a> Maker<'a> {
    fn new_prices(&mut self) -> Result<NewPrices<'a>> {
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
        let without_price: Vec<String> = self
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
            level: super::target::PriceLevel::List,
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
            Code::ProjectNoPermit,
        ];
        let average = matches!(self.request.mode, AdjustMode::ToAverage { .. });
        for mut finding in priced.findings.into_iter().filter(|f| !own.contains(&f.code)) {
            // The scheme behind an average is not the request's: only what it left counts.
            if average && finding.code != Code::PricingResidual {
                continue;
            }
            finding.path = match (&self.request.mode, finding.path) {
                (AdjustMode::ToAverage { .. }, Some(_)) => Some("/mode".to_owned()),
                (_, path) => path.map(|path| format!("/mode{path}")),
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
                (_, Some(total)) => from_total(total, unit.building_area),
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

    fn line(&mut self, unit: &Unit, new: &NewPrice, last: Option<Date>) -> Result<BillLine> {
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
            if old.unit != new.price.unit {
                findings.extend(change_findings(
                    &self.request.rules,
                    unit,
                    old.unit,
                    new.price.unit,
                    last,
                    Some(self.request.effective_date),
                )?);
            }
        }
        let flags = findings.iter().map(|finding| finding.code.as_str().to_owned()).collect();
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
