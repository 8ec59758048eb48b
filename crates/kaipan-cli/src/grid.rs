//! Tables that fit a width: columns are shortened or left out, numbers are never broken.

use crate::layout::{clip, left, right, width};
use crate::paint::{Paint, Style};
use crate::text::Say;
use kaipan::error::Lang;

/// Spaces between columns.
const GAP: usize = 2;
/// A text column is not cut below this.
const LEAST_TEXT: usize = 4;
/// The first column, which says what a row is about, is not cut below this: periods, days and numbers of homes
/// are shorter.
const LEAST_FIRST: usize = 16;

/// A column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Column {
    /// Heading.
    pub(crate) title: String,
    /// Numbers stand on the right.
    pub(crate) right: bool,
    /// When to use the short texts: the lowest comes first.
    pub(crate) shorten: Option<u8>,
    /// When to leave the column out, in the same order.
    pub(crate) leave_out: Option<u8>,
}

impl Column {
    /// A column of text.
    pub(crate) fn text(title: &str) -> Column {
        Column { title: title.to_owned(), ..Column::default() }
    }

    /// A column of numbers.
    pub(crate) fn number(title: &str) -> Column {
        Column { right: true, ..Column::text(title) }
    }

    /// Leaves the column out when the width is short.
    pub(crate) fn optional(self, rank: u8) -> Column {
        Column { leave_out: Some(rank), ..self }
    }

    /// Uses the short texts when the width is short.
    pub(crate) fn shortened(self, rank: u8) -> Column {
        Column { shorten: Some(rank), ..self }
    }
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    text: String,
    short: Option<String>,
    style: Style,
}

impl Cell {
    /// A cell with a style.
    pub(crate) fn new(text: impl Into<String>, style: Style) -> Cell {
        Cell { text: crate::layout::clean(&text.into()), short: None, style }
    }

    /// With a shorter text.
    pub(crate) fn short(self, text: impl Into<String>) -> Cell {
        Cell { short: Some(text.into()), ..self }
    }

    fn shown(&self, short: bool) -> &str {
        self.short.as_deref().filter(|_| short).unwrap_or(&self.text)
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell::new(text, Style::Plain)
    }
}

enum Row {
    Cells(Vec<Cell>),
    Section(String),
}

/// A table.
#[derive(Default)]
pub(crate) struct Grid {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

/// A table drawn.
pub(crate) struct Drawn {
    /// Its lines.
    pub(crate) lines: Vec<String>,
    /// Headings of the columns left out.
    pub(crate) left_out: Vec<String>,
}

#[derive(Clone, Copy, Default)]
struct Shape {
    short: bool,
    hidden: bool,
    width: usize,
}

impl Grid {
    /// A table with these columns.
    pub(crate) fn new(columns: Vec<Column>) -> Grid {
        Grid { columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row::Cells(cells));
    }

    /// Adds a heading between rows.
    pub(crate) fn section(&mut self, title: &str) {
        self.rows.push(Row::Section(title.to_owned()));
    }

    /// The lines of the table, and one that says which columns there was no room for though they are wanted at
    /// any width.
    pub(crate) fn told(&self, lang: Lang, margin: usize, to: usize, paint: Paint) -> Vec<String> {
        let drawn = self.draw(margin, to, paint);
        let wanted = self.columns.iter().filter(|column| column.leave_out.is_none());
        let missing: Vec<&str> = wanted
            .map(|column| column.title.as_str())
            .filter(|title| drawn.left_out.iter().any(|one| one == title))
            .collect();
        let mut lines = drawn.lines;
        if !missing.is_empty() {
            let label = lang.say("宽度不够，未显示：", "too narrow to show: ");
            let label = format!("{}{label}", crate::layout::spaces(margin));
            let names = missing.join(lang.say("、", ", "));
            let told = crate::layout::paragraph(&label, &names, to);
            lines.extend(told.iter().map(|line| paint.on(Style::Dim, line)));
        }
        lines
    }

    /// Draws the table with a margin on the left.
    pub(crate) fn draw(&self, margin: usize, to: usize, paint: Paint) -> Drawn {
        let shapes = self.fit(to.saturating_sub(margin));
        let title = |column: &Column| Cell::new(column.title.clone(), Style::Dim);
        let head: Vec<Cell> = self.columns.iter().map(title).collect();
        let mut lines = vec![self.line(&head, &shapes, margin, paint)];
        let total = total(&shapes);
        let indent = crate::layout::spaces(margin);
        let rule = paint.on(Style::Dim, &"─".repeat(total));
        lines.push(format!("{indent}{rule}"));
        for row in &self.rows {
            lines.push(match row {
                Row::Cells(cells) => self.line(cells, &shapes, margin, paint),
                Row::Section(title) if title.is_empty() => format!("{indent}{rule}"),
                Row::Section(title) => {
                    format!("{indent}{}", paint.on(Style::Bold, &clip(title, total)))
                }
            });
        }
        let left_out = self.columns.iter().zip(&shapes).filter(|(_, shape)| shape.hidden);
        Drawn { lines, left_out: left_out.map(|(column, _)| column.title.clone()).collect() }
    }

