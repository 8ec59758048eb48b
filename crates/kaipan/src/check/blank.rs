//! Ids, codes and names that must be there.

use crate::error::{Code, Error};

/// Refuses a text that says nothing, at its field, with the code of its area.
pub(crate) fn blank(code: Code, field: &'static str, text: &str) -> Option<Error> {
    let error = || Error::new(code).with("field", field).at(field);
    text.trim().is_empty().then(error)
}

/// Somebody is named, by a text that says something.
#[cfg(any(feature = "fund_plan", feature = "opportunity"))]
pub(crate) fn is_named(text: Option<&crate::Text>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}
