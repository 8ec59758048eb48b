//! The quote (置业计划): list price → discounts → deal price → schedule → loans → fees → cash by
//! date → monthly payment.

mod outcome;
mod policies;
mod request;

pub use outcome::{
    CashItem, CashNeed, CompareMeasure, CompareResponse, ComparedFigures, ComparedQuote, LoanYear,
    PolicyChange, PolicyKind, PolicyUse, Quote, QuoteChange, QuoteFigure, QuoteState, QuotedPlan,
    QuotedUnit, ValidityResponse,
};
pub use policies::{LoanOffer, SalesPolicies};
pub use request::{
    AttachedUnit, CompareRequest, QuoteCase, QuoteChoice, QuoteRequest, ValidityRequest,
};
