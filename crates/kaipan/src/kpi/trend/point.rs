use crate::number::{Figure, Rate};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A figure in a period.
#[boundary]
pub struct TrendPoint {
    /// First day.
    pub from: Date,
    /// Last day. The next period begins on the day after it.
    pub to: Date,
    /// The figure; absent if there is none.
    pub value: Option<Figure>,
}

/// A figure over periods.
#[boundary(answer)]
pub struct TrendTable {
    /// One entry for each period, in order.
    #[boundary(required)]
    pub steps: Vec<TrendStep>,
}

/// A period of a trend.
#[boundary(answer)]
pub struct TrendStep {
    /// The name of the period: 2026-03, 2026-W09; its first day of stages.
    pub period: Text,
    /// The figure.
    pub value: Option<Figure>,
    /// 环比: the change from the period before, as a share of it: 0.25 is 25 % more. 4 decimals, half up. Absent where one
    /// of the two is not there, or where it was not above zero before.
    pub period_on_period: Option<Rate>,
    /// 同比: the change from the same period a year before: −0.1 is 10 % less; likewise.
    pub year_on_year: Option<Rate>,
    /// 移动平均: the mean of the last so many periods, 2 decimals, half up; absent where one of them is
    /// not there.
    pub moving_average: Option<Figure>,
    /// 累计: Σ up to this period; what is not there is left out.
    pub cumulative: Figure,
}
