//! Which row by hand is which of the report.

use super::hand::HandTable;
use super::reading::{key_by_hand, key_reported};
use crate::Text;
use crate::report::definition::ReportColumnKind;
use crate::report::table::{ReportRow, ReportTable};
use std::collections::{BTreeMap, BTreeSet};

/// A report and a table by hand, with where the columns of the second stand in the first.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    pub(super) table: &'a ReportTable,
    pub(super) hand: &'a HandTable,
    /// The place in the report of each column by hand.
    pub(super) places: &'a [usize],
}

/// Rows of the two tables.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// The row by hand of each row of the report.
    pub(super) of_report: Vec<Option<usize>>,
    /// Rows by hand that the report does not have, that of totals apart.
    pub(super) by_hand_alone: Vec<usize>,
    /// Keys that stand in one of the tables more than once.
    pub(super) repeated: BTreeSet<Vec<Text>>,
}

impl Beside<'_> {
    /// Where the key columns stand in the table by hand: those that are asked for, else as many of the leading
    /// columns of text and days as tell all rows apart; all of those if none do.
    pub(super) fn keys(&self) -> Vec<usize> {
        let by_hand = |key: &Text| self.hand.columns.iter().position(|own| own == key);
        if !self.hand.keys.is_empty() {
            return self.hand.keys.iter().filter_map(by_hand).collect();
        }
        let words = |kind| matches!(kind, ReportColumnKind::Text | ReportColumnKind::Date);
        let leading = self.table.columns.iter().take_while(|column| words(column.kind));
        let leading: Vec<usize> = leading.filter_map(|column| by_hand(&column.key)).collect();
        let enough = (1..leading.len())
            .find(|count| leading.get(..*count).is_some_and(|keys| self.tells_apart(keys)));
        leading.into_iter().take(enough.unwrap_or(usize::MAX)).collect()
    }

    fn tells_apart(&self, keys: &[usize]) -> bool {
        let mut seen = BTreeSet::new();
        let reported = self.table.rows.iter().all(|row| seen.insert(self.key_of(row, keys, 0)));
        seen.clear();
        let mut by_hand = 0..self.hand.rows.len();
        reported && by_hand.all(|at| self.is_total(at) || seen.insert(self.key_by_hand(at, keys)))
    }

    fn is_total(&self, at: usize) -> bool {
        self.hand.rows.get(at).is_some_and(|row| row.total)
    }

    /// The key of a row of the report, in Chinese or English.
    fn key_of(&self, row: &ReportRow, keys: &[usize], language: usize) -> Vec<Text> {
        let cell = |key: &usize| row.cells.get(*self.places.get(*key)?);
        let told = keys.iter().filter_map(cell).map(key_reported);
        told.filter_map(|both| both.get(language).cloned()).collect()
    }

    fn key_by_hand(&self, at: usize, keys: &[usize]) -> Vec<Text> {
        let cell = |key: &usize| {
            let text = self.hand.rows.get(at)?.cells.get(*key)?;
            let column = self.table.columns.get(*self.places.get(*key)?)?;
            Some(key_by_hand(column.kind, text))
        };
        keys.iter().filter_map(cell).collect()
    }

    /// Pairs rows by their keys; several of one key in their order.
    pub(super) fn pairs(&self, keys: &[usize]) -> Pairs {
        let mut by_key: BTreeMap<Vec<Text>, Vec<usize>> = BTreeMap::new();
        let mut repeated = BTreeSet::new();
        for (at, row) in self.table.rows.iter().enumerate() {
            let (zh, en) = (self.key_of(row, keys, 0), self.key_of(row, keys, 1));
            if en != zh {
                by_key.entry(en).or_default().push(at);
            }
            let own = by_key.entry(zh.clone()).or_default();
            own.push(at);
            if own.len() > 1 {
                repeated.insert(zh);
            }
        }
        let mut pairs = Pairs { of_report: vec![None; self.table.rows.len()], ..Pairs::default() };
        let mut seen = BTreeSet::new();
        for at in (0..self.hand.rows.len()).filter(|at| !self.is_total(*at)) {
            let key = self.key_by_hand(at, keys);
            let rows = by_key.get(&key).into_iter().flatten();
            let mut free = rows.filter(|row| pairs.of_report.get(**row) == Some(&None)).copied();
            match free.next().and_then(|row| pairs.of_report.get_mut(row)) {
                Some(place) => *place = Some(at),
                None => pairs.by_hand_alone.push(at),
            }
            if !seen.insert(key.clone()) {
                repeated.insert(key);
            }
        }
        pairs.repeated = repeated;
        pairs
    }
}
