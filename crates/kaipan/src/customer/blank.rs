//! Ids that must be there.

use crate::Text;
use crate::error::{Code, Error};

/// Refuses a text that says nothing, given with the name of its field.
pub(super) fn blank((field, text): (&'static str, &Text)) -> Option<Error> {
    let error = || Error::new(Code::CustomerBlank).with("field", field).at(field);
    text.trim().is_empty().then(error)
}
