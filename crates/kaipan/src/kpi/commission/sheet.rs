//! What commission answers.

use crate::channel::EarningCondition;
use crate::error::{Finding, told};
use crate::number::{Exact, Money, Rate};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Commission by person, deal and period.
#[boundary(answer)]
pub struct CommissionSheet {
    /// Every amount that was earned or goes back, by person, period, day and deal.
    #[boundary(required)]
    pub lines: Vec<CommissionLine>,
    /// Σ by person and period.
    #[boundary(required)]
    pub totals: Vec<CommissionTotal>,
    /// Σ of all, yuan.
    pub total: Money,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(CommissionSheet: findings);

/// What one deal earned for one person, or what goes back.
#[boundary(answer)]
pub struct CommissionLine {
    /// The person or channel.
    pub person: Text,
    /// The name of the period.
    pub period: Text,
    /// The day on which it was earned, or on which the buyer quit.
    pub date: Date,
    /// The deal.
    pub deal: Text,
    /// Earned, or going back.
    pub kind: CommissionKind,
    /// What earned it; absent of receipts.
    pub condition: Option<EarningCondition>,
    /// What is counted of the deal for this person: yuan, or units.
    pub counted: Exact,
    /// Yuan; below zero where it goes back.
    pub amount: Money,
    /// 封顶: by a cap it is another amount than without.
    pub capped: bool,
    /// How it came about, before a cap.
    pub steps: Vec<CommissionOfTier>,
}

/// What a line is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum CommissionKind {
    /// 计提.
    Earned,
    /// 退佣: the buyer has quit in a later period.
    ClawBack,
}

/// A part of what is counted, at one rate.
#[boundary(answer)]
pub struct CommissionOfTier {
    /// How much of it: yuan, or units.
    pub counted: Exact,
    /// The share that it earns, of amounts: 0.003 is 0.3 %.
    pub rate: Option<Rate>,
    /// Yuan a unit, of units.
    pub per_unit: Option<Money>,
}

/// What a person earned in a period.
#[boundary(answer)]
pub struct CommissionTotal {
    /// The person or channel.
    pub person: Text,
    /// The name of the period.
    pub period: Text,
    /// What was counted: yuan, or units.
    pub counted: Exact,
    /// Earned, yuan.
    pub earned: Money,
    /// Going back, yuan, below zero.
    pub clawed_back: Money,
    /// Both, yuan.
    pub total: Money,
}
