//! Money that is taken from what is free or has been applied.

use crate::error::Result;
use crate::ledger::book::{Account, Effect, ReceiptRow, ReceivableRow};
use crate::ledger::posting::entering::Entering;
use crate::money::MoneyCategory;
use crate::number::{Money, less, negative, plus};

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

    /// Takes up to an amount of free money that fits and was there on the date, what came first
    /// first. What could not be taken.
    pub(in crate::ledger::posting) fn take_free(
        &mut self,
        owner: u32,
        mut amount: Money,
        fits: impl Fn(&ReceiptRow) -> bool,
    ) -> Result<Money> {
        for receipt in self.ledger.owners.get(owner)?.free.clone() {
            let row = self.ledger.receipts.get(receipt)?;
            let part = row.free.min(amount);
            if fits(row) && row.date <= self.date && part.is_positive() {
                self.ledger.apply(Effect::Received { receipt, amount: negative(part)? })?;
                amount = less(amount, part)?;
            }
        }
        Ok(amount)
    }

    /// Takes up to an amount of what receivables that fit were paid with: it is freed and leaves. The
    /// receivable that is due last comes first. What could not be taken.
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
            for (receipt, part) in self.free_of_receivable(receivable, amount)? {
                self.ledger.apply(Effect::Received { receipt, amount: negative(part)? })?;
                amount = less(amount, part)?;
            }
        }
        Ok(amount)
    }

    /// Frees up to an amount of what a receivable was paid with, the last allocation first, and says
    /// of which receipts. Of what came in after the date nothing is freed.
    pub(in crate::ledger::posting) fn free_of_receivable(
        &mut self,
        receivable: u32,
        mut amount: Money,
    ) -> Result<Vec<(u32, Money)>> {
        let mut freed = Vec::new();
        let mut at = self.ledger.receivables.get(receivable)?.allocations;
        while let Some(one) = at {
            let row = *self.ledger.allocations.get(one)?;
            at = row.next_of_receivable;
            let part = row.amount.min(amount);
            let was_there = self.ledger.receipts.get(row.receipt)?.date <= self.date;
            if part.is_positive() && was_there {
                self.ledger.allocate(row.receipt, receivable, negative(part)?, self.date)?;
                amount = less(amount, part)?;
                freed.push((row.receipt, part));
            }
        }
        Ok(freed)
    }

    /// Frees up to an amount of what a receipt has paid, the last allocation first.
    pub(in crate::ledger::posting) fn free_of_receipt(
        &mut self,
        receipt: u32,
        mut amount: Money,
    ) -> Result<()> {
        let mut at = self.ledger.receipts.get(receipt)?.allocations;
        while let Some(one) = at {
            let row = *self.ledger.allocations.get(one)?;
            at = row.next_of_receipt;
            let part = row.amount.min(amount);
            if part.is_positive() {
                self.ledger.allocate(receipt, row.receivable, negative(part)?, self.date)?;
                amount = less(amount, part)?;
            }
        }
        Ok(())
    }

    /// What is free of money that fits and was there on the date.
    pub(in crate::ledger::posting) fn free_money(
        &self,
        owner: u32,
        fits: impl Fn(&ReceiptRow) -> bool,
    ) -> Result<Money> {
        let mut sum = Money::ZERO;
        for at in &self.ledger.owners.get(owner)?.free {
            let row = self.ledger.receipts.get(*at)?;
            if fits(row) && row.date <= self.date {
                sum = plus(sum, row.free)?;
            }
        }
        Ok(sum)
    }
}
