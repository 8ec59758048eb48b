//! The ledger read as it was on a day: of every deal and customer, receivables and free money.

use super::receivable::{DatedMoney, ReceivableHistory, Standing};
use crate::error::{Code, Error, Input, Result};
use crate::ledger::book::{Account, Effect, Ledger, OwnerKind, PostingRow};
use crate::number::{Money, less, negative, plus};
use crate::{Date, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Which day, as it was known at which place of the recorded order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HistoryOf {
    pub(crate) as_of: Date,
    /// All postings count if absent.
    pub(crate) horizon: Option<u32>,
    /// What was paid after the day is told up to this one.
    pub(crate) until: Option<Date>,
}

/// A deal or a customer as it was.
#[derive(Debug)]
pub(crate) struct OwnerHistory<'a> {
    pub(crate) deal: Option<&'a Text>,
    pub(crate) customer: Option<&'a Text>,
    pub(crate) unit_no: Option<&'a Text>,
    pub(crate) project: Option<&'a Text>,
    /// The day of signing, and the contract total.
    pub(crate) signed: Option<(Date, Money)>,
    /// Money that pays nothing yet, and the last day on which it changed.
    pub(crate) free: Option<DatedMoney>,
    /// In the order in which they were raised.
    pub(crate) receivables: Vec<ReceivableHistory<'a>>,
}

/// What a reversal or a deletion is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum TakenBack {
    Allocation(u32),
    Money(u32),
}

/// What is being put together for a deal or a customer.
#[derive(Default)]
struct Gathered {
    /// It was known on the day, or has something to be compared with later.
    is_told: bool,
    signed: Option<(Date, Money)>,
    /// By how much money that pays nothing changed, by day.
    free: BTreeMap<Date, Money>,
    /// By how much receivables became less, by day.
    reduced: BTreeMap<(Date, u32), Money>,
    /// Allocations and money that were taken back, with the day.
    taken_back: BTreeSet<(Date, TakenBack)>,
    /// What allocations applied or freed, by day, up to the day and after it.
    allocated: BTreeMap<(Date, u32), Money>,
    later: BTreeMap<(Date, u32), Money>,
    standings: BTreeMap<u32, Standing>,
}

impl Ledger {
    /// Every deal and customer as it was.
    ///
    /// # Errors
    /// [`Code::LedgerStale`] for a horizon that the ledger has not reached;
    /// [`Code::NumberOverflow`] for sums beyond any money.
    pub(crate) fn histories(&self, of: HistoryOf) -> Result<Vec<OwnerHistory<'_>>> {
        let last = self.last_order();
        if let Some(horizon) = of.horizon.filter(|horizon| *horizon > last) {
            let error = Error::new(Code::LedgerStale).with("found", last);
            return Err(error.with("expected", horizon).within(Input::Horizon));
        }
        let mut histories = Vec::new();
        for (at, row) in self.owners.rows().iter().enumerate() {
            if matches!(row.kind, OwnerKind::Deal | OwnerKind::Customer) {
                let owner = u32::try_from(at).map_err(|_| Error::new(Code::NumberOverflow))?;
                histories.extend(self.history(owner, of)?);
            }
        }
        Ok(histories)
    }

    /// None of what was not known then.
    fn history(&self, owner: u32, of: HistoryOf) -> Result<Option<OwnerHistory<'_>>> {
        let row = self.owners.get(owner)?;
        let mut gathered = Gathered::default();
        for at in &row.postings {
            let posting = self.postings.get(*at)?;
            for effect in self.effects_of(*at)? {
                if self.owner_of(*effect)? == Some(owner) {
                    gathered.take(self, *effect, posting, of)?;
                }
            }
        }
        gathered.pay(self)?;
        if !gathered.is_told {
            return Ok(None);
        }
        let word = |one: Option<u32>| one.map(|one| self.words.name(one)).transpose();
        let is_deal = row.kind == OwnerKind::Deal;
        let name = self.owner_name(owner)?;
        let customer = match is_deal {
            false => name,
            true => row.customer.map(|one| self.owner_name(one)).transpose()?.flatten(),
        };
        let free = gathered.free()?;
        let mut receivables = Vec::with_capacity(gathered.standings.len());
        for (at, standing) in gathered.standings {
            receivables.push(self.receivable_history(at, standing)?);
        }
        Ok(Some(OwnerHistory {
            deal: name.filter(|_| is_deal),
            customer,
            unit_no: word(row.unit)?,
            project: word(row.project)?,
            signed: gathered.signed,
            free,
            receivables,
        }))
    }

    fn receivable_history(&self, at: u32, standing: Standing) -> Result<ReceivableHistory<'_>> {
        let row = self.receivables.get(at)?;
        Ok(ReceivableHistory {
            id: self.receivable_names.name(at)?,
            item: self.items.name(row.item)?,
            category: row.category,
            is_known: standing.is_known,
            raised_on: row.raised_on,
            due: standing.due.map_or(row.first_due, |(due, _)| due),
            amount: standing.amount,
            paid: standing.paid(),
            waived: standing.waived,
            later: standing.later,
        })
    }
}

