//! Kinds of periods, and where each begins and ends.

use crate::Date;
use chrono::{Datelike, NaiveDate};
use kaipan_derive::boundary;

/// What a period is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum PeriodKind {
    /// 日.
    Day,
    /// 周, from Monday.
    Week,
    /// 月.
    Month,
    /// 季度.
    Quarter,
    /// 半年.
    HalfYear,
    /// 年.
    Year,
    /// 销售阶段: named, with days of its own: 蓄客, 开盘, 强销, 持续, 尾盘.
    Stage,
    /// 累计: everything up to the last day.
    Cumulative,
}

impl PeriodKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            PeriodKind::Day => "日",
            PeriodKind::Week => "周",
            PeriodKind::Month => "月",
            PeriodKind::Quarter => "季度",
            PeriodKind::HalfYear => "半年",
            PeriodKind::Year => "年",
            PeriodKind::Stage => "阶段",
            PeriodKind::Cumulative => "累计",
        }
    }

    /// Months in it; `None` of what is not made of months.
    pub(in crate::kpi) const fn months(self) -> Option<u32> {
        match self {
            PeriodKind::Month => Some(1),
            PeriodKind::Quarter => Some(3),
            PeriodKind::HalfYear => Some(6),
            PeriodKind::Year => Some(12),
            PeriodKind::Day | PeriodKind::Week | PeriodKind::Stage | PeriodKind::Cumulative => None,
        }
    }

    /// The first day of the one that holds a day; the day itself of a day, stage or cumulative.
    pub(crate) fn first(self, day: Date) -> Option<Date> {
        let (year, month) = day.month();
        match self.months() {
            Some(months) => {
                let inside = month.saturating_sub(1).checked_rem(months)?;
                Date::from_ymd(year, month.saturating_sub(inside), 1)
            }
            None if self == PeriodKind::Week => {
                let past = day.naive().weekday().num_days_from_monday();
                day.shift_days(i32::try_from(past).ok()?.saturating_neg())
            }
            None => Some(day),
        }
    }

    /// The last day of the one that holds a day; the last of the calendar where it goes beyond.
    pub(crate) fn last(self, day: Date) -> Date {
        let last = match self.months() {
            Some(months) => self
                .first(day)
                .and_then(|first| first.add_months(i32::try_from(months).ok()?))
                .and_then(|next| next.shift_days(-1)),
            None if self == PeriodKind::Week => self.first(day).and_then(|first| first.add_days(6)),
            None => Some(day),
        };
        last.unwrap_or(Date::LAST)
    }

    /// 上年同期: the same day a year before, the 28th of February of the 29th; of weeks the day 52 weeks
    /// before, which is the same day of the week. `None` before the calendar begins.
    pub(in crate::kpi) fn year_before(self, day: Date) -> Option<Date> {
        match self {
            PeriodKind::Week => day.shift_days(-364),
            _ => day.add_months(-12),
        }
    }

    /// The name of the one that holds a day: 2026-03-01, 2026-W09, 2026-03, 2026-Q1, 2026-H1, 2026.
    pub(crate) fn name(self, day: Date) -> String {
        let (year, month) = day.month();
        let part = |months: u32| {
            month.saturating_sub(1).checked_div(months).unwrap_or(0).saturating_add(1)
        };
        match self {
            PeriodKind::Week => {
                let week = NaiveDate::iso_week(&day.naive());
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            PeriodKind::Month => format!("{year:04}-{month:02}"),
            PeriodKind::Quarter => format!("{year:04}-Q{}", part(3)),
            PeriodKind::HalfYear => format!("{year:04}-H{}", part(6)),
            PeriodKind::Year => format!("{year:04}"),
            PeriodKind::Day | PeriodKind::Stage | PeriodKind::Cumulative => day.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_begin_and_end_where_the_calendar_says() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (kind, of, first, last, name) in [
            (PeriodKind::Day, "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04"),
            (PeriodKind::Week, "2026-03-01", "2026-02-23", "2026-03-01", "2026-W09"),
            (PeriodKind::Week, "2026-01-01", "2025-12-29", "2026-01-04", "2026-W01"),
            (PeriodKind::Month, "2028-02-29", "2028-02-01", "2028-02-29", "2028-02"),
            (PeriodKind::Quarter, "2026-06-30", "2026-04-01", "2026-06-30", "2026-Q2"),
            (PeriodKind::HalfYear, "2026-07-01", "2026-07-01", "2026-12-31", "2026-H2"),
            (PeriodKind::Year, "2026-05-05", "2026-01-01", "2026-12-31", "2026"),
        ] {
            assert_eq!(kind.first(day(of)), Some(day(first)), "{kind:?} {of}");
            assert_eq!(kind.last(day(of)), day(last), "{kind:?} {of}");
            assert_eq!(kind.name(day(of)), name);
        }
        assert_eq!(PeriodKind::Year.last(Date::LAST), Date::LAST);
    }

    #[test]
    fn the_same_period_of_the_year_before_begins_on_the_same_day_of_the_calendar_or_of_the_week() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (kind, of, before) in [
            (PeriodKind::Day, "2026-03-04", "2025-03-04"),
            (PeriodKind::Day, "2028-02-29", "2027-02-28"),
            (PeriodKind::Week, "2026-03-02", "2025-03-03"),
            (PeriodKind::Month, "2026-03-01", "2025-03-01"),
        ] {
            assert_eq!(kind.year_before(day(of)), Some(day(before)), "{kind:?} {of}");
        }
        assert_eq!(PeriodKind::Day.year_before(Date::FIRST), None);
    }
}
