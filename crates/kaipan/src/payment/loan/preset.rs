//! Published loan rates as data, and looking a rate up (handbook §4.4).

use super::rate::{LoanRate, RatePreset, RateRow};
use crate::Date;
use crate::Label;
use crate::check;
use crate::error::{At, Code, Error, Result};
use crate::number::Rate;
use kaipan_derive::boundary;
use std::cmp::Reverse;

/// A published rate and where it comes from.
#[boundary(answer)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatePresetRow {
    /// Which one.
    pub preset: RatePreset,
    /// First day it is in force.
    pub from: Date,
    /// For loans of at most this many months; for longer ones if absent.
    pub max_months: Option<u32>,
    /// Annual rate, share: 0.035 is 3.5 %.
    pub annual: Rate,
    /// Where it was published, in Chinese.
    pub source: Label,
    /// The same in English.
    pub source_en: Label,
}

/// The published rates that [`LoanRate::Preset`] looks up, with their sources, newest first within
/// each preset: those of one preset, or all of them (handbook §4.4).
///
/// Rates change: a host with newer ones passes rows of its own in [`LoanRate::Table`].
///
/// ```
/// use kaipan::payment::loan::{RatePreset, published_rates};
/// let newest = published_rates(RatePreset::LprFiveYears).remove(0);
/// assert_eq!((newest.from.to_string(), newest.annual.to_string()), ("2025-05-20".into(), "0.035".into()));
/// assert!(published_rates(None).len() > 30);
/// ```
#[must_use]
pub fn published_rates(preset: impl Into<Option<RatePreset>>) -> Vec<RatePresetRow> {
    let wanted = preset.into();
    published().filter(|row| wanted.is_none_or(|wanted| wanted.has(row.preset))).collect()
}

fn published() -> impl Iterator<Item = RatePresetRow> {
    PUBLISHED.iter().flat_map(|publication| {
        let (year, month, day) = publication.from;
        publication.rates.iter().filter_map(move |(max_months, annual)| {
            Some(RatePresetRow {
                preset: publication.preset,
                from: Date::from_ymd(year, month, day)?,
                max_months: *max_months,
                annual: Rate::from_millionths(*annual),
                source: publication.source.into(),
                source_en: publication.source_en.into(),
            })
        })
    })
}

impl RatePreset {
    /// Whether this preset's rates come from the published ones of another.
    fn has(self, published: RatePreset) -> bool {
        let fund = [RatePreset::FundFirstHome, RatePreset::FundSecondHome];
        self == published || self == RatePreset::Fund && fund.contains(&published)
    }

    /// The published rates it is looked up in while the home is not known.
    fn published(self) -> RatePreset {
        if self == RatePreset::Fund { RatePreset::FundFirstHome } else { self }
    }
}

