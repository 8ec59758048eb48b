//! What was the case on every day: the least that there is of something from a day on.
//!
//! It is only asked where something of the owner is dated later than the day.

use super::account::Account;
use super::effect::Effect;
use super::ledger::Ledger;
use crate::Date;
use crate::error::Result;
use crate::number::{Money, less, negative, plus};
use std::collections::{BTreeMap, BTreeSet};

/// What has an amount on every day, which is never below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::ledger) enum Watched {
    /// What is open of a receivable.
    Open(u32),
    /// What is free of a receipt.
    Free(u32),
    /// What an allocation has applied.
    Paid(u32),
    /// What an account holds of an item for an owner.
    Held(u32, Account, u32),
}

/// What is being posted: its first effect, and its day.
#[derive(Debug, Clone, Copy)]
pub(in crate::ledger) struct Underway {
    pub(in crate::ledger) effects: u32,
    pub(in crate::ledger) date: Date,
}

/// A day on which something lacks, and how much.
pub(in crate::ledger) type Lack = (Date, Money);

impl Ledger {
    /// Something of an owner is dated after a day.
    pub(in crate::ledger) fn has_later(&self, owner: u32, day: Date) -> Result<bool> {
        Ok(self.owners.get(owner)?.latest.is_some_and(|latest| latest > day))
    }

    /// The least that there is of something from a day on, and the day on which it is so.
    pub(in crate::ledger) fn least(
        &self,
        owner: u32,
        what: Watched,
        from: Date,
        underway: Underway,
    ) -> Result<(Money, Date)> {
        let mut least = None;
        for (day, there) in self.by_day(owner, what, from, underway)? {
            if least.is_none_or(|(least, _)| there < least) {
                least = Some((there, day));
            }
        }
        Ok(least.unwrap_or((Money::ZERO, from)))
    }

    /// What there is of something on a day, and on each later one on which it changes.
    fn by_day(
        &self,
        owner: u32,
        what: Watched,
        from: Date,
        underway: Underway,
    ) -> Result<BTreeMap<Date, Money>> {
        let mut days: BTreeMap<Date, Money> = BTreeMap::from([(from, Money::ZERO)]);
        self.each_effect(owner, underway, |day, effect, _| {
            let amount = self.moved(what, effect)?;
            if !amount.is_zero() {
                let sum = days.entry(day.max(from)).or_default();
                *sum = plus(*sum, amount)?;
            }
            Ok(())
        })?;
        let mut sum = Money::ZERO;
        for amount in days.values_mut() {
            sum = plus(sum, *amount)?;
            *amount = sum;
        }
        Ok(days)
    }

    /// The first day on which something is below zero and what is being posted makes it less.
    pub(in crate::ledger) fn lack(
        &self,
        owner: u32,
        what: Watched,
        underway: Underway,
    ) -> Result<Option<Lack>> {
        let mut days: BTreeMap<Date, (Money, Money)> = BTreeMap::new();
        self.each_effect(owner, underway, |day, effect, is_new| {
            let amount = self.moved(what, effect)?;
            if !amount.is_zero() {
                let (before, by) = days.entry(day).or_default();
                let to = if is_new { by } else { before };
                *to = plus(*to, amount)?;
            }
            Ok(())
        })?;
        let (mut before, mut by) = (Money::ZERO, Money::ZERO);
        for (day, (was, changes)) in days {
            before = plus(before, was)?;
            by = plus(by, changes)?;
            let after = plus(before, by)?;
            if by.is_negative() && after.is_negative() {
                return Ok(Some((day, negative(after)?)));
            }
        }
        Ok(None)
    }

    /// What a receivable was on a day, paid or not.
    pub(in crate::ledger) fn charged_on(
        &self,
        receivable: u32,
        day: Date,
        underway: Underway,
    ) -> Result<Money> {
        let row = self.receivables.get(receivable)?;
        if !self.has_later(row.owner, day)? {
            return less(row.amount, row.waived);
        }
        let mut sum = Money::ZERO;
        self.each_effect(row.owner, underway, |on, effect, _| {
            match effect {
                Effect::Raised { receivable: own, amount } if own == receivable && on <= day => {
                    sum = plus(sum, amount)?;
                }
                Effect::Waived { receivable: own, amount } if own == receivable && on <= day => {
                    sum = less(sum, amount)?;
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(sum)
    }

    /// Receivables of an owner that were given another due date on some day.
    pub(in crate::ledger) fn dated_lines(
        &self,
        owner: u32,
        underway: Underway,
    ) -> Result<BTreeSet<u32>> {
        let mut lines = BTreeSet::new();
        self.each_effect(owner, underway, |_, effect, _| {
            if let Effect::Dated { receivable, .. } = effect {
                lines.insert(receivable);
            }
            Ok(())
        })?;
        Ok(lines)
    }

    /// Goes through the effects of the postings about an owner, then through those of what is being
    /// posted, each with its day and whether it is of the latter.
    fn each_effect(
        &self,
        owner: u32,
        underway: Underway,
        mut each: impl FnMut(Date, Effect, bool) -> Result<()>,
    ) -> Result<()> {
        for at in &self.owners.get(owner)?.postings {
            let date = self.postings.get(*at)?.date;
            for effect in self.effects_of(*at)? {
                each(effect.day(date), *effect, false)?;
            }
        }
        for effect in self.effects.part(underway.effects, self.effects.len()?) {
            each(effect.day(underway.date), *effect, true)?;
        }
        Ok(())
    }

    /// By how much an effect changes something.
    fn moved(&self, what: Watched, effect: Effect) -> Result<Money> {
        Ok(match (what, effect) {
            (Watched::Open(own), Effect::Raised { receivable, amount }) if receivable == own => {
                amount
            }
            (Watched::Open(own), Effect::Waived { receivable, amount }) if receivable == own => {
                negative(amount)?
            }
            (Watched::Free(own), Effect::Received { receipt, amount }) if receipt == own => amount,
            (Watched::Open(own), Effect::Allocated { allocation, amount, .. })
                if self.allocations.get(allocation)?.receivable == own =>
            {
                negative(amount)?
            }
            (Watched::Free(own), Effect::Allocated { allocation, amount, .. })
                if self.allocations.get(allocation)?.receipt == own =>
            {
                negative(amount)?
            }
            (Watched::Paid(own), Effect::Allocated { allocation, amount, .. })
                if allocation == own =>
            {
                amount
            }
            (Watched::Held(owner, account, item), effect) => {
                let mut legs = Vec::new();
                self.imply(effect, &mut legs)?;
                let mut sum = Money::ZERO;
                for leg in legs {
                    if (leg.owner, leg.account, leg.item) == (owner, account, item) {
                        // Costs are debits.
                        sum = match account {
                            Account::CommissionCost => less(sum, leg.amount)?,
                            _ => plus(sum, leg.amount)?,
                        };
                    }
                }
                sum
            }
            _ => Money::ZERO,
        })
    }
}
