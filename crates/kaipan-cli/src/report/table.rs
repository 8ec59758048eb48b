//! A report in the terminal.

use super::View;
use super::cells::{is_number, shown, title};
use crate::grid::{Cell, Column, Grid};
use crate::paint::Style;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::report::{ReportCell, ReportColumn, ReportColumnKind, ReportTable};

/// Reports with more columns than fit are turned on their side if they have no more rows than this.
const MOST_TURNED: usize = 6;
/// Rows that are shown.
const MOST_ROWS: usize = 200;
/// A text in a column is cut to this.
const LONGEST: usize = 24;

/// The table: as it is if it fits, on its side if it has few rows, else without its last columns.
pub(super) fn drawn(view: &View, table: &ReportTable) -> Vec<String> {
    if table.rows.is_empty() {
        return vec![view.lang.say("  没有符合条件的记录", "  nothing to show").to_owned()];
    }
    let upright = upright(view, table).draw(0, view.width, view.paint);
    if upright.left_out.is_empty() {
        return with_more(view, table, upright.lines);
    }
    if table.rows.len() <= MOST_TURNED {
        let turned = turned(view, table).draw(0, view.width, view.paint);
        if turned.left_out.is_empty() {
            return turned.lines;
        }
    }
    let mut lines = with_more(view, table, upright.lines);
    let titles = upright.left_out.join(view.lang.say("、", ", "));
    let text = match view.lang {
        Lang::Zh => format!("因宽度未显示：{titles}；全部各栏用“--output”写成文件"),
        Lang::En => format!("left out for width: {titles}; --output writes all columns to a file"),
    };
    lines.extend(
        crate::layout::wrap(&text, view.width).iter().map(|line| view.paint.on(Style::Dim, line)),
    );
    lines
}

/// How many rows are not shown.
fn with_more(view: &View, table: &ReportTable, mut lines: Vec<String>) -> Vec<String> {
    let more = table.rows.len().saturating_sub(MOST_ROWS);
    if more > 0 {
        lines.push(match view.lang {
            Lang::Zh => format!("  另有 {more} 行，用“--output”写成文件"),
            Lang::En => format!("  and {more} more rows; --output writes all to a file"),
        });
    }
    lines
}

fn has_totals(table: &ReportTable) -> bool {
    table.totals.iter().any(|cell| !matches!(cell, ReportCell::Absent {}))
}

fn cell(view: &View, column: &ReportColumn, cell: &ReportCell, style: Style) -> Cell {
    let text = shown(view.lang, column, cell);
    let style = match cell {
        ReportCell::Hidden {} | ReportCell::Undefined {} => Style::Dim,
        _ => style,
    };
    Cell::new(text.clone(), style).short(crate::layout::clip(&text, LONGEST))
}

/// Columns from the right are left out first; what rows are named by stays.
fn upright(view: &View, table: &ReportTable) -> Grid {
    let leading = table.columns.iter().take_while(|column| column.kind == ReportColumnKind::Text);
    let leading = leading.count().min(3);
    let count = table.columns.len();
    let columns = table.columns.iter().enumerate().map(|(at, column)| {
        let title = title(view.lang, column);
        let own = match is_number(column.kind) {
            true => Column::number(title),
            false => Column::text(title).shortened(0),
        };
        let rank = u8::try_from(count.saturating_sub(at)).unwrap_or(u8::MAX);
        if at < leading { own } else { own.optional(rank) }
    });
    let mut grid = Grid::new(columns.collect());
    let line = |cells: &[ReportCell], style| {
        let cells = table.columns.iter().zip(cells);
        cells.map(|(column, one)| cell(view, column, one, style)).collect::<Vec<_>>()
    };
    for row in table.rows.iter().take(MOST_ROWS) {
        grid.row(line(&row.cells, Style::Plain));
    }
    if has_totals(table) {
        grid.section("");
        let mut totals = line(&table.totals, Style::Bold);
        if let Some(first) = totals.first_mut().filter(|_| leading > 0) {
            *first = Cell::new(view.lang.say("合计", "total"), Style::Bold);
        }
        grid.row(totals);
    }
    grid
}

/// A line a column of the report.
fn turned(view: &View, table: &ReportTable) -> Grid {
    let is_name = |column: &&ReportColumn| column.kind == ReportColumnKind::Text;
    let leading = table.columns.iter().take_while(is_name).count();
    let name = |cells: &[ReportCell]| {
        let cells = table.columns.iter().zip(cells).take(leading);
        let cells = cells.map(|(column, cell)| shown(view.lang, column, cell));
        cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let mut columns = vec![Column::text("")];
    columns.extend(table.rows.iter().map(|row| Column::number(&name(&row.cells)).optional(1)));
    let has_totals = has_totals(table) && table.rows.len() > 1;
    if has_totals {
        columns.push(Column::number(view.lang.say("合计", "total")).optional(1));
    }
    let mut grid = Grid::new(columns);
    for (at, column) in table.columns.iter().enumerate().skip(leading) {
        let one = |cells: &[ReportCell], style| {
            cells.get(at).map_or_else(Cell::default, |one| cell(view, column, one, style))
        };
        let mut cells = vec![Cell::from(title(view.lang, column))];
        cells.extend(table.rows.iter().map(|row| one(&row.cells, Style::Plain)));
        if has_totals {
            cells.push(one(&table.totals, Style::Bold));
        }
        grid.row(cells);
    }
    grid
}
