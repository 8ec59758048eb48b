//! Tables of aging on a terminal.

use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, heading, paragraph};
use crate::overdue::{View, words};
use crate::paint::Style;
use crate::text::{Say, short};
use kaipan::error::Severity;
use kaipan::number::Money;
use kaipan::overdue::{AgingReport, AgingRow};

/// A table for each dimension, the total below each.
pub(super) fn drawn(view: &View, report: &AgingReport) -> Vec<String> {
    let mut lines = Vec::new();
    for table in &report.tables {
        let title = words::dimension(view.lang, table.by);
        lines.extend(heading(title, view.width, view.paint));
        let mut grid = Grid::new(columns(view, report));
        for row in &table.rows {
            grid.row(cells(view, row, Style::Plain));
        }
        grid.section("");
        grid.row(cells(view, &report.total, Style::Bold));
        let drawn = grid.draw(2, view.width, view.paint);
        lines.extend(drawn.lines);
        if !drawn.left_out.is_empty() {
            lines.push(left_out(view, &drawn.left_out));
        }
    }
    lines
}

/// Columns for which there was no room.
pub(in crate::overdue) fn left_out(view: &View, titles: &[String]) -> String {
    let lang = view.lang;
    let names = titles.join(lang.say("、", ", "));
    let label = lang.say("  屏幕太窄，略去：", "  too narrow for: ");
    let lines = paragraph(label, &names, view.width);
    let lines: Vec<String> = lines.iter().map(|one| view.paint.on(Style::Dim, one)).collect();
    lines.join("\n")
}

/// Where there is no room, columns of nothing are left out first.
fn columns(view: &View, report: &AgingReport) -> Vec<Column> {
    let lang = view.lang;
    let total = &report.total;
    let number = |title: &str, is_empty: bool| {
        let column = Column::number(title).shortened(1);
        if is_empty { column.optional(2) } else { column }
    };
    let mut columns = vec![Column::text("")];
    columns.push(number(lang.say("未到期", "not due"), false));
    for (bucket, money) in report.columns.iter().zip(&total.buckets) {
        columns.push(number(&words::bucket(lang, bucket), money.is_zero()));
    }
    columns.push(number(lang.say("未定日期", "undated"), total.undated.is_zero()));
    columns.push(number(lang.say("欠款合计", "owed"), false));
    columns.push(number(lang.say("预收款", "prepaid"), total.prepayment.is_zero()));
    columns.push(Column::number(lang.say("最长逾期", "most days")).optional(3));
    columns
}

fn cells(view: &View, row: &AgingRow, style: Style) -> Vec<Cell> {
    let late = Style::Of(Severity::Warning);
    let money = |money: Money, style: Style| match money.is_zero() {
        true => Cell::new("–", Style::Dim),
        false => Cell::new(amount(money), style).short(short(view.lang, money)),
    };
    let name = match style {
        Style::Bold => view.lang.say("合计", "total"),
        _ => words::row_name(view.lang, row),
    };
    let mut cells = vec![Cell::new(name.to_owned(), style), money(row.not_due, style)];
    cells.extend(row.buckets.iter().map(|bucket| money(*bucket, late)));
    cells.push(money(row.undated, style));
    cells.push(money(row.outstanding, Style::Bold));
    cells.push(money(row.prepayment, style));
    cells.push(Cell::new(
        if row.overdue_days == 0 { "–".to_owned() } else { row.overdue_days.to_string() },
        Style::Plain,
    ));
    cells
}
