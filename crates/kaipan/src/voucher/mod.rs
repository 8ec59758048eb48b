//! Vouchers (票据): books of numbered papers, and what becomes of every number (handbook §6.5).
//!
//! A book is a stream of its own. [`VoucherDeciding`] decides commands about it: 登记, 领用, 填开, 作废, 回收,
//! 核销, 换票. Numbers are drawn as receipts are posted, in that order, and never twice.
//! [`VoucherBook::report`] says where every number is, [`VoucherReconciling`] holds books to receipts.

mod book;
mod command;
mod deciding;
mod decision;
mod event;
mod evolve;
mod guard;
mod number;
mod overlap;
mod paper;
mod reconciling;
mod report;
mod row;
mod spans;

pub use book::{IssuedVouchers, VoucherBook, VoucherKind};
pub use command::VoucherCommand;
pub use deciding::VoucherDeciding;
pub use decision::{VoucherDecision, VoucherRejection};
pub use event::{VoucherChange, VoucherEvent, VoucherRange};
pub use paper::{Voucher, VoucherStatus};
pub use reconciling::{VouchedReceipt, VoucherReconciliation, VoucherReconciling};
pub use report::{HeldVouchers, VoucherReport, VoucherSpan};
pub use row::VoucherRow;
