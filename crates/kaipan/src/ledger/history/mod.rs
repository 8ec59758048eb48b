//! What happened to each receivable up to a day, for whoever asks what is owed.

mod reading;
mod receivable;

pub(crate) use reading::{HistoryOf, OwnerHistory};
pub(crate) use receivable::ReceivableHistory;
