//! Values of options, and why one cannot be.

use kaipan::error::Lang;
use kaipan::number::{
    Figure, Money, Rate, UnitPrice, parse_amount, parse_discount, parse_unit_price,
};
use kaipan::project::FloorRange;
use kaipan::{Date, Text, Time};
use std::path::PathBuf;
use std::str::FromStr;

/// Why a value cannot be, in both languages.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{en} / {zh}")]
pub(crate) struct Said {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Said {
    pub(crate) fn new(zh: impl Into<String>, en: impl Into<String>) -> Said {
        Said { zh: zh.into(), en: en.into() }
    }
}

pub(crate) fn average(text: &str) -> Result<UnitPrice, Said> {
    match said(parse_unit_price(text))? {
        price if price.is_positive() => Ok(price),
        _ => Err(Said::new("必须大于零", "it must be greater than zero")),
    }
}

/// A floor price as a share of the list price: `92%`, `92折` or `0.92`. A bare `92` is neither.
pub(crate) fn floor_rate(text: &str) -> Result<Rate, Said> {
    let folded = Text::from(text);
    let number = folded.as_str();
    let rate = match number.strip_suffix('%') {
        Some(percent) => share_of_percent(percent.trim_end()),
        None if number.ends_with('折') => parse_discount(number).ok(),
        None => number.parse().ok(),
    };
    let is_share = |rate: &Rate| rate.is_positive() && *rate <= Rate::ONE;
    rate.filter(is_share).ok_or_else(|| {
        // A bare 92 is a percentage that has lost its sign.
        let percent = share_of_percent(number).filter(is_share);
        let meant = percent.filter(|rate| *rate > Rate::from_millionths(10_000));
        let [zh, en] = match meant {
            Some(_) => [format!("，是否指“{number}%”？"), format!("; did you mean {number}%?")],
            None => Default::default(),
        };
        Said::new(
            format!("底价占表价的比例写作“92%”“92折”或“0.92”，大于 0、不超过 100%{zh}"),
            format!(
                "the share of the list price is written 92% or 0.92, above 0 and at most 100%{en}"
            ),
        )
    })
}

/// A hundredth of a number; none if it has more decimals than a rate keeps.
fn share_of_percent(number: &str) -> Option<Rate> {
    let percent: Rate = number.parse().ok()?;
    let (share, rest) =
        (percent.millionths().checked_div(100)?, percent.millionths().checked_rem(100)?);
    (rest == 0).then(|| Rate::from_millionths(share))
}

/// A name or code: anything that can be seen.
pub(crate) fn named(text: &str) -> Result<Text, Said> {
    let name = Text::from(text);
    if name.is_empty() { Err(Said::new("不能为空", "it must not be empty")) } else { Ok(name) }
}

/// A file of a page, which a browser opens by its name.
pub(crate) fn page(text: &str) -> Result<PathBuf, Said> {
    match ends(text, &["html", "htm"]) {
        true => Ok(PathBuf::from(text)),
        false => Err(Said::new("文件名应以“.html”结尾", "the name of the file must end in .html")),
    }
}

/// A file of CSV text.
pub(crate) fn csv_file(text: &str) -> Result<PathBuf, Said> {
    match ends(text, &["csv"]) {
        true => Ok(PathBuf::from(text)),
        false => Err(Said::new("文件名应以“.csv”结尾", "the name of the file must end in .csv")),
    }
}

/// The name of a file has one of these endings.
fn ends(text: &str, endings: &[&str]) -> bool {
    let ending = std::path::Path::new(text).extension().and_then(|end| end.to_str());
    ending.is_some_and(|end| endings.iter().any(|known| end.eq_ignore_ascii_case(known)))
}

/// A number or date of the core.
pub(crate) fn scalar<T: FromStr<Err = kaipan::Error>>(text: &str) -> Result<T, Said> {
    said(text.parse())
}

/// What the core read, or why not and how to mend it, in both languages.
fn said<T>(read: Result<T, kaipan::Error>) -> Result<T, Said> {
    read.map_err(|error| {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| (error.message(lang), error.hint(lang)));
        Said::new(format!("{}（{}）", zh.0, zh.1), format!("{} ({})", en.0, en.1))
    })
}

/// A whole number from `LOW` to `HIGH`.
pub(crate) fn whole<const LOW: u32, const HIGH: u32>(text: &str) -> Result<u32, Said> {
    text.parse().ok().filter(|number| (LOW..=HIGH).contains(number)).ok_or_else(|| {
        Said::new(
            format!("应为 {LOW} 到 {HIGH} 的整数"),
            format!("it must be a whole number from {LOW} to {HIGH}"),
        )
    })
}

pub(crate) fn width(text: &str) -> Result<u16, Said> {
    whole::<40, 2000>(text).map(|columns| u16::try_from(columns).unwrap_or(u16::MAX))
}

/// Yuan, or 万: `1200000`, `1,200,000元` or `120万`.
pub(crate) fn yuan(text: &str) -> Result<Money, Said> {
    said(parse_amount(text))
}

/// A change in percent: `2`, `2%`, `-1.5`.
pub(crate) fn percent(text: &str) -> Result<Figure, Said> {
    let number = text.trim();
    let number = number.strip_suffix(['%', '％']).map_or(number, str::trim_end);
    said(number.strip_prefix('+').unwrap_or(number).parse())
}

