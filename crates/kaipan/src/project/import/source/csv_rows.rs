//! The rows of a CSV text.

use crate::error::{Code, Error, Input, Result};
use crate::project::import::cell::cell_error;
use std::ops::Range;

/// The rows of the text, numbered as a spreadsheet shows them: empty lines count, line breaks
/// inside a cell do not. (The line of a `csv` record counts the other way round.)
pub(in crate::project::import) struct CsvRows<'a> {
    text: &'a [u8],
    delimiter: u8,
    rows: Vec<CsvRow>,
}

struct CsvRow {
    record: csv::StringRecord,
    number: u32,
    bytes: Range<usize>,
}

impl<'a> CsvRows<'a> {
    pub(in crate::project::import) fn read(text: &'a str, delimiter: u8) -> Result<CsvRows<'a>> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut rows = CsvRows { text: text.as_bytes(), delimiter, rows: Vec::new() };
        let (mut number, mut end) = (0_u32, 0_usize);
        loop {
            let mut record = csv::StringRecord::new();
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return Ok(rows),
                Err(error) => {
                    let detail = error.to_string();
                    let cell = format!("A{}", number.saturating_add(1));
                    return Err(cell_error(&cell, "", &detail, &detail).within(Input::Csv));
                }
            }
            let start = end;
            end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            number = number.saturating_add(rows.lines_before(start)).saturating_add(1);
            rows.rows.push(CsvRow { record, number, bytes: start..end });
        }
    }

    /// Empty lines at the beginning of a record. (It begins with the line feed of the CRLF before
    /// it.)
    fn lines_before(&self, start: usize) -> u32 {
        let mut lines = 0_u32;
        let mut before = start.checked_sub(1).and_then(|at| self.text.get(at)).copied();
        for &byte in self.text.get(start..).unwrap_or_default() {
            match byte {
                b'\n' if before == Some(b'\r') => {}
                b'\r' | b'\n' => lines = lines.saturating_add(1),
                _ => break,
            }
            before = Some(byte);
        }
        lines
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.record.len())
    }

    pub(super) fn number(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |row| row.number)
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.record.get(column)).unwrap_or("")
    }

    /// A row as written.
    fn raw(&self, row: usize) -> &'a [u8] {
        let bytes = self.rows.get(row).map(|row| row.bytes.clone()).unwrap_or_default();
        self.text.get(bytes).unwrap_or_default().trim_ascii()
    }

    /// Whether the only sign in a number is one comma, outside quotes, and may be a decimal comma.
    /// (Where commas separate cells it has to be quoted.)
    pub(super) fn has_bare_comma(&self, row: usize, text: &str) -> bool {
        let commas = text.bytes().filter(|&byte| byte == b',').count();
        self.delimiter != b',' && commas == 1 && !text.contains('.') && {
            let quoted = format!("\"{text}\"");
            !self.raw(row).windows(quoted.len()).any(|window| window == quoted.as_bytes())
        }
    }

    /// Whether the last cell has swallowed rows for want of a closing quote.
    pub(super) fn ends_in_open_quote(&self) -> bool {
        let raw = self.len().checked_sub(1).map(|last| self.raw(last)).unwrap_or_default();
        let quotes = raw.iter().filter(|&&byte| byte == b'"').count();
        !quotes.is_multiple_of(2) && raw.iter().any(|byte| b"\r\n".contains(byte))
    }
}

/// What separates the cells: as asked, or as the text has it.
pub(in crate::project::import) fn delimiter(asked: Option<&str>, text: &str) -> Result<u8> {
    let Some(asked) = asked else { return Ok(usual(text)) };
    match asked.as_bytes() {
        [one] if one.is_ascii() && !one.is_ascii_alphanumeric() && !b"\"\r\n.-+".contains(one) => {
            Ok(*one)
        }
        _ => Err(Error::new(Code::ProjectDelimiter).with("text", asked).within(Input::Delimiter)),
    }
}

/// The sign that separates most cells in one of the first lines, outside quotes. The header is
/// among them, and it has more cells than a title; a comma where there is none at all.
fn usual(text: &str) -> u8 {
    const LOOKED_AT: usize = 50;
    let mut best = (0_usize, b',');
    let lines = text.split(['\r', '\n']).filter(|line| !line.is_empty());
    for line in lines.take(LOOKED_AT) {
        for sign in *b",\t;" {
            let mut quoted = false;
            let count = line.bytes().filter(|&byte| {
                quoted ^= byte == b'"';
                byte == sign && !quoted
            });
            let count = count.count();
            // Of commas and others in equal number, the comma: it comes first.
            if count > best.0 {
                best = (count, sign);
            }
        }
    }
    best.1
}
