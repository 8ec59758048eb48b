//! The cells of a table, whether they come from CSV text or from a sheet.

mod csv_rows;
mod merged;

pub(super) use csv_rows::{CsvRows, delimiter};

use super::guard::content;
use super::worksheet::{CellKind, SheetCell, Worksheet, column_letters};
use crate::error::{Input, InputPlace};
use merged::Merged;
use std::borrow::Cow;

/// A cell as it is looked at: its text without spaces and guards, and its kind.
pub(super) struct Seen<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) kind: CellKind,
}

impl Seen<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

enum Cells<'a> {
    Csv(&'a CsvRows<'a>),
    Sheet { sheet: &'a Worksheet, at: usize, merged: Merged },
}

/// A table. Rows and columns are counted from 0.
pub(super) struct Source<'a> {
    cells: Cells<'a>,
    columns: usize,
}

impl<'a> Source<'a> {
    pub(super) fn csv(rows: &'a CsvRows<'a>) -> Source<'a> {
        let columns = (0..rows.len()).map(|row| rows.width(row)).max().unwrap_or(0);
        Source { cells: Cells::Csv(rows), columns }
    }

    /// The sheet of this number among those that a host gave.
    pub(super) fn sheet(sheet: &'a Worksheet, at: usize) -> Source<'a> {
        let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        Source { cells: Cells::Sheet { sheet, at, merged: Merged::of(sheet) }, columns }
    }

    pub(super) fn rows(&self) -> usize {
        match &self.cells {
            Cells::Csv(rows) => rows.len(),
            Cells::Sheet { sheet, .. } => sheet.rows.len(),
        }
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// Cells of a row. (A sheet may have one cell far away from all others.)
    pub(super) fn width(&self, row: usize) -> usize {
        match &self.cells {
            Cells::Csv(rows) => rows.width(row),
            Cells::Sheet { sheet, .. } => sheet.rows.get(row).map_or(0, Vec::len),
        }
    }

    /// Cells of a row of CSV text: there a row of another length than the header is a mistake.
    pub(super) fn strict_width(&self, row: usize) -> Option<usize> {
        match &self.cells {
            Cells::Csv(rows) => Some(rows.width(row)),
            Cells::Sheet { .. } => None,
        }
    }

    /// What stands in the cell itself.
    pub(super) fn cell(&self, row: usize, column: usize) -> Seen<'a> {
        match &self.cells {
            Cells::Csv(rows) => {
                Seen { text: content(rows.cell(row, column)), kind: CellKind::Text }
            }
            Cells::Sheet { sheet, .. } => {
                let cell = sheet.rows.get(row).and_then(|cells| cells.get(column));
                let (text, kind) = cell.map_or(("", CellKind::Text), SheetCell::parts);
                let text = if kind == CellKind::Text { content(text) } else { Cow::Borrowed(text) };
                Seen { text, kind }
            }
        }
    }

    /// The row whose cell holds what an empty one in this place means: merged cells lie over both.
    pub(super) fn merged_from(&self, row: usize, column: usize) -> Option<usize> {
        match &self.cells {
            Cells::Csv(_) => None,
            Cells::Sheet { merged, .. } => merged.first_row(row, column),
        }
    }

    /// Whether merged cells that begin here cover so many columns.
    pub(super) fn is_merged_over(&self, row: usize, column: usize, columns: usize) -> bool {
        self.merged_width(row, column) >= columns
    }

    /// How many columns the merged cells cover that begin here; 1 for a single cell.
    pub(super) fn merged_width(&self, row: usize, column: usize) -> usize {
        match &self.cells {
            Cells::Csv(_) => 1,
            Cells::Sheet { merged, .. } => merged.width(row, column),
        }
    }

    /// A number with a comma that may be a decimal comma: outside quotes, where other signs
    /// separate the cells.
    pub(super) fn may_have_decimal_comma(&self, row: usize, text: &str) -> bool {
        match &self.cells {
            Cells::Csv(rows) => rows.has_bare_comma(row, text),
            Cells::Sheet { .. } => false,
        }
    }

    /// Whether the last cell has swallowed rows for want of a closing quote.
    pub(super) fn ends_in_open_quote(&self) -> bool {
        match &self.cells {
            Cells::Csv(rows) => rows.ends_in_open_quote(),
            Cells::Sheet { .. } => false,
        }
    }

    pub(super) fn name(&self) -> Option<&'a str> {
        match &self.cells {
            Cells::Csv(_) => None,
            Cells::Sheet { sheet, .. } => sheet.name.as_deref(),
        }
    }

    /// The number of a row as a spreadsheet shows it.
    pub(super) fn row_number(&self, row: usize) -> u32 {
        match &self.cells {
            Cells::Csv(rows) => rows.number(row),
            Cells::Sheet { .. } => u32::try_from(row).unwrap_or(u32::MAX).saturating_add(1),
        }
    }

    /// A cell as people name it: `C5`, or `房源!C5` where sheets have names.
    pub(super) fn cell_name(&self, row: usize, column: usize) -> String {
        let (letters, number) = (column_letters(column), self.row_number(row));
        match self.name() {
            Some(name) => format!("{name}!{letters}{number}"),
            None => format!("{letters}{number}"),
        }
    }

    /// The place of a row in what the host gave.
    pub(super) fn place(&self, row: usize) -> InputPlace {
        match &self.cells {
            Cells::Csv(_) => self.whole(),
            Cells::Sheet { .. } => self.whole().then("rows").then(row),
        }
    }

    /// The place of the whole table in what the host gave.
    pub(super) fn whole(&self) -> InputPlace {
        match &self.cells {
            Cells::Csv(_) => InputPlace::of(Input::Csv),
            Cells::Sheet { at, .. } => InputPlace::of(Input::Sheets).then(*at),
        }
    }
}

impl SheetCell {
    fn parts(&self) -> (&str, CellKind) {
        (self.text.as_str(), self.kind)
    }
}
