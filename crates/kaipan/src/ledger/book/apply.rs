//! Effects on the rows: forwards as they are posted, backwards where a posting is refused after all.

use super::account::Account;
use super::effect::Effect;
use super::ledger::{Ledger, Mark, PendingLeg};
use super::rows::AllocationRow;
use super::table::broken;
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::money::MoneyCategory;
use crate::number::{Money, less, negative, plus};

impl Ledger {
    /// Carries out an effect, and notes it and its legs.
    pub(in crate::ledger) fn apply(&mut self, effect: Effect) -> Result<()> {
        self.turn(effect, false)?;
        self.effects.add(effect)?;
        let mut legs = std::mem::take(&mut self.pending);
        let implied = self.imply(effect, &mut legs);
        self.pending = legs;
        implied
    }

    /// Applies money of a receipt to a receivable, or frees it below zero. It counts from the last of
    /// the day given, that of the receipt and that of the receivable. What pays the house before the
    /// day of signing is pre-sale money until that day, whenever it is recorded.
    pub(in crate::ledger) fn allocate(
        &mut self,
        receipt: u32,
        receivable: u32,
        amount: Money,
        date: Date,
    ) -> Result<()> {
        let (from, to) = (self.receipts.get(receipt)?, self.receivables.get(receivable)?);
        let on = date.max(from.date).max(to.raised_on);
        let signing = self.owners.get(to.owner)?.signed_on;
        let later = signing.filter(|day| *day > on && to.category.is_house());
        let signed = signing.is_some_and(|day| day <= on);
        self.allocate_on(receipt, receivable, amount, on, signed)?;
        match later {
            Some(day) => self.house_money_from(receipt, receivable, amount, day),
            None => Ok(()),
        }
    }

    /// What pays the house is house money from a day on, and was pre-sale money until then.
    pub(in crate::ledger) fn house_money_from(
        &mut self,
        receipt: u32,
        receivable: u32,
        amount: Money,
        day: Date,
    ) -> Result<()> {
        self.allocate_on(receipt, receivable, negative(amount)?, day, false)?;
        self.allocate_on(receipt, receivable, amount, day, true)
    }

    /// As [`Ledger::allocate`], where it is known from when on it counts.
    pub(in crate::ledger) fn allocate_on(
        &mut self,
        receipt: u32,
        receivable: u32,
        amount: Money,
        on: Date,
        signed: bool,
    ) -> Result<()> {
        let allocation = self.pair(receipt, receivable)?;
        self.apply(Effect::Allocated { allocation, amount, on, signed })
    }

    /// Money moves to a receivable or back in the rows, and nothing is noted: what is tried out.
    pub(in crate::ledger) fn shift(
        &mut self,
        receipt: u32,
        receivable: u32,
        amount: Money,
    ) -> Result<()> {
        let allocation = self.pair(receipt, receivable)?;
        let on = self.receipts.get(receipt)?.date;
        self.turn(Effect::Allocated { allocation, amount, on, signed: false }, false)
    }

    /// The allocation of a receipt to a receivable, new or not.
    fn pair(&mut self, receipt: u32, receivable: u32) -> Result<u32> {
        if let Some(known) = self.allocation(receipt, receivable)? {
            return Ok(known);
        }
        let at = self.allocations.add(AllocationRow {
            receipt,
            receivable,
            amount: Money::ZERO,
            next_of_receipt: self.receipts.get(receipt)?.allocations,
            next_of_receivable: self.receivables.get(receivable)?.allocations,
        })?;
        self.receipts.get_mut(receipt)?.allocations = Some(at);
        self.receivables.get_mut(receivable)?.allocations = Some(at);
        Ok(at)
    }

    /// Forgets allocations from a number on; nothing is paid by them any more.
    pub(in crate::ledger) fn cut_allocations(&mut self, to: u32) -> Result<()> {
        while self.allocations.len()? > to {
            let row = self.allocations.pop().ok_or_else(broken)?;
            self.receipts.get_mut(row.receipt)?.allocations = row.next_of_receipt;
            self.receivables.get_mut(row.receivable)?.allocations = row.next_of_receivable;
        }
        Ok(())
    }

    /// What of a receipt pays a receivable.
    pub(in crate::ledger) fn allocation(
        &self,
        receipt: u32,
        receivable: u32,
    ) -> Result<Option<u32>> {
        let mut at = self.receipts.get(receipt)?.allocations;
        while let Some(one) = at {
            let row = self.allocations.get(one)?;
            if row.receivable == receivable {
                return Ok(Some(one));
            }
            at = row.next_of_receipt;
        }
        Ok(None)
    }

