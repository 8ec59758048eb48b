//! What is due beside the sheet: steps with who does them and the documents that are lacking, to-dos,
//! and what else is told.

use crate::deal::View;
use crate::layout::{clean, heading, paragraph};
use crate::paint::Style;
use crate::text::{Say, severity};
use kaipan::Text;
use kaipan::error::{Code, Finding, Lang, Severity};
use kaipan::service::{DueStep, DueTodo, ServiceDueList};

/// What is due or overdue; nothing where nothing is.
pub(super) fn drawn(view: &View<'_>, list: &ServiceDueList) -> Vec<String> {
    let mut lines = Vec::new();
    if !list.steps.is_empty() {
        lines.extend(heading(
            view.lang.say("到期的步骤", "Steps that are due"),
            view.width,
            view.paint,
        ));
        lines.extend(list.steps.iter().flat_map(|one| told(view, &step(view, one), one.overdue)));
    }
    if !list.todos.is_empty() {
        lines.extend(heading(view.lang.say("待办", "To do"), view.width, view.paint));
        lines.extend(list.todos.iter().flat_map(|one| told(view, &todo(view, one), one.overdue)));
    }
    // What is overdue was said.
    let is_said =
        |one: &&Finding| ![Code::ServiceOverdue, Code::ServiceTodoLate].contains(&one.code);
    let others: Vec<String> = list
        .findings
        .iter()
        .filter(is_said)
        .flat_map(|one| {
            let label = format!("{}  ", severity(view.lang, one.severity));
            let drawn = paragraph(&label, &clean(one.message(view.lang)), view.width);
            let style = Style::Of(one.severity);
            drawn.into_iter().map(move |line| view.paint.on(style, &line))
        })
        .collect();
    if !others.is_empty() {
        lines.push(String::new());
        lines.extend(others);
    }
    lines
}

fn told(view: &View<'_>, text: &str, overdue: bool) -> Vec<String> {
    let style = if overdue { Style::Of(Severity::Warning) } else { Style::Plain };
    let drawn = paragraph("  ", &clean(text), view.width);
    drawn.iter().map(|line| view.paint.on(style, line)).collect()
}

/// `3-1-1802 网签备案·备案完成：2026-10-01，逾期 1 天；岗位…；缺“…”`.
fn step(view: &View<'_>, one: &DueStep) -> String {
    let whose = whose(one.unit_no.as_ref(), &one.deal);
    let roles = view.roles.names(view.lang, one.roles.iter().map(Text::as_str));
    let pieces: Vec<String> = one
        .missing_documents
        .iter()
        .map(|piece| match view.lang {
            Lang::Zh => format!("“{}”", piece.zh),
            Lang::En => piece.en.to_string(),
        })
        .collect();
    let (planned, left) = (one.planned, days_left(view.lang, one.days_left));
    let mut text = match view.lang {
        Lang::Zh => {
            format!("{whose} {}·{}：{planned}，{left}", one.kind.chinese(), one.zh)
        }
        Lang::En => format!("{whose} {}: {}: {planned}, {left}", one.kind.english(), one.en),
    };
    if !roles.is_empty() {
        text += &format!("{}{roles}", view.lang.say("；由 ", "; by "));
    }
    if !pieces.is_empty() {
        let pieces = pieces.join(view.lang.say("、", ", "));
        text += &format!("{}{pieces}", view.lang.say("；缺", "; missing: "));
    }
    text
}

fn todo(view: &View<'_>, one: &DueTodo) -> String {
    let whose = whose(one.unit_no.as_ref(), &one.deal);
    let what = view.lang.say(&one.zh, &one.en);
    let kind = view.lang.say(one.kind.chinese(), one.kind.english());
    let when = one.todo.due.zip(one.days_left);
    let when = when.map(|(due, left)| {
        format!(
            "{}{due}{}{}",
            view.lang.say("，", ", "),
            view.lang.say("，", ", "),
            days_left(view.lang, left)
        )
    });
    let between = view.lang.say("·", ": ");
    format!("{whose} {kind}{between}{what}{}", when.unwrap_or_default())
}

fn whose(unit_no: Option<&Text>, deal: &Text) -> String {
    unit_no.unwrap_or(deal).to_string()
}

/// Days until it is due, or since.
fn days_left(lang: Lang, days: i32) -> String {
    let count = days.unsigned_abs();
    let plural = if count == 1 { "day" } else { "days" };
    match (lang, days) {
        (Lang::Zh, 0) => "今天到期".to_owned(),
        (Lang::Zh, 1..) => format!("还有 {count} 天"),
        (Lang::Zh, _) => format!("逾期 {count} 天"),
        (Lang::En, 0) => "due today".to_owned(),
        (Lang::En, 1..) => format!("in {count} {plural}"),
        (Lang::En, _) => format!("overdue by {count} {plural}"),
    }
}
