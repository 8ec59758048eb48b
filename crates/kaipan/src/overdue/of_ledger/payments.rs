//! What was paid for a receivable, day by day, never more than is owed.

use crate::Date;
use crate::error::Result;
use crate::ledger::ReceivableHistory;
use crate::number::{Money, less, plus};
use crate::overdue::claim::ClaimPayment;
use std::collections::BTreeMap;

/// What moved on a day.
#[derive(Debug, Clone, Copy, Default)]
struct Moved {
    paid: Money,
    waived: Money,
}

/// The payments up to the day. What came in on a day and went out on it nets out; what a back-dated
/// receipt pays too early for there to be anything to pay counts from the day on which there is.
pub(super) fn payments(receivable: &ReceivableHistory<'_>) -> Result<Vec<ClaimPayment>> {
    let mut days: BTreeMap<Date, Moved> = BTreeMap::new();
    for money in &receivable.paid {
        let day = days.entry(money.on).or_default();
        day.paid = plus(day.paid, money.amount)?;
    }
    for money in &receivable.waived {
        let day = days.entry(money.on).or_default();
        day.waived = plus(day.waived, money.amount)?;
    }
    let (mut settled, mut early) = (Money::ZERO, Money::ZERO);
    let mut payments = Vec::new();
    for (on, moved) in days {
        let mut paid = plus(moved.paid, early)?;
        let mut waived = moved.waived;
        if paid.is_negative() && waived.is_positive() {
            let both = plus(paid, waived)?;
            (paid, waived) = (both.min(Money::ZERO), both.max(Money::ZERO));
        }
        let room = less(less(receivable.amount, settled)?, waived)?;
        early = less(paid, room)?.max(Money::ZERO);
        paid = less(paid, early)?;
        settled = plus(plus(settled, paid)?, waived)?;
        payments.extend(payment(on, paid, false));
        payments.extend(payment(on, waived, true));
    }
    Ok(payments)
}

/// What was paid after the day, and not before the claim arose.
pub(super) fn later(
    receivable: &ReceivableHistory<'_>,
    since: Option<Date>,
) -> impl Iterator<Item = ClaimPayment> {
    receivable.later.iter().filter_map(move |money| {
        let on = since.map_or(money.on, |since| since.max(money.on));
        payment(on, money.amount, false)
    })
}

fn payment(on: Date, amount: Money, credit: bool) -> Option<ClaimPayment> {
    let payment = || ClaimPayment { on, amount, credit, reversed: None, recorded: None };
    (!amount.is_zero()).then(payment)
}