    /// Takes back all that was done since the mark: the ledger is as it was.
    pub(in crate::ledger) fn roll_back(&mut self, mark: Mark) -> Result<()> {
        self.pending.clear();
        while self.effects.len()? > mark.effects {
            let effect = self.effects.pop().ok_or_else(broken)?;
            self.turn(effect, true)?;
        }
        self.cut_allocations(mark.allocations)?;
        for at in self.receivables.part(mark.receivables, self.receivables.len()?) {
            let owner = at.owner;
            self.owners.get_mut(owner)?.receivables.retain(|one| *one < mark.receivables);
        }
        self.receivables.cut(mark.receivables);
        self.receivable_names.cut(usize::try_from(mark.receivables).unwrap_or(usize::MAX));
        self.receipts.cut(mark.receipts);
        self.deals.cut(mark.deals);
        self.deal_owners.truncate(mark.deals);
        self.customers.cut(mark.customers);
        self.customer_owners.truncate(mark.customers);
        self.payees.cut(mark.payees);
        self.payee_owners.truncate(mark.payees);
        self.owners.cut(mark.owners);
        self.items.cut(mark.items);
        self.item_categories.cut(u32::try_from(mark.items).unwrap_or(u32::MAX));
        self.banks.cut(mark.banks);
        self.bank_money.cut(u32::try_from(mark.banks).unwrap_or(u32::MAX));
        self.approvals.cut(mark.approvals);
        self.approvals_used.cut(u32::try_from(mark.approvals).unwrap_or(u32::MAX));
        Ok(())
    }

    /// What an effect does to the rows; backwards where it is taken back.
    pub(in crate::ledger) fn turn(&mut self, effect: Effect, back: bool) -> Result<()> {
        let signed = |amount: Money| if back { negative(amount) } else { Ok(amount) };
        match effect {
            Effect::Opened { owner } => self.owners.get_mut(owner)?.opened = !back,
            Effect::Signed { owner, .. } => {
                let row = self.owners.get_mut(owner)?;
                row.signed = !back;
                if back {
                    (row.signed_on, row.contract) = (None, None);
                }
            }
            Effect::Ended { owner } => {
                let row = self.owners.get_mut(owner)?;
                row.ended_on = row.ended_on.filter(|_| !back);
            }
            Effect::Reached { owner, milestone } => {
                let reached = &mut self.owners.get_mut(owner)?.milestones;
                if back {
                    reached.pop();
                } else {
                    reached.push(milestone);
                }
            }
            Effect::Raised { receivable, amount } => {
                let row = self.receivables.get_mut(receivable)?;
                row.amount = plus(row.amount, signed(amount)?)?;
                self.owe(receivable, signed(amount)?)?;
            }
            Effect::Waived { receivable, amount } => {
                let row = self.receivables.get_mut(receivable)?;
                row.waived = plus(row.waived, signed(amount)?)?;
                self.owe(receivable, negative(signed(amount)?)?)?;
            }
            Effect::Dated { receivable, now, was, .. } => {
                self.receivables.get_mut(receivable)?.due = if back { was } else { now };
            }
            Effect::Received { receipt, amount } => self.free(receipt, signed(amount)?)?,
            Effect::Allocated { allocation, amount, .. } => {
                let amount = signed(amount)?;
                let row = self.allocations.get_mut(allocation)?;
                row.amount = plus(row.amount, amount)?;
                let (receipt, receivable) = (row.receipt, row.receivable);
                let to = self.receivables.get_mut(receivable)?;
                to.allocated = plus(to.allocated, amount)?;
                self.owe(receivable, negative(amount)?)?;
                self.free(receipt, negative(amount)?)?;
            }
            Effect::Leg { .. } => {}
            Effect::Used { approval, amount } => {
                let used = self.approvals_used.get_mut(approval)?;
                *used = plus(*used, signed(amount)?)?;
            }
            Effect::Mirrored { posting, .. } => {
                // The number of the posting that mirrors it is that of the next one.
                let by = self.postings.len()?;
                self.postings.get_mut(posting)?.mirrored_by = (!back).then_some(by);
            }
            Effect::Verified { posting } => self.postings.get_mut(posting)?.verified = !back,
            Effect::Closed { through, before } => {
                self.closed_through = if back { before } else { Some(through) };
            }
        }
        Ok(())
    }

    /// What is open of a receivable has changed by so much.
    fn owe(&mut self, receivable: u32, by: Money) -> Result<()> {
        let row = self.receivables.get(receivable)?;
        let (owner, is_open) = (row.owner, row.open().is_some_and(Money::is_positive));
        let owner = self.owners.get_mut(owner)?;
        owner.owed = plus(owner.owed, by)?;
        member(&mut owner.open, receivable, is_open);
        if let Some(customer) = owner.customer {
            let customer = self.owners.get_mut(customer)?;
            customer.owed = plus(customer.owed, by)?;
        }
        Ok(())
    }

    /// What is free of a receipt changes by so much.
    fn free(&mut self, receipt: u32, by: Money) -> Result<()> {
        let row = self.receipts.get_mut(receipt)?;
        row.free = plus(row.free, by)?;
        let (owner, is_free) = (row.owner, row.free.is_positive());
        member(&mut self.owners.get_mut(owner)?.free, receipt, is_free);
        Ok(())
    }

