//! Tasks about documents: what `DealTasks` lists.

use super::answer::DayTask;
use super::kind::{OverdueKind, TaskMatter};
use crate::deal::{DealTask, DealTaskKind};

/// A task of a deal as one of the day.
pub(super) fn task(task: DealTask) -> DayTask {
    let overdue = match task.kind {
        DealTaskKind::SubscriptionOverdue => Some(OverdueKind::Subscription),
        DealTaskKind::SigningOverdue => Some(OverdueKind::Signing),
        _ => None,
    };
    let matter = match task.kind {
        DealTaskKind::SigningReminder | DealTaskKind::SigningOverdue => TaskMatter::Signing,
        _ => TaskMatter::Deadline,
    };
    DayTask {
        agent: task.agent,
        matter,
        overdue,
        deal: task.deal,
        unit_no: task.unit_no,
        customer: task.customer,
        subject: task.subject,
        due: task.due,
        days_left: task.days_left,
        amount: task.todo.map(|todo| todo.amount),
        reason: None,
        zh: task.zh,
        en: task.en,
    }
}
