//! Discount rates the Chinese way: 98折, 9.8折, 减2点.

use super::{Exact, Rate, power_of_ten};
use crate::error::{Code, Error, Result};

/// Reads a discount as the rate to pay (handbook §0.2).
///
/// `9.8折` and `98折` are 98 %, `985折` is 98.5 %, `8折` is 80 %, `98.5折` is 98.5 %;
/// `减2点`, `优惠2个点` and `2个点` are two points off, so 98 % is paid; `98%` and a plain ratio
/// such as `0.98` are accepted; Chinese digits (`九八折`, `九五折`, `八折`) too.
///
/// # Errors
/// [`Code::NumberDiscount`] if the text is none of these or the rate is not in (0, 1].
pub fn parse_discount(text: &str) -> Result<Rate> {
    let fail = || Error::new(Code::NumberDiscount).with("text", text);
    let plain: String = text.trim().chars().filter(|c| !c.is_whitespace()).map(ascii).collect();
    let rate = if let Some(number) = plain.strip_suffix('折') {
        from_zhe(number)
    } else if let Some(points) = points_off(&plain) {
        points.parse::<Rate>().ok().and_then(|points| {
            let off = points.millionths().checked_div(100).filter(|_| {
                points.millionths().checked_rem(100) == Some(0) && !points.is_negative()
            })?;
            Rate::ONE.checked_sub(Rate::from_millionths(off))
        })
    } else if let Some(percent) = plain.strip_suffix('%') {
        scale_down(percent, 100)
    } else {
        plain.parse::<Rate>().ok()
    };
    rate.filter(|rate| rate.is_positive() && *rate <= Rate::ONE).ok_or_else(fail)
}

/// A number up to 10 with 折 is tenths; over 10, hundredths; over 100, thousandths.
fn from_zhe(number: &str) -> Option<Rate> {
    let value: Rate = number.parse().ok()?;
    let tens = |power: u32| power_of_ten(power.saturating_add(Rate::SCALE));
    let parts = match value.millionths() {
        v if v <= tens(1) => 10,
        v if v <= tens(2) => 100,
        _ => 1_000,
    };
    scale_down(number, parts)
}

fn scale_down(number: &str, parts: i64) -> Option<Rate> {
    let value: Rate = number.parse().ok()?;
    let exact = value.millionths().checked_rem(parts) == Some(0);
    let scaled = value.millionths().checked_div(parts)?;
    exact.then_some(Rate::from_millionths(scaled))
}

fn points_off(text: &str) -> Option<&str> {
    let body = text.strip_suffix("个点").or_else(|| text.strip_suffix('点'))?;
    let prefixes = ["减", "优惠", "让利", "让", "降"];
    Some(prefixes.iter().find_map(|prefix| body.strip_prefix(prefix)).unwrap_or(body))
}

/// Full-width forms and Chinese digits to ASCII.
fn ascii(c: char) -> char {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = DIGITS.iter().position(|d| *d == c).and_then(|at| u32::try_from(at).ok());
    if let Some(digit) = digit {
        return char::from_digit(digit, 10).unwrap_or(c);
    }
    match c {
        '零' => '0',
        '两' => '2',
        '％' => '%',
        '．' | '。' => '.',
        '\u{ff10}'..='\u{ff19}' => {
            let offset = u32::from(c).saturating_sub(0xff10);
            char::from_digit(offset, 10).unwrap_or(c)
        }
        other => other,
    }
}

/// Writes a rate as a discount: `0.98` → `98折`, `0.985` → `98.5折`, `1` → `无折扣`.
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
    // In hundredths; up to ten of them the text would be read as tenths: 8 % is 0.8折.
    let decimals = if rate.millionths() <= 100_000 { 5 } else { 4 };
    Ok(format!("{}折", Exact::counted(rate.millionths().into(), decimals)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn handbook_notation() {
        for (text, rate) in [
            ("98折", "0.98"),
            ("9.8折", "0.98"),
            ("8折", "0.8"),
            ("985折", "0.985"),
            ("98.5折", "0.985"),
            ("10折", "1"),
            ("100折", "1"),
            ("九八折", "0.98"),
            ("九五折", "0.95"),
            ("八折", "0.8"),
            ("９８ 折", "0.98"),
            ("减2点", "0.98"),
            ("减2个点", "0.98"),
            ("优惠2个点", "0.98"),
            ("优惠1.5点", "0.985"),
            ("98%", "0.98"),
            ("0.98", "0.98"),
        ] {
            assert_eq!(parse_discount(text).unwrap().to_string(), rate, "{text}");
        }
        for bad in
            ["", "折", "0折", "-9折", "1001折", "减100点", "减-1点", "9.8", "98", "abc折", "减点"]
        {
            assert_eq!(parse_discount(bad).unwrap_err().code(), Code::NumberDiscount, "{bad}");
        }
    }

    #[test]
    fn writes_what_a_price_sheet_says() {
        let text = |rate: &str| discount_text(rate.parse().unwrap()).unwrap();
        assert_eq!(text("0.98"), "98折");
        assert_eq!(text("0.985"), "98.5折");
        assert_eq!(text("1"), "无折扣");
        assert_eq!(text("0.08"), "0.8折");
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
