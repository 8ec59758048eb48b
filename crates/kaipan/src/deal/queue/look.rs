//! Looks whether a guard holds.

use super::{ChoosingQueue, QueueCommand, QueueContext, QueueGroup, QueueGuard};
use crate::Text;
use crate::deal::Lacking;

/// What a guard looks at.
pub(super) struct Before<'a> {
    pub(super) queue: &'a ChoosingQueue,
    pub(super) command: &'a QueueCommand,
    pub(super) context: &'a QueueContext,
    pub(super) roles: &'static [&'static str],
}

impl Before<'_> {
    /// What is lacking, if it does not hold.
    pub(super) fn lacks(&self, guard: QueueGuard) -> Option<Lacking> {
        let (queue, now) = (self.queue, self.context.now);
        let fact = |holds: bool| (!holds).then_some(Lacking::Fact {});
        match guard {
            QueueGuard::MayAct => self.may_act(),
            QueueGuard::GroupNew => self.group().map(|one| name(one.group.clone(), 1)),
            QueueGuard::ListClosed => match self.group() {
                Some(one) if one.seed.is_none() => None,
                _ => self.named().map(|group| name(group.clone(), 1)),
            },
            QueueGuard::EarlierGroupsDrawn => {
                self.group()?;
                let before = queue.groups.iter().take_while(|one| Some(&one.group) != self.named());
                undrawn(before)
            }
            QueueGuard::HashBeforeSeed => {
                let closed = self.group()?.closed_at;
                let published = self.seed_published()?;
                (published <= closed).then_some(Lacking::Moment { time: closed })
            }
            QueueGuard::SeedPublished => {
                let published = self.seed_published()?;
                (published > now).then_some(Lacking::Moment { time: published })
            }
            QueueGuard::AllDrawn => undrawn(queue.groups.iter()),
            QueueGuard::SomebodyWaits => fact(queue.next().is_some()),
            QueueGuard::NobodyCalled => {
                queue.called().map(|(_, turn)| name(turn.registration.clone(), 1))
            }
            QueueGuard::InTurn => match queue.called() {
                None => Some(Lacking::Fact {}),
                Some((_, turn)) if Some(&turn.registration) == self.registration() => None,
                Some((_, turn)) => Some(name(turn.registration.clone(), 1)),
            },
            QueueGuard::WithinWindow => {
                let until = queue.called().and_then(|(_, turn)| turn.until)?;
                (now >= until).then_some(Lacking::Moment { time: until })
            }
            QueueGuard::WindowOver => match queue.called().and_then(|(_, turn)| turn.until) {
                None => Some(Lacking::Fact {}),
                Some(until) => (now < until).then_some(Lacking::Moment { time: until }),
            },
            QueueGuard::UnitLeft => {
                let QueueCommand::Choose { unit_no, .. } = self.command else { return None };
                let taken = queue.turns.iter().any(|turn| turn.unit_no.as_ref() == Some(unit_no));
                taken.then(|| name(unit_no.clone(), 1))
            }
            QueueGuard::ReasonNamed => match self.command {
                QueueCommand::End { reason: None } => {
                    Some(Lacking::NeedsInput { input: Text::constant("reason") })
                }
                _ => None,
            },
        }
    }

    /// The one who asks has a role that may do it.
    fn may_act(&self) -> Option<Lacking> {
        if self.context.roles.is_empty() {
            return Some(Lacking::NeedsInput { input: Text::constant("roles") });
        }
        if self.context.roles.iter().any(|own| self.roles.contains(&own.as_str())) {
            return None;
        }
        let roles: Vec<Text> = self.roles.iter().map(|role| Text::constant(role)).collect();
        (!roles.is_empty()).then_some(Lacking::Role { roles })
    }

    /// The group that the command names.
    fn named(&self) -> Option<&Text> {
        match self.command {
            QueueCommand::CloseList { group, .. } | QueueCommand::Draw { group, .. } => Some(group),
            _ => None,
        }
    }

    /// That group, if it has a list.
    pub(super) fn group(&self) -> Option<&QueueGroup> {
        self.queue.groups.iter().find(|one| Some(&one.group) == self.named())
    }

    fn seed_published(&self) -> Option<crate::Time> {
        match self.command {
            QueueCommand::Draw { seed_published, .. } => Some(*seed_published),
            _ => None,
        }
    }

    fn registration(&self) -> Option<&Text> {
        match self.command {
            QueueCommand::Pass { registration } | QueueCommand::Choose { registration, .. } => {
                Some(registration)
            }
            _ => None,
        }
    }
}

/// The first of the groups that are not drawn, and how many there are.
fn undrawn<'a>(groups: impl Iterator<Item = &'a QueueGroup>) -> Option<Lacking> {
    let mut groups = groups.filter(|one| one.seed.is_none());
    let first = groups.next()?;
    let others = u32::try_from(groups.count()).unwrap_or(u32::MAX);
    Some(name(first.group.clone(), others.saturating_add(1)))
}

fn name(name: Text, count: u32) -> Lacking {
    Lacking::Named { name, count }
}