    /// The legs that follow from an effect.
    pub(in crate::ledger) fn imply(&self, effect: Effect, to: &mut Vec<PendingLeg>) -> Result<()> {
        match effect {
            Effect::Raised { receivable, amount } => {
                let row = self.receivables.get(receivable)?;
                net(to, row.owner, Account::Receivable, row.item, negative(amount)?)?;
                net(to, row.owner, Account::Claimed, row.item, amount)
            }
            Effect::Waived { receivable, amount } => {
                let row = self.receivables.get(receivable)?;
                net(to, row.owner, Account::Receivable, row.item, amount)?;
                net(to, row.owner, Account::Claimed, row.item, negative(amount)?)
            }
            Effect::Received { receipt, amount } => {
                let row = self.receipts.get(receipt)?;
                net(to, row.owner, row.home, row.item, amount)
            }
            Effect::Allocated { allocation, amount, signed, .. } => {
                let row = self.allocations.get(allocation)?;
                let (from, paid) =
                    (self.receipts.get(row.receipt)?, self.receivables.get(row.receivable)?);
                net(to, from.owner, from.home, from.item, negative(amount)?)?;
                net(to, paid.owner, Account::Receivable, paid.item, amount)?;
                net(to, paid.owner, Account::Claimed, paid.item, negative(amount)?)?;
                net(to, paid.owner, lies_in(paid.category, signed), paid.item, amount)
            }
            Effect::Leg { owner, account, item, amount } => net(to, owner, account, item, amount),
            _ => Ok(()),
        }
    }

    /// Everything pending comes to zero and leaves nothing below zero that is held for somebody. The
    /// balances change by it.
    pub(in crate::ledger) fn settle(&mut self) -> Result<()> {
        self.pending.retain(|leg| !leg.amount.is_zero());
        let sum = Money::sum(self.pending.iter().map(|leg| leg.amount))?;
        if !sum.is_zero() {
            return Err(Error::new(Code::LedgerUnbalanced).with("amount", sum));
        }
        for leg in &self.pending {
            let after = plus(self.balance(leg.owner, leg.account, leg.item)?, leg.amount)?;
            if leg.account.holds_money() && after.is_negative() && leg.amount.is_negative() {
                return Err(self.below_zero(leg.item, leg.owner, negative(after)?)?);
            }
            if let Account::Bank(bank) = leg.account {
                less(*self.bank_money.get(bank)?, leg.amount)?;
            }
        }
        let mut legs = std::mem::take(&mut self.pending);
        for leg in legs.drain(..) {
            let owner = self.owners.get_mut(leg.owner)?;
            let mut balances = owner.balances.iter_mut();
            match balances.find(|(account, item, _)| (*account, *item) == (leg.account, leg.item)) {
                Some((_, _, balance)) => *balance = plus(*balance, leg.amount)?,
                None => owner.balances.push((leg.account, leg.item, leg.amount)),
            }
            if let Account::Bank(bank) = leg.account {
                let money = self.bank_money.get_mut(bank)?;
                *money = less(*money, leg.amount)?;
            }
        }
        // The room is kept for the next posting.
        self.pending = legs;
        Ok(())
    }

    fn below_zero(&self, item: u32, owner: u32, lacking: Money) -> Result<Error> {
        let error = Error::new(Code::LedgerMoneyUsed).with("item", self.items.name(item)?);
        let name = self.owner_name(owner)?.map_or("", |name| name.as_str());
        Ok(error.with("owner", name).with("amount", lacking))
    }

    /// What an account has of an item for an owner: a credit above zero.
    pub(in crate::ledger) fn balance(
        &self,
        owner: u32,
        account: Account,
        item: u32,
    ) -> Result<Money> {
        let mut balances = self.owners.get(owner)?.balances.iter();
        let found = balances.find(|(a, i, _)| (*a, *i) == (account, item));
        Ok(found.map_or(Money::ZERO, |(_, _, balance)| *balance))
    }
}

/// Where money lies that has paid a receivable.
pub(in crate::ledger) const fn lies_in(category: MoneyCategory, signed: bool) -> Account {
    match category {
        MoneyCategory::HouseNonLoan | MoneyCategory::HouseLoan | MoneyCategory::AreaDifference => {
            if signed {
                Account::HouseMoney
            } else {
                Account::PreSale
            }
        }
        MoneyCategory::PreSale => Account::PreSale,
        MoneyCategory::Collected => Account::Collected,
        MoneyCategory::Charge => Account::ChargeIncome,
        MoneyCategory::Other => Account::Prepayment,
    }
}

/// Keeps a list in order, so that it says nothing of how it came about.
fn member(list: &mut Vec<u32>, one: u32, belongs: bool) {
    match (list.binary_search(&one), belongs) {
        (Err(at), true) => list.insert(at, one),
        (Ok(at), false) => {
            list.remove(at);
        }
        _ => {}
    }
}

fn net(
    to: &mut Vec<PendingLeg>,
    owner: u32,
    account: Account,
    item: u32,
    amount: Money,
) -> Result<()> {
    let same = |leg: &&mut PendingLeg| (leg.owner, leg.account, leg.item) == (owner, account, item);
    match to.iter_mut().find(same) {
        Some(leg) => leg.amount = plus(leg.amount, amount)?,
        None => to.push(PendingLeg { owner, account, item, amount }),
    }
    Ok(())
}
