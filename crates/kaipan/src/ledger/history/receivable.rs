//! One receivable: how it stands, and what moved on which day.

use crate::error::Result;
use crate::money::MoneyCategory;
use crate::number::{Money, less, negative, plus};
use crate::{Date, Text};

/// Money of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DatedMoney {
    pub(crate) on: Date,
    pub(crate) amount: Money,
}

/// A receivable as it stands on a day.
#[derive(Debug)]
pub(crate) struct ReceivableHistory<'a> {
    pub(crate) id: &'a Text,
    pub(crate) item: &'a Text,
    pub(crate) category: MoneyCategory,
    /// It was known on the day.
    pub(crate) is_known: bool,
    pub(crate) raised_on: Date,
    pub(crate) due: Option<Date>,
    pub(crate) amount: Money,
    /// What was paid for it; below zero it was given back.
    pub(crate) paid: Vec<DatedMoney>,
    /// What was waived of it.
    pub(crate) waived: Vec<DatedMoney>,
    /// What was paid after the day.
    pub(crate) later: Vec<DatedMoney>,
}

/// What is being put together for a receivable.
#[derive(Debug, Default)]
pub(super) struct Standing {
    pub(super) is_known: bool,
    pub(super) amount: Money,
    /// The due day, where it was given another, and since when it is so.
    pub(super) due: Option<(Option<Date>, Date)>,
    paid: Vec<Paid>,
    pub(super) waived: Vec<DatedMoney>,
    pub(super) later: Vec<DatedMoney>,
}

/// Money of one receipt.
#[derive(Debug, Clone, Copy)]
struct Paid {
    allocation: u32,
    money: DatedMoney,
}

impl Standing {
    /// Money of an allocation pays the receivable. What a mirror applies again was never given back.
    pub(super) fn pay(&mut self, allocation: u32, money: DatedMoney, mirror: bool) -> Result<()> {
        let mut left = money.amount;
        if mirror {
            let own = self.paid.iter_mut().rev().filter(|one| one.allocation == allocation);
            for one in own.filter(|one| one.money.amount.is_negative()) {
                let part = negative(one.money.amount)?.min(left);
                one.money.amount = plus(one.money.amount, part)?;
                left = less(left, part)?;
            }
        }
        if left.is_positive() {
            self.paid.push(Paid { allocation, money: DatedMoney { amount: left, ..money } });
        }
        Ok(())
    }

    /// Money of an allocation is freed. So much of it never was paid; the rest is given back on the day.
    pub(super) fn free(&mut self, allocation: u32, freed: DatedMoney, never: Money) -> Result<()> {
        let mut left = never.min(freed.amount);
        let given_back = less(freed.amount, left)?;
        let own = self.paid.iter_mut().rev().filter(|one| one.allocation == allocation);
        for one in own.filter(|one| one.money.amount.is_positive()) {
            let part = one.money.amount.min(left);
            one.money.amount = less(one.money.amount, part)?;
            left = less(left, part)?;
        }
        let amount = negative(given_back)?;
        if !amount.is_zero() {
            self.paid.push(Paid { allocation, money: DatedMoney { amount, ..freed } });
        }
        Ok(())
    }

    /// So much is waived; below zero a waiver is taken back, as if it had never been.
    pub(super) fn waive(&mut self, money: DatedMoney) -> Result<()> {
        if !money.amount.is_negative() {
            self.waived.push(money);
            return Ok(());
        }
        let mut left = negative(money.amount)?;
        for one in self.waived.iter_mut().rev() {
            let part = one.amount.min(left);
            one.amount = less(one.amount, part)?;
            left = less(left, part)?;
        }
        Ok(())
    }

    /// What was paid, by day.
    pub(super) fn paid(&self) -> Vec<DatedMoney> {
        let moved = self.paid.iter().map(|one| one.money);
        moved.filter(|money| !money.amount.is_zero()).collect()
    }
}
