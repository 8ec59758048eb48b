//! What is answered about ending a contract.

use crate::number::{Money, Rate};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Why the seller may end a contract.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum TerminationGround {
    /// 合同约定的逾期天数: it is overdue for longer than the contract allows.
    ContractDays,
    /// 经催告后到期未付达到全部价款的五分之一 (民法典 Art. 634).
    PartOfTotal,
    /// 催告后三个月内仍未付 (法释〔2020〕17号 Art. 11).
    MonthsAfterDemand,
}

/// A right to end a contract, and what gives it.
#[boundary(answer)]
pub struct TerminationFlag {
    /// Why.
    pub ground: TerminationGround,
    /// The first day on which there was the right, by what is unpaid now.
    pub since: Date,
    /// What is due and unpaid and counts for it, yuan.
    pub unpaid: Money,
    /// The most days that it is overdue.
    pub overdue_days: u32,
    /// The day of the demand, where there has to be one.
    pub demanded_on: Option<Date>,
    /// The letter or record of the demand.
    pub reference: Option<Text>,
    /// The clause, in Chinese.
    pub zh: String,
    /// The clause, in English.
    pub en: String,
}

/// What follows in money if the contract is ended, yuan.
#[boundary(answer)]
pub struct TerminationMoney {
    /// 累计应付款: what of the price had become due.
    pub accumulated_due: Money,
    /// The part of it that the buyer pays, a share: 0.01 is 1 %.
    pub penalty_rate: Rate,
    /// 违约金: what that comes to, half up to the fen.
    pub penalty: Money,
    /// What was paid of the price, also ahead of its day.
    pub paid: Money,
    /// 应退: paid less penalty, if that is above zero.
    pub to_return: Money,
    /// 应补: penalty less paid, if that is above zero.
    pub still_owed: Money,
}
