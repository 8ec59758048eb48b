//! Sales opportunities: one customer and one project (销售机会, handbook §9.2).

use crate::number::{Money, Rate};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Whether an opportunity is open.
#[boundary]
pub enum OpportunityState {
    /// 跟进中: open.
    Active,
    /// 成交: ended with a deal.
    Deal,
    /// 关闭: ended without one.
    Closed,
}

/// What is known of an opportunity.
#[boundary]
#[derive(Default)]
pub struct OpportunityFields {
    /// 主题.
    pub subject: Option<Label>,
    /// 机会来源、线索来源.
    pub source: Option<Text>,
    /// 媒体大类.
    pub media: Option<Text>,
    /// 媒体小类.
    pub sub_media: Option<Text>,
    /// 市场活动.
    pub campaign: Option<Text>,
    /// Budget of the campaign for it, yuan.
    pub campaign_budget: Option<Money>,
    /// 完成日期: the day by which it should be decided.
    pub expected_close: Option<Date>,
    /// 价目表.
    pub price_list: Option<Text>,
    /// What it would be worth, yuan.
    pub amount: Option<Money>,
    /// Projects that the customer compares this one with (竞争分析).
    pub competitors: Vec<Label>,
    /// 部门.
    pub department: Option<Text>,
    /// 成功几率, a share: 0.25 is 25 %; in the place of that of the stage.
    pub probability: Option<Rate>,
    /// 意向等级: the latest.
    pub grade: Option<Text>,
}

/// Something that a person has confirmed about an opportunity, as gates ask for it.
#[boundary]
pub struct OpportunityConfirmation {
    /// Code of what is confirmed.
    pub item: Text,
    /// The day.
    pub on: Date,
    /// Who confirmed it.
    pub by: Text,
    /// Id of the request for approval that stands behind it.
    pub approval: Option<Text>,
}

/// How an opportunity ended.
#[boundary]
pub struct OpportunityEnd {
    /// The day.
    pub on: Date,
    /// Who ended it.
    pub by: Text,
    /// Code of the reason why it was won or lost.
    pub reason: Option<Text>,
    /// The deal, if it was won.
    pub deal: Option<Text>,
    /// In words.
    pub note: Option<Label>,
}

/// A sales opportunity. Of one customer and one project at most one is open.
#[boundary]
pub struct Opportunity {
    /// Id.
    pub id: Text,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the sales agent.
    pub agent: Text,
    /// 机会日期: the day on which it began.
    pub opened_on: Date,
    /// Code of its stage.
    pub stage: Text,
    /// Since when it has been in that stage.
    pub stage_since: Date,
    /// Open, or how it ended.
    pub state: OpportunityState,
    /// What is known of it.
    #[boundary(empty)]
    pub fields: OpportunityFields,
    /// What has been confirmed.
    pub confirmations: Vec<OpportunityConfirmation>,
    /// How it ended, if it has.
    pub end: Option<OpportunityEnd>,
}

impl Opportunity {
    /// It has not ended.
    pub fn is_open(&self) -> bool {
        self.state == OpportunityState::Active
    }

    /// Its state and the record of its end agree.
    pub(super) fn ends_as_it_says(&self) -> bool {
        match (self.state, &self.end) {
            (OpportunityState::Active, end) => end.is_none(),
            (OpportunityState::Deal, Some(end)) => end.deal.is_some(),
            (OpportunityState::Closed, Some(end)) => end.deal.is_none(),
            (OpportunityState::Deal | OpportunityState::Closed, None) => false,
        }
    }
}
