//! Changes of a deal: what is pending, what it comes to, and what stands in the way.

use super::{Look, fact, named as named_one, needs};
use crate::Text;
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{ChangeFault, Deal, DealAction, DealBuyer, DocumentKind, StockLock};
use crate::error::{Code, Lang};
use crate::money::MoneyCategory;
use crate::number::Money;

impl Situation<'_> {
    /// What is pending about a unit while this change is applied for; none of a change that is
    /// not applied for.
    pub(in crate::deal) fn own_lock(&self) -> Option<StockLock> {
        match self.row.action {
            DealAction::RefundSubscription | DealAction::ForfeitSubscription | DealAction::Quit => {
                Some(StockLock::QuitPending)
            }
            DealAction::ChangeUnit => Some(StockLock::ChangeUnitPending),
            DealAction::ChangeNames => Some(StockLock::ChangeNamePending),
            _ => None,
        }
    }

    /// A subscription is refunded, it is stated that the buyer is not at fault, the seller pays
    /// nothing besides, and the house does not approve every refund.
    pub(super) fn is_refunded_without_fault(&self) -> bool {
        let terms = self.draft.settlement.as_ref();
        let stated = terms.is_some_and(|terms| {
            let fault = [Some(ChangeFault::Neither), Some(ChangeFault::Seller)];
            fault.contains(&terms.fault) && terms.remedy.is_none()
        });
        let policy = self.context.policy.change.as_ref();
        let every = policy.is_some_and(|policy| policy.approve_every_refund);
        self.row.action == DealAction::RefundSubscription && stated && !every
    }
}

/// Nothing is pending but what this change was applied for.
pub(super) fn no_other(at: &Situation<'_>) -> Look {
    let locks = at.stock.map(|stock| stock.locks.as_slice()).unwrap_or_default();
    match locks.iter().find(|lock| Some(**lock) != at.own_lock()) {
        Some(lock) => Err(Lacking::Pending { lock: *lock }),
        None => Ok(()),
    }
}

/// A change of unit, a quit or a change of names is applied for; a price is changed by a bill.
pub(super) fn named(at: &Situation<'_>) -> Look {
    match at.draft.pending {
        None => needs("pending"),
        Some(StockLock::PriceChangePending) => {
            Err(Lacking::Pending { lock: StockLock::PriceChangePending })
        }
        Some(_) => Ok(()),
    }
}

/// What is withdrawn was applied for.
pub(super) fn pending(at: &Situation<'_>) -> Look {
    match at.draft.pending {
        None => needs("pending"),
        Some(lock) => fact(at.stock.is_some_and(|stock| stock.locks.contains(&lock))),
    }
}

/// The engine settles it. The deal that a change of unit leaves has a guard of its own.
pub(super) fn settled(at: &Situation<'_>) -> Look {
    if at.context.received.is_none() {
        return needs("received");
    }
    if at.row.action == DealAction::ChangeUnit && old_deal_there(at).is_err() {
        return Ok(());
    }
    let Some(Err(error)) = at.settlement() else { return Ok(()) };
    let field = error.params().iter().find(|param| param.name == "field");
    match field.filter(|_| error.code() == Code::ChangeMissing) {
        Some(field) => Err(Lacking::NeedsInput { input: Text::from(field.value.as_str()) }),
        None => Err(Lacking::Refused {
            error: Text::from(error.code().as_str()),
            zh: Text::from(error.message(Lang::Zh)),
            en: Text::from(error.message(Lang::En)),
        }),
    }
}

/// The day on which the buyer should have signed is over.
pub(super) fn signing_passed(at: &Situation<'_>) -> Look {
    match at.deal.and_then(Deal::active).and_then(|document| document.agreed_signing) {
        Some(day) if day < at.today() => Ok(()),
        Some(day) => Err(Lacking::Day { day }),
        None => Err(Lacking::Fact {}),
    }
}

