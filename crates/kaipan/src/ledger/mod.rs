//! The ledger (台账): what is receivable, what was received, what paid what, and what corrects it
//! (handbook §6, §28, §29).
//!
//! A [`Ledger`] is a list of postings. [`Bookkeeping`] posts a [`LedgerCommand`], whole or not at all.
//! Every posting has two dates, its business date and its place in the recorded order, and whatever is
//! asked later names both: what was said once never changes.

mod batch;
mod book;
mod command;
mod figure;
mod following;
#[cfg(feature = "overdue")]
mod history;
mod journal;
mod policy;
mod posted;
mod posting;
mod statement;

pub use batch::{LedgerBatch, LedgerBatchImported, LedgerBatchResult, LedgerBatchRow};
pub use book::Ledger;
pub use command::{
    AllocationLine, BankMove, CommissionStep, FeesPaidOn, LedgerAct, LedgerActKind, LedgerApproval,
    LedgerCommand, LedgerCommission, LedgerReceipt, LedgerRefund, MoneyTransfer, PaidOnLine,
    ReceiptMethod, ReceivableLine, RevenueMilestone,
};
#[cfg(feature = "kpi")]
pub use following::CommissionFollowing;
pub use following::{DealFollowing, LedgerFollowed};
#[cfg(feature = "overdue")]
pub(crate) use history::{HistoryOf, OwnerHistory, ReceivableHistory};
pub use journal::{
    JournalAccount, JournalBank, JournalLine, JournalMapping, JournalRate, JournalRole,
    JournalSheet, JournalTrialRow, Journalising, LedgerTrialRow,
};
pub use policy::{
    AllocationPolicy, AllocationPool, CreditLimit, LedgerBankAccount, LedgerContext,
    LedgerMoneyItem, LedgerPolicy,
};
pub use posted::{LedgerChange, LedgerPosting, LedgerRecorded};
pub use posting::{Bookkeeping, LedgerPosted};
pub use statement::{
    LedgerItemSum, LedgerStatement, LedgerSummary, StatementAccount, StatementDrawing,
    StatementLine, StatementMoney, StatementReceivable, SummaryDrawing,
};
