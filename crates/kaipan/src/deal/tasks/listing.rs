//! The tasks found so far, and how a task begins.

use super::{DealDeadlines, DealTask, DealTaskKind, DealTaskList};
use crate::deal::{Deal, DealAction, DealCommand, DealDraft, DocumentKind, transition};
use crate::error::{Code, Finding, Input, finding};
use crate::project::UnitState;
use crate::working_days::Calendar;
use crate::{Date, Text, Time};

/// The tasks found so far.
pub(super) struct Listing<'a> {
    pub(super) now: Time,
    pub(super) deadlines: &'a DealDeadlines,
    pub(super) calendar: Calendar,
    pub(super) tasks: Vec<DealTask>,
    findings: Vec<Finding>,
}

impl<'a> Listing<'a> {
    pub(super) fn new(now: Time, deadlines: &'a DealDeadlines, calendar: Calendar) -> Listing<'a> {
        Listing { now, deadlines, calendar, tasks: Vec::new(), findings: Vec::new() }
    }

    /// The tasks in their order.
    pub(super) fn list(self) -> DealTaskList {
        let mut tasks = self.tasks;
        tasks.sort_by(|one, other| {
            let order = (one.due, one.due_at, one.kind).cmp(&(other.due, other.due_at, other.kind));
            let order = order.then_with(|| one.deal.cmp(&other.deal));
            order.then_with(|| (&one.unit_no, &one.subject).cmp(&(&other.unit_no, &other.subject)))
        });
        let overdue = tasks.iter().filter(|task| task.overdue).count();
        let overdue = u32::try_from(overdue).unwrap_or(u32::MAX);
        DealTaskList { tasks, overdue, findings: self.findings }
    }

    /// A day that is at most so many days away, or has passed.
    pub(super) fn is_near(&self, day: Date, days: u32) -> bool {
        day.days_since(self.now.date()) <= i64::from(days)
    }

    /// A task about a deal.
    pub(super) fn about(&self, deal: &Deal, kind: DealTaskKind, due: Date) -> DealTask {
        let mut task = self.task(kind, due);
        task.deal = Some(deal.id.clone());
        task.unit_no.clone_from(&deal.unit_no);
        task.customer = deal.first_buyer().cloned();
        task.agent.clone_from(&deal.agent);
        task
    }

    pub(super) fn task(&self, kind: DealTaskKind, due: Date) -> DealTask {
        let left = due.days_since(self.now.date());
        DealTask {
            kind,
            deal: None,
            unit_no: None,
            customer: None,
            agent: None,
            subject: None,
            record: None,
            homes: None,
            todo: None,
            due,
            due_at: None,
            // Ten thousand years of days fit.
            days_left: i32::try_from(left).unwrap_or(i32::MAX),
            minutes_left: None,
            overdue: left < 0,
            command: None,
            zh: String::new(),
            en: String::new(),
        }
    }

    /// Tells something about one of a list.
    pub(super) fn tell(&mut self, told: Finding, at: usize, input: Input) {
        self.findings.push(told.at(at).within(input));
    }
}

/// The command to lapse what has run out, where the table has it for this unit and document.
pub(super) fn lapse(
    unit: Option<UnitState>,
    document: Option<DocumentKind>,
) -> Option<DealCommand> {
    let row = transition(DealAction::Lapse, unit, document)?;
    Some(DealCommand { action: row.action, draft: DealDraft::default() })
}

/// Something ran out on a day, or at a moment, and has not lapsed.
pub(super) fn ran_out(
    what: &'static str,
    what_zh: &'static str,
    day: impl std::fmt::Display,
) -> Finding {
    finding!(Code::DealRanOut, what, what_zh, day)
}

/// A deal that is not among those given.
pub(super) fn unknown(id: &Text) -> Finding {
    finding!(Code::ProjectReferenceUnknown, kind = "deal", kind_zh = "交易", name = id)
}
