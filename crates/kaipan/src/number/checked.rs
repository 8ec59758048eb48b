//! Sums of money that are checked.

use super::{Money, overflow};
use crate::error::Result;

/// # Errors
/// A sum beyond any money.
#[cfg(feature = "ledger")]
pub(crate) fn plus(amount: Money, other: Money) -> Result<Money> {
    amount.checked_add(other).ok_or_else(overflow)
}

/// # Errors
/// A difference beyond any money.
pub(crate) fn less(amount: Money, other: Money) -> Result<Money> {
    amount.checked_sub(other).ok_or_else(overflow)
}

/// # Errors
/// An amount whose opposite is beyond any money.
#[cfg(feature = "ledger")]
pub(crate) fn negative(amount: Money) -> Result<Money> {
    less(Money::ZERO, amount)
}
