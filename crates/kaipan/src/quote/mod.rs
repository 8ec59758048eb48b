//! The quote (置业计划): list price → discounts → deal price → schedule → loans → fees → cash by
//! date → monthly payment.

mod cash;
mod compare;
mod fees;
mod first;
mod lending;
mod make;
mod outcome;
mod policies;
mod present;
mod references;
mod request;
mod used;
mod validity;

pub use compare::compare;
pub use make::make;
pub use outcome::{
    CashItem, CashNeed, CompareMeasure, ComparedFigures, ComparedQuote, LoanYear, PolicyChange,
    PolicyKind, PolicyUse, Quote, QuoteChange, QuoteComparison, QuoteFigure, QuoteState,
    QuoteValidity, QuotedPlan, QuotedUnit,
};
pub use policies::{LoanOffer, SalesPolicies};
pub use references::unit_references;
pub use request::{
    AttachedUnit, CompareRequest, QuoteCase, QuoteChoice, QuoteRequest, ValidityRequest,
};
pub use validity::validity;
