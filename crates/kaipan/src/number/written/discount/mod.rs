//! Discounts as people type them, each kind with one reading: 98折, 2点, 5% off, 2万.

mod form;
mod reading;

use super::chinese_discount::discount_text;
use super::plain::plain;
use super::{parse_amount, parse_unit_price};
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Money, Rate, UnitPrice};
use form::{Form, without_off_word};
use kaipan_derive::boundary;
use reading::{
    ReadAs, of_points_number, of_points_share, of_rate_number, of_rate_share, of_zhe, settle,
};

/// The kind of discount that a text is read for; named as the kinds of a discount scheme.
#[boundary]
pub enum WrittenKind {
    /// 打折: a rate of the price is paid. A plain percent or share is what is paid.
    #[default]
    Rate,
    /// 减点: percentage points off. A plain number is points, a plain percent is off.
    Points,
    /// 总价优惠: yuan off the total.
    TotalOff,
    /// 单价优惠: yuan per m² off.
    UnitOff,
    /// 一口价: yuan in all.
    FixedPrice,
    /// 一口价 by unit price: yuan per m².
    FixedUnitPrice,
    /// 交x抵y: what the money counts as, yuan.
    DepositMultiplier,
    /// A gift: what it is worth, yuan.
    Gift,
}

/// What a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenDiscount {
    /// The rate to pay, in (0, 1].
    Rate(Rate),
    /// The share off, in [0, 1): 0.02 is two points.
    Points(Rate),
    /// Yuan.
    Amount(Money),
    /// Yuan per m².
    UnitPrice(UnitPrice),
}

impl WrittenDiscount {
    /// The rate to pay, share: 0.98 is 98 %; none for amounts.
    pub fn rate(&self) -> Option<Rate> {
        match self {
            WrittenDiscount::Rate(rate) => Some(*rate),
            WrittenDiscount::Points(off) => rest(*off),
            _ => None,
        }
    }

    /// Percentage points off, percent: 2 is 2 %; none for amounts.
    pub fn points_off(&self) -> Option<Exact> {
        let off = match self {
            WrittenDiscount::Rate(rate) => rest(*rate)?,
            WrittenDiscount::Points(off) => *off,
            _ => return None,
        };
        Some(Exact::counted(off.millionths().into(), 4))
    }

    /// The usual text: `98折`, for points `减2点`, for amounts `20000元`, `200元/㎡`.
    ///
    /// # Errors
    /// As [`discount_text`].
    pub fn text(&self) -> Result<String> {
        Ok(match self {
            WrittenDiscount::Rate(rate) => discount_text(*rate)?,
            WrittenDiscount::Points(off) => {
                format!("减{}点", Exact::counted(off.millionths().into(), 4))
            }
            WrittenDiscount::Amount(amount) => format!("{}元", Exact::from(*amount)),
            WrittenDiscount::UnitPrice(price) => format!("{}元/㎡", Exact::from(*price)),
        })
    }
}

fn rest(share: Rate) -> Option<Rate> {
    Rate::ONE.checked_sub(share)
}

/// Reads the value of a discount of a kind as a person types it.
///
/// `98折`, `9.8折`, `985折` are rates to pay; `2点`, `减2点`, `优惠2个点`, `减5%`, `5% off`,
/// `2 points` are taken off. A plain percent or share from 50 % to 100 % is a rate to pay where a
/// rate is read; where points are read, a plain number from 1 to 50 is points and a percent up to
/// 50 % is off. Amounts are read as by [`parse_amount`].
///
/// # Errors
/// [`Code::NumberTwoReadings`] for text that can be read in two ways, with both and how to write
/// each: `5%` for a rate, `0.02` for points, `0.5折`. [`Code::DiscountWrittenAmount`] for an amount
/// where a rate or points are read, [`Code::DiscountWrittenShare`] the other way round;
/// [`Code::NumberDiscount`] for text that is no discount; whatever [`parse_amount`] refuses.
///
/// ```
/// use kaipan::number::{WrittenDiscount, WrittenKind, parse_written_discount};
/// let read = |text| parse_written_discount(text, WrittenKind::Points);
/// assert_eq!(read("1.5")?, WrittenDiscount::Points("0.015".parse()?));
/// assert_eq!(read("98折")?, WrittenDiscount::Points("0.02".parse()?));
/// assert!(read("98%").is_err());
/// # Ok::<(), kaipan::Error>(())
/// ```
pub fn parse_written_discount(text: &str, kind: WrittenKind) -> Result<WrittenDiscount> {
    let plain = plain(text);
    let form = Form::of(&plain);
    if let WrittenKind::Rate | WrittenKind::Points = kind {
        let read = match form {
            Some(Form::Share(share)) if kind == WrittenKind::Points => of_points_share(share),
            Some(Form::Share(share)) => of_rate_share(share),
            Some(Form::Number(number)) if kind == WrittenKind::Points => of_points_number(number),
            Some(Form::Number(number)) => of_rate_number(number),
            Some(Form::Zhe(number)) => of_zhe(number),
            Some(Form::Off(off)) => ReadAs::Off(off),
            Some(Form::Amount) => ReadAs::Amount,
            None => ReadAs::Nothing,
        };
        return settle(text, kind, read);
    }
    let is_share = match form {
        Some(Form::Zhe(_) | Form::Off(_) | Form::Share(_)) => true,
        // 0.98 yuan off is a share in all likelihood; who means it writes 0.98元.
        Some(Form::Number(number)) => number.is_positive() && number < Rate::ONE,
        Some(Form::Amount) | None => false,
    };
    if is_share {
        return Err(other_kind(Code::DiscountWrittenShare, text, kind));
    }
    // 优惠2万, 减200元/㎡: the word says what the kind says.
    let words = [WrittenKind::TotalOff, WrittenKind::UnitOff].contains(&kind);
    let amount = if words { without_off_word(&plain).0 } else { plain.as_str() };
    // The text as it was typed.
    let own = |error: Error| {
        if error.code() == Code::NumberAmount { other_text(error, text) } else { error }
    };
    Ok(match kind {
        WrittenKind::UnitOff | WrittenKind::FixedUnitPrice => {
            WrittenDiscount::UnitPrice(parse_unit_price(amount).map_err(own)?)
        }
        _ => WrittenDiscount::Amount(parse_amount(amount).map_err(own)?),
    })
}

