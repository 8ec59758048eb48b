//! Figures of the ledger that are out of their range.

use crate::error::{Code, Error};
use std::fmt::Display;

/// What a figure may be, in Chinese and in English.
pub(super) type Allowed = (&'static str, &'static str);

pub(super) const ABOVE_ZERO: Allowed = ("大于零", "above zero");
pub(super) const NOT_ZERO: Allowed = ("不为零", "other than zero");
pub(super) const ZERO_OR_MORE: Allowed = ("不小于零", "zero or more");
pub(super) const PART_OF_TOTAL: Allowed =
    ("不小于零且低于总价", "zero or more and below the total");
pub(super) const RATE: Allowed = ("不小于零且低于一", "zero or more and below one");

/// A figure is out of its range; placed at its field.
pub(super) fn out_of_range(
    field: &'static str,
    value: impl Display,
    (allowed_zh, allowed): Allowed,
) -> Error {
    let error = Error::new(Code::LedgerAmount).with("field", field).with("value", value);
    error.with("allowed", allowed).with("allowed_zh", allowed_zh).at(field)
}
