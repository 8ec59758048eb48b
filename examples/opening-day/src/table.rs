//! What is shown while a day runs: a line a second, the columns aligned in both languages.

use crate::failure::say;
use crate::run::Counts;
use kaipan::error::Lang;
use std::time::{Duration, Instant};
use unicode_width::UnicodeWidthStr;

const HEADINGS: [(&str, &str); 9] = [
    ("秒", "second"),
    ("办完", "buyers"),
    ("成交", "sales"),
    ("每秒成交", "sales/s"),
    ("冲突", "conflicts"),
    ("每秒冲突", "conflicts/s"),
    ("重试", "retries"),
    ("每秒重试", "retries/s"),
    ("断线已办", "done unheard"),
];

/// The table of a day.
#[derive(Debug)]
pub(crate) struct Table {
    lang: Lang,
    opened: Instant,
    /// When the last line was shown, and what it said.
    last: Duration,
    before: Counts,
}

impl Table {
    /// Shows the headings.
    pub(crate) fn begin(lang: Lang, opened: Instant) -> Table {
        println!("{}", line(lang, &HEADINGS.map(|(zh, en)| say(lang, zh, en).to_owned())));
        Table { lang, opened, last: Duration::ZERO, before: Counts::default() }
    }

    /// Shows a line, if a second has passed.
    pub(crate) fn row(&mut self, counts: &Counts) {
        let time = self.opened.elapsed();
        let passed = time.saturating_sub(self.last);
        if passed >= Duration::from_secs(1) {
            println!("{}", line(self.lang, &cells(time, counts, &self.before, passed)));
            (self.last, self.before) = (time, *counts);
        }
    }

    /// Shows the whole day.
    pub(crate) fn end(&self, counts: &Counts, time: Duration) {
        println!("{}", whole_day(self.lang, counts, time));
    }

    /// Tells of an accident.
    pub(crate) fn accident(&self, workers: usize, database: bool) {
        println!("  ! {}", told(self.lang, workers, database));
    }
}

/// What has gone wrong.
fn told(lang: Lang, workers: usize, database: bool) -> String {
    let workers = match (workers, lang) {
        (0, _) => None,
        (1, _) => Some(say(lang, "1 个工作进程被杀", "1 worker is killed").to_owned()),
        (many, Lang::Zh) => Some(format!("{many} 个工作进程被杀")),
        (many, Lang::En) => Some(format!("{many} workers are killed")),
    };
    let killed = say(lang, "数据库被杀，已重启", "the database is killed and started anew");
    let database = database.then(|| killed.to_owned());
    let told: Vec<String> = [workers, database].into_iter().flatten().collect();
    told.join(say(lang, "，", ", "))
}

/// The rates of a whole day.
fn whole_day(lang: Lang, counts: &Counts, time: Duration) -> String {
    let of_day = |count| rate(count, time);
    let [sales, conflicts, retries] = [counts.sales, counts.conflicts, counts.retries].map(of_day);
    let (seconds, found) = (time.as_secs_f64(), counts.found);
    match lang {
        Lang::Zh => format!(
            "  全天 {seconds:.1} 秒：每秒成交 {sales}，冲突 {conflicts}，重试 {retries}；断线前已办 {found} 条"
        ),
        Lang::En => format!(
            "  whole day {seconds:.1} s: a second {sales} sales, {conflicts} conflicts, {retries} retries; \
             done though the answer was lost: {found}"
        ),
    }
}

fn cells(time: Duration, counts: &Counts, before: &Counts, passed: Duration) -> [String; 9] {
    let more = |now: usize, before: usize| rate(now.saturating_sub(before), passed);
    [
        format!("{:.1}", time.as_secs_f64()),
        counts.done.to_string(),
        counts.sales.to_string(),
        more(counts.sales, before.sales),
        counts.conflicts.to_string(),
        more(counts.conflicts, before.conflicts),
        counts.retries.to_string(),
        more(counts.retries, before.retries),
        counts.found.to_string(),
    ]
}

/// A rate for a person to read; nothing is computed from it.
fn rate(count: usize, time: Duration) -> String {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    format!("{:.1}", f64::from(count) / time.as_secs_f64())
}

/// Cells under their headings, at the right.
fn line(lang: Lang, cells: &[String; 9]) -> String {
    let cells = cells.iter().zip(HEADINGS).map(|(cell, (zh, en))| {
        let width = say(lang, zh, en).width().max(6);
        " ".repeat(width.saturating_sub(cell.width())) + cell
    });
    format!("  {}", cells.collect::<Vec<_>>().join("  "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(sales: usize, conflicts: usize) -> Counts {
        Counts { sales, conflicts, ..Counts::default() }
    }

    #[test]
    fn numbers_stand_under_their_headings_in_both_languages() {
        let (before, now) = (counted(10, 0), counted(40, 5));
        let cells = cells(Duration::from_secs(4), &now, &before, Duration::from_secs(2));
        assert_eq!((&cells[3][..], &cells[5][..]), ("15.0", "2.5"));
        for lang in [Lang::Zh, Lang::En] {
            let headings = line(lang, &HEADINGS.map(|(zh, en)| say(lang, zh, en).to_owned()));
            assert_eq!(headings.width(), line(lang, &cells).width());
        }
    }

    #[test]
    fn accidents_are_told_in_words() {
        let database = "the database is killed and started anew";
        assert_eq!(told(Lang::En, 1, true), format!("1 worker is killed, {database}"));
        assert_eq!(told(Lang::Zh, 2, false), "2 个工作进程被杀");
        assert_eq!(told(Lang::Zh, 0, true), "数据库被杀，已重启");
    }

    #[test]
    fn a_day_is_told_by_its_rates() {
        let told = whole_day(Lang::En, &counted(30, 6), Duration::from_secs(3));
        assert!(told.contains("3.0 s: a second 10.0 sales, 2.0 conflicts, 0.0 retries"), "{told}");
    }
}
