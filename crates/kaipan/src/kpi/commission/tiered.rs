//! 阶梯: commission by what a person has reached in a period.

use super::earning::OwnEarning;
use super::scheme::{CommissionTier, CommissionTierMode};
use super::sheet::CommissionOfTier;
use crate::error::Result;
use crate::number::{Exact, Money, Rounding, Unrounded, overflow};

/// What each of the earnings of one person in one period comes to, in their order.
pub(super) fn tiered(
    own: &[OwnEarning<'_>],
    mode: CommissionTierMode,
    tiers: &[CommissionTier],
) -> Result<Vec<(Money, Vec<CommissionOfTier>)>> {
    let mut all = Vec::with_capacity(own.len());
    match mode {
        CommissionTierMode::Marginal => {
            let mut reached = Unrounded::ZERO;
            for one in own {
                let after = reached.add(&one.counted)?.reduced()?;
                all.push(marginal(&reached, &after, tiers)?);
                reached = after;
            }
        }
        CommissionTierMode::Cliff => {
            let sum = own
                .iter()
                .try_fold(Unrounded::ZERO, |sum, one| sum.add(&one.counted)?.reduced())?;
            // A bound belongs to the tier below it; what goes back below zero is of the first. What goes
            // back in a later period is of the tier of that period.
            let mut tier = tiers.first().filter(|_| sum.is_negative());
            for one in tiers {
                if sum.compare(&one.above.into())?.is_gt() {
                    tier = Some(one);
                }
            }
            for one in own {
                all.push(match tier {
                    Some(tier) => {
                        let amount = one.counted.mul(&tier.each())?;
                        (Rounding::FEN.round(&amount)?, vec![step(&one.counted, tier)?])
                    }
                    None => (Money::ZERO, Vec::new()),
                });
            }
        }
    }
    Ok(all)
}

/// Each part of what is counted from one sum to another at the rate of its tier. What goes back takes
/// the same back; below zero all is of the first tier.
fn marginal(
    from: &Unrounded,
    to: &Unrounded,
    tiers: &[CommissionTier],
) -> Result<(Money, Vec<CommissionOfTier>)> {
    let goes_back = to.compare(from)?.is_lt();
    let (from, to) = if goes_back { (to, from) } else { (from, to) };
    let (mut amount, mut steps) = (Unrounded::ZERO, Vec::new());
    for (at, tier) in tiers.iter().enumerate() {
        let low = if at == 0 { from.clone() } else { larger(from, &tier.above.into())? };
        let high = match tiers.get(at.saturating_add(1)) {
            Some(next) => smaller(to, &next.above.into())?,
            None => to.clone(),
        };
        let part = high.sub(&low)?.reduced()?;
        if part.is_positive() {
            amount = amount.add(&part.mul(&tier.each())?)?.reduced()?;
            let signed = if goes_back { Unrounded::ZERO.sub(&part)? } else { part };
            steps.push(step(&signed, tier)?);
        }
    }
    let amount = Rounding::FEN.round(&amount)?;
    let back = || Money::ZERO.checked_sub(amount).ok_or_else(overflow);
    Ok((if goes_back { back()? } else { amount }, steps))
}

fn step(counted: &Unrounded, tier: &CommissionTier) -> Result<CommissionOfTier> {
    let counted = Exact::try_from(counted)?;
    Ok(CommissionOfTier { counted, rate: tier.rate, per_unit: tier.per_unit })
}

fn larger(one: &Unrounded, two: &Unrounded) -> Result<Unrounded> {
    Ok(if one.compare(two)?.is_lt() { two.clone() } else { one.clone() })
}

fn smaller(one: &Unrounded, two: &Unrounded) -> Result<Unrounded> {
    Ok(if one.compare(two)?.is_gt() { two.clone() } else { one.clone() })
}