fn other_kind(code: Code, text: &str, kind: WrittenKind) -> Error {
    let [zh, en, forms_zh, forms_en] = kind.words();
    let error = Error::new(code).with("text", text).with("kind_zh", zh).with("kind_en", en);
    error.with_long("forms_zh", forms_zh).with_long("forms_en", forms_en)
}

/// An error about a part of a text, about the whole.
fn other_text(error: Error, text: &str) -> Error {
    Error::new(error.code()).with("text", text).with_those_of(&error)
}

impl WrittenKind {
    /// Its name and how to write it, in both languages.
    const fn words(self) -> [&'static str; 4] {
        match self {
            WrittenKind::Rate => {
                ["打折", "a rate to pay", "98折、98%、0.98 或 2点", "\"98折\", 98%, 0.98 or 2% off"]
            }
            WrittenKind::Points => {
                ["减点", "points off", "2、1.5点、2% 或 98折", "2, 1.5 points, 2% or \"98折\""]
            }
            WrittenKind::TotalOff => ["总价优惠", "yuan off the total", YUAN_ZH, YUAN_EN],
            WrittenKind::UnitOff => ["单价优惠", "yuan per m² off", PER_AREA_ZH, PER_AREA_EN],
            WrittenKind::FixedPrice => ["一口价", "a fixed total", YUAN_ZH, YUAN_EN],
            WrittenKind::FixedUnitPrice => {
                ["一口价（单价）", "a fixed price per m²", PER_AREA_ZH, PER_AREA_EN]
            }
            WrittenKind::DepositMultiplier => {
                ["认筹抵扣", "what a deposit counts as", YUAN_ZH, YUAN_EN]
            }
            WrittenKind::Gift => ["赠送", "what a gift is worth", YUAN_ZH, YUAN_EN],
        }
    }
}

