//! What the ledger is asked to record.

mod act;
mod amounts;
mod money_moved;
mod raised;
mod receipt;

pub use act::{LedgerAct, LedgerActKind, LedgerCommand, RevenueMilestone};
pub use money_moved::{
    BankMove, CommissionStep, FeesPaidOn, LedgerApproval, LedgerCommission, LedgerRefund,
    MoneyTransfer, PaidOnLine,
};
pub use raised::ReceivableLine;
pub use receipt::{AllocationLine, LedgerReceipt, ReceiptMethod};
