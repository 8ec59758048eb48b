//! How much a plan lends.

use crate::Label;
use crate::number::{Money, Place, Rate};
use crate::payment::limit::LoanCap;
use kaipan_derive::boundary;

/// How much is lent.
///
/// `loan = round down(min(share, fixed, applied for, cap, caps), place)`; what is cut off goes to
/// the nearest own-funds line before the loan's line (handbook §4.3).
#[boundary]
pub struct LoanRule {
    /// Share of the price: 0.7 is 70 %; if absent, what the plan's `max_loan_ratio` leaves after
    /// the other loan. 5 % to 95 % is usual.
    pub ratio: Option<Rate>,
    /// A fixed amount instead.
    pub fixed: Option<Money>,
    /// Never more than this.
    pub cap: Option<Money>,
    /// Nor more than any of these, by name: a fund's base limit, a multiple of the balance, a share
    /// of the price. The schedule then lists every cap and which one binds.
    pub caps: Vec<LoanCap>,
    /// Rounded down to a multiple of this.
    #[boundary(default = ten_thousand)]
    pub place: Place,
    /// Months it runs.
    pub months: Option<u32>,
    /// Bank.
    pub bank: Option<Label>,
}

/// What loan ratios are a share of.
#[boundary]
pub enum LoanBase {
    /// The contract total.
    #[default]
    ContractTotal,
    /// The lowest of contract total, appraisal and filed total, as far as they are given.
    LowestValuation,
}

/// What happens to a loan that is applied for beyond what can be lent: its share, what the limit for
/// all loans leaves, and its cap count alike.
#[boundary]
pub enum LoanAbove {
    /// It is cut to what can be lent, with a warning (handbook §4.3).
    #[default]
    Cut,
    /// The request is refused.
    Refuse,
}

/// No share, amount or cap of its own, in whole ten thousands.
impl Default for LoanRule {
    fn default() -> LoanRule {
        LoanRule {
            ratio: None,
            fixed: None,
            cap: None,
            caps: Vec::new(),
            place: ten_thousand(),
            months: None,
            bank: None,
        }
    }
}

impl LoanRule {
    /// Only a limit or an amount applied for can say how much it is.
    pub(crate) fn is_open(&self) -> bool {
        self.ratio.is_none() && self.fixed.is_none()
    }
}

fn ten_thousand() -> Place {
    Place::TenThousand
}
