//! The least down payment, by date (handbook §4.3).

use super::national_minimum::{MinimumRow, NATIONAL_MINIMUM};
use crate::check::{in_force, with_repeats};
use crate::error::{Code, Error};
use crate::number::Rate;
use crate::payment::bounds::share_from_zero;
use crate::{Date, Label};
use kaipan_derive::boundary;

/// The least share of the price that buyers with a loan pay out of their own funds.
#[boundary]
pub enum DownPaymentPolicy {
    /// The national minimum for housing.
    National {},
    /// Rows of your own: a city's, a bank's.
    Table {
        /// Rows in any order; the latest that has begun counts.
        #[boundary(required)]
        rows: Vec<DownPaymentRow>,
    },
}

/// A least down payment from a day on.
#[boundary]
pub struct DownPaymentRow {
    /// First day it is in force.
    pub from: Date,
    /// For this home of the household (1, 2, 3…); for all others if absent.
    pub home_count: Option<u32>,
    /// Share of the price: 0.15 is 15 %. 5 % to 100 % is usual.
    pub ratio: Rate,
    /// What sets it: a notice, a bank's terms.
    pub source: Option<Label>,
}

/// The least down payment that counts on a day.
pub(crate) struct LeastDownPayment<'a> {
    pub(crate) ratio: Rate,
    pub(crate) source: Option<&'a str>,
}

impl DownPaymentPolicy {
    /// The latest row that has begun; of two from the same day the one for this home. `None` if
    /// none has begun.
    pub(crate) fn least(&self, day: Date, home: u32) -> Option<LeastDownPayment<'_>> {
        let fits = |count: Option<u32>| count.is_none_or(|count| count == home);
        match self {
            DownPaymentPolicy::National {} => {
                let rows = NATIONAL_MINIMUM.iter().filter(|row| fits(row.home_count));
                let from = |row: &&MinimumRow| Date::from_ymd(row.from.0, row.from.1, row.from.2);
                let row = in_force(rows, day, from, |row| row.home_count.is_some())?;
                Some(LeastDownPayment { ratio: row.ratio, source: Some(row.source) })
            }
            DownPaymentPolicy::Table { rows } => {
                let rows = rows.iter().filter(|row| fits(row.home_count));
                let row = in_force(rows, day, |row| row.from, |row| row.home_count.is_some())?;
                Some(LeastDownPayment { ratio: row.ratio, source: row.source.as_deref() })
            }
        }
    }

    /// An error for every row that cannot be, at its place in the policy.
    pub(crate) fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let DownPaymentPolicy::Table { rows } = self else { return errors };
        for (at, row, again) in with_repeats(rows, |row| (row.from, row.home_count)) {
            let mut wrong = |error: Error| errors.push(error.at(at).at("rows"));
            share_from_zero("ratio", row.ratio).map(&mut wrong);
            if row.home_count == Some(0) {
                wrong(Error::new(Code::PaymentHomeCount).at("home_count"));
            }
            if again.is_some() {
                wrong(Error::new(Code::PaymentPolicyTwice).with("from", row.from).at("from"));
            }
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn least(policy: &DownPaymentPolicy, day: &str, home: u32) -> Option<String> {
        policy.least(day.parse().unwrap(), home).map(|least| least.ratio.to_string())
    }

    #[test]
    fn the_national_minimum_by_day_and_home() {
        for (day, first, second) in [
            ("2023-08-30", None, None),
            ("2023-08-31", Some("0.2"), Some("0.3")),
            ("2024-05-16", Some("0.2"), Some("0.3")),
            ("2024-05-17", Some("0.15"), Some("0.25")),
            ("2024-09-23", Some("0.15"), Some("0.25")),
            ("2024-09-24", Some("0.15"), Some("0.15")),
            ("2026-11-21", Some("0.15"), Some("0.15")),
        ] {
            let policy = DownPaymentPolicy::National {};
            assert_eq!(least(&policy, day, 1).as_deref(), first, "{day}");
            assert_eq!(least(&policy, day, 2).as_deref(), second, "{day}");
            assert_eq!(least(&policy, day, 3).as_deref(), second, "{day}");
        }
    }

    #[test]
    fn rows_of_a_table_in_any_order() {
        let row = |from: &str, home_count, ratio: &str| DownPaymentRow {
            from: from.parse().unwrap(),
            home_count,
            ratio: ratio.parse().unwrap(),
            source: None,
        };
        let rows = vec![
            row("2026-01-01", None, "0.3"),
            row("2026-01-01", Some(1), "0.2"),
            row("2025-01-01", Some(2), "0.4"),
        ];
        let mut policy = DownPaymentPolicy::Table { rows };
        assert_eq!(least(&policy, "2025-06-01", 1), None);
        assert_eq!(least(&policy, "2025-06-01", 2).as_deref(), Some("0.4"));
        assert_eq!(least(&policy, "2026-01-01", 1).as_deref(), Some("0.2"));
        assert_eq!(least(&policy, "2026-01-01", 2).as_deref(), Some("0.3"));
        let DownPaymentPolicy::Table { rows } = &mut policy else { unreachable!() };
        rows.push(row("2026-01-01", Some(1), "1.1"));
        rows.push(row("2026-02-01", Some(0), "-0.1"));
        let errors = policy.check();
        let found: Vec<_> = errors.iter().map(|e| (e.code(), e.path())).collect();
        let at = |field: &'static str| format!("/rows/{field}");
        assert_eq!(
            found,
            [
                (Code::PaymentRatio, at("3/ratio")),
                (Code::PaymentPolicyTwice, at("3/from")),
                (Code::PaymentRatio, at("4/ratio")),
                (Code::PaymentHomeCount, at("4/home_count")),
            ]
        );
    }
}
