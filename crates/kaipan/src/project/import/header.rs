//! The header row, and the units of the rows under it.

use super::cell::{Detail, cell_error, flag, floors, number, state};
use super::columns::{COLUMNS, Column, Put, is_computed, is_price_table};
use super::guard::content;
use super::problems::Problems;
use super::table::Table;
use crate::error::{Code, Error, Input, PlaceStep, Result};
use crate::fold::fold;
use crate::project::check::check_unit;
use crate::project::{Attribute, Unit};
use crate::{Label, Text};
use std::collections::HashMap;

pub(super) enum Target {
    Field(&'static Column),
    Custom(Text),
    Computed,
}

/// What each column is, and its header as written.
pub(super) struct Header {
    pub(super) columns: Vec<(Target, String)>,
    derives_unit_no: bool,
}

/// Every header that is known.
fn names() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().flat_map(|column| column.zh.iter().copied().chain([column.name]))
}

impl Header {
    pub(super) fn read(record: &csv::StringRecord) -> Result<Header> {
        let mut columns: Vec<(Target, String)> = Vec::with_capacity(record.len());
        let mut problems = Problems::default();
        let mut seen = HashMap::new();
        let own = is_price_table(record.iter());
        for (number, title) in (1_usize..).zip(record.iter()) {
            let title = &*content(title);
            let folded = fold(title);
            let custom = folded.split_once(':').filter(|(word, name)| {
                word.eq_ignore_ascii_case("custom") && !name.trim().is_empty()
            });
            let (target, label) = match (custom, Column::find(title)) {
                (Some((_, name)), _) => {
                    (Target::Custom(Text::from(name)), format!("custom:{}", name.trim()))
                }
                (None, Some(column)) => (Target::Field(column), column.label()),
                (None, None) if own && is_computed(&folded) => {
                    (Target::Computed, folded.clone().into_owned())
                }
                (None, None) => {
                    problems.add(|| {
                        Error::new(Code::ProjectUnknownColumn)
                            .with("column", number)
                            .with("name", title)
                            .with_nearest(names(), title)
                            .within(Input::Csv)
                    });
                    continue;
                }
            };
            if seen.contains_key(&label) && !matches!(target, Target::Computed) {
                problems.add(|| {
                    Error::new(Code::ProjectDuplicateColumn)
                        .with("column", number)
                        .with("name", label)
                        .within(Input::Csv)
                });
                continue;
            }
            seen.insert(label, number);
            columns.push((target, title.to_owned()));
        }
        for column in COLUMNS.iter().filter(|c| c.required && !seen.contains_key(&c.label())) {
            problems.add(|| {
                Error::new(Code::ProjectMissingColumn)
                    .with("name", column.label())
                    .within(Input::Csv)
            });
        }
        problems.finish()?;
        let mut header = Header { columns, derives_unit_no: false };
        header.derives_unit_no = header.title("unit_no").is_none();
        Ok(header)
    }

    fn title(&self, name: &str) -> Option<&str> {
        self.columns.iter().find_map(|(target, title)| match target {
            Target::Field(column) if column.name == name => Some(title.as_str()),
            _ => None,
        })
    }

    /// The headers of the columns that are not read.
    pub(super) fn ignored(&self) -> Vec<Label> {
        let computed = self.columns.iter().filter(|(target, _)| matches!(target, Target::Computed));
        computed.map(|(_, title)| Label::from(title)).collect()
    }

    pub(super) fn unit_no(&self) -> &str {
        self.title("unit_no").unwrap_or("房号")
    }

    /// The unit of a row; `None` when a cell is bad.
    pub(super) fn unit(
        &self,
        table: &Table<'_>,
        row: u32,
        problems: &mut Problems,
    ) -> Option<Unit> {
        let mut unit = Unit::default();
        let mut floor = String::new();
        let mut good = true;
        for ((target, title), cell) in self.columns.iter().zip(&table.record) {
            let trimmed = &*content(cell);
            let quoted = || table.is_quoted(cell);
            let result = match target {
                Target::Computed => continue,
                Target::Custom(_) if trimmed.is_empty() => continue,
                Target::Custom(name) => {
                    unit.attributes.push(Attribute { name: name.clone(), value: trimmed.into() });
                    continue;
                }
                Target::Field(column) if trimmed.is_empty() => {
                    if !column.required && column.name != "unit_no" {
                        continue;
                    }
                    Err(Detail::of(&Error::new(Code::ProjectMissingValue).with("field", title)))
                }
                Target::Field(column) => match column.put {
                    Put::Text(put) => {
                        put(&mut unit, trimmed.to_owned());
                        continue;
                    }
                    Put::Area(put) => number(trimmed, quoted).map(|value| put(&mut unit, value)),
                    Put::Price(put) => number(trimmed, quoted).map(|value| put(&mut unit, value)),
                    Put::Total(put) => number(trimmed, quoted).map(|value| put(&mut unit, value)),
                    Put::State => state(trimmed).map(|value| unit.state = value),
                    Put::Flag(put) => flag(trimmed).map(|value| put(&mut unit, value)),
                    Put::Floor => floors(trimmed).map(|(value, top, text)| {
                        unit.floor = value;
                        unit.top_floor = top;
                        floor = text;
                    }),
                },
            };
            if let Err(detail) = result {
                good = false;
                problems.add(|| cell_error(row, title, &detail.zh, &detail.en));
            }
        }
        if good && self.derives_unit_no {
            let stair = unit.stair.as_deref().map_or(String::new(), |stair| format!("{stair}-"));
            unit.unit_no = Text::of(format_args!("{}-{stair}{floor}{}", unit.building, unit.line));
        }
        if good && let Err(error) = check_unit(&unit) {
            good = false;
            for error in std::iter::once(&error).chain(error.others()) {
                let field = match error.place().steps().next() {
                    Some(PlaceStep::Field(field)) => field,
                    _ => "",
                };
                let title = self.title(field).unwrap_or(field);
                let detail = Detail::of(error);
                problems.add(|| cell_error(row, title, &detail.zh, &detail.en));
            }
        }
        good.then_some(unit)
    }
}
