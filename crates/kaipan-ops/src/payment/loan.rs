//! `payment.loan` and `payment.rate_presets`: the requests about loans.

pub use kaipan::payment::loan::LoanSheet;

use kaipan::Date;
use kaipan::error::Result;
use kaipan::payment::loan::{
    LoanPurpose, LoanTermPolicy, LoanTermRow, LoanTerms, RatePreset, RatePresetRow, Repaying,
    national_terms, published_rates,
};
use kaipan_derive::boundary;

/// A request for loan schedules. Two loans are a combination (组合贷款).
#[boundary]
pub struct LoanRequest {
    /// The loans, 1–8.
    #[boundary(required)]
    pub loans: Vec<LoanTerms>,
    /// Give the month tables too.
    #[boundary(default = true)]
    pub table: bool,
    /// What the loans are for. With the use of the unit, what the law forbids is refused; without
    /// it, it is told.
    #[boundary(empty)]
    pub purpose: LoanPurpose,
    /// The day whose rules apply; that of the rate, else that of the first payment, else the rules
    /// as they stand now, if absent.
    pub as_of: Option<Date>,
    /// Which home of the household this is (1, 2, 3…).
    pub home_count: Option<u32>,
    /// How long loans may run; the national rules if absent.
    pub loan_terms: Option<LoanTermPolicy>,
}

/// `payment.loan`: the schedules of loans, and of all together.
///
/// # Errors
/// As [`Repaying::sheet`].
pub fn loans(request: &LoanRequest) -> Result<LoanSheet> {
    Repaying::new(&request.loans)
        .table(request.table)
        .purpose(request.purpose)
        .as_of(request.as_of)
        .home_count(request.home_count)
        .loan_terms(request.loan_terms.as_ref())
        .sheet()
}

/// A request for the published rates that the library carries.
#[boundary]
#[derive(Default)]
pub struct RatePresetsRequest {
    /// Only this one; all if absent.
    pub preset: Option<RatePreset>,
}

/// Published rates, newest first within each preset; with all of them, how long loans may run.
#[boundary(answer)]
pub struct RatePresetsResponse {
    /// The rows.
    #[boundary(required)]
    pub rows: Vec<RatePresetRow>,
    /// The national limits of loan terms, if all presets are asked for.
    pub terms: Vec<LoanTermRow>,
}

/// `payment.rate_presets`: the published rates with their sources.
///
/// # Errors
/// None; a [`Result`] because every operation gives one.
pub fn rate_presets(request: &RatePresetsRequest) -> Result<RatePresetsResponse> {
    let rows = published_rates(request.preset);
    let terms = if request.preset.is_none() { national_terms().collect() } else { Vec::new() };
    Ok(RatePresetsResponse { rows, terms })
}
