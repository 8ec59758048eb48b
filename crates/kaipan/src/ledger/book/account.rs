//! The accounts, banks by number.

use super::ledger::Ledger;
use crate::Text;
use crate::error::Result;
use crate::money::LedgerAccount;
use crate::number::Money;

/// An account of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::ledger) enum Account {
    Bank(u32),
    Receivable,
    Claimed,
    PreSale,
    Prepayment,
    HouseMoney,
    Collected,
    ChargeIncome,
    RefundDue,
    Transfer,
    CommissionCost,
    CommissionPayable,
}

impl Account {
    /// What is held in it for somebody, which cannot be less than nothing.
    pub(in crate::ledger) const fn holds_money(self) -> bool {
        matches!(
            self,
            Account::PreSale
                | Account::Prepayment
                | Account::HouseMoney
                | Account::Collected
                | Account::RefundDue
        )
    }
}

impl Ledger {
    pub(in crate::ledger) fn account(&mut self, account: &LedgerAccount) -> Result<Account> {
        Ok(match account {
            LedgerAccount::Bank { account } => Account::Bank(self.bank(account)?),
            LedgerAccount::Receivable {} => Account::Receivable,
            LedgerAccount::Claimed {} => Account::Claimed,
            LedgerAccount::PreSale {} => Account::PreSale,
            LedgerAccount::Prepayment {} => Account::Prepayment,
            LedgerAccount::HouseMoney {} => Account::HouseMoney,
            LedgerAccount::Collected {} => Account::Collected,
            LedgerAccount::ChargeIncome {} => Account::ChargeIncome,
            LedgerAccount::RefundDue {} => Account::RefundDue,
            LedgerAccount::Transfer {} => Account::Transfer,
            LedgerAccount::CommissionCost {} => Account::CommissionCost,
            LedgerAccount::CommissionPayable {} => Account::CommissionPayable,
        })
    }

    /// The account as the boundary has it.
    pub(in crate::ledger) fn shown_account(&self, account: Account) -> Result<LedgerAccount> {
        Ok(match account {
            Account::Bank(at) => LedgerAccount::Bank { account: self.banks.name(at)?.clone() },
            Account::Receivable => LedgerAccount::Receivable {},
            Account::Claimed => LedgerAccount::Claimed {},
            Account::PreSale => LedgerAccount::PreSale {},
            Account::Prepayment => LedgerAccount::Prepayment {},
            Account::HouseMoney => LedgerAccount::HouseMoney {},
            Account::Collected => LedgerAccount::Collected {},
            Account::ChargeIncome => LedgerAccount::ChargeIncome {},
            Account::RefundDue => LedgerAccount::RefundDue {},
            Account::Transfer => LedgerAccount::Transfer {},
            Account::CommissionCost => LedgerAccount::CommissionCost {},
            Account::CommissionPayable => LedgerAccount::CommissionPayable {},
        })
    }

    /// The number of a bank account, new or not.
    pub(in crate::ledger) fn bank(&mut self, account: &Text) -> Result<u32> {
        let bank = self.banks.add(account)?;
        while self.bank_money.len()? <= bank {
            self.bank_money.add(Money::ZERO)?;
        }
        Ok(bank)
    }
}