/// Yuan per m², with a sign: `-150元/㎡`.
pub(crate) fn per_area(text: &str) -> Result<UnitPrice, Said> {
    said(parse_unit_price(text))
}

/// Floors: `5`, `18F`, `10-18`, `-2--1`.
pub(crate) fn floors(text: &str) -> Result<FloorRange, Said> {
    FloorRange::as_written(text).ok_or_else(|| {
        Said::new(
            "应写成一层“5”“18F”“B1”，或从低到高的“10-18”；叫“3A”“13A”的楼层，写房源表里的楼层数",
            "it must be a floor, 5, 18F or B1, or floors from low to high, 10-18; a floor that is \
             called 3A is written as the number in the list of homes",
        )
    })
}

/// A day: `2026-07-01`, `2026/7/1`, `2026年7月1日`.
pub(crate) fn date(text: &str) -> Result<Date, Said> {
    Date::as_written(text).map_or_else(|| scalar(text), Ok)
}

/// A day, which means its end, or a moment with or without seconds.
pub(crate) fn moment(text: &str) -> Result<Time, Said> {
    match text.matches(':').count() {
        0 => {
            let day = scalar::<Date>(text)?;
            let end = Time::at(day, 23, 59, 59);
            end.ok_or_else(|| Said::new("没有这一天", "there is no such day"))
        }
        1 => scalar(&format!("{text}:00")),
        _ => scalar(text),
    }
}

/// The target that `--target-average` is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    /// One of the project's, counted from 1.
    Number(usize),
    /// One over the whole project, in place of all others.
    All,
}

pub(crate) fn aim(text: &str) -> Result<Aim, Said> {
    let number = text.parse().ok().filter(|number| *number > 0).map(Aim::Number);
    let aim = if text == "all" { Some(Aim::All) } else { number };
    aim.ok_or_else(|| {
        Said::new("应为从 1 起的编号，或“all”", "it must be a number from 1 on, or \"all\"")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_have_signs_and_floors_have_ends() {
        for (text, value) in [("2", "2"), ("+2%", "2"), ("-1.5", "-1.5"), ("3％", "3")] {
            assert_eq!(percent(text).unwrap().to_string(), value);
        }
        assert!(percent("两").is_err());
        assert_eq!(yuan("-2万").unwrap().to_string(), "-20000.00");
        assert_eq!(per_area("-150元/㎡").unwrap().to_string(), "-150.00");
        let ends = |text: &str| floors(text).ok().map(|range| (range.from, range.to));
        assert_eq!(ends("5"), Some((Some(5), Some(5))));
        assert_eq!(ends("10-18"), Some((Some(10), Some(18))));
        assert_eq!(ends("-2--1"), Some((Some(-2), Some(-1))));
        assert_eq!(ends("-1-3"), Some((Some(-1), Some(3))));
        for text in ["18F", "18层", "第18楼", "１８"] {
            assert_eq!(ends(text), Some((Some(18), Some(18))), "{text}");
        }
        assert_eq!(ends("10层至18层"), Some((Some(10), Some(18))));
        assert!(floors("3A").unwrap_err().zh.contains("3A"));
        assert_eq!(date("2026/7/1").unwrap().to_string(), "2026-07-01");
        assert_eq!(date("2026年7月1日").unwrap().to_string(), "2026-07-01");
        assert!(date("7/1").is_err() && date("2026-02-30").is_err());
        for wrong in ["18-10", "ten", "1-2-3", ""] {
            assert!(floors(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_day_is_its_end() {
        for (text, time) in [
            ("2026-09-01", "2026-09-01T23:59:59"),
            ("2026-09-01T10:00", "2026-09-01T10:00:00"),
            ("2026-09-01T10:00:05", "2026-09-01T10:00:05"),
        ] {
            assert_eq!(moment(text).unwrap().to_string(), time);
        }
        for text in ["2026-02-30", "2026-09-01 10:00", "10:00", "heute"] {
            assert!(moment(text).is_err(), "{text}");
        }
    }

    #[test]
    fn amounts_may_be_in_wan() {
        assert_eq!(yuan("120.5万").unwrap().to_string(), "1205000.00");
        assert_eq!(yuan("1,205,000元").unwrap(), yuan("１２０．５万").unwrap());
        assert_eq!(average("5.1万元/㎡").unwrap(), average("51,000").unwrap());
        assert!(average("0").is_err());
        assert!(yuan("1.2345678万").unwrap_err().en.contains("12,345.678"));
        assert!(yuan("万").unwrap_err().to_string().contains('/'));
        assert!(yuan("99999999999999万").is_err());
    }

    #[test]
    fn floor_rates_are_shares_and_a_bare_92_is_refused_with_its_cure() {
        for text in ["92%", "0.92", "92折", "９２％"] {
            assert_eq!(floor_rate(text).unwrap().to_string(), "0.92", "{text}");
        }
        assert_eq!(floor_rate("40%").unwrap().to_string(), "0.4");
        assert_eq!(floor_rate("92.5%").unwrap().to_string(), "0.925");
        for text in ["92", "1.2", "0", "-5%", "", "920%", "abc", "5点", "减8点"] {
            let said = floor_rate(text).unwrap_err();
            assert!(said.zh.contains('%') && said.en.contains('%'), "{text}: {said}");
            assert!(!said.zh.contains("优惠") && !said.en.contains("discount"), "{text}: {said}");
            assert_eq!(said.zh.contains("是否指“92%”"), text == "92", "{text}: {said}");
        }
    }
}
