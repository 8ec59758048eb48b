//! The rows.

use super::account::Account;
use super::owner::OwnerKind;
use crate::ledger::command::{LedgerActKind, ReceiptMethod, RevenueMilestone};
use crate::money::MoneyCategory;
use crate::number::Money;
use crate::{Date, Time};

/// Whom money belongs to: a deal, a customer, somebody who is owed a commission, or the house.
#[derive(Debug, Clone)]
pub(in crate::ledger) struct OwnerRow {
    pub(in crate::ledger) kind: OwnerKind,
    /// Its name among those of its kind.
    pub(in crate::ledger) name: u32,
    /// A deal that is kept.
    pub(in crate::ledger) opened: bool,
    pub(in crate::ledger) opened_on: Option<Date>,
    /// The customer of a deal, as an owner.
    pub(in crate::ledger) customer: Option<u32>,
    pub(in crate::ledger) unit: Option<u32>,
    pub(in crate::ledger) project: Option<u32>,
    pub(in crate::ledger) signed: bool,
    pub(in crate::ledger) signed_on: Option<Date>,
    /// The contract total, once it is signed.
    pub(in crate::ledger) contract: Option<Money>,
    pub(in crate::ledger) ended_on: Option<Date>,
    pub(in crate::ledger) milestones: Vec<RevenueMilestone>,
    /// What is open of its receivables; of a customer, of those of his deals.
    pub(in crate::ledger) owed: Money,
    pub(in crate::ledger) receivables: Vec<u32>,
    /// Receivables that are open, in their order.
    pub(in crate::ledger) open: Vec<u32>,
    /// Receipts with free money, in their order.
    pub(in crate::ledger) free: Vec<u32>,
    pub(in crate::ledger) postings: Vec<u32>,
    /// What people said that its money pays.
    pub(in crate::ledger) instructions: Vec<Instruction>,
    /// The last day of what was posted about it.
    pub(in crate::ledger) latest: Option<Date>,
    /// What each account has for it, item by item.
    pub(in crate::ledger) balances: Vec<(Account, u32, Money)>,
}

/// What comes first where penalties do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::ledger) enum ItemClass {
    Penalty,
    Fee,
    Principal,
}

/// A receivable. What is open is its amount less what is allocated and waived.
#[derive(Debug, Clone, Copy)]
pub(in crate::ledger) struct ReceivableRow {
    pub(in crate::ledger) owner: u32,
    pub(in crate::ledger) item: u32,
    pub(in crate::ledger) category: MoneyCategory,
    pub(in crate::ledger) class: ItemClass,
    pub(in crate::ledger) seq: u32,
    /// The due date after all days, and that with which it was raised.
    pub(in crate::ledger) due: Option<Date>,
    pub(in crate::ledger) first_due: Option<Date>,
    pub(in crate::ledger) raised_on: Date,
    pub(in crate::ledger) posting: u32,
    pub(in crate::ledger) amount: Money,
    pub(in crate::ledger) allocated: Money,
    pub(in crate::ledger) waived: Money,
    /// The last allocation to it.
    pub(in crate::ledger) allocations: Option<u32>,
}

/// Money that has come in: by a receipt, by a transfer, by an entry of another area.
#[derive(Debug, Clone, Copy)]
pub(in crate::ledger) struct ReceiptRow {
    pub(in crate::ledger) owner: u32,
    pub(in crate::ledger) item: u32,
    pub(in crate::ledger) category: MoneyCategory,
    /// Where it lies while it is free.
    pub(in crate::ledger) home: Account,
    pub(in crate::ledger) posting: u32,
    pub(in crate::ledger) date: Date,
    pub(in crate::ledger) free: Money,
    /// A person said that what it does not pay stays free.
    pub(in crate::ledger) kept: bool,
    /// The last allocation of it.
    pub(in crate::ledger) allocations: Option<u32>,
}

/// What of a receipt pays a receivable.
#[derive(Debug, Clone, Copy)]
pub(in crate::ledger) struct AllocationRow {
    pub(in crate::ledger) receipt: u32,
    pub(in crate::ledger) receivable: u32,
    pub(in crate::ledger) amount: Money,
    pub(in crate::ledger) next_of_receipt: Option<u32>,
    pub(in crate::ledger) next_of_receivable: Option<u32>,
}

/// What a person said: so much of a receipt pays a receivable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ledger) struct Instruction {
    /// The posting in which it was said.
    pub(in crate::ledger) posting: u32,
    pub(in crate::ledger) receipt: u32,
    pub(in crate::ledger) receivable: u32,
    pub(in crate::ledger) amount: Money,
}

/// A posting. Its number is that of its key.
#[derive(Debug, Clone)]
pub(in crate::ledger) struct PostingRow {
    /// Its place in the recorded order.
    pub(in crate::ledger) order: u32,
    pub(in crate::ledger) kind: LedgerActKind,
    pub(in crate::ledger) date: Date,
    pub(in crate::ledger) recorded_at: Time,
    /// Who recorded it.
    pub(in crate::ledger) person: u32,
    /// What tells commands apart.
    pub(in crate::ledger) print: u64,
    /// Its first effect; the effects end where those of the next posting begin.
    pub(in crate::ledger) effects: u32,
    /// The receipts that it brought: the first, and how many.
    pub(in crate::ledger) receipts: (u32, u32),
    /// The posting that it takes back, or whose money it allocates.
    pub(in crate::ledger) about: Option<u32>,
    pub(in crate::ledger) mirrored_by: Option<u32>,
    pub(in crate::ledger) deletes: bool,
    pub(in crate::ledger) verified: bool,
    /// Its voucher was drawn from a book as it was posted.
    pub(in crate::ledger) drawn: bool,
    pub(in crate::ledger) detail: PostingDetail,
}

/// What statements show of money that comes in or goes out, by number.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::ledger) struct PostingDetail {
    pub(in crate::ledger) method: Option<ReceiptMethod>,
    /// Who pays or is paid.
    pub(in crate::ledger) party: Option<u32>,
    pub(in crate::ledger) voucher: Option<u32>,
    pub(in crate::ledger) account: Option<u32>,
    pub(in crate::ledger) batch: Option<u32>,
    /// What was paid or moved in all.
    pub(in crate::ledger) amount: Money,
}

/// Payments that look the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::ledger) struct SlipKey {
    pub(in crate::ledger) owner: u32,
    pub(in crate::ledger) item: Option<u32>,
    pub(in crate::ledger) party: Option<u32>,
    pub(in crate::ledger) amount: Money,
    pub(in crate::ledger) date: Date,
    pub(in crate::ledger) goes_out: bool,
    /// The bank has given it a number.
    pub(in crate::ledger) has_reference: bool,
}

impl PostingRow {
    /// The posting that it takes back.
    pub(in crate::ledger) fn mirror_of(&self) -> Option<u32> {
        let is_mirror = matches!(self.kind, LedgerActKind::Reverse | LedgerActKind::Delete);
        self.about.filter(|_| is_mirror)
    }
}

impl ReceivableRow {
    /// What of it is still to be paid.
    pub(in crate::ledger) fn open(&self) -> Option<Money> {
        self.amount.checked_sub(self.allocated)?.checked_sub(self.waived)
    }
}
