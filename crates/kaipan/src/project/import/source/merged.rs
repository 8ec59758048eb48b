//! Merged cells: which cell holds what the others mean.

use crate::project::import::worksheet::Worksheet;
use std::collections::HashMap;

/// Rows, first and last, and columns that merged cells cover from one column on.
#[derive(Clone, Copy)]
struct Cover {
    first: usize,
    last: usize,
    columns: usize,
}

/// The merged cells of a sheet by the column that they begin in.
pub(super) struct Merged(HashMap<usize, Vec<Cover>>);

impl Merged {
    pub(super) fn of(sheet: &Worksheet) -> Merged {
        let mut by_column: HashMap<usize, Vec<Cover>> = HashMap::new();
        for cells in &sheet.merged {
            let from_0 = |count: u32| usize::try_from(count).ok()?.checked_sub(1);
            let (Some(first), Some(last), Some(left), Some(right)) = (
                from_0(cells.first_row),
                from_0(cells.last_row),
                from_0(cells.first_column),
                from_0(cells.last_column),
            ) else {
                continue;
            };
            let Some(columns) = right.checked_sub(left).map(|more| more.saturating_add(1)) else {
                continue;
            };
            by_column.entry(left).or_default().push(Cover { first, last, columns });
        }
        for covers in by_column.values_mut() {
            covers.sort_by_key(|cover| cover.first);
        }
        Merged(by_column)
    }

    fn cover(&self, row: usize, column: usize) -> Option<Cover> {
        let covers = self.0.get(&column)?;
        let after = covers.partition_point(|cover| cover.first <= row);
        let cover = covers.get(after.checked_sub(1)?)?;
        (row <= cover.last).then_some(*cover)
    }

    /// The first row of the merged cells that cover this place in their first column. Their other
    /// columns are empty: what is merged over two columns is not said of both.
    pub(super) fn first_row(&self, row: usize, column: usize) -> Option<usize> {
        self.cover(row, column).map(|cover| cover.first).filter(|first| *first < row)
    }

    /// How many columns the merged cells cover that begin in this place; 1 for a single cell.
    pub(super) fn width(&self, row: usize, column: usize) -> usize {
        let cover = self.cover(row, column).filter(|cover| cover.first == row);
        cover.map_or(1, |cover| cover.columns)
    }
}
