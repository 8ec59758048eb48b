//! What every agent has to do on a day (我的任务), and what is overdue by kind.

use super::args::{OverdueFormat, TasksArgs};
use super::arrears::Arrears;
use super::policies::{Policies, Used};
use super::table::{csv, guarded, text};
use super::{View, findings, refused, title, words, write, written};
use crate::failure::Failure;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, clean, heading, paragraph};
use crate::paint::Style;
use crate::text::{Say, short};
use kaipan::Time;
use kaipan::error::{Code, Lang, Severity};
use kaipan::overdue::{DayTask, OverdueTaskList, OverdueTasking};

/// Runs the command.
///
/// # Errors
/// As [`Arrears::load`]; whatever the core refuses; a file that cannot be written.
pub(super) fn run(options: &TasksArgs, lang: Lang) -> Result<u8, Failure> {
    let policies = Policies::load(options.day.policy.as_deref())?;
    let arrears = Arrears::load(&options.file, &options.day, &policies, false, lang)?;
    let list = list(&arrears, &policies, options).map_err(|error| Failure::plain(&error))?;
    let view = View::new(&options.shown, lang);
    let mut notes = Vec::new();
    if let Some(to) = &options.csv {
        write(to, &written_out(&view, &list)?)?;
        notes.push(written(&view, to));
    }
    let shown = match options.shown.format {
        OverdueFormat::Json => kaipan_ops::json::write(&list, 65_536) + "\n",
        OverdueFormat::Table => {
            let mut lines = vec![title(&view, lang.say("我的任务", "Tasks of the day"), &arrears)];
            let policy = options.day.policy.as_deref();
            lines.extend(policies.told(policy, &[Used::Deadlines], lang, view.width));
            lines.extend(refused(&view, &arrears, &options.file));
            lines.extend(kinds(&view, &list));
            lines.extend(drawn(&view, &list));
            // Every step and to-do that is late has a task.
            let said = [Code::ServiceOverdue, Code::ServiceTodoLate];
            lines.extend(findings(&view, &list.findings, &said));
            lines.extend(notes);
            lines.join("\n") + "\n"
        }
    };
    crate::print(&shown)?;
    Ok(0)
}

fn list(
    arrears: &Arrears,
    policies: &Policies,
    options: &TasksArgs,
) -> kaipan::error::Result<OverdueTaskList> {
    let now = Time::at(arrears.day, 0, 0, 0);
    let now = now.ok_or_else(|| kaipan::Error::new(Code::NumberOverflow))?;
    OverdueTasking::new(now)
        .claims(&arrears.owed.claims)
        .claim_deals(&arrears.owed.deals)
        .deals(&arrears.deals)
        .services(&arrears.services)
        .definitions(&policies.definitions)
        .deadlines(policies.deadlines.as_ref())
        .working_days(policies.working_days.as_ref())
        .ahead_days(options.ahead)
        .reason_classes(policies.reason_classes.as_deref())
        .reasons(&policies.reasons)
        .policy(policies.late_fee.as_ref())
        .agent(options.agent.as_ref())
        .list()
}

/// What is overdue, by kind.
fn kinds(view: &View, list: &OverdueTaskList) -> Vec<String> {
    let lang = view.lang;
    let title = lang.say("逾期业务", "What is overdue");
    let mut lines = heading(title, view.width, view.paint);
    if list.kinds.is_empty() {
        let nothing = lang.say("没有逾期", "nothing is overdue");
        lines.push(view.paint.on(Style::Good, &format!("  {nothing}")));
        return lines;
    }
    let mut grid = Grid::new(vec![
        Column::text(lang.say("业务", "what")),
        Column::number(lang.say("笔数", "count")),
        Column::number(lang.say("交易", "deals")).optional(2),
        Column::number(lang.say("金额", "owed")).shortened(1),
        Column::number(lang.say("最长天数", "most days")),
    ]);
    for kind in &list.kinds {
        grid.row(vec![
            lang.say(&kind.zh, &kind.en).into(),
            kind.count.to_string().into(),
            kind.deals.to_string().into(),
            Cell::from(amount(kind.amount)).short(short(lang, kind.amount)),
            Cell::new(kind.overdue_days.to_string(), Style::Of(Severity::Warning)),
        ]);
    }
    lines.extend(grid.told(view.lang, 2, view.width, view.paint));
    lines
}

/// A part for each agent, a line for each task.
fn drawn(view: &View, list: &OverdueTaskList) -> Vec<String> {
    let lang = view.lang;
    let mut lines = Vec::new();
    for agent in &list.agents {
        let own = list.tasks.iter().filter(|task| task.agent == agent.agent);
        let name = agent.agent.as_ref().map(|name| clean(name));
        let name = name.unwrap_or_else(|| lang.say("（未指定）", "(nobody)").to_owned());
        let (count, overdue, owed) = (agent.tasks, agent.overdue, amount(agent.amount));
        let title = match lang {
            Lang::Zh => format!("{name}：{count} 项，逾期 {overdue} 项，欠款 {owed} 元"),
            Lang::En => {
                let tasks = words::counted(count, "task");
                format!("{name}: {tasks}, {overdue} overdue, {owed} yuan owed")
            }
        };
        lines.extend(heading(&title, view.width, view.paint));
        for task in own {
            let late = task.overdue.is_some() || task.days_left < 0;
            let style = if late { Style::Of(Severity::Warning) } else { Style::Plain };
            let text = clean(lang.say(&task.zh, &task.en));
            let drawn = paragraph("  ", &text, view.width);
            lines.extend(drawn.iter().map(|line| view.paint.on(style, line)));
        }
    }
    if list.tasks.is_empty() {
        lines.push(format!("  {}", lang.say("没有任务", "there are no tasks")));
    }
    lines
}

/// The tasks as CSV.
fn written_out(view: &View, list: &OverdueTaskList) -> Result<String, Failure> {
    let lang = view.lang;
    let titles = [
        ("置业顾问", "agent"),
        ("到期日", "due"),
        ("剩余天数", "days_left"),
        ("事项", "matter"),
        ("交易", "deal"),
        ("房号", "unit_no"),
        ("金额", "amount"),
        ("原因", "reason"),
        ("任务", "task"),
    ];
    let row = |task: &DayTask| {
        vec![
            text(task.agent.as_ref()),
            task.due.to_string(),
            task.days_left.to_string(),
            words::matter(lang, task.matter).to_owned(),
            text(task.deal.as_ref()),
            text(task.unit_no.as_ref()),
            task.amount.map(|amount| amount.to_string()).unwrap_or_default(),
            text(task.reason.as_ref()),
            guarded(lang.say(&task.zh, &task.en)),
        ]
    };
    csv(&titles.map(|(zh, en)| lang.say(zh, en)), list.tasks.iter().map(row))
}
