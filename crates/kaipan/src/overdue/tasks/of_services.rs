//! Tasks about services after signing: what `ServiceFollowing` lists.

use super::answer::DayTask;
use super::engine::Known;
use super::kind::{OverdueKind, TaskMatter};
use crate::overdue::words::{about, when};
use crate::service::{DueStep, DueTodo};
use std::collections::BTreeSet;

/// A loan whose claim is overdue already; its steps are late services then.
pub(super) type LateLoans = BTreeSet<(String, OverdueKind)>;

/// A step as a task of the day.
pub(super) fn step(step: &DueStep, known: &Known<'_>, late: &LateLoans) -> DayTask {
    let who = known.who(&step.deal);
    let unit_no = step.unit_no.as_ref().or(who.unit_no);
    let [about_zh, about_en] = about(Some(&step.deal), unit_no);
    let [when_zh, when_en] = when(step.planned, step.days_left);
    DayTask {
        agent: who.agent.cloned(),
        matter: TaskMatter::Service,
        overdue: step.overdue.then(|| kind(OverdueKind::of_service(step.kind), &step.deal, late)),
        deal: Some(step.deal.clone()),
        unit_no: unit_no.cloned(),
        customer: who.customer.cloned(),
        subject: Some(step.service.clone()),
        due: step.planned,
        days_left: step.days_left,
        amount: None,
        reason: None,
        zh: format!("{about_zh}：{}·{}（{when_zh}）", step.kind.chinese(), step.zh),
        en: format!("{about_en}: {}, {} ({when_en})", step.kind.english(), step.en),
    }
}

/// A to-do that has a day as a task of the day.
pub(super) fn todo(todo: DueTodo, known: &Known<'_>, late: &LateLoans) -> Option<DayTask> {
    let (due, days_left) = todo.todo.due.zip(todo.days_left)?;
    let who = known.who(&todo.deal);
    let unit_no = todo.unit_no.or_else(|| who.unit_no.cloned());
    let [about_zh, about_en] = about(Some(&todo.deal), unit_no.as_ref());
    let [when_zh, when_en] = when(due, days_left);
    Some(DayTask {
        agent: who.agent.cloned(),
        matter: TaskMatter::Service,
        overdue: todo.overdue.then(|| kind(OverdueKind::of_service(todo.kind), &todo.deal, late)),
        unit_no,
        customer: who.customer.cloned(),
        subject: Some(todo.service),
        due,
        days_left,
        amount: todo.todo.amount,
        reason: None,
        zh: format!("{about_zh}：{}（{when_zh}）", todo.zh),
        en: format!("{about_en}: {} ({when_en})", todo.en),
        deal: Some(todo.deal),
    })
}

fn kind(kind: OverdueKind, deal: &str, late: &LateLoans) -> OverdueKind {
    match late.contains(&(deal.to_owned(), kind)) {
        true => OverdueKind::ServiceStep,
        false => kind,
    }
}
