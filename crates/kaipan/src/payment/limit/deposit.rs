//! How large a deposit can be, as a share of the price and as an amount, by date (handbook §5.4).

use crate::check::{in_force, with_repeats};
use crate::error::{Code, Error};
use crate::number::{Money, Rate};
use crate::payment::bounds::{not_negative, share_from_zero};
use crate::{Date, Label};
use kaipan_derive::boundary;

/// The largest that a deposit (定金) can be.
#[boundary]
pub enum DepositLimit {
    /// What the law allows: 20 % (Civil Code Art. 586).
    Legal {},
    /// Rows of your own: a city's rule, a developer's. What the law allows holds besides: a row can
    /// allow less, and never more.
    Table {
        /// Rows in any order; the latest that has begun counts.
        #[boundary(required)]
        rows: Vec<DepositLimitRow>,
    },
}

/// A largest deposit from a day on: a share of the price, an amount, or both, of which the less
/// counts. The share of the law holds besides, and alone before the first row begins.
#[boundary]
pub struct DepositLimitRow {
    /// First day it is in force.
    pub from: Date,
    /// Share of the price: 0.2 is 20 %; the law's if absent, or if that is less.
    pub ratio: Option<Rate>,
    /// Yuan, whatever the price.
    pub amount: Option<Money>,
    /// What sets it: a notice, a rule of the house.
    pub source: Option<Label>,
}

/// The largest deposits that count on a day.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct LargestDeposit<'a> {
    /// Share of the price.
    pub(crate) ratio: Option<Sourced<'a, Rate>>,
    /// Yuan.
    pub(crate) amount: Option<Sourced<'a, Money>>,
}

/// A limit and what sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sourced<'a, T> {
    pub(crate) limit: T,
    pub(crate) source_zh: &'a str,
    pub(crate) source_en: &'a str,
}

/// First day, share, source in Chinese and English; in order of time.
type LegalRow = ((i32, u32, u32), Rate, &'static str, &'static str);

const LEGAL: &[LegalRow] = &[
    (
        (1995, 10, 1),
        Rate::from_millionths(200_000),
        "担保法第九十一条，超出部分不具有定金效力",
        "by Guarantee Law Art. 91 what is above is no deposit in law",
    ),
    (
        (2021, 1, 1),
        Rate::from_millionths(200_000),
        "民法典第五百八十六条，超出部分不具有定金效力",
        "by Civil Code Art. 586 what is above is no deposit in law",
    ),
];

impl DepositLimit {
    /// What the law allows on a day, and the latest row that has begun where that allows less.
    /// Without a day the law as it stands counts, and no row.
    pub(crate) fn most(&self, day: Option<Date>) -> LargestDeposit<'_> {
        let row = self.row(day);
        let own = row.and_then(|row| Some(row.sourced(row.ratio?)));
        // Of two that are the same the house's own is named.
        let ratio = own.into_iter().chain(legal(day)).min_by_key(|one| one.limit);
        let amount = row.and_then(|row| Some(row.sourced(row.amount?)));
        LargestDeposit { ratio, amount }
    }

    /// The latest row that has begun on a day.
    fn row(&self, day: Option<Date>) -> Option<&DepositLimitRow> {
        match self {
            DepositLimit::Legal {} => None,
            DepositLimit::Table { rows } => in_force(rows.iter(), day?, |row| row.from, |_| ()),
        }
    }

    /// Its rows hang on a day.
    pub(crate) fn needs_day(&self) -> bool {
        matches!(self, DepositLimit::Table { .. })
    }

    /// It has rows, and none has begun on this day.
    pub(crate) fn has_no_row(&self, day: Date) -> bool {
        self.needs_day() && self.row(Some(day)).is_none()
    }

    /// An error for every row that cannot be, at its place in the limit.
    pub(crate) fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let DepositLimit::Table { rows } = self else { return errors };
        for (at, row, again) in with_repeats(rows, |row| row.from) {
            let mut wrong = |error: Error| errors.push(error.at(at).at("rows"));
            row.ratio.and_then(|ratio| share_from_zero("ratio", ratio)).map(&mut wrong);
            row.amount.and_then(|amount| not_negative("amount", amount)).map(&mut wrong);
            if row.ratio.is_none() && row.amount.is_none() {
                wrong(Error::new(Code::PaymentDepositLimitEmpty).at("ratio"));
            }
            if again.is_some() {
                wrong(Error::new(Code::PaymentDepositLimitTwice).with("from", row.from).at("from"));
            }
        }
        errors
    }
}

impl DepositLimitRow {
    fn sourced<T>(&self, limit: T) -> Sourced<'_, T> {
        Sourced {
            limit,
            source_zh: self.source.as_deref().unwrap_or("销售政策"),
            source_en: self.source.as_deref().unwrap_or("sales policy"),
        }
    }
}

/// The share that the law allows on a day; as it stands now without one.
fn legal(day: Option<Date>) -> Option<Sourced<'static, Rate>> {
    let begun = LEGAL.iter().rev().find(|((year, month, first), ..)| {
        day.is_none() || Date::from_ymd(*year, *month, *first) <= day
    });
    begun.map(|(_, limit, source_zh, source_en)| Sourced { limit: *limit, source_zh, source_en })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(from: &str, ratio: &str) -> DepositLimitRow {
        let (from, ratio) = (from.parse().unwrap(), ratio.parse().unwrap());
        DepositLimitRow { from, ratio: Some(ratio), amount: None, source: None }
    }

    #[test]
    fn the_law_by_day() {
        let most = |day: Option<&str>| {
            let most = DepositLimit::Legal {}.most(day.map(|day| day.parse().unwrap()));
            most.ratio.map(|ratio| (ratio.limit.to_string(), ratio.source_zh))
        };
        let (law, code) = (LEGAL[0].2, LEGAL[1].2);
        for (day, source) in [
            (Some("1995-09-30"), None),
            (Some("1995-10-01"), Some(law)),
            (Some("2020-12-31"), Some(law)),
            (Some("2021-01-01"), Some(code)),
            (None, Some(code)),
        ] {
            assert_eq!(most(day), source.map(|source| ("0.2".to_owned(), source)), "{day:?}");
        }
    }

    #[test]
    fn rows_of_a_table_in_any_order() {
        let rows = vec![row("2026-01-01", "0.1"), row("2025-01-01", "0.15")];
        let policy = DepositLimit::Table { rows };
        let most = |day: Option<&str>| {
            let most = policy.most(day.map(|day| day.parse().unwrap()));
            most.ratio.map(|ratio| ratio.limit.to_string())
        };
        assert_eq!(most(Some("2024-12-31")).as_deref(), Some("0.2"), "the law's");
        assert_eq!(most(Some("2025-12-31")).as_deref(), Some("0.15"));
        assert_eq!(most(Some("2026-01-01")).as_deref(), Some("0.1"));
        assert_eq!(most(None).as_deref(), Some("0.2"), "the law's");
        let rows = vec![row("2026-01-01", "0.1"), row("2026-01-01", "1.1")];
        let errors = DepositLimit::Table { rows }.check();
        let found: Vec<_> = errors.iter().map(|e| (e.code(), e.path())).collect();
        let at = |field: &'static str| format!("/rows/1/{field}");
        assert_eq!(
            found,
            [(Code::PaymentRatio, at("ratio")), (Code::PaymentDepositLimitTwice, at("from")),]
        );
    }
}
