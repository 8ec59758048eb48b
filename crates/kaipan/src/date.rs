//! Civil dates without a time zone.

use crate::error::{Code, Error, Result};
use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A civil date, written `YYYY-MM-DD`. The library has no clock: today's date is an argument.
///
/// ```
/// use chrono::NaiveDate;
/// use kaipan::Date;
/// let day: Date = "2026-01-31".parse()?;
/// assert_eq!(NaiveDate::from(day).format("%d/%m/%Y").to_string(), "31/01/2026");
/// assert_eq!(Date::try_from(NaiveDate::from(day))?, day);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The last date that can be written, 9999-12-31.
    pub(crate) const LAST: Date = match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(day) => Date(day),
        None => Date(NaiveDate::MAX),
    };

    /// The first date that can be written, 0001-01-01.
    pub(crate) const FIRST: Date = match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(day) => Date(day),
        None => Date(NaiveDate::MIN),
    };

    /// The date of year, month (1–12) and day (1–31); `None` if the calendar has no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Date> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }

    /// The same date in the `chrono` library.
    pub fn naive(self) -> NaiveDate {
        self.0
    }

    /// The day of a time that is a [`Time`](crate::Time).
    pub(crate) fn of_time(time: chrono::NaiveDateTime) -> Date {
        Date(time.date())
    }

    /// Days from `earlier` to this date; negative when `earlier` is later.
    pub fn days_since(self, earlier: Date) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// This date moved forward by whole days.
    #[must_use]
    pub fn add_days(self, days: u32) -> Option<Date> {
        let moved = self.0.checked_add_days(chrono::Days::new(u64::from(days)))?;
        Date::from_ymd(moved.year(), moved.month(), moved.day())
    }

    /// This date moved by whole days, forward or back.
    #[must_use]
    pub fn shift_days(self, days: i32) -> Option<Date> {
        let span = chrono::Days::new(u64::from(days.unsigned_abs()));
        let moved =
            if days >= 0 { self.0.checked_add_days(span) } else { self.0.checked_sub_days(span) }?;
        Date::from_ymd(moved.year(), moved.month(), moved.day())
    }

    /// The year and the month, from 1.
    #[cfg(feature = "deal")]
    pub(crate) fn month(self) -> (i32, u32) {
        (self.0.year(), self.0.month())
    }

    /// Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        self.0.weekday().number_from_monday() > 5
    }

    /// This date moved by whole months; the day is clamped to the end of a shorter month
    /// (January 31 + 1 month = February 28 or 29).
    #[must_use]
    pub fn add_months(self, months: i32) -> Option<Date> {
        let span = chrono::Months::new(months.unsigned_abs());
        let moved = if months >= 0 {
            self.0.checked_add_months(span)
        } else {
            self.0.checked_sub_months(span)
        }?;
        Date::from_ymd(moved.year(), moved.month(), moved.day())
    }
}

impl Date {
    /// A day as people write it: `2026-07-01`, `2026/7/1`, `2026.7.1`, `2026年7月1日`. `None` for
    /// anything else: days without a year, and those whose year does not come first.
    ///
    /// ```
    /// use kaipan::Date;
    /// let day = |text| Date::as_written(text).map(|day| day.to_string());
    /// assert_eq!(day("2026/7/1").as_deref(), Some("2026-07-01"));
    /// assert_eq!(day("2026年7月1日").as_deref(), Some("2026-07-01"));
    /// assert_eq!(day("7/1/2026"), None);
    /// ```
    #[must_use]
    pub fn as_written(text: &str) -> Option<Date> {
        let text = crate::fold::fold(text);
        let text = text.trim();
        let text = text.strip_suffix(['日', '号']).unwrap_or(text);
        let parts = text.split(['-', '/', '.', '年', '月']).map(str::trim);
        let [year, month, day] = parts.collect::<Vec<_>>().try_into().ok()?;
        let short = |text: &str| read_digits(text, 1).or_else(|| read_digits(text, 2));
        let year = i32::try_from(read_digits(year, 4)?).ok()?;
        Date::from_ymd(year, short(month)?, short(day)?)
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Date> {
        let fail = || Error::new(Code::DateSyntax).with("text", text);
        let [year, month, day] =
            text.split('-').collect::<Vec<_>>().try_into().map_err(|_| fail())?;
        let found = (read_digits(year, 4), read_digits(month, 2), read_digits(day, 2));
        let (Some(year), Some(month), Some(day)) = found else { return Err(fail()) };
        let year = i32::try_from(year).map_err(|_| fail())?;
        Date::from_ymd(year, month, day).ok_or_else(fail)
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> NaiveDate {
        date.0
    }
}

/// [`Code::NumberRange`] for a year that is not from 1 to 9999.
impl TryFrom<NaiveDate> for Date {
    type Error = Error;

    fn try_from(day: NaiveDate) -> Result<Date> {
        Date::from_ymd(day.year(), day.month(), day.day())
            .ok_or_else(|| Error::new(Code::NumberRange).with("text", day))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = u32::try_from(self.0.year()).unwrap_or(0);
        let mut text = *b"0000-00-00";
        let [y1, y2, y3, y4, _, m1, m2, _, d1, d2] = &mut text;
        write_digits([y1, y2, y3, y4], year);
        write_digits([m1, m2], self.0.month());
        write_digits([d1, d2], self.0.day());
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

/// Writes the last digits of a number. (Schedules are full of dates: digit by digit is several
/// times faster than by format.)
pub(crate) fn write_digits<const N: usize>(digits: [&mut u8; N], mut value: u32) {
    for digit in digits.into_iter().rev() {
        let last = value.checked_rem(10).and_then(|last| u8::try_from(last).ok());
        *digit = b'0'.saturating_add(last.unwrap_or(0));
        value = value.checked_div(10).unwrap_or(0);
    }
}

/// A number of exactly so many digits.
pub(crate) fn read_digits(text: &str, width: usize) -> Option<u32> {
    let plain = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

crate::number::text_scalar!(Date, Date(NaiveDate::MIN), "a civil date, YYYY-MM-DD", "date", None);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_full_calendar_dates() {
        for good in ["2026-02-28", "0001-01-01", "9999-12-31", "1987-06-05"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for bad in
            ["2026-02-29", "2026-2-3", "26-02-03", "2026/02/03", "", "0000-01-01", "2026-13-01"]
        {
            assert_eq!(bad.parse::<Date>().unwrap_err().code(), Code::DateSyntax, "{bad}");
        }
    }

    #[test]
    fn dates_of_chrono_outside_four_digits_are_refused() {
        let far = NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap();
        assert_eq!(Date::try_from(far).unwrap_err().code(), Code::NumberRange);
        let last = NaiveDate::from(Date::LAST);
        assert_eq!(Date::try_from(last).unwrap(), Date::LAST);
    }

    #[test]
    fn months_clamp_to_the_end_of_the_month() {
        let date = |t: &str| t.parse::<Date>().unwrap();
        assert_eq!(date("2027-01-31").add_months(1), Some(date("2027-02-28")));
        assert_eq!(date("2028-03-31").add_months(-1), Some(date("2028-02-29")));
        assert_eq!(date("2028-02-29").days_since(date("2028-02-01")), 28);
        assert_eq!(date("2026-03-01").shift_days(-1), Some(date("2026-02-28")));
        assert!(date("2026-11-21").is_weekend() && !date("2026-11-20").is_weekend());
    }
}
