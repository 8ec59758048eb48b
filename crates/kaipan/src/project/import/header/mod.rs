//! The header of a table: which column holds what.

mod columns;
mod find;
mod others;
mod title;

pub(super) use columns::{AREA_UNITS, Put};
pub use columns::{COLUMNS, Column};
pub(super) use find::{Found, LOOKED_AT};
pub(super) use others::OTHERS;
pub(super) use title::{compact, snake_case};

use super::problems::Problems;
use super::reading::{ColumnSkip, ReadAs};
use super::rows::says_total;
use super::source::Source;
use super::worksheet::column_letters;
use crate::Text;
use crate::error::{Code, Error};
use std::collections::HashMap;
use title::Title;

/// What a column fills.
pub(super) enum Target {
    Field(&'static Column, ReadAs),
    Custom(Text),
    Skipped(ColumnSkip),
}

/// A column of a table.
pub(super) struct HeaderColumn {
    pub(super) at: usize,
    /// Its title as written.
    pub(super) title: String,
    pub(super) target: Target,
}

/// The header of a table.
pub(super) struct Header {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) columns: Vec<HeaderColumn>,
}

/// Every title that is known.
fn names() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().flat_map(|column| column.zh.iter().copied().chain([column.name]))
}

impl Header {
    /// Takes the header that was found, and says all that is wrong with it.
    pub(super) fn of(source: &Source<'_>, found: Found, problems: &mut Problems) -> Header {
        let mut columns: Vec<HeaderColumn> = Vec::new();
        let mut seen: HashMap<String, usize> = HashMap::new();
        let row = found.first;
        let place = || source.place(row);
        for (at, (title, says)) in found.titles.into_iter().enumerate() {
            let (target, label) = match says {
                Title::Field(column, read_as) => (Target::Field(column, read_as), column.label()),
                Title::Custom(name) => {
                    let label = format!("custom:{name}");
                    (Target::Custom(name), label)
                }
                Title::Skipped(why) => {
                    columns.push(HeaderColumn { at, title, target: Target::Skipped(why) });
                    continue;
                }
                Title::Unknown if title.is_empty() => {
                    match untitled(source, found.last, at) {
                        Some(why) => {
                            columns.push(HeaderColumn { at, title, target: Target::Skipped(why) });
                        }
                        None => problems.add(|| {
                            Error::new(Code::ProjectUntitledColumn)
                                .with("cell", source.cell_name(row, at))
                                .with("column", column_letters(at))
                                .placed(place())
                        }),
                    }
                    continue;
                }
                Title::WrongUnit(column, unit) => {
                    problems.add(|| {
                        Error::new(Code::ProjectColumnUnit)
                            .with("cell", source.cell_name(row, at))
                            .with("name", &title)
                            .with("unit", unit)
                            .with("field", column.label())
                            .placed(place())
                    });
                    seen.insert(column.label(), at);
                    continue;
                }
                Title::Unknown => {
                    problems.add(|| {
                        Error::new(Code::ProjectUnknownColumn)
                            .with("cell", source.cell_name(row, at))
                            .with("name", &title)
                            .with_nearest(names(), &title)
                            .placed(place())
                    });
                    continue;
                }
            };
            if let Some(first) = seen.get(&label) {
                problems.add(|| {
                    Error::new(Code::ProjectDuplicateColumn)
                        .with("cell", source.cell_name(row, at))
                        .with("title", &title)
                        .with("first", source.cell_name(row, *first))
                        .with("name", &label)
                        .placed(place())
                });
                continue;
            }
            seen.insert(label, at);
            columns.push(HeaderColumn { at, title, target });
        }
        // Empty columns at the end are nothing to tell.
        while columns.last().is_some_and(|last| {
            last.title.is_empty() && matches!(last.target, Target::Skipped(ColumnSkip::Empty))
        }) {
            columns.pop();
        }
        let header = Header { first: found.first, last: found.last, columns };
        for column in COLUMNS.iter() {
            // The line may stand in the number of the unit.
            let needed =
                column.required || column.name == "line" && !seen.contains_key(&unit_no_label());
            if needed && !seen.contains_key(&column.label()) {
                problems.add(|| {
                    Error::new(Code::ProjectMissingColumn)
                        .with("cell", source.cell_name(row, 0))
                        .with("name", column.label())
                        .placed(place())
                });
            }
        }
        header
    }

    /// The column that fills a field.
    pub(super) fn column(&self, field: &str) -> Option<&HeaderColumn> {
        self.columns.iter().find(|column| match column.target {
            Target::Field(of, _) => of.name == field,
            _ => false,
        })
    }
}

fn unit_no_label() -> String {
    COLUMNS.iter().find(|column| column.name == "unit_no").map(Column::label).unwrap_or_default()
}

/// Why a column without title is not read; none if it holds data.
fn untitled(source: &Source<'_>, header: usize, column: usize) -> Option<ColumnSkip> {
    let rows = header.saturating_add(1)..source.rows();
    let cells = rows.map(|row| source.cell(row, column));
    let cells = cells.filter(|cell| !cell.is_empty() && !says_total(&cell.text));
    let mut empty = true;
    let mut before = 0_u32;
    for cell in cells {
        empty = false;
        let number = cell.text.parse::<u32>().ok().filter(|number| *number > before)?;
        if number.checked_sub(before)? > 10 {
            return None;
        }
        before = number;
    }
    Some(if empty { ColumnSkip::Empty } else { ColumnSkip::SerialNumber })
}
