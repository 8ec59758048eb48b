//! Amounts as printed on contracts (人民币大写) and shown on boards (万, 亿).

use crate::error::{Code, Error, Result};
use crate::number::{Mode, Money, Unrounded, Wide, divide};

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const SECTIONS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];
const RANKS: [&str; 4] = ["", "拾", "佰", "仟"];

/// The amount in words, as printed on contracts and receipts: `壹佰肆拾贰万伍仟柒佰肆拾柒元整`.
///
/// Form as in the payment-voucher rules of the People's Bank of China (《支付结算办法》 附一):
/// `整` after whole yuan or jiao, `零` for every run of zeros inside, a leading `负` for negative
/// amounts. The word `人民币` is left to the caller.
///
/// ```
/// use kaipan::number::{Money, in_words};
/// let amount: Money = "107000.53".parse()?;
/// assert_eq!(in_words(amount), "壹拾万零柒仟元伍角叁分");
/// # Ok::<(), kaipan::Error>(())
/// ```
pub fn in_words(amount: Money) -> String {
    let fen = amount.fen().unsigned_abs();
    let part = |divisor: u64, modulus: u64| {
        fen.checked_div(divisor).and_then(|v| v.checked_rem(modulus)).unwrap_or(0)
    };
    let (yuan, jiao, cent) = (fen.checked_div(100).unwrap_or(0), part(10, 10), part(1, 10));
    let mut out = String::new();
    if amount.is_negative() {
        out.push('负');
    }
    if yuan > 0 {
        push_yuan(&mut out, yuan);
        out.push('元');
    }
    if jiao > 0 {
        out.push(digit(jiao));
        out.push('角');
    } else if yuan > 0 && cent > 0 {
        out.push('零');
    }
    if cent > 0 {
        out.push(digit(cent));
        out.push('分');
    } else {
        if yuan == 0 && jiao == 0 {
            out.push_str("零元");
        }
        out.push('整');
    }
    out
}

fn digit(value: u64) -> char {
    usize::try_from(value).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or('零')
}

/// Sections of four digits from the left; a zero is spoken once between the digits around it.
fn push_yuan(out: &mut String, yuan: u64) {
    let mut sections = Vec::new();
    let mut rest = yuan;
    while rest > 0 {
        sections.push(rest.checked_rem(10_000).unwrap_or(0));
        rest = rest.checked_div(10_000).unwrap_or(0);
    }
    let (mut begun, mut zero) = (false, false);
    for (at, section) in sections.into_iter().enumerate().rev() {
        let mut divisor = 1_000_u64;
        for rank in RANKS.iter().rev() {
            let value = section.checked_div(divisor).and_then(|v| v.checked_rem(10)).unwrap_or(0);
            divisor = divisor.checked_div(10).unwrap_or(1).max(1);
            if value == 0 {
                zero = true;
                continue;
            }
            if zero && begun {
                out.push('零');
            }
            zero = false;
            begun = true;
            out.push(digit(value));
            out.push_str(rank);
        }
        if section > 0 {
            out.push_str(SECTIONS.get(at).copied().unwrap_or(""));
        }
    }
}

/// A unit in which large amounts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Magnitude {
    /// 万: 10,000 yuan.
    Wan,
    /// 亿: 100,000,000 yuan.
    Yi,
    /// 亿 from 100,000,000 yuan on, 万 from 10,000 on, else yuan, each as rounded: 99,999,999 is
    /// 1.00亿.
    Auto,
}

const MOST_DECIMALS: u32 = 8;

