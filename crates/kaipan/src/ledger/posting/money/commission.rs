//! Commissions (佣金): earned, paid, clawed back. The amounts are given.

use crate::Text;
use crate::error::{Code, Error, Result};
use crate::ledger::book::Account;
use crate::ledger::posting::entering::Entering;
use crate::ledger::{CommissionStep, LedgerCommission};
use crate::money::MoneyCategory;
use crate::number::negative;

/// What commissions are in the ledger.
const COMMISSION: &str = "commission";

impl Entering<'_> {
    pub(in crate::ledger::posting) fn commission(
        &mut self,
        commission: &LedgerCommission,
    ) -> Result<()> {
        let amount = commission.amount;
        self.positive(amount, "amount")?;
        if let Some(error) = crate::check::blank(Code::LedgerBlank, "payee", &commission.payee) {
            return Err(error);
        }
        let deal = self.ledger.deal(&commission.deal).map_err(|error| error.at("deal"))?;
        let payee = self.ledger.payee(&commission.payee)?;
        let item = self.item(&Text::constant(COMMISSION), Some(MoneyCategory::Other), "amount")?;
        let bank = match (&commission.account, commission.step) {
            (Some(account), CommissionStep::Paid) => Some(self.bank(account, "account")?),
            (None, CommissionStep::Earned | CommissionStep::ClawedBack) => None,
            (Some(_), CommissionStep::Earned | CommissionStep::ClawedBack) => {
                let error = Error::new(Code::JsonTogether).with("field", "account");
                return Err(error.with("other", commission.step.word()).at("account"));
            }
            (None, CommissionStep::Paid) => {
                let error = Error::new(Code::LedgerBlank).with("field", "account");
                return Err(error.at("account"));
            }
        };
        let (cost, payable) = (Account::CommissionCost, Account::CommissionPayable);
        match commission.step {
            CommissionStep::Earned => {
                self.leg(deal, cost, item, negative(amount)?)?;
                self.leg(payee, payable, item, amount)
            }
            CommissionStep::ClawedBack => {
                let earned = negative(self.ledger.balance(deal, cost, item)?)?;
                if amount > earned {
                    let error = Error::new(Code::LedgerClawedTooMuch).with("amount", amount);
                    return Err(error.with("earned", earned).at("amount"));
                }
                self.leg(deal, cost, item, amount)?;
                self.leg(payee, payable, item, negative(amount)?)
            }
            CommissionStep::Paid => {
                let owed = self.ledger.balance(payee, payable, item)?;
                if amount > owed {
                    let error = Error::new(Code::LedgerAbovePayable).with("amount", amount);
                    return Err(error.with("owed", owed).at("amount"));
                }
                let Some(bank) = bank else { return Ok(()) };
                self.leaves(bank, amount, ("commission", "account"))?;
                self.leg(payee, payable, item, negative(amount)?)?;
                self.leg(payee, Account::Bank(bank), item, amount)
            }
        }
    }
}
