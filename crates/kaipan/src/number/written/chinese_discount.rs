//! Discount rates the Chinese way: 98折, 9.8折, 减2点.

use super::plain::divided;
use super::{WrittenDiscount, WrittenKind, parse_written_discount};
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Rate, power_of_ten};

/// Reads a discount as the rate to pay (handbook §0.2).
///
/// `9.8折` and `98折` are 98 %, `985折` is 98.5 %, `8折` is 80 %, `98.5折` is 98.5 %;
/// `减2点`, `优惠2个点`, `2个点`, `减2%` and `2% off` are two points off, so 98 % is paid; `98%` and
/// a plain ratio such as `0.98` are accepted from 50 % on; Chinese digits (`九八折`, `九五折`,
/// `八折`) too. As [`parse_written_discount`] for [`WrittenKind::Rate`].
///
/// # Errors
/// [`Code::NumberDiscount`] if the text is none of these or the rate is not in (0, 1];
/// [`Code::NumberTwoReadings`] if it can be read in two ways, as `5%` and `0.5折`;
/// [`Code::DiscountWrittenAmount`] for an amount.
pub fn parse_discount(text: &str) -> Result<Rate> {
    match parse_written_discount(text, WrittenKind::Rate)? {
        WrittenDiscount::Rate(rate) => Ok(rate),
        _ => Err(Error::new(Code::NumberDiscount).with("text", text)),
    }
}

/// A number up to 10 with 折 is tenths; over 10, hundredths; over 100, thousandths.
pub(super) fn rate_of_zhe(number: Rate) -> Option<Rate> {
    let tens = |power: u32| power_of_ten(power.saturating_add(Rate::SCALE));
    let parts = match number.millionths() {
        v if v <= tens(1) => 10,
        v if v <= tens(2) => 100,
        _ => 1_000,
    };
    divided(number, parts)
}

/// One tenth.
const TENTH: Rate = Rate::from_millionths(100_000);

/// Writes a rate as the trade says it: `0.7` → `7折`, `0.85` → `85折`, `0.98` → `98折`, `0.985` →
/// `98.5折`, `1` → `无折扣`; below 10 %, where 折 has two readings, as points: `0.05` → `减95点`.
///
/// # Errors
/// [`Code::NumberDiscount`] outside (0, 1].
pub fn discount_text(rate: Rate) -> Result<String> {
    if !rate.is_positive() || rate > Rate::ONE {
        return Err(Error::new(Code::NumberDiscount).with("text", rate));
    }
    if rate == Rate::ONE {
        return Ok("无折扣".to_owned());
    }
    if rate < TENTH {
        let off = Rate::ONE.checked_sub(rate).unwrap_or_default();
        return Ok(format!("减{}点", Exact::counted(off.millionths().into(), 4)));
    }
    // Whole tenths are said as such, all else in hundredths.
    let is_tenths = rate.millionths().checked_rem(TENTH.millionths()) == Some(0);
    let decimals = if is_tenths { 5 } else { 4 };
    Ok(format!("{}折", Exact::counted(rate.millionths().into(), decimals)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn writes_what_a_price_sheet_says() {
        let text = |rate: &str| discount_text(rate.parse().unwrap()).unwrap();
        assert_eq!(text("0.98"), "98折");
        assert_eq!(text("0.985"), "98.5折");
        assert_eq!(text("1"), "无折扣");
        assert_eq!(text("0.7"), "7折");
        assert_eq!(text("0.9"), "9折");
        assert_eq!(text("0.85"), "85折");
        assert_eq!(text("0.705"), "70.5折");
        assert_eq!(text("0.1"), "1折");
        assert_eq!(text("0.08"), "减92点");
        assert!(discount_text(Rate::ZERO).is_err());
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(millionths in 1_i64..1_000_000) {
            let rate = Rate::from_millionths(millionths);
            let text = discount_text(rate).unwrap();
            // Six decimals of the ratio are at most four of the hundredths.
            prop_assert_eq!(parse_discount(&text).unwrap(), rate);
        }
    }
}
