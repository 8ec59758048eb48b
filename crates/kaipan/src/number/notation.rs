//! The notations of the trade as operations: `number.in_words`, `number.read_discount`.

use super::{Exact, Magnitude, Money, Rate, UnitPrice, WrittenDiscount, WrittenKind};
use super::{discount_text, in_magnitude, in_words, parse_written_discount};
use crate::error::{At, Code, Error, Result};

/// A request for an amount in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct InWordsRequest {
    /// Yuan.
    pub amount: Money,
    /// Decimals of the short form, at most 8; 2 by default.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub decimals: Option<u32>,
}

/// An amount as contracts print it and as boards show it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct InWordsResponse {
    /// 人民币大写, without the word 人民币.
    pub words: String,
    /// In 万 or 亿, half up: `142.57万`.
    pub short: String,
}

/// Writes an amount in words (人民币大写) and in 万 or 亿.
///
/// # Errors
/// [`Code::NumberBetween`] for more than 8 decimals.
pub fn amount_in_words(request: &InWordsRequest) -> Result<InWordsResponse> {
    let decimals = request.decimals.unwrap_or(2);
    if decimals > 8 {
        let error = Error::new(Code::NumberBetween).with("field", "decimals").with("low", 0);
        return Err(error.with("high", 8).with("value", decimals).at("decimals"));
    }
    Ok(InWordsResponse {
        words: in_words(request.amount),
        short: in_magnitude(request.amount, Magnitude::Auto, decimals)?,
    })
}

/// A request to read a discount written the Chinese way.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReadDiscountRequest {
    /// Such as `98折`, `9.8折`, `减2点`, `5% off`, `98%`, `0.98`; for amounts `2万`, `20,000元`,
    /// `200元/㎡`.
    pub text: String,
    /// The kind of the discount, which decides how plain numbers are read; a rate if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub kind: Option<WrittenKind>,
}

/// A discount in its usual forms.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReadDiscountResponse {
    /// The rate to pay, share: 0.98 is 98 %; none for amounts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub rate: Option<Rate>,
    /// Percentage points off, percent: 2 is 2 %, for a rate of 0.98; none for amounts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub points_off: Option<Exact>,
    /// The usual text: `98折`, for points `减2点`, for amounts `20000元`, `200元/㎡`.
    pub text: String,
    /// Yuan, for kinds that are an amount.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub amount: Option<Money>,
    /// Yuan per m², for kinds that are a unit price.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub unit_price: Option<UnitPrice>,
}

/// Reads a discount as a person types it (handbook §0.2), with the one reading that its kind has.
///
/// # Errors
/// As [`parse_written_discount`]: text that is no discount of this kind, or has two readings.
pub fn read_discount(request: &ReadDiscountRequest) -> Result<ReadDiscountResponse> {
    let kind = request.kind.unwrap_or_default();
    let none = ReadDiscountResponse {
        rate: None,
        points_off: None,
        text: String::new(),
        amount: None,
        unit_price: None,
    };
    let of_rate = |rate: Rate, off: Rate, text: String| ReadDiscountResponse {
        rate: Some(rate),
        points_off: Some(Exact::counted(off.millionths().into(), 4)),
        text,
        ..none.clone()
    };
    let rest = |share: Rate| Rate::ONE.checked_sub(share).unwrap_or_default();
    Ok(match parse_written_discount(&request.text, kind).at("text")? {
        WrittenDiscount::Rate(rate) => of_rate(rate, rest(rate), discount_text(rate)?),
        WrittenDiscount::Points(off) => {
            let points = Exact::counted(off.millionths().into(), 4);
            of_rate(rest(off), off, format!("减{points}点"))
        }
        WrittenDiscount::Amount(amount) => {
            let text = format!("{}元", Exact::from(amount));
            ReadDiscountResponse { amount: Some(amount), text, ..none }
        }
        WrittenDiscount::UnitPrice(price) => {
            let text = format!("{}元/㎡", Exact::from(price));
            ReadDiscountResponse { unit_price: Some(price), text, ..none }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations() {
        let request = InWordsRequest { amount: "1425747".parse().unwrap(), decimals: None };
        let response = amount_in_words(&request).unwrap();
        assert_eq!(response.words, "壹佰肆拾贰万伍仟柒佰肆拾柒元整");
        assert_eq!(response.short, "142.57万");
        let asked = |text: &str| ReadDiscountRequest { text: text.into(), kind: None };
        let read = read_discount(&asked("985折")).unwrap();
        assert_eq!(read.points_off.map(|points| points.to_string()), Some("1.5".into()));
        assert_eq!(read.text, "98.5折");
        let error = read_discount(&asked("打折")).unwrap_err();
        assert_eq!(error.path(), "/text");
        let far = InWordsRequest { amount: Money::ZERO, decimals: Some(9) };
        assert_eq!(amount_in_words(&far).unwrap_err().path(), "/decimals");
    }
}
