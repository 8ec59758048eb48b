//! Records in the order in which they were made.

use super::source::ContractUpdate;
use crate::deal::{DealEvent, StockEvent};
use crate::money::LedgerEntry;
use crate::opportunity::FollowUp;
use crate::{Text, Time};

/// A record with its place in its list.
#[derive(Debug, Clone, Copy)]
pub(super) enum FactRecord<'a> {
    FollowUp(usize, &'a FollowUp),
    Stock(usize, &'a StockEvent),
    Deal(usize, &'a DealEvent),
    Contract(usize, &'a ContractUpdate),
    Entry(usize, &'a LedgerEntry),
}

impl<'a> FactRecord<'a> {
    /// When it was recorded.
    pub(super) const fn at(self) -> Time {
        match self {
            FactRecord::FollowUp(_, one) => one.recorded_at,
            FactRecord::Stock(_, one) => one.at,
            FactRecord::Deal(_, one) => one.at,
            FactRecord::Contract(_, one) => one.recorded_at,
            FactRecord::Entry(_, one) => one.recorded_at,
        }
    }

    /// Its place among those of one time: kind, then stream and version, sequence or id. So the order
    /// never hangs on that of the lists.
    pub(super) const fn order(self) -> (Time, u8, Option<&'a Text>, u32, Option<&'a Text>) {
        match self {
            FactRecord::FollowUp(_, one) => (self.at(), 0, None, one.sequence, Some(&one.id)),
            FactRecord::Stock(_, one) => (self.at(), 1, Some(&one.unit_no), one.version, None),
            FactRecord::Deal(_, one) => (self.at(), 2, Some(&one.deal), one.version, None),
            FactRecord::Contract(_, one) => (self.at(), 3, Some(&one.deal), 0, None),
            FactRecord::Entry(_, one) => (self.at(), 4, None, one.sequence, Some(&one.key)),
        }
    }
}
