//! Documents, reasons, dates and approvals.

use super::{Look, fact, needs};
use crate::deal::guard::{DealGuard, Lacking, Situation};
use crate::deal::{Deal, DealDocument, DocumentKind};

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

pub(super) fn no_open_todo(at: &Situation<'_>) -> Look {
    match at.deal.and_then(|deal| deal.todos.first()) {
        Some(todo) => {
            Err(Lacking::Amount { needed: todo.amount, found: crate::number::Money::ZERO })
        }
        None => Ok(()),
    }
}

pub(super) fn reason_given(at: &Situation<'_>) -> Look {
    given(at.draft.reason.as_ref(), "reason")
}

pub(super) fn paper_given(at: &Situation<'_>) -> Look {
    given(at.draft.paper.as_ref(), "paper")
}

pub(super) fn old_home_named(at: &Situation<'_>) -> Look {
    given(at.draft.old_home.as_ref(), "old_home")
}

pub(super) fn end_reason_given(at: &Situation<'_>) -> Look {
    given(at.draft.ended_by.as_ref(), "ended_by")
}

pub(super) fn handover_promised(at: &Situation<'_>) -> Look {
    given(at.draft.handover.as_ref(), "handover")
}

/// The signing date is agreed, and not before today.
pub(super) fn signing_agreed(at: &Situation<'_>) -> Look {
    match at.draft.agreed_signing {
        None => needs("agreed_signing"),
        Some(day) if day < at.today() => Err(Lacking::Day { day }),
        Some(_) => Ok(()),
    }
}

/// The active document has run out, or its buyer gave it up, which the reason says.
pub(super) fn expired(at: &Situation<'_>) -> Look {
    match active(at).and_then(|document| document.valid_until) {
        Some(day) if day < at.today() => Ok(()),
        _ if at.draft.reason.is_some() => Ok(()),
        Some(day) => Err(Lacking::Day { day }),
        None => needs("reason"),
    }
}

pub(super) fn not_expired(at: &Situation<'_>) -> Look {
    match active(at).and_then(|document| document.valid_until) {
        Some(day) if day < at.today() => Err(Lacking::Day { day }),
        _ => Ok(()),
    }
}

/// Somebody else than the one who asks has approved it.
pub(super) fn approved(at: &Situation<'_>) -> Look {
    let mut given = at.context.approvals.iter().filter(|one| one.guard == DealGuard::Approved);
    match given.any(|one| one.person != at.context.person) {
        true => Ok(()),
        false => Err(Lacking::Approval { role: crate::Text::constant("sales_manager") }),
    }
}

pub(super) fn subscription_locked(at: &Situation<'_>) -> Look {
    let subscription = at.deal.and_then(|deal| deal.active_of(DocumentKind::Subscription));
    fact(subscription.is_none_or(|document| document.locked))
}

pub(super) fn finance_reviewed(at: &Situation<'_>) -> Look {
    let asked = at.context.policy.finance_review;
    fact(!asked || active(at).is_none_or(|document| document.finance_reviewed))
}

/// It was entered in the month that today lies in.
pub(super) fn entered_today(at: &Situation<'_>) -> Look {
    match active(at).and_then(|document| document.active_at).map(crate::Time::date) {
        Some(day) if day.month() == at.today().month() => Ok(()),
        Some(day) => Err(Lacking::Day { day }),
        None => Err(Lacking::Fact {}),
    }
}
