//! Days (日期): what goes out takes only what is free on its day and on every later one, and nothing is
//! below zero on any (handbook §6.1).

use super::entering::Entering;
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::ledger::LedgerAct;
use crate::ledger::book::{Account, Effect, HOUSE, Underway, Watched};
use crate::number::Money;

impl Entering<'_> {
    /// What is being posted.
    pub(super) const fn underway(&self) -> Underway {
        Underway { effects: self.effects, date: self.date }
    }

    /// The least that there is of something from a day on, and the day on which it is so. What there is
    /// now, where nothing of the owner is dated later.
    pub(super) fn least(
        &self,
        owner: u32,
        (what, now): (Watched, Money),
        from: Date,
    ) -> Result<(Money, Date)> {
        match self.ledger.has_later(owner, from)? {
            false => Ok((now, from)),
            true => self.ledger.least(owner, what, from, self.underway()),
        }
    }

    /// Nothing that is dated later has used what is posted now: on no day is less than nothing open of
    /// a receivable, free of a receipt, applied, or held for somebody.
    pub(super) fn guard_days(&self, act: &LedgerAct) -> Result<()> {
        let posted = self.ledger.effects.part(self.effects, self.ledger.effects.len()?);
        let mut watched: Vec<(u32, Watched)> = Vec::new();
        let mut legs = Vec::new();
        for effect in posted {
            let Some(owner) = self.ledger.owner_of(*effect)? else { continue };
            if owner == HOUSE || !self.ledger.has_later(owner, self.date)? {
                continue;
            }
            match *effect {
                Effect::Raised { receivable, .. } | Effect::Waived { receivable, .. } => {
                    watched.push((owner, Watched::Open(receivable)));
                }
                Effect::Received { receipt, .. } => watched.push((owner, Watched::Free(receipt))),
                Effect::Allocated { allocation, .. } => {
                    let row = self.ledger.allocations.get(allocation)?;
                    watched.push((owner, Watched::Open(row.receivable)));
                    watched.push((owner, Watched::Free(row.receipt)));
                    watched.push((owner, Watched::Paid(allocation)));
                }
                _ => {}
            }
            legs.clear();
            self.ledger.imply(*effect, &mut legs)?;
            let held = |account: Account| {
                account.holds_money()
                    || matches!(account, Account::CommissionPayable | Account::CommissionCost)
            };
            let legs = legs.iter().filter(|leg| held(leg.account));
            watched.extend(
                legs.map(|leg| (leg.owner, Watched::Held(leg.owner, leg.account, leg.item))),
            );
        }
        watched.sort_unstable();
        watched.dedup();
        for (owner, what) in watched {
            if let Some(lack) = self.ledger.lack(owner, what, self.underway())? {
                let error = self.used_later(what, lack)?;
                return Err(match act {
                    LedgerAct::Enter { .. } => error.at("date").at("entry").at("act"),
                    LedgerAct::Delete { .. } => error.at("posting").at("act"),
                    _ => error.at("date"),
                });
            }
        }
        Ok(())
    }

    /// So much lacks on a day, since what is dated later counts on it.
    pub(super) fn used_later(&self, what: Watched, (day, amount): (Date, Money)) -> Result<Error> {
        let name = match what {
            Watched::Open(receivable) => self.ledger.receivable_names.name(receivable)?,
            Watched::Paid(allocation) => {
                let receivable = self.ledger.allocations.get(allocation)?.receivable;
                self.ledger.receivable_names.name(receivable)?
            }
            Watched::Free(receipt) => {
                self.ledger.items.name(self.ledger.receipts.get(receipt)?.item)?
            }
            Watched::Held(_, _, item) => self.ledger.items.name(item)?,
        };
        let error = Error::new(Code::LedgerUsedLater).with("date", self.date).with("name", name);
        Ok(error.with("amount", amount).with("day", day))
    }
}
