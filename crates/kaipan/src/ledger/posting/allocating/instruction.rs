//! What a person says that money pays (指定核销).

use super::Allocating;
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::ledger::book::{Instruction, Ledger};
use crate::number::{Money, less, plus};
use std::collections::BTreeSet;

impl Ledger {
    /// The day from which money pays what a person said, in a posting of a day: not before it came in,
    /// nor before the line was raised.
    pub(in crate::ledger) fn counts_from(&self, one: &Instruction, posted: Date) -> Result<Date> {
        let (from, to) = (self.receipts.get(one.receipt)?, self.receivables.get(one.receivable)?);
        Ok(posted.max(from.date).max(to.raised_on))
    }
}

impl Allocating<'_> {
    /// Does what people say in the posting; what they say of lines that are raised later waits. Whether
    /// anything was said.
    pub(super) fn instruct(&mut self) -> Result<bool> {
        let said = self.said()?;
        let mut displaced = BTreeSet::new();
        for (at, one) in said.iter().enumerate() {
            if self.ledger.counts_from(one, self.day)? > self.day {
                self.waiting.entry(one.posting).or_default().push(*one);
                continue;
            }
            let done = match self.step.is_own {
                true => self.as_said(one),
                false => self.as_far_as(one, &mut displaced),
            };
            done.map_err(|error| error.at("amount").at(at).at("allocations"))?;
        }
        if let Some(wrong) = self.wrong.filter(|_| self.step.is_own) {
            return Err(wrong.clone());
        }
        self.go_on(&displaced)?;
        Ok(!said.is_empty())
    }

    /// What was said earlier is done on the day on which it can be.
    pub(super) fn deferred(&mut self) -> Result<()> {
        let posting = self.step.posting;
        let mut displaced = BTreeSet::new();
        for (at, one) in self.said()?.iter().enumerate() {
            if self.ledger.counts_from(one, self.day)? > self.day {
                continue;
            }
            let Some(waiting) = self.waiting.get_mut(&posting) else { continue };
            let Some(place) = waiting.iter().position(|other| other == one) else { continue };
            waiting.remove(place);
            let done = self.as_far_as(one, &mut displaced);
            done.map_err(|error| error.at("amount").at(at).at("allocations"))?;
        }
        self.go_on(&displaced)
    }

    /// All of it is paid, or the posting is refused.
    fn as_said(&mut self, one: &Instruction) -> Result<()> {
        let Instruction { receipt, receivable, amount, .. } = *one;
        let open = self.ledger.receivables.get(receivable)?.open().unwrap_or(Money::ZERO);
        if amount > open {
            let name = self.ledger.receivable_names.name(receivable)?;
            let error = Error::new(Code::LedgerOverAllocated).with("receivable", name);
            return Err(error.with("amount", amount).with("left", open));
        }
        let from = self.ledger.receipts.get(receipt)?;
        if amount > from.free {
            let error = Error::new(Code::LedgerShort).with("amount", amount);
            let error = error.with("item", self.ledger.items.name(from.item)?);
            return Err(error.with("lacking", less(amount, from.free)?));
        }
        self.pay_as_said(one, amount)
    }

    /// As much of it as can be is paid; what the policy has allocated gives way.
    fn as_far_as(&mut self, one: &Instruction, displaced: &mut BTreeSet<u32>) -> Result<()> {
        let Instruction { receipt, receivable, amount, .. } = *one;
        let open = self.ledger.receivables.get(receivable)?.open().unwrap_or(Money::ZERO);
        let mut lacking = less(amount, open)?;
        for (other, _) in self.payers(receivable)? {
            let part = self.policy_part(other, receivable)?.min(lacking);
            if part.is_positive() && other != receipt {
                self.free(other, receivable, part)?;
                displaced.insert(other);
                lacking = less(lacking, part)?;
            }
        }
        let lacking = less(amount, self.ledger.receipts.get(receipt)?.free)?;
        if lacking.is_positive()
            && self.free_of_money((receipt, Some(receivable)), lacking, true)?.is_positive()
        {
            displaced.insert(receipt);
        }
        if self.step.is_own {
            return self.as_said(one);
        }
        let open = self.ledger.receivables.get(receivable)?.open().unwrap_or(Money::ZERO);
        let free = self.ledger.receipts.get(receipt)?.free;
        self.pay_as_said(one, amount.min(open).min(free).max(Money::ZERO))
    }

    fn pay_as_said(&mut self, one: &Instruction, amount: Money) -> Result<()> {
        if amount.is_positive() {
            let said = self.by_hand.entry((one.receipt, one.receivable)).or_default();
            *said = plus(*said, amount)?;
            self.pay(one.receipt, one.receivable, amount)?;
        }
        Ok(())
    }

    /// What gave way goes on by the policy, and what is open again is paid by what is free.
    fn go_on(&mut self, displaced: &BTreeSet<u32>) -> Result<()> {
        if displaced.is_empty() {
            return Ok(());
        }
        for receipt in self.by_day(displaced.iter().copied())? {
            self.spread(receipt, None)?;
        }
        self.apply_prepayments()
    }
}
