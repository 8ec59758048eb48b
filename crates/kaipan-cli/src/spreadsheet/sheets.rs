//! A sheet as it is filled, cell by cell.

use super::refusal::Refusal;
use kaipan::project::{CellKind, MergedCells, SheetCell, Worksheet};

/// Cells that a sheet may have, empty ones before others among them.
const MOST_CELLS: usize = 20_000_000;
/// Rows that a sheet of any format has at most.
const MOST_ROWS: usize = 1_048_576;

/// A sheet that is being read.
pub(super) struct Filling {
    sheet: Worksheet,
    cells: usize,
}

impl Filling {
    pub(super) fn new(name: &str) -> Filling {
        let mut sheet = Worksheet::new(Vec::new());
        sheet.name = Some(name.into());
        Filling { sheet, cells: 0 }
    }

    /// Puts a cell in its place, counted from 0.
    pub(super) fn put(&mut self, at: (u32, u32), cell: SheetCell) -> Result<(), Refusal> {
        let (row, column) = (usize::try_from(at.0), usize::try_from(at.1));
        let (Ok(row), Ok(column)) = (row, column) else { return Err(Refusal::TOO_LARGE) };
        if row >= MOST_ROWS {
            return Err(Refusal::TOO_LARGE);
        }
        if self.sheet.rows.len() <= row {
            self.sheet.rows.resize_with(row.saturating_add(1), Vec::new);
        }
        let Some(cells) = self.sheet.rows.get_mut(row) else { return Ok(()) };
        let more = column.saturating_add(1).saturating_sub(cells.len());
        self.cells = self.cells.saturating_add(more);
        if self.cells > MOST_CELLS {
            return Err(Refusal::TOO_LARGE);
        }
        if more > 0 {
            cells.resize_with(column.saturating_add(1), SheetCell::default);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// Says that cells are merged, counted from 0, the last ones included.
    pub(super) fn merge(&mut self, first: (u32, u32), last: (u32, u32)) {
        let from_1 = |count: u32| count.saturating_add(1);
        self.sheet.merged.push(MergedCells::new(
            from_1(first.0),
            from_1(last.0),
            from_1(first.1),
            from_1(last.1),
        ));
    }

    pub(super) fn done(self) -> Worksheet {
        self.sheet
    }
}

/// A cell with this content.
pub(super) fn cell(text: &str, kind: CellKind) -> SheetCell {
    SheetCell { kind, ..SheetCell::from(text) }
}
