//! Looking the rate of a loan up (handbook §4.4).

use super::loan_rate::{LoanRate, RateRow};
use super::published::published;
use crate::error::{At, Code, Error, Result};
use crate::number::Rate;
use crate::{Date, check};
use std::cmp::Reverse;

impl LoanRate {
    /// The annual rate of a loan of so many months, between 0 and 1.
    ///
    /// Of the rows that hold for the term, those of the newest day on or before the date count,
    /// and of these the one with the shortest term: rows of one day belong together.
    pub(crate) fn of_term(&self, months: u32) -> Result<Rate> {
        match self {
            LoanRate::Annual { annual } => in_range(*annual).at("annual"),
            LoanRate::Preset { preset, date, spread } => {
                let rows = published().filter(|row| row.preset == preset.published());
                let mut rows = rows.map(|row| (row.from, row.max_months, row.annual));
                spread_on(in_force(&mut rows, given(*date)?, months).at("date")?, *spread)
            }
            LoanRate::Table { rows, date, spread } => {
                check_rows(rows)?;
                let mut rows = rows.iter().map(|row| (row.from, row.max_months, row.annual));
                spread_on(in_force(&mut rows, given(*date)?, months).at("date")?, *spread)
            }
        }
    }
}

/// A rate that a loan can have.
pub(crate) fn in_range(annual: Rate) -> Result<Rate> {
    if (Rate::ZERO..=Rate::ONE).contains(&annual) {
        return Ok(annual);
    }
    Err(Error::new(Code::LoanRate).with("value", annual))
}

fn spread_on(found: Rate, spread: Rate) -> Result<Rate> {
    let sum = found.checked_add(spread).ok_or_else(|| Error::new(Code::NumberOverflow));
    sum.and_then(in_range).at("spread")
}

/// The day that a rate is looked up for.
fn given(date: Option<Date>) -> Result<Date> {
    date.ok_or_else(|| Error::new(Code::LoanRateDate).at("date"))
}

type DatedRate = (Date, Option<u32>, Rate);

fn in_force(rows: &mut dyn Iterator<Item = DatedRate>, date: Date, months: u32) -> Result<Rate> {
    let rows = rows.filter(|(_, most, _)| most.is_none_or(|most| months <= most));
    let rows: Vec<DatedRate> = rows.collect();
    // No limit is longer than any.
    let shortest = |row: &DatedRate| Reverse(row.1.unwrap_or(u32::MAX));
    let found = check::in_force(rows.iter().copied(), date, |row| row.0, shortest);
    found.map(|(_, _, annual)| annual).ok_or_else(|| {
        let first = rows.iter().map(|row| row.0).min();
        let first = first.map_or_else(|| "-".to_owned(), |first| first.to_string());
        Error::new(Code::LoanNoRate).with("date", date).with("months", months).with("first", first)
    })
}

fn check_rows(rows: &[RateRow]) -> Result<()> {
    let mut errors = Vec::new();
    if rows.is_empty() {
        errors.push(Error::new(Code::LoanRateEmpty));
    }
    for (at, row, again) in check::with_repeats(rows, |row| (row.from, row.max_months)) {
        if let Err(error) = in_range(row.annual) {
            errors.push(error.at("annual").at(at));
        }
        if let Some(first) = again {
            let error = Error::new(Code::LoanRateTwice).with("from", row.from);
            errors.push(error.with("other", first).at("from").at(at));
        }
    }
    Error::collect(errors).at("rows")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::loan::RatePreset;

    fn preset(preset: RatePreset, date: &str, months: u32) -> Result<String> {
        let rate = LoanRate::Preset { preset, date: date.parse().ok(), spread: Rate::ZERO };
        rate.of_term(months).map(|annual| annual.to_string())
    }

    #[test]
    fn handbook_rates() {
        use RatePreset::{Fund, FundFirstHome, FundSecondHome, LprFiveYears, LprOneYear};
        for (which, date, months, annual) in [
            (FundFirstHome, "2025-05-08", 60, "0.021"),
            (FundFirstHome, "2025-05-08", 61, "0.026"),
            (FundFirstHome, "2025-05-07", 360, "0.0285"),
            (FundFirstHome, "2024-05-17", 60, "0.026"),
            (FundFirstHome, "2022-10-01", 360, "0.031"),
            (FundFirstHome, "2015-08-26", 360, "0.0325"),
            (FundSecondHome, "2026-01-01", 12, "0.02525"),
            (FundSecondHome, "2024-05-18", 61, "0.03325"),
            (FundSecondHome, "2024-05-17", 60, "0.03025"),
            (LprFiveYears, "2025-05-19", 360, "0.036"),
            (LprFiveYears, "2019-11-19", 360, "0.0485"),
            (Fund, "2026-09-20", 360, "0.026"),
            (LprOneYear, "2026-09-20", 12, "0.03"),
            (LprOneYear, "2025-05-20", 12, "0.03"),
            (LprOneYear, "2025-05-19", 12, "0.031"),
            (LprOneYear, "2019-08-20", 12, "0.0425"),
        ] {
            assert_eq!(preset(which, date, months).unwrap(), annual, "{which:?} {date} {months}");
        }
        let error = preset(LprFiveYears, "2019-08-19", 360).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::LoanNoRate, "/date"));
        assert!(error.message(crate::error::Lang::En).contains("2019-08-20"));
    }

    #[test]
    fn own_rows_and_spread() {
        let row = |from: &str, max_months, annual: &str| RateRow {
            from: from.parse().unwrap(),
            max_months,
            annual: annual.parse().unwrap(),
        };
        let rate = |rows: &[RateRow], spread: &str| LoanRate::Table {
            rows: rows.to_vec(),
            date: "2026-06-01".parse().ok(),
            spread: spread.parse().unwrap(),
        };
        let rows = [
            row("2026-01-01", None, "0.04"),
            row("2026-01-01", Some(60), "0.03"),
            row("2026-01-01", Some(12), "0.02"),
            row("2026-06-02", None, "0.01"),
        ];
        let annual = |months| rate(&rows, "-0.003").of_term(months).unwrap().to_string();
        assert_eq!([annual(12), annual(13), annual(61)], ["0.017", "0.027", "0.037"]);
        assert_eq!(rate(&rows, "-0.05").of_term(360).unwrap_err().path(), "/spread");
        let bad = [row("2026-01-01", None, "2"), row("2026-01-01", None, "0.1")];
        let error = rate(&bad, "0").of_term(360).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::LoanRate, "/rows/0/annual"));
        assert_eq!(error.others()[0].path(), "/rows/1/from");
        assert_eq!(rate(&[], "0").of_term(360).unwrap_err().code(), Code::LoanRateEmpty);
    }
}
