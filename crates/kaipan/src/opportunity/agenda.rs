//! Tasks and reminders by date (日历, handbook §9.2).

use super::follow_up::FollowUp;
use super::record::Opportunity;
use super::refused::twice;
use super::task::SalesTask;
use super::wrong_records::wrong_follow_up;
use crate::builder::{inputs, optional_inputs};
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input, Result};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// What an entry is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum AgendaKind {
    /// 任务开始.
    TaskBegins,
    /// 任务到期.
    TaskEnds,
    /// 下次联系: the agent meant to contact the customer.
    NextContact,
    /// 预计成交: an open opportunity is to be decided.
    ExpectedClose,
}

/// Something that is to be done on a day.
#[boundary(answer)]
#[derive(PartialOrd, Ord)]
pub struct AgendaEntry {
    /// What it is.
    pub kind: AgendaKind,
    /// Id of the task, the follow-up or the opportunity.
    pub id: Text,
    /// Id of the sales agent.
    pub agent: Text,
    /// Id of the customer.
    pub customer: Option<Text>,
    /// Id of the project.
    pub project: Option<Text>,
    /// Name of the task, or subject.
    pub title: Option<Label>,
}

/// The entries of a day.
#[boundary(answer)]
pub struct AgendaDay {
    /// The day.
    pub date: Date,
    /// What is to be done, by kind, id, agent.
    #[boundary(required)]
    pub entries: Vec<AgendaEntry>,
}

/// Tasks and reminders by date.
#[boundary(answer)]
pub struct SalesCalendar {
    /// What should have been done before the first day and was not, by date.
    #[boundary(required)]
    pub overdue: Vec<AgendaDay>,
    /// The days of the period that have entries, in order.
    #[boundary(required)]
    pub days: Vec<AgendaDay>,
}

/// Lists tasks and reminders by date.
///
/// ```
/// use kaipan::opportunity::{Agenda, AgendaKind, SalesTask};
/// let (begins, ends) = ("2026-03-02".parse()?, "2026-03-06".parse()?);
/// let task = SalesTask::new("T1", "回访三月来访客户", vec!["agent".into()], begins, ends);
/// let calendar = Agenda::new().tasks(&[task]).between(begins, ends)?;
/// assert_eq!(calendar.days.len(), 2);
/// assert_eq!(calendar.days[1].entries[0].kind, AgendaKind::TaskEnds);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[must_use]
pub struct Agenda<'a> {
    tasks: &'a [SalesTask],
    follow_ups: &'a [FollowUp],
    opportunities: &'a [Opportunity],
    agent: Option<&'a Text>,
}

