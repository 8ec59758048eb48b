//! What the ledger holds: rows that are only ever added, and what they come to.
//!
//! Names are interned, so that a posting compares numbers; everything that a posting does is a list
//! of [`Effect`]s, and whatever the ledger says is a sum of them.

mod account;
mod apply;
mod dated;
mod due;
mod effect;
mod ledger;
mod names;
mod owner;
mod rows;
mod table;

pub(in crate::ledger) use account::Account;
pub(in crate::ledger) use dated::{Underway, Watched};
pub(in crate::ledger) use effect::Effect;
pub use ledger::Ledger;
pub(in crate::ledger) use ledger::{Mark, PendingLeg};
pub(in crate::ledger) use owner::{HOUSE, OwnerKind};
pub(in crate::ledger) use rows::{
    Instruction, ItemClass, OwnerRow, PostingDetail, PostingRow, ReceiptRow, ReceivableRow, SlipKey,
};
