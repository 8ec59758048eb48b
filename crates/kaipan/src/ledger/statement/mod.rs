//! Statements of account (对账单): of a deal, a customer or a unit, on any date, as it was known at any
//! point of the recorded order.

mod answer;
mod as_of;
mod drawing;
mod summary;

pub use answer::{
    LedgerStatement, StatementAccount, StatementLine, StatementMoney, StatementReceivable,
};
pub use drawing::StatementDrawing;
pub use summary::{LedgerItemSum, LedgerSummary, SummaryDrawing};