/// The amount in 万 or 亿 with this many decimals, half up: `21.34亿`, `150.25万`.
///
/// # Errors
/// [`Code::NumberBetween`] for more than 8 decimals.
///
/// ```
/// use kaipan::number::{Magnitude, Money, in_magnitude};
/// let amount: Money = "2134261656.66".parse()?;
/// assert_eq!(in_magnitude(amount, Magnitude::Auto, 2)?, "21.34亿");
/// # Ok::<(), kaipan::Error>(())
/// ```
pub fn in_magnitude(amount: Money, magnitude: Magnitude, decimals: u32) -> Result<String> {
    if decimals > MOST_DECIMALS {
        let error = Error::new(Code::NumberBetween).with("field", "decimals").with("low", 0);
        return Err(error.with("high", MOST_DECIMALS).with("value", decimals));
    }
    let exact = Unrounded::from(amount);
    let steps = exact.numerator().mul(Wide::power_of_ten(decimals)?)?;
    let counted = |zeros: u32| {
        divide(steps, exact.denominator().mul(Wide::power_of_ten(zeros)?)?, Mode::HalfUp)
    };
    const YUAN: (u32, &str) = (0, "元");
    const WAN: (u32, &str) = (4, "万");
    const YI: (u32, &str) = (8, "亿");
    let units: &[(u32, &str)] = match magnitude {
        Magnitude::Wan => &[WAN],
        Magnitude::Yi => &[YI],
        Magnitude::Auto => &[YUAN, WAN, YI],
    };
    // The first unit of which there are fewer than 10,000 after rounding, else the last.
    let most = Wide::power_of_ten(decimals.saturating_add(4))?;
    let (mut count, mut word) = (Wide::ZERO, "");
    for (zeros, name) in units {
        (count, word) = (counted(*zeros)?, *name);
        if count.abs()? < most {
            break;
        }
    }
    let digits = count.abs()?.to_string();
    let width = usize::try_from(decimals).unwrap_or(0).saturating_add(1);
    let padded = format!("{digits:0>width$}");
    let split = padded.len().saturating_sub(width.saturating_sub(1));
    let (whole, rest) = padded.split_at_checked(split).unwrap_or((&padded, ""));
    let sign = if count.is_negative() { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    Ok(format!("{sign}{whole}{point}{rest}{word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_as_on_contracts() {
        for (amount, words) in [
            ("0", "零元整"),
            ("0.05", "伍分"),
            ("0.50", "伍角整"),
            ("1", "壹元整"),
            ("10", "壹拾元整"),
            ("1001", "壹仟零壹元整"),
            ("1409.50", "壹仟肆佰零玖元伍角整"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("107000.53", "壹拾万零柒仟元伍角叁分"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("1425747", "壹佰肆拾贰万伍仟柒佰肆拾柒元整"),
            ("100000000", "壹亿元整"),
            ("100000001", "壹亿零壹元整"),
            ("100010000", "壹亿零壹万元整"),
            ("2134261664", "贰拾壹亿叁仟肆佰贰拾陆万壹仟陆佰陆拾肆元整"),
            ("1000000000000", "壹万亿元整"),
            ("-3.20", "负叁元贰角整"),
        ] {
            assert_eq!(in_words(amount.parse().unwrap()), words, "{amount}");
        }
    }

    #[test]
    fn boards_show_wan_and_yi() {
        let show = |amount: &str, m, d| in_magnitude(amount.parse().unwrap(), m, d).unwrap();
        assert_eq!(show("1502450", Magnitude::Wan, 2), "150.25万");
        assert_eq!(show("1502450", Magnitude::Auto, 0), "150万");
        assert_eq!(show("2134261664", Magnitude::Auto, 2), "21.34亿");
        assert_eq!(show("2134261664", Magnitude::Wan, 1), "213426.2万");
        assert_eq!(show("999", Magnitude::Auto, 2), "999.00元");
        assert_eq!(show("-50000000", Magnitude::Yi, 1), "-0.5亿");
        assert_eq!(show("40", Magnitude::Wan, 2), "0.00万");
        assert_eq!(show("99999999", Magnitude::Auto, 2), "1.00亿");
        assert_eq!(show("99994999.99", Magnitude::Auto, 0), "9999万");
        assert_eq!(show("99995000", Magnitude::Auto, 0), "1亿");
        assert_eq!(show("9999.99", Magnitude::Auto, 0), "1万");
        assert_eq!(show("9999.99", Magnitude::Auto, 2), "9999.99元");
        assert_eq!(show("-9999.99", Magnitude::Auto, 1), "-1.0万");
        assert_eq!(show("1234567890123.45", Magnitude::Auto, 2), "12345.68亿");
    }
}
