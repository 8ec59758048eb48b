//! Civil times without a time zone.

use crate::Date;
use crate::date::{read_digits, write_digits};
use crate::error::{Code, Error, Result};
use chrono::{NaiveDate, NaiveDateTime, Timelike};
use std::fmt;
use std::str::FromStr;

/// A civil time to the second, written `YYYY-MM-DDTHH:MM:SS`, without a time zone: what the clock on
/// the wall of the sales office shows. It stands where minutes count, as in a hold on a unit or a
/// queue. The library has no clock: the time is an argument.
///
/// ```
/// use chrono::NaiveDateTime;
/// use kaipan::Time;
/// let until: Time = "2026-01-31T23:50:00".parse()?;
/// assert_eq!(until.add_seconds(900).map(|later| later.to_string()).as_deref(), Some("2026-02-01T00:05:00"));
/// assert_eq!(Time::try_from(NaiveDateTime::from(until))?, until);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(NaiveDateTime);

impl Time {
    /// The time at hour (0–23), minute and second (0–59) of a date; `None` for a time that no clock
    /// shows.
    pub fn at(date: Date, hour: u32, minute: u32, second: u32) -> Option<Time> {
        NaiveDate::from(date).and_hms_opt(hour, minute, second).map(Time)
    }

    /// As people write it: 2026-09-01 09:30:00.
    pub(crate) fn in_words(self) -> String {
        self.to_string().replace('T', " ")
    }

    /// The date.
    pub fn date(self) -> Date {
        Date::of_time(self.0)
    }

    /// Seconds from `earlier` to this time; negative when `earlier` is later.
    pub fn seconds_since(self, earlier: Time) -> i64 {
        self.0.signed_duration_since(earlier.0).num_seconds()
    }

    /// This time moved forward by whole seconds.
    #[must_use]
    pub fn add_seconds(self, seconds: u32) -> Option<Time> {
        let moved = self.0.checked_add_signed(chrono::Duration::seconds(seconds.into()))?;
        Time::try_from(moved).ok()
    }
}

impl From<Time> for NaiveDateTime {
    fn from(time: Time) -> NaiveDateTime {
        time.0
    }
}

/// [`Code::NumberRange`] for a year that is not from 1 to 9999, [`Code::TimeSyntax`] for parts of a
/// second.
impl TryFrom<NaiveDateTime> for Time {
    type Error = Error;

    fn try_from(time: NaiveDateTime) -> Result<Time> {
        Date::try_from(time.date())?;
        if time.nanosecond() != 0 {
            return Err(Error::new(Code::TimeSyntax).with("text", time));
        }
        Ok(Time(time))
    }
}

impl FromStr for Time {
    type Err = Error;

    fn from_str(text: &str) -> Result<Time> {
        let fail = || Error::new(Code::TimeSyntax).with("text", text);
        let (date, time) = text.split_once('T').ok_or_else(fail)?;
        let date: Date = date.parse().map_err(|_| fail())?;
        let parts: Option<Vec<u32>> = time.split(':').map(|part| read_digits(part, 2)).collect();
        match parts.as_deref() {
            Some([hour, minute, second]) => Time::at(date, *hour, *minute, *second),
            _ => None,
        }
        .ok_or_else(fail)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = *b"T00:00:00";
        let [_, h1, h2, _, m1, m2, _, s1, s2] = &mut text;
        write_digits([h1, h2], self.0.hour());
        write_digits([m1, m2], self.0.minute());
        write_digits([s1, s2], self.0.second());
        write!(f, "{}{}", self.date(), std::str::from_utf8(&text).unwrap_or_default())
    }
}

crate::number::text_scalar!(
    Time,
    Time(NaiveDateTime::MIN),
    "a civil time without a time zone, YYYY-MM-DDTHH:MM:SS",
    "civil-time",
    Some(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$")
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_full_times_without_a_zone() {
        for good in ["2026-02-28T00:00:00", "9999-12-31T23:59:59", "0001-01-01T09:05:07"] {
            assert_eq!(good.parse::<Time>().unwrap().to_string(), good);
        }
        for bad in [
            "2026-02-28",
            "2026-02-28 09:00:00",
            "2026-02-29T09:00:00",
            "2026-02-28T24:00:00",
            "2026-02-28T09:60:00",
            "2026-02-28T09:00:60",
            "2026-02-28T09:00",
            "2026-02-28T9:00:00",
            "2026-02-28T09:00:00Z",
            "2026-02-28T09:00:00+08:00",
            "2026-02-28T09:00:00.5",
            "",
        ] {
            assert_eq!(bad.parse::<Time>().unwrap_err().code(), Code::TimeSyntax, "{bad}");
        }
    }

    #[test]
    fn times_are_in_order_and_have_a_date() {
        let time = |text: &str| text.parse::<Time>().unwrap();
        let (early, late) = (time("2026-01-31T23:59:59"), time("2026-02-01T00:00:01"));
        assert!(early < late);
        assert_eq!(late.seconds_since(early), 2);
        assert_eq!(early.add_seconds(2), Some(late));
        assert_eq!(time("9999-12-31T23:59:59").add_seconds(1), None);
        assert_eq!(early.date().to_string(), "2026-01-31");
    }

    #[test]
    fn times_of_chrono_that_cannot_be_written_are_refused() {
        let time = NaiveDateTime::from("2026-01-31T09:30:00".parse::<Time>().unwrap());
        let finer = time.with_nanosecond(1).unwrap();
        assert_eq!(Time::try_from(finer).unwrap_err().code(), Code::TimeSyntax);
        assert_eq!(Time::try_from(NaiveDateTime::MAX).unwrap_err().code(), Code::NumberRange);
    }

    #[test]
    fn json_is_text() {
        let text = "\"2026-01-31T09:30:00\"";
        let time: Time = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&time).unwrap(), text);
    }
}
