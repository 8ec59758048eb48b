//! `number.in_words` and `number.read_discount`: the notations of the trade.

use kaipan::error::{Input, Result};
use kaipan::number::{
    Exact, Magnitude, Money, Rate, UnitPrice, WrittenDiscount, WrittenKind, in_magnitude, in_words,
    parse_written_discount,
};
use kaipan_derive::boundary;

/// A request for an amount in words.
#[boundary]
pub struct InWordsRequest {
    /// Yuan.
    pub amount: Money,
    /// Decimals of the short form, at most 8; 2 by default.
    pub decimals: Option<u32>,
}

/// An amount as contracts print it and as boards show it.
#[boundary(answer)]
pub struct InWordsResponse {
    /// 人民币大写, without the word 人民币.
    pub words: String,
    /// In 万 or 亿, half up: `142.57万`.
    pub short: String,
}

/// `number.in_words`: an amount in words (人民币大写), and in 万 or 亿.
///
/// # Errors
/// As [`in_magnitude`].
pub fn amount_in_words(request: &InWordsRequest) -> Result<InWordsResponse> {
    let decimals = request.decimals.unwrap_or(2);
    let short = in_magnitude(request.amount, Magnitude::Auto, decimals)
        .map_err(|error| error.within(Input::Decimals))?;
    Ok(InWordsResponse { words: in_words(request.amount), short })
}

/// A request to read a discount written the Chinese way.
#[boundary]
pub struct ReadDiscountRequest {
    /// Such as `98折`, `9.8折`, `减2点`, `5% off`, `98%`, `0.98`; for amounts `2万`, `20,000元`,
    /// `200元/㎡`.
    pub text: String,
    /// The kind of the discount, which decides how plain numbers are read; a rate if absent.
    pub kind: Option<WrittenKind>,
}

/// A discount in its usual forms.
#[boundary(answer)]
pub struct ReadDiscountResponse {
    /// The rate to pay, share: 0.98 is 98 %; none for amounts.
    pub rate: Option<Rate>,
    /// Percentage points off, percent: 2 is 2 %, for a rate of 0.98; none for amounts.
    pub points_off: Option<Exact>,
    /// The usual text: `98折`, for points `减2点`, for amounts `20000元`, `200元/㎡`.
    pub text: String,
    /// Yuan, for kinds that are an amount.
    pub amount: Option<Money>,
    /// Yuan per m², for kinds that are a unit price.
    pub unit_price: Option<UnitPrice>,
}

/// `number.read_discount`: a discount as a person types it, with the one reading that its kind
/// has (handbook §0.2).
///
/// # Errors
/// As [`parse_written_discount`].
pub fn read_discount(request: &ReadDiscountRequest) -> Result<ReadDiscountResponse> {
    let kind = request.kind.unwrap_or_default();
    let read = parse_written_discount(&request.text, kind);
    let read = read.map_err(|error| error.within(Input::Text))?;
    let (amount, unit_price) = match read {
        WrittenDiscount::Amount(amount) => (Some(amount), None),
        WrittenDiscount::UnitPrice(price) => (None, Some(price)),
        _ => (None, None),
    };
    let (rate, points_off, text) = (read.rate(), read.points_off(), read.text()?);
    Ok(ReadDiscountResponse { rate, points_off, text, amount, unit_price })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations() {
        let response = amount_in_words(&InWordsRequest::new("1425747".parse().unwrap())).unwrap();
        assert_eq!(response.words, "壹佰肆拾贰万伍仟柒佰肆拾柒元整");
        assert_eq!(response.short, "142.57万");
        let read = read_discount(&ReadDiscountRequest::new("985折")).unwrap();
        assert_eq!(read.points_off.map(|points| points.to_string()), Some("1.5".into()));
        assert_eq!(read.text, "98.5折");
        let error = read_discount(&ReadDiscountRequest::new("打折")).unwrap_err();
        assert_eq!(error.path(), "/text");
        let far = InWordsRequest::new(Money::ZERO).with_decimals(9);
        assert_eq!(amount_in_words(&far).unwrap_err().path(), "/decimals");
    }
}
