//! The published loan rates as data (handbook §4.4).

use super::preset::RatePreset;
use crate::number::Rate;
use crate::{Date, Label};
use kaipan_derive::boundary;

/// A published rate and where it comes from.
#[boundary(answer)]
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

/// The published rates that [`LoanRate::Preset`](super::LoanRate::Preset) looks up, with their sources, newest first within
/// each preset: those of one preset, or all of them (handbook §4.4).
///
/// Rates change: a host with newer ones passes rows of its own in [`LoanRate::Table`](super::LoanRate::Table).
///
/// ```
/// use kaipan::payment::loan::{RatePreset, published_rates};
/// let newest = published_rates(RatePreset::LprFiveYears).remove(0);
/// assert_eq!((newest.from.to_string(), newest.annual.to_string()), ("2025-05-20".into(), "0.035".into()));
/// assert!(published_rates(None).len() > 30);
/// ```
pub fn published_rates(preset: impl Into<Option<RatePreset>>) -> Vec<RatePresetRow> {
    let wanted = preset.into();
    published().filter(|row| wanted.is_none_or(|wanted| wanted.has(row.preset))).collect()
}

pub(super) fn published() -> impl Iterator<Item = RatePresetRow> {
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

    #[test]
    fn every_publication_is_a_date_and_newest_first() {
        let rows: usize = PUBLISHED.iter().map(|publication| publication.rates.len()).sum();
        assert_eq!(published().count(), rows);
        for pair in PUBLISHED.windows(2).filter(|pair| pair[0].preset == pair[1].preset) {
            assert!(pair[0].from > pair[1].from);
        }
    }
}
