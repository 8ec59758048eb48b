//! `quote.make`, `quote.compare`, `quote.validity`.

pub use kaipan::quote::{Quote, QuoteComparison, QuoteValidity, SalesPolicies};

use kaipan::Date;
use kaipan::error::{Input, InputPlace, Result, Told};
use kaipan::number::Rate;
use kaipan::quote::{QuoteCase, QuoteChoice, Quoting};
use kaipan_derive::boundary;

/// A request for a quote (置业计划).
#[boundary]
pub struct QuoteRequest {
    /// The policies in force.
    pub policies: SalesPolicies,
    /// Unit, buyer and dates.
    pub case: QuoteCase,
    /// How the buyer wants to buy.
    pub choice: QuoteChoice,
}

/// `quote.make`: as [`Quoting::quote`].
///
/// # Errors
/// As [`Quoting::quote`].
pub fn make(request: &QuoteRequest) -> Result<Quote> {
    Quoting::new(&request.policies, &request.case).quote(&request.choice)
}

/// A request to set several choices side by side.
#[boundary]
pub struct CompareRequest {
    /// The policies in force.
    pub policies: SalesPolicies,
    /// Unit, buyer and dates.
    pub case: QuoteCase,
    /// The choices.
    #[boundary(required)]
    pub choices: Vec<QuoteChoice>,
    /// Annual rate at which later payments are worth less today, share: 0.03 is 3 %. 0.1 % to 20 %
    /// is usual.
    pub annual_rate: Rate,
}

/// `quote.compare`: as [`Quoting::compare`].
///
/// # Errors
/// As [`Quoting::compare`].
pub fn compare(request: &CompareRequest) -> Result<QuoteComparison> {
    let quoting = Quoting::new(&request.policies, &request.case);
    quoting.compare(&request.choices, request.annual_rate)
}

/// A request to see whether a quote still holds.
#[boundary]
pub struct ValidityRequest {
    /// The quote, as it was given.
    pub quote: Quote,
    /// The request that would make it today: same case and choice, the policies in force now.
    pub request: QuoteRequest,
    /// Today. Earlier quote and subscription dates of the request are moved to this day.
    pub as_of: Date,
}

/// `quote.validity`: as [`Quoting::validity`].
///
/// # Errors
/// As [`Quoting::validity`].
pub fn validity(request: &ValidityRequest) -> Result<QuoteValidity> {
    let ValidityRequest { quote, request, as_of } = request;
    let quoting = Quoting::new(&request.policies, &request.case);
    let held = |input: Input| match input {
        Input::Policies | Input::Case | Input::Choice => {
            Some(InputPlace::default().then("request").then(input.name()))
        }
        _ => None,
    };
    quoting.validity(quote, &request.choice, *as_of).moved(&held)
}
