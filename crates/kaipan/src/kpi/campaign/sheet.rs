//! What a review of campaigns answers.

use super::plan::CampaignState;
use crate::error::{Finding, told};
use crate::number::{Exact, Figure, Money, Rate};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Campaigns with what they brought and cost.
#[boundary(answer)]
pub struct CampaignSheet {
    /// The day.
    pub on: Date,
    /// One entry for each campaign, in the order given.
    #[boundary(required)]
    pub campaigns: Vec<CampaignPosition>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(CampaignSheet: findings);

/// A campaign with what it brought and cost.
#[boundary(answer)]
pub struct CampaignPosition {
    /// Its id.
    pub id: Text,
    /// 活动名称.
    pub name: Label,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// How far its plan has come.
    pub state: CampaignState,
    /// Where the day lies.
    pub phase: CampaignPhase,
    /// Its goals with what was reached.
    #[boundary(required)]
    pub goals: Vec<GoalPosition>,
    /// 预算, yuan.
    pub budget: Option<Money>,
    /// 费用: what was spent on it up to the day, also before it began, yuan.
    pub spent: Money,
    /// 余额: the budget less what was spent, yuan; below zero if it is exceeded.
    pub remaining: Option<Money>,
    /// 使用率: spent ÷ budget, 4 decimals, half up, 0.25 is 25 %; absent without a budget, and of a budget of 0.
    pub used_rate: Option<Rate>,
}

/// Where a day lies in a campaign.
#[boundary]
pub enum CampaignPhase {
    /// 未开始.
    NotBegun,
    /// 进行中.
    Running,
    /// 已结束: the last day whose results count is over.
    Over,
}

/// A goal beside what was reached.
#[boundary(answer)]
pub struct GoalPosition {
    /// The measure.
    pub metric: Text,
    /// 目标.
    pub goal: Figure,
    /// 完成: what the campaign brought from its first day to the day looked at.
    pub reached: Exact,
    /// 完成率: reached ÷ goal, 4 decimals, half up, 0.25 is 25 %.
    pub completion_rate: Option<Rate>,
    /// 单位成本: spent ÷ reached, yuan, 2 decimals, half up; absent where nothing was
    /// reached, and where nothing was spent.
    pub unit_cost: Option<Money>,
}
