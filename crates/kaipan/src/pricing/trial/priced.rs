//! Prices of a project, and what is told on the way: what tables and bills are made from.

use super::inputs::{Explain, Trial};
use crate::error::{At, Code, Error, Finding, Input, Result, Severity, finding};
use crate::number::Unrounded;
use crate::pricing::book::{ActiveDeals, Book, Fixing, Slot};
use crate::pricing::price::{FloorPriceRule, Price, unit_prices};
use crate::pricing::scheme;
use crate::pricing::targets::{
    self, Levelling, Pricers, Settled, Solution, SolvedTarget, Stop, given_bases, nudge, pricers,
    settle, solve, to_fen,
};
use crate::project::{self, Names, Unit, figures};
use std::collections::{HashMap, HashSet};

/// A project with its prices.
pub(super) struct Priced<'p> {
    pub(super) trial: Trial<'p>,
    pub(super) book: &'p Book<'p>,
    pub(super) solution: &'p Solution,
    pub(super) pricers: &'p Pricers<'p>,
    pub(super) settled: &'p Settled,
    /// Whether each unit is to be shown.
    wanted: &'p [bool],
}

/// What a trial comes to without a table.
pub(crate) struct TrialPrices {
    /// Of every unit that is to be shown and that a scheme prices, by its index: per m² of building
    /// area.
    pub(crate) prices: HashMap<usize, Price>,
    /// What is told about schemes, targets and units without a price.
    pub(crate) findings: Vec<Finding>,
}

impl Trial<'_> {
    /// Prices the project, and answers what is asked about the prices. The findings are about the
    /// inputs as a whole; nothing is told of single units yet.
    pub(super) fn priced<T>(
        &self,
        ask: impl FnOnce(&Priced<'_>, Vec<Finding>) -> Result<T>,
    ) -> Result<T> {
        let project = self.project.inherited();
        let trial = Trial { project: &project, ..*self };
        trial.check()?;
        let units = &trial.project.units;
        let mut names = Names::new(units);
        let book = Book::new(units, trial.schemes, trial.active_deals, &mut names)?;
        let mut solution = solve(&book, trial.targets)?;
        given_bases(&book, &mut solution)?;
        nudge(&book, &mut solution, trial.targets, trial.rules)?;
        let pricers = pricers(&book, &solution)?;
        let wanted: Vec<bool> = units.iter().map(|unit| trial.select.matches(unit)).collect();
        let settled = settle(&book, &solution, &pricers, trial.targets, trial.rules, &wanted)?;
        let mut findings = book.findings.clone();
        findings.extend(targets::unusual(trial.targets));
        findings.extend(trial.rules.unusual());
        let floor = trial.floor_price.and_then(FloorPriceRule::unusual);
        findings.extend(floor.map(|found| found.within(Input::FloorPrice)));
        findings.extend(figures::of_units(units));
        findings.extend(targets::references(trial.targets, &mut names));
        findings.extend(names.of_selection(trial.select, Input::Select));
        findings.extend(project::references(trial.project, &mut names));
        findings.extend(names.take_alike());
        let priced = Priced {
            trial,
            book: &book,
            solution: &solution,
            pricers: &pricers,
            settled: &settled,
            wanted: &wanted,
        };
        ask(&priced, findings)
    }

    /// The prices alone, for a bill.
    pub(crate) fn prices(&self) -> Result<TrialPrices> {
        self.priced(|priced, mut findings| {
            let mut prices = HashMap::new();
            for at in priced.wanted() {
                let Some((slot, entry, unit)) = priced.book.entry(at) else { continue };
                let Some(outcome) = priced.settled.outcome(at) else { continue };
                let both = unit_prices(&outcome.price, entry.basis(slot), unit)?;
                prices.insert(at, Price { unit: both.building, total: outcome.price.total });
            }
            for (at, solved) in priced.solution.targets.iter().enumerate() {
                findings.extend(priced.kept_in_target(at, solved)?);
                findings.extend(priced.far_goal(at, solved)?);
                findings.extend(priced.residual(at, solved)?);
            }
            findings.extend(priced.coarse_totals());
            Ok(TrialPrices { prices, findings })
        })
    }

    /// Refuses what can be refused before any arithmetic, every reason at once.
    fn check(&self) -> Result<()> {
        let mut errors = self.errors();
        if self.schemes.is_empty() {
            errors.push(Error::new(Code::PricingNoScheme).within(Input::Schemes));
        }
        errors.extend(self.wrong_shown());
        let units = &self.project.units;
        if errors.is_empty() && !units.iter().any(|unit| self.select.matches(unit)) {
            errors.push(Error::new(Code::ProjectNoUnits).within(Input::Select));
        }
        Error::collect(errors)
    }

    /// What is wrong with the choice of what is shown.
    pub(super) fn wrong_shown(&self) -> Vec<Error> {
        let units = &self.project.units;
        let mut errors = Vec::new();
        errors.extend(self.select.validate().within(Input::Select).err());
        if let Explain::Units { unit_nos } = self.explain {
            let known: HashSet<&str> = units.iter().map(|unit| unit.unit_no.as_str()).collect();
            for (at, unit_no) in unit_nos.iter().enumerate() {
                if !known.contains(unit_no.as_str()) {
                    let error = project::unknown_unit(units, unit_no, errors.len());
                    errors.push(error.at(at).at("unit_nos").within(Input::Explain));
                }
            }
        }
        errors
    }

    /// What is wrong with the project, the schemes, the targets and the rules by themselves.
    pub(super) fn errors(&self) -> Vec<Error> {
        let checks = [
            project::validate(self.project).within(Input::Project),
            scheme::check(self.schemes).within(Input::Schemes),
            targets::check(self.targets).within(Input::Targets),
            self.rules.validate().within(Input::Rules),
            self.floor_price.map_or(Ok(()), FloorPriceRule::validate).within(Input::FloorPrice),
        ];
        checks.into_iter().filter_map(Result::err).collect()
    }
}

