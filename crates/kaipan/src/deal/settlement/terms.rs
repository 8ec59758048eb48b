//! What is agreed about the money of a change, and what is known beside the deal.

use crate::Date;
use crate::check::Must;
use crate::deal::{Deal, UnitStock};
use crate::error::{Code, Error};
use crate::number::{Money, Rate};
use kaipan_derive::boundary;

/// Whose fault it is that a deal ends (handbook §5.4).
#[boundary]
pub enum ChangeFault {
    /// 双方均无过错: terms were not agreed, a policy changed, both want it.
    #[default]
    Neither,
    /// 买方违约.
    Buyer,
    /// 卖方违约.
    Seller,
}

/// What the side at fault owes: one of these, and never two (Civil Code Art. 588). The side that
/// is not at fault chooses.
#[boundary]
pub enum FaultRemedy {
    /// 定金罚则: the buyer loses the deposit, or the seller returns it twice (Civil Code Art. 587).
    Deposit {},
    /// 按约定比例支付违约金: a share of the contract total.
    PenaltyRate {
        /// Share of the contract total: 0.05 is 5 %; the rate of the policy if absent.
        rate: Option<Rate>,
    },
    /// 按约定金额支付违约金.
    PenaltyAmount {
        /// Yuan.
        amount: Money,
    },
    /// 逾期交房违约金: the seller pays a share of the house money that was received, for each day
    /// after the promised handover.
    LateHandover {
        /// Share a day: 0.0001 is 0.01 %, 1 in 10,000; the rate of the policy if absent.
        daily_rate: Option<Rate>,
    },
}

/// Where money goes that is more than the new price.
#[boundary]
pub enum SurplusUse {
    /// 退还: it is returned.
    #[default]
    Refund,
    /// 转预收: it stays as house money paid in advance.
    Prepayment,
}

/// What is agreed about the money of a change.
#[boundary]
#[derive(Default)]
pub struct SettlementTerms {
    /// Whose fault it is; nobody's if absent, the buyer's where a subscription is forfeited.
    pub fault: Option<ChangeFault>,
    /// What the side at fault owes; nothing if absent, the deposit where a subscription is
    /// forfeited.
    pub remedy: Option<FaultRemedy>,
    /// 议定退款, yuan: what the settlement sheet says is returned; all that is refundable if absent.
    pub refund: Option<Money>,
    /// 手续费, yuan; that of the policy if absent.
    pub handling_fee: Option<Money>,
    /// 应付滞纳金, yuan: late fees that the buyer owes.
    pub late_fee: Option<Money>,
    /// Where money goes that is more than the new price; it is returned if absent.
    pub surplus: Option<SurplusUse>,
    /// 催签日: when the buyer was reminded to sign.
    pub reminded_on: Option<Date>,
    /// 滞纳金起算日顺延: late fees begin at the new days of an extension.
    pub late_fee_moves: bool,
}

/// 换出: the deal and the unit that a change of unit leaves.
#[boundary]
pub struct ChangedFrom {
    /// The deal.
    pub deal: Deal,
    /// The stock of its unit.
    pub stock: UnitStock,
}

/// What the after-sale services know of a contract.
#[boundary]
#[derive(Default)]
pub struct AfterSale {
    /// 已备案: the contract is filed, and the filing is not cancelled.
    pub filed: bool,
    /// 银行已解除贷款: the bank has released the buyer, or takes its money back.
    pub loan_released: bool,
}

impl SettlementTerms {
    /// What cannot be: amounts below zero and rates outside 0 to 1. Places are below the terms.
    pub(in crate::deal) fn check(&self) -> Vec<Error> {
        let amount = |field, amount: Option<Money>| {
            Must::NotBeNegative.refused(Code::ChangeAmount, field, amount?)
        };
        let rate = |field, rate: Option<Rate>| {
            Must::BeShare.refused(Code::ChangeRate, field, rate?).map(|one| one.at("remedy"))
        };
        let remedy = match &self.remedy {
            Some(FaultRemedy::PenaltyRate { rate: given }) => rate("rate", *given),
            Some(FaultRemedy::LateHandover { daily_rate }) => rate("daily_rate", *daily_rate),
            Some(FaultRemedy::PenaltyAmount { amount: given }) => {
                amount("amount", Some(*given)).map(|one| one.at("remedy"))
            }
            Some(FaultRemedy::Deposit {}) | None => None,
        };
        let amounts = [
            amount("refund", self.refund),
            amount("handling_fee", self.handling_fee),
            amount("late_fee", self.late_fee),
        ];
        amounts.into_iter().chain([remedy]).flatten().collect()
    }
}
