//! Days of records beside the day that is looked at: a year that was typed wrong moves a record out of
//! sight, or makes it older than all others. Without a day that is looked at nothing can be said.

use super::unusual::Seen;
use crate::Date;
use crate::error::{Error, Finding, MOST};

/// Months before the day looked at within which records are made: twenty years.
const BEFORE: i32 = 240;
/// Months after it, for what is entered ahead: one year.
const AFTER: i32 = 12;

/// What there is to say about the day in a field, beside the day looked at.
pub(crate) fn far(field: &'static str, day: Date, looked_at: Date) -> Option<Finding> {
    let first = looked_at.add_months(BEFORE.saturating_neg()).unwrap_or(Date::FIRST);
    let last = looked_at.add_months(AFTER).unwrap_or(Date::LAST);
    let seen = || Seen {
        what: ["记录的日期", "the day of the record"],
        value: [day.to_string(), day.to_string()],
        usual: [
            format!("为 {first} 到 {last}（按查看日期 {looked_at}）"),
            format!("from {first} to {last}, looked at on {looked_at}"),
        ],
    };
    (day < first || day > last).then(|| seen().told().at(field))
}

/// The same of all records of a list, each by its place and the days of its fields. The first of
/// them, and how many more there are.
pub(crate) fn all_far<const FIELDS: usize>(
    records: impl Iterator<Item = [(&'static str, Date); FIELDS]>,
    looked_at: Date,
) -> Vec<Finding> {
    let told = records.enumerate().flat_map(|(at, fields)| {
        let told = fields.into_iter().filter_map(|(field, day)| far(field, day, looked_at));
        told.map(move |found| found.at(at)).collect::<Vec<_>>()
    });
    let mut told: Vec<Finding> = told.collect();
    let more = told.len().saturating_sub(MOST);
    told.truncate(MOST);
    told.extend((more > 0).then(|| Error::unlisted(more).finding()));
    told
}

/// A day that is looked at and lies before every record.
pub(crate) fn before_all(looked_at: Date, recorded: impl Iterator<Item = Date>) -> Option<Finding> {
    let first = recorded.min().filter(|first| looked_at < *first)?;
    let seen = Seen {
        what: ["查看日期", "the day looked at"],
        value: [looked_at.to_string(), looked_at.to_string()],
        usual: [
            format!("不早于第一条记录的日期 {first}"),
            format!("no earlier than the first record, of {first}"),
        ],
    };
    Some(seen.told())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_mistyped_year_is_told() {
        let far = |text: &str| far("at", day(text), day("2026-03-01"));
        for usual in ["2006-03-01", "2026-03-01", "2027-03-01"] {
            assert_eq!(far(usual), None, "{usual}");
        }
        for mistyped in ["1926-03-01", "2006-02-28", "2027-03-02", "2062-03-01", "9999-12-31"] {
            assert!(far(mistyped).is_some(), "{mistyped}");
        }
        let records =
            (0..60).map(|_| [("at", day("1926-03-01")), ("recorded_at", day("2026-03-01"))]);
        assert_eq!(all_far(records, day("2026-03-01")).len(), MOST + 1);
    }

    #[test]
    fn a_day_before_every_record_is_told() {
        let recorded = || ["2026-03-02", "2026-03-01"].map(day).into_iter();
        assert_eq!(before_all(day("2026-03-01"), recorded()), None);
        assert!(before_all(day("2026-02-28"), recorded()).is_some());
        assert_eq!(before_all(day("2026-02-28"), std::iter::empty()), None);
    }
}
