use crate::money::MoneyCategory;
use crate::number::Money;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// Money that comes in (handbook §6.2). It belongs to a deal or to a customer.
#[boundary]
#[derive(Hash)]
pub struct LedgerReceipt {
    /// The deal.
    pub deal: Option<Text>,
    /// Or the customer, of money for no deal yet.
    pub customer: Option<Text>,
    /// 款项: what the money is.
    pub item: Text,
    /// What kind of money a host's own item is, where no policy says.
    pub category: Option<MoneyCategory>,
    /// Yuan.
    pub amount: Money,
    /// 交款方式.
    pub method: ReceiptMethod,
    /// 收款账户: the bank or cash account that it comes to.
    pub account: Text,
    /// 交款人.
    pub payer: Option<Text>,
    /// 票据编号.
    pub voucher: Option<Text>,
    /// 流水号: the number that bank or terminal gave the payment. The same number is never taken
    /// twice.
    pub reference: Option<Text>,
    /// 批次: the list that it came with.
    pub batch: Option<Text>,
    /// What the cashier says that it pays. The rest is allocated by the policy.
    pub allocations: Vec<AllocationLine>,
    /// The rest stays paid in advance.
    pub keep_rest: bool,
    /// It is no repetition of a payment that looks the same.
    pub confirmed: bool,
    /// A note.
    pub note: Option<Label>,
}

/// A part of a receipt, and what it pays.
#[boundary]
#[derive(Hash)]
pub struct AllocationLine {
    /// The receivable.
    pub receivable: Text,
    /// Yuan.
    pub amount: Money,
}

/// 收付方式: how money is paid.
#[boundary]
#[derive(Hash, PartialOrd, Ord)]
pub enum ReceiptMethod {
    /// 现金.
    Cash,
    /// 刷卡 (POS).
    Pos,
    /// 银行转账.
    BankTransfer,
    /// 支票.
    Cheque,
    /// 银行放款.
    BankLoan,
    /// 内部转账.
    Internal,
}

impl ReceiptMethod {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            ReceiptMethod::Cash => "现金",
            ReceiptMethod::Pos => "刷卡",
            ReceiptMethod::BankTransfer => "银行转账",
            ReceiptMethod::Cheque => "支票",
            ReceiptMethod::BankLoan => "银行放款",
            ReceiptMethod::Internal => "内部转账",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            ReceiptMethod::Cash => "cash",
            ReceiptMethod::Pos => "card",
            ReceiptMethod::BankTransfer => "bank transfer",
            ReceiptMethod::Cheque => "cheque",
            ReceiptMethod::BankLoan => "loan paid out",
            ReceiptMethod::Internal => "internal",
        }
    }
}
