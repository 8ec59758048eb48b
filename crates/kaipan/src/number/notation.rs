//! The notations of the trade as operations: `number.in_words`, `number.read_discount`.

use super::{Exact, Fraction, Magnitude, Money, Rate, Wide};
use super::{discount_text, in_magnitude, in_words, parse_discount};
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
/// [`Code::PricingRate`] for more than 8 decimals.
pub fn amount_in_words(request: &InWordsRequest) -> Result<InWordsResponse> {
    let decimals = request.decimals.unwrap_or(2);
    if decimals > 8 {
        let error = Error::new(Code::PricingRate).with("field", "decimals").with("low", 0);
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
    /// Such as `98折`, `9.8折`, `减2点`, `98%`, `0.98`.
    pub text: String,
}

/// A discount in its usual forms.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ReadDiscountResponse {
    /// The rate to pay, share: 0.98 is 98 %.
    pub rate: Rate,
    /// Percentage points off, percent: 2 is 2 %, for a rate of 0.98.
    pub points_off: Exact,
    /// The usual text: `98折`.
    pub text: String,
}

/// Reads a discount written the Chinese way (handbook §0.2).
///
/// # Errors
/// [`Code::NumberDiscount`] for text that is none, or a rate outside (0, 1].
pub fn read_discount(request: &ReadDiscountRequest) -> Result<ReadDiscountResponse> {
    let rate = parse_discount(&request.text).at("text")?;
    let off = Fraction::ONE.sub(&Fraction::from(rate))?;
    let points = off.mul(&Fraction::new(Wide::from(100_i64), Wide::ONE)?)?;
    Ok(ReadDiscountResponse { rate, points_off: points.to_exact()?, text: discount_text(rate)? })
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
        let read = read_discount(&ReadDiscountRequest { text: "985折".into() }).unwrap();
        assert_eq!((read.points_off.to_string(), read.text), ("1.5".into(), "98.5折".into()));
        let error = read_discount(&ReadDiscountRequest { text: "打折".into() }).unwrap_err();
        assert_eq!(error.path(), "/text");
        let far = InWordsRequest { amount: Money::ZERO, decimals: Some(9) };
        assert_eq!(amount_in_words(&far).unwrap_err().path(), "/decimals");
    }
}
