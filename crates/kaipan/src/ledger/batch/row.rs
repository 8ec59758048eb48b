use crate::error::{Finding, told};
use crate::ledger::ReceiptMethod;
use crate::money::MoneyCategory;
use crate::number::Money;
use crate::voucher::VoucherEvent;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A list of money that came in: loans that a bank has paid out (银行批量放款), payments by card (POS).
#[boundary]
pub struct LedgerBatch {
    /// 批次号.
    pub id: Text,
    /// How the money was paid.
    pub method: ReceiptMethod,
    /// The account that it came to.
    pub account: Text,
    /// The rows.
    #[boundary(required)]
    pub rows: Vec<LedgerBatchRow>,
}

/// A row of a list: one payment for one deal.
#[boundary]
pub struct LedgerBatchRow {
    /// The host's key: the same key is posted once.
    pub key: Text,
    /// The deal.
    pub deal: Text,
    /// 款项: what the money is.
    pub item: Text,
    /// What kind of money a host's own item is, where no policy says.
    pub category: Option<MoneyCategory>,
    /// Yuan.
    pub amount: Money,
    /// The business date; the day of the context if absent.
    pub date: Option<Date>,
    /// Another account than that of the list.
    pub account: Option<Text>,
    /// 交款人.
    pub payer: Option<Text>,
    /// 票据编号.
    pub voucher: Option<Text>,
    /// 流水号.
    pub reference: Option<Text>,
    /// The currency; `CNY`, and nothing else is taken.
    pub currency: Option<Text>,
    /// It is no repetition of a payment that looks the same.
    pub confirmed: bool,
}

/// What came of a list.
#[boundary(answer)]
pub struct LedgerBatchImported {
    /// One result a row, in the order given.
    #[boundary(required)]
    pub rows: Vec<LedgerBatchResult>,
    /// How many were posted, or had been before.
    pub accepted: u32,
    /// How many were refused.
    pub refused: u32,
    /// Σ of what was posted now, yuan.
    pub total: Money,
    /// Events of books of vouchers, each to be appended to the stream of its book.
    pub voucher_events: Vec<VoucherEvent>,
}

/// What came of a row.
#[boundary(answer)]
pub struct LedgerBatchResult {
    /// The key of the row.
    pub key: Text,
    /// The place of its posting in the recorded order, if it was posted.
    pub order: Option<u32>,
    /// It had been posted before.
    pub repeated: bool,
    /// Why it was refused.
    pub refusal: Option<Finding>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(LedgerBatchImported: rows);
told!(LedgerBatchResult: refusal, findings);
