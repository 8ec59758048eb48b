//! Entries of other areas (过账): those of decisions about deals, of services, of settlements of areas.
//!
//! Such an entry knows what lies in which account, item by item, and nothing of receivables. It is
//! posted as it is. What it takes is taken from free money of the item first, then from what
//! receivables of the item were paid with; what it brings is free, and pays what is open.

use super::entering::Entering;
use crate::Text;
use crate::error::{Code, Error, Result};
use crate::ledger::book::Account;
use crate::ledger::figure::{NOT_ZERO, out_of_range};
use crate::money::{LedgerAccount, LedgerEntry, LedgerLeg, MoneyCategory};
use crate::number::{Money, negative};

impl Entering<'_> {
    pub(super) fn enter(&mut self, entry: &LedgerEntry) -> Result<()> {
        if entry.legs.is_empty() {
            return Err(Error::new(Code::LedgerNoLines).at("legs"));
        }
        for (at, leg) in entry.legs.iter().enumerate() {
            if leg.amount.is_zero() {
                return Err(out_of_range("amount", leg.amount, NOT_ZERO).at(at).at("legs"));
            }
        }
        let sum = Money::sum(entry.legs.iter().map(|leg| leg.amount))?;
        if !sum.is_zero() {
            return Err(Error::new(Code::LedgerUnbalanced).with("amount", sum).at("legs"));
        }
        if let Some(payee) = &entry.payee {
            return Err(Error::new(Code::LedgerEntryAccount).with("field", payee).at("payee"));
        }
        let owner = (entry.deal.as_ref(), entry.customer.as_ref());
        let owner = self.owner(owner, ("deal", "customer"))?;
        // What goes out goes before what comes in.
        for comes_in in [false, true] {
            for (at, leg) in entry.legs.iter().enumerate() {
                if leg.amount.is_positive() == comes_in {
                    let done = self.entered(owner, leg);
                    done.map_err(|error| error.at(at).at("legs"))?;
                }
            }
        }
        Ok(())
    }

    fn entered(&mut self, owner: u32, leg: &LedgerLeg) -> Result<()> {
        let item = self.entered_item(&leg.item, &leg.account)?;
        let account = self.ledger.account(&leg.account)?;
        match account {
            Account::Bank(_)
            | Account::ChargeIncome
            | Account::Transfer
            | Account::CommissionCost => self.leg(owner, account, item, leg.amount),
            Account::Claimed | Account::CommissionPayable => {
                let word =
                    if account == Account::Claimed { "claimed" } else { "commission_payable" };
                Err(Error::new(Code::LedgerEntryAccount).with("field", word).at("account"))
            }
            Account::PreSale
            | Account::Prepayment
            | Account::HouseMoney
            | Account::Collected
            | Account::RefundDue
            | Account::Receivable => match leg.amount.is_positive() {
                false => self.taken(owner, account, item, leg),
                true => {
                    let category = *self.ledger.item_categories.get(item)?;
                    let home = match account {
                        Account::Receivable | Account::HouseMoney => self.home(item)?,
                        other => other,
                    };
                    if home != Account::RefundDue {
                        self.takes_money(owner, category)?;
                    }
                    self.bring(owner, item, home, leg.amount).map(drop)
                }
            },
        }
    }

    /// The item of a leg. One that is not known is what its account has: money collected for others,
    /// or a charge.
    fn entered_item(&mut self, item: &Text, account: &LedgerAccount) -> Result<u32> {
        let known = self.ledger.items.find(item).is_some()
            || crate::money::item_name(item).is_some()
            || self.policy.items.iter().any(|one| one.code == *item);
        let implied = match account {
            LedgerAccount::Collected {} => Some(MoneyCategory::Collected),
            LedgerAccount::ChargeIncome {} => Some(MoneyCategory::Charge),
            _ => None,
        };
        self.item(item, implied.filter(|_| !known), "item")
    }

    /// Takes what a leg says from where it lies.
    fn taken(&mut self, owner: u32, account: Account, item: u32, leg: &LedgerLeg) -> Result<()> {
        let asked = negative(leg.amount)?;
        let mut left = asked;
        if account == Account::RefundDue {
            left = self.take_free(owner, left, |row| row.home == account && row.item == item)?;
        } else {
            let is_held = |home: Account| home != Account::RefundDue;
            left = self.take_free(owner, left, |row| row.item == item && row.home == account)?;
            left = self.take_free(owner, left, |row| row.item == item && is_held(row.home))?;
            left = self.take_applied(owner, left, |row| row.item == item)?;
            // House money is one pool, whatever its parts are called.
            let category = *self.ledger.item_categories.get(item)?;
            let pool = category.pool();
            if category.is_house() {
                left = self.take_free(owner, left, |row| {
                    row.category.pool() == pool && is_held(row.home)
                })?;
                left = self.take_applied(owner, left, |row| row.category.pool() == pool)?;
            }
        }
        if left.is_positive() {
            let error = Error::new(Code::LedgerShort).with("item", &leg.item);
            return Err(error.with("amount", asked).with("lacking", left).at("amount"));
        }
        Ok(())
    }
}
