use super::{AllocationLine, ReceiptMethod};
use crate::money::MoneyCategory;
use crate::number::Money;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// An approval that has been given, and for how much. It is used up by what is done under it.
#[boundary]
#[derive(Hash)]
pub struct LedgerApproval {
    /// The request for approval.
    pub id: Text,
    /// What it allows in all, yuan.
    pub amount: Money,
}

/// 转款: money paid in advance that becomes another item, or goes to another deal or customer.
#[boundary]
#[derive(Hash)]
pub struct MoneyTransfer {
    /// The deal that it leaves.
    pub from_deal: Option<Text>,
    /// Or the customer.
    pub from_customer: Option<Text>,
    /// What the money was.
    pub from_item: Text,
    /// The deal that it comes to.
    pub to_deal: Option<Text>,
    /// Or the customer.
    pub to_customer: Option<Text>,
    /// What the money is from here on.
    pub to_item: Text,
    /// What kind of money a host's own item is, where no policy says.
    pub category: Option<MoneyCategory>,
    /// Yuan.
    pub amount: Money,
    /// What it pays there. The rest is allocated by the policy.
    pub allocations: Vec<AllocationLine>,
    /// The rest stays paid in advance.
    pub keep_rest: bool,
    /// 票据编号.
    pub voucher: Option<Text>,
    /// Why.
    pub reason: Option<Label>,
}

/// 退款: money that is paid out to a customer. It comes from what is due back to him, and then from
/// what he has paid in advance, item by item.
#[boundary]
#[derive(Hash)]
pub struct LedgerRefund {
    /// The deal.
    pub deal: Option<Text>,
    /// Or the customer.
    pub customer: Option<Text>,
    /// What the money is.
    pub item: Text,
    /// Yuan.
    pub amount: Money,
    /// How it is paid.
    pub method: ReceiptMethod,
    /// The account that it is paid from.
    pub account: Text,
    /// Who has allowed it.
    pub approval: LedgerApproval,
    /// Who gets it.
    pub payee: Option<Text>,
    /// 票据编号.
    pub voucher: Option<Text>,
    /// The number that the bank gave the payment.
    pub reference: Option<Text>,
    /// The line of the fund plan that it is paid under.
    pub plan_line: Option<Text>,
    /// It is no repetition of a payment that looks the same.
    pub confirmed: bool,
    /// Why.
    pub reason: Option<Label>,
}

/// 代付: collected fees of one item that are paid on to the authority.
#[boundary]
#[derive(Hash)]
pub struct FeesPaidOn {
    /// What they are.
    pub item: Text,
    /// Who gets them.
    pub authority: Text,
    /// The account that they are paid from.
    pub account: Text,
    /// What is paid for each deal.
    #[boundary(required)]
    pub lines: Vec<PaidOnLine>,
    /// The number that the bank gave the payment.
    pub reference: Option<Text>,
    /// The line of the fund plan that it is paid under.
    pub plan_line: Option<Text>,
    /// It is no repetition of a payment that looks the same.
    pub confirmed: bool,
}

/// What is paid on for a deal.
#[boundary]
#[derive(Hash)]
pub struct PaidOnLine {
    /// The deal.
    pub deal: Text,
    /// Yuan.
    pub amount: Money,
}

/// 账户间划转: money that moves from one account of the house to another, such as out of a supervised
/// account once it may.
#[boundary]
#[derive(Hash)]
pub struct BankMove {
    /// The account that it leaves.
    pub from: Text,
    /// The account that it comes to.
    pub to: Text,
    /// Yuan.
    pub amount: Money,
    /// The deal whose money it is, if it is about one.
    pub deal: Option<Text>,
    /// Why.
    pub reason: Option<Label>,
}

/// 佣金. The amount is given; terms of commissions are another area's.
#[boundary]
#[derive(Hash)]
pub struct LedgerCommission {
    /// What happens to it.
    pub step: CommissionStep,
    /// Who it is owed to.
    pub payee: Text,
    /// The deal that it is earned by.
    pub deal: Text,
    /// Yuan.
    pub amount: Money,
    /// The account that it is paid from; for [`CommissionStep::Paid`] alone.
    pub account: Option<Text>,
    /// The line of the fund plan that it is paid under.
    pub plan_line: Option<Text>,
    /// It is no repetition of a payment that looks the same.
    pub confirmed: bool,
}

/// What happens to a commission.
#[boundary]
#[derive(Hash, PartialOrd, Ord)]
pub enum CommissionStep {
    /// 计提.
    Earned,
    /// 支付.
    Paid,
    /// 追回: the deal has ended. What was paid already is owed back.
    ClawedBack,
}
