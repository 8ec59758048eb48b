//! Allocation (核销): what money pays, in the order of days (handbook §6.1, §6.3).
//!
//! A posting first says what happened: lines raised, money received, taken or taken back. Then each
//! deal that it touches is walked from its day on, and every posting of that day or later allocates
//! again. What comes out otherwise than before is what the posting changes.

mod instruction;
mod settle;
mod spread;
mod step;
mod take_back;
mod walk;

pub(super) use spread::can_pay;
pub(super) use walk::allocated;

use crate::Date;
use crate::error::{Error, Result};
use crate::ledger::LedgerPolicy;
use crate::ledger::book::{Instruction, Ledger};
use crate::number::{Money, plus};
use std::collections::{BTreeMap, BTreeSet};
use step::Step;

/// Money and what it pays: a receipt and a receivable, by number.
type Pair = (u32, u32);

/// What pairs paid or freed, by day.
type ByDay = BTreeMap<(Date, u32, u32), Money>;

/// An owner while its money is allocated, on one day after the other.
struct Allocating<'a> {
    ledger: &'a mut Ledger,
    policy: &'a LedgerPolicy,
    owner: u32,
    /// The step that is done, and its day.
    step: Step,
    day: Date,
    /// The day of the posting.
    from: Date,
    /// What was paid or freed so far.
    paid: ByDay,
    /// What of each pair people have said.
    by_hand: BTreeMap<Pair, Money>,
    /// What people have said of lines that are raised later, by posting.
    waiting: BTreeMap<u32, Vec<Instruction>>,
    /// Postings that are taken back by the day.
    mirrored: BTreeSet<u32>,
    /// What the posting itself says of its money.
    own: &'a [Instruction],
    /// What it says that cannot be.
    wrong: Option<&'a Error>,
    /// What an entry of another area takes from what pays something.
    released: &'a [(u32, u32, Money)],
}

impl Allocating<'_> {
    /// Money pays a receivable on the day, or no longer does below zero. What the policy has allocated
    /// of a pair is freed first.
    fn pay(&mut self, receipt: u32, receivable: u32, amount: Money) -> Result<()> {
        self.ledger.shift(receipt, receivable, amount)?;
        let sum = self.paid.entry((self.day, receipt, receivable)).or_default();
        *sum = plus(*sum, amount)?;
        if amount.is_negative() {
            let left = self.paid_of(receipt, receivable)?;
            if let Some(said) = self.by_hand.get_mut(&(receipt, receivable)) {
                *said = (*said).min(left);
            }
        }
        Ok(())
    }

    /// What a receipt pays of a receivable.
    fn paid_of(&self, receipt: u32, receivable: u32) -> Result<Money> {
        Ok(match self.ledger.allocation(receipt, receivable)? {
            Some(at) => self.ledger.allocations.get(at)?.amount,
            None => Money::ZERO,
        })
    }

    /// What of it no person has said.
    fn policy_part(&self, receipt: u32, receivable: u32) -> Result<Money> {
        let said = self.by_hand.get(&(receipt, receivable)).copied().unwrap_or(Money::ZERO);
        let paid = self.paid_of(receipt, receivable)?;
        Ok(paid.checked_sub(said).unwrap_or(Money::ZERO).max(Money::ZERO))
    }
}
