//! Promises to pay: open, kept or broken.

use super::answer::FollowedPromise;
use super::record::{DunningRecord, PaymentPromise};
use crate::Date;
use crate::error::Result;
use crate::number::{Money, overflow};
use crate::overdue::claim::MoneyClaim;
use kaipan_derive::boundary;

/// How a promise stands on a day.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum PromiseState {
    /// 未到期: the promised day has not passed.
    Open,
    /// 已履行: what was promised was paid by the promised day.
    Kept,
    /// 未履行: the promised day has passed.
    Broken,
}

impl PromiseState {
    fn on(as_of: Date, promised: Date, is_paid: bool) -> PromiseState {
        match (is_paid, as_of > promised) {
            (true, _) => PromiseState::Kept,
            (false, false) => PromiseState::Open,
            (false, true) => PromiseState::Broken,
        }
    }
}

/// What became of a promise by a day. What was owed, and what of it was overdue, is counted to the day before
/// the record, so that money of the day itself keeps it; both come beside the promise.
pub(super) fn followed(
    record: &DunningRecord,
    promise: &PaymentPromise,
    claims: &[&MoneyClaim],
    as_of: Date,
) -> Result<(FollowedPromise, [Money; 2])> {
    let paid_in = |claims: &[&MoneyClaim], from: Option<Date>, to: Option<Date>| {
        let payments = claims.iter().flat_map(|claim| &claim.payments);
        let counted = payments.filter(|one| {
            let is_reversed = one.reversed.as_ref().is_some_and(|reversed| reversed.on <= as_of);
            let is_within =
                from.is_none_or(|from| one.on >= from) && to.is_none_or(|to| one.on <= to);
            is_within && one.on <= as_of && !is_reversed
        });
        Money::sum(counted.map(|one| one.amount))
    };
    let paid = paid_in(claims, Some(record.on), Some(promise.on))?;
    let left = |claims: &[&MoneyClaim]| {
        let before = paid_in(claims, None, record.on.shift_days(-1))?;
        let all = Money::sum(claims.iter().map(|claim| claim.amount))?;
        all.checked_sub(before).ok_or_else(overflow)
    };
    let late = claims.iter().filter(|claim| claim.due.is_some_and(|due| due < record.on));
    let (owed, late) = (left(claims)?, left(&late.copied().collect::<Vec<_>>())?);
    let amount = promise.amount.unwrap_or(owed);
    let followed = FollowedPromise {
        deal: record.deal.clone(),
        claims: record.claims.clone(),
        recorded_on: record.on,
        on: promise.on,
        amount,
        paid,
        state: PromiseState::on(as_of, promise.on, paid >= amount),
    };
    Ok((followed, [owed, late]))
}
