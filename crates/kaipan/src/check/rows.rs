//! Tables whose rows have a first day.

use crate::Date;

/// The row in force on a day: of those that have begun the one that began last, and of several of
/// one day the one of the highest rank. A row without a first day has begun before every day;
/// without a day to look at, all have begun.
pub(crate) fn in_force<R, F: Into<Option<Date>>, K: Ord>(
    rows: impl Iterator<Item = R>,
    day: impl Into<Option<Date>>,
    from: impl Fn(&R) -> F,
    rank: impl Fn(&R) -> K,
) -> Option<R> {
    let first = |row: &R| -> Option<Date> { from(row).into() };
    let day = day.into();
    rows.filter(|row| day.is_none() || first(row) <= day).max_by_key(|row| (first(row), rank(row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_that_has_begun_counts() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let rows = [(None, 1), (Some(day("2026-02-01")), 2), (Some(day("2026-02-01")), 3)];
        let on = |text| in_force(rows.iter(), day(text), |row| row.0, |row| row.1).map(|row| row.1);
        assert_eq!([on("2026-01-31"), on("2026-02-01")], [Some(1), Some(3)]);
        let none = in_force(rows.iter().skip(1), day("2026-01-31"), |row| row.0, |_| ());
        assert_eq!(none, None);
    }
}
