//! Finding the header of a table, which may stand below titles and over two rows.

use super::title::Title;
use crate::project::import::source::Source;
use crate::project::import::worksheet::CellKind;
use std::collections::HashSet;

/// Rows at the top that a header is looked for in.
pub(in crate::project::import) const LOOKED_AT: usize = 50;
/// Columns that must be known for a row to be a header.
const FEWEST: usize = 2;

/// A header: its rows, and for every column its title as shown and what it says.
#[derive(Clone)]
pub(in crate::project::import) struct Found {
    pub(in crate::project::import) first: usize,
    pub(in crate::project::import) last: usize,
    pub(super) titles: Vec<(String, Title)>,
    /// How many fields of a unit it names.
    pub(in crate::project::import) fields: usize,
}

impl Found {
    fn new(first: usize, last: usize, titles: Vec<(String, Title)>) -> Found {
        let names = titles.iter().filter_map(|(_, title)| title.column());
        let fields = names.map(|column| column.name).collect::<HashSet<_>>().len();
        Found { first, last, titles, fields }
    }

    fn names(&self, field: &str) -> bool {
        self.titles.iter().any(|(_, title)| title.column().is_some_and(|one| one.name == field))
    }

    /// Whether it names all that a unit must have.
    pub(in crate::project::import) fn is_complete(&self) -> bool {
        ["building", "floor", "building_area"].iter().all(|field| self.names(field))
            && (self.names("line") || self.names("unit_no"))
    }

    /// The header of a table: the row that names most fields, the first of several, with the row
    /// above or below it if they are one header together. None if no row names any two.
    pub(in crate::project::import) fn find(source: &Source<'_>) -> Option<Found> {
        let mut best: Option<Found> = None;
        for row in 0..source.rows().min(LOOKED_AT) {
            let found = one_row(source, row);
            let better = best.as_ref().is_none_or(|best| found.fields > best.fields);
            let complete = found.is_complete();
            if found.fields >= FEWEST && better {
                best = Some(found);
            }
            if complete {
                break;
            }
        }
        let best = best?;
        let above = best.first.checked_sub(1).map(|above| two_rows(source, above));
        let below = Some(best.last.saturating_add(1)).filter(|below| *below < source.rows());
        let below = below.map(|_| two_rows(source, best.first));
        let together = [above, below].into_iter().flatten();
        let together = together.filter(|(two, all_known)| {
            two.fields > best.fields
                || two.fields == best.fields && *all_known && two.first == best.first
        });
        Some(together.map(|(two, _)| two).max_by_key(|two| two.fields).unwrap_or(best))
    }
}

/// The text of a cell in one line.
fn text(source: &Source<'_>, row: usize, column: usize) -> String {
    let seen = source.cell(row, column);
    if seen.kind != CellKind::Text {
        return String::new();
    }
    let lines = seen.text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

fn one_row(source: &Source<'_>, row: usize) -> Found {
    let texts: Vec<String> = (0..source.width(row)).map(|at| text(source, row, at)).collect();
    let own = super::others::is_price_table(texts.iter().map(String::as_str));
    let titles = texts.into_iter().map(|text| {
        let title = Title::read(&text, own);
        (text, title)
    });
    Found::new(row, row, titles.collect())
}

/// Two rows as one header, and whether all that stands in the lower one is known with the upper.
fn two_rows(source: &Source<'_>, upper: usize) -> (Found, bool) {
    let lower = upper.saturating_add(1);
    let mut titles = Vec::new();
    let mut group = String::new();
    let mut group_ends = 0_usize;
    let (mut all_known, mut any) = (true, false);
    let width = source.width(upper).max(source.width(lower));
    // Where the row has merged cells, a group reaches as far as its own; elsewhere up to the next.
    let bounded = (0..width).any(|column| source.is_merged_over(upper, column, 2));
    for column in 0..width {
        let (above, below) = (text(source, upper, column), text(source, lower, column));
        if !above.is_empty() || below.is_empty() || bounded && column >= group_ends {
            group = above;
            group_ends = column.saturating_add(source.merged_width(upper, column));
        }
        let title = Title::read_two(&group, &below, false);
        if !source.cell(lower, column).is_empty() {
            any = true;
            all_known &= !below.is_empty() && !matches!(title, Title::Unknown);
        }
        let shown = match (group.as_str(), below.as_str()) {
            (one, "") | ("", one) => one.to_owned(),
            (group, below) => format!("{group}/{below}"),
        };
        titles.push((shown, title));
    }
    (Found::new(upper, lower, titles), any && all_known)
}
