//! Decides on queues.

use super::look::Before;
use super::table::{queue_rows, row};
use super::{
    ChoosingQueue, QueueChange, QueueCommand, QueueContext, QueueDecision, QueueEvent,
    QueueRejection, QueueRow, QueueRuling, QueueState, UnmetQueueGuard,
};
use crate::builder::optional_inputs;
use crate::deal::deciding::back_in_time;
use crate::deal::{LotteryEntry, LotteryList, StaleStream};
use crate::error::{Code, Error, Input, InputPlace, Result};
use crate::{Label, StreamKind, StreamRead, Text};

/// The longest window to choose in: a day.
const LONGEST_WINDOW: u32 = 1440;

/// Decides what may be done with a queue in which buyers choose (T26 to T28).
///
/// ```
/// use kaipan::deal::{ChoosingQueue, LotteryEntry, QueueCommand, QueueContext, QueueDeciding, QueueRuling};
/// let mut queue = ChoosingQueue::new("3号楼");
/// let mut does = |now: &str, command: QueueCommand| -> kaipan::Result<ChoosingQueue> {
///     let context = QueueContext::new(now.parse()?, "王五").with_roles(vec!["stock_controller".into()]);
///     match QueueDeciding::new(&queue, &context).decide(&command)? {
///         QueueRuling::Accepted { decision } => {
///             for event in &decision.events { queue.apply(event)?; }
///         }
///         refused => panic!("{refused:?}"),
///     }
///     Ok(queue.clone())
/// };
/// let entries = vec![LotteryEntry::new(1, "R-0004"), LotteryEntry::new(2, "R-0009")];
/// does("2026-09-01T09:00:00", QueueCommand::CloseList { group: "无房家庭".into(), entries })?;
/// let (group, seed) = ("无房家庭".into(), "072645".into());
/// let seed_published = "2026-09-01T21:30:00".parse()?;
/// does("2026-09-02T09:00:00", QueueCommand::Draw { group, seed, seed_published })?;
/// does("2026-09-03T09:00:00", QueueCommand::Open { minutes: 5 })?;
/// let queue = does("2026-09-03T09:30:00", QueueCommand::CALL_NEXT)?;
/// let (place, turn) = queue.called().expect("somebody was called");
/// assert_eq!((place, turn.until.map(|until| until.to_string()).as_deref()), (1, Some("2026-09-03T09:35:00")));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct QueueDeciding<'a> {
    queue: &'a ChoosingQueue,
    context: &'a QueueContext,
    expected_version: Option<u32>,
}

