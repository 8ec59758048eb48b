//! Values of fee rules that are almost surely in a wrong scale.

use crate::error::Finding;
use crate::fee::{FeeBasis, FeeRule, FormulaQuantity, FormulaTerm};
use crate::number::Rate;
use crate::scale;

/// Shares of a rule that are unusual, each with its place in the rule.
pub(super) fn unusual(rule: &FeeRule) -> Vec<Finding> {
    let mut found = Vec::new();
    if is_share(&rule.basis) {
        found.extend(rule.rows.iter().enumerate().filter_map(|(at, row)| {
            let told = scale::figure(scale::FEE, row.value)?;
            Some(told.at("value").at(at).at("rows"))
        }));
    }
    // Terms count by themselves only in a plain sum.
    let plain = rule.rows.iter().any(|row| row.value.millionths() == Rate::ONE.millionths());
    if let FeeBasis::Formula { terms, .. } = &rule.basis
        && plain
    {
        let amounts = terms.iter().enumerate().filter(|(_, term)| is_amount(term));
        found.extend(amounts.filter_map(|(at, term)| {
            let told = scale::figure(scale::FEE_TIMES, term.times)?;
            Some(told.at("times").at(at).at("terms").at("basis"))
        }));
    }
    found
}

/// The values of its rows are shares of an amount.
fn is_share(basis: &FeeBasis) -> bool {
    match basis {
        FeeBasis::ContractPrice {}
        | FeeBasis::PriceExVat {}
        | FeeBasis::HigherPrice {}
        | FeeBasis::HigherPriceExVat {}
        | FeeBasis::LoanAmount {} => true,
        FeeBasis::BuildingArea {}
        | FeeBasis::InsideArea {}
        | FeeBasis::SurveyedArea {}
        | FeeBasis::PerUnit {}
        | FeeBasis::PerCertificate { .. }
        | FeeBasis::Formula { .. } => false,
    }
}

/// Its quantity is an amount of money.
fn is_amount(term: &FormulaTerm) -> bool {
    match term.quantity {
        FormulaQuantity::ContractPrice
        | FormulaQuantity::PriceExVat
        | FormulaQuantity::HigherPrice
        | FormulaQuantity::HigherPriceExVat
        | FormulaQuantity::LoanAmount => true,
        FormulaQuantity::BuildingArea
        | FormulaQuantity::InsideArea
        | FormulaQuantity::SurveyedArea
        | FormulaQuantity::Certificates => false,
    }
}
