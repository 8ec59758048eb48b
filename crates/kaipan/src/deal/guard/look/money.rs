//! What was agreed to be paid, and what was received.

use super::{Look, needs};
use crate::deal::guard::{Lacking, Situation};
use crate::deal::settlement::{largest_deposit, share};
use crate::deal::{DealAction, DealPrice, EndedBy, LeastReceived, ReceivedMoney, SaleMode};
use crate::money;
use crate::number::Money;
use crate::payment::MoneyItem;

impl Situation<'_> {
    /// The largest deposit that law and policy allow of a price.
    pub(in crate::deal) fn largest_deposit(&self, price: &DealPrice) -> Option<Money> {
        largest_deposit(self.context.policy.deposit_limit.as_ref(), price, self.today())
    }
}

/// What was received of items that fit.
fn received(at: &Situation<'_>, fits: impl Fn(&ReceivedMoney) -> bool) -> Result<Money, Lacking> {
    let Some(received) = &at.context.received else { return needs("received") };
    let fitting = received.iter().filter(|one| fits(one)).map(|one| one.amount);
    Money::sum(fitting).map_or_else(|_| needs("received"), Ok)
}

/// At least this much is there.
fn at_least(needed: Money, found: Money) -> Look {
    if found < needed { Err(Lacking::Amount { needed, found }) } else { Ok(()) }
}

pub(super) fn none_received(at: &Situation<'_>) -> Look {
    let found = received(at, |_| true)?;
    if found.is_zero() { Ok(()) } else { Err(Lacking::TooMuch { most: Money::ZERO, found }) }
}

pub(super) fn known(at: &Situation<'_>) -> Look {
    received(at, |_| true).map(|_| ())
}

/// The sincerity money of a registration is what the project has set. Completed homes may be
/// registered for without money (T6).
pub(super) fn sincerity_amount(at: &Situation<'_>) -> Look {
    let Some(set) = at.context.policy.sincerity_amount else { return Ok(()) };
    let is_completed = at.facts.as_ref().is_some_and(|facts| facts.mode() == SaleMode::Completed);
    match at.draft.amount {
        None => needs("amount"),
        Some(found) if found == set || (is_completed && found.is_zero()) => Ok(()),
        Some(found) => Err(Lacking::Amount { needed: set, found }),
    }
}

pub(super) fn booking_money(at: &Situation<'_>) -> Look {
    let Some(agreed) = at.draft.amount else { return needs("amount") };
    let least = at.context.policy.least_booking.unwrap_or(Money::FEN).max(agreed);
    at_least(least, received(at, |one| one.item == money::BOOKING)?)
}

pub(super) fn deposit_agreed(at: &Situation<'_>) -> Look {
    let Some(agreed) = at.draft.amount else { return needs("amount") };
    at_least(at.context.policy.least_deposit.unwrap_or(Money::FEN), agreed)
}

/// The deposit is there, with what sincerity and booking money become of it.
pub(super) fn deposit_received(at: &Situation<'_>) -> Look {
    let Some(agreed) = at.draft.amount else { return needs("amount") };
    let found = received(at, ReceivedMoney::becomes_deposit)?;
    let needed = match at.context.policy.allow_partial_deposit {
        true => at.context.policy.least_deposit.unwrap_or(Money::FEN).min(agreed),
        false => agreed,
    };
    at_least(needed, found)
}

/// What a seller who is late pays besides the deposit is not above it: double at most, and only of
/// what is a deposit in law (T24, handbook §5.4).
pub(super) fn liability_within(at: &Situation<'_>) -> Look {
    let Some(found) = at.draft.amount.filter(|amount| !amount.is_zero()) else { return Ok(()) };
    let most = match at.draft.ended_by {
        Some(EndedBy::SellerLate) => {
            let Some(price) = at.price() else { return needs("price") };
            let received = received(at, |one| one.item == money::DEPOSIT)?;
            at.largest_deposit(price).map_or(received, |most| most.min(received))
        }
        _ => Money::ZERO,
    };
    match found > most || !found.is_positive() {
        true => Err(Lacking::TooMuch { most, found }),
        false => Ok(()),
    }
}

/// The deposit agreed is not above what law allows of the price. A contract that follows no
/// subscription may be signed without one.
pub(super) fn deposit_cap(at: &Situation<'_>) -> Look {
    let agreed = match at.draft.amount {
        Some(agreed) => agreed,
        None if at.row.action == DealAction::Sign => return Ok(()),
        None => return needs("amount"),
    };
    let Some(price) = at.price() else { return needs("price") };
    match at.largest_deposit(price) {
        Some(most) if agreed > most => Err(Lacking::TooMuch { most, found: agreed }),
        _ => Ok(()),
    }
}

/// The least that the policy asks for before subscribing is there.
pub(super) fn before_subscribing(at: &Situation<'_>) -> Look {
    least_received(at, at.context.policy.before_subscribing.as_ref())
}

/// The least that the policy asks for before signing is there.
pub(super) fn before_signing(at: &Situation<'_>) -> Look {
    least_received(at, at.context.policy.before_signing.as_ref())
}

fn least_received(at: &Situation<'_>, least: Option<&LeastReceived>) -> Look {
    let Some(least) = least else { return Ok(()) };
    let mut needed = least.amount.unwrap_or(Money::ZERO);
    if let Some(rate) = least.share {
        let Some(price) = at.price() else { return needs("price") };
        let share = share(price.contract_total, rate);
        needed = needed.max(share.map_err(|_| Lacking::Fact {})?);
    }
    at_least(needed, received(at, ReceivedMoney::is_own_house)?)
}

/// The down payment of the schedule with its deposit is there; where it has no down payment, every
/// payment of the buyer's own. A schedule that is lent as a whole leaves nothing to sign with.
pub(super) fn down_payment(at: &Situation<'_>) -> Look {
    let schedule = at.schedule();
    if schedule.is_empty() {
        return needs("schedule");
    }
    let sum = |fits: fn(MoneyItem) -> bool| {
        let fitting = schedule.iter().filter(|line| line.in_price && fits(line.item));
        Money::sum(fitting.map(|line| line.amount)).map_err(|_| Lacking::Fact {})
    };
    let needed = match sum(|item| item == MoneyItem::DownPayment)?.is_positive() {
        true => sum(|item| matches!(item, MoneyItem::Deposit | MoneyItem::DownPayment))?,
        false => sum(|item| !matches!(item, MoneyItem::CommercialLoan | MoneyItem::FundLoan))?,
    };
    if !needed.is_positive() {
        return Err(Lacking::Fact {});
    }
    at_least(needed, received(at, ReceivedMoney::is_own_house)?)
}

/// The lines of the schedule that are part of the price add up to it.
pub(super) fn schedule_complete(at: &Situation<'_>) -> Look {
    let Some(price) = at.price() else { return needs("price") };
    if at.schedule().is_empty() {
        return needs("schedule");
    }
    let lines = at.schedule().iter().filter(|line| line.in_price).map(|line| line.amount);
    match Money::sum(lines) {
        Ok(found) if found == price.contract_total => Ok(()),
        Ok(found) => Err(Lacking::Amount { needed: price.contract_total, found }),
        Err(_) => Err(Lacking::Fact {}),
    }
}

pub(super) fn plan_offered(at: &Situation<'_>) -> Look {
    let Some(plan) = at.plan() else { return needs("plan") };
    match &at.context.policy.plans {
        Some(offered) if !offered.contains(plan) => Err(super::named(plan, 1)),
        _ => Ok(()),
    }
}