const YUAN_ZH: &str = "20000、2万 或 20,000元";
const YUAN_EN: &str = "20000, \"2万\" or ¥20,000";
const PER_AREA_ZH: &str = "200 或 200元/㎡";
const PER_AREA_EN: &str = "200 or \"200元/㎡\"";

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, kind: WrittenKind) -> Result<WrittenDiscount> {
        parse_written_discount(text, kind)
    }

    #[test]
    fn rates() {
        for (text, rate) in [
            ("98折", "0.98"),
            ("打98折", "0.98"),
            ("9.8折", "0.98"),
            ("7折", "0.7"),
            ("985折", "0.985"),
            ("九八折", "0.98"),
            ("９８ 折", "0.98"),
            ("98%", "0.98"),
            ("98％", "0.98"),
            ("50%", "0.5"),
            ("100%", "1"),
            ("0.98", "0.98"),
            ("1", "1"),
            ("2点", "0.98"),
            ("减2点", "0.98"),
            ("优惠2个点", "0.98"),
            ("减5%", "0.95"),
            ("优惠 5%", "0.95"),
            ("5% off", "0.95"),
            ("5% OFF", "0.95"),
            ("1.5 points", "0.985"),
            ("2 points off", "0.98"),
        ] {
            let rate = WrittenDiscount::Rate(rate.parse().unwrap());
            assert_eq!(read(text, WrittenKind::Rate).unwrap(), rate, "{text}");
        }
    }

    #[test]
    fn points() {
        for (text, off) in [
            ("1", "0.01"),
            ("1.5", "0.015"),
            ("10", "0.1"),
            ("2%", "0.02"),
            ("0.5%", "0.005"),
            ("98折", "0.02"),
            ("减2点", "0.02"),
            ("0.5点", "0.005"),
            ("5% off", "0.05"),
            ("0", "0"),
        ] {
            let off = WrittenDiscount::Points(off.parse().unwrap());
            assert_eq!(read(text, WrittenKind::Points).unwrap(), off, "{text}");
        }
    }

    #[test]
    fn amounts() {
        let amount = |yuan: &str| WrittenDiscount::Amount(yuan.parse().unwrap());
        let price = |yuan: &str| WrittenDiscount::UnitPrice(yuan.parse().unwrap());
        for (text, kind, value) in [
            ("20000", WrittenKind::TotalOff, amount("20000")),
            ("2万", WrittenKind::TotalOff, amount("20000")),
            ("优惠2万元", WrittenKind::TotalOff, amount("20000")),
            ("0.98元", WrittenKind::TotalOff, amount("0.98")),
            ("478万", WrittenKind::FixedPrice, amount("4780000")),
            ("4万", WrittenKind::DepositMultiplier, amount("40000")),
            ("5,000", WrittenKind::Gift, amount("5000")),
            ("200", WrittenKind::UnitOff, price("200")),
            ("减200元/㎡", WrittenKind::UnitOff, price("200")),
            ("3.8万/㎡", WrittenKind::FixedUnitPrice, price("38000")),
        ] {
            assert_eq!(read(text, kind).unwrap(), value, "{text}");
        }
    }

    #[test]
    fn what_is_refused() {
        use Code::{
            DiscountWrittenAmount as Amount, DiscountWrittenShare as Share, NumberAmount,
            NumberDiscount as None, NumberTwoReadings as Two,
        };
        use WrittenKind::{FixedPrice, Points, Rate, TotalOff, UnitOff};
        for (text, kind, code) in [
            ("5%", Rate, Two),
            ("49.9%", Rate, Two),
            ("0.02", Rate, Two),
            ("0.5折", Rate, Two),
            ("0.98折", Rate, Two),
            ("0.5折", Points, Two),
            ("98", Rate, Two),
            ("9.8", Rate, Two),
            ("5", Rate, Two),
            ("0.02", Points, Two),
            ("0.5", Points, Two),
            ("0.98", Points, Two),
            ("98%", Points, Two),
            ("98", Points, Two),
            ("20000", Rate, Amount),
            ("2万", Rate, Amount),
            ("20,000元", Points, Amount),
            ("优惠2万", Rate, Amount),
            ("20000", Points, Amount),
            ("98折", TotalOff, Share),
            ("2点", TotalOff, Share),
            ("5%", FixedPrice, Share),
            ("0.98", TotalOff, Share),
            ("98折", UnitOff, Share),
            ("200元/㎡", TotalOff, NumberAmount),
            ("x", TotalOff, NumberAmount),
            ("", Rate, None),
            ("折", Rate, None),
            ("0折", Rate, None),
            ("-9折", Rate, None),
            ("1001折", Rate, None),
            ("减100点", Rate, None),
            ("减-1点", Rate, None),
            ("减2", Rate, None),
            ("101%", Rate, None),
            ("0", Rate, None),
            ("-1", Points, None),
            ("100%", Points, None),
            ("abc折", Rate, None),
            ("x", Points, None),
        ] {
            assert_eq!(read(text, kind).unwrap_err().code(), code, "{text} {kind:?}");
        }
    }

    #[test]
    fn two_readings_are_both_named_and_each_way_to_write_them_is_read() {
        let error = read("5%", WrittenKind::Rate).unwrap_err();
        let zh = error.message(crate::error::Lang::Zh);
        assert!(zh.contains("付 5%（写成 减95点），或 优惠 5%（写成 5点）"), "{zh}");
        for text in ["5%", "0.02", "0.4", "40%", "0.5折", "0.98折", "98", "9.8", "0.000001"] {
            for kind in [WrittenKind::Rate, WrittenKind::Points] {
                let Err(error) = read(text, kind) else { continue };
                if error.code() != Code::NumberTwoReadings {
                    continue;
                }
                let param = |name: &str| {
                    error.params().iter().find(|one| one.name == name).unwrap().value.to_string()
                };
                for (forms, start, end) in [
                    (param("readings_zh"), "（写成 ", "）"),
                    (param("readings_en"), "(write ", ")"),
                ] {
                    let mut count = 0;
                    for form in forms.split(start).skip(1) {
                        let form = form.split(end).next().unwrap().trim_matches('"');
                        assert!(read(form, kind).is_ok(), "{text} {kind:?}: {form}");
                        count += 1;
                    }
                    assert!(count >= 2, "{forms}");
                }
            }
        }
    }
}
