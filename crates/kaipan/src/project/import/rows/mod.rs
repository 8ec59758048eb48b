//! The rows below a header, and the units in them.

mod fill;
pub(super) mod room;
mod skipped;

pub(super) use skipped::says_total;

use super::cell::{Detail, cell_error};
use super::header::{Header, Target};
use super::problems::Problems;
use super::reading::{Conclusion, RowSkip, SkippedRows};
use super::source::Source;
use crate::error::{Code, Error, PlaceStep};
use crate::project::Unit;
use crate::project::check::check_unit;
use crate::{Label, Text};
use fill::Filling;
use skipped::Skipping;
use std::collections::HashMap;

/// A unit with the row it comes from.
pub(super) struct Draft {
    pub(super) unit: Unit,
    pub(super) row: usize,
    /// The floor as it stands in a composed number: the lower one of a duplex, without suffix.
    pub(super) floor: Label,
}

/// What was read of a table.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) drafts: Vec<Draft>,
    pub(super) skipped: Vec<SkippedRows>,
    pub(super) conclusions: Vec<Conclusion>,
    /// Of each column of the header: the words it has, and cells that were rounded.
    pub(super) columns: Vec<ColumnNotes>,
}

/// What is worth telling of the cells of a column.
#[derive(Default)]
pub(super) struct ColumnNotes {
    /// Word as written, choice, how many cells.
    pub(super) words: Vec<(Label, &'static str, u32)>,
    /// The first cell that was rounded, and how many were.
    pub(super) rounded: Option<(usize, u32)>,
}

impl Rows {
    /// Reads all rows below the header.
    pub(super) fn read(source: &Source<'_>, header: &Header, problems: &mut Problems) -> Rows {
        let mut rows = Rows::default();
        rows.columns.resize_with(header.columns.len(), ColumnNotes::default);
        for row in 0..header.first {
            if (0..source.width(row)).any(|column| !source.cell(row, column).is_empty()) {
                rows.skip(source, row, RowSkip::Title);
            }
        }
        let skipping = Skipping::new(source, header);
        let mut filling = Filling::new(source, header);
        let wide = source.strict_width(header.first);
        for row in header.last.saturating_add(1)..source.rows() {
            if let Some(why) = skipping.why(row) {
                rows.skip(source, row, why);
                continue;
            }
            let found = source.strict_width(row);
            if found != wide {
                problems.add(|| {
                    Error::new(Code::ProjectRow)
                        .with("row", source.row_number(row))
                        .with("found", found.unwrap_or(0))
                        .with("expected", wide.unwrap_or(0))
                        .placed(source.whole())
                });
                continue;
            }
            let draft = filling.unit(row, &mut rows.columns, problems);
            rows.drafts.extend(draft);
        }
        rows.conclusions.extend(filling.merged.then_some(Conclusion::MergedCellsFilled));
        // Empty rows at the end are nothing to tell.
        let last = rows.drafts.last().map_or(0, |draft| source.row_number(draft.row));
        while rows.skipped.last().is_some_and(|one| one.why == RowSkip::Empty && one.first > last) {
            rows.skipped.pop();
        }
        // A bad cell leaves the numbers as they are written.
        let final_numbers = problems.is_empty();
        rows.number(source, header, problems);
        rows.check(source, header, final_numbers, problems);
        rows
    }

    fn skip(&mut self, source: &Source<'_>, row: usize, why: RowSkip) {
        let number = source.row_number(row);
        if let Some(last) = self.skipped.last_mut()
            && last.why == why
            && last.last.checked_add(1) == Some(number)
        {
            last.last = number;
            return;
        }
        let texts = (0..source.width(row)).map(|column| source.cell(row, column).text);
        let text = texts.into_iter().find(|text| !text.is_empty());
        let text = text.filter(|_| why != RowSkip::Empty).map(|text| Label::from(&*text));
        self.skipped.push(SkippedRows { first: number, last: number, why, text });
    }

