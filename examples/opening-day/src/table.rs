//! What is shown while a day runs: a line a second, the columns aligned in both languages.

use crate::failure::say;
use crate::run::{Accident, Counts};
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
        let table = Table { lang, opened, last: Duration::ZERO, before: Counts::default() };
        table.line(HEADINGS.map(|(zh, en)| say(lang, zh, en).to_owned()));
        table
    }

    /// Shows a line, if a second has passed.
    pub(crate) fn row(&mut self, counts: &Counts) {
        let time = self.opened.elapsed();
        let passed = time.saturating_sub(self.last);
        if passed >= Duration::from_secs(1) {
            self.counted(time, counts, &self.before, passed);
            (self.last, self.before) = (time, *counts);
        }
    }

    /// Shows the whole day as the last line: rates are those of the day.
    pub(crate) fn end(&self, counts: &Counts, time: Duration) {
        self.counted(time, counts, &Counts::default(), time);
    }

    /// Tells of an accident.
    pub(crate) fn accident(&self, accident: &Accident) {
        let workers = match accident.workers {
            0 => String::new(),
            usize::MAX => say(self.lang, "所有工作进程被杀", "all workers are killed").to_owned(),
            1 => say(self.lang, "1 个工作进程被杀", "1 worker is killed").to_owned(),
            many if self.lang == Lang::Zh => format!("{many} 个工作进程被杀"),
            many => format!("{many} workers are killed"),
        };
        let database = accident.database;
        let database = database.then(|| {
            say(self.lang, "数据库被杀，已重启", "the database is killed and started anew")
        });
        let told = [Some(workers.as_str()).filter(|text| !text.is_empty()), database];
        let told: Vec<&str> = told.into_iter().flatten().collect();
        println!("  ! {}", told.join(say(self.lang, "，", ", ")));
    }

    fn counted(&self, time: Duration, counts: &Counts, before: &Counts, passed: Duration) {
        let rate = |now: usize, before: usize| {
            // A rate for a person to read; nothing is computed from it.
            let more = u32::try_from(now.saturating_sub(before)).unwrap_or(u32::MAX);
            format!("{:.1}", f64::from(more) / passed.as_secs_f64())
        };
        self.line([
            format!("{:.1}", time.as_secs_f64()),
            counts.done.to_string(),
            counts.sales.to_string(),
            rate(counts.sales, before.sales),
            counts.conflicts.to_string(),
            rate(counts.conflicts, before.conflicts),
            counts.retries.to_string(),
            rate(counts.retries, before.retries),
            counts.found.to_string(),
        ]);
    }

    fn line(&self, cells: [String; 9]) {
        let cells = cells.iter().zip(HEADINGS).map(|(cell, (zh, en))| {
            let width = say(self.lang, zh, en).width().max(6);
            let spaces = width.saturating_sub(cell.width());
            " ".repeat(spaces) + cell
        });
        println!("  {}", cells.collect::<Vec<_>>().join("  "));
    }
}
