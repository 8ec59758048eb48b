//! Where figures of this area are rounded: shares and rates to 4 decimals, means to 2, half away
//! from zero, from the unrounded number (handbook §13).

use crate::error::Result;
use crate::number::{Exact, Figure, Rate, Unrounded, Wide, overflow};

/// A share or rate with 4 decimals: 0.8539 is 85.39 %.
pub(crate) fn rate(exact: &Unrounded) -> Result<Rate> {
    millionths(exact, 4).map(Rate::from_millionths)
}

/// A figure with so many decimals, at most 6.
pub(super) fn figure(exact: &Unrounded, decimals: u32) -> Result<Figure> {
    millionths(exact, decimals).map(Figure::from_millionths)
}

/// A number with so many decimals, of any size.
pub(crate) fn number(exact: &Unrounded, decimals: u32) -> Result<Exact> {
    let count = exact.scaled(decimals)?.to_i128().ok_or_else(overflow)?;
    Ok(Exact::counted(count, decimals))
}

fn millionths(exact: &Unrounded, decimals: u32) -> Result<i64> {
    let lacking = Wide::power_of_ten(Rate::SCALE.saturating_sub(decimals))?;
    exact.scaled(decimals)?.mul(lacking)?.to_i64().ok_or_else(overflow)
}

/// A whole number as those that are computed with.
pub(super) fn whole(count: i128) -> Result<Unrounded> {
    Unrounded::new(Wide::small(count), Wide::ONE)
}

/// A count of steps of so many decimals as those that are computed with.
pub(super) fn steps(count: i128, decimals: u32) -> Result<Unrounded> {
    Unrounded::new(Wide::small(count), Wide::power_of_ten(decimals)?)
}

/// The quotient of two whole numbers; `None` where the divisor is zero.
pub(super) fn quotient(of: i128, by: i128) -> Result<Option<Unrounded>> {
    if by == 0 {
        return Ok(None);
    }
    Unrounded::new(Wide::small(of), Wide::small(by)).map(Some)
}

/// The quotient; `None` where the divisor is zero.
pub(super) fn divided(of: &Unrounded, by: &Unrounded) -> Result<Option<Unrounded>> {
    if by.is_zero() { Ok(None) } else { of.div(by)?.reduced().map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_and_nothing_is_rounded_twice() {
        let of = |n: i128, d: i128| quotient(n, d).unwrap().unwrap();
        assert_eq!(rate(&of(45_000_000, 52_700_000)).unwrap().to_string(), "0.8539");
        assert_eq!(rate(&of(-1, 20_000)).unwrap().to_string(), "-0.0001");
        assert_eq!(figure(&of(1, 3), 2).unwrap().to_string(), "0.33");
        assert_eq!(number(&of(52_700_000, 4_216), 2).unwrap().to_string(), "12500");
        let nearly = of(4_999_999_999_999_999, 10_000_000_000_000_000);
        assert_eq!(number(&nearly, 0).unwrap().to_string(), "0");
        assert!(quotient(0, 0).unwrap().is_none());
    }
}
