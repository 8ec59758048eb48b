//! What was agreed to be paid, and what was received.

use super::{Look, needs};
use crate::deal::guard::{Lacking, Situation};
use crate::money;
use crate::number::Money;
use crate::payment::{DepositLimit, MoneyItem};

/// What was received of items that fit.
fn received(at: &Situation<'_>, fits: impl Fn(&str) -> bool) -> Result<Money, Lacking> {
    let Some(received) = &at.context.received else { return needs("received") };
    let fitting = received.iter().filter(|one| fits(&one.item)).map(|one| one.amount);
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

/// The sincerity money of a registration is what the project has set.
pub(super) fn sincerity_amount(at: &Situation<'_>) -> Look {
    let Some(set) = at.context.policy.sincerity_amount else { return Ok(()) };
    match at.draft.amount {
        None => needs("amount"),
        Some(found) if found == set => Ok(()),
        Some(found) => Err(Lacking::Amount { needed: set, found }),
    }
}

pub(super) fn booking_money(at: &Situation<'_>) -> Look {
    let Some(agreed) = at.draft.amount else { return needs("amount") };
    let least = at.context.policy.least_booking.unwrap_or(Money::FEN).max(agreed);
    at_least(least, received(at, |item| item == money::BOOKING)?)
}

pub(super) fn deposit_agreed(at: &Situation<'_>) -> Look {
    let Some(agreed) = at.draft.amount else { return needs("amount") };
    at_least(at.context.policy.least_deposit.unwrap_or(Money::FEN), agreed)
}

/// The deposit is there, with what sincerity and booking money become of it.
pub(super) fn deposit_received(at: &Situation<'_>) -> Look {
    let Some(agreed) = at.draft.amount else { return needs("amount") };
    let found = received(at, money::becomes_deposit)?;
    let needed = match at.context.policy.allow_partial_deposit {
        true => at.context.policy.least_deposit.unwrap_or(Money::FEN).min(agreed),
        false => agreed,
    };
    at_least(needed, found)
}

/// The deposit agreed is not above what law allows of the price.
pub(super) fn deposit_cap(at: &Situation<'_>) -> Look {
    let Some(agreed) = at.draft.amount else { return needs("amount") };
    let Some(price) = &at.draft.price else { return needs("price") };
    let limit = at.context.policy.deposit_limit.as_ref().unwrap_or(&DepositLimit::Legal {});
    match limit.largest(price.contract_total, at.today()) {
        Some(most) if agreed > most => Err(Lacking::TooMuch { most, found: agreed }),
        _ => Ok(()),
    }
}

/// The down payment of the schedule, or the whole price where it has none, is there.
pub(super) fn down_payment(at: &Situation<'_>) -> Look {
    let schedule = match at.deal {
        Some(deal) if at.draft.schedule.is_empty() => &deal.schedule,
        _ => &at.draft.schedule,
    };
    if schedule.is_empty() {
        return needs("schedule");
    }
    let first = |item| matches!(item, MoneyItem::Deposit | MoneyItem::DownPayment);
    let due = schedule.iter().filter(|line| line.in_price && first(line.item));
    let Ok(needed) = Money::sum(due.map(|line| line.amount)) else { return needs("schedule") };
    at_least(needed, received(at, money::is_own_house)?)
}

/// The lines of the schedule that are part of the price add up to it.
pub(super) fn schedule_complete(at: &Situation<'_>) -> Look {
    let Some(price) = &at.draft.price else { return needs("price") };
    if at.draft.schedule.is_empty() {
        return needs("schedule");
    }
    let lines = at.draft.schedule.iter().filter(|line| line.in_price).map(|line| line.amount);
    match Money::sum(lines) {
        Ok(found) if found == price.contract_total => Ok(()),
        Ok(found) => Err(Lacking::Amount { needed: price.contract_total, found }),
        Err(_) => Err(Lacking::Fact {}),
    }
}

pub(super) fn plan_offered(at: &Situation<'_>) -> Look {
    let Some(plan) = &at.draft.plan else { return needs("plan") };
    match &at.context.policy.plans {
        Some(offered) if !offered.contains(plan) => Err(super::named(plan, 1)),
        _ => Ok(()),
    }
}
