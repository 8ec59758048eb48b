//! What amounts and shares of plans and policies may be.
//!
//! Each gives the error of a field, at that field, if its value is out of bounds.

use crate::check::{Counted, Must};
use crate::error::{Code, Error, Input};
use crate::number::{Money, Rate};

/// An amount above zero.
pub(super) fn positive(field: &'static str, amount: Money) -> Option<Error> {
    Must::BePositive.refused(Code::PaymentAmount, field, amount)
}

/// An amount, or a number that amounts are multiplied by, of zero or more.
pub(super) fn not_negative(field: &'static str, value: impl Counted) -> Option<Error> {
    Must::NotBeNegative.refused(Code::PaymentAmount, field, value)
}

/// As [`positive`], for an input of the engine.
pub(super) fn positive_input(input: Input, amount: Option<Money>) -> Option<Error> {
    positive(input.name(), amount?).map(|error| error.placed(input))
}

/// As [`not_negative`], for an input of the engine.
pub(super) fn not_negative_input(input: Input, amount: Option<Money>) -> Option<Error> {
    not_negative(input.name(), amount?).map(|error| error.placed(input))
}

/// A share above 0 and at most 1.
pub(super) fn positive_share(field: &'static str, share: Rate) -> Option<Error> {
    Must::BePart.refused(Code::PaymentRatio, field, share)
}

/// A share from 0 to 1.
pub(super) fn share_from_zero(field: &'static str, share: Rate) -> Option<Error> {
    Must::BeShare.refused(Code::PaymentRatio, field, share)
}
