//! `pricing.solve_base`: the base prices that meet a target, without drawing up a table.

use super::book::Book;
use super::rules::PriceRules;
use super::scheme::PricingScheme;
use super::solve::{average, solve};
use super::target::{self, PriceTarget};
use super::trial::{ActiveDeals, SolvedBase};
use super::{references, settle, validate};
use crate::error::{At, Code, Error, Finding, Result};
use crate::number::{Area, Money, UnitPrice};
use crate::project::{self, Names, Project, figures};
use kaipan_derive::boundary;

/// A request for base prices.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SolveBaseRequest {
    /// The project with its units.
    pub project: Project,
    /// Pricing schemes; their base prices are not looked at.
    #[boundary(required)]
    pub schemes: Vec<PricingScheme>,
    /// The targets; their scopes must not share units.
    #[boundary(required)]
    pub targets: Vec<PriceTarget>,
    /// Units in an active deal.
    #[boundary(default)]
    pub active_deals: ActiveDeals,
    /// Rules whose limits `nudge_base` keeps.
    #[boundary(empty)]
    pub rules: PriceRules,
}

/// Solved base prices.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SolvedBases {
    /// One result a target.
    #[boundary(required)]
    pub targets: Vec<SolvedTargetBase>,
    /// What a person should read.
    #[boundary(required)]
    pub findings: Vec<Finding>,
}

/// The base prices of one target.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Solves base prices for targets (handbook §2.7).
///
/// Levelling is left to the table; `nudge_base` is honoured, since it decides the base.
///
/// # Errors
/// Everything wrong with the request at once; [`Code::PricingTarget`] when no base can meet the
/// target.
pub fn solve_base(mut request: SolveBaseRequest) -> Result<SolvedBases> {
    request.project.inherit();
    let mut errors = Vec::new();
    errors.extend(project::validate(&request.project).at("project").err());
    errors.extend(validate::schemes(&request.schemes).err());
    errors.extend(validate::targets(&request.targets).err());
    errors.extend(request.rules.validate().at("rules").err());
    if request.targets.is_empty() {
        errors.push(Error::new(Code::PricingTargetScope).at("targets"));
    }
    Error::collect(errors)?;
    // A scheme without targets over its units is of no interest here: give it any base.
    let mut schemes = request.schemes;
    for scheme in &mut schemes {
        scheme.base_price = scheme.base_price.or(Some(UnitPrice::from_micros(1_000_000)));
    }
    let mut names = Names::new(&request.project.units);
    let book = Book::new(&request.project.units, &schemes, request.active_deals, &mut names)?;
    let mut solution = solve(&book, &request.targets)?;
    settle::nudge(&book, &mut solution, &request.targets, &request.rules)?;
    let mut targets = Vec::with_capacity(solution.targets.len());
    for solved in &solution.targets {
        for group in &solved.groups {
            if let Some(base) = solution.bases.get(group.base) {
                // Some base always solves the equation; it counts only if every price is one.
                settle::check_prices(&book, group, &base.value)?;
            }
        }
        targets.push(SolvedTargetBase {
            bases: solution.shown_bases(solved)?,
            units: u32::try_from(solved.members.len())
                .map_err(|_| Error::new(Code::NumberOverflow))?,
            area: solved.area,
            target_total: settle::to_fen(&solved.total)?,
            target_average: average(&solved.total, solved.area)?,
        });
    }
    let mut findings = book.findings;
    findings.extend(target::unusual(&request.targets));
    findings.extend(request.rules.unusual("/rules"));
    findings.extend(figures::of_units(&request.project.units));
    findings.extend(references::of_targets(&request.targets, &mut names));
    findings.extend(project::references(&request.project, &mut names));
    findings.extend(names.take_alike());
    Ok(SolvedBases { targets, findings })
}
