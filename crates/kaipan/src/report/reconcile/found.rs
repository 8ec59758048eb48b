//! What differs, as it is found.

use super::answer::{ReportDifference, ReportDifferenceKind};
use super::behind::Behind;
use super::pairing::Beside;
use super::reading::{Compared, compared};
use crate::error::Result;
use crate::number::{Exact, overflow};
use crate::report::cell::ReportCell;
use crate::report::table::ReportRow;

/// What was found so far.
pub(super) struct Found<'a> {
    beside: Beside<'a>,
    keys: &'a [usize],
    behind: &'a Behind<'a>,
    pub(super) differences: Vec<ReportDifference>,
    pub(super) compared: usize,
    pub(super) equal: usize,
    pub(super) hidden: usize,
}

/// A row of either table, or of both.
#[derive(Clone, Copy)]
struct Place<'a> {
    row: Option<(usize, &'a ReportRow)>,
    hand: Option<usize>,
    total: bool,
}

impl<'a> Found<'a> {
    pub(super) fn new(beside: Beside<'a>, keys: &'a [usize], behind: &'a Behind<'a>) -> Found<'a> {
        let (compared, equal, hidden) = (0, 0, 0);
        Found { beside, keys, behind, differences: Vec::new(), compared, equal, hidden }
    }

    /// A row of the report, with that by hand if there is one.
    pub(super) fn row(&mut self, at: usize, hand: Option<usize>) -> Result<()> {
        let Some(row) = self.beside.table.rows.get(at) else { return Ok(()) };
        let place = Place { row: Some((at, row)), hand, total: false };
        match hand {
            Some(hand) => self.cells(place, hand, &row.cells),
            None => self.add(place, ReportDifferenceKind::RowMissing, None, None),
        }
    }

    /// A row by hand that the report does not have.
    pub(super) fn by_hand_alone(&mut self, hand: usize) -> Result<()> {
        let place = Place { row: None, hand: Some(hand), total: false };
        self.add(place, ReportDifferenceKind::RowExtra, None, None)
    }

    /// The row of totals by hand.
    pub(super) fn totals(&mut self, hand: usize) -> Result<()> {
        let place = Place { row: None, hand: Some(hand), total: true };
        self.cells(place, hand, &self.beside.table.totals)
    }

    fn cells(&mut self, place: Place<'a>, hand: usize, cells: &'a [ReportCell]) -> Result<()> {
        let Some(by_hand) = self.beside.hand.rows.get(hand) else { return Ok(()) };
        for (column, text) in by_hand.cells.iter().enumerate() {
            let cell = self.beside.places.get(column).and_then(|place| cells.get(*place));
            let Some(cell) = cell else { continue };
            // A row of totals says what it is where others have their key.
            if place.total && self.keys.contains(&column) {
                continue;
            }
            match compared(cell, text)? {
                Compared::Hidden => {
                    self.hidden = self.hidden.saturating_add(1);
                    continue;
                }
                Compared::Same => self.equal = self.equal.saturating_add(1),
                Compared::Differs(kind, by) => {
                    self.add(place, kind, Some((column, cell)), by)?;
                }
            }
            self.compared = self.compared.saturating_add(1);
        }
        Ok(())
    }

    fn add(
        &mut self,
        place: Place<'_>,
        kind: ReportDifferenceKind,
        cell: Option<(usize, &ReportCell)>,
        difference: Option<Exact>,
    ) -> Result<()> {
        let by_hand = place.hand.and_then(|hand| self.beside.hand.rows.get(hand));
        let key = |key: &usize| match place.row {
            Some((_, row)) => row.cells.get(*self.beside.places.get(*key)?).cloned(),
            None => {
                let text = by_hand?.cells.get(*key)?;
                Some(match text.is_empty() {
                    true => ReportCell::Absent {},
                    false => ReportCell::Text { text: text.clone() },
                })
            }
        };
        let number = |at: Option<usize>| match at {
            Some(at) => u32::try_from(at).map(Some).map_err(|_| overflow()),
            None => Ok(None),
        };
        let row = place.row.map(|(_, row)| row);
        let facts = row.map(|row| row.facts.clone()).unwrap_or_default();
        self.differences.push(ReportDifference {
            kind,
            key: self.keys.iter().filter_map(key).collect(),
            total: place.total,
            row: number(place.row.map(|(at, _)| at))?,
            hand_row: number(place.hand)?,
            column: cell.and_then(|(column, _)| self.beside.hand.columns.get(column)).cloned(),
            reported: cell.map(|(_, cell)| cell.clone()),
            by_hand: cell.and_then(|(column, _)| by_hand?.cells.get(column)).cloned(),
            likely: self.behind.likely(&facts, difference.as_ref()),
            difference,
            deals: row.map(|row| row.deals.clone()).unwrap_or_default(),
            facts,
        });
        Ok(())
    }
}
