//! The periods of a forecast.

use crate::Date;
use crate::error::{Code, Error, Result};
use crate::number::overflow;
use chrono::Datelike;
use kaipan_derive::boundary;

/// What a forecast is divided by.
#[boundary]
pub enum ForecastUnit {
    /// Weeks from Monday.
    Week,
    /// Months.
    #[default]
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

/// The most periods of one forecast.
const MOST_PERIODS: usize = 10_000;

/// A period from one day to another, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: Date,
    pub(super) to: Date,
}

impl Period {
    pub(super) fn has(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// The periods from one day to another; the first and the last may be parts of a unit.
///
/// # Errors
/// [`Code::OverdueManyPeriods`].
pub(super) fn periods(from: Date, to: Date, unit: ForecastUnit) -> Result<Vec<Period>> {
    let mut periods = Vec::new();
    let mut begin = from;
    while begin <= to {
        if periods.len() == MOST_PERIODS {
            return Err(Error::new(Code::OverdueManyPeriods).with("most", MOST_PERIODS));
        }
        let last = last_day(begin, unit).unwrap_or(to).min(to);
        periods.push(Period { from: begin, to: last });
        if last == to {
            break;
        }
        begin = last.add_days(1).ok_or_else(overflow)?;
    }
    Ok(periods)
}

/// The last day of the unit that a day is in; none at the end of the calendar.
fn last_day(day: Date, unit: ForecastUnit) -> Option<Date> {
    let (year, month) = (day.naive().year(), day.naive().month());
    let months = match unit {
        ForecastUnit::Week => {
            let left = 7_u32.checked_sub(day.naive().weekday().number_from_monday())?;
            return day.add_days(left);
        }
        ForecastUnit::Month => 1,
        ForecastUnit::Quarter => 3,
        ForecastUnit::Year => 12,
    };
    // The last month of the unit: the next multiple of its length.
    let month = month.div_ceil(months).checked_mul(months)?;
    Date::from_ymd(year, month, 1)?.add_months(1)?.shift_days(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(from: &str, to: &str, unit: ForecastUnit) -> Vec<String> {
        let periods = periods(from.parse().unwrap(), to.parse().unwrap(), unit).unwrap();
        periods.iter().map(|period| format!("{}/{}", period.from, period.to)).collect()
    }

    #[test]
    fn units_are_those_of_the_calendar() {
        assert_eq!(
            shown("2026-05-15", "2026-07-03", ForecastUnit::Month),
            ["2026-05-15/2026-05-31", "2026-06-01/2026-06-30", "2026-07-01/2026-07-03"]
        );
        assert_eq!(
            shown("2026-11-30", "2027-01-01", ForecastUnit::Quarter),
            ["2026-11-30/2026-12-31", "2027-01-01/2027-01-01"]
        );
        assert_eq!(
            shown("2026-11-25", "2026-12-07", ForecastUnit::Week),
            ["2026-11-25/2026-11-29", "2026-11-30/2026-12-06", "2026-12-07/2026-12-07"]
        );
        assert_eq!(shown("9999-12-01", "9999-12-31", ForecastUnit::Month).len(), 1);
        assert_eq!(shown("2026-01-01", "2026-01-01", ForecastUnit::Year).len(), 1);
        // 10,000 weeks from Monday are 70,000 days.
        let first: Date = "2026-01-05".parse().unwrap();
        let to = |days: u32| periods(first, first.add_days(days).unwrap(), ForecastUnit::Week);
        assert_eq!(to(69_999).unwrap().len(), MOST_PERIODS);
        assert_eq!(to(70_000).unwrap_err().code(), Code::OverdueManyPeriods);
    }
}
