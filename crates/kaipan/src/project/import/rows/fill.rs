//! The cells of a row into a unit.

use super::{ColumnNotes, Draft};
use crate::Label;
use crate::error::{Code, Error};
use crate::project::import::cell::{
    Detail, Floors, cell_error, flag, floors, quantity, state, text,
};
use crate::project::import::header::{Column, Header, HeaderColumn, Put, Target};
use crate::project::import::problems::Problems;
use crate::project::import::reading::ReadAs;
use crate::project::import::source::{Seen, Source};
use crate::project::{Attribute, Unit};

/// Makes units of rows.
pub(super) struct Filling<'a> {
    source: &'a Source<'a>,
    header: &'a Header,
    /// Some cell was read that others are merged into.
    pub(super) merged: bool,
}

impl<'a> Filling<'a> {
    pub(super) fn new(source: &'a Source<'a>, header: &'a Header) -> Filling<'a> {
        Filling { source, header, merged: false }
    }

    /// The unit of a row; `None` when a cell is bad.
    pub(super) fn unit(
        &mut self,
        row: usize,
        notes: &mut [ColumnNotes],
        problems: &mut Problems,
    ) -> Option<Draft> {
        let mut draft = Draft { unit: Unit::default(), row, floor: Label::default() };
        let mut good = true;
        let header = self.header;
        for (column, notes) in header.columns.iter().zip(notes) {
            let result = match &column.target {
                Target::Skipped(_) => continue,
                Target::Custom(name) => {
                    let seen = self.seen(row, column.at);
                    text(&seen, true).map(|value| {
                        if !value.is_empty() {
                            let value = value.into();
                            draft.unit.attributes.push(Attribute { name: name.clone(), value });
                        }
                    })
                }
                Target::Field(field, read_as) => {
                    self.field(&mut draft, column, field, *read_as, notes)
                }
            };
            if let Err(detail) = result {
                good = false;
                let name = || self.source.cell_name(row, column.at);
                problems.add(|| {
                    let error = cell_error(&name(), &column.title, &detail.zh, &detail.en);
                    error.placed(self.source.place(row))
                });
            }
        }
        good.then_some(draft)
    }

    /// The cell, or the one that it is merged with.
    fn seen(&mut self, row: usize, column: usize) -> Seen<'a> {
        let seen = self.source.cell(row, column);
        match self.source.merged_from(row, column) {
            Some(first) if seen.is_empty() && first > self.header.last => {
                self.merged = true;
                self.source.cell(first, column)
            }
            _ => seen,
        }
    }

    fn field(
        &mut self,
        draft: &mut Draft,
        column: &HeaderColumn,
        field: &Column,
        read_as: ReadAs,
        notes: &mut ColumnNotes,
    ) -> Result<(), Detail> {
        let row = draft.row;
        let seen = self.seen(row, column.at);
        if seen.is_empty() {
            if matches!(field.put, Put::State) {
                // A home without a state is not released, which is no small thing: it is told.
                notes.count("", draft.unit.state.word());
            }
            let needed = field.required || ["unit_no", "line"].contains(&field.name);
            return if needed { Err(missing(field, &column.title)) } else { Ok(()) };
        }
        let unit = &mut draft.unit;
        let bare = || self.source.may_have_decimal_comma(row, &seen.text);
        let wan =
            matches!(read_as, ReadAs::TenThousandYuan | ReadAs::TenThousandYuanPerSquareMetre);
        let mut note = |rounded: bool| {
            if rounded {
                let (first, count) = notes.rounded.unwrap_or((row, 0));
                notes.rounded = Some((first, count.saturating_add(1)));
            }
        };
        match field.put {
            Put::Text(put) => put(unit, text(&seen, field.name == "batch")?),
            Put::Area(put) => {
                let (value, rounded) = quantity(&seen, wan, bare)?;
                put(unit, value);
                note(rounded);
            }
            Put::Price(put) => {
                let (value, rounded) = quantity(&seen, wan, bare)?;
                put(unit, value);
                note(rounded);
            }
            Put::Total(put) => {
                let (value, rounded) = quantity(&seen, wan, bare)?;
                put(unit, value);
                note(rounded);
            }
            Put::State => {
                unit.state = state(&seen)?;
                notes.count(&seen.text, unit.state.word());
            }
            Put::Flag(put) => {
                let value = flag(&seen)?;
                put(unit, value);
                notes.count(&seen.text, if value { "true" } else { "false" });
            }
            Put::Floor => {
                let Floors { floor, top, text } = floors(&seen)?;
                unit.floor = floor;
                unit.top_floor = top;
                draft.floor = text.into();
            }
        }
        Ok(())
    }
}

/// A cell that must be filled. Merged cells that were saved as text have their value in the first
/// row only, and nothing says how far it reaches.
fn missing(field: &Column, title: &str) -> Detail {
    let Detail { zh, en } = Detail::of(&Error::new(Code::ProjectMissingValue).with("field", title));
    if !["building", "floor"].contains(&field.name) {
        return Detail { zh, en };
    }
    Detail::new(
        format!("{zh}；若原是合并单元格，请拆开并逐行填写"),
        format!("{en}; if it was a merged cell, unmerge it and fill every row"),
    )
}

impl ColumnNotes {
    fn count(&mut self, written: &str, meaning: &'static str) {
        match self.words.iter_mut().find(|(word, ..)| word.as_str() == written) {
            Some((.., cells)) => *cells = cells.saturating_add(1),
            None => self.words.push((written.into(), meaning, 1)),
        }
    }
}
