//! Working days, and deadlines that are counted in them (handbook §4.2, §23).

use crate::Date;
use crate::error::{Code, Error, Result};
use kaipan_derive::boundary;

/// Which days are worked: Monday to Friday, but for the days that are named here.
///
/// Due dates that fall on a day off move to the next working day, and deadlines such as "the end of
/// the second working day" are counted in working days.
///
/// ```
/// use kaipan::WorkingDays;
/// let days = WorkingDays::default().with_holidays(vec!["2026-10-01".parse()?]);
/// // Received on Wednesday: that is the first working day, and Thursday is off.
/// assert_eq!(days.nth_from("2026-09-30".parse()?, 2)?.to_string(), "2026-10-02");
/// // "Within two working days after" begins on the next day.
/// assert_eq!(days.nth_after("2026-09-30".parse()?, 2)?.to_string(), "2026-10-05");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
#[derive(Default)]
pub struct WorkingDays {
    /// Days off besides Saturdays and Sundays.
    pub holidays: Vec<Date>,
    /// Saturdays and Sundays that are worked (调休).
    pub workdays: Vec<Date>,
}

/// Days off and days worked, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub(crate) struct Calendar {
    holidays: Vec<Date>,
    workdays: Vec<Date>,
}

impl WorkingDays {
    /// The working day number `count` from the day of an event on: the day itself, if it is worked,
    /// is the first (handbook §23). A count of 0 is read as 1.
    ///
    /// # Errors
    /// [`Code::PaymentWorkingDay`] for every day that is in both lists; [`Code::PaymentDueDate`]
    /// outside the calendar.
    pub fn nth_from(&self, event: Date, count: u32) -> Result<Date> {
        self.calendar()?.nth_from(event, count).ok_or_else(|| outside(event, count))
    }

    /// The working day number `count` after the day of an event, which itself never counts
    /// (handbook §23). A count of 0 is read as 1.
    ///
    /// # Errors
    /// As [`WorkingDays::nth_from`].
    pub fn nth_after(&self, event: Date, count: u32) -> Result<Date> {
        self.calendar()?.nth_after(event, count).ok_or_else(|| outside(event, count))
    }

    /// # Errors
    /// [`Code::PaymentWorkingDay`] for every day that is in both lists.
    pub(crate) fn calendar(&self) -> Result<Calendar> {
        let sorted = |days: &[Date]| {
            let mut days = days.to_vec();
            days.sort_unstable();
            days
        };
        let (holidays, workdays) = (sorted(&self.holidays), sorted(&self.workdays));
        let both = self.workdays.iter().enumerate();
        let both = both.filter(|(_, day)| holidays.binary_search(day).is_ok());
        let error =
            |(at, day)| Error::new(Code::PaymentWorkingDay).with("day", day).at(at).at("workdays");
        Error::collect(both.map(error).collect())?;
        Ok(Calendar { holidays, workdays })
    }
}

impl Calendar {
    fn is_worked(&self, day: Date) -> bool {
        let worked = !day.is_weekend() || self.workdays.binary_search(&day).is_ok();
        worked && self.holidays.binary_search(&day).is_err()
    }

    /// The day itself or the next one that is worked; `None` at the end of the calendar.
    pub(crate) fn on_or_after(&self, mut day: Date) -> Option<Date> {
        while !self.is_worked(day) {
            day = day.add_days(1)?;
        }
        Some(day)
    }

    /// See [`WorkingDays::nth_from`]; `None` at the end of the calendar.
    pub(crate) fn nth_from(&self, event: Date, count: u32) -> Option<Date> {
        let mut day = self.on_or_after(event)?;
        for _ in 1..count {
            day = self.on_or_after(day.add_days(1)?)?;
        }
        Some(day)
    }

    /// See [`WorkingDays::nth_after`]; `None` at the end of the calendar.
    pub(crate) fn nth_after(&self, event: Date, count: u32) -> Option<Date> {
        self.nth_from(event.add_days(1)?, count)
    }
}

fn outside(event: Date, count: u32) -> Error {
    Error::new(Code::PaymentDueDate).with("date", event).with("months", 0).with("days", count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// The national holiday of 2026 as it could be: Thursday the 8th off, Saturday the 10th worked.
    fn october() -> WorkingDays {
        WorkingDays {
            holidays: vec![date("2026-10-08"), date("2026-10-01")],
            workdays: vec![date("2026-10-10")],
        }
    }

    #[test]
    fn days_off_move_to_the_next_working_day() {
        let calendar = october().calendar().unwrap();
        let moved = |text: &str| calendar.on_or_after(date(text)).unwrap().to_string();
        assert_eq!(moved("2026-10-01"), "2026-10-02");
        // A holiday, then Friday; Saturday the 10th is worked, Sunday is not.
        assert_eq!(moved("2026-10-08"), "2026-10-09");
        assert_eq!(moved("2026-10-10"), "2026-10-10");
        assert_eq!(moved("2026-10-11"), "2026-10-12");
        assert_eq!(calendar.on_or_after(date("9999-12-31")), Some(date("9999-12-31")));
        let both = WorkingDays { holidays: vec![date("2026-10-10")], ..october() };
        let error = both.calendar().unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::PaymentWorkingDay, "/workdays/0"));
    }

    #[test]
    fn the_day_of_the_event_counts_only_if_it_is_worked() {
        let days = october();
        let from = |text: &str, count| days.nth_from(date(text), count).unwrap().to_string();
        let after = |text: &str, count| days.nth_after(date(text), count).unwrap().to_string();
        // Monday: it is the first, Tuesday the second; within two days after is Wednesday.
        assert_eq!(
            (from("2026-10-05", 2), after("2026-10-05", 2)),
            ("2026-10-06".into(), "2026-10-07".into())
        );
        // Sunday: Monday is the first either way.
        assert_eq!(
            (from("2026-10-04", 2), after("2026-10-04", 2)),
            ("2026-10-06".into(), "2026-10-06".into())
        );
        // Wednesday, a day off, Friday; the Saturday that is worked.
        assert_eq!(
            (from("2026-10-07", 2), from("2026-10-07", 3)),
            ("2026-10-09".into(), "2026-10-10".into())
        );
        assert_eq!(
            (from("2026-10-05", 0), from("2026-10-05", 1)),
            ("2026-10-05".into(), "2026-10-05".into())
        );
    }

    #[test]
    fn deadlines_outside_the_calendar_are_refused() {
        let error = october().nth_after(date("9999-12-31"), 1).unwrap_err();
        assert_eq!(error.code(), Code::PaymentDueDate);
    }
}
