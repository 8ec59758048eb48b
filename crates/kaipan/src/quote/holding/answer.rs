//! What is said of a quote that was given earlier.

use crate::Label;
use crate::error::{Error, Finding, told};
use crate::quote::quoted::{PolicyKind, PolicyUse, Quote};
use kaipan_derive::boundary;

/// Whether a quote still holds.
#[boundary(answer)]
pub struct QuoteValidity {
    /// The answer.
    pub state: QuoteState,
    /// Every reason, if it does not hold.
    pub why: Vec<Finding>,
    /// Figures that are different now.
    pub changes: Vec<QuoteChange>,
    /// Policies that are different now.
    pub policies: Vec<PolicyChange>,
    /// The quote as it would be made today; none if it cannot be made.
    pub recomputed: Option<Quote>,
}

/// Whether a quote still holds.
#[boundary]
pub enum QuoteState {
    /// Nothing has changed and it is in time.
    Valid,
    /// Its figures are the same, but it is past its last day.
    Expired,
    /// Its figures would be different today.
    Changed,
    /// It cannot be made today.
    Refused,
}

/// A figure that is different now.
#[boundary(answer)]
pub struct QuoteChange {
    /// Which figure.
    pub figure: QuoteFigure,
    /// As the quote says it.
    pub before: Label,
    /// As it is today.
    pub after: Label,
}

/// A figure of a quote.
#[boundary]
pub enum QuoteFigure {
    /// 表价总价.
    ListTotal,
    /// 折扣说明.
    DiscountText,
    /// 成交总价.
    DealTotal,
    /// 合同总价.
    ContractTotal,
    /// Own funds in the price.
    OwnFunds,
    /// Loans.
    LoanTotal,
    /// 首月月供.
    MonthlyPayment,
    /// Σ interest.
    TotalInterest,
    /// The buyer's fees and taxes.
    Fees,
    /// Cash up to signing.
    FirstCash,
    /// Total cost.
    TotalCost,
    /// A line of the schedule: amount or due date.
    Schedule,
}

/// A policy that is different now.
#[boundary(answer)]
pub struct PolicyChange {
    /// Which policy.
    pub policy: PolicyKind,
    /// As the quote used it.
    pub before: Option<PolicyUse>,
    /// As it is used today.
    pub after: Option<PolicyUse>,
}

impl QuoteValidity {
    /// It cannot be made today.
    pub(super) fn refused(error: &Error) -> QuoteValidity {
        QuoteValidity {
            state: QuoteState::Refused,
            why: error.findings(),
            changes: Vec::new(),
            policies: Vec::new(),
            recomputed: None,
        }
    }
}

told!(QuoteValidity: why, recomputed);
