//! The sheet on a terminal: a part for each deal, a line for each step.

use crate::deal::View;
use crate::layout::{clean, clip, heading, left, paragraph, width};
use crate::paint::Style;
use crate::text::Say;
use kaipan::Date;
use kaipan::error::{Lang, Severity};
use kaipan::service::{ServiceCell, ServiceDueList, ServiceSheetRow, StepStanding};

/// The width of a day, and of what stands over it.
const DAY: usize = 10;

/// The width of everything beside the names of steps.
const BESIDE: usize = 48;

/// Of a name so much is shown in any case.
const LEAST: usize = 12;

/// Title, day, how much is overdue, and every deal.
pub(super) fn sheet(view: &View<'_>, list: &ServiceDueList, today: Date) -> Vec<String> {
    let sheet = &list.sheet;
    let title = view.lang.say(&sheet.zh, &sheet.en);
    let overdue = match (view.lang, list.overdue) {
        (Lang::Zh, 0) => "没有逾期".to_owned(),
        (Lang::Zh, count) => format!("逾期 {count} 项"),
        (Lang::En, 0) => "nothing is overdue".to_owned(),
        (Lang::En, count) => format!("{count} overdue"),
    };
    let mut lines = vec![view.paint.on(Style::Bold, &format!("{title}  {today}"))];
    let style = if list.overdue == 0 { Style::Good } else { Style::Of(Severity::Warning) };
    lines.push(view.paint.on(style, &overdue));
    let names: Vec<&str> =
        sheet.columns.iter().map(|column| view.lang.say(&column.zh, &column.en)).collect();
    let shown = |row: &ServiceSheetRow| {
        let there = row.cells.iter().zip(&names).filter(|(cell, _)| is_there(cell));
        there.map(|(_, name)| width(name)).max().unwrap_or(0)
    };
    let widest = sheet.rows.iter().map(shown).max().unwrap_or(0);
    let widest = widest.min(view.width.saturating_sub(BESIDE)).max(LEAST);
    for row in &sheet.rows {
        lines.extend(heading(&deal(view.lang, row), view.width, view.paint));
        let heads = [
            view.lang.say("步骤", "step"),
            view.lang.say("计划", "planned"),
            view.lang.say("实际", "done"),
            view.lang.say("状态", "standing"),
        ];
        lines.push(view.paint.on(Style::Dim, &line(heads, widest)));
        for (cell, name) in row.cells.iter().zip(&names).filter(|(cell, _)| is_there(cell)) {
            let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let (planned, done) = (day(cell.planned), day(cell.done));
            let standing = standing(view.lang, cell);
            let drawn = line([&clean(name), &planned, &done, &standing], widest);
            lines.push(view.paint.on(style_of(cell), &drawn));
        }
    }
    if sheet.rows.is_empty() {
        let nothing = view.lang.say("没有事务", "no services");
        lines.extend(paragraph("", nothing, view.width));
    }
    lines
}

fn is_there(cell: &ServiceCell) -> bool {
    cell.standing != StepStanding::NoService
}

fn deal(lang: Lang, row: &ServiceSheetRow) -> String {
    let id = clean(&row.deal);
    match (lang, &row.unit_no) {
        (Lang::Zh, Some(unit)) => format!("交易“{id}”，房间“{}”", clean(unit)),
        (Lang::Zh, None) => format!("交易“{id}”"),
        (Lang::En, Some(unit)) => format!("deal {id}, unit {}", clean(unit)),
        (Lang::En, None) => format!("deal {id}"),
    }
}

/// A line of the table, without spaces at its end.
fn line([step, planned, done, standing]: [&str; 4], widest: usize) -> String {
    let drawn = format!(
        "  {}  {}  {}  {standing}",
        left(&clip(step, widest), widest),
        left(planned, DAY),
        left(done, DAY)
    );
    drawn.trim_end().to_owned()
}

/// How a step stands, with the days that it is or was late.
fn standing(lang: Lang, cell: &ServiceCell) -> String {
    let word = match lang {
        Lang::Zh => cell.standing.chinese().to_owned(),
        Lang::En => cell.standing.word().replace('_', " "),
    };
    match (lang, cell.days_late) {
        (_, None) => word,
        (Lang::Zh, Some(days)) => format!("{word} {days} 天"),
        (Lang::En, Some(1)) => format!("{word} by 1 day"),
        (Lang::En, Some(days)) => format!("{word} by {days} days"),
    }
}

fn style_of(cell: &ServiceCell) -> Style {
    match cell.standing {
        StepStanding::Overdue => Style::Of(Severity::Warning),
        StepStanding::Due => Style::Bold,
        _ => Style::Plain,
    }
}
