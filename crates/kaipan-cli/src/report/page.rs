//! Reports as a page to print: one file of HTML without scripts and without requests, a sheet a report.

use super::cells::{is_number, shown, title, title_with_unit};
use super::chart::Chart;
use super::words::about;
use crate::html::{Html, page};
use crate::layout::width;
use crate::text::{Say, severity};
use kaipan::error::Lang;
use kaipan::report::{ReportCell, ReportColumn, ReportTable};

const STYLE: &str = include_str!("style.css");
/// Reports with more columns are printed smaller.
const WIDE: usize = 14;
const WIDEST: usize = 22;
/// Texts that are longer take several lines.
const LONG: usize = 22;

/// The page, with a chart of each report that has one.
pub(super) fn of(tables: &[(&ReportTable, Option<Chart<'_>>)], lang: Lang) -> String {
    let name = match tables {
        [(one, _)] => lang.say(&one.title_zh, &one.title_en).to_owned(),
        _ => lang.say("报表", "Reports").to_owned(),
    };
    page(lang, &name, STYLE, |html| {
        for (table, chart) in tables {
            section(html, table, chart.as_ref(), lang);
        }
    })
}

fn section(html: &mut Html, table: &ReportTable, chart: Option<&Chart<'_>>, lang: Lang) {
    let class = match table.columns.len() {
        count if count > WIDEST => "widest",
        count if count > WIDE => "wide",
        _ => "",
    };
    html.block("section", class, |html| {
        html.block("header", "", |html| {
            html.leaf("h1", "", lang.say(&table.title_zh, &table.title_en));
            html.leaf("p", "", &about(table, lang));
        });
        match table.rows.is_empty() {
            true => html.leaf("p", "none", lang.say("没有符合条件的记录", "nothing to show")),
            false => rows(html, table, lang),
        }
        if let Some(chart) = chart {
            bars(html, chart, lang);
        }
        for note in &table.notes {
            html.block("p", "note", |html| {
                html.leaf("b", "", &note.topic);
                html.text(&format!(" {}", note.text));
            });
        }
        for finding in &table.findings {
            let text = format!("{}  {}", severity(lang, finding.severity), finding.message(lang));
            html.leaf("p", "finding", &text);
        }
    });
}

fn rows(html: &mut Html, table: &ReportTable, lang: Lang) {
    let class = |column: &ReportColumn| if is_number(column.kind) { "n" } else { "" };
    html.element("table", &[], |html| {
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                for column in &table.columns {
                    html.leaf("th", class(column), &title_with_unit(lang, column));
                }
            });
        });
        let line = |html: &mut Html, cells: &[ReportCell], name: Option<&str>| {
            html.element("tr", &[], |html| {
                for (at, (column, cell)) in table.columns.iter().zip(cells).enumerate() {
                    let text = shown(lang, column, cell);
                    let name = name.filter(|_| at == 0 && text.is_empty());
                    let is_long = width(&text) > LONG;
                    let class = if is_long { "long" } else { class(column) };
                    html.leaf("td", class, name.unwrap_or(&text));
                }
            });
        };
        html.element("tbody", &[], |html| {
            table.rows.iter().for_each(|row| line(html, &row.cells, None));
        });
        if table.totals.iter().any(|cell| !matches!(cell, ReportCell::Absent {})) {
            html.element("tfoot", &[], |html| {
                line(html, &table.totals, Some(lang.say("合计", "total")));
            });
        }
    });
}

fn bars(html: &mut Html, chart: &Chart<'_>, lang: Lang) {
    html.element("figure", &[], |html| {
        html.leaf("h2", "", title(lang, chart.column));
        html.element("div", &[("class", "bars")], |html| {
            for bar in &chart.bars {
                html.leaf("span", "", &bar.name);
                let percent = percent(bar.part);
                let style = format!("width:{percent}%");
                let class = if bar.negative { "bar less" } else { "bar" };
                html.block("span", "room", |html| {
                    html.element("i", &[("class", class), ("style", &style)], |_| {});
                });
                html.leaf("span", "n", &bar.figure);
            }
        });
    });
}

/// Thousandths as a percentage.
fn percent(thousandths: u32) -> String {
    match thousandths {
        0..1_000 => crate::layout::percent(&format!("0.{thousandths:03}")),
        _ => "100".to_owned(),
    }
}
