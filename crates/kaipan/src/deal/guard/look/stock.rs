//! What lies over the unit.

use super::{Look, needs};
use crate::check::with_repeats;
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{DraftField, Reservation};
use crate::number::Area;

/// Days that a reservation may last where the policy says nothing (handbook §5.3, T4).
const RESERVATION_DAYS: u32 = 7;

/// Minutes that a room may be held where the policy says nothing (handbook §23).
const HOLD_MINUTES: u32 = 30;

pub(super) fn not_locked_by_change(at: &Situation<'_>) -> Look {
    match at.stock.and_then(|stock| stock.locks.first()) {
        Some(lock) => Err(Lacking::Pending { lock: *lock }),
        None => Ok(()),
    }
}

/// A reserved unit goes to the customer it is reserved for, as long as that lasts. One that waits
/// for a trade-in is kept by its booking.
pub(super) fn same_customer(at: &Situation<'_>) -> Look {
    let reservation = at.stock.and_then(|stock| stock.reservation.as_ref());
    let lasts = |one: &&Reservation| one.trade_in.is_some() || at.today() <= one.until;
    let Some(reservation) = reservation.filter(lasts) else { return Ok(()) };
    match at.buyer() {
        None => needs("buyers"),
        Some(buyer) if *buyer == reservation.customer => Ok(()),
        Some(_) => Err(Lacking::Day { day: reservation.until }),
    }
}

/// A hold for another customer has lapsed. An action that names no buyer is for none of them.
pub(super) fn not_held_by_another(at: &Situation<'_>) -> Look {
    let Some(hold) = at.stock.and_then(|stock| stock.hold.as_ref()) else { return Ok(()) };
    if at.context.now >= hold.until {
        return Ok(());
    }
    match at.buyer() {
        None if at.row.takes.contains(&DraftField::Buyers) => needs("buyers"),
        Some(buyer) if *buyer == hold.customer => Ok(()),
        _ => Err(Lacking::Moment { time: hold.until }),
    }
}

/// There is a hold, whether it has lapsed or not.
pub(super) fn hold_there(at: &Situation<'_>) -> Look {
    super::fact(at.stock.is_some_and(|stock| stock.hold.is_some()))
}

/// Nothing of the checklist stands in the way of the release. Where no checklist is given, none is
/// asked for.
pub(super) fn preparation_done(at: &Situation<'_>) -> Look {
    super::all_there(at.context.unprepared.as_deref().unwrap_or_default())
}

/// The data of the unit were approved as they were entered, where the policy asks for that.
pub(super) fn entry_approved(at: &Situation<'_>) -> Look {
    at.entry_approval().map(|_| ())
}

/// A unit that is allotted to a channel is sold through it.
pub(super) fn not_allotted_elsewhere(at: &Situation<'_>) -> Look {
    let Some(allotted) = &at.context.allotted_to else { return Ok(()) };
    match at.channel() {
        Some(channel) if channel == allotted => Ok(()),
        _ => Err(super::named(allotted, 1)),
    }
}

pub(super) fn within_reservation(at: &Situation<'_>) -> Look {
    let Some(until) = at.draft.until else { return needs("until") };
    let most = at.context.policy.longest_reservation.unwrap_or(RESERVATION_DAYS);
    match u32::try_from(until.days_since(at.today())) {
        Err(_) => Err(Lacking::Day { day: until }),
        Ok(days) if days > most => Err(Lacking::Count { most, found: days }),
        Ok(_) => Ok(()),
    }
}

pub(super) fn within_hold(at: &Situation<'_>) -> Look {
    let most = at.context.policy.longest_hold.unwrap_or(HOLD_MINUTES);
    match at.draft.minutes {
        None => needs("minutes"),
        Some(found) if found == 0 || found > most => Err(Lacking::Count { most, found }),
        Some(_) => Ok(()),
    }
}

/// The list of the lottery takes entries still (T26).
pub(super) fn list_open(at: &Situation<'_>) -> Look {
    let Some(list) = &at.context.lottery else { return needs("lottery") };
    match list.closed_at {
        Some(time) if at.context.now >= time => Err(Lacking::Moment { time }),
        _ => Ok(()),
    }
}

/// The registration has the turn in its queue, and the window is open.
pub(super) fn in_turn(at: &Situation<'_>) -> Look {
    let Some(turn) = &at.context.turn else { return needs("turn") };
    let Some(deal) = at.deal else { return needs("deal") };
    let now = at.context.now;
    match () {
        () if turn.deal != deal.id => Err(super::named(&turn.deal, 1)),
        () if now < turn.from => Err(Lacking::Moment { time: turn.from }),
        () if now >= turn.until => Err(Lacking::Moment { time: turn.until }),
        () => Ok(()),
    }
}

pub(super) fn areas_known(at: &Situation<'_>) -> Look {
    let Some(unit) = at.unit() else { return needs("unit") };
    let known = [Some(unit.building_area), unit.inside_area];
    super::fact(known.into_iter().flatten().all(Area::is_positive))
}

/// Something is corrected, each field once, and each says something new.
pub(super) fn corrections_given(at: &Situation<'_>) -> Look {
    if at.draft.corrections.is_empty() {
        return needs("corrections");
    }
    let corrections = with_repeats(&at.draft.corrections, |one| one.field.as_str());
    let mut wrong = corrections.filter(|(_, one, again)| again.is_some() || !one.is_whole());
    match wrong.next() {
        Some((_, one, _)) => Err(super::named(&one.field, 1)),
        None => Ok(()),
    }
}
