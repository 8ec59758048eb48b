//! Records in the order in which they were made.

use super::source::ContractUpdate;
use super::spend::{CostRecord, SpendRecord};
use crate::deal::{DealEvent, StockEvent};
use crate::error::Input;
use crate::money::LedgerEntry;
use crate::opportunity::FollowUp;
use crate::questionnaire::AnswerSheet;
use crate::{Text, Time};

/// A record with its place in its list.
#[derive(Debug, Clone, Copy)]
pub(super) enum FactRecord<'a> {
    FollowUp(usize, &'a FollowUp),
    Stock(usize, &'a StockEvent),
    Deal(usize, &'a DealEvent),
    Contract(usize, &'a ContractUpdate),
    Entry(usize, &'a LedgerEntry),
    Sheet(usize, &'a AnswerSheet),
    Spend(usize, &'a SpendRecord),
    Cost(usize, &'a CostRecord),
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
            FactRecord::Sheet(_, one) => one.recorded_at,
            FactRecord::Spend(_, one) => one.recorded_at,
            FactRecord::Cost(_, one) => one.recorded_at,
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
            FactRecord::Sheet(_, one) => (self.at(), 5, None, one.sequence, Some(&one.id)),
            FactRecord::Spend(_, one) => (self.at(), 6, None, one.sequence, Some(&one.key)),
            FactRecord::Cost(_, one) => (self.at(), 7, None, one.sequence, Some(&one.key)),
        }
    }

    /// Its place in its list, the field of its time, and the list.
    pub(super) const fn place(self) -> (usize, &'static str, Input) {
        match self {
            FactRecord::FollowUp(at, _) => (at, "recorded_at", Input::FollowUps),
            FactRecord::Stock(at, _) => (at, "at", Input::StockEvents),
            FactRecord::Deal(at, _) => (at, "at", Input::Events),
            FactRecord::Contract(at, _) => (at, "recorded_at", Input::Contracts),
            FactRecord::Entry(at, _) => (at, "recorded_at", Input::Entries),
            FactRecord::Sheet(at, _) => (at, "recorded_at", Input::Sheets),
            FactRecord::Spend(at, _) => (at, "recorded_at", Input::Spend),
            FactRecord::Cost(at, _) => (at, "recorded_at", Input::Costs),
        }
    }
}
