//! The rows of a CSV text.

use super::cell::cell_error;
use crate::error::{Code, Error, Input, Result};

/// The rows of the text, numbered as a spreadsheet shows them: empty lines count, line breaks
/// inside a cell do not. (The line of a `csv` record counts the other way round.)
pub(super) struct Table<'a> {
    text: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    pub(super) record: csv::StringRecord,
    delimiter: u8,
    pub(super) row: u32,
    start: usize,
    end: usize,
}

impl<'a> Table<'a> {
    pub(super) fn new(text: &'a str, delimiter: u8) -> Table<'a> {
        let text = text.as_bytes();
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text);
        let record = csv::StringRecord::new();
        Table { text, reader, record, delimiter, row: 0, start: 0, end: 0 }
    }

    /// Reads the next row into `record` and gives its number.
    pub(super) fn next(&mut self) -> Result<Option<u32>> {
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => {
                let detail = error.to_string();
                return Err(cell_error(self.row.saturating_add(1), "", &detail, &detail));
            }
        }
        self.start = self.end;
        self.end = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        // A record begins with the line feed of the CRLF before it, and with empty lines.
        let mut before = self.start.checked_sub(1).and_then(|at| self.text.get(at)).copied();
        for &byte in self.text.get(self.start..).unwrap_or_default() {
            match byte {
                b'\n' if before == Some(b'\r') => {}
                b'\r' | b'\n' => self.row = self.row.saturating_add(1),
                _ => break,
            }
            before = Some(byte);
        }
        self.row = self.row.saturating_add(1);
        Ok(Some(self.row))
    }

    /// The last row read, as written.
    fn raw(&self) -> &'a [u8] {
        self.text.get(self.start..self.end).unwrap_or_default().trim_ascii()
    }

    /// Whether a cell with a comma in it is quoted: it has to be where commas separate cells.
    pub(super) fn is_quoted(&self, cell: &str) -> bool {
        self.delimiter == b',' || {
            let quoted = format!("\"{cell}\"");
            self.raw().windows(quoted.len()).any(|window| window == quoted.as_bytes())
        }
    }

    /// Whether the last cell has swallowed rows for want of a closing quote.
    pub(super) fn ends_in_open_quote(&self) -> bool {
        let raw = self.raw();
        let quotes = raw.iter().filter(|&&byte| byte == b'"').count();
        !quotes.is_multiple_of(2) && raw.iter().any(|byte| b"\r\n".contains(byte))
    }
}

/// What separates the cells: as asked, or as the header row has it.
pub(super) fn delimiter(asked: Option<&str>, text: &str) -> Result<u8> {
    let Some(asked) = asked else {
        let header = text.split(['\r', '\n']).find(|line| !line.is_empty()).unwrap_or("");
        let of_header = || [b'\t', b';'].into_iter().find(|&d| header.contains(char::from(d)));
        return Ok(if header.contains(',') { b',' } else { of_header().unwrap_or(b',') });
    };
    match asked.as_bytes() {
        [one] if one.is_ascii() && !one.is_ascii_alphanumeric() && !b"\"\r\n.-+".contains(one) => {
            Ok(*one)
        }
        _ => Err(Error::new(Code::ProjectDelimiter).with("text", asked).within(Input::Delimiter)),
    }
}
