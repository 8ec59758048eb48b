//! What effects come to, as they are dated and were recorded.

use crate::Date;
use crate::error::Result;
use crate::ledger::LedgerActKind;
use crate::ledger::book::{Account, Effect, Ledger, PendingLeg, PostingRow};
use crate::number::{Money, plus};
use std::collections::BTreeMap;

/// A receivable as it stood.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Standing {
    pub(super) amount: Money,
    pub(super) received: Money,
    pub(super) waived: Money,
    /// The due date, where it was given another, and since when it is so.
    pub(super) due: Option<(Option<Date>, Date)>,
}

/// What the effects about owners come to.
#[derive(Debug, Default)]
pub(super) struct AsOf {
    pub(super) receivables: BTreeMap<u32, Standing>,
    /// What is free of what came in.
    pub(super) free: BTreeMap<u32, Money>,
    pub(super) legs: BTreeMap<(Account, u32), Money>,
}

impl AsOf {
    /// Adds what the postings of an owner do that are dated by a day and recorded up to a place.
    pub(super) fn add(
        &mut self,
        ledger: &Ledger,
        owner: u32,
        day: Date,
        horizon: u32,
    ) -> Result<()> {
        for at in &ledger.owners.get(owner)?.postings {
            let row = ledger.postings.get(*at)?;
            let is_undone = ledger.is_taken_back(row, day, Some(horizon))?;
            // A commission is the house's affair with whom it is owed to.
            let is_commission = ledger.is_commission(row)?;
            for effect in ledger.effects_of(*at)? {
                if is_commission && matches!(effect, Effect::Leg { .. }) {
                    continue;
                }
                if ledger.owner_of(*effect)? == Some(owner) {
                    let on = effect.day(row.date);
                    if row.order <= horizon && on <= day {
                        self.take(ledger, *effect, on, is_undone)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn take(&mut self, ledger: &Ledger, effect: Effect, on: Date, is_undone: bool) -> Result<()> {
        match effect {
            Effect::Dated { receivable, due, is_back: false, .. } if !is_undone => {
                let standing = self.receivables.entry(receivable).or_default();
                if standing.due.is_none_or(|(_, since)| on >= since) {
                    standing.due = Some((due, on));
                }
            }
            Effect::Raised { receivable, amount } => {
                let standing = self.receivables.entry(receivable).or_default();
                standing.amount = plus(standing.amount, amount)?;
            }
            Effect::Waived { receivable, amount } => {
                let standing = self.receivables.entry(receivable).or_default();
                standing.waived = plus(standing.waived, amount)?;
            }
            Effect::Received { receipt, amount } => {
                let free = self.free.entry(receipt).or_default();
                *free = plus(*free, amount)?;
            }
            Effect::Allocated { allocation, amount, .. } => {
                let row = ledger.allocations.get(allocation)?;
                let standing = self.receivables.entry(row.receivable).or_default();
                standing.received = plus(standing.received, amount)?;
                let free = self.free.entry(row.receipt).or_default();
                *free = crate::number::less(*free, amount)?;
            }
            _ => {}
        }
        let mut legs: Vec<PendingLeg> = Vec::new();
        ledger.imply(effect, &mut legs)?;
        for leg in legs {
            let balance = self.legs.entry((leg.account, leg.item)).or_default();
            *balance = plus(*balance, leg.amount)?;
        }
        Ok(())
    }
}

impl Ledger {
    /// It is about a commission, or takes such a posting back.
    pub(super) fn is_commission(&self, row: &PostingRow) -> Result<bool> {
        let original = row.mirror_of().map(|at| self.postings.get(at)).transpose()?;
        Ok(original.unwrap_or(row).kind == LedgerActKind::Commission)
    }
}

impl Effect {
    /// The day from which it counts, of a posting of a date.
    pub(in crate::ledger) const fn day(self, posted: Date) -> Date {
        match self {
            Effect::Allocated { on, .. } => on,
            _ => posted,
        }
    }
}