impl Priced<'_> {
    /// The units that are to be shown, by their indexes.
    pub(super) fn wanted(&self) -> impl Iterator<Item = usize> {
        let wanted = self.wanted.iter().enumerate();
        wanted.filter_map(|(at, wanted)| wanted.then_some(at))
    }

    /// Tells of a unit that is in a deal without a price to keep.
    pub(super) fn unpriced_deal(&self, slot: Slot, unit: &Unit) -> Option<Finding> {
        let keep = self.trial.active_deals == ActiveDeals::Keep;
        let unpriced = keep && unit.state.in_active_deal() && slot.fixing != Fixing::Kept;
        unpriced.then(|| finding!(Code::PricingNoListPrice).unit(&unit.unit_no))
    }

    /// Tells that units in a deal count in a target with the price that they keep.
    pub(super) fn kept_in_target(
        &self,
        at: usize,
        solved: &SolvedTarget,
    ) -> Result<Option<Finding>> {
        let is_kept = |member: &&usize| {
            self.book.slot(**member).is_some_and(|slot| slot.fixing == Fixing::Kept)
        };
        let kept = solved.members.iter().filter(is_kept).count();
        if kept == 0 {
            return Ok(None);
        }
        let total = self.settled.total(&solved.members)?;
        let (units, area) = (solved.members.len(), solved.area);
        let found = finding!(Code::PricingTargetKeeps, units, area, total, kept);
        Ok(Some(found.at(at).within(Input::Targets)))
    }

    /// Tells what levelling had to leave of a target's deviation.
    pub(super) fn residual(&self, at: usize, solved: &SolvedTarget) -> Result<Option<Finding>> {
        let target = self.trial.targets.get(at);
        if !target.is_some_and(|target| target.levelling == Levelling::SpreadResidual {}) {
            return Ok(None);
        }
        let reached = Unrounded::from(self.settled.total(&solved.members)?);
        let deviation = reached.sub(&solved.total)?;
        if deviation.is_zero() {
            return Ok(None);
        }
        let stop = self.settled.stops.get(at).copied().unwrap_or(Stop::NoCloserStep);
        let (zh, en) = stop.reason();
        let residual = to_fen(&deviation)?;
        let finding = finding!(Code::PricingResidual, residual, reason_zh = zh, reason_en = en);
        let finding = finding.at(at).within(Input::Targets);
        // Where every home could move and no step comes closer, the residual is at most half a step:
        // that is rounding, and nothing to mend.
        let computed = |at: &usize| self.settled.outcome(*at).is_some_and(|one| one.computed);
        let is_rounding = stop == Stop::NoCloserStep && solved.members.iter().any(computed);
        let severity = if is_rounding { Severity::Info } else { finding.severity };
        Ok(Some(Finding { severity, ..finding }))
    }
}
