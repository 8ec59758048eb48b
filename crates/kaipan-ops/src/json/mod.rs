//! The JSON conventions: exact numbers in, plain text out, errors that point into the request.

#[cfg(any(test, all(feature = "compact", target_family = "wasm")))]
mod compact;
mod duplicate;
mod error;
mod scan;
#[cfg(any(test, not(all(feature = "compact", target_family = "wasm"))))]
mod writer;

// How types are written: a page that loads the library does without serde's code.
#[cfg(all(feature = "compact", target_family = "wasm"))]
use compact as format;
#[cfg(not(all(feature = "compact", target_family = "wasm")))]
use writer as format;

#[cfg(test)]
pub(crate) use compact::through as through_compact;
pub use error::error_text;
pub use format::Outgoing;
/// A type of a request.
pub use kaipan::json::Read as Incoming;

use kaipan::error::{Code, Error, Result};
use kaipan::json::{Misfit, Node};
use std::fmt;

/// The JSON Schema of a boundary type, with its definitions.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema_of<T: schemars::JsonSchema>() -> schemars::Schema {
    schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

/// Reads a request, or a part of one that stands in a file; numbers are read by their decimal
/// digits, never through a float.
///
/// # Errors
/// Everything that does not fit the type, each with its place.
pub fn read<T: Incoming>(text: &str) -> Result<T> {
    let node = Node::parse(text)?;
    let misfit = Misfit::default();
    let read = T::read(&node, &misfit);
    if misfit.is_none() {
        return Ok(read);
    }
    // A field given twice is told when nothing else is wrong.
    let told = misfit.error().or_else(|| duplicate::find(text));
    Err(told.unwrap_or_else(|| unread(&misfit)))
}

/// Writes a response; `expected` is a guess at its length in bytes.
///
/// # Errors
/// None that a response type of the catalogue can cause.
pub fn write<T: Outgoing>(response: &T, expected: usize) -> Result<String> {
    let mut out = String::with_capacity(expected);
    match format::write(response, &mut out) {
        Ok(()) => Ok(out),
        Err(refusal) => Err(unread(&refusal)),
    }
}

/// What neither the tree nor the types have words for.
fn unread(why: &dyn fmt::Display) -> Error {
    Error::new(Code::JsonUnread).with("detail", why)
}

/// The bytes as text; a byte-order mark is skipped.
///
/// # Errors
/// [`Code::InputUtf8`] with the offset and line of the first bad byte.
pub fn utf8(bytes: &[u8]) -> Result<&str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
        Error::new(Code::InputUtf8).with("offset", error.valid_up_to()).with("line", line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_bytes_are_found() {
        let error = utf8(b"{\n\"a\": \"\xff\"}").unwrap_err();
        assert_eq!(error.code(), Code::InputUtf8);
        assert_eq!(error.params()[0].value, "8");
        assert_eq!(error.params()[1].value, "2");
        assert_eq!(utf8(b"\xef\xbb\xbf{}").unwrap(), "{}");
    }
}
