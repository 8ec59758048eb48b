//! Columns of days, each the number of days since 1970-01-01.

use crate::Date;
use crate::error::{Code, Error};

/// The first number of a column that is no day of the calendar; `no_day` is allowed in the place of
/// one. The place is below the column.
pub(crate) fn outside_calendar(
    field: &'static str,
    column: &[i32],
    no_day: Option<i32>,
) -> Option<Error> {
    let number = |day: Date| day.days_since(Date::from_ymd(1970, 1, 1).unwrap_or(day));
    let [low, high] = [Date::FIRST, Date::LAST].map(number);
    let is_day = |day: i32| (low..=high).contains(&i64::from(day)) || Some(day) == no_day;
    let at = column.iter().position(|day| !is_day(*day))?;
    let value = column.get(at).copied().unwrap_or_default();
    let error = Error::new(Code::NumberBetween).with("field", field).with("value", value);
    Some(error.with("low", low).with("high", high).at(at).at(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_calendar_is_one() {
        let of = |column: &[i32]| outside_calendar("due", column, Some(i32::MIN));
        assert_eq!(of(&[-719_162, 0, 20_000, 2_932_896, i32::MIN]), None);
        for bad in [-719_163, 2_932_897, i32::MAX, i32::MIN + 1] {
            let error = of(&[0, bad, bad]).unwrap();
            assert_eq!((error.code(), error.path()), (Code::NumberBetween, "/due/1".into()));
        }
        assert!(outside_calendar("days", &[i32::MIN], None).is_some());
    }
}
