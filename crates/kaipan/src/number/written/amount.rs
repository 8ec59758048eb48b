//! Amounts as people type them: `20000`, `2万`, `20,000元`, `¥20000`, `38,000元/㎡`.

use super::plain::{plain, quantity};
use crate::error::{Code, Error, Result};
use crate::number::{Money, UnitPrice};
use std::str::FromStr;

/// Reads an amount of yuan as a person types it.
///
/// Digits with one point, with or without thousands separators; 万 (also `w`) and 亿 after them; 元
/// or ¥ beside them; full-width digits. Nothing is rounded.
///
/// # Errors
/// [`Code::NumberAmount`] for text that is no amount, among it a price per m²;
/// [`Code::NumberAmountPrecise`] if it is no whole number of fen; [`Code::NumberRange`].
///
/// ```
/// use kaipan::number::parse_amount;
/// assert_eq!(parse_amount("80万")?.to_string(), "800000.00");
/// assert_eq!(parse_amount("１，２００元")?.to_string(), "1200.00");
/// assert!(parse_amount("1.2345678万").is_err());
/// # Ok::<(), kaipan::Error>(())
/// ```
pub fn parse_amount(text: &str) -> Result<Money> {
    match quantity(&plain(text)) {
        Some(quantity) if !quantity.per_area => scalar(text, &quantity.digits, Money::SCALE),
        _ => Err(no_amount(text, AMOUNT)),
    }
}

/// Reads yuan per m² as a person types it: as [`parse_amount`], also with `/㎡` and its like.
///
/// # Errors
/// As [`parse_amount`]; up to six decimals.
///
/// ```
/// use kaipan::number::parse_unit_price;
/// assert_eq!(parse_unit_price("5.1万元/㎡")?.to_string(), "51000.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
pub fn parse_unit_price(text: &str) -> Result<UnitPrice> {
    match quantity(&plain(text)) {
        Some(quantity) => scalar(text, &quantity.digits, UnitPrice::SCALE),
        None => Err(no_amount(text, UNIT_PRICE)),
    }
}

/// What is asked for, in both languages, and how to write it.
type Asked = [&'static str; 4];

const AMOUNT: Asked = [
    "金额",
    "an amount of yuan",
    "20000、20,000、2万 或 2万元",
    "20000, 20,000, \"2万\" or ¥20000",
];
const UNIT_PRICE: Asked = [
    "每平方米单价",
    "yuan per m²",
    "38000、3.8万 或 38,000元/㎡",
    "38000, \"3.8万\" or \"38,000元/㎡\"",
];

fn no_amount(text: &str, asked: Asked) -> Error {
    let [zh, en, forms_zh, forms_en] = asked;
    let error = Error::new(Code::NumberAmount).with("text", text).with("what_zh", zh);
    error.with("what_en", en).with("forms_zh", forms_zh).with("forms_en", forms_en)
}

/// A scalar from the digits of a text.
fn scalar<T: FromStr<Err = Error>>(text: &str, digits: &str, decimals: u32) -> Result<T> {
    digits.parse().map_err(|error: Error| {
        if error.code() == Code::NumberTooPrecise {
            let error = Error::new(Code::NumberAmountPrecise).with("text", text);
            return error.with("yuan", digits).with("decimals", decimals);
        }
        Error::new(error.code()).with("text", text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_what_is_none() {
        for (text, yuan) in [
            ("20000", "20000.00"),
            ("2万", "20000.00"),
            ("120.5万", "1205000.00"),
            ("0.000001万", "0.01"),
            ("１２３．４５", "123.45"),
            ("¥1,234.50", "1234.50"),
            ("-5", "-5.00"),
        ] {
            assert_eq!(parse_amount(text).unwrap().to_string(), yuan, "{text}");
        }
        for (text, code) in [
            ("万", Code::NumberAmount),
            ("98折", Code::NumberAmount),
            ("5%", Code::NumberAmount),
            ("1,23", Code::NumberAmount),
            ("200元/㎡", Code::NumberAmount),
            ("1.2345678万", Code::NumberAmountPrecise),
            ("0.001", Code::NumberAmountPrecise),
            ("99999999999999万", Code::NumberRange),
        ] {
            assert_eq!(parse_amount(text).unwrap_err().code(), code, "{text}");
        }
        assert_eq!(parse_unit_price("46948.255").unwrap().to_string(), "46948.255");
        assert_eq!(parse_unit_price("200 元/m²").unwrap().to_string(), "200.00");
        assert_eq!(parse_unit_price("2折").unwrap_err().code(), Code::NumberAmount);
    }
}
