//! What is refused of records and policies, with one wording each.

use crate::Text;
use crate::check::{Counted, Must, blank, with_repeats};
use crate::error::{Code, Error};

/// Codes that are empty or there twice.
pub(crate) fn wrong_codes(codes: Vec<&Text>, field: &'static str) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, code, again) in with_repeats(&codes, |code| *code) {
        errors.extend(blank(Code::OpportunityEmpty, field, code).map(|error| error.at(at)));
        if let Some(first) = again.filter(|_| !code.is_empty()) {
            errors.push(twice(field, code, first).at(at));
        }
    }
    errors
}

/// An id that another of the list has.
pub(crate) fn twice(field: &'static str, id: &str, first: usize) -> Error {
    Error::new(Code::OpportunityTwice).with("id", id).with("first", first).at(field)
}

/// A number that is not what it must be.
pub(crate) fn number(must: Must, field: &'static str, value: impl Counted) -> Option<Error> {
    must.refused(Code::OpportunityNumber, field, value)
}
