//! Loans that a bank has paid, many at once.

mod answer;
mod engine;

pub use answer::{
    BankedLoan, DisbursedRow, DisbursementRefusal, DisbursementRow, DisbursementRuling,
};
pub use engine::LoanDisbursing;
