//! A report as CSV: in UTF-8 with a byte-order mark, text guarded, numbers plain.

use super::cells::{plain, title_with_unit};
use crate::failure::Failure;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::project::spreadsheet_text;
use kaipan::report::{ReportCell, ReportTable};
use std::io;

/// A table as CSV.
///
/// # Errors
/// [`Failure::Output`] if it cannot be written.
pub(super) fn csv(
    titles: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<String, Failure> {
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let refuse = |error: csv::Error| Failure::Output(io::Error::other(error));
    out.write_record(titles).map_err(refuse)?;
    for row in rows {
        out.write_record(row).map_err(refuse)?;
    }
    let bytes =
        out.into_inner().map_err(|error| Failure::Output(io::Error::other(error.to_string())))?;
    String::from_utf8(bytes).map_err(|error| Failure::Output(io::Error::other(error)))
}

/// Text that a spreadsheet would take for something else.
pub(super) fn guarded(text: &str) -> String {
    spreadsheet_text(text).into_owned()
}

/// A report: its rows, and its totals if it has some.
///
/// # Errors
/// As [`csv`].
pub(super) fn of(table: &ReportTable, lang: Lang) -> Result<String, Failure> {
    let titles: Vec<String> =
        table.columns.iter().map(|column| title_with_unit(lang, column)).collect();
    let text = |cell: &ReportCell| match cell {
        ReportCell::Text { .. } => guarded(&plain(lang, cell)),
        _ => plain(lang, cell),
    };
    let line = |cells: &[ReportCell]| cells.iter().map(text).collect::<Vec<_>>();
    let rows = table.rows.iter().map(|row| line(&row.cells));
    let has_totals = table.totals.iter().any(|cell| !matches!(cell, ReportCell::Absent {}));
    let totals = has_totals.then(|| {
        let mut totals = line(&table.totals);
        if let Some(first) = totals.first_mut().filter(|first| first.is_empty()) {
            *first = lang.say("合计", "total").to_owned();
        }
        totals
    });
    csv(&titles, rows.chain(totals))
}
