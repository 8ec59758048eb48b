//! What the ledger comes to in all, item by item (台账汇总).

use super::as_of::{AsOf, Standing};
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Input, Result};
use crate::ledger::LedgerTrialRow;
use crate::ledger::book::{Account, Ledger, OwnerKind};
use crate::money::MoneyCategory;
use crate::number::{Money, less, plus};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// Sums up the ledger as of a date, over all deals and customers.
///
/// ```
/// use kaipan::ledger::{Ledger, SummaryDrawing};
/// let summary = SummaryDrawing::new(&Ledger::new(), "2026-09-30".parse()?).draw()?;
/// assert!(summary.items.is_empty() && summary.accounts.is_empty());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct SummaryDrawing<'a> {
    ledger: &'a Ledger,
    as_of: Date,
    horizon: Option<u32>,
}

/// The ledger summed up. `charged` = `received` + `waived` + `outstanding`, in all and item by item.
#[boundary(answer)]
pub struct LedgerSummary {
    /// The business date: what is dated later does not count.
    pub as_of: Date,
    /// The place in the recorded order: what was recorded later does not count.
    pub horizon: u32,
    /// How many deals are kept.
    pub deals: u32,
    /// How many of them have a receivable that is open.
    pub owing: u32,
    /// Σ of what is receivable, yuan.
    pub charged: Money,
    /// Σ of what was waived, yuan.
    pub waived: Money,
    /// Σ of what was paid of it, yuan.
    pub received: Money,
    /// Σ of what is open, yuan.
    pub outstanding: Money,
    /// Of it due before the date, yuan.
    pub overdue: Money,
    /// 预收款: money that pays nothing yet, yuan.
    pub prepaid: Money,
    /// 应退款: what is due back, yuan.
    pub refund_due: Money,
    /// The same, item by item, in the order in which items came.
    #[boundary(required)]
    pub items: Vec<LedgerItemSum>,
    /// What each account has. They come to zero.
    #[boundary(required)]
    pub accounts: Vec<LedgerTrialRow>,
}

/// What an item comes to.
#[boundary(answer)]
pub struct LedgerItemSum {
    /// What it is.
    pub item: Text,
    /// What kind of money.
    pub category: MoneyCategory,
    /// Σ of what is receivable, yuan.
    pub charged: Money,
    /// Σ of what was waived, yuan.
    pub waived: Money,
    /// Σ of what was paid of it, yuan.
    pub received: Money,
    /// Σ of what is open, yuan.
    pub outstanding: Money,
    /// Of it due before the date, yuan.
    pub overdue: Money,
    /// Money of the item that pays nothing yet, yuan.
    pub prepaid: Money,
    /// Money of the item that is due back, yuan.
    pub refund_due: Money,
}

impl<'a> SummaryDrawing<'a> {
    /// The ledger, and the business date.
    pub fn new(ledger: &'a Ledger, as_of: Date) -> SummaryDrawing<'a> {
        SummaryDrawing { ledger, as_of, horizon: None }
    }

    optional_inputs! {
        /// The place in the recorded order up to which postings count; all if none is given.
        horizon: u32;
    }

    /// The summary.
    ///
    /// # Errors
    /// [`Code::LedgerStale`] for a horizon that the ledger has not reached; as [`Ledger::trial`].
    pub fn draw(&self) -> Result<LedgerSummary> {
        let last = self.ledger.last_order();
        let horizon = self.horizon.unwrap_or(last);
        if horizon > last {
            let error = Error::new(Code::LedgerStale).with("found", last);
            return Err(error.with("expected", horizon).within(Input::Horizon));
        }
        let mut items: BTreeMap<u32, LedgerItemSum> = BTreeMap::new();
        let (mut deals, mut owing) = (0_u32, 0_u32);
        for (owner, row) in (0_u32..).zip(self.ledger.owners.rows()) {
            let mut as_of = AsOf::default();
            as_of.add(self.ledger, owner, self.as_of, horizon)?;
            let first = row.postings.first().map(|at| self.ledger.postings.get(*at)).transpose()?;
            let is_there = first.is_some_and(|row| row.order <= horizon && row.date <= self.as_of);
            if row.kind == OwnerKind::Deal && is_there {
                deals = deals.saturating_add(1);
            }
            if self.add(&as_of, &mut items)? && row.kind == OwnerKind::Deal {
                owing = owing.saturating_add(1);
            }
        }
        items.retain(|_, sum| sum.is_something());
        let items: Vec<LedgerItemSum> = items.into_values().collect();
        let sum = |of: fn(&LedgerItemSum) -> Money| Money::sum(items.iter().map(of));
        Ok(LedgerSummary {
            as_of: self.as_of,
            horizon,
            deals,
            owing,
            charged: sum(|one| one.charged)?,
            waived: sum(|one| one.waived)?,
            received: sum(|one| one.received)?,
            outstanding: sum(|one| one.outstanding)?,
            overdue: sum(|one| one.overdue)?,
            prepaid: sum(|one| one.prepaid)?,
            refund_due: sum(|one| one.refund_due)?,
            accounts: self.ledger.trial(self.as_of, horizon)?,
            items,
        })
    }

    /// Adds what stands of an owner; true if something of it is open.
    fn add(&self, as_of: &AsOf, items: &mut BTreeMap<u32, LedgerItemSum>) -> Result<bool> {
        let mut is_open = false;
        for (at, standing) in &as_of.receivables {
            let Standing { amount, received, waived, due } = *standing;
            let row = self.ledger.receivables.get(*at)?;
            if row.raised_on > self.as_of {
                continue;
            }
            let outstanding = less(less(amount, received)?, waived)?;
            let is_late =
                due.map_or(row.first_due, |(due, _)| due).is_some_and(|due| due < self.as_of);
            let sum = self.item(row.item, items)?;
            sum.charged = plus(sum.charged, amount)?;
            sum.received = plus(sum.received, received)?;
            sum.waived = plus(sum.waived, waived)?;
            sum.outstanding = plus(sum.outstanding, outstanding)?;
            if is_late && outstanding.is_positive() {
                sum.overdue = plus(sum.overdue, outstanding)?;
            }
            is_open |= outstanding.is_positive();
        }
        for (at, free) in &as_of.free {
            let row = self.ledger.receipts.get(*at)?;
            let sum = self.item(row.item, items)?;
            match row.home == Account::RefundDue {
                true => sum.refund_due = plus(sum.refund_due, *free)?,
                false => sum.prepaid = plus(sum.prepaid, *free)?,
            }
        }
        Ok(is_open)
    }

    fn item<'i>(
        &self,
        item: u32,
        items: &'i mut BTreeMap<u32, LedgerItemSum>,
    ) -> Result<&'i mut LedgerItemSum> {
        let name = self.ledger.items.name(item)?;
        let category = *self.ledger.item_categories.get(item)?;
        Ok(items.entry(item).or_insert_with(|| LedgerItemSum {
            item: name.clone(),
            category,
            charged: Money::ZERO,
            waived: Money::ZERO,
            received: Money::ZERO,
            outstanding: Money::ZERO,
            overdue: Money::ZERO,
            prepaid: Money::ZERO,
            refund_due: Money::ZERO,
        }))
    }
}

impl LedgerItemSum {
    fn is_something(&self) -> bool {
        let all = [self.charged, self.waived, self.received, self.prepaid, self.refund_due];
        all.iter().any(|amount| !amount.is_zero())
    }
}
