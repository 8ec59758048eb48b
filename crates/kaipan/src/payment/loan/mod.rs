//! Loans: rates, repayment, rounding conventions, changes on the way (handbook §4.4).
//!
//! [`Repaying`] makes the schedules of loans, [`LoanTerms::schedule`] that of one.

mod check;
mod combined;
mod compute;
mod course;
mod kind;
mod rate;
mod repaying;
mod schedule;
mod term;
mod terms;
mod unusual;

#[cfg(feature = "service")]
pub(crate) use check::no_term;
pub(crate) use check::wrong_terms;
pub(crate) use compute::{each_month, each_undated_month};
pub(crate) use course::{Fixed, YEAR};
pub use kind::{LoanKind, LoanPurpose};
pub use rate::{LoanRate, RatePreset, RatePresetRow, RateRow, published_rates};
pub use repaying::Repaying;
pub use schedule::{
    CombinedLoans, CombinedMonth, LoanChangeResult, LoanMonth, LoanSchedule, LoanSheet,
};
pub use term::{LoanTermPolicy, LoanTermRow, national_terms};
pub(crate) use term::{NATIONAL, Suit};
pub(crate) use terms::MOST_MONTHS;
pub use terms::{LoanChange, LoanConvention, LoanTerms, PrepayEffect, RepaymentMethod};
pub(crate) use unusual::unusual;
