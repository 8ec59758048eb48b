//! Making a price bill: new list prices, with before and after (handbook §2.9).

use super::adjusting::Adjusting;
use super::change::mode::AdjustMode;
use super::change::parts::PartPrices;
use super::life::state::BillState;
use super::model::{BillLine, BillMethod, PriceBill, SkippedUnit};
use super::summaries::summaries;
use super::told::{nothing_to_change, unchanged};
use crate::Text;
use crate::error::{At, Finding, Input, Result, Severity};
use crate::number::{Area, Money, UnitPrice, overflow};
use crate::pricing::check::LastChanges;
use crate::pricing::compare::ChangeSummary;
use crate::pricing::price::per_area;
use crate::project::{self, Names};
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
    /// Before and after: per building, per layout, overall.
    #[boundary(required)]
    pub summaries: Vec<ChangeSummary>,
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
        findings.extend(asked.told_of_parts(&mut names));
        let parts = asked.parts_prices()?;
        for PartPrices { mode, new } in &parts {
            let coarse = Adjusting { mode, ..asked.clone() }.coarse_totals(&new.prices);
            for finding in new.findings.iter().chain(&coarse) {
                if !findings.contains(finding) {
                    findings.push(finding.clone());
                }
            }
        }
        let last = LastChanges::new(asked.last_changes);
        let mut lines = BTreeMap::new();
        let mut skipped: Vec<SkippedUnit> = Vec::new();
        for PartPrices { mode, new } in parts {
            let asked = Adjusting { mode, ..asked.clone() };
            for (at, new) in new.prices {
                let Some(unit) = project.units.get(at) else { continue };
                let line = asked.line(unit, &new, last.of(&unit.unit_no), &mut findings);
                lines.insert(at, line.at(at).at("units").within(Input::Project)?);
            }
            let known: HashSet<Text> = skipped.iter().map(|one| one.unit_no.clone()).collect();
            skipped.extend(new.skipped.into_iter().filter(|one| !known.contains(&one.unit_no)));
        }
        let lines: Vec<BillLine> = lines.into_values().collect();
        if lines.is_empty() {
            return Err(nothing_to_change(&skipped, &findings));
        }
        findings.extend(unchanged(&lines));
        findings.extend(asked.in_the_way(&lines));
        let mut areas = lines.iter().map(|line| line.building_area);
        let area = areas.try_fold(Area::ZERO, Area::checked_add).ok_or_else(overflow)?;
        let new_total = Money::sum(lines.iter().map(|line| line.new_list_total))?;
        let violations = findings.iter().filter(|f| f.severity == Severity::Violation).count();
        Ok(AdjustedPrices {
            area,
            old_total: Money::sum(lines.iter().filter_map(|line| line.old_list_total))?,
            new_total,
            new_average: per_area(new_total, area)?,
            summaries: summaries(&lines, &project)?,
            bill: PriceBill {
                code: asked.code,
                kind: asked.kind,
                method: Some(method(asked.mode)),
                further_methods: asked.parts.iter().map(|part| method(&part.mode)).collect(),
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
