//! Periods by their names: `2026-03`, `2026-W10`, `2026-01..2026-03`.

use super::args::Each;
use crate::values::Said;
use kaipan::Date;
use kaipan::kpi::{KpiPeriod, PeriodKind, PeriodSeries};

/// Kinds of periods that have names of their own.
const NAMED: [PeriodKind; 6] = [
    PeriodKind::Day,
    PeriodKind::Week,
    PeriodKind::Month,
    PeriodKind::Quarter,
    PeriodKind::HalfYear,
    PeriodKind::Year,
];

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// What the period is; none of one from a day to another.
    pub(crate) kind: Option<PeriodKind>,
    /// Its first day.
    pub(crate) from: Date,
    /// Its last day.
    pub(crate) to: Date,
}

impl Each {
    /// As the library calls it.
    pub(crate) const fn kind(self) -> PeriodKind {
        match self {
            Each::Day => PeriodKind::Day,
            Each::Week => PeriodKind::Week,
            Each::Month => PeriodKind::Month,
            Each::Quarter => PeriodKind::Quarter,
            Each::HalfYear => PeriodKind::HalfYear,
            Each::Year => PeriodKind::Year,
        }
    }
}

/// Reads the value of `--period`.
pub(crate) fn asked(text: &str) -> Result<Asked, Said> {
    let found = match text.split_once("..") {
        Some((from, to)) => {
            let ends = named(from.trim()).zip(named(to.trim()));
            let ends = ends.filter(|((_, first), (_, last))| first.from <= last.to);
            ends.map(|((kind, first), (other, last))| Asked {
                kind: (kind == other && kind != PeriodKind::Day).then_some(kind),
                from: first.from,
                to: last.to,
            })
        }
        None => named(text.trim()).map(|(kind, period)| Asked {
            kind: Some(kind),
            from: period.from,
            to: period.to,
        }),
    };
    found.ok_or_else(|| {
        Said::new(
            "应写成“2026”“2026-H1”“2026-Q1”“2026-03”“2026-W10”“2026-03-09”，或“2026-01..2026-03”，先早后晚",
            "it is written 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W10, 2026-03-09, or \
             2026-01..2026-03, the earlier one first",
        )
    })
}

/// The period of a kind that a day is in.
pub(crate) fn around(kind: PeriodKind, day: Date) -> Option<KpiPeriod> {
    let year: i32 = day.to_string().split('-').next()?.parse().ok()?;
    let periods = periods(kind, year)?;
    periods.into_iter().find(|period| period.from <= day && day <= period.to)
}

fn named(text: &str) -> Option<(PeriodKind, KpiPeriod)> {
    let day = Date::as_written(text).map(|day| day.to_string());
    let text = day.as_deref().unwrap_or(text);
    let year: i32 = text.split('-').next()?.parse().ok()?;
    let found = |kind: PeriodKind| {
        let periods = periods(kind, year)?;
        let own = periods.into_iter().find(|period| period.name.eq_ignore_ascii_case(text));
        own.map(|period| (kind, period))
    };
    NAMED.into_iter().find_map(found)
}

/// The periods of a year; a week may begin in the year before.
fn periods(kind: PeriodKind, year: i32) -> Option<Vec<KpiPeriod>> {
    let day = |text: String| text.parse::<Date>().ok();
    let (before, after) = (year.checked_sub(1)?, year.checked_add(1)?);
    let (from, to) = match kind {
        PeriodKind::Week => (format!("{before:04}-12-20"), format!("{after:04}-01-10")),
        _ => (format!("{year:04}-01-01"), format!("{year:04}-12-31")),
    };
    PeriodSeries::new(kind, day(from)?, day(to)?).periods().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_known_by_their_names() {
        for (text, kind, from, to) in [
            ("2026", Some(PeriodKind::Year), "2026-01-01", "2026-12-31"),
            ("2026-h2", Some(PeriodKind::HalfYear), "2026-07-01", "2026-12-31"),
            ("2026-Q1", Some(PeriodKind::Quarter), "2026-01-01", "2026-03-31"),
            ("2026-02", Some(PeriodKind::Month), "2026-02-01", "2026-02-28"),
            ("2026-W01", Some(PeriodKind::Week), "2025-12-29", "2026-01-04"),
            ("2026-W53", Some(PeriodKind::Week), "2026-12-28", "2027-01-03"),
            ("2026/3/9", Some(PeriodKind::Day), "2026-03-09", "2026-03-09"),
            ("2026-01..2026-03", Some(PeriodKind::Month), "2026-01-01", "2026-03-31"),
            ("2026-03-02 .. 2026-03-20", None, "2026-03-02", "2026-03-20"),
            ("2026-W10..2026-03", None, "2026-03-02", "2026-03-31"),
        ] {
            let asked = asked(text).unwrap();
            let days = (asked.from.to_string(), asked.to.to_string());
            assert_eq!((asked.kind, days), (kind, (from.to_owned(), to.to_owned())), "{text}");
        }
        for wrong in ["", "3月", "2026-13", "2026-W54", "2026-03..2026-01", "..", "heute"] {
            assert!(asked(wrong).is_err(), "{wrong}");
        }
    }
}
