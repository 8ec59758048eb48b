//! Loans: rates, repayment, rounding conventions, changes on the way (handbook §4.4).

mod rate;
mod schedule;
mod terms;

pub use rate::{LoanRate, RatePreset, RateRow};
pub use schedule::{
    CombinedLoans, CombinedMonth, LoanChangeResult, LoanMonth, LoanRequest, LoanResponse,
    LoanSchedule,
};
pub use terms::{LoanChange, LoanConvention, LoanTerms, PrepayEffect, RepaymentMethod};
