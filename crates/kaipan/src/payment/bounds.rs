//! What amounts and shares of plans and policies may be, and the errors where they are not.
//!
//! Each gives the error of a field, at that field, if its value is out of bounds.

use crate::error::{Code, Error, Input};
use crate::number::{Money, Rate};
use std::fmt::Display;

const ABOVE_ZERO: [&str; 2] = ["大于零", "greater than zero"];
const NOT_BELOW_ZERO: [&str; 2] = ["不小于零", "zero or more"];

/// An amount above zero.
pub(super) fn positive(field: &'static str, amount: Money) -> Option<Error> {
    let error = || wrong(Code::PaymentAmount, field, &amount, ABOVE_ZERO).at(field);
    (!amount.is_positive()).then(error)
}

/// An amount of zero or more.
pub(super) fn not_negative(field: &'static str, amount: Money) -> Option<Error> {
    amount.is_negative().then(|| below_zero(field, &amount))
}

/// As [`positive`], for an input of the engine.
pub(super) fn positive_input(input: Input, amount: Option<Money>) -> Option<Error> {
    let amount = amount.filter(|amount| !amount.is_positive())?;
    Some(wrong(Code::PaymentAmount, input.name(), &amount, ABOVE_ZERO).within(input))
}

/// As [`not_negative`], for an input of the engine.
pub(super) fn not_negative_input(input: Input, amount: Option<Money>) -> Option<Error> {
    let amount = amount.filter(|amount| amount.is_negative())?;
    Some(wrong(Code::PaymentAmount, input.name(), &amount, NOT_BELOW_ZERO).within(input))
}

/// The error that a value is below zero.
pub(super) fn below_zero(field: &'static str, value: &dyn Display) -> Error {
    wrong(Code::PaymentAmount, field, value, NOT_BELOW_ZERO).at(field)
}

/// A share above 0 and at most 1.
pub(super) fn positive_share(field: &'static str, share: Rate) -> Option<Error> {
    let rule = ["大于 0 且不大于 1", "above 0 and at most 1"];
    let fits = share.is_positive() && share <= Rate::ONE;
    (!fits).then(|| wrong(Code::PaymentRatio, field, &share, rule).at(field))
}

/// A share from 0 to 1.
pub(super) fn share_from_zero(field: &'static str, share: Rate) -> Option<Error> {
    let fits = !share.is_negative() && share <= Rate::ONE;
    let rule = ["在 0 到 1 之间", "between 0 and 1"];
    (!fits).then(|| wrong(Code::PaymentRatio, field, &share, rule).at(field))
}

fn wrong(code: Code, field: &str, value: &dyn Display, [zh, en]: [&str; 2]) -> Error {
    let error = Error::new(code).with("field", field).with("value", value);
    error.with("rule_zh", zh).with("rule_en", en)
}
