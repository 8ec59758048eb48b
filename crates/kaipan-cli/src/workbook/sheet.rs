//! A sheet on its way: text, exact numbers, and how it is printed.

use super::style::Styles;
use super::{Book, Result};
use crate::layout::{clean, width, wrap};
use crate::text::Say;
use kaipan::error::Lang;
use rust_xlsxwriter::{Format, Worksheet};
use std::fmt::Display;

/// Digits that a number of a spreadsheet keeps.
const MOST_DIGITS: usize = 15;
/// Height of a line of a text, in points, and lines that a row has room for.
const LINE_HEIGHT: u32 = 15;
const MOST_LINES: u32 = 27;
/// Paper of the sheets.
pub(super) const A4: u8 = 9;
pub(super) const A3: u8 = 8;

/// A sheet and the row that is written next.
pub(super) struct Sheet<'b> {
    pub(super) worksheet: Worksheet,
    pub(super) book: &'b Book<'b>,
    pub(super) row: u32,
}

impl<'b> Sheet<'b> {
    /// An empty sheet with this name, set up to print on paper of this size, landscape, one page
    /// wide.
    pub(super) fn new(book: &'b Book<'b>, name: &str, paper: u8) -> Result<Sheet<'b>> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(name)?;
        worksheet.set_landscape().set_paper_size(paper).set_print_fit_to_pages(1, 0);
        worksheet.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
        let escaped = |text: &str| clean(text).replace('&', "&&");
        let project = escaped(&book.priced.names.project.name);
        // A space after the size: digits would belong to it.
        worksheet.set_header(format!("&L&9 {project}&R&9 {}", escaped(name)));
        let date = match book.priced.date {
            Some(date) => date.to_string(),
            None => format!("{} &D", book.priced.lang.say("打印于", "Printed")),
        };
        // The program that prints it puts both numbers in.
        let (page, all) = ("&P", "&N");
        let pages = match book.priced.lang {
            Lang::Zh => format!("第 {page} 页，共 {all} 页"),
            Lang::En => format!("Page {page} of {all}"),
        };
        worksheet.set_footer(format!("&L&9 {date}&R&9 {pages}"));
        Ok(Sheet { worksheet, book, row: 0 })
    }

    pub(super) fn styles(&self) -> &'b Styles {
        &self.book.styles
    }

    /// A text of the program or of the project, without what a reader would stumble over.
    pub(super) fn text(&mut self, column: u16, text: &str, format: &Format) -> Result<()> {
        if text.is_empty() {
            self.worksheet.write_blank(self.row, column, format)?;
        } else {
            self.worksheet.write_string_with_format(self.row, column, clean(text), format)?;
        }
        Ok(())
    }

    /// A number by its exact decimal; one that a spreadsheet would cut is written as text.
    pub(super) fn number(
        &mut self,
        column: u16,
        value: impl Display,
        format: &Format,
    ) -> Result<()> {
        let text = value.to_string();
        match exact(&text) {
            Some(number) => {
                self.worksheet.write_number_with_format(self.row, column, number, format)?;
            }
            None => {
                self.worksheet.write_string_with_format(self.row, column, text, format)?;
            }
        }
        Ok(())
    }

    /// A cell over several columns.
    pub(super) fn across(&mut self, from: u16, to: u16, text: &str, format: &Format) -> Result<()> {
        if from == to {
            return self.text(from, text, format);
        }
        self.worksheet.merge_range(self.row, from, self.row, to, &clean(text), format)?;
        Ok(())
    }

    /// A line of text over the columns to its right.
    pub(super) fn line(&mut self, text: &str, format: &Format) -> Result<()> {
        self.text(0, text, format)?;
        self.next();
        Ok(())
    }

    /// A label, and a text in as many lines as it takes in `letters` of the columns up to `to`.
    pub(super) fn fact(&mut self, label: &str, text: &str, to: u16, letters: usize) -> Result<()> {
        let styles = self.styles();
        self.text(0, label, &styles.label)?;
        self.across(1, to, text, &styles.paragraph)?;
        let lines = u32::try_from(wrap(text, letters).len()).unwrap_or(u32::MAX);
        let height = LINE_HEIGHT.saturating_mul(lines.min(MOST_LINES));
        self.worksheet.set_row_height(self.row, height)?;
        self.next();
        Ok(())
    }

    /// Titles of columns.
    pub(super) fn head(&mut self, titles: &[&str]) -> Result<()> {
        let format = &self.styles().head;
        for (column, title) in (0_u16..).zip(titles) {
            self.text(column, title, format)?;
        }
        self.next();
        Ok(())
    }

    pub(super) fn next(&mut self) {
        self.row = self.row.saturating_add(1);
    }

    /// Widths of columns from the first on, in letters.
    pub(super) fn widths(&mut self, widths: &[u16]) -> Result<()> {
        for (column, width) in (0_u16..).zip(widths) {
            self.worksheet.set_column_width(column, f64::from(*width))?;
        }
        Ok(())
    }
}

/// The number that a spreadsheet shows and reads as exactly this decimal.
pub(super) fn exact(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches('-').trim_start_matches(['0', '.']);
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    if plain && count <= MOST_DIGITS { text.parse().ok() } else { None }
}

/// Columns that a text takes in a sheet, with some room.
pub(super) fn room(text: &str) -> u16 {
    u16::try_from(width(text).saturating_add(2)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_back_is_a_number() {
        for text in ["0", "-0.000001", "89.50", "9007199254740.99", "123456789012345"] {
            assert!(exact(text).is_some(), "{text}");
        }
        for text in ["92233720368547758.07", "1234567890.1234567", "", "1e5", "01栋"] {
            assert!(exact(text).is_none(), "{text}");
        }
    }

    #[test]
    fn fifteen_digits_are_read_back() {
        let mut micros = 1_i64;
        while micros < 1_000_000_000_000_000 {
            let text = kaipan::number::UnitPrice::from_micros(micros).to_string();
            let number = exact(&text).expect("15 digits");
            assert_eq!(number.to_string().parse::<kaipan::number::UnitPrice>(), text.parse());
            micros = micros * 7 + 3;
        }
    }
}
