//! Ids and codes that must be there.

use crate::Text;
use crate::error::{Code, Error};

/// Refuses a text that says nothing, at its field.
pub(crate) fn blank(field: &'static str, text: &Text) -> Option<Error> {
    let error = || Error::new(Code::OrganisationBlank).with("field", field).at(field);
    text.trim().is_empty().then(error)
}
