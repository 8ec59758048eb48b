//! Rates of a loan that are almost surely in a wrong scale.

use super::rate::LoanRate;
use super::schedule::LoanSchedule;
use super::terms::{LoanChange, LoanTerms};
use crate::error::Finding;
use crate::scale;

/// Rates of a loan that are unusual, placed below `place`.
pub(crate) fn unusual(terms: &LoanTerms, loan: &LoanSchedule, place: &str) -> Vec<Finding> {
    let mut findings = of_rows(&terms.rate, place);
    // A row that is told is not told again by what it comes to.
    let found = scale::rate(scale::ANNUAL, loan.annual_rate).filter(|_| findings.is_empty());
    findings.extend(found.map(|found| found.path(format!("{place}/rate"))));
    if let LoanRate::Preset { spread, .. } | LoanRate::Table { spread, .. } = terms.rate {
        let found = scale::rate(scale::SPREAD, spread);
        findings.extend(found.map(|found| found.path(format!("{place}/rate/spread"))));
    }
    for (at, change) in terms.changes.iter().enumerate() {
        let LoanChange::Rate { annual, .. } = *change else { continue };
        let found = scale::rate(scale::ANNUAL, annual);
        findings.extend(found.map(|found| found.path(format!("{place}/changes/{at}/annual"))));
    }
    findings
}

fn of_rows(rate: &LoanRate, place: &str) -> Vec<Finding> {
    let LoanRate::Table { rows, .. } = rate else { return Vec::new() };
    let found = rows.iter().enumerate().filter_map(|(at, row)| {
        let found = scale::rate(scale::ANNUAL, row.annual)?;
        Some(found.path(format!("{place}/rate/rows/{at}/annual")))
    });
    found.collect()
}
