//! A table of the report.

use crate::html::Html;
use crate::layout::{amount, group, signed};
use crate::price::report::{Cell, Report, Row, Tone};
use crate::price::summary::percent;
use kaipan::error::Severity;

/// A section with the table.
pub(crate) fn write(html: &mut Html, report: &Report) {
    html.block("section", "", |html| {
        html.leaf("h2", "", report.title);
        html.block("table", "", |html| {
            html.block("thead", "", |html| {
                html.block("tr", "", |html| {
                    for title in &report.columns {
                        html.leaf("th", "", title);
                    }
                });
            });
            html.block("tbody", "", |html| {
                for row in &report.rows {
                    html.block("tr", of_row(row), |html| {
                        for cell in &row.cells {
                            html.leaf("td", of_cell(cell), &shown(cell));
                        }
                    });
                }
            });
        });
    });
}

/// What a cell says.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => group(count),
        Cell::Amount(figure) => amount(figure),
        Cell::Change(figure) => signed(&group(figure)),
        Cell::Share(share) => percent(*share),
    }
}

fn of_cell(cell: &Cell) -> &'static str {
    match cell {
        Cell::Empty | Cell::Text(_) => "",
        _ => "n",
    }
}

fn of_row(row: &Row) -> &'static str {
    match row.tone {
        Tone::Overall => "overall",
        Tone::Severity(kind) => of_severity(kind),
        Tone::Plain | Tone::State(_) => "",
    }
}

/// The class of a severity.
pub(super) fn of_severity(kind: Severity) -> &'static str {
    match kind {
        Severity::Violation => "violation",
        Severity::Warning => "warning",
        _ => "note",
    }
}
