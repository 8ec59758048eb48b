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
use std::collections::{BTreeMap, HashMap};
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
    pub(super) fn of(source: &Source<'_>, mut found: Found, problems: &mut Problems) -> Header {
        let untitled = untitled(source, &found);
        if let Some(last) = untitled.keys().next_back().filter(|last| **last >= found.titles.len())
        {
            found.titles.resize_with(last.saturating_add(1), || (String::new(), Title::Unknown));
        }
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
                    let why = match untitled.get(&at) {
                        None => Some(ColumnSkip::Empty),
                        Some(Some(_)) => Some(ColumnSkip::SerialNumber),
                        Some(None) => None,
                    };
                    match why {
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

/// What stands in columns without title: the last number of those that count rows, or none for
/// those that hold data. Empty columns are not among them.
fn untitled(source: &Source<'_>, found: &Found) -> BTreeMap<usize, Option<u32>> {
    /// Rows that a count may leave out.
    const LEFT_OUT: u32 = 10;
    let has_title = |at: usize| found.titles.get(at).is_some_and(|(title, _)| !title.is_empty());
    let mut columns: BTreeMap<usize, Option<u32>> = BTreeMap::new();
    for row in found.last.saturating_add(1)..source.rows() {
        for at in (0..source.width(row)).filter(|at| !has_title(*at)) {
            let cell = source.cell(row, at);
            if cell.is_empty() || says_total(&cell.text) {
                continue;
            }
            let before = columns.entry(at).or_insert(Some(0));
            let number = cell.text.parse::<u32>().ok();
            *before = before.zip(number).and_then(|(before, number)| {
                let more = number.checked_sub(before)?;
                (1..=LEFT_OUT).contains(&more).then_some(number)
            });
        }
    }
    columns
}
