//! Quotients of two amounts.

use crate::error::{Code, Error, Result};
use crate::number::{Exact, Money, Unrounded};

/// A part as a share of the whole, exact.
///
/// # Errors
/// [`Code::NumberZeroDenominator`] for a whole of zero.
pub(crate) fn share_of(part: Money, whole: Money) -> Result<Unrounded> {
    Unrounded::from(part).div(&Unrounded::from(whole))
}

/// In percent, half up to 2 decimals.
pub(crate) fn percent(share: &Unrounded) -> Result<Exact> {
    let hundredths = share.scaled(4)?.to_i128();
    hundredths.map(|count| Exact::counted(count, 2)).ok_or_else(|| Error::new(Code::NumberOverflow))
}
