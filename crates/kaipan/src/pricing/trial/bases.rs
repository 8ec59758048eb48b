//! The base prices that meet targets, without a table.

use super::inputs::Trial;
use crate::error::{Code, Error, Finding, Input, Result};
use crate::number::{Area, Money, UnitPrice};
use crate::pricing::book::Book;
use crate::pricing::targets;
use crate::pricing::targets::{SolvedBase, average, check_prices, nudge, solve, to_fen};
use crate::project::{self, Names, figures};
use kaipan_derive::boundary;

/// Solved base prices.
#[boundary(answer)]
pub struct SolvedBases {
    /// One result a target.
    #[boundary(required)]
    pub targets: Vec<SolvedTargetBase>,
    /// What a person should read.
    #[boundary(required)]
    pub findings: Vec<Finding>,
}

/// The base prices of one target.
#[boundary(answer)]
pub struct SolvedTargetBase {
    /// One base, or one a building.
    #[boundary(required)]
    pub bases: Vec<SolvedBase>,
    /// Units in scope.
    pub units: u32,
    /// Σ area of the average basis, m².
    pub area: Area,
    /// List total asked for, half up to the fen.
    pub target_total: Money,
    /// List average asked for, half up to 6 decimals.
    pub target_average: UnitPrice,
}

impl Trial<'_> {
    /// Solves base prices for the targets (handbook §2.7); those of the schemes are not looked at.
    ///
    /// Levelling is left to the table; `nudge_base` is honoured, since it decides the base. Which
    /// units the table shows ([`Trial::select`]), with which steps ([`Trial::explain`]), and per
    /// which area its averages are ([`Trial::average_basis`]) changes no base; a selection or an
    /// explanation that cannot be is refused here too.
    ///
    /// # Errors
    /// Everything wrong with the inputs at once; [`Code::PricingTarget`] when no base can meet a
    /// target.
    pub fn bases(&self) -> Result<SolvedBases> {
        let project = self.project.inherited();
        let trial = Trial { project: &project, ..*self };
        let mut errors = trial.errors();
        errors.extend(trial.wrong_shown());
        if trial.targets.is_empty() {
            errors.push(Error::new(Code::PricingTargetScope).within(Input::Targets));
        }
        Error::collect(errors)?;
        let mut names = Names::new(&project.units);
        let book = Book::new(&project.units, trial.schemes, trial.active_deals, &mut names)?;
        let mut solution = solve(&book, trial.targets)?;
        nudge(&book, &mut solution, trial.targets, trial.rules)?;
        let mut targets = Vec::with_capacity(solution.targets.len());
        for solved in &solution.targets {
            for group in &solved.groups {
                if let Some(base) = solution.bases.get(group.base) {
                    // Some base always solves the equation; it counts only if every price is one.
                    check_prices(&book, group, &base.value)?;
                }
            }
            targets.push(SolvedTargetBase {
                bases: solution.shown_bases(solved)?,
                units: u32::try_from(solved.members.len())
                    .map_err(|_| Error::new(Code::NumberOverflow))?,
                area: solved.area,
                target_total: to_fen(&solved.total)?,
                target_average: average(&solved.total, solved.area)?,
            });
        }
        let mut findings = book.findings;
        findings.extend(targets::unusual(trial.targets));
        findings.extend(trial.rules.unusual());
        findings.extend(figures::of_units(&project.units));
        findings.extend(targets::references(trial.targets, &mut names));
        findings.extend(names.of_selection(trial.select, Input::Select));
        findings.extend(project::references(&project, &mut names));
        findings.extend(names.take_alike());
        Ok(SolvedBases { targets, findings })
    }
}
