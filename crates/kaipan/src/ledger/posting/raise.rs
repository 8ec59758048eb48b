//! Receivables (应收款): raised, adjusted, waived, dated.

use super::entering::Entering;
use crate::error::{Code, Error, Result};
use crate::ledger::book::{Account, Effect, ReceivableRow};
use crate::ledger::{LedgerApproval, ReceivableLine};
use crate::number::{Money, less, negative, plus};
use crate::{Date, Text};

impl Entering<'_> {
    pub(super) fn raise(
        &mut self,
        deal: &Text,
        lines: &[ReceivableLine],
        replaces: bool,
        approval: Option<&LedgerApproval>,
    ) -> Result<()> {
        let owner = self.ledger.deal(deal).map_err(|error| error.at("deal"))?;
        if lines.is_empty() && !replaces {
            return Err(Error::new(Code::LedgerNoLines).at("lines"));
        }
        let before = self.owed_by_customer(owner)?;
        if replaces {
            self.drop_house(owner)?;
        }
        for (at, line) in lines.iter().enumerate() {
            self.line(owner, line).map_err(|error| error.at(at).at("lines"))?;
        }
        self.within_credit(owner, before, approval)?;
        self.apply_prepayments(owner)
    }

    fn line(&mut self, owner: u32, line: &ReceivableLine) -> Result<()> {
        if let Some(error) = crate::check::blank(Code::LedgerBlank, "id", &line.id) {
            return Err(error);
        }
        self.positive(line.amount, "amount")?;
        if self.ledger.receivable_names.find(&line.id).is_some() {
            let error = Error::new(Code::LedgerReceivableTwice).with("receivable", &line.id);
            return Err(error.at("id"));
        }
        let item = self.item(&line.item, line.category, "item")?;
        let category = *self.ledger.item_categories.get(item)?;
        self.alive(owner, category)?;
        let class = self.policy.class(&line.item, category);
        let (seq, due) = (line.seq, line.due);
        let dated = (seq, due, self.date);
        let receivable = self.ledger.new_receivable(owner, (item, class), &line.id, dated)?;
        self.ledger.apply(Effect::Raised { receivable, amount: line.amount })
    }

    /// What is receivable of the house no longer is; what was paid on it is free.
    pub(super) fn drop_house(&mut self, owner: u32) -> Result<()> {
        for receivable in self.ledger.owners.get(owner)?.receivables.clone() {
            let row = *self.ledger.receivables.get(receivable)?;
            if !row.category.is_house() {
                continue;
            }
            self.free_of_receivable(receivable, row.allocated)?;
            let rest = less(row.amount, row.waived)?;
            let still = self.ledger.receivables.get(receivable)?.allocated;
            let gone = less(rest, still)?;
            if gone.is_positive() {
                self.ledger.apply(Effect::Raised { receivable, amount: negative(gone)? })?;
            }
        }
        Ok(())
    }

    /// What the customer of a deal owes, over all his deals.
    fn owed_by_customer(&self, owner: u32) -> Result<Money> {
        let customer = self.ledger.owners.get(owner)?.customer;
        customer.map_or(Ok(Money::ZERO), |one| Ok(self.ledger.owners.get(one)?.owed))
    }

    /// A customer does not come to owe more than his credit limit, unless that is approved. What he
    /// owes already is not made worse.
    fn within_credit(
        &mut self,
        owner: u32,
        before: Money,
        approval: Option<&LedgerApproval>,
    ) -> Result<()> {
        let Some(customer) = self.ledger.owners.get(owner)?.customer else { return Ok(()) };
        let Some(name) = self.ledger.owner_name(customer)? else { return Ok(()) };
        let limit = self.policy.credit_limits.iter().find(|one| one.customer == *name);
        let owed = self.ledger.owners.get(customer)?.owed;
        let Some(limit) = limit.filter(|limit| owed > limit.limit && owed > before) else {
            return Ok(());
        };
        match approval {
            Some(approval) => self.use_approval(approval, less(owed, limit.limit)?),
            None => {
                let error = Error::new(Code::LedgerCreditLimit).with("customer", name);
                Err(error.with("limit", limit.limit).with("owed", owed).at("lines"))
            }
        }
    }

    pub(super) fn adjust(&mut self, id: &Text, by: Money) -> Result<()> {
        let receivable = self.receivable(id)?;
        if by.is_zero() {
            let error = Error::new(Code::LedgerAmount).with("field", "by").with("value", by);
            return Err(error.at("by"));
        }
        let row = *self.ledger.receivables.get(receivable)?;
        if by.is_positive() {
            self.alive(row.owner, row.category).map_err(|error| error.at("receivable"))?;
        }
        self.change(receivable, id, by).map_err(|error| error.at("by"))?;
        self.apply_prepayments(row.owner)
    }

    /// The amount of a receivable changes. What was paid and is now too much is free again.
    pub(super) fn change(&mut self, receivable: u32, id: &Text, by: Money) -> Result<()> {
        let row = *self.ledger.receivables.get(receivable)?;
        let after = plus(row.amount, by)?;
        let most = less(after, row.waived)?;
        if most.is_negative() {
            let error = Error::new(Code::LedgerBelowZero).with("receivable", id);
            return Err(error.with("amount", most));
        }
        let excess = less(row.allocated, most)?;
        if excess.is_positive() {
            self.free_of_receivable(receivable, excess)?;
            if self.ledger.receivables.get(receivable)?.allocated > most {
                let error = Error::new(Code::LedgerPaidLater).with("receivable", id);
                return Err(error.with("date", self.date));
            }
        }
        self.ledger.apply(Effect::Raised { receivable, amount: by })
    }

    pub(super) fn waive(
        &mut self,
        id: &Text,
        amount: Money,
        approval: &LedgerApproval,
    ) -> Result<()> {
        self.positive(amount, "amount")?;
        let receivable = self.receivable(id)?;
        let row: ReceivableRow = *self.ledger.receivables.get(receivable)?;
        let open = row.open().unwrap_or(Money::ZERO);
        if amount > open {
            let error = Error::new(Code::LedgerWaivedTooMuch).with("receivable", id);
            return Err(error.with("amount", amount).with("left", open).at("amount"));
        }
        self.early(row.raised_on, "receivable")?;
        self.use_approval(approval, amount)?;
        self.ledger.apply(Effect::Waived { receivable, amount })
    }

    /// Nothing happens to something before it was there.
    pub(super) fn early(&self, first: Date, field: &'static str) -> Result<()> {
        if self.date >= first {
            return Ok(());
        }
        let error = Error::new(Code::LedgerBeforeOriginal).with("date", self.date);
        Err(error.with("first", first).at(field))
    }

    pub(super) fn redate(&mut self, id: &Text, due: Option<Date>) -> Result<()> {
        let receivable = self.receivable(id)?;
        let before = self.ledger.receivables.get(receivable)?.due;
        self.ledger.apply(Effect::Dated { receivable, due, before })
    }

    /// What lies in pre-sale money or for the house moves, item by item.
    pub(super) fn move_house(&mut self, owner: u32, from: Account, to: Account) -> Result<()> {
        let mut by_item: Vec<(u32, Money)> = Vec::new();
        for at in &self.ledger.owners.get(owner)?.receivables {
            let row = self.ledger.receivables.get(*at)?;
            if !row.category.is_house() || row.allocated.is_zero() {
                continue;
            }
            match by_item.iter_mut().find(|(item, _)| *item == row.item) {
                Some((_, sum)) => *sum = plus(*sum, row.allocated)?,
                None => by_item.push((row.item, row.allocated)),
            }
        }
        for (item, amount) in by_item {
            self.leg(owner, from, item, negative(amount)?)?;
            self.leg(owner, to, item, amount)?;
        }
        Ok(())
    }
}
