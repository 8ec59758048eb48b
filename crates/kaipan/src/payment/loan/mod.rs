//! Loans: rates, repayment, rounding conventions, changes on the way (handbook §4.4).

mod cents;
mod check;
mod combined;
mod compute;
mod course;
mod fixed;
mod instalment;
mod kind;
mod national;
mod preset;
mod rate;
mod repaying;
mod schedule;
mod suit;
mod term_policy;
mod terms;
mod theory;
mod unusual;

pub(crate) use check::wrong_terms;
pub(crate) use compute::{each_month, each_undated_month};
pub(crate) use fixed::{Fixed, YEAR};
pub use kind::{LoanKind, LoanPurpose};
pub use national::national_terms;
pub use preset::{RatePresetRow, published_rates};
pub use rate::{LoanRate, RatePreset, RateRow};
pub use repaying::Repaying;
pub use schedule::{
    CombinedLoans, CombinedMonth, LoanChangeResult, LoanMonth, LoanSchedule, LoanSheet,
};
pub(crate) use suit::{NATIONAL, Suit};
pub use term_policy::{LoanTermPolicy, LoanTermRow};
pub use terms::{LoanChange, LoanConvention, LoanTerms, PrepayEffect, RepaymentMethod};
pub(crate) use unusual::unusual;
