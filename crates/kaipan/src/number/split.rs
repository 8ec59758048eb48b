//! Splitting a whole into parts that add up to it (handbook §28): largest remainder.

use super::{Mode, Unrounded, Wide, divide};
use crate::error::Result;
use crate::number::overflow;
use std::cmp::Ordering;

/// Splits a whole number of steps in proportion to parts, none of which is negative: each share is
/// rounded down, and what is left goes to the largest fractional parts, one step each; of equal ones
/// the smaller key comes first. So the result does not hang on the order, and Σ = whole. A whole below
/// zero is split as its opposite.
///
/// # Errors
/// [`Code::NumberZeroDenominator`] for a whole of which nobody has a part; [`Code::NumberTooWide`],
/// [`NumberOverflow`](crate::error::Code::NumberOverflow) for parts that cannot be carried.
pub(crate) fn split<K: Ord>(whole: i64, parts: &[(Unrounded, K)]) -> Result<Vec<i64>> {
    if whole == 0 {
        return Ok(vec![0; parts.len()]);
    }
    if whole < 0 {
        let turned = split(whole.checked_neg().ok_or_else(overflow)?, parts)?;
        return turned.into_iter().map(|part| part.checked_neg().ok_or_else(overflow)).collect();
    }
    let mut sum = Unrounded::ZERO;
    for (part, _) in parts {
        sum = sum.add(part)?.reduced()?;
    }
    let whole_steps = Unrounded::new(Wide::from(whole), Wide::ONE)?;
    let mut steps = Vec::with_capacity(parts.len());
    let mut rests = Vec::with_capacity(parts.len());
    let mut left = whole;
    for (part, _) in parts {
        let share = part.mul(&whole_steps)?.div(&sum)?.reduced()?;
        let down = divide(share.numerator(), share.denominator(), Mode::Down)?;
        rests.push(share.sub(&Unrounded::new(down, Wide::ONE)?)?.reduced()?);
        let down = down.to_i64().ok_or_else(overflow)?;
        left = left.checked_sub(down).ok_or_else(overflow)?;
        steps.push(down);
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let mut wide = None;
    order.sort_by(|a, b| {
        let (Some(one), Some(other)) = (rests.get(*a), rests.get(*b)) else {
            return Ordering::Equal;
        };
        let by_rest = other.compare(one).unwrap_or_else(|error| {
            wide = Some(error);
            Ordering::Equal
        });
        let key = |at: usize| parts.get(at).map(|(_, key)| key);
        by_rest.then_with(|| key(*a).cmp(&key(*b)))
    });
    if let Some(error) = wide {
        return Err(error);
    }
    for at in order {
        if left <= 0 {
            break;
        }
        if let Some(step) = steps.get_mut(at) {
            *step = step.checked_add(1).ok_or_else(overflow)?;
            left = left.saturating_sub(1);
        }
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    fn of(whole: i64, parts: &[(i64, i64, &'static str)]) -> Vec<i64> {
        let part = |(n, d, key): &(i64, i64, &'static str)| {
            (Unrounded::new(Wide::from(*n), Wide::from(*d)).unwrap(), *key)
        };
        split(whole, &parts.iter().map(part).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn the_largest_remainder_gets_the_step_and_the_order_does_not_matter() {
        assert_eq!(of(100, &[(100, 3, "a"), (100, 3, "b"), (100, 3, "c")]), [34, 33, 33]);
        assert_eq!(of(100, &[(100, 3, "c"), (100, 3, "b"), (100, 3, "a")]), [33, 33, 34]);
        assert_eq!(of(10, &[(25, 10, "a"), (27, 10, "b"), (48, 10, "c")]), [2, 3, 5]);
        assert_eq!(of(3, &[(1, 1, "a"), (2, 1, "b")]), [1, 2]);
        assert_eq!(of(0, &[]), [0; 0]);
        // Whatever the parts are, they share the whole and nothing else.
        assert_eq!(of(0, &[(1, 2, "a"), (3, 2, "b")]), [0, 0]);
        assert_eq!(of(1, &[(1, 2, "a"), (3, 2, "b")]), [0, 1]);
        assert_eq!(of(10, &[(1, 1, "a"), (1, 1, "b")]), [5, 5]);
        assert_eq!(of(0, &[(0, 1, "a")]), [0]);
        // What nobody has a part of is not lost in silence.
        let nobody = split(1, &[(Unrounded::ZERO, "a")]);
        assert_eq!(nobody.unwrap_err().code(), Code::NumberZeroDenominator);
    }

    fn by_weights(whole: i64, weights: &[i64]) -> Vec<i64> {
        let parts = weights.iter().enumerate();
        let parts =
            parts.map(|(at, weight)| (Unrounded::new(Wide::from(*weight), Wide::ONE).unwrap(), at));
        split(whole, &parts.collect::<Vec<_>>()).unwrap()
    }

    /// Situations that other libraries have answered wrongly: moneyphp#492, #832, dinerojs#776, #144.
    #[test]
    fn the_fraction_decides_and_neither_the_order_nor_the_size() {
        assert_eq!(by_weights(1, &[33, 66]), [0, 1]);
        assert_eq!(by_weights(9_999, &[75, 25]), [7_499, 2_500]);
        assert_eq!(by_weights(5, &[100, 101, 100, 100]), [1, 2, 1, 1]);
        assert_eq!(by_weights(1_003, &[49, 51]), [491, 512]);
        let large = 7_000_000_000_000_000;
        assert_eq!(by_weights(large, &[1, 2]), [2_333_333_333_333_333, 4_666_666_666_666_667]);
        for (whole, weights) in [(1, vec![33, 66]), (5, vec![100, 101, 100, 100])] {
            let turned = by_weights(-whole, &weights).into_iter().map(|part| -part);
            assert_eq!(turned.collect::<Vec<_>>(), by_weights(whole, &weights));
        }
    }
}
