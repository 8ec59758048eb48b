//! What is due at the moment of the state.

use super::View;
use super::walk::Walk;
use crate::layout::{clean, heading, paragraph};
use crate::paint::Style;
use crate::text::Say;
use kaipan::Time;
use kaipan::deal::{DealTask, DealTasks};
use kaipan::error::{Lang, Result, Severity};

/// What is due about the deals, units and quotas.
///
/// # Errors
/// Whatever [`DealTasks::list`] refuses.
pub(super) fn tasks(walk: &Walk<'_>, now: Time) -> Result<Vec<DealTask>> {
    let tasks = DealTasks::new(&walk.deals, now).stock(&walk.stocks).quotas(walk.quotas());
    Ok(tasks.list()?.tasks)
}

/// The tasks, what is overdue first of a day; nothing where nothing is due.
pub(super) fn drawn(view: &View<'_>, tasks: &[DealTask]) -> Vec<String> {
    if tasks.is_empty() {
        return Vec::new();
    }
    let mut lines = heading(view.lang.say("到期与待办", "What is due"), view.width, view.paint);
    for task in tasks {
        let text = match view.lang {
            Lang::Zh => &task.zh,
            Lang::En => &task.en,
        };
        let style = if task.overdue { Style::Of(Severity::Warning) } else { Style::Plain };
        let drawn = paragraph("  ", &clean(text), view.width);
        lines.extend(drawn.iter().map(|line| view.paint.on(style, line)));
    }
    lines
}