impl LoanRate {
    /// The annual rate of a loan of so many months, between 0 and 1.
    ///
    /// Of the rows that hold for the term, those of the newest day on or before the date count,
    /// and of these the one with the shortest term: rows of one day belong together.
    pub(crate) fn annual(&self, months: u32) -> Result<Rate> {
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
pub(super) fn in_range(annual: Rate) -> Result<Rate> {
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

type Row = (Date, Option<u32>, Rate);

fn in_force(rows: &mut dyn Iterator<Item = Row>, date: Date, months: u32) -> Result<Rate> {
    let rows = rows.filter(|(_, most, _)| most.is_none_or(|most| months <= most));
    let rows: Vec<Row> = rows.collect();
    // No limit is longer than any.
    let shortest = |row: &Row| Reverse(row.1.unwrap_or(u32::MAX));
    let found = check::in_force(rows.iter().copied(), date, |row| row.0, shortest);
    found.map(|(_, _, annual)| annual).ok_or_else(|| {
        let first = rows.iter().map(|row| row.0).min();
        let first = first.map_or_else(|| "-".to_owned(), |first| first.to_string());
        let error = Error::new(Code::LoanNoRate).with("date", date).with("months", months);
        error.with("first", first)
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

/// Rates published on one day: (longest term in months, annual rate in millionths).
struct Publication {
    preset: RatePreset,
    from: (i32, u32, u32),
    rates: &'static [(Option<u32>, i64)],
    source: &'static str,
    source_en: &'static str,
}

macro_rules! published {
    ($($preset:ident $year:literal-$month:literal-$day:literal
        $([$months:literal: $short:literal])? $annual:literal, $source:literal, $source_en:literal;)*) => {
        &[$(Publication {
            preset: RatePreset::$preset,
            from: ($year, $month, $day),
            rates: &[$((Some($months), $short),)? (None, $annual)],
            source: $source,
            source_en: $source_en,
        }),*]
    };
}

// [60: …] is the rate of loans of up to five years. Rates are in millionths: 26_000 is 2.6 %.
// The sources stand in the rows, since hosts show them.
#[rustfmt::skip]
const PUBLISHED: &[Publication] = published! {
    FundFirstHome 2025-5-8 [60: 21_000] 26_000,
        "中国人民银行 2025-05-07 公布：下调个人住房公积金贷款利率 0.25 个百分点，5 月 8 日起",
        "People's Bank of China, 2025-05-07: housing fund loan rates 0.25 points lower from May 8";
    FundFirstHome 2024-5-18 [60: 23_500] 28_500,
        "中国人民银行 2024-05-17 公布：下调个人住房公积金贷款利率 0.25 个百分点，5 月 18 日起",
        "People's Bank of China, 2024-05-17: housing fund loan rates 0.25 points lower from May 18";
    FundFirstHome 2022-10-1 [60: 26_000] 31_000,
        "中国人民银行 2022-09-30 公布：下调首套个人住房公积金贷款利率 0.15 个百分点，10 月 1 日起",
        "People's Bank of China, 2022-09-30: first-home fund loan rates 0.15 points lower from October 1";
    FundFirstHome 2015-8-26 [60: 27_500] 32_500,
        "中国人民银行 2015-08-25 公布：下调存贷款基准利率及个人住房公积金贷款利率，8 月 26 日起",
        "People's Bank of China, 2015-08-25: benchmark and housing fund loan rates lower from August 26";
    // Second home: not below 1.1 times the first-home rate; the rows are that floor.
    FundSecondHome 2025-5-8 [60: 25_250] 30_750,
        "中国人民银行 2025-05-07 公布：第二套不低于 2.525% 和 3.075%，5 月 8 日起",
        "People's Bank of China, 2025-05-07: second home not below 2.525 % and 3.075 % from May 8";
    FundSecondHome 2024-5-18 [60: 27_750] 33_250,
        "中国人民银行 2024-05-17 公布：第二套不低于 2.775% 和 3.325%，5 月 18 日起",
        "People's Bank of China, 2024-05-17: second home not below 2.775 % and 3.325 % from May 18";
    FundSecondHome 2022-10-1 [60: 30_250] 35_750,
        "中国人民银行 2022-09-30 公布：第二套政策不变，不低于 3.025% 和 3.575%",
        "People's Bank of China, 2022-09-30: second home unchanged, not below 3.025 % and 3.575 %";
    FundSecondHome 2015-8-26 [60: 30_250] 35_750,
        "首套利率（2015-08-26 起 2.75% 和 3.25%）的 1.1 倍",
        "1.1 times the first-home rates in force from 2015-08-26 (2.75 % and 3.25 %)";
    // LPR of one year; every published change. It holds from the day of publication.
    LprOneYear 2025-5-20 30_000,
        "全国银行间同业拆借中心 2025-05-20 公布", "National Interbank Funding Center, 2025-05-20";
    LprOneYear 2024-10-21 31_000,
        "全国银行间同业拆借中心 2024-10-21 公布", "National Interbank Funding Center, 2024-10-21";
    LprOneYear 2024-7-22 33_500,
        "全国银行间同业拆借中心 2024-07-22 公布", "National Interbank Funding Center, 2024-07-22";
    LprOneYear 2023-8-21 34_500,
        "全国银行间同业拆借中心 2023-08-21 公布", "National Interbank Funding Center, 2023-08-21";
    LprOneYear 2023-6-20 35_500,
        "全国银行间同业拆借中心 2023-06-20 公布", "National Interbank Funding Center, 2023-06-20";
    LprOneYear 2022-8-22 36_500,
        "全国银行间同业拆借中心 2022-08-22 公布", "National Interbank Funding Center, 2022-08-22";
    LprOneYear 2022-1-20 37_000,
        "全国银行间同业拆借中心 2022-01-20 公布", "National Interbank Funding Center, 2022-01-20";
    LprOneYear 2021-12-20 38_000,
        "全国银行间同业拆借中心 2021-12-20 公布", "National Interbank Funding Center, 2021-12-20";
    LprOneYear 2020-4-20 38_500,
        "全国银行间同业拆借中心 2020-04-20 公布", "National Interbank Funding Center, 2020-04-20";
    LprOneYear 2020-2-20 40_500,
        "全国银行间同业拆借中心 2020-02-20 公布", "National Interbank Funding Center, 2020-02-20";
    LprOneYear 2019-11-20 41_500,
        "全国银行间同业拆借中心 2019-11-20 公布", "National Interbank Funding Center, 2019-11-20";
    LprOneYear 2019-9-20 42_000,
        "全国银行间同业拆借中心 2019-09-20 公布", "National Interbank Funding Center, 2019-09-20";
    LprOneYear 2019-8-20 42_500,
        "全国银行间同业拆借中心 2019-08-20 首次按新机制公布", "National Interbank Funding Center, 2019-08-20, the first under the reformed LPR";
    // LPR of more than five years; every published change. It holds from the day of publication.
    LprFiveYears 2025-5-20 35_000,
        "全国银行间同业拆借中心 2025-05-20 公布", "National Interbank Funding Center, 2025-05-20";
    LprFiveYears 2024-10-21 36_000,
        "全国银行间同业拆借中心 2024-10-21 公布", "National Interbank Funding Center, 2024-10-21";
    LprFiveYears 2024-7-22 38_500,
        "全国银行间同业拆借中心 2024-07-22 公布", "National Interbank Funding Center, 2024-07-22";
    LprFiveYears 2024-2-20 39_500,
        "全国银行间同业拆借中心 2024-02-20 公布", "National Interbank Funding Center, 2024-02-20";
    LprFiveYears 2023-6-20 42_000,
        "全国银行间同业拆借中心 2023-06-20 公布", "National Interbank Funding Center, 2023-06-20";
    LprFiveYears 2022-8-22 43_000,
        "全国银行间同业拆借中心 2022-08-22 公布", "National Interbank Funding Center, 2022-08-22";
    LprFiveYears 2022-5-20 44_500,
        "全国银行间同业拆借中心 2022-05-20 公布", "National Interbank Funding Center, 2022-05-20";
    LprFiveYears 2022-1-20 46_000,
        "全国银行间同业拆借中心 2022-01-20 公布", "National Interbank Funding Center, 2022-01-20";
    LprFiveYears 2020-4-20 46_500,
        "全国银行间同业拆借中心 2020-04-20 公布", "National Interbank Funding Center, 2020-04-20";
    LprFiveYears 2020-2-20 47_500,
        "全国银行间同业拆借中心 2020-02-20 公布", "National Interbank Funding Center, 2020-02-20";
    LprFiveYears 2019-11-20 48_000,
        "全国银行间同业拆借中心 2019-11-20 公布", "National Interbank Funding Center, 2019-11-20";
    LprFiveYears 2019-8-20 48_500,
        "全国银行间同业拆借中心 2019-08-20 首次按新机制公布", "National Interbank Funding Center, 2019-08-20, the first under the reformed LPR";
};

#[cfg(test)]
mod tests {
    use super::*;

    fn preset(preset: RatePreset, date: &str, months: u32) -> Result<String> {
        let rate = LoanRate::Preset { preset, date: date.parse().ok(), spread: Rate::ZERO };
        rate.annual(months).map(|annual| annual.to_string())
    }

    #[test]
    fn every_publication_is_a_date_and_newest_first() {
        let rows: usize = PUBLISHED.iter().map(|publication| publication.rates.len()).sum();
        assert_eq!(published().count(), rows);
        for pair in PUBLISHED.windows(2).filter(|pair| pair[0].preset == pair[1].preset) {
            assert!(pair[0].from > pair[1].from);
        }
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
        let annual = |months| rate(&rows, "-0.003").annual(months).unwrap().to_string();
        assert_eq!([annual(12), annual(13), annual(61)], ["0.017", "0.027", "0.037"]);
        assert_eq!(rate(&rows, "-0.05").annual(360).unwrap_err().path(), "/spread");
        let bad = [row("2026-01-01", None, "2"), row("2026-01-01", None, "0.1")];
        let error = rate(&bad, "0").annual(360).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::LoanRate, "/rows/0/annual"));
        assert_eq!(error.others()[0].path(), "/rows/1/from");
        assert_eq!(rate(&[], "0").annual(360).unwrap_err().code(), Code::LoanRateEmpty);
    }
}
