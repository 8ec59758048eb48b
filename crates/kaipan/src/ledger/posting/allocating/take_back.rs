//! What a posting allocated is taken back with it (红冲、删除; handbook §6.4).

use super::{Allocating, Pair};
use crate::Date;
use crate::error::Result;
use crate::ledger::LedgerActKind;
use crate::ledger::book::Effect;
use crate::number::{Money, less, negative, plus};
use std::collections::{BTreeMap, BTreeSet};

impl Allocating<'_> {
    /// The opposite facts are in the rows. Money that the original freed of a line comes back to it, from
    /// what it was applied to instead, as far as it is there. What is open again is paid by free money
    /// that came in after the original, as if that had never been posted: what was free before it was so
    /// for a reason, and waits.
    pub(super) fn take_back(&mut self, facts: &[Effect]) -> Result<()> {
        let Some(original) = self.step.mirror_of else { return Ok(()) };
        self.mirrored.insert(original);
        self.unsay(original)?;
        let row = self.ledger.postings.get(original)?;
        let (kind, date) = (row.kind, row.date);
        if kind == LedgerActKind::Allocate {
            for ((receipt, receivable), amount) in self.recorded_by(original)? {
                self.free_up_to(receipt, receivable, amount)?;
            }
            return Ok(());
        }
        let mut lines: BTreeSet<u32> = facts.iter().filter_map(opens).collect();
        if kind == LedgerActKind::Enter {
            // An entry of another area frees lines that stay what they are.
            lines.extend(self.recorded_by(original)?.into_iter().map(|((_, line), _)| line));
        }
        let freed =
            self.moved_on(date, |line, amount| lines.contains(&line) && amount.is_negative())?;
        let money: BTreeSet<u32> = freed.iter().map(|((receipt, _), _)| *receipt).collect();
        let elsewhere =
            self.moved_on(date, |line, amount| !lines.contains(&line) && amount.is_positive())?;
        let mut is_open = !lines.is_empty();
        for ((receipt, receivable), amount) in elsewhere {
            if money.contains(&receipt) {
                is_open |= self.free_up_to(receipt, receivable, amount)?;
            }
        }
        is_open |= self.settle_lines(facts)?;
        is_open |= self.settle_money(facts, false)?;
        for ((receipt, receivable), amount) in freed {
            let open = self.ledger.receivables.get(receivable)?.open();
            let there = self.spendable(receipt)?.min(open.unwrap_or(Money::ZERO));
            let part = negative(amount)?.min(there);
            if part.is_positive() {
                self.pay(receipt, receivable, part)?;
            }
        }
        match is_open {
            true => self.apply_after((date, original)),
            false => Ok(()),
        }
    }

    /// What people said in a posting that is taken back no longer holds.
    fn unsay(&mut self, original: u32) -> Result<()> {
        let waiting = self.waiting.remove(&original).unwrap_or_default();
        let said = self.ledger.owners.get(self.owner)?.instructions.iter();
        for one in said.filter(|one| one.posting == original && !waiting.contains(one)) {
            if let Some(by_hand) = self.by_hand.get_mut(&(one.receipt, one.receivable)) {
                *by_hand = less(*by_hand, one.amount)?.max(Money::ZERO);
            }
        }
        Ok(())
    }

    fn free_up_to(&mut self, receipt: u32, receivable: u32, amount: Money) -> Result<bool> {
        let part = self.paid_of(receipt, receivable)?.min(amount);
        match part.is_positive() {
            true => self.free(receipt, receivable, part).map(|()| true),
            false => Ok(false),
        }
    }

    /// What pairs paid or freed on a day, in the order of money and lines, as far as it fits.
    fn moved_on(&self, day: Date, fits: impl Fn(u32, Money) -> bool) -> Result<Vec<(Pair, Money)>> {
        let mut sums: BTreeMap<Pair, Money> = BTreeMap::new();
        if day <= self.from {
            for at in &self.ledger.owners.get(self.owner)?.postings {
                for effect in self.ledger.effects_of(*at)? {
                    let Effect::Allocated { allocation, amount, on, .. } = *effect else {
                        continue;
                    };
                    let row = self.ledger.allocations.get(allocation)?;
                    if on == day && self.ledger.receipts.get(row.receipt)?.owner == self.owner {
                        let sum = sums.entry((row.receipt, row.receivable)).or_default();
                        *sum = plus(*sum, amount)?;
                    }
                }
            }
        }
        for ((on, receipt, receivable), amount) in &self.paid {
            if *on == day {
                let sum = sums.entry((*receipt, *receivable)).or_default();
                *sum = plus(*sum, *amount)?;
            }
        }
        Ok(sums.into_iter().filter(|((_, line), amount)| fits(*line, *amount)).collect())
    }

    /// What a posting recorded that it allocated, pair by pair: an allocation, of its own money; any
    /// other, what it freed on its own day.
    pub(super) fn recorded_by(&self, posting: u32) -> Result<Vec<(Pair, Money)>> {
        let row = self.ledger.postings.get(posting)?;
        let is_allocation = row.kind == LedgerActKind::Allocate;
        let (first, count) = self.ledger.money_of(row.kind, row.about, row.receipts)?;
        let own = first..first.saturating_add(count);
        let mut sums: BTreeMap<Pair, Money> = BTreeMap::new();
        for effect in self.ledger.effects_of(posting)? {
            let Effect::Allocated { allocation, amount, on, .. } = *effect else { continue };
            let one = self.ledger.allocations.get(allocation)?;
            let is_meant = if is_allocation { own.contains(&one.receipt) } else { on == row.date };
            if is_meant && self.ledger.receipts.get(one.receipt)?.owner == self.owner {
                let sum = sums.entry((one.receipt, one.receivable)).or_default();
                *sum = plus(*sum, amount)?;
            }
        }
        Ok(sums.into_iter().filter(|(_, amount)| amount.is_positive() == is_allocation).collect())
    }
}

/// The line that is more again, or of which less is waived.
fn opens(effect: &Effect) -> Option<u32> {
    match *effect {
        Effect::Raised { receivable, amount } if amount.is_positive() => Some(receivable),
        Effect::Waived { receivable, amount } if amount.is_negative() => Some(receivable),
        _ => None,
    }
}
