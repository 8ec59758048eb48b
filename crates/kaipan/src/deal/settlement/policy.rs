//! What the house has decided about changes.

use crate::Label;
use crate::check::{Must, with_repeats};
use crate::deal::DealAction;
use crate::error::{Code, Error};
use crate::number::{Money, Rate};
use kaipan_derive::boundary;

/// What the house, and its contracts, say about changes.
#[boundary]
#[derive(Default)]
pub struct DealChangePolicy {
    /// 手续费: the handling fee of each kind of change; none of a kind that is not here.
    pub fees: Vec<ChangeFee>,
    /// Which unit a handling fee for a change of unit is charged to; the old if absent.
    pub fee_side: Option<FeeSide>,
    /// 违约金: share of the contract total: 0.05 is 5 %.
    pub penalty_rate: Option<Rate>,
    /// 逾期交房违约金: share of the house money received, a day: 0.0001 is 0.01 %, 1 in 10,000.
    pub late_handover_rate: Option<Rate>,
    /// 催签后宽限天数: days from a reminder to sign to the first day of a forfeiture; none if absent.
    pub grace_days: Option<u32>,
    /// 退定一律审批: also a subscription that is refunded for a reason which is stated not to be the
    /// buyer's needs an approved request. Without this it needs none, as the handbook has it (T14).
    pub approve_every_refund: bool,
    /// Relations to the first buyer in which somebody may be added (配偶, 子女…); any if absent.
    pub relations: Option<Vec<Label>>,
}

/// A handling fee: an amount, or a share of the contract total.
#[boundary]
pub struct ChangeFee {
    /// The change.
    pub action: DealAction,
    /// Yuan.
    pub amount: Option<Money>,
    /// Share of the contract total: 0.001 is 0.1 %; half up to the fen.
    pub rate: Option<Rate>,
}

/// The side of a change of unit.
#[boundary]
pub enum FeeSide {
    /// 原房源: the fee is taken from the money before it moves.
    #[default]
    OldUnit,
    /// 新房源: the fee is paid besides.
    NewUnit,
}

impl DealChangePolicy {
    /// What cannot be. Places are below the policy.
    pub(in crate::deal) fn check(&self) -> Vec<Error> {
        let rate =
            |field, rate: Option<Rate>| Must::BeShare.refused(Code::ChangeRate, field, rate?);
        let fees = with_repeats(&self.fees, |fee| fee.action.word());
        let fees = fees.flat_map(|(at, fee, again)| {
            let amount = fee.amount.and_then(|amount| {
                Must::NotBeNegative.refused(Code::ChangeAmount, "amount", amount)
            });
            let twice = again.map(|first| {
                let error = Error::new(Code::DealGivenTwice).with("name", fee.action.word());
                error.with("first", first).at("action")
            });
            let both = (fee.amount.is_some() == fee.rate.is_some()).then(|| {
                Error::new(Code::ChangeFeeTerms)
                    .with("action", fee.action.english())
                    .with("action_zh", fee.action.chinese())
            });
            let wrong = [amount, rate("rate", fee.rate), twice, both].into_iter().flatten();
            wrong.map(|error| error.at(at).at("fees")).collect::<Vec<Error>>()
        });
        let rates = [
            rate("penalty_rate", self.penalty_rate),
            rate("late_handover_rate", self.late_handover_rate),
        ];
        fees.chain(rates.into_iter().flatten()).collect()
    }

    /// The fee of a change.
    pub(super) fn fee(&self, action: DealAction) -> Option<&ChangeFee> {
        self.fees.iter().find(|fee| fee.action == action)
    }
}
