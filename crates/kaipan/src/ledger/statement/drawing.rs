use super::as_of::{AsOf, Standing};
use super::{
    LedgerStatement, StatementAccount, StatementLine, StatementMoney, StatementReceivable,
};
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Input, Result};
use crate::ledger::book::{Account, Effect, Ledger, OwnerKind, OwnerRow};
use crate::number::{Money, less, plus};
use crate::{Date, Text};
use std::collections::BTreeMap;

/// Draws up a statement of account: of a deal, of several deals, of a customer with all his deals, or of
/// a unit with all deals about it. See [`Bookkeeping`](crate::ledger::Bookkeeping) for an example.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct StatementDrawing<'a> {
    ledger: &'a Ledger,
    as_of: Date,
    deal: Option<&'a str>,
    customer: Option<&'a str>,
    unit_no: Option<&'a str>,
    deals: Option<&'a [Text]>,
    horizon: Option<u32>,
}

impl<'a> StatementDrawing<'a> {
    /// The ledger, and the business date.
    pub fn new(ledger: &'a Ledger, as_of: Date) -> StatementDrawing<'a> {
        let (deal, customer, unit_no, deals, horizon) = (None, None, None, None, None);
        StatementDrawing { ledger, as_of, deal, customer, unit_no, deals, horizon }
    }

    optional_inputs! {
        /// The deal.
        deal: &'a str;
        /// Or the customer.
        customer: &'a str;
        /// Or the unit.
        unit_no: &'a str;
        /// Or several deals, such as those that a customer has come to by a change of names.
        deals: &'a [Text];
        /// The place in the recorded order up to which postings count; all if none is given.
        horizon: u32;
    }

    /// The statement.
    ///
    /// # Errors
    /// [`Code::LedgerOwner`] unless exactly one of deal, customer, unit and deals is given;
    /// [`Code::LedgerDealUnknown`], [`Code::LedgerNothingKnown`] for what the ledger does not know;
    /// [`Code::LedgerStale`] for a horizon that it has not reached.
    pub fn draw(&self) -> Result<LedgerStatement> {
        let last = self.ledger.last_order();
        let horizon = self.horizon.unwrap_or(last);
        if horizon > last {
            let error = Error::new(Code::LedgerStale).with("found", last);
            return Err(error.with("expected", horizon).within(Input::Horizon));
        }
        let owners = self.owners(horizon)?;
        let mut as_of = AsOf::default();
        for owner in &owners {
            as_of.add(self.ledger, *owner, self.as_of, horizon)?;
        }
        let mut statement = LedgerStatement {
            as_of: self.as_of,
            horizon,
            deals: self.deal_names(&owners)?,
            customer: self.customer.map(Text::from),
            charged: Money::ZERO,
            waived: Money::ZERO,
            received: Money::ZERO,
            outstanding: Money::ZERO,
            overdue: Money::ZERO,
            prepaid: Money::ZERO,
            refund_due: Money::ZERO,
            receivables: Vec::new(),
            lines: self.lines(&owners, horizon)?,
            money: Vec::new(),
            accounts: Vec::new(),
        };
        self.receivables(&as_of, &mut statement)?;
        self.money(&as_of, &mut statement)?;
        for ((account, item), amount) in &as_of.legs {
            if !amount.is_zero() {
                let account = self.ledger.shown_account(*account)?;
                let item = self.ledger.items.name(*item)?.clone();
                statement.accounts.push(StatementAccount { account, item, amount: *amount });
            }
        }
        Ok(statement)
    }

    /// Whose accounts it is about. What was not recorded by the horizon was not known then.
    fn owners(&self, horizon: u32) -> Result<Vec<u32>> {
        match (self.deal, self.customer, self.unit_no, self.deals) {
            (Some(deal), None, None, None) => {
                let owner = self.known_deal(&Text::from(deal), horizon);
                Ok(vec![owner.map_err(|error| error.within(Input::Deal))?])
            }
            (None, None, None, Some(deals)) => {
                let mut owners: Vec<u32> = Vec::with_capacity(deals.len());
                for (at, deal) in deals.iter().enumerate() {
                    let owner = self.known_deal(deal, horizon);
                    let owner = owner.map_err(|error| error.at(at).within(Input::Deals))?;
                    if !owners.contains(&owner) {
                        owners.push(owner);
                    }
                }
                owners.sort_unstable();
                Ok(owners)
            }
            (None, Some(name), None, None) => {
                let customer = self.ledger.known_customer(&Text::from(name));
                let own = customer.filter(|one| self.is_known(*one, horizon));
                let deals =
                    self.deals_that(horizon, |row| customer.is_some() && row.customer == customer);
                let owners: Vec<u32> = own.into_iter().chain(deals).collect();
                self.some(owners, name, Input::Customer)
            }
            (None, None, Some(unit), None) => {
                let word = self.ledger.words.find(&Text::from(unit));
                let deals = self.deals_that(horizon, |row| word.is_some() && row.unit == word);
                self.some(deals.collect(), unit, Input::Unit)
            }
            _ => Err(Error::new(Code::LedgerOwner).within(Input::Deal)),
        }
    }

    fn known_deal(&self, deal: &Text, horizon: u32) -> Result<u32> {
        let owner = self.ledger.deal(deal)?;
        match self.is_known(owner, horizon) {
            true => Ok(owner),
            false => Err(Error::new(Code::LedgerDealUnknown).with("deal", deal)),
        }
    }

    fn some(&self, owners: Vec<u32>, name: &str, input: Input) -> Result<Vec<u32>> {
        let unknown = || Error::new(Code::LedgerNothingKnown).with("name", name);
        if owners.is_empty() { Err(unknown().within(input)) } else { Ok(owners) }
    }

    /// Something was posted about an owner by the horizon.
    fn is_known(&self, owner: u32, horizon: u32) -> bool {
        let row = self.ledger.owners.get(owner).ok();
        let first = row.and_then(|row| row.postings.first());
        let first = first.and_then(|at| self.ledger.postings.get(*at).ok());
        first.is_some_and(|first| first.order <= horizon)
    }

    fn deals_that(
        &self,
        horizon: u32,
        fits: impl Fn(&OwnerRow) -> bool,
    ) -> impl Iterator<Item = u32> {
        let rows = self.ledger.owners.rows().iter();
        let deals =
            rows.enumerate().filter(move |(_, row)| row.kind == OwnerKind::Deal && fits(row));
        let deals = deals.filter_map(|(at, _)| u32::try_from(at).ok());
        deals.filter(move |owner| self.is_known(*owner, horizon))
    }

    fn deal_names(&self, owners: &[u32]) -> Result<Vec<Text>> {
        let mut deals = Vec::new();
        for owner in owners {
            if self.ledger.owners.get(*owner)?.kind == OwnerKind::Deal {
                deals.extend(self.ledger.owner_name(*owner)?.cloned());
            }
        }
        Ok(deals)
    }

    fn receivables(&self, as_of: &AsOf, to: &mut LedgerStatement) -> Result<()> {
        for (at, standing) in &as_of.receivables {
            let Standing { amount, received, waived, due } = *standing;
            let row = self.ledger.receivables.get(*at)?;
            if row.raised_on > self.as_of || [amount, received, waived] == [Money::ZERO; 3] {
                continue;
            }
            let due = due.map_or(row.first_due, |(due, _)| due);
            let outstanding = less(less(amount, received)?, waived)?;
            let late = due.filter(|due| *due < self.as_of && outstanding.is_positive());
            let days = late.map_or(0, |due| self.as_of.days_since(due));
            to.charged = plus(to.charged, amount)?;
            to.received = plus(to.received, received)?;
            to.waived = plus(to.waived, waived)?;
            to.outstanding = plus(to.outstanding, outstanding)?;
            to.overdue = plus(to.overdue, late.map_or(Money::ZERO, |_| outstanding))?;
            to.receivables.push(StatementReceivable {
                id: self.ledger.receivable_names.name(*at)?.clone(),
                deal: self.ledger.owner_name(row.owner)?.cloned().unwrap_or_default(),
                item: self.ledger.items.name(row.item)?.clone(),
                category: row.category,
                seq: row.seq,
                due,
                raised_on: row.raised_on,
                amount,
                received,
                waived,
                outstanding,
                days_overdue: u32::try_from(days).unwrap_or(u32::MAX),
            });
        }
        let place = |deal: &Text| to.deals.iter().position(|one| one == deal);
        let mut order: Vec<_> =
            to.receivables.iter().map(|one| place(&one.deal)).zip(to.receivables.clone()).collect();
        order.sort_by_key(|(place, _)| *place);
        to.receivables = order.into_iter().map(|(_, one)| one).collect();
        Ok(())
    }

    /// What is there of each item: what pays receivables of it, and what is free.
    fn money(&self, as_of: &AsOf, to: &mut LedgerStatement) -> Result<()> {
        let mut by_item: BTreeMap<u32, (Money, Money)> = BTreeMap::new();
        for (at, standing) in &as_of.receivables {
            let applied = &mut by_item.entry(self.ledger.receivables.get(*at)?.item).or_default().0;
            *applied = plus(*applied, standing.received)?;
        }
        for (at, free) in &as_of.free {
            let row = self.ledger.receipts.get(*at)?;
            if row.home == Account::RefundDue {
                to.refund_due = plus(to.refund_due, *free)?;
                continue;
            }
            to.prepaid = plus(to.prepaid, *free)?;
            let there = &mut by_item.entry(row.item).or_default().1;
            *there = plus(*there, *free)?;
        }
        for (item, (applied, free)) in by_item {
            if !applied.is_zero() || !free.is_zero() {
                to.money.push(StatementMoney {
                    item: self.ledger.items.name(item)?.clone(),
                    category: *self.ledger.item_categories.get(item)?,
                    applied,
                    free,
                });
            }
        }
        Ok(())
    }

    /// What happened, by date and then as it was recorded. What was deleted is not there.
    fn lines(&self, owners: &[u32], horizon: u32) -> Result<Vec<StatementLine>> {
        let mut postings: Vec<(Date, u32)> = Vec::new();
        for owner in owners {
            for at in &self.ledger.owners.get(*owner)?.postings {
                let row = self.ledger.postings.get(*at)?;
                let is_seen = row.date <= self.as_of && row.order <= horizon;
                if is_seen && !self.ledger.is_commission(row)? {
                    postings.push((row.date, *at));
                }
            }
        }
        postings.sort_unstable();
        postings.dedup();
        let (mut lines, mut balance) = (Vec::with_capacity(postings.len()), Money::ZERO);
        for (_, at) in postings {
            let row = self.ledger.postings.get(at)?;
            let seen = |one: u32| {
                let row = self.ledger.postings.get(one).ok()?;
                (row.date <= self.as_of && row.order <= horizon).then_some(row)
            };
            let mirror = row.mirrored_by.filter(|one| seen(*one).is_some());
            if row.deletes || mirror.and_then(seen).is_some_and(|mirror| mirror.deletes) {
                continue;
            }
            let (charged, received) = self.moved(at, owners)?;
            balance = less(plus(balance, charged)?, received)?;
            let word =
                |one: Option<u32>| one.map(|one| self.ledger.words.name(one).cloned()).transpose();
            let key =
                |one: Option<u32>| one.map(|one| self.ledger.keys.name(one).cloned()).transpose();
            let (account, voucher) = (row.detail.account, row.detail.voucher);
            lines.push(StatementLine {
                order: row.order,
                key: self.ledger.keys.name(at)?.clone(),
                date: row.date,
                act: row.kind,
                method: row.detail.method,
                party: word(row.detail.party)?,
                voucher: voucher.map(|one| self.ledger.vouchers.get(one).cloned()).transpose()?,
                account: account.map(|one| self.ledger.banks.name(one).cloned()).transpose()?,
                batch: word(row.detail.batch)?,
                reverses: key(row.mirror_of())?,
                reversed_by: key(mirror)?,
                charged,
                received,
                balance,
            });
        }
        Ok(lines)
    }

    /// What becomes receivable by a posting, and what comes in by it.
    fn moved(&self, at: u32, owners: &[u32]) -> Result<(Money, Money)> {
        let (mut charged, mut received) = (Money::ZERO, Money::ZERO);
        for effect in self.ledger.effects_of(at)? {
            let is_ours = self.ledger.owner_of(*effect)?.is_some_and(|one| owners.contains(&one));
            match effect {
                Effect::Raised { amount, .. } if is_ours => charged = plus(charged, *amount)?,
                Effect::Waived { amount, .. } if is_ours => charged = less(charged, *amount)?,
                Effect::Received { amount, .. } if is_ours => received = plus(received, *amount)?,
                _ => {}
            }
        }
        Ok((charged, received))
    }
}