    /// Gives every unit its line and its number.
    fn number(&mut self, source: &Source<'_>, header: &Header, problems: &mut Problems) {
        if !problems.is_empty() {
            return;
        }
        let numbers = header.column("unit_no");
        if header.column("line").is_some() {
            self.conclusions.extend(room::without_floor(&mut self.drafts));
        } else if let Some(numbers) = numbers {
            for Draft { unit, row, floor } in &mut self.drafts {
                match room::line_of(&unit.unit_no, floor.as_str()) {
                    Some(line) => unit.line = line.into(),
                    None => problems.add(|| {
                        let zh = format!(
                            "房号“{}”不在 {floor} 层，看不出户位：改正楼层或房号，或加上“户位”列",
                            unit.unit_no
                        );
                        let en = format!(
                            "unit number \"{}\" is not on floor {floor}, so its line cannot be told: correct one of them, or add a column \"line\"",
                            unit.unit_no
                        );
                        cell_error(&source.cell_name(*row, numbers.at), &numbers.title, &zh, &en)
                            .placed(source.place(*row))
                    }),
                }
            }
            self.conclusions.push(Conclusion::LinesFromUnitNumbers);
        }
        if numbers.is_none() {
            for draft in &mut self.drafts {
                draft.unit.unit_no = room::composed(draft);
            }
            self.conclusions.push(Conclusion::UnitNumbersComposed);
        } else {
            let mut units: Vec<_> = self.drafts.iter_mut().map(|draft| &mut draft.unit).collect();
            self.conclusions.extend(room::prefixed(&mut units));
        }
    }

    /// Refuses what cannot be a unit, and numbers that are given twice.
    fn check(
        &self,
        source: &Source<'_>,
        header: &Header,
        final_numbers: bool,
        problems: &mut Problems,
    ) {
        let numbered = self
            .drafts
            .iter()
            .all(|draft| !draft.unit.unit_no.is_empty() && !draft.unit.line.is_empty());
        for Draft { unit, row, .. } in &self.drafts {
            let cell = |field: &str| header.column(field).map(|column| column.at).unwrap_or(0);
            let title = |field: &str| header.column(field).map(|column| column.title.clone());
            if let Err(error) = check_unit(unit) {
                for error in error.reasons() {
                    let field = match error.place().steps().next() {
                        Some(PlaceStep::Field(field)) => *field,
                        _ => "",
                    };
                    if !numbered && ["unit_no", "line"].contains(&field) {
                        continue;
                    }
                    let field = if field == "top_floor" { "floor" } else { field };
                    let detail = Detail::of(error);
                    let name = source.cell_name(*row, cell(field));
                    let title = title(field).unwrap_or_else(|| field.to_owned());
                    problems.add(|| {
                        cell_error(&name, &title, &detail.zh, &detail.en).placed(source.place(*row))
                    });
                }
            }
        }
        for (Draft { unit, row, .. }, first) in self.repeated(final_numbers) {
            let first = source.row_number(first);
            let cell = |field: &str| header.column(field).map(|column| column.at).unwrap_or(0);
            let title = |field: &str| header.column(field).map(|column| column.title.clone());
            problems.add(|| {
                let zh = format!("房号“{}”重复，首次出现在第 {first} 行", unit.unit_no);
                let en = format!(
                    "unit number \"{}\" is given twice, first in row {first}",
                    unit.unit_no
                );
                let name = source.cell_name(*row, cell("unit_no"));
                let title = title("unit_no").unwrap_or_else(|| "房号".to_owned());
                cell_error(&name, &title, &zh, &en).placed(source.place(*row))
            });
        }
    }

    /// The units whose number stands in a row before, with that row. What repeats between buildings
    /// gets the building before it, so that only what repeats within one is a mistake; where that
    /// finds none and the numbers are final, every number that still stands twice.
    fn repeated(&self, final_numbers: bool) -> Vec<(&Draft, usize)> {
        let again = repeated_by(&self.drafts, |unit| {
            (&unit.unit_no, Some(&unit.building), unit.stair.as_ref())
        });
        if !again.is_empty() || !final_numbers {
            return again;
        }
        repeated_by(&self.drafts, |unit| (&unit.unit_no, None, None))
    }
}

/// What makes a unit the same as another: its number, its building and its stair.
type Identity<'a> = (&'a Text, Option<&'a Text>, Option<&'a Text>);

fn repeated_by(drafts: &[Draft], identity: fn(&Unit) -> Identity<'_>) -> Vec<(&Draft, usize)> {
    let mut first_rows: HashMap<Identity<'_>, usize> = HashMap::new();
    let numbered = drafts.iter().filter(|draft| !draft.unit.unit_no.is_empty());
    let again = numbered.filter_map(|draft| {
        let first = *first_rows.entry(identity(&draft.unit)).or_insert(draft.row);
        (first != draft.row).then_some((draft, first))
    });
    again.collect()
}

impl Header {
    /// The columns that are read, each with its number among all of the header.
    pub(super) fn read_columns(
        &self,
    ) -> impl Iterator<Item = (usize, &super::header::HeaderColumn)> {
        let all = self.columns.iter().enumerate();
        all.filter(|(_, column)| !matches!(column.target, Target::Skipped(_)))
    }
}
