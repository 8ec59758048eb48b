//! `pricing.adjust`: changing list prices, with before and after (handbook §2.9).

mod maker;

use super::bill::{BillKind, BillMethod, BillState, PriceBill, SkippedUnit};
use super::check::{LastChange, unknown_changes};
use super::rules::PriceRules;
use super::scheme::{PriceBasis, PricingScheme};
use super::target::{Levelling, PriceTarget};
use crate::Date;
use crate::error::{At, Code, Error, Finding, Result, Severity};
use crate::number::{Area, Figure, Money, Rate, Rounding, UnitPrice};
use crate::project::{self, Names, Project, Selection, not_positive};
use crate::scale;
use crate::{Label, Text};
use kaipan_derive::boundary;
use maker::Maker;
use std::collections::HashMap;

/// A request for a price bill.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdjustRequest {
    /// The project with its units and their present list prices.
    pub project: Project,
    /// The units to change; those in an active deal are left out.
    #[boundary(empty = Selection::is_all)]
    pub select: Selection,
    /// How prices change.
    pub mode: AdjustMode,
    /// Code of the bill.
    pub code: Text,
    /// What the bill does.
    #[boundary(default)]
    pub kind: BillKind,
    /// Reason, for the work log.
    pub reason: Option<Label>,
    /// First day of the new prices.
    pub effective_date: Date,
    /// Lock the units against new deals while the bill waits.
    #[boundary(written)]
    pub locks_units: bool,
    /// Which of unit price and total is rounded first.
    #[boundary(default)]
    pub price_basis: PriceBasis,
    /// Rounding point of unit prices.
    #[boundary(default)]
    pub unit_rounding: Rounding,
    /// Rounding point of totals.
    #[boundary(default)]
    pub total_rounding: Rounding,
    /// New floor prices as a share of the new list prices: 0.95 is 95 %; half up to the yuan;
    /// unchanged if absent. 50 % to 100 % is usual.
    pub floor_rate: Option<Rate>,
    /// Rules that the new prices are checked against.
    #[boundary(empty)]
    pub rules: PriceRules,
    /// When prices were last changed, for rules on the time between changes.
    pub last_changes: Vec<LastChange>,
}

/// How list prices change; each is followed by rounding and checks.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdjustMode {
    /// ± yuan per m² of building area.
    AmountPerM2 {
        /// The change.
        amount: UnitPrice,
    },
    /// ± percent.
    Percent {
        /// The change, percent: `-3` is 3 % less. 0.1 % to 30 % either way is usual.
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
        #[boundary(default)]
        by: AverageMove,
        /// What to do with the deviation that rounding leaves.
        #[boundary(default)]
        levelling: Levelling,
    },
    /// By pricing schemes, with their own roundings.
    Reprice {
        /// The schemes.
        #[boundary(required)]
        schemes: Vec<PricingScheme>,
        /// Targets, if base prices are to be solved.
        targets: Vec<PriceTarget>,
    },
    /// By a table; units not in it are left out.
    Explicit {
        /// The prices.
        #[boundary(required)]
        prices: Vec<ExplicitPrice>,
    },
}

/// How prices move to meet an average.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AverageMove {
    /// By the same factor.
    #[default]
    Scale,
    /// By the same amount per m².
    Shift,
}

/// A price from a table: one of the two numbers is given and authoritative. Both are kept as they
/// are if both are given, and must agree.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplicitPrice {
    /// 房号.
    pub unit_no: Text,
    /// Yuan per m² of building area.
    pub unit_price: Option<UnitPrice>,
    /// Yuan.
    pub total: Option<Money>,
    /// New floor price, yuan per m² of building area; unchanged if absent.
    pub floor_price: Option<UnitPrice>,
}

/// A draft bill and what it comes to.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdjustedPrices {
    /// The bill, in draft.
    pub bill: PriceBill,
    /// Units left out, with the reason.
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
    #[boundary(required)]
    pub findings: Vec<Finding>,
}

