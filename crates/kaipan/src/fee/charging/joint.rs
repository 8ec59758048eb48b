//! What joint buyers pay: parts that add up to the fee of the whole (handbook §28).

use super::regenerate::ChargedFee;
use crate::error::Result;
use crate::fee::FeeRule;
use crate::number::{Figure, Money, Place, Unrounded, overflow, split};

/// The part of a buyer in a fee of one unit.
pub(super) struct Part<'a> {
    /// Its entry.
    pub(super) entry: usize,
    /// Value of its row: buyers with one value share one fee.
    pub(super) value: Figure,
    /// Yuan before the rounding point.
    pub(super) exact: Unrounded,
    /// Who comes first where parts are equal: the smaller name, then the earlier in the list.
    pub(super) key: (Option<&'a str>, usize),
}

/// Sets the amounts of the buyers' lines. The fee of those with one value is rounded as a whole and
/// split by largest remainder, in steps of the rounding place if every part is as large as that,
/// else of a fen.
pub(super) fn share_out(
    rule: &FeeRule,
    mut parts: Vec<Part<'_>>,
    entries: &mut [ChargedFee<'_>],
) -> Result<()> {
    while let Some(value) = parts.first().map(|part| part.value) {
        let (same, rest) = parts.into_iter().partition(|part: &Part<'_>| part.value == value);
        parts = rest;
        one_fee(rule, &same, entries)?;
    }
    Ok(())
}

fn one_fee(rule: &FeeRule, parts: &[Part<'_>], entries: &mut [ChargedFee<'_>]) -> Result<()> {
    let mut sum = Unrounded::ZERO;
    let place = Unrounded::from(Money::from_fen(rule.rounding.place.fen()));
    let mut large = true;
    for part in parts {
        sum = sum.add(&part.exact)?.reduced()?;
        large &= part.exact.compare(&place)?.is_ge();
    }
    let whole = rule.rounding.round(&sum)?;
    let step = if large { rule.rounding.place } else { Place::Fen }.fen();
    let count = whole.fen().checked_div(step).ok_or_else(overflow)?;
    let exact: Vec<_> = parts.iter().map(|part| (part.exact.clone(), part.key)).collect();
    for (part, steps) in parts.iter().zip(split(count, &exact)?) {
        let amount = steps.checked_mul(step).map(Money::from_fen).ok_or_else(overflow)?;
        if let Some(line) = entries.get_mut(part.entry).and_then(|entry| entry.fee.as_mut()) {
            line.amount = amount;
        }
    }
    Ok(())
}
