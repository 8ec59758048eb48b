//! Rounding parts so that they come to their whole, whatever their signs are.

use crate::error::Result;
use crate::number::{Mode, Unrounded, Wide, divide, overflow};
use std::cmp::Ordering;

/// Parts in yuan as fen that come to a whole number of fen: each is rounded down, and what is left goes
/// to the largest fractional parts, one fen each; of equal ones to the first.
pub(super) fn closing(parts: &[Unrounded], whole: i64) -> Result<Vec<i64>> {
    let hundred = Unrounded::new(Wide::power_of_ten(2)?, Wide::ONE)?;
    let (mut fen, mut rests) = (Vec::new(), Vec::new());
    let mut left = whole;
    for part in parts {
        let exact = part.mul(&hundred)?.reduced()?;
        let mut down = divide(exact.numerator(), exact.denominator(), Mode::Down)?;
        let mut rest = exact.sub(&Unrounded::new(down, Wide::ONE)?)?.reduced()?;
        if rest.is_negative() {
            down = down.sub(Wide::ONE)?;
            rest = rest.add(&Unrounded::ONE)?;
        }
        let down = down.to_i64().ok_or_else(overflow)?;
        left = left.checked_sub(down).ok_or_else(overflow)?;
        fen.push(down);
        rests.push(rest);
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let mut wide = None;
    order.sort_by(|a, b| {
        let (Some(one), Some(other)) = (rests.get(*a), rests.get(*b)) else {
            return Ordering::Equal;
        };
        other.compare(one).unwrap_or_else(|error| {
            wide = Some(error);
            Ordering::Equal
        })
    });
    if let Some(error) = wide {
        return Err(error);
    }
    let left = usize::try_from(left).map_err(|_| overflow())?;
    for at in order.into_iter().take(left) {
        if let Some(one) = fen.get_mut(at) {
            *one = one.checked_add(1).ok_or_else(overflow)?;
        }
    }
    Ok(fen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_either_sign_come_to_the_whole() {
        let yuan = |n: i64, d: i64| Unrounded::new(Wide::from(n), Wide::from(d)).unwrap();
        // -1/3 fen, 2/3 fen and 2/3 fen are one fen.
        let parts = [yuan(-1, 300), yuan(2, 300), yuan(2, 300)];
        assert_eq!(closing(&parts, 1).unwrap(), [0, 1, 0]);
        assert_eq!(closing(&[yuan(-5, 2), yuan(3, 2)], -100).unwrap(), [-250, 150]);
    }
}
