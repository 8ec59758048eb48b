//! The ledger read as it was on a day: of every deal and customer, receivables and free money.

use super::receivable::{DatedMoney, ReceivableHistory, Standing};
use crate::error::{Code, Error, Input, Result};
use crate::ledger::book::{Account, Effect, Ledger, OwnerKind, PostingRow};
use crate::number::{Money, less, negative, plus};
use crate::{Date, Text};
use std::collections::BTreeMap;

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

/// What is being put together for a deal or a customer.
#[derive(Default)]
struct Gathered {
    /// It was known on the day, or has something to be compared with later.
    is_told: bool,
    signed: Option<(Date, Money)>,
    free: Option<DatedMoney>,
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
            let mut reduced = self.reduced(*at)?;
            let mut effects = self.effects_of(*at)?.iter().peekable();
            while let Some(effect) = effects.next() {
                // It only lies elsewhere from then on.
                if effects.next_if(|next| effect.moves_to(next)).is_some() {
                    continue;
                }
                if self.owner_of(*effect)? == Some(owner) {
                    gathered.take(self, *effect, posting, &mut reduced, of)?;
                }
            }
        }
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
            free: gathered.free.filter(|free| !free.amount.is_zero()),
            receivables,
        }))
    }

    /// By how much a posting makes receivables less.
    fn reduced(&self, posting: u32) -> Result<BTreeMap<u32, Money>> {
        let mut reduced = BTreeMap::new();
        for effect in self.effects_of(posting)? {
            if let Effect::Raised { receivable, amount } = effect
                && amount.is_negative()
            {
                let sum: &mut Money = reduced.entry(*receivable).or_default();
                *sum = less(*sum, *amount)?;
            }
        }
        Ok(reduced)
    }

    fn receivable_history(&self, at: u32, standing: Standing) -> Result<ReceivableHistory<'_>> {
        let row = self.receivables.get(at)?;
        Ok(ReceivableHistory {
            id: self.receivable_names.name(at)?,
            item: self.items.name(row.item)?,
            category: row.category,
            is_known: standing.is_known,
            raised_on: row.raised_on,
            due: standing.due.unwrap_or(row.due),
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
        reduced: &mut BTreeMap<u32, Money>,
        of: HistoryOf,
    ) -> Result<()> {
        let day = effect.day(posting.date);
        let is_recorded = of.horizon.is_none_or(|horizon| posting.order <= horizon);
        let counts = is_recorded && day <= of.as_of;
        let is_later = day > of.as_of && of.until.is_some_and(|until| day <= until);
        self.is_told |= counts || is_later;
        match effect {
            Effect::Signed { total, .. } if counts => self.signed = Some((day, total)),
            Effect::Received { receipt, amount } if counts => {
                self.move_free(ledger, receipt, DatedMoney { on: day, amount })?;
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
            }
            Effect::Waived { receivable, amount } if counts => {
                let standing = self.standings.entry(receivable).or_default();
                standing.waive(DatedMoney { on: day, amount })?;
            }
            Effect::Dated { receivable, due, before } => {
                let standing = self.standings.entry(receivable).or_default();
                standing.due = Some(if counts { due } else { standing.due.unwrap_or(before) });
            }
            Effect::Allocated { allocation, amount, on, .. } => {
                let row = ledger.allocations.get(allocation)?;
                if counts {
                    let money = DatedMoney { on, amount: negative(amount)? };
                    self.move_free(ledger, row.receipt, money)?;
                }
                let standing = self.standings.entry(row.receivable).or_default();
                if is_later {
                    standing.later.push(DatedMoney { on, amount });
                } else if counts && amount.is_negative() {
                    let freed = DatedMoney { on, amount: negative(amount)? };
                    let less_owed = reduced.entry(row.receivable).or_default();
                    let never = match posting.mirror_of {
                        Some(_) => freed.amount,
                        None => freed.amount.min(*less_owed),
                    };
                    *less_owed = less(*less_owed, never)?;
                    standing.free(allocation, freed, never)?;
                } else if counts {
                    // What was there already when it was raised pays it from the day that it came in.
                    let raised_on = ledger.receivables.get(row.receivable)?.raised_on;
                    let came_in = ledger.receipts.get(row.receipt)?.date;
                    let on = if on <= raised_on { came_in } else { on };
                    let money = DatedMoney { on, amount };
                    standing.pay(allocation, money, posting.mirror_of.is_some())?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Money that pays nothing changes. What is due back is not there to pay anything.
    fn move_free(&mut self, ledger: &Ledger, receipt: u32, money: DatedMoney) -> Result<()> {
        if ledger.receipts.get(receipt)?.home == Account::RefundDue {
            return Ok(());
        }
        let free = self.free.get_or_insert(DatedMoney { on: money.on, amount: Money::ZERO });
        free.amount = plus(free.amount, money.amount)?;
        free.on = free.on.max(money.on);
        Ok(())
    }
}
