//! Loans: rates, repayment, rounding conventions, changes on the way (handbook §4.4).

mod cents;
mod check;
mod compute;
mod course;
mod fixed;
mod instalment;
mod national;
mod preset;
mod rate;
mod schedule;
mod suit;
mod term_policy;
mod terms;
mod theory;
mod unusual;

pub use compute::loans;
pub(crate) use compute::{each_month, each_undated_month};
pub(crate) use fixed::{Fixed, YEAR};
pub use preset::{RatePresetRow, RatePresetsRequest, RatePresetsResponse, rate_presets};
pub use rate::{LoanRate, RatePreset, RateRow};
pub use schedule::{
    CombinedLoans, CombinedMonth, LoanChangeResult, LoanMonth, LoanRequest, LoanSchedule, LoanSheet,
};
pub(crate) use suit::{NATIONAL, Suit};
pub use term_policy::{LoanKind, LoanPurpose, LoanTermPolicy, LoanTermRow};
pub use terms::{LoanChange, LoanConvention, LoanTerms, PrepayEffect, RepaymentMethod};
pub(crate) use unusual::unusual;
