//! What completion answers.

use super::base::TargetBaseDays;
use crate::Text;
use crate::error::{Finding, told};
use crate::kpi::targets::FigureOwner;
use crate::number::{Figure, Rate};
use kaipan_derive::boundary;

/// How far targets are reached.
#[boundary(answer)]
pub struct CompletionSheet {
    /// 时间进度: days that are over as a share of all: 0.4839 is 48.39 %. 4 decimals, half up.
    pub time_progress: Rate,
    /// Days that are not over.
    pub remaining_days: u32,
    /// The days that targets are compared with, where bases are given.
    pub base: Option<TargetBaseDays>,
    /// One entry for each figure that has a target, in the order of the targets.
    #[boundary(required)]
    pub rows: Vec<CompletionRow>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(CompletionSheet: findings);

/// How far one target is reached.
#[boundary(answer)]
pub struct CompletionRow {
    /// Whose.
    pub owner: FigureOwner,
    /// The measure or ratio.
    pub metric: Text,
    /// The target; absent where only parts of it have one, or none counts.
    pub target: Option<Figure>,
    /// What was reached; absent if it is not known. Of a ratio 2 decimals, half up.
    pub actual: Option<Figure>,
    /// 完成率: actual ÷ target, 4 decimals, half up: 0.8539 is 85.39 %. Absent of a target of 0, and
    /// of a ratio.
    pub completion_rate: Option<Rate>,
    /// 进度差: completion less the share of days that are over: −0.1 is 10 % of the target. 4 decimals,
    /// half up.
    pub pace: Option<Rate>,
    /// 差额: target less actual.
    pub gap: Option<Figure>,
    /// 每日需完成: the gap by the days that are left, 2 decimals, half up; absent when none is left, or
    /// when the target is reached.
    pub required_daily: Option<Figure>,
    /// Of a ratio, such as an average price: (actual − target) ÷ target: −0.0385 is 3.85 % below.
    /// 4 decimals, half up.
    pub deviation: Option<Rate>,
    /// 异常: the pace is lower than is borne.
    pub alert: bool,
    /// 基期实际: what was reached in the base period, where it is given. Of a ratio 2 decimals, half up.
    pub base: Option<Figure>,
    /// 要求增长率: target ÷ base − 1, 4 decimals, half up: 0.2 asks for 20 % more. Absent
    /// where the base is not above 0.
    pub growth: Option<Rate>,
    /// What the targets that are parts of it come to.
    pub parts: Option<CompletionParts>,
}

/// The parts of a target.
#[boundary(answer)]
pub struct CompletionParts {
    /// How many parts have a target.
    pub count: u32,
    /// Σ of their targets.
    pub target: Figure,
    /// Σ of what they reached; absent if it is not known of one.
    pub actual: Option<Figure>,
    /// Σ actual ÷ Σ target: the mean of their completion, weighted by their targets: 0.6667 is 66.67 %.
    pub completion_rate: Option<Rate>,
    /// The target less Σ of the parts; absent without a target of its own.
    pub target_difference: Option<Figure>,
    /// What was reached less Σ of the parts.
    pub actual_difference: Option<Figure>,
}
