//! What is paid too much, and money that is no longer there (handbook §6.3).

use super::{Allocating, Pair};
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::ledger::book::{Effect, ReceivableRow};
use crate::number::{Money, less, negative};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Which line was to be paid last: one without a due date, else what is due last.
type Last = (bool, Option<Date>, u32, u32);

impl Allocating<'_> {
    pub(super) fn free(&mut self, receipt: u32, receivable: u32, amount: Money) -> Result<()> {
        self.pay(receipt, receivable, negative(amount)?)
    }

    /// Lines that the facts have made less are paid by no more than they are: the last money is freed.
    /// Whether any was.
    pub(super) fn settle_lines(&mut self, facts: &[Effect]) -> Result<bool> {
        let lines: BTreeSet<u32> = facts.iter().filter_map(line_of).collect();
        let mut freed = false;
        for receivable in lines {
            let mut excess = over(self.ledger.receivables.get(receivable)?)?;
            if !excess.is_positive() {
                continue;
            }
            for (receipt, _) in self.payers(receivable)? {
                let part = self.paid_of(receipt, receivable)?.min(excess);
                if part.is_positive() {
                    self.free(receipt, receivable, part)?;
                    excess = less(excess, part)?;
                    freed = true;
                }
            }
        }
        Ok(freed)
    }

    /// Nothing is waived of what is paid.
    pub(super) fn waived_at_most(&self, facts: &[Effect]) -> Result<()> {
        for effect in facts {
            let Effect::Waived { receivable, amount } = *effect else { continue };
            let row = self.ledger.receivables.get(receivable)?;
            let excess = over(row)?;
            if excess.is_positive() {
                let name = self.ledger.receivable_names.name(receivable)?;
                let error = Error::new(Code::LedgerWaivedTooMuch).with("receivable", name);
                let left = less(amount, excess)?.max(Money::ZERO);
                return Err(error.with("amount", amount).with("left", left).at("amount"));
            }
        }
        Ok(())
    }

    /// Money that the facts have taken is freed from what it pays, from what is due last first. Where
    /// only the policy gives way, what a person said stays. Whether any was freed.
    pub(super) fn settle_money(&mut self, facts: &[Effect], policy_only: bool) -> Result<bool> {
        let money = facts.iter().filter_map(|effect| match effect {
            Effect::Received { receipt, .. } => Some(*receipt),
            _ => None,
        });
        let money: BTreeSet<u32> = money.collect();
        let mut freed = false;
        for receipt in money {
            let row = self.ledger.receipts.get(receipt)?;
            if row.owner != self.owner || !row.free.is_negative() {
                continue;
            }
            let lacking = negative(row.free)?;
            let rest = less(lacking, self.free_of_money((receipt, None), lacking, policy_only)?)?;
            freed |= rest < lacking;
            if rest.is_positive() {
                return Err(self.not_there(receipt, rest)?);
            }
        }
        Ok(freed)
    }

    /// Frees up to an amount of what money pays, without one line: how much.
    pub(super) fn free_of_money(
        &mut self,
        (receipt, without): (u32, Option<u32>),
        amount: Money,
        policy_only: bool,
    ) -> Result<Money> {
        let mut left = amount;
        for receivable in self.lines_of(receipt)? {
            let there = match policy_only {
                true => self.policy_part(receipt, receivable)?,
                false => self.paid_of(receipt, receivable)?,
            };
            let part = there.min(left);
            if part.is_positive() && Some(receivable) != without {
                self.free(receipt, receivable, part)?;
                left = less(left, part)?;
            }
        }
        less(amount, left)
    }

    /// What money pays, what was to be paid last first.
    fn lines_of(&self, receipt: u32) -> Result<Vec<u32>> {
        let mut lines: Vec<(Reverse<Last>, u32)> = Vec::new();
        let mut at = self.ledger.receipts.get(receipt)?.allocations;
        while let Some(one) = at {
            let row = self.ledger.allocations.get(one)?;
            at = row.next_of_receipt;
            let to = self.ledger.receivables.get(row.receivable)?;
            let last = (to.due.is_none(), to.due, to.seq, row.receivable);
            lines.push((Reverse(last), row.receivable));
        }
        lines.sort_unstable();
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    /// What pays a line, the last money first.
    pub(super) fn payers(&self, receivable: u32) -> Result<Vec<Pair>> {
        let mut payers = Vec::new();
        let mut at = self.ledger.receivables.get(receivable)?.allocations;
        while let Some(one) = at {
            let row = self.ledger.allocations.get(one)?;
            at = row.next_of_receivable;
            payers.push((
                Reverse((self.ledger.receipts.get(row.receipt)?.date, row.receipt)),
                row.receipt,
            ));
        }
        payers.sort_unstable();
        Ok(payers.into_iter().map(|(_, receipt)| (receipt, receivable)).collect())
    }

    /// Money that was taken is needed for what stands.
    fn not_there(&self, receipt: u32, amount: Money) -> Result<Error> {
        let item = self.ledger.items.name(self.ledger.receipts.get(receipt)?.item)?;
        if self.step.is_own && self.step.mirror_of.is_some() {
            let of = self.step.mirror_of.map(|of| self.ledger.keys.name(of)).transpose()?;
            let error = Error::new(Code::LedgerMoneyUsed).with("item", item);
            let error = error.with("owner", of.map_or("", |key| key.as_str()));
            return Ok(error.with("amount", amount).at("posting"));
        }
        let error = Error::new(Code::LedgerUsedLater).with("date", self.from).with("name", item);
        Ok(error.with("amount", amount).with("day", self.day))
    }
}

fn line_of(effect: &Effect) -> Option<u32> {
    match effect {
        Effect::Raised { receivable, .. } | Effect::Waived { receivable, .. } => Some(*receivable),
        _ => None,
    }
}

/// What is paid of a receivable beyond what it is.
fn over(row: &ReceivableRow) -> Result<Money> {
    less(row.allocated, less(row.amount, row.waived)?)
}
