use crate::Text;
use crate::number::Money;
use kaipan_derive::boundary;

/// 财务待办: what the cashier has to finish before the next step of a deal.
#[boundary]
pub struct FinanceTodo {
    /// Its id in the deal: the number of the event that opened it.
    pub id: u32,
    /// What is to be done.
    pub kind: TodoKind,
    /// Yuan.
    pub amount: Money,
    /// What the money is.
    pub item: Text,
    /// The account it lies in, if it is known.
    pub account: Option<Text>,
}

/// What a cashier has to do.
#[boundary]
pub enum TodoKind {
    /// 退款.
    Refund,
    /// 没收转收入.
    Forfeit,
    /// 退款或没收, by a later approved command.
    RefundOrForfeit,
    /// 转款.
    Transfer,
    /// 收款: a fee is still to be paid.
    Collect,
    /// 重新核销: receipts are matched with the new schedule.
    Reallocate,
}
