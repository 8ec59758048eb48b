//! What a comparison of choices says.

use crate::discount::Approval;
use crate::error::{Error, Finding, told};
use crate::number::{Exact, Money};
use crate::quote::QuoteChoice;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// Choices side by side.
#[boundary(answer)]
pub struct QuoteComparison {
    /// One a choice, in the order of the request.
    #[boundary(required)]
    pub rows: Vec<ComparedQuote>,
    /// What a person should read about the comparison itself.
    pub findings: Vec<Finding>,
}

/// A choice beside others.
#[boundary(answer)]
pub struct ComparedQuote {
    /// Name to show.
    pub name: Label,
    /// Code of the payment plan.
    pub plan: Text,
    /// Its figures; none if it cannot be quoted.
    pub figures: Option<ComparedFigures>,
    /// Why it cannot be quoted.
    pub refused: Vec<Finding>,
    /// The measures in which no other choice is lower. Where that depends on a date or loan terms
    /// that are not known, none is marked.
    pub lowest: Vec<CompareMeasure>,
    /// Codes of the discounts in its price.
    pub discounts: Vec<Text>,
    /// Who has to approve its price, if the policies have an authority table.
    pub approval: Option<Approval>,
    /// What a person should read of its quote: of price, schedule, fees and the quote itself.
    pub findings: Vec<Finding>,
}

/// The figures of a choice.
#[boundary(answer)]
pub struct ComparedFigures {
    /// 成交总价, yuan.
    pub deal_total: Money,
    /// 合同总价, yuan.
    pub contract_total: Money,
    /// 实际折扣, percent: 98 is 98 %; half up to 2 decimals.
    pub effective_percent: Exact,
    /// Cash up to signing, yuan; none if signing has no date and it depends on the day.
    pub first_cash: Option<Money>,
    /// Own funds in the price, yuan.
    pub own_funds: Money,
    /// Loans, yuan.
    pub loan_total: Money,
    /// 首月月供, yuan.
    pub monthly_payment: Option<Money>,
    /// Σ interest, yuan; none if a loan has no terms.
    pub total_interest: Option<Money>,
    /// The buyer's fees and taxes, yuan.
    pub fees: Money,
    /// Contract total + fees + interest, yuan; none if a loan has no terms.
    pub total_cost: Option<Money>,
    /// What all the buyer's payments (own funds, fees, monthly payments) are worth on the day of
    /// the quote at the annual rate, yuan; none if a loan has no terms. Undated payments count in
    /// full, with a finding; a choice that may be lower or not by their dates is not marked as the
    /// lowest.
    pub present_cost: Option<Money>,
}

/// A measure that choices are compared by.
#[boundary]
pub enum CompareMeasure {
    /// Contract total.
    ContractTotal,
    /// Cash up to signing.
    FirstCash,
    /// Monthly payment; choices without a loan do not count.
    MonthlyPayment,
    /// Total cost.
    TotalCost,
    /// Present cost.
    PresentCost,
}

told!(QuoteComparison: rows, findings);
told!(ComparedQuote: refused, findings);

impl ComparedQuote {
    /// A choice that cannot be quoted.
    pub(super) fn refused(choice: &QuoteChoice, error: &Error) -> ComparedQuote {
        ComparedQuote {
            name: choice.name.clone().unwrap_or_else(|| (&choice.plan).into()),
            plan: choice.plan.clone(),
            figures: None,
            refused: error.findings(),
            lowest: Vec::new(),
            discounts: Vec::new(),
            approval: None,
            findings: Vec::new(),
        }
    }
}
