//! Money as a cashier has written it down.

use kaipan::Text;
use kaipan::ledger::ReceiptMethod;
use kaipan::money::{LedgerAccount, LedgerEntry};
use kaipan::number::Money;
use kaipan_derive::boundary;

/// Money that came in or went out.
#[boundary(read)]
#[derive(Debug, Clone)]
pub(crate) struct MoneyMoved {
    /// 票据号.
    pub(crate) number: Text,
    /// 款项.
    pub(crate) item: Text,
    /// Yuan, above zero.
    pub(crate) amount: Money,
    /// How it was paid.
    pub(crate) method: MoneyMethod,
    /// The account of the house.
    pub(crate) bank_account: Text,
    /// Who paid, or who was paid.
    pub(crate) party: Text,
    /// The line of the schedule that it is for.
    pub(crate) schedule_line: Option<u32>,
    /// 流水号 of the bank.
    pub(crate) reference: Option<Text>,
    /// It is no repetition of a payment that looks the same.
    pub(crate) confirmed: bool,
    /// The entry; its legs come to zero.
    pub(crate) entry: LedgerEntry,
}

/// How money was paid.
#[boundary(read)]
#[derive(Debug, Clone, Copy)]
pub(crate) enum MoneyMethod {
    /// 银行转账.
    Transfer,
    /// 刷卡.
    Card,
    /// 现金.
    Cash,
    /// 支票.
    Cheque,
    /// 银行放款.
    Loan,
    /// 内部转账.
    Internal,
}

impl MoneyMethod {
    /// The method, as the ledger calls it.
    pub(crate) const fn of_ledger(self) -> ReceiptMethod {
        match self {
            MoneyMethod::Transfer => ReceiptMethod::BankTransfer,
            MoneyMethod::Card => ReceiptMethod::Pos,
            MoneyMethod::Cash => ReceiptMethod::Cash,
            MoneyMethod::Cheque => ReceiptMethod::Cheque,
            MoneyMethod::Loan => ReceiptMethod::BankLoan,
            MoneyMethod::Internal => ReceiptMethod::Internal,
        }
    }
}

impl MoneyMoved {
    /// Amount, item and account are those of the entry.
    pub(super) fn is_its_entry(&self) -> bool {
        let of_bank = |account: &LedgerAccount| match account {
            LedgerAccount::Bank { account } => *account == self.bank_account,
            _ => false,
        };
        let legs = self.entry.legs.iter().filter(|leg| of_bank(&leg.account));
        let mut amounts = legs.filter(|leg| leg.item == self.item).map(|leg| leg.amount);
        let size = amounts
            .next()
            .map(|amount| amount.max(Money::ZERO.checked_sub(amount).unwrap_or(amount)));
        size == Some(self.amount) && amounts.next().is_none()
    }
}
