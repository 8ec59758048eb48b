//! The accounts of the ledger itself on a day.

use super::LedgerTrialRow;
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::ledger::book::{Account, Ledger, PendingLeg};
use crate::number::{Money, plus};
use std::collections::BTreeMap;

impl Ledger {
    /// What each account has of what is dated by a day and was recorded up to a place. All of it
    /// comes to zero.
    ///
    /// # Errors
    /// [`Code::LedgerUnbalanced`] if it does not, which would be a defect;
    /// [`Code::NumberOverflow`] for sums beyond any money.
    pub fn trial(&self, to: Date, horizon: u32) -> Result<Vec<LedgerTrialRow>> {
        let mut balances: BTreeMap<Account, Money> = BTreeMap::new();
        let mut legs: Vec<PendingLeg> = Vec::new();
        for (at, row) in self.postings.rows().iter().enumerate() {
            if row.order > horizon {
                break;
            }
            let at = u32::try_from(at).map_err(|_| Error::new(Code::NumberOverflow))?;
            for effect in self.effects_of(at)? {
                if effect.day(row.date) <= to {
                    self.imply(*effect, &mut legs)?;
                }
            }
            for leg in legs.drain(..) {
                let balance = balances.entry(leg.account).or_default();
                *balance = plus(*balance, leg.amount)?;
            }
        }
        let sum = Money::sum(balances.values().copied())?;
        if !sum.is_zero() {
            return Err(Error::new(Code::LedgerUnbalanced).with("amount", sum));
        }
        let there = balances.into_iter().filter(|(_, amount)| !amount.is_zero());
        let row = |(account, amount)| {
            Ok(LedgerTrialRow { account: self.shown_account(account)?, amount })
        };
        there.map(row).collect()
    }
}
