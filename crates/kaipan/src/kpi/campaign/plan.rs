//! The plan of a campaign.

use crate::check::{Must, Span, blank, with_repeats};
use crate::error::{Code, Error};
use crate::number::{Figure, Money};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 市场活动方案 (handbook §8.17).
///
/// ```
/// use kaipan::kpi::{Campaign, CampaignGoal};
/// let (from, to) = ("2026-05-01".parse()?, "2026-05-10".parse()?);
/// let goals = vec![CampaignGoal::new("first_visits", "200".parse()?)];
/// let plan = Campaign::new("开盘活动", from, to).with_goals(goals).with_budget("60000".parse()?);
/// assert_eq!(plan.budget.unwrap().to_string(), "60000.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct Campaign {
    /// Its id, as facts name it in their campaign.
    pub id: Text,
    /// 活动名称, if it is another than the id.
    pub name: Option<Label>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The last day whose results count for it, such as subscriptions after it: no day
    /// before `to`; `to` if absent.
    pub counts_to: Option<Date>,
    /// 目标.
    pub goals: Vec<CampaignGoal>,
    /// 预算, yuan.
    pub budget: Option<Money>,
    /// How far the plan has come.
    #[boundary(default)]
    pub state: CampaignState,
    /// 负责人.
    pub owner: Option<Text>,
    /// In words: what is done.
    pub note: Option<Label>,
}

/// 目标: what a campaign is to bring.
#[boundary]
pub struct CampaignGoal {
    /// The measure, such as `first_visits` or `subscriptions`.
    pub metric: Text,
    /// How much.
    pub value: Figure,
}

/// How far the plan of a campaign has come.
#[boundary]
pub enum CampaignState {
    /// 草案.
    #[default]
    Draft,
    /// 已批准.
    Approved,
    /// 已取消.
    Cancelled,
}

impl CampaignState {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            CampaignState::Draft => "草案",
            CampaignState::Approved => "已批准",
            CampaignState::Cancelled => "已取消",
        }
    }
}

impl Campaign {
    /// The last day whose results count.
    pub(super) fn last(&self) -> Date {
        self.counts_to.unwrap_or(self.to)
    }

    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let mut errors: Vec<Error> = blank(Code::KpiBlank, "id", &self.id).into_iter().collect();
        let days = Span::new(Some(self.from), Some(self.to));
        let turned = || days.named_in(Error::new(Code::KpiDatesTurned)).at("to");
        errors.extend(days.turned().map(|_| turned()));
        errors.extend(self.counts_to.filter(|last| *last < self.to).map(|last| {
            let error = Error::new(Code::KpiCampaignCountsTo).with("day", last);
            error.with("to", self.to).at("counts_to")
        }));
        let budget = self.budget;
        errors.extend(
            budget.and_then(|one| Must::NotBeNegative.refused(Code::KpiNumber, "budget", one)),
        );
        for (at, goal, first) in with_repeats(&self.goals, |goal| &goal.metric) {
            let mut own: Vec<Error> =
                blank(Code::KpiBlank, "metric", &goal.metric).into_iter().collect();
            own.extend(Must::BePositive.refused(Code::KpiNumber, "value", goal.value));
            if let Some(first) = first {
                let error = Error::new(Code::KpiIdTwice).with("id", &goal.metric);
                own.push(error.with("first", first).at("metric"));
            }
            errors.extend(own.into_iter().map(|error| error.at(at).at("goals")));
        }
        errors
    }
}
