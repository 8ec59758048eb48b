//! Entries: money that moves, in legs that come to zero.

use crate::number::Money;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// Money that moves, as a decision has it or a cashier records it. Its legs come to zero. An entry
/// is never changed; what corrects it is another.
#[boundary]
#[derive(Hash)]
pub struct LedgerEntry {
    /// The host's key: the same key is the same entry.
    pub key: Text,
    /// The deal, if it is about one.
    pub deal: Option<Text>,
    /// The customer, of money that belongs to no deal.
    pub customer: Option<Text>,
    /// Who a commission is owed to.
    pub payee: Option<Text>,
    /// The business date.
    pub date: Date,
    /// When it was recorded.
    pub recorded_at: Time,
    /// Its order among all that was recorded at that time.
    #[boundary(default)]
    pub sequence: u32,
    /// Its legs.
    #[boundary(required)]
    pub legs: Vec<LedgerLeg>,
}

/// One side of an entry.
#[boundary]
#[derive(Hash)]
pub struct LedgerLeg {
    /// The account.
    pub account: LedgerAccount,
    /// What the money is.
    pub item: Text,
    /// Yuan: a credit is above zero, a debit below. So what the house holds for a customer
    /// (`PreSale`, `Prepayment`, `Collected`, `RefundDue`) and its income grow above zero, and
    /// what comes into a bank account or becomes receivable is below.
    pub amount: Money,
}

/// The accounts of the ledger inside the library.
#[boundary]
#[derive(Hash)]
pub enum LedgerAccount {
    /// 银行账户, ordinary or supervised.
    Bank {
        /// Its code.
        account: Text,
    },
    /// 应收款, by item.
    Receivable {},
    /// 售前款.
    PreSale {},
    /// 预收款.
    Prepayment {},
    /// 代收费用.
    Collected {},
    /// 收费收入: handling fees, late fees, forfeited money.
    ChargeIncome {},
    /// 应退款.
    RefundDue {},
    /// 转款: between two deals; what leaves one comes to the other.
    Transfer {},
    /// 已挂账未收: what is receivable and has not been received. It is the other side of
    /// `Receivable`, item by item.
    Claimed {},
    /// 已收房款: house money of a signed contract, until revenue is recognised.
    HouseMoney {},
    /// 佣金支出.
    CommissionCost {},
    /// 应付佣金.
    CommissionPayable {},
}

impl LedgerEntry {
    /// Its legs come to zero.
    pub fn is_balanced(&self) -> bool {
        Money::sum(self.legs.iter().map(|leg| leg.amount)).is_ok_and(Money::is_zero)
    }
}
