//! `kaipan report list` and `kaipan report calendar`.

use super::View;
use super::args::{CalendarArgs, ListArgs, ListFormat};
use super::asked::definition;
use super::words;
use crate::failure::Failure;
use crate::grid::{Cell, Column, Grid};
use crate::paint::Style;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::kpi::PeriodKind;
use kaipan::report::{DueReport, ReportColumn, ReportColumnKind, ReportDefinition, reports};
use kaipan_derive::boundary;
use kaipan_ops::json;
use kaipan_ops::report::ReportCalendarRequest;

/// The answer of report.list.
#[boundary(write)]
struct Listed {
    /// The reports, with their columns.
    reports: Vec<ReportDefinition>,
}

/// Lists the reports, or the columns of one.
///
/// # Errors
/// A report that there is not.
pub(super) fn list(options: &ListArgs, lang: Lang) -> Result<u8, Failure> {
    let view = View::new(options.shown.color, options.shown.width, lang);
    let one = options.report.as_ref().map(|name| definition(name, lang)).transpose()?;
    let text = match (options.shown.format, &one) {
        (ListFormat::Json, Some(one)) => json::write(one, 16_384) + "\n",
        (ListFormat::Json, None) => json::write(&Listed { reports: reports() }, 65_536) + "\n",
        (ListFormat::Table, Some(one)) => columns(&view, one).join("\n") + "\n",
        (ListFormat::Table, None) => all(&view).join("\n") + "\n",
    };
    crate::print(&text)?;
    Ok(0)
}

fn kinds(kinds: &[PeriodKind], lang: Lang) -> String {
    let kinds: Vec<String> = kinds.iter().map(|kind| words::period(*kind, lang)).collect();
    kinds.join(lang.say("、", ", "))
}

fn all(view: &View) -> Vec<String> {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(lang.say("名称", "name")),
        Column::text(lang.say("标题", "title")),
        Column::text(lang.say("报送", "due after each")),
        Column::number(lang.say("栏数", "columns")),
        Column::text(lang.say("可按期间", "periods")).optional(1),
    ]);
    for one in reports() {
        grid.row(vec![
            Cell::from(one.name.as_str()),
            Cell::new(lang.say(&one.title_zh, &one.title_en), Style::Bold),
            Cell::from(kinds(&one.due_after, lang)),
            Cell::from(one.columns.len().to_string()),
            Cell::from(kinds(&one.periods, lang)),
        ]);
    }
    grid.told(view.lang, 0, view.width, view.paint)
}

fn columns(view: &View, one: &ReportDefinition) -> Vec<String> {
    let lang = view.lang;
    let title = lang.say(&one.title_zh, &one.title_en);
    let mut lines = vec![format!("{}  {}", view.paint.on(Style::Bold, title), one.name)];
    lines.push(format!("{}  {}", lang.say("可按期间", "periods"), kinds(&one.periods, lang)));
    lines.push(String::new());
    let mut grid = Grid::new(vec![
        Column::text(lang.say("栏", "column")),
        Column::text(lang.say("标题", "title")),
        Column::text(lang.say("类别", "kind")),
        Column::text(lang.say("单位", "unit")),
        Column::text(lang.say("限制", "who may see it")).optional(1),
    ]);
    for column in &one.columns {
        let unit = if lang == Lang::Zh { &column.unit_zh } else { &column.unit_en };
        let personal = match column.personal {
            true => lang.say("须有查看交易的权限", "those who may read deals"),
            false => "",
        };
        grid.row(vec![
            Cell::from(column.key.as_str()),
            Cell::from(lang.say(&column.title_zh, &column.title_en)),
            Cell::from(kind(column, lang)),
            Cell::from(unit.as_ref().map(ToString::to_string).unwrap_or_default()),
            Cell::from(personal),
        ]);
    }
    lines.extend(grid.told(view.lang, 0, view.width, view.paint));
    lines
}

fn kind(column: &ReportColumn, lang: Lang) -> &'static str {
    match column.kind {
        ReportColumnKind::Text => lang.say("文字", "text"),
        ReportColumnKind::Date => lang.say("日期", "day"),
        ReportColumnKind::Count => lang.say("数量", "count"),
        ReportColumnKind::Area => lang.say("面积", "area"),
        ReportColumnKind::Money => lang.say("金额", "money"),
        ReportColumnKind::UnitPrice => lang.say("单价", "unit price"),
        ReportColumnKind::Share => lang.say("比例", "share"),
        ReportColumnKind::Days => lang.say("天数", "days"),
        _ => lang.say("数值", "number"),
    }
}

/// Says which reports are due.
///
/// # Errors
/// Days that the core refuses.
pub(super) fn calendar(options: &CalendarArgs, lang: Lang) -> Result<u8, Failure> {
    let view = View::new(options.shown.color, options.shown.width, lang);
    let mut request = ReportCalendarRequest::new(options.from);
    request.to = options.to;
    let calendar = kaipan_ops::report::calendar(&request);
    let calendar = calendar.map_err(|error| Failure::plain(&error))?;
    let text = match options.shown.format {
        ListFormat::Json => json::write(&calendar, 16_384) + "\n",
        ListFormat::Table => table(&view, &calendar.due).join("\n") + "\n",
    };
    crate::print(&text)?;
    Ok(0)
}

fn table(view: &View, due: &[DueReport]) -> Vec<String> {
    let lang = view.lang;
    if due.is_empty() {
        return vec![
            lang.say("这段时间没有应出的报表", "no report is due on these days").to_owned(),
        ];
    }
    let mut grid = Grid::new(vec![
        Column::text(lang.say("统计日", "run on")),
        Column::text(lang.say("上交日", "delivered on")),
        Column::text(lang.say("期间", "period")),
        Column::text(lang.say("报表", "report")),
        Column::text(lang.say("名称", "name")).optional(2),
        Column::text(lang.say("起止", "days")).optional(1),
    ]);
    let mut before = None;
    for one in due {
        let again = before.replace(one.due_on) == Some(one.due_on);
        let day = |text: String| if again { String::new() } else { text };
        grid.row(vec![
            Cell::new(day(one.due_on.to_string()), Style::Bold),
            Cell::from(day(one.delivered_on.to_string())),
            Cell::from(one.period.name.as_str()),
            Cell::from(lang.say(&one.title_zh, &one.title_en)),
            Cell::from(one.report.as_str()),
            Cell::from(match lang {
                Lang::Zh => format!("{} 至 {}", one.period.from, one.period.to),
                Lang::En => format!("{} to {}", one.period.from, one.period.to),
            }),
        ]);
    }
    grid.told(view.lang, 0, view.width, view.paint)
}
