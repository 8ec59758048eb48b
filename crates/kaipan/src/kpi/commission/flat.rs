//! Commission without tiers: that of a deal is rounded once, then divided.

use super::deal::CommissionedDeal;
use super::earning::Earning;
use super::scheme::{CommissionPay, CommissionScheme};
use crate::Text;
use crate::error::Result;
use crate::number::{Money, Rounding, Unrounded, overflow, split};

/// What each person gets of each part of a deal: rounded once for the deal, divided over the parts and
/// then over the persons by largest remainder; and whether the cap of a deal has cut it.
pub(super) fn of_deal(
    scheme: &CommissionScheme,
    deal: &CommissionedDeal,
    own: &[Earning<'_>],
    each: &Unrounded,
) -> Result<(Vec<Vec<Money>>, bool)> {
    if own.iter().any(|one| one.counted.is_negative()) {
        return running(scheme, deal, own, each);
    }
    let parts: Vec<Unrounded> = own.iter().map(|one| one.counted.clone()).collect();
    let whole = parts.iter().try_fold(Unrounded::ZERO, |sum, part| sum.add(part)?.reduced())?;
    let mut amount = Rounding::FEN.round(&whole.mul(each)?)?;
    let cap = scheme.deal_cap.filter(|cap| amount > *cap);
    amount = cap.unwrap_or(amount);
    let keyed: Vec<(Unrounded, usize)> = parts.iter().cloned().zip(0..).collect();
    let persons: Vec<(Unrounded, &Text)> =
        deal.shares.iter().map(|share| (share.share.exact(), &share.person)).collect();
    let mut all = Vec::with_capacity(parts.len());
    for fen in split(amount.fen(), &keyed)? {
        let own = split(fen, &persons)?;
        all.push(own.into_iter().map(Money::from_fen).collect());
    }
    Ok((all, cap.is_some()))
}

/// The same where money was given back: what the deal has earned with each part, by day, less what it
/// had earned before.
fn running(
    scheme: &CommissionScheme,
    deal: &CommissionedDeal,
    own: &[Earning<'_>],
    each: &Unrounded,
) -> Result<(Vec<Vec<Money>>, bool)> {
    let persons: Vec<(Unrounded, &Text)> =
        deal.shares.iter().map(|share| (share.share.exact(), &share.person)).collect();
    let mut by_day: Vec<(usize, &Earning<'_>)> = own.iter().enumerate().collect();
    by_day.sort_by_key(|(_, one)| one.date);
    let (mut counted, mut capped) = (Unrounded::ZERO, false);
    let mut before = vec![0_i64; persons.len()];
    let mut all: Vec<Vec<Money>> = vec![Vec::new(); own.len()];
    for (at, one) in by_day {
        counted = counted.add(&one.counted)?.reduced()?;
        let amount = Rounding::FEN.round(&counted.mul(each)?)?;
        let cap = scheme.deal_cap.filter(|cap| amount > *cap);
        capped |= cap.is_some();
        let after = split(cap.unwrap_or(amount).fen(), &persons)?;
        let more = after.iter().zip(&before).map(|(after, before)| {
            after.checked_sub(*before).map(Money::from_fen).ok_or_else(overflow)
        });
        let more: Result<Vec<Money>> = more.collect();
        if let Some(slot) = all.get_mut(at) {
            *slot = more?;
        }
        before = after;
    }
    Ok((all, capped))
}

/// What one of what is counted earns; `None` of tiers.
pub(super) fn each(pay: &CommissionPay) -> Option<Unrounded> {
    match pay {
        CommissionPay::Rate { rate } => Some((*rate).into()),
        CommissionPay::Fixed { amount } => Some((*amount).into()),
        CommissionPay::Tiers { .. } => None,
    }
}
