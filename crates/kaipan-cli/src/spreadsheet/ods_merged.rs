//! Merged cells of an OpenDocument spreadsheet, which the reader of its values leaves out.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashMap;
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// First and last cell of what is merged, counted from 0.
type Span = ((u32, u32), (u32, u32));

/// The merged cells of every sheet, by its name. What cannot be read has none: the reader of the
/// values refuses it.
pub(super) fn of(bytes: &[u8]) -> HashMap<String, Vec<Span>> {
    let mut sheets = HashMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return sheets };
    let Ok(content) = archive.by_name("content.xml") else { return sheets };
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut name = String::new();
    let mut place = Place::default();
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match event {
            Event::Start(start) => {
                place.begin(&start, false, &mut name, &mut sheets);
            }
            Event::Empty(start) => place.begin(&start, true, &mut name, &mut sheets),
            Event::End(end) if end.name().0 == "table:table-row" => place.end_row(),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    sheets
}

/// Where the reader is in a sheet.
#[derive(Default)]
struct Place {
    row: u32,
    column: u32,
    /// How often the row stands there.
    rows: u32,
}

impl Place {
    fn begin(
        &mut self,
        start: &BytesStart<'_>,
        empty: bool,
        name: &mut String,
        sheets: &mut HashMap<String, Vec<Span>>,
    ) {
        match start.name().0 {
            "table:table" => {
                *name = attribute(start, "table:name").unwrap_or_default();
                *self = Place::default();
            }
            "table:table-row" => {
                self.column = 0;
                self.rows = count(start, "table:number-rows-repeated");
                if empty {
                    self.end_row();
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let rows = count(start, "table:number-rows-spanned");
                let columns = count(start, "table:number-columns-spanned");
                if rows > 1 || columns > 1 {
                    let last =
                        |first: u32, count: u32| first.saturating_add(count.saturating_sub(1));
                    let first = (self.row, self.column);
                    let span = (first, (last(first.0, rows), last(first.1, columns)));
                    sheets.entry(name.clone()).or_default().push(span);
                }
                let repeated = count(start, "table:number-columns-repeated");
                self.column = self.column.saturating_add(repeated);
            }
            _ => {}
        }
    }

    fn end_row(&mut self) {
        self.row = self.row.saturating_add(self.rows.max(1));
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|one| one.key.0 == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// A count, which is 1 where nothing is said.
fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}
