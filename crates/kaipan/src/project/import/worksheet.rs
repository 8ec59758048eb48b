//! What a spreadsheet holds, as a host hands it over.

use crate::Label;
use kaipan_derive::boundary;

/// A sheet of a spreadsheet (工作表): its cells as they are shown, without formats and formulas.
#[boundary]
#[derive(Default)]
pub struct Worksheet {
    /// Name of the sheet, as its tab shows it.
    pub name: Option<Label>,
    /// Rows from the first of the sheet, each with its cells from column A. Rows may differ in
    /// length.
    #[boundary(required)]
    pub rows: Vec<Vec<SheetCell>>,
    /// Merged cells. What the first of them holds is read in every row that they cover.
    pub merged: Vec<MergedCells>,
}

/// A cell of a sheet. One without text is empty.
#[boundary]
#[derive(Default)]
pub struct SheetCell {
    /// Text of the cell; of a number its plain decimal digits, of a date `YYYY-MM-DD`, of yes or no
    /// `true` or `false`, of an error its name, such as `#REF!`. Of a formula the value it gave last.
    #[boundary(default)]
    pub text: Label,
    /// What the spreadsheet takes it for.
    #[boundary(default)]
    pub kind: CellKind,
}

/// What a spreadsheet takes the content of a cell for.
#[boundary]
pub enum CellKind {
    /// Text, numbers stored as text among it.
    #[default]
    Text,
    /// A number.
    Number,
    /// A date or a time.
    Date,
    /// Yes or no.
    YesNo,
    /// The error that a formula ended in.
    Error,
    /// A formula whose value was not saved; the text is the formula.
    Formula,
}

/// Cells that are merged into one, counted from 1 as the spreadsheet shows them.
#[boundary]
pub struct MergedCells {
    /// First row.
    pub first_row: u32,
    /// Last row.
    pub last_row: u32,
    /// First column; 1 is A.
    pub first_column: u32,
    /// Last column.
    pub last_column: u32,
}

impl From<&str> for SheetCell {
    fn from(text: &str) -> SheetCell {
        SheetCell { text: text.into(), kind: CellKind::Text }
    }
}

/// A column as a spreadsheet names it: 0 is `A`, 26 is `AA`.
pub(crate) fn column_letters(at: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(at);
    while let Some(at) = rest {
        let digit = u8::try_from(at.checked_rem(26).unwrap_or(0)).unwrap_or(0);
        letters.push(char::from(b'A'.saturating_add(digit)));
        rest = at.checked_div(26).and_then(|more| more.checked_sub(1));
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_that_spreadsheets_show() {
        for (at, letters) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(column_letters(at), letters);
        }
    }
}
