//! Commission without tiers: what a deal has earned so far is rounded once, then divided.

use super::deal::CommissionedDeal;
use super::earning::Earning;
use super::scheme::{CommissionPay, CommissionScheme};
use crate::Text;
use crate::error::Result;
use crate::number::{Money, Rounding, Unrounded, overflow, split};

/// What a part of a deal earns.
pub(super) struct FlatPart {
    /// For each person, in the order of the shares.
    pub(super) amounts: Vec<Money>,
    /// The cap of a deal makes it another amount.
    pub(super) capped: bool,
}

/// What each part of a deal earns: what the deal has earned with it, by day, less what it had earned
/// before. So a later part changes no earlier one, and together they are the commission of the deal,
/// rounded once, cut at the cap and divided over the persons by largest remainder.
pub(super) fn of_deal(
    scheme: &CommissionScheme,
    deal: &CommissionedDeal,
    own: &[Earning<'_>],
    each: &Unrounded,
) -> Result<Vec<FlatPart>> {
    let persons: Vec<(Unrounded, &Text)> =
        deal.shares.iter().map(|share| (share.share.exact(), &share.person)).collect();
    let mut by_day: Vec<(usize, &Earning<'_>)> = own.iter().enumerate().collect();
    by_day.sort_by_key(|(_, one)| one.date);
    let (mut counted, mut beyond) = (Unrounded::ZERO, Money::ZERO);
    let mut before = vec![0_i64; persons.len()];
    let mut parts = Vec::with_capacity(own.len());
    for (at, one) in by_day {
        counted = counted.add(&one.counted)?.reduced()?;
        let amount = Rounding::FEN.round(&counted.mul(each)?)?;
        let cut = scheme.deal_cap.map_or(amount, |cap| amount.min(cap));
        let beyond_now = amount.checked_sub(cut).ok_or_else(overflow)?;
        let after = split(cut.fen(), &persons)?;
        let more = after.iter().zip(&before).map(|(after, before)| {
            after.checked_sub(*before).map(Money::from_fen).ok_or_else(overflow)
        });
        let amounts = more.collect::<Result<Vec<Money>>>()?;
        parts.push((at, FlatPart { amounts, capped: beyond_now != beyond }));
        (before, beyond) = (after, beyond_now);
    }
    parts.sort_by_key(|(at, _)| *at);
    Ok(parts.into_iter().map(|(_, part)| part).collect())
}

/// What one of what is counted earns; `None` of tiers.
pub(super) fn each(pay: &CommissionPay) -> Option<Unrounded> {
    match pay {
        CommissionPay::Rate { rate } => Some((*rate).into()),
        CommissionPay::Fixed { amount } => Some((*amount).into()),
        CommissionPay::Tiers { .. } => None,
    }
}
