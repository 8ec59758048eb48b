//! Commission without tiers: that of a deal is rounded once, then divided.

use super::deal::CommissionedDeal;
use super::scheme::{CommissionPay, CommissionScheme};
use crate::Text;
use crate::error::Result;
use crate::number::{Money, Rounding, Unrounded, split};

/// What each person gets of each part of a deal: rounded once for the deal, divided over the parts and
/// then over the persons by largest remainder; and whether the cap of a deal has cut it.
pub(super) fn of_deal(
    scheme: &CommissionScheme,
    deal: &CommissionedDeal,
    parts: &[Unrounded],
    each: &Unrounded,
) -> Result<(Vec<Vec<Money>>, bool)> {
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

/// What one of what is counted earns; `None` of tiers.
pub(super) fn each(pay: &CommissionPay) -> Option<Unrounded> {
    match pay {
        CommissionPay::Rate { rate } => Some((*rate).into()),
        CommissionPay::Fixed { amount } => Some((*amount).into()),
        CommissionPay::Tiers { .. } => None,
    }
}
