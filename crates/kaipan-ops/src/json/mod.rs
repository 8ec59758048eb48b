//! The JSON conventions: exact numbers in, plain text out, errors that point into the request.

mod duplicate;
mod error;
#[cfg(test)]
pub(crate) mod serde_agrees;

pub use error::error_text;

use kaipan::error::{Code, Error, Result};
use kaipan::json::{Misfit, Node, Read, Write};

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
pub fn read<T: Read>(text: &str) -> Result<T> {
    let node = Node::parse(text)?;
    let misfit = Misfit::default();
    let read = T::read(&node, &misfit);
    if misfit.is_none() {
        return Ok(read);
    }
    // A field given twice is told when nothing else is wrong.
    let told = misfit.error().or_else(|| duplicate::find(text));
    Err(told.unwrap_or_else(unread))
}

/// Writes a response; `expected` is a guess at its length in bytes.
#[must_use]
pub fn write<T: Write>(response: &T, expected: usize) -> String {
    let mut out = String::with_capacity(expected);
    response.write(&mut out);
    out
}

/// What neither the tree nor the types have words for.
fn unread() -> Error {
    Error::new(Code::JsonUnread).with("detail", "does not fit")
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
