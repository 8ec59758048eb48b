//! The stacking plan of a building (楼栋价格表): floors from the top down, lines from left to right.

mod drawing;
mod legend;

use super::sheet::{A3, A4, Sheet};
use super::{Book, Result};
use crate::price::plan::Plan;
use drawing::Drawing;
use kaipan::pricing::TableRow;
use rust_xlsxwriter::Worksheet;

/// Lines side by side on a sheet; more go below them. A building of few floors with many lines is
/// a row of shops or a garage.
const MOST_LINES: usize = 12;
const MOST_LINES_LOW: usize = 8;
const FEW_FLOORS: usize = 4;
/// Floors that fit on a page, if need be a little smaller.
const ONE_PAGE: usize = 45;
/// Lines that paper of A4 has room for.
const FEW_LINES: usize = 4;
/// Height of a row, in pixels: as much as fills a sheet.
const LOWEST_ROW: u32 = 22;
const HIGHEST_ROW: u32 = 34;
/// Rows of a plan besides its floors.
const OTHER_ROWS: u32 = 9;
/// Pixels of a letter, and of both edges of a column.
const PIXELS_OF_LETTER: u32 = 7;
const PIXELS_OF_EDGES: u32 = 5;

pub(super) fn sheet(
    book: &Book<'_>,
    name: &str,
    building: &str,
    rows: &[&TableRow],
) -> Result<Worksheet> {
    let plan = Plan::new(rows);
    let is_low = plan.floors.len() <= FEW_FLOORS && plan.lines.len() > MOST_LINES;
    let blocks = plan.blocks(if is_low { MOST_LINES_LOW } else { MOST_LINES }, 1, 0);
    let widest = blocks.iter().map(|block| block.len()).max().unwrap_or(0);
    let paper = if widest <= FEW_LINES { A4 } else { A3 };
    let mut sheet = Sheet::new(book, name, paper)?;
    let drawing = Drawing::new(book, building, rows, &plan);
    let widths = drawing.widths(widest);
    sheet.widths(&widths)?;
    let tall = page_height(&widths);
    let lines = u32::try_from(plan.floors.len()).unwrap_or(u32::MAX).saturating_add(OTHER_ROWS);
    let height = match blocks.len() {
        0 | 1 => tall.checked_div(lines).unwrap_or(0).clamp(LOWEST_ROW, HIGHEST_ROW),
        _ => LOWEST_ROW,
    };
    sheet.worksheet.set_default_row_height_pixels(height);
    let rows_of_page = tall.checked_div(height).unwrap_or(1);
    drawing.title(&mut sheet)?;
    legend::write(&drawing, &mut sheet, widest)?;
    let mut breaks: Vec<u32> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            sheet.next();
        }
        let first = sheet.row;
        drawing.block(&mut sheet, block)?;
        let top = breaks.last().copied().unwrap_or(0);
        if sheet.row.saturating_sub(top) > rows_of_page && at > 0 {
            breaks.push(first);
        }
        if blocks.len() == 1 {
            let (from, to) = (first, first.saturating_add(drawing.head_rows()).saturating_sub(1));
            sheet.worksheet.set_repeat_rows(from, to)?;
            sheet.worksheet.set_freeze_panes(to.saturating_add(1), 1)?;
            if plan.floors.len() <= ONE_PAGE {
                sheet.worksheet.set_print_fit_to_pages(1, 1);
            }
        }
    }
    if blocks.len() > 1 {
        sheet.worksheet.set_freeze_panes(1, 1)?;
        sheet.worksheet.set_repeat_rows(0, 0)?;
        sheet.worksheet.set_page_breaks(&breaks)?;
    }
    Ok(sheet.worksheet)
}

/// Pixels from top to bottom of a page that is as wide as these columns.
fn page_height(widths: &[u16]) -> u32 {
    let letters = widths.iter().fold(0_u32, |sum, width| sum.saturating_add(u32::from(*width)));
    let columns = u32::try_from(widths.len()).unwrap_or(u32::MAX);
    let pixels = letters.saturating_mul(PIXELS_OF_LETTER);
    let pixels = pixels.saturating_add(columns.saturating_mul(PIXELS_OF_EDGES));
    // Paper is 297 mm to 210 mm, less its margins.
    pixels.saturating_mul(2).checked_div(3).unwrap_or(0)
}
