//! Documents, reasons, dates and approvals.

use super::{Look, fact, needs};
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{Deal, DealDocument, DocumentKind};
use crate::{Date, Text};

fn active<'a>(at: &Situation<'a>) -> Option<&'a DealDocument> {
    at.deal.and_then(Deal::active)
}

fn given<T>(value: Option<&T>, input: &'static str) -> Look {
    value.map_or_else(|| needs(input), |_| Ok(()))
}

pub(super) fn document_unlocked(at: &Situation<'_>) -> Look {
    match active(at).is_some_and(|document| document.locked) {
        true => Err(Lacking::Fact {}),
        false => Ok(()),
    }
}

pub(super) fn document_locked(at: &Situation<'_>) -> Look {
    fact(active(at).is_some_and(|document| document.locked))
}

pub(super) fn reason_given(at: &Situation<'_>) -> Look {
    given(at.draft.reason.as_ref(), "reason")
}

pub(super) fn queue_number_given(at: &Situation<'_>) -> Look {
    from_one(at.draft.queue_number, "queue_number")
}

pub(super) fn lottery_number_given(at: &Situation<'_>) -> Look {
    from_one(at.draft.lottery_number, "lottery_number")
}

/// A number is given, and is not 0.
fn from_one(number: Option<u32>, input: &'static str) -> Look {
    match number {
        None => needs(input),
        Some(number) => fact(number > 0),
    }
}

/// A registration is entered for the lottery once.
pub(super) fn not_in_lottery(at: &Situation<'_>) -> Look {
    match at.deal.and_then(|deal| deal.lottery_number) {
        None => Ok(()),
        Some(number) => Err(Lacking::Named { name: Text::of(number), count: 1 }),
    }
}

pub(super) fn paper_given(at: &Situation<'_>) -> Look {
    given(at.draft.paper.as_ref(), "paper")
}

pub(super) fn end_reason_given(at: &Situation<'_>) -> Look {
    given(at.draft.ended_by.as_ref(), "ended_by")
}

pub(super) fn handover_promised(at: &Situation<'_>) -> Look {
    given(at.draft.handover.as_ref(), "handover")?;
    ahead(at, at.draft.handover)
}

/// The liabilities are written down, in other than blanks.
pub(super) fn liabilities_fixed(at: &Situation<'_>) -> Look {
    let written = at.draft.liabilities.as_ref().filter(|text| !text.trim().is_empty());
    given(written, "liabilities")
}

/// The signing date is agreed, and not before today.
pub(super) fn signing_agreed(at: &Situation<'_>) -> Look {
    match at.draft.agreed_signing {
        None => needs("agreed_signing"),
        Some(day) if day < at.today() => Err(Lacking::Day { day }),
        Some(_) => Ok(()),
    }
}

/// The active document has run out; without a deal the hold or the reservation of the unit has. A
/// reservation for a trade-in ends with its booking.
pub(super) fn expired(at: &Situation<'_>) -> Look {
    if at.deal.is_some() {
        return match active(at).and_then(|document| document.valid_until) {
            Some(day) if day < at.today() => Ok(()),
            Some(day) => Err(Lacking::Day { day }),
            None => Err(Lacking::Fact {}),
        };
    }
    let hold = at.stock.and_then(|stock| stock.hold.as_ref()).map(|hold| hold.until);
    let reservation = at.stock.and_then(|stock| stock.reservation.as_ref());
    let reserved = reservation.filter(|one| one.trade_in.is_none()).map(|one| one.until);
    match (hold, reserved) {
        (Some(time), _) if at.context.now >= time => Ok(()),
        (_, Some(day)) if day < at.today() => Ok(()),
        (Some(time), _) => Err(Lacking::Moment { time }),
        (None, Some(day)) => Err(Lacking::Day { day }),
        (None, None) => Err(Lacking::Fact {}),
    }
}

/// The active document has run out, or its buyer gave it up, which the reason says.
pub(super) fn expired_or_given_up(at: &Situation<'_>) -> Look {
    match expired(at) {
        Err(_) if at.draft.reason.is_some() => Ok(()),
        Err(Lacking::Fact {}) => needs("reason"),
        look => look,
    }
}

/// What is agreed today does not run out before today.
pub(super) fn until_ahead(at: &Situation<'_>) -> Look {
    ahead(at, at.draft.until)
}

fn ahead(at: &Situation<'_>, day: Option<Date>) -> Look {
    match day {
        Some(day) if day < at.today() => Err(Lacking::Day { day }),
        _ => Ok(()),
    }
}

pub(super) fn not_expired(at: &Situation<'_>) -> Look {
    match active(at).and_then(|document| document.valid_until) {
        Some(day) if day < at.today() => Err(Lacking::Day { day }),
        _ => Ok(()),
    }
}

/// The request for approval that the row asks for was approved. A subscription is refunded for a
/// reason that is not the buyer's, or by approval (handbook §5.3, T14).
pub(super) fn approved(at: &Situation<'_>) -> Look {
    match at.row_approval() {
        Err(_) if at.is_refunded_without_fault() => Ok(()),
        found => found.map(|_| ()),
    }
}

/// Where the policy controls printing, the contract that follows a subscription was printed.
pub(super) fn contract_printed(at: &Situation<'_>) -> Look {
    let subscription = at.deal.and_then(|deal| deal.active_of(DocumentKind::Subscription));
    let asked = at.context.policy.print_control;
    fact(!asked || subscription.is_none_or(|document| document.printed_at.is_some()))
}

pub(super) fn subscription_locked(at: &Situation<'_>) -> Look {
    let subscription = at.deal.and_then(|deal| deal.active_of(DocumentKind::Subscription));
    fact(subscription.is_none_or(|document| document.locked))
}

pub(super) fn finance_reviewed(at: &Situation<'_>) -> Look {
    let asked = at.context.policy.finance_review;
    fact(!asked || active(at).is_none_or(|document| document.finance_reviewed))
}

/// It was entered in the month that today lies in. Whether the period is closed is the ledger's to
/// say.
pub(super) fn entered_this_period(at: &Situation<'_>) -> Look {
    match active(at).and_then(|document| document.active_at).map(crate::Time::date) {
        Some(day) if day.month() == at.today().month() => Ok(()),
        Some(day) => Err(Lacking::Day { day }),
        None => Err(Lacking::Fact {}),
    }
}
