//! Rates of a loan that are almost surely in a wrong scale.

use super::rate::LoanRate;
use super::schedule::LoanSchedule;
use super::terms::{LoanChange, LoanTerms};
use crate::error::Finding;
use crate::scale;

/// Rates of a loan that are unusual, at their places in its terms.
pub(crate) fn unusual(terms: &LoanTerms, loan: &LoanSchedule) -> Vec<Finding> {
    let mut findings = of_rows(&terms.rate);
    // A row that is told is not told again by what it comes to.
    let found = scale::rate(scale::ANNUAL, loan.annual_rate).filter(|_| findings.is_empty());
    findings.extend(found.map(|found| found.at("rate")));
    if let LoanRate::Preset { spread, .. } | LoanRate::Table { spread, .. } = terms.rate {
        let found = scale::rate(scale::SPREAD, spread);
        findings.extend(found.map(|found| found.at("spread").at("rate")));
    }
    for (at, change) in terms.changes.iter().enumerate() {
        let LoanChange::Rate { annual, .. } = *change else { continue };
        let found = scale::rate(scale::ANNUAL, annual);
        findings.extend(found.map(|found| found.at("annual").at(at).at("changes")));
    }
    findings
}

fn of_rows(rate: &LoanRate) -> Vec<Finding> {
    let LoanRate::Table { rows, .. } = rate else { return Vec::new() };
    let found = rows.iter().enumerate().filter_map(|(at, row)| {
        let found = scale::rate(scale::ANNUAL, row.annual)?;
        Some(found.at("annual").at(at).at("rows").at("rate"))
    });
    found.collect()
}