/// Makes a price bill: new list prices for the units chosen, rounded and checked.
///
/// # Errors
/// Everything wrong with the request at once; an average that cannot be met; prices that are not
/// greater than zero.
pub fn adjust(mut request: AdjustRequest) -> Result<AdjustedPrices> {
    request.project.inherit();
    check_request(&request)?;
    let mut names = Names::new(&request.project.units);
    let mut findings = unusual(&request);
    findings.extend(names.of_selection(&request.select, "/select"));
    findings.extend(project::figures::of_units(&request.project.units));
    findings.extend(project::references(&request.project, &mut names));
    findings.extend(names.take_alike());
    let mut maker = Maker { request: &request, skipped: Vec::new(), findings };
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
    Ok(AdjustedPrices {
        area,
        old_total: Money::sum(lines.iter().filter_map(|line| line.old_list_total))?,
        new_total,
        new_average: super::price::per_area(new_total, area)?,
        bill: PriceBill {
            code: request.code,
            kind: request.kind,
            method: Some(method(&request.mode)),
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

/// Rates of the request that are unusual.
fn unusual(request: &AdjustRequest) -> Vec<Finding> {
    let mut findings = request.rules.unusual("/rules");
    let floor = scale::optional(scale::FLOOR, request.floor_rate);
    findings.extend(floor.map(|found| found.path("/floor_rate")));
    if let AdjustMode::Percent { percent } = &request.mode {
        let found = scale::figure(scale::ADJUSTMENT, *percent);
        findings.extend(found.map(|found| found.path("/mode/percent")));
    }
    findings
}

/// What a bill keeps of the mode that made it.
fn method(mode: &AdjustMode) -> BillMethod {
    match mode {
        AdjustMode::AmountPerM2 { amount } => BillMethod::AmountPerM2 { amount: *amount },
        AdjustMode::Percent { percent } => BillMethod::Percent { percent: *percent },
        AdjustMode::TotalAmount { amount } => BillMethod::TotalAmount { amount: *amount },
        AdjustMode::ToAverage { average, by, .. } => {
            BillMethod::ToAverage { average: *average, by: *by }
        }
        AdjustMode::Reprice { schemes, .. } => BillMethod::Reprice {
            schemes: schemes.iter().map(|scheme| scheme.code.clone()).collect(),
        },
        AdjustMode::Explicit { .. } => BillMethod::Explicit {},
    }
}

fn check_request(request: &AdjustRequest) -> Result<()> {
    let mut errors = Vec::new();
    errors.extend(project::validate(&request.project).at("project").err());
    errors.extend(request.select.validate().at("select").err());
    errors.extend(request.rules.validate().at("rules").err());
    if let Some(rate) = request.floor_rate.filter(|rate| !rate.is_positive() || *rate > Rate::ONE) {
        let error = Error::new(Code::NumberPart).with("field", "floor_rate");
        errors.push(error.with("value", rate).at("floor_rate"));
    }
    if let AdjustMode::ToAverage { average, .. } = &request.mode
        && !average.is_positive()
    {
        errors.push(not_positive("average", average).at("mode"));
    }
    let exists = |no: &str| request.project.units.iter().any(|unit| unit.unit_no == no);
    errors.extend(unknown_changes(&request.last_changes, &request.project.units, exists));
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
            if !known.contains_key(price.unit_no.as_str()) {
                let units = &request.project.units;
                let error = project::unknown_unit(units, &price.unit_no, errors.len());
                errors.push(error.at("unit_no").at(at).at("prices").at("mode"));
            }
            let mut refuse = |error: Error| errors.push(error.at(at).at("prices").at("mode"));
            let named = |code| Error::new(code).with("unit_no", &price.unit_no);
            if price.unit_price.is_none() && price.total.is_none() {
                refuse(named(Code::PricingMissingPrice).at("unit_price"));
            }
            let given = [("unit_price", price.unit_price), ("floor_price", price.floor_price)];
            for (field, given) in given {
                if let Some(given) = given.filter(|given| !given.is_positive()) {
                    refuse(not_positive(field, given));
                }
            }
            if let Some(total) = price.total.filter(|total| !total.is_positive()) {
                refuse(not_positive("total", total));
            }
            if let Some(first) = seen.insert(price.unit_no.as_str(), at.saturating_add(1)) {
                let error = named(Code::ProjectUnitTwice).with("first", first);
                refuse(error.at("unit_no"));
            }
        }
    }
    Error::collect(errors)
}
