//! Making a price bill: new list prices, with before and after (handbook §2.9).

use super::mode::{AdjustMode, ExplicitPrice};
use super::model::{BillKind, BillMethod, PriceBill, SkippedUnit};
use super::new_prices::NewPrices;
use super::state::BillState;
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Finding, Input, Result, Severity};
use crate::number::{Area, Money, Rate, Rounding, UnitPrice};
use crate::pricing::check::{LastChange, LastChanges, PriceRules};
use crate::pricing::price::{RoundingOrder, per_area};
use crate::pricing::scheme::PriceBasis;
use crate::project::{self, Names, Project, Selection, not_positive};
use crate::scale;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;
use std::collections::HashSet;

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

/// The making of a price bill: new list prices for the units chosen, rounded and checked.
#[derive(Debug, Clone)]
pub struct Adjusting<'a> {
    pub(super) project: &'a Project,
    pub(super) mode: &'a AdjustMode,
    pub(super) select: &'a Selection,
    pub(super) code: Text,
    pub(super) effective_date: Date,
    kind: BillKind,
    reason: Option<Label>,
    locks_units: bool,
    pub(super) rounding: RoundingOrder,
    pub(super) floor_rate: Option<Rate>,
    pub(super) rules: &'a PriceRules,
    last_changes: &'a [LastChange],
}

static EVERY_UNIT: Selection = Selection::all();
static USUAL_RULES: PriceRules = PriceRules::usual();

impl<'a> Adjusting<'a> {
    /// A bill with this code that changes the list prices of a project from a day on.
    #[must_use]
    pub fn new(
        project: &'a Project,
        mode: &'a AdjustMode,
        code: impl Into<Text>,
        effective_date: Date,
    ) -> Adjusting<'a> {
        let (unit, total) = (Rounding::YUAN, Rounding::YUAN);
        Adjusting {
            project,
            mode,
            select: &EVERY_UNIT,
            code: code.into(),
            effective_date,
            kind: BillKind::default(),
            reason: None,
            locks_units: false,
            rounding: RoundingOrder { basis: PriceBasis::default(), unit, total },
            floor_rate: None,
            rules: &USUAL_RULES,
            last_changes: &[],
        }
    }

    /// The units to change, otherwise all; those in an active deal are left out.
    #[must_use]
    pub fn select(mut self, select: &'a Selection) -> Adjusting<'a> {
        self.select = select;
        self
    }

    /// What the bill does.
    #[must_use]
    pub fn kind(mut self, kind: BillKind) -> Adjusting<'a> {
        self.kind = kind;
        self
    }

    /// Reason, for the work log.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<Option<Label>>) -> Adjusting<'a> {
        self.reason = reason.into();
        self
    }

    /// Whether units are locked against new deals while the bill waits.
    #[must_use]
    pub fn locks_units(mut self, locks: bool) -> Adjusting<'a> {
        self.locks_units = locks;
        self
    }

    /// Which of unit price and total is rounded first; the unit price otherwise.
    #[must_use]
    pub fn price_basis(mut self, basis: PriceBasis) -> Adjusting<'a> {
        self.rounding.basis = basis;
        self
    }

    /// Rounding point of unit prices; half up to the yuan otherwise.
    #[must_use]
    pub fn unit_rounding(mut self, rounding: Rounding) -> Adjusting<'a> {
        self.rounding.unit = rounding;
        self
    }

    /// Rounding point of totals; half up to the yuan otherwise.
    #[must_use]
    pub fn total_rounding(mut self, rounding: Rounding) -> Adjusting<'a> {
        self.rounding.total = rounding;
        self
    }

    /// New floor prices as a share of the new list prices: 0.95 is 95 %; half up to the yuan.
    /// Floor prices stay as they are otherwise.
    #[must_use]
    pub fn floor_rate(mut self, rate: impl Into<Option<Rate>>) -> Adjusting<'a> {
        self.floor_rate = rate.into();
        self
    }

    /// Rules that the new prices are checked against; those of [`PriceRules::usual`] otherwise.
    #[must_use]
    pub fn rules(mut self, rules: &'a PriceRules) -> Adjusting<'a> {
        self.rules = rules;
        self
    }

    /// When prices were last changed, for rules on the time between changes.
    #[must_use]
    pub fn last_changes(mut self, changes: &'a [LastChange]) -> Adjusting<'a> {
        self.last_changes = changes;
        self
    }

    /// Makes the bill.
    ///
    /// # Errors
    /// Everything wrong with the inputs at once; an average that cannot be met; prices that are
    /// not greater than zero.
    pub fn bill(&self) -> Result<AdjustedPrices> {
        let project = self.project.inherited();
        let asked = Adjusting { project: &project, ..self.clone() };
        asked.check()?;
        let mut names = Names::new(&project.units);
        let mut findings = asked.unusual();
        findings.extend(names.of_selection(asked.select, Input::Select));
        findings.extend(project::figures::of_units(&project.units));
        findings.extend(project::references(&project, &mut names));
        findings.extend(names.take_alike());
        let NewPrices { prices, skipped, findings: told } = asked.new_prices()?;
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
        let overflow = || Error::new(Code::NumberOverflow);
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

    /// Refuses what can be refused before any arithmetic, every reason at once.
    fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(project::validate(self.project).within(Input::Project).err());
        errors.extend(self.select.validate().within(Input::Select).err());
        errors.extend(self.rules.validate().within(Input::Rules).err());
        let out_of_range = |rate: &Rate| !rate.is_positive() || *rate > Rate::ONE;
        if let Some(rate) = self.floor_rate.filter(out_of_range) {
            let error = Error::new(Code::NumberPart).with("field", "floor_rate");
            errors.push(error.with("value", rate).within(Input::FloorRate));
        }
        if let AdjustMode::ToAverage { average, .. } = self.mode
            && !average.is_positive()
        {
            errors.push(not_positive("average", average).within(Input::Mode));
        }
        errors.extend(LastChanges::errors(self.last_changes, &self.project.units));
        if let AdjustMode::Explicit { prices } = self.mode {
            self.check_explicit(prices, &mut errors);
        }
        Error::collect(errors)
    }

    fn check_explicit(&self, prices: &[ExplicitPrice], errors: &mut Vec<Error>) {
        let units = &self.project.units;
        let known: HashSet<&str> = units.iter().map(|unit| unit.unit_no.as_str()).collect();
        for (at, price, again) in with_repeats(prices, |price| price.unit_no.as_str()) {
            let unknown = (!known.contains(price.unit_no.as_str()))
                .then(|| project::unknown_unit(units, &price.unit_no, errors.len()));
            let mut refuse =
                |error: Error| errors.push(error.at(at).at("prices").within(Input::Mode));
            if let Some(given) = price.unit_price.filter(|given| !given.is_published()) {
                let error = Error::new(Code::NumberTooPrecise).with("text", given);
                refuse(error.with("decimals", 2).at("unit_price"));
            }
            if let Some(unknown) = unknown {
                refuse(unknown.at("unit_no"));
            }
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
            if let Some(first) = again {
                let error = named(Code::ProjectUnitTwice).with("first", first);
                refuse(error.at("unit_no"));
            }
        }
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
