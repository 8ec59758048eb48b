//! Values of options, and why one cannot be.

use kaipan::error::Lang;
use kaipan::number::{Money, UnitPrice};
use std::fmt;
use std::str::FromStr;

/// Why a value cannot be, in both languages.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Said {
    fn new(zh: impl Into<String>, en: impl Into<String>) -> Said {
        Said { zh: zh.into(), en: en.into() }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {}", self.en, self.zh)
    }
}

impl std::error::Error for Said {}

pub(crate) fn average(text: &str) -> Result<UnitPrice, Said> {
    match scalar::<UnitPrice>(text)? {
        price if price.is_positive() => Ok(price),
        _ => Err(Said::new("必须大于零", "it must be greater than zero")),
    }
}

/// A number or date of the core, with its message in both languages.
pub(crate) fn scalar<T: FromStr<Err = kaipan::Error>>(text: &str) -> Result<T, Said> {
    text.parse()
        .map_err(|error: kaipan::Error| Said::new(error.message(Lang::Zh), error.message(Lang::En)))
}

/// A whole number from `LOW` to `HIGH`.
pub(crate) fn whole<const LOW: u32, const HIGH: u32>(text: &str) -> Result<u32, Said> {
    text.parse().ok().filter(|number| (LOW..=HIGH).contains(number)).ok_or_else(|| {
        Said::new(
            format!("应为 {LOW} 到 {HIGH} 的整数"),
            format!("it must be a whole number from {LOW} to {HIGH}"),
        )
    })
}

pub(crate) fn width(text: &str) -> Result<u16, Said> {
    whole::<40, 2000>(text).map(|columns| u16::try_from(columns).unwrap_or(u16::MAX))
}

/// Yuan, or 万: `1200000` or `120万`.
pub(crate) fn yuan(text: &str) -> Result<Money, Said> {
    let Some(wan) = text.strip_suffix('万') else { return scalar(text) };
    let amount: Money = scalar(wan)?;
    amount.checked_mul(10_000).ok_or_else(|| Said::new("金额过大", "it is too large"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_may_be_in_wan() {
        assert_eq!(yuan("120.5万").unwrap().to_string(), "1205000.00");
        assert_eq!(yuan("1205000").unwrap(), yuan("120.5万").unwrap());
        assert!(yuan("万").unwrap_err().to_string().contains('/'));
        assert!(yuan("99999999999999万").is_err());
    }
}
