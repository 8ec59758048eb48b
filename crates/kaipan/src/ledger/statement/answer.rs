use crate::ledger::{LedgerActKind, ReceiptMethod};
use crate::money::{LedgerAccount, MoneyCategory};
use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A statement of account. What is posted later never changes it.
///
/// `charged` = `received` + `waived` + `outstanding`, and the balance after the last line is
/// `outstanding` − `prepaid` − `refund_due`, to the fen.
#[boundary(answer)]
pub struct LedgerStatement {
    /// The business date: what is dated later does not count.
    pub as_of: Date,
    /// The place in the recorded order: what was recorded later does not count.
    pub horizon: u32,
    /// The deals, in the order in which they were opened.
    #[boundary(required)]
    pub deals: Vec<Text>,
    /// The customer, of a statement about one.
    pub customer: Option<Text>,
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
    /// The receivables, by deal, then in the order in which they were raised.
    pub receivables: Vec<StatementReceivable>,
    /// What happened, by date.
    pub lines: Vec<StatementLine>,
    /// What was received and is there, item by item: what decisions about a deal are given.
    pub money: Vec<StatementMoney>,
    /// What each account has: they come to zero. Commissions are not among them.
    pub accounts: Vec<StatementAccount>,
}

/// A receivable as it stands. `outstanding` = `amount` − `received` − `waived`.
#[boundary(answer)]
pub struct StatementReceivable {
    /// Its id.
    pub id: Text,
    /// The deal.
    pub deal: Text,
    /// What it is.
    pub item: Text,
    /// What kind of money.
    pub category: MoneyCategory,
    /// Its place among lines of one due date.
    pub seq: u32,
    /// The due date.
    pub due: Option<Date>,
    /// The day on which it became receivable.
    pub raised_on: Date,
    /// Yuan.
    pub amount: Money,
    /// Paid of it, yuan.
    pub received: Money,
    /// Waived of it, yuan.
    pub waived: Money,
    /// Open, yuan.
    pub outstanding: Money,
    /// Days past the due date; 0 of what is not due or not open.
    pub days_overdue: u32,
}

/// What happened.
#[boundary(answer)]
pub struct StatementLine {
    /// Its place in the recorded order.
    pub order: u32,
    /// The key that it was posted under.
    pub key: Text,
    /// The business date.
    pub date: Date,
    /// What it is.
    pub act: LedgerActKind,
    /// How it was paid.
    pub method: Option<ReceiptMethod>,
    /// Who paid or was paid.
    pub party: Option<Text>,
    /// 票据编号.
    pub voucher: Option<Text>,
    /// The bank account.
    pub account: Option<Text>,
    /// The list that it came with.
    pub batch: Option<Text>,
    /// What it takes back.
    pub reverses: Option<Text>,
    /// What takes it back, as far as that is known on the date.
    pub reversed_by: Option<Text>,
    /// What becomes receivable by it, less what is waived, yuan.
    pub charged: Money,
    /// What comes in by it, less what goes out, yuan.
    pub received: Money,
    /// What is owed after it: above zero by the customer, below by the house. Yuan.
    pub balance: Money,
}

/// Money of an item that was received and is there.
#[boundary(answer)]
pub struct StatementMoney {
    /// What it is.
    pub item: Text,
    /// What kind of money.
    pub category: MoneyCategory,
    /// What of it pays something, yuan.
    pub applied: Money,
    /// What of it is free, yuan.
    pub free: Money,
}

/// What an account has of an item.
#[boundary(answer)]
pub struct StatementAccount {
    /// The account.
    pub account: LedgerAccount,
    /// What the money is.
    pub item: Text,
    /// Yuan: a credit is above zero, a debit below.
    pub amount: Money,
}
