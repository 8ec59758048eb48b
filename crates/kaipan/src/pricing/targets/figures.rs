//! Figures of a target as results show them.

use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate, Unrounded, Wide};

/// An exact amount in yuan, half up to the fen.
pub(crate) fn to_fen(yuan: &Unrounded) -> Result<Money> {
    let fen = yuan.scaled(2)?.to_i64();
    fen.map(Money::from_fen).ok_or_else(|| Error::new(Code::NumberOverflow))
}

/// The quotient of two exact amounts as a rate of 6 decimals; 0 when the second is zero.
pub(crate) fn ratio(part: &Unrounded, whole: &Unrounded) -> Result<Rate> {
    if whole.numerator() == Wide::ZERO {
        return Ok(Rate::ZERO);
    }
    part.div(whole)?.to_rate()
}
