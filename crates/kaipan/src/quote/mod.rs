//! The quote (置业计划): list price → discounts → deal price → schedule → loans → fees → cash by
//! date → monthly payment.

mod case;
mod choice;
mod comparing;
mod holding;
mod making;
mod policies;
mod quoted;
mod quoting;

pub use case::{AttachedUnit, QuoteCase};
pub use choice::QuoteChoice;
pub use comparing::{CompareMeasure, ComparedFigures, ComparedQuote, QuoteComparison};
pub use holding::{PolicyChange, QuoteChange, QuoteFigure, QuoteState, QuoteValidity};
pub use making::unit_references;
pub use policies::{LoanOffer, SalesPolicies};
pub use quoted::{
    CashItem, CashNeed, LoanYear, PolicyKind, PolicyUse, Quote, QuotedPlan, QuotedUnit,
};
pub use quoting::Quoting;
