//! The hidden sheet `kaipan`: the project without its units, as `project.json` has it.
//!
//! With the units of the list it is what the workbook was priced from: read again, it gives the
//! same table.

use super::{Book, Result};
use kaipan_ops::json;
use rust_xlsxwriter::Worksheet;

/// Name of the sheet.
pub(super) const SHEET: &str = "kaipan";
/// Letters in a cell, as a spreadsheet counts them: it can hold 32,767.
const LONGEST: usize = 30_000;

pub(super) fn sheet(book: &Book<'_>, name: &str) -> Result<Worksheet> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?.set_hidden(true);
    let text = json::write(book.priced.request, 65_536);
    for (row, piece) in (0_u32..).zip(pieces(&text)) {
        sheet.write_string(row, 0, piece)?;
    }
    Ok(sheet)
}

/// The text in pieces of at most [`LONGEST`] letters.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let mut used = 0_usize;
        let end = rest.char_indices().find(|(_, c)| {
            used = used.saturating_add(c.len_utf16());
            used > LONGEST
        });
        let (piece, more) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        pieces.push(piece);
        rest = more;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_the_text() {
        for text in [String::new(), "a".repeat(LONGEST), "栋𠮷".repeat(LONGEST)] {
            let pieces = pieces(&text);
            assert_eq!(pieces.concat(), text);
            assert!(pieces.iter().all(|piece| piece.encode_utf16().count() <= LONGEST));
        }
    }
}
