//! What the events of a queue come to.

use super::{ChoosingQueue, QueueChange, QueueEvent, QueueGroup, QueueState, QueueTurn, TurnState};
use crate::deal::LotteryEntry;
use crate::deal::event::{next_version, replayed};
use crate::error::Result;
use crate::{Text, Time};

impl ChoosingQueue {
    /// The queue that its events come to, up to and with a moment if one is given.
    ///
    /// # Errors
    /// As [`ChoosingQueue::apply`], and `deal.event_time` for an event that was recorded
    /// before the one before it, each at its place.
    pub fn replay(id: Text, events: &[QueueEvent], until: Option<Time>) -> Result<ChoosingQueue> {
        replayed(ChoosingQueue::new(id), events, until, ChoosingQueue::apply)
    }

    /// Takes the next event in.
    ///
    /// # Errors
    /// `deal.foreign_event` for an event of another queue, `deal.event_order` for one that is
    /// not the next, `deal.event_schema` for one of another schema. The queue is unchanged then.
    pub fn apply(&mut self, event: &QueueEvent) -> Result<()> {
        self.version = next_version(&self.id, self.version, event)?;
        self.changed_at = Some(event.at);
        self.change(event.at, &event.change);
        Ok(())
    }

    /// The change alone. Every change of the past is taken as it was decided then.
    fn change(&mut self, at: Time, change: &QueueChange) {
        match change {
            QueueChange::ListClosed { group, list_hash, entries } => {
                self.groups.push(QueueGroup {
                    group: group.clone(),
                    list_hash: list_hash.clone(),
                    closed_at: at,
                    entries: entries.clone(),
                    seed: None,
                });
            }
            QueueChange::Drawn { group, seed, order, .. } => {
                let Some(drawn) = self.groups.iter_mut().find(|one| one.group == *group) else {
                    return;
                };
                drawn.seed = Some(seed.clone());
                let turns = order.iter().filter_map(|number| {
                    let at = drawn.entries.binary_search_by_key(number, |one| one.number).ok()?;
                    drawn.entries.get(at).map(|entry| turn(Some(group), entry))
                });
                self.turns.extend(turns);
            }
            QueueChange::NumbersTaken { entries } => {
                self.turns.extend(entries.iter().map(|entry| turn(None, entry)));
            }
            QueueChange::Opened { minutes } => {
                self.state = QueueState::Open;
                self.minutes = Some(*minutes);
            }
            QueueChange::Called { place, until } => self.on(*place, |turn| {
                turn.state = TurnState::Called;
                turn.from = Some(at);
                turn.until = Some(*until);
            }),
            QueueChange::Passed { place } => self.on(*place, |turn| turn.state = TurnState::Passed),
            QueueChange::Lapsed { place } => self.on(*place, |turn| turn.state = TurnState::Lapsed),
            QueueChange::Chosen { place, unit_no } => self.on(*place, |turn| {
                turn.state = TurnState::Chosen;
                turn.unit_no = Some(unit_no.clone());
            }),
            QueueChange::Ended {} => self.state = QueueState::Ended,
        }
    }

    fn on(&mut self, place: u32, change: impl FnOnce(&mut QueueTurn)) {
        let at = usize::try_from(place).ok().and_then(|place| place.checked_sub(1));
        if let Some(turn) = at.and_then(|at| self.turns.get_mut(at)) {
            change(turn);
        }
    }
}

fn turn(group: Option<&Text>, entry: &LotteryEntry) -> QueueTurn {
    QueueTurn {
        group: group.cloned(),
        number: entry.number,
        registration: entry.registration.clone(),
        state: TurnState::Waiting,
        from: None,
        until: None,
        unit_no: None,
    }
}