impl<'a> Agenda<'a> {
    /// Without anything in it.
    pub fn new() -> Agenda<'a> {
        Agenda::default()
    }

    inputs! {
        /// Tasks. Those that are done are not listed.
        tasks: &'a [SalesTask];
        /// Follow-ups with the day of the next contact. One that was followed by another contact of
        /// the same customer and project, whenever that was, reminds nobody any more.
        follow_ups: &'a [FollowUp];
        /// Opportunities; the open ones are to be decided on their day.
        opportunities: &'a [Opportunity];
    }

    optional_inputs! {
        /// Only what this agent is to do.
        agent: &'a Text;
    }

    /// What is to be done from one day to another, both included, and what is overdue on the first.
    ///
    /// # Errors
    /// [`Code::OpportunityDates`] for a period or a task that ends before it begins; ids that are
    /// empty or there twice; follow-ups that cannot be.
    pub fn between(&self, from: Date, to: Date) -> Result<SalesCalendar> {
        self.checked(from, to)?;
        let mut all: BTreeMap<Date, Vec<AgendaEntry>> = BTreeMap::new();
        for (date, entry) in self.entries() {
            if self.agent.is_none_or(|agent| entry.agent == *agent) {
                all.entry(date).or_default().push(entry);
            }
        }
        let mut calendar = SalesCalendar { overdue: Vec::new(), days: Vec::new() };
        for (date, mut entries) in all {
            entries.sort();
            if date < from {
                // That a task has begun is no matter once it is late.
                entries.retain(|entry| entry.kind != AgendaKind::TaskBegins);
                if !entries.is_empty() {
                    calendar.overdue.push(AgendaDay { date, entries });
                }
            } else if date <= to {
                calendar.days.push(AgendaDay { date, entries });
            }
        }
        Ok(calendar)
    }

    fn entries(&self) -> Vec<(Date, AgendaEntry)> {
        let mut entries = Vec::new();
        for task in self.tasks.iter().filter(|task| task.done_on.is_none()) {
            for agent in &task.agents {
                let entry = |kind| AgendaEntry {
                    kind,
                    id: task.id.clone(),
                    agent: agent.clone(),
                    customer: task.customer.clone(),
                    project: task.project.clone(),
                    title: Some(task.name.clone()),
                };
                entries.push((task.begins, entry(AgendaKind::TaskBegins)));
                entries.push((task.ends, entry(AgendaKind::TaskEnds)));
            }
        }
        let mut latest: BTreeMap<(&Text, &Text), &FollowUp> = BTreeMap::new();
        for one in self.follow_ups {
            let last = latest.entry(one.whose()).or_insert(one);
            if (last.at, last.entered()) < (one.at, one.entered()) {
                *last = one;
            }
        }
        for one in latest.into_values() {
            let entry = |date| {
                (
                    date,
                    AgendaEntry {
                        kind: AgendaKind::NextContact,
                        id: one.id.clone(),
                        agent: one.agent.clone(),
                        customer: Some(one.customer.clone()),
                        project: Some(one.project.clone()),
                        title: one.note.clone(),
                    },
                )
            };
            entries.extend(one.next_contact.map(entry));
        }
        for one in self.opportunities.iter().filter(|one| one.is_open()) {
            let entry = |date| {
                (
                    date,
                    AgendaEntry {
                        kind: AgendaKind::ExpectedClose,
                        id: one.id.clone(),
                        agent: one.agent.clone(),
                        customer: Some(one.customer.clone()),
                        project: Some(one.project.clone()),
                        title: one.fields.subject.clone(),
                    },
                )
            };
            entries.extend(one.fields.expected_close.map(entry));
        }
        entries
    }

    fn checked(&self, from: Date, to: Date) -> Result<()> {
        let turned =
            |from, to| Error::new(Code::OpportunityDates).with("from", from).with("to", to);
        let mut errors = Vec::new();
        if to < from {
            errors.push(turned(from, to).within(Input::To));
        }
        for (at, task, again) in with_repeats(self.tasks, |task| &task.id) {
            let mut wrong: Vec<Error> = [
                blank(Code::OpportunityEmpty, "id", &task.id),
                blank(Code::OpportunityEmpty, "name", &task.name),
            ]
            .into_iter()
            .flatten()
            .collect();
            wrong.extend(again.map(|first| twice("id", &task.id, first)));
            if task.agents.is_empty() {
                wrong.push(no_agent().at("agents"));
            }
            for (which, agent, again) in with_repeats(&task.agents, |agent| agent) {
                wrong.extend(agent.is_empty().then(|| no_agent().at(which).at("agents")));
                let again = again.filter(|_| !agent.is_empty());
                wrong.extend(again.map(|first| same_agent(agent, first).at(which).at("agents")));
            }
            if task.ends < task.begins {
                wrong.push(turned(task.begins, task.ends).at("ends"));
            }
            if let Some(done) = task.done_on.filter(|done| *done < task.begins) {
                wrong.push(turned(task.begins, done).at("done_on"));
            }
            errors.extend(wrong.into_iter().map(|error| error.at(at).within(Input::Tasks)));
        }
        for (at, one, again) in with_repeats(self.follow_ups, |one| &one.id) {
            let mut wrong = wrong_follow_up(one);
            wrong.extend(again.map(|first| twice("id", &one.id, first)));
            errors.extend(wrong.into_iter().map(|error| error.at(at).within(Input::FollowUps)));
        }
        for (at, one, again) in with_repeats(self.opportunities, |one| &one.id) {
            let again = again.map(|first| twice("id", &one.id, first));
            errors.extend(again.map(|error| error.at(at).within(Input::Opportunities)));
        }
        Error::collect(errors)
    }
}

fn no_agent() -> Error {
    Error::new(Code::OpportunityEmpty).with("field", "agents")
}

fn same_agent(agent: &Text, first: usize) -> Error {
    Error::new(Code::OpportunityTwice).with("id", agent).with("first", first)
}
