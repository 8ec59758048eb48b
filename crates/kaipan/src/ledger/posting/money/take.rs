//! Money that is taken from what is free or has been applied.

use crate::error::Result;
use crate::ledger::book::{Account, Effect, ReceiptRow, ReceivableRow, Watched};
use crate::ledger::posting::entering::Entering;
use crate::money::MoneyCategory;
use crate::number::{Money, less, negative, plus};

/// Free money of an owner: all of it, what of it is free on every later day too, and the first receipt
/// that is used later, with the day.
#[derive(Debug, Clone, Copy)]
pub(in crate::ledger::posting) struct FreeMoney {
    pub(in crate::ledger::posting) sum: Money,
    least: Money,
    used: Option<(u32, crate::Date)>,
}

impl Entering<'_> {
    /// Money comes in for an owner; it is free and lies in an account. The number of its receipt.
    pub(in crate::ledger::posting) fn bring(
        &mut self,
        owner: u32,
        item: u32,
        home: Account,
        amount: Money,
    ) -> Result<u32> {
        let row = ReceiptRow {
            owner,
            item,
            category: *self.ledger.item_categories.get(item)?,
            home,
            // The number that the posting will have.
            posting: self.ledger.postings.len()?,
            date: self.date,
            free: Money::ZERO,
            kept: self.keeps_rest,
            allocations: None,
        };
        let receipt = self.ledger.receipts.add(row)?;
        self.ledger.apply(Effect::Received { receipt, amount })?;
        Ok(receipt)
    }

    /// Where money of an item lies while it is free.
    pub(in crate::ledger::posting) fn home(&self, item: u32) -> Result<Account> {
        let category = *self.ledger.item_categories.get(item)?;
        let name = self.ledger.items.name(item)?;
        Ok(match category {
            MoneyCategory::PreSale => Account::PreSale,
            _ if *name == crate::money::DEPOSIT => Account::PreSale,
            MoneyCategory::Collected => Account::Collected,
            _ => Account::Prepayment,
        })
    }

    /// Takes up to an amount of free money that fits, was there on the date and is free on every later
    /// day, what came first first. What could not be taken.
    pub(in crate::ledger::posting) fn take_free(
        &mut self,
        owner: u32,
        mut amount: Money,
        fits: impl Fn(&ReceiptRow) -> bool,
    ) -> Result<Money> {
        let mut free = Vec::new();
        for receipt in &self.ledger.owners.get(owner)?.free {
            free.push((self.ledger.receipts.get(*receipt)?.date, *receipt));
        }
        free.sort_unstable();
        for (_, receipt) in free {
            let row = *self.ledger.receipts.get(receipt)?;
            if !fits(&row) || row.date > self.date || !amount.is_positive() {
                continue;
            }
            let (there, _) = self.least(owner, (Watched::Free(receipt), row.free), self.date)?;
            let part = there.min(amount);
            if part.is_positive() {
                self.ledger.apply(Effect::Received { receipt, amount: negative(part)? })?;
                amount = less(amount, part)?;
            }
        }
        Ok(amount)
    }

    /// Takes up to an amount of what receivables that fit were paid with: it leaves, and what it paid is
    /// freed as it is allocated anew. The receivable that is due last comes first, and of it the last
    /// money that was there. What could not be taken.
    pub(in crate::ledger::posting) fn take_applied(
        &mut self,
        owner: u32,
        mut amount: Money,
        fits: impl Fn(&ReceivableRow) -> bool,
    ) -> Result<Money> {
        let mut paid = Vec::new();
        for at in &self.ledger.owners.get(owner)?.receivables {
            let row = self.ledger.receivables.get(*at)?;
            if fits(row) && row.allocated.is_positive() {
                paid.push((row.due.is_none(), row.due, row.seq, *at));
            }
        }
        paid.sort_unstable();
        for (.., receivable) in paid.into_iter().rev() {
            for (receipt, there) in self.applied_to(receivable)? {
                let part = there.min(amount);
                if part.is_positive() {
                    self.released.push((receipt, receivable, part));
                    self.ledger.apply(Effect::Received { receipt, amount: negative(part)? })?;
                    amount = less(amount, part)?;
                }
            }
        }
        Ok(amount)
    }

    /// What pays a receivable of money that was there on the day, the last money first, without what is
    /// taken of it already.
    fn applied_to(&self, receivable: u32) -> Result<Vec<(u32, Money)>> {
        let mut applied = Vec::new();
        let mut at = self.ledger.receivables.get(receivable)?.allocations;
        while let Some(one) = at {
            let row = self.ledger.allocations.get(one)?;
            at = row.next_of_receivable;
            let date = self.ledger.receipts.get(row.receipt)?.date;
            let taken = self.released.iter();
            let taken = taken.filter(|(from, to, _)| (*from, *to) == (row.receipt, receivable));
            let left = less(row.amount, Money::sum(taken.map(|(.., amount)| *amount))?)?;
            if date <= self.date && left.is_positive() {
                applied.push((date, row.receipt, left));
            }
        }
        applied.sort_unstable_by_key(|(date, receipt, _)| std::cmp::Reverse((*date, *receipt)));
        Ok(applied.into_iter().map(|(_, receipt, left)| (receipt, left)).collect())
    }

    /// What is free of money that fits and was there on the date.
    pub(in crate::ledger::posting) fn free_money(
        &self,
        owner: u32,
        fits: impl Fn(&ReceiptRow) -> bool,
    ) -> Result<FreeMoney> {
        let mut free = FreeMoney { sum: Money::ZERO, least: Money::ZERO, used: None };
        for at in &self.ledger.owners.get(owner)?.free {
            let row = self.ledger.receipts.get(*at)?;
            if fits(row) && row.date <= self.date {
                let (least, day) = self.least(owner, (Watched::Free(*at), row.free), self.date)?;
                free.sum = plus(free.sum, row.free)?;
                free.least = plus(free.least, least.max(Money::ZERO))?;
                if least < row.free {
                    free.used = free.used.or(Some((*at, day)));
                }
            }
        }
        Ok(free)
    }

    /// An amount of free money is there, and nothing dated later uses it.
    pub(in crate::ledger::posting) fn unused(&self, free: &FreeMoney, amount: Money) -> Result<()> {
        match free.used.filter(|_| amount <= free.sum && amount > free.least) {
            Some((receipt, day)) => {
                let lack = (day, less(amount, free.least)?);
                Err(self.used_later(Watched::Free(receipt), lack)?.at("amount"))
            }
            None => Ok(()),
        }
    }
}