impl Gathered {
    fn take(
        &mut self,
        ledger: &Ledger,
        effect: Effect,
        posting: &PostingRow,
        of: HistoryOf,
    ) -> Result<()> {
        let day = effect.day(posting.date);
        let is_recorded = of.horizon.is_none_or(|horizon| posting.order <= horizon);
        let counts = is_recorded && day <= of.as_of;
        let is_later = day > of.as_of && of.until.is_some_and(|until| day <= until);
        self.is_told |= counts || is_later;
        if counts && posting.mirror_of().is_some() && day == posting.date {
            let what = match effect {
                Effect::Allocated { allocation, .. } => Some(TakenBack::Allocation(allocation)),
                Effect::Received { receipt, .. } => Some(TakenBack::Money(receipt)),
                _ => None,
            };
            self.taken_back.extend(what.map(|what| (day, what)));
        }
        match effect {
            Effect::Signed { total, .. } if counts => self.signed = Some((day, total)),
            Effect::Received { receipt, amount } if counts => {
                self.move_free(ledger, receipt, (day, amount))?;
            }
            Effect::Raised { receivable, amount } => {
                // What took it back earlier than it was raised does not count before it was.
                let counts = counts && ledger.receivables.get(receivable)?.raised_on <= of.as_of;
                let standing = self.standings.entry(receivable).or_default();
                let is_after = !counts && of.until.is_some_and(|until| day <= until);
                if counts || (is_after && !standing.is_known) {
                    standing.amount = plus(standing.amount, amount)?;
                    standing.is_known |= counts;
                }
                if counts && amount.is_negative() {
                    let sum = self.reduced.entry((day, receivable)).or_default();
                    *sum = less(*sum, amount)?;
                }
            }
            Effect::Waived { receivable, amount } if counts => {
                let standing = self.standings.entry(receivable).or_default();
                standing.waive(DatedMoney { on: day, amount })?;
            }
            Effect::Dated { receivable, due, is_back: false, .. } if counts => {
                let standing = self.standings.entry(receivable).or_default();
                let is_latest = standing.due.is_none_or(|(_, since)| day >= since);
                if is_latest && !ledger.is_taken_back(posting, of.as_of, of.horizon)? {
                    standing.due = Some((due, day));
                }
            }
            Effect::Allocated { allocation, amount, on, .. } => {
                if counts {
                    let receipt = ledger.allocations.get(allocation)?.receipt;
                    self.move_free(ledger, receipt, (on, negative(amount)?))?;
                }
                let sums = if is_later { &mut self.later } else { &mut self.allocated };
                if counts || is_later {
                    let sum = sums.entry((on, allocation)).or_default();
                    *sum = plus(*sum, amount)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What was applied and freed comes to the receivables, day after day.
    fn pay(&mut self, ledger: &Ledger) -> Result<()> {
        for ((on, allocation), amount) in std::mem::take(&mut self.allocated) {
            let row = ledger.allocations.get(allocation)?;
            let standing = self.standings.entry(row.receivable).or_default();
            let own = [TakenBack::Allocation(allocation), TakenBack::Money(row.receipt)];
            let is_taken_back = own.into_iter().any(|what| self.taken_back.contains(&(on, what)));
            if amount.is_negative() {
                let freed = DatedMoney { on, amount: negative(amount)? };
                let less_owed = self.reduced.entry((on, row.receivable)).or_default();
                let reduced = freed.amount.min(*less_owed);
                *less_owed = less(*less_owed, reduced)?;
                let never = if is_taken_back { freed.amount } else { reduced };
                standing.free(allocation, freed, never)?;
            } else {
                // What was there already when it was raised pays it from the day that it came in.
                let raised_on = ledger.receivables.get(row.receivable)?.raised_on;
                let came_in = ledger.receipts.get(row.receipt)?.date;
                let on = if on <= raised_on { came_in } else { on };
                standing.pay(allocation, DatedMoney { on, amount }, is_taken_back)?;
            }
        }
        for ((on, allocation), amount) in std::mem::take(&mut self.later) {
            let receivable = ledger.allocations.get(allocation)?.receivable;
            let standing = self.standings.entry(receivable).or_default();
            standing.later.extend(Some(DatedMoney { on, amount }).filter(|_| !amount.is_zero()));
        }
        Ok(())
    }

    /// Money that pays nothing changes. What is due back is not there to pay anything.
    fn move_free(
        &mut self,
        ledger: &Ledger,
        receipt: u32,
        (day, amount): (Date, Money),
    ) -> Result<()> {
        if ledger.receipts.get(receipt)?.home != Account::RefundDue {
            let sum = self.free.entry(day).or_default();
            *sum = plus(*sum, amount)?;
        }
        Ok(())
    }

    /// Money that pays nothing, and the last day on which it changed.
    fn free(&self) -> Result<Option<DatedMoney>> {
        let moved = || self.free.iter().filter(|(_, amount)| !amount.is_zero());
        let amount = Money::sum(moved().map(|(_, amount)| *amount))?;
        let last = moved().next_back().filter(|_| !amount.is_zero());
        Ok(last.map(|(on, _)| DatedMoney { on: *on, amount }))
    }
}