impl<'a> QueueDeciding<'a> {
    /// A queue, and what the host knows as it asks.
    pub fn new(queue: &'a ChoosingQueue, context: &'a QueueContext) -> QueueDeciding<'a> {
        QueueDeciding { queue, context, expected_version: None }
    }

    optional_inputs! {
        /// The version of the queue that the host expects.
        expected_version: u32;
    }

    /// What follows from a command, or why it is refused.
    ///
    /// # Errors
    /// As [`LotteryList::new`] for entries and [`LotteryList::draw`] for the seed;
    /// [`Code::QueueEntryTwice`] for a registration that is in the queue already,
    /// [`Code::QueueWindow`] for a window of no minutes or more than a day,
    /// [`Code::DealInputMissing`] for a group without a name,
    /// [`Code::NowBeforeLast`] for a moment before the last event of the queue.
    pub fn decide(&self, command: &QueueCommand) -> Result<QueueRuling> {
        let queue = self.queue;
        if let Some(expected) = self.expected_version
            && expected != queue.version
        {
            let (kind, id) = (StreamKind::Queue, queue.id.clone());
            let stream = StaleStream { kind, id, expected, found: queue.version };
            return Ok(QueueRuling::Rejected { rejection: QueueRejection::Stale { stream } });
        }
        if let Some(error) = back_in_time(self.context.now, queue.changed_at) {
            return Err(error.within(Input::Context));
        }
        let action = command.action();
        let Some(row) = row(action, queue.state) else {
            let rows = queue_rows().filter(|row| row.from == queue.state);
            let allowed = rows.map(|row| row.action).collect();
            let rejection = QueueRejection::NotInTable { action, state: queue.state, allowed };
            return Ok(QueueRuling::Rejected { rejection });
        };
        let before = Before { queue, command, context: self.context, roles: row.roles };
        let unmet = row.guards.iter().filter_map(|guard| {
            before.lacks(*guard).map(|lacking| UnmetQueueGuard { guard: *guard, lacking })
        });
        let guards: Vec<UnmetQueueGuard> = unmet.collect();
        if !guards.is_empty() {
            let row = Text::constant(row.id);
            let rejection = QueueRejection::GuardsNotMet { row, guards };
            return Ok(QueueRuling::Rejected { rejection });
        }
        let change = self.change(&before).map_err(|error| error.moved(&held))?;
        let reason = match command {
            QueueCommand::End { reason } => reason.clone(),
            _ => None,
        };
        let decision = self.decision(row, change, reason)?;
        Ok(QueueRuling::Accepted { decision })
    }

    /// What the command changes. The guards of its row hold.
    fn change(&self, before: &Before<'_>) -> Result<QueueChange> {
        Ok(match before.command {
            QueueCommand::CloseList { group, entries } => {
                if group.is_empty() {
                    return Err(missing("group").at("group").within(Input::Command));
                }
                let list = self.list(entries)?;
                let (group, list_hash) = (group.clone(), list.hash().into());
                QueueChange::ListClosed { group, list_hash, entries: list.entries().to_vec() }
            }
            QueueCommand::Draw { group, seed, seed_published } => {
                let closed = before.group().ok_or_else(|| missing("group"))?;
                let draw = LotteryList::new(&closed.entries)?.draw(seed, &closed.list_hash)?;
                QueueChange::Drawn {
                    group: group.clone(),
                    seed: seed.clone(),
                    seed_published: *seed_published,
                    order: draw.order.iter().map(|entry| entry.number).collect(),
                }
            }
            QueueCommand::TakeNumbers { entries } => {
                QueueChange::NumbersTaken { entries: self.list(entries)?.entries().to_vec() }
            }
            QueueCommand::Open { minutes } if *minutes == 0 || *minutes > LONGEST_WINDOW => {
                let error = Error::new(Code::QueueWindow).with("found", minutes);
                return Err(error
                    .with("most", LONGEST_WINDOW)
                    .at("minutes")
                    .within(Input::Command));
            }
            QueueCommand::Open { minutes } => QueueChange::Opened { minutes: *minutes },
            QueueCommand::CallNext {} => {
                let minutes = self.queue.minutes.ok_or_else(|| {
                    missing("minutes").at("minutes").at("state").within(Input::Queue)
                })?;
                let seconds = minutes.checked_mul(60);
                let until = seconds.and_then(|seconds| self.context.now.add_seconds(seconds));
                let until = until.ok_or_else(|| {
                    Error::new(Code::NumberOverflow).at("now").within(Input::Context)
                })?;
                let (place, _) = self.queue.next().ok_or_else(|| missing("turns"))?;
                QueueChange::Called { place, until }
            }
            QueueCommand::Pass { .. } => QueueChange::Passed { place: self.called()? },
            QueueCommand::Lapse {} => QueueChange::Lapsed { place: self.called()? },
            QueueCommand::Choose { unit_no, .. } => {
                QueueChange::Chosen { place: self.called()?, unit_no: unit_no.clone() }
            }
            QueueCommand::End { .. } => QueueChange::Ended {},
        })
    }

    /// Whose turn it is, which the guards have looked at.
    fn called(&self) -> Result<u32> {
        let called = self.queue.called().map(|(place, _)| place);
        called.ok_or_else(|| missing("turns"))
    }

    /// A list of registrations that are not in the queue yet.
    fn list(&self, entries: &[LotteryEntry]) -> Result<LotteryList> {
        let list = LotteryList::new(entries)?;
        let in_groups = self.queue.groups.iter();
        let in_groups = in_groups
            .flat_map(|one| one.entries.iter().map(|entry| (&entry.registration, &*one.group)));
        let by_number = self.queue.turns.iter().filter(|turn| turn.group.is_none());
        let by_number = by_number.map(|turn| (&turn.registration, "排队号"));
        let mut known: Vec<(&Text, &str)> = in_groups.chain(by_number).collect();
        known.sort_unstable();
        let again = entries.iter().enumerate().filter_map(|(at, entry)| {
            let found =
                known.binary_search_by_key(&&entry.registration, |(known, _)| *known).ok()?;
            let (_, group) = known.get(found)?;
            let error = Error::new(Code::QueueEntryTwice).with("group", group);
            let error = error.with("registration", &entry.registration);
            Some(error.at("registration").at(at).within(Input::Entries))
        });
        Error::collect(again.collect())?;
        Ok(list)
    }

    /// The events; the queue ends when nobody is left to choose.
    fn decision(
        &self,
        row: &QueueRow,
        change: QueueChange,
        reason: Option<Label>,
    ) -> Result<QueueDecision> {
        let queue = self.queue;
        let is_over = matches!(
            change,
            QueueChange::Passed { .. } | QueueChange::Lapsed { .. } | QueueChange::Chosen { .. }
        ) && queue.next().is_none();
        let ended = (is_over && row.to != QueueState::Ended).then_some(QueueChange::Ended {});
        let mut version = queue.version;
        let mut events = Vec::new();
        for change in std::iter::once(change).chain(ended) {
            version = version.checked_add(1).ok_or_else(|| Error::new(Code::NumberOverflow))?;
            events.push(QueueEvent {
                queue: queue.id.clone(),
                version,
                at: self.context.now,
                by: self.context.person.clone(),
                reason: reason.clone(),
                change,
                schema: None,
            });
        }
        let reads = vec![StreamRead::new(StreamKind::Queue, queue.id.clone(), queue.version)];
        Ok(QueueDecision { events, reads })
    }
}

/// An input that is not there.
fn missing(input: &'static str) -> Error {
    Error::new(Code::DealInputMissing).with("input", input)
}

/// Where a command holds what the lottery asks for. The hash that was published is that of its group.
fn held(input: Input) -> Option<InputPlace> {
    let field = match input {
        Input::Entries => "entries",
        Input::Seed => "seed",
        Input::PublishedHash => "group",
        _ => return None,
    };
    Some(InputPlace::of(Input::Command).then(field))
}