/// The buyer was reminded, and the days of grace after that are over.
pub(super) fn reminder_passed(at: &Situation<'_>) -> Look {
    let terms = at.draft.settlement.as_ref();
    let Some(reminded) = terms.and_then(|terms| terms.reminded_on) else {
        return needs("reminded_on");
    };
    let grace = at.context.policy.change.as_ref().and_then(|change| change.grace_days);
    let Some(last) = reminded.add_days(grace.unwrap_or(0)) else { return Err(Lacking::Fact {}) };
    match at.today() < last || at.today() < reminded {
        true => Err(Lacking::Day { day: last }),
        false => Ok(()),
    }
}

/// No loan was received, or the bank has released the buyer from it.
pub(super) fn loan_released(at: &Situation<'_>) -> Look {
    let Some(received) = &at.context.received else { return needs("received") };
    let loans = received.iter().filter(|one| one.kind_of_money() == MoneyCategory::HouseLoan);
    let Ok(found) = Money::sum(loans.map(|one| one.amount)) else { return fact(false) };
    match &at.context.after_sale {
        _ if !found.is_positive() => Ok(()),
        None => needs("after_sale"),
        Some(known) if known.loan_released => Ok(()),
        Some(_) => Err(Lacking::TooMuch { most: Money::ZERO, found }),
    }
}

/// A contract is not filed, or no longer. A subscription is not filed at all.
pub(super) fn not_filed(at: &Situation<'_>) -> Look {
    let active = at.changed_deal().and_then(Deal::active);
    if active.is_none_or(|document| document.kind != DocumentKind::Contract) {
        return Ok(());
    }
    match &at.context.after_sale {
        None => needs("after_sale"),
        Some(known) => fact(!known.filed),
    }
}

/// Who is added is related to the first buyer as the policy allows.
pub(super) fn relation_allowed(at: &Situation<'_>) -> Look {
    let allowed = at.context.policy.change.as_ref().and_then(|change| change.relations.as_ref());
    let Some(allowed) = allowed else { return Ok(()) };
    let before = at.deal.map(|deal| deal.buyers.as_slice()).unwrap_or_default();
    let was_buyer = |one: &DealBuyer| before.iter().any(|known| known.customer == one.customer);
    let fits = |one: &DealBuyer| one.relation.as_ref().is_some_and(|is| allowed.contains(is));
    match at.draft.buyers.iter().find(|one| !was_buyer(one) && !fits(one)) {
        Some(one) => Err(named_one(&one.customer, 1)),
        None => Ok(()),
    }
}

/// The deal to be left has an active subscription or contract, and the unit is its own.
pub(super) fn old_deal_there(at: &Situation<'_>) -> Look {
    let Some(from) = at.changed_from() else { return needs("changed_from") };
    let kind = from.deal.active().map(|document| document.kind);
    let is_agreed = matches!(kind, Some(DocumentKind::Subscription | DocumentKind::Contract));
    let has_unit = from.stock.deal.as_ref() == Some(&from.deal.id)
        && from.deal.unit_no.as_ref() == Some(&from.stock.unit_no);
    fact(is_agreed && has_unit)
}

/// The deal to be left is not locked, and neither the cashier nor another change is about it.
pub(super) fn old_deal_free(at: &Situation<'_>) -> Look {
    let Some(from) = at.changed_from() else { return needs("changed_from") };
    if let Some(lock) = from.stock.locks.iter().find(|lock| Some(**lock) != at.own_lock()) {
        return Err(Lacking::Pending { lock: *lock });
    }
    if let Some(todo) = from.deal.todos.first() {
        return Err(Lacking::Amount { needed: todo.amount, found: Money::ZERO });
    }
    fact(from.deal.active().is_none_or(|document| !document.locked))
}

/// The buyers and their shares stay; to change them is a change of names.
pub(super) fn buyers_carried(at: &Situation<'_>) -> Look {
    let Some(from) = at.changed_from() else { return needs("changed_from") };
    if at.buyers().is_empty() {
        return needs("buyers");
    }
    let has = |all: &[DealBuyer], one: &DealBuyer| {
        all.iter().any(|other| other.customer == one.customer && other.share == one.share)
    };
    let (before, after) = (from.deal.buyers.as_slice(), at.buyers());
    let gone = before.iter().find(|one| !has(after, one));
    match after.iter().find(|one| !has(before, one)).or(gone) {
        Some(one) => Err(named_one(&one.customer, 1)),
        None => Ok(()),
    }
}
