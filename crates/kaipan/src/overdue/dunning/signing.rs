//! Reminders to sign (催签合同函): of what `DealTasks` lists as near or late.

use super::answer::SigningNotice;
use crate::deal::{DealTask, DealTaskKind};
use crate::overdue::words::{counted, named};

/// The reminder of a task, if it is about signing and its day has come.
pub(super) fn notice(task: DealTask, seller: Option<&str>) -> Option<SigningNotice> {
    let is_signing =
        matches!(task.kind, DealTaskKind::SigningReminder | DealTaskKind::SigningOverdue);
    if !is_signing {
        return None;
    }
    let deal = task.deal?;
    let (agreed, days) = (task.due, task.days_left.unsigned_abs());
    let home_zh = task
        .unit_no
        .as_ref()
        .map_or_else(|| format!("房屋（交易“{deal}”）"), |unit| format!("房间“{unit}”"));
    let home_en = task
        .unit_no
        .as_ref()
        .map_or_else(|| format!("home (deal \"{deal}\")"), |unit| format!("unit \"{unit}\""));
    let (when_zh, when_en) = match task.days_left {
        0 => ("今天是约定的签约日".to_owned(), "is to be signed today".to_owned()),
        1.. => (format!("约定于 {agreed} 签约"), format!("is to be signed on {agreed}")),
        _ => (
            format!("约定于 {agreed} 签约，已过 {days} 天"),
            format!("was to be signed on {agreed}, {} ago", counted(days, "day")),
        ),
    };
    let names = seller.map(named);
    let end = |at: usize| {
        let name = names.as_ref().and_then(|names| names.get(at));
        name.map_or(String::new(), |name| format!("\n{name}"))
    };
    let (end_zh, end_en) = (end(0), end(1));
    Some(SigningNotice {
        unit_no: task.unit_no,
        customer: task.customer,
        agent: task.agent,
        agreed_signing: agreed,
        days_left: task.days_left,
        text_zh: format!(
            "催签合同函\n\n客户：\n您认购的{home_zh}{when_zh}，请尽快前来签订合同。{end_zh}"
        ),
        text_en: format!(
            "Reminder to sign\n\nDear customer:\nThe contract of your {home_en} {when_en}; please come to sign it.{end_en}"
        ),
        deal,
    })
}