    /// Shortens and leaves out columns in their order until the table fits.
    fn fit(&self, to: usize) -> Vec<Shape> {
        let mut shapes = vec![Shape::default(); self.columns.len()];
        let mut steps: Vec<(u8, usize, bool)> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            steps.extend(column.shorten.map(|rank| (rank, at, true)));
            steps.extend(column.leave_out.map(|rank| (rank, at, false)));
        }
        steps.sort_unstable();
        self.measure(&mut shapes);
        // Columns of the same rank go together.
        for step in steps.chunk_by(|a, b| a.0 == b.0) {
            if total(&shapes) <= to {
                break;
            }
            for (_, at, short) in step {
                if let Some(shape) = shapes.get_mut(*at) {
                    if *short { shape.short = true } else { shape.hidden = true }
                }
            }
            self.measure(&mut shapes);
        }
        let over = total(&shapes).saturating_sub(to);
        let texts = self.columns.iter().zip(&mut shapes).enumerate();
        let texts = texts.filter(|(_, (column, shape))| !column.right && !shape.hidden);
        if let Some((at, (_, shape))) = texts.max_by_key(|(_, (_, shape))| shape.width) {
            let least = if at == 0 { LEAST_FIRST } else { LEAST_TEXT };
            shape.width = shape.width.saturating_sub(over).max(least.min(shape.width));
        }
        // What still has no room is left out from the end.
        for at in (1..shapes.len()).rev() {
            if total(&shapes) <= to {
                break;
            }
            if let Some(shape) = shapes.get_mut(at) {
                shape.hidden = true;
            }
        }
        if let Some(first) = shapes.first_mut() {
            first.width = first.width.min(to.max(LEAST_TEXT));
        }
        shapes
    }

    fn measure(&self, shapes: &mut [Shape]) {
        for (at, shape) in shapes.iter_mut().enumerate() {
            let title = self.columns.get(at).map_or(0, |column| width(&column.title));
            let cells = self.rows.iter().filter_map(|row| match row {
                Row::Cells(cells) => cells.get(at).map(|cell| width(cell.shown(shape.short))),
                Row::Section(_) => None,
            });
            shape.width = cells.max().unwrap_or(0).max(title);
        }
    }

    fn line(&self, cells: &[Cell], shapes: &[Shape], margin: usize, paint: Paint) -> String {
        let mut line = crate::layout::spaces(margin);
        let mut owed = 0_usize;
        let shown = self.columns.iter().zip(shapes).zip(cells).filter(|((_, s), _)| !s.hidden);
        for ((column, shape), cell) in shown {
            let text = clip(cell.shown(shape.short), shape.width);
            let padded =
                if column.right { right(&text, shape.width) } else { left(&text, shape.width) };
            let body = padded.trim_end();
            let lead = body.chars().take_while(|c| *c == ' ').count();
            line.push_str(&crate::layout::spaces(owed.saturating_add(lead)));
            line.push_str(&paint.on(cell.style, body.trim_start()));
            owed = width(&padded).saturating_sub(width(body)).saturating_add(GAP);
        }
        line.trim_end().to_owned()
    }
}

fn total(shapes: &[Shape]) -> usize {
    let shown = shapes.iter().filter(|shape| !shape.hidden);
    let all = shown.map(|shape| shape.width.saturating_add(GAP)).fold(0, usize::saturating_add);
    all.saturating_sub(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_tables_shorten_then_leave_out() {
        let mut grid = Grid::new(vec![
            Column::text("name"),
            Column::number("total").shortened(1),
            Column::number("extra").optional(2),
        ]);
        let total = || Cell::from("2,134,261,664").short("213426.17万");
        grid.row(vec!["松风明月花园".into(), total(), "1,000".into()]);
        let at = |to| grid.draw(0, to, Paint::Off);
        assert_eq!(at(34).lines[2], "松风明月花园  2,134,261,664  1,000");
        assert_eq!(at(33).lines[2], "松风明月花园  213426.17万  1,000");
        assert_eq!(at(30).lines[2], "松风明月花园  213426.17万");
        assert_eq!(at(30).left_out, ["extra"]);
        // The first column says what a row is about, and is whole.
        assert_eq!(at(20).lines[2], "松风明月花园");
        assert_eq!(at(20).left_out, ["total", "extra"]);
        let told = grid.told(Lang::En, 0, 20, Paint::Off);
        assert_eq!(told[3..].join(" "), "too narrow to show: total");
    }

    #[test]
    fn what_is_left_out_is_not_what_is_cut() {
        let mut grid = Grid::new(vec![Column::text("a"), Column::text("b").optional(1)]);
        grid.row(vec!["abcdefgh".into(), "a much longer text".into()]);
        assert_eq!(grid.draw(0, 6, Paint::Off).lines[2], "abcde…");
    }
}
