use super::LedgerChange;
use crate::error::{Finding, told};
use crate::ledger::LedgerCommand;
use crate::money::LedgerEntry;
use crate::voucher::VoucherEvent;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// A posting (分录) as a host keeps it. It is never changed.
#[boundary]
pub struct LedgerPosting {
    /// Its place in the recorded order, from 1.
    pub order: u32,
    /// The business date.
    pub date: Date,
    /// When it was recorded.
    pub recorded_at: Time,
    /// Who recorded it.
    pub by: Text,
    /// 票据编号: the number that was drawn for it from a book of vouchers.
    pub voucher: Option<Text>,
    /// What was asked.
    pub command: LedgerCommand,
    /// What it does.
    #[boundary(required)]
    pub changes: Vec<LedgerChange>,
    /// Its entries, each coming to zero. An entry of another area stands first, as it was given.
    pub entries: Vec<LedgerEntry>,
}

/// What came of a command, with the posting to be kept.
#[boundary(answer)]
pub struct LedgerRecorded {
    /// The posting.
    pub posting: LedgerPosting,
    /// The command had been carried out before; the posting is that of then.
    pub repeated: bool,
    /// Events of books of vouchers, each to be appended to the stream of its book.
    pub voucher_events: Vec<VoucherEvent>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(LedgerRecorded: findings);
