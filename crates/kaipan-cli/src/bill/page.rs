//! A page to print with prices before and after, of a bill or a comparison.

use super::table::{Cells, Column, SUMS};
use crate::price::names::Names;
use crate::price::page::{document, findings, tables};
use crate::price::report::{Cell, Report, Row, Tone};
use crate::text::Say;
use kaipan::error::{Finding, Lang};
use kaipan::pricing::{ChangeSummary, SummaryGroup};

/// What stands on a page besides its tables.
pub(crate) struct Page<'a> {
    /// What it is: a bill with its number, a comparison.
    pub(crate) title: String,
    /// Labels with what they say.
    pub(crate) facts: Vec<(&'static str, String)>,
    /// What is left out, a line for each reason, below its heading.
    pub(crate) left_out: Option<(String, Vec<String>)>,
    /// What a person should read.
    pub(crate) findings: &'a [Finding],
}

impl Page<'_> {
    /// The page.
    pub(crate) fn write<T>(
        &self,
        (columns, homes): (&[Column<T>], &[T]),
        sums: &[ChangeSummary],
        names: &Names,
        lang: Lang,
    ) -> String {
        let of_sums = |sum: &ChangeSummary| match sum.group {
            SummaryGroup::Overall => Tone::Overall,
            _ => Tone::Plain,
        };
        let before_and_after = lang.say("前后对照", "Before and after");
        let sums = report(before_and_after, (SUMS, sums), names, lang, of_sums);
        let every = lang.say("逐套", "Homes");
        let homes = report(every, (columns, homes), names, lang, |_| Tone::Plain);
        document(lang, &names.project.name, &self.title, |html| {
            html.block("dl", "facts", |html| {
                for (label, text) in &self.facts {
                    html.leaf("dt", "", label);
                    html.leaf("dd", "", text);
                }
            });
            tables::write(html, &sums);
            if let Some((heading, lines)) = &self.left_out {
                html.block("section", "", |html| {
                    html.leaf("h2", "", heading);
                    lines.iter().for_each(|line| html.leaf("p", "", line));
                });
            }
            findings::write(html, lang, self.findings);
            tables::write(html, &homes);
        })
    }
}

/// A table as a report shows it.
fn report<T>(
    title: &'static str,
    (columns, rows): (&[Column<T>], &[T]),
    names: &Names,
    lang: Lang,
    tone: impl Fn(&T) -> Tone,
) -> Report {
    let row = |of: &T| Row {
        cells: columns.iter().map(|column| cell(column, of, names, lang)).collect(),
        tone: tone(of),
    };
    Report {
        title,
        columns: columns.iter().map(|column| column.heading(lang)).collect(),
        rows: rows.iter().map(row).collect(),
    }
}

fn cell<T>(column: &Column<T>, of: &T, names: &Names, lang: Lang) -> Cell {
    let text = (column.value)(of, names, lang);
    if text.is_empty() {
        return Cell::Empty;
    }
    match column.cells {
        Cells::Text => Cell::Text(text),
        Cells::Count => Cell::Count(text),
        Cells::Amount => Cell::Amount(text),
        Cells::Change => Cell::Change(text),
        Cells::Share => text.parse().map_or(Cell::Text(text), Cell::Share),
    }
}
