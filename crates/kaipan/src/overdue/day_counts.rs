//! Numbers of days that lead out of the calendar, or are never reached.

use crate::Date;
use crate::error::{Code, Error, Finding, finding};
use std::fmt::Display;

/// A hundred years.
const HUNDRED_YEARS: u32 = 36_525;

/// A number of days or months that leads out of the calendar, at its field.
pub(super) fn past_calendar(field: &'static str, value: impl Display, from: Date) -> Error {
    let error = Error::new(Code::OverduePastCalendar).with("field", field);
    error.with("value", value).with("from", from).at(field)
}

/// A number of days that is never reached, at its field.
pub(super) fn never(field: &'static str, days: Option<u32>) -> Option<Finding> {
    more_than(field, days, HUNDRED_YEARS)
}

/// The same of months.
pub(super) fn never_months(field: &'static str, months: u32) -> Option<Finding> {
    more_than(field, Some(months), 1_200)
}

fn more_than(field: &'static str, value: Option<u32>, most: u32) -> Option<Finding> {
    let value = value.filter(|value| *value > most)?;
    Some(finding!(Code::OverdueDaysNever, field, value).at(field))
}
