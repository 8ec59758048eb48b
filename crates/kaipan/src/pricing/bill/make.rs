//! Making a price bill: new list prices, with before and after (handbook §2.9).

use super::adjusting::Adjusting;
use super::mode::AdjustMode;
use super::model::{BillMethod, PriceBill, SkippedUnit};
use super::new_prices::{NewPrice, NewPrices};
use super::state::BillState;
use crate::error::{At, Code, Error, Finding, Input, Result, Severity};
use crate::number::{Area, Money, UnitPrice, overflow};
use crate::pricing::check::LastChanges;
use crate::pricing::price::{CoarseTotals, per_area};
use crate::pricing::scheme::PriceBasis;
use crate::project::{self, Names};
use crate::scale;
use kaipan_derive::boundary;
use std::collections::{BTreeMap, HashSet};

/// A draft bill and what it comes to.
#[boundary(answer)]
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

impl Adjusting<'_> {
    /// Makes the bill.
    ///
    /// # Errors
    /// Everything wrong with the inputs at once; an average that cannot be met; prices that are
    /// not greater than zero.
    pub fn bill(&self) -> Result<AdjustedPrices> {
        let project = self.project.inherited();
        let asked = Adjusting { project: &project, ..self.clone() };
        asked.refuse()?;
        let mut names = Names::new(&project.units);
        let mut findings = asked.unusual();
        findings.extend(names.of_selection(asked.select, Input::Select));
        findings.extend(project::figures::of_units(&project.units));
        findings.extend(project::references(&project, &mut names));
        findings.extend(names.take_alike());
        let NewPrices { prices, skipped, findings: told } = asked.new_prices()?;
        let told = told.into_iter().chain(asked.coarse_totals(&prices));
        for finding in told {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        let last = LastChanges::new(asked.last_changes);
        let mut lines = Vec::with_capacity(prices.len());
        for (at, new) in prices {
            let Some(unit) = project.units.get(at) else { continue };
            let line = asked.line(unit, &new, last.of(&unit.unit_no), &mut findings);
            lines.push(line.at(at).at("units").within(Input::Project)?);
        }
        if lines.is_empty() {
            return Err(Error::new(Code::ProjectNoUnits).within(Input::Select));
        }
        let mut areas = lines.iter().map(|line| line.building_area);
        let area = areas.try_fold(Area::ZERO, Area::checked_add).ok_or_else(overflow)?;
        let new_total = Money::sum(lines.iter().map(|line| line.new_list_total))?;
        let violations = findings.iter().filter(|f| f.severity == Severity::Violation).count();
        Ok(AdjustedPrices {
            area,
            old_total: Money::sum(lines.iter().filter_map(|line| line.old_list_total))?,
            new_total,
            new_average: per_area(new_total, area)?,
            bill: PriceBill {
                code: asked.code,
                kind: asked.kind,
                method: Some(method(asked.mode)),
                reason: asked.reason,
                effective_date: asked.effective_date,
                state: BillState::Draft,
                locks_units: asked.locks_units,
                lines,
                violations: u32::try_from(violations).map_err(|_| overflow())?,
            },
            skipped,
            findings,
        })
    }

    /// Totals that are not unit price × area because the bill rounds them coarsely. A total that
    /// is given or moved is authoritative, and repricing tells of the totals of its schemes.
    fn coarse_totals(&self, prices: &BTreeMap<usize, NewPrice>) -> Option<Finding> {
        let totals_given: HashSet<&str> = match self.mode {
            AdjustMode::TotalAmount { .. } | AdjustMode::Reprice { .. } => return None,
            AdjustMode::Explicit { prices } => {
                let given = prices.iter().filter(|price| price.total.is_some());
                given.map(|price| price.unit_no.as_str()).collect()
            }
            _ if self.rounding.basis == PriceBasis::TotalFirst => return None,
            _ => HashSet::new(),
        };
        let mut totals = CoarseTotals::new(self.rounding.total);
        for (at, NewPrice { price, .. }) in prices {
            let Some(unit) = self.project.units.get(*at) else { continue };
            if !totals_given.contains(unit.unit_no.as_str()) {
                totals.look_at(&unit.unit_no, price.unit, unit.building_area, price.total);
            }
        }
        Some(totals.finding()?.within(Input::TotalRounding))
    }

    /// Rates that are unusual.
    fn unusual(&self) -> Vec<Finding> {
        let mut findings = self.rules.unusual();
        let floor = scale::optional(scale::FLOOR, self.floor_rate);
        findings.extend(floor.map(|found| found.within(Input::FloorRate)));
        if let AdjustMode::Percent { percent } = self.mode {
            let found = scale::figure(scale::ADJUSTMENT, *percent);
            findings.extend(found.map(|found| found.at("percent").within(Input::Mode)));
        }
        findings
    }
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
