//! Receivables (应收款): raised, adjusted, waived, dated.

use super::entering::Entering;
use crate::error::{Code, Error, Result};
use crate::ledger::book::Effect;
use crate::ledger::figure::{NOT_ZERO, out_of_range};
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
            self.drop_house(owner, true)?;
        }
        for (at, line) in lines.iter().enumerate() {
            self.line(owner, line).map_err(|error| error.at(at).at("lines"))?;
            self.tell_due(&line.id, line.due, |told| told.at(at).at("lines"));
        }
        self.within_credit(owner, before, approval, "lines")?;
        self.within_contract(owner, "lines")
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

    /// What is receivable of the house on the day no longer is; of what is raised later only where
    /// nothing can be any more.
    pub(super) fn drop_house(&mut self, owner: u32, raised_by_then: bool) -> Result<()> {
        for receivable in self.ledger.owners.get(owner)?.receivables.clone() {
            let row = self.ledger.receivables.get(receivable)?;
            if !row.category.is_house() || (raised_by_then && row.raised_on > self.date) {
                continue;
            }
            let gone = self.ledger.charged_on(receivable, self.date, self.underway())?;
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
        field: &'static str,
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
                Err(error.with("limit", limit.limit).with("owed", owed).at(field))
            }
        }
    }

    pub(super) fn adjust(
        &mut self,
        id: &Text,
        by: Money,
        approval: Option<&LedgerApproval>,
    ) -> Result<()> {
        let receivable = self.receivable(id)?;
        if by.is_zero() {
            return Err(out_of_range("by", by, NOT_ZERO));
        }
        let row = *self.ledger.receivables.get(receivable)?;
        self.early(row.raised_on, "receivable")?;
        if by.is_positive() {
            self.alive(row.owner, row.category).map_err(|error| error.at("receivable"))?;
        }
        let before = self.owed_by_customer(row.owner)?;
        self.change(receivable, id, by).map_err(|error| error.at("by"))?;
        if by.is_positive() {
            self.within_credit(row.owner, before, approval, "by")?;
            self.within_contract(row.owner, "by")?;
        }
        Ok(())
    }

    /// The amount of a receivable changes.
    pub(super) fn change(&mut self, receivable: u32, id: &Text, by: Money) -> Result<()> {
        let row = self.ledger.receivables.get(receivable)?;
        let most = less(plus(row.amount, by)?, row.waived)?;
        if most.is_negative() {
            let error = Error::new(Code::LedgerBelowZero).with("receivable", id);
            return Err(error.with("amount", most));
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
        self.early(self.ledger.receivables.get(receivable)?.raised_on, "receivable")?;
        self.use_approval(approval, amount)?;
        self.tell_waived(receivable)?;
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
        self.early(self.ledger.receivables.get(receivable)?.raised_on, "receivable")?;
        self.tell_due(id, due, |told| told);
        let redated = self.ledger.redated(receivable, due, self.underway())?;
        self.ledger.apply(redated)
    }
}
