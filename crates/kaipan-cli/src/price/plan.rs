//! The plan of a building: which unit stands on which floor and line.

use crate::layout::natural;
use kaipan::pricing::TableRow;
use std::collections::{BTreeSet, HashMap};

/// A column of the plan. Units that share floor, stair and line stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Line<'a> {
    /// 单元; empty where there is none.
    pub(crate) stair: &'a str,
    /// 户位.
    pub(crate) line: &'a str,
    /// 0 for the first unit in this place.
    nth: usize,
}

/// The units of a building by floor and line.
pub(crate) struct Plan<'a> {
    /// From left to right.
    pub(crate) lines: Vec<Line<'a>>,
    /// From the top down.
    pub(crate) floors: Vec<i32>,
    cells: HashMap<(i32, Line<'a>), &'a TableRow>,
}

impl<'a> Plan<'a> {
    /// Arranges the units of one building.
    pub(crate) fn new(rows: &[&'a TableRow]) -> Plan<'a> {
        let mut cells = HashMap::with_capacity(rows.len());
        let mut floors = BTreeSet::new();
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut known = std::collections::HashSet::new();
        for row in rows {
            let stair = row.stair.as_deref().unwrap_or("");
            let mut line = Line { stair, line: &row.line, nth: 0 };
            // A duplex stands on both its floors.
            let on = || std::iter::once(row.floor).chain(row.top_floor);
            while on().any(|floor| cells.contains_key(&(floor, line.clone()))) {
                line.nth = line.nth.saturating_add(1);
            }
            floors.extend(on());
            if known.insert(line.clone()) {
                lines.push(line.clone());
            }
            cells.extend(on().map(|floor| ((floor, line.clone()), *row)));
        }
        lines.sort_by(|a, b| {
            let stairs = natural(a.stair, b.stair);
            stairs.then_with(|| natural(a.line, b.line)).then_with(|| a.nth.cmp(&b.nth))
        });
        Plan { lines, floors: floors.into_iter().rev().collect(), cells }
    }

    /// The unit in a place.
    pub(crate) fn unit(&self, floor: i32, line: &Line<'a>) -> Option<&'a TableRow> {
        self.cells.get(&(floor, line.clone())).copied()
    }

    /// The units of a line, from the top down.
    pub(crate) fn of_line(&self, line: &Line<'a>) -> impl Iterator<Item = &'a TableRow> {
        self.floors.iter().filter_map(move |floor| self.unit(*floor, line))
    }

    /// Lines in blocks no wider than `room`: `cell` for every line and `bar` between stairs. A
    /// stair is kept together if it can be, and divided evenly if not.
    pub(crate) fn blocks(&self, room: usize, cell: usize, bar: usize) -> Vec<&[Line<'a>]> {
        let mut blocks: Vec<&[Line<'a>]> = Vec::new();
        let (mut start, mut end, mut used) = (0_usize, 0_usize, 0_usize);
        for stair in self.lines.chunk_by(|a, b| a.stair == b.stair) {
            let wide = stair.len().saturating_mul(cell);
            let before = if start == end { 0 } else { used.saturating_add(bar) };
            if before.saturating_add(wide) <= room {
                end = end.saturating_add(stair.len());
                used = before.saturating_add(wide);
                continue;
            }
            blocks.extend(self.lines.get(start..end).filter(|block| !block.is_empty()));
            start = end;
            end = end.saturating_add(stair.len());
            used = wide;
            if wide > room {
                let most = room.checked_div(cell).unwrap_or(1).max(1);
                let parts = stair.len().div_ceil(most).max(1);
                blocks.extend(stair.chunks(stair.len().div_ceil(parts).max(1)));
                start = end;
            }
        }
        blocks.extend(self.lines.get(start..end).filter(|block| !block.is_empty()));
        blocks
    }
}
