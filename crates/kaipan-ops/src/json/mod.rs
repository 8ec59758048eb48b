//! The JSON conventions: exact numbers in, plain text out, errors that point into the request.

#[cfg(any(test, all(feature = "compact", target_family = "wasm")))]
mod compact;
mod duplicate;
mod error;
#[cfg(any(test, not(all(feature = "compact", target_family = "wasm"))))]
mod numbers;
mod scan;
#[cfg(any(test, not(all(feature = "compact", target_family = "wasm"))))]
mod writer;

// How types are read and written: a page that loads the library does without serde's code.
#[cfg(all(feature = "compact", target_family = "wasm"))]
use compact as format;
#[cfg(not(all(feature = "compact", target_family = "wasm")))]
use writer as format;

#[cfg(test)]
pub(crate) use compact::through as through_compact;
pub use error::error_text;
pub use format::{Incoming, Outgoing};

use kaipan::error::{Code, Error, Result};
use kaipan::json::{Misfit, Node, Read};
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
    format::from_str(text).map_err(|error| explain::<T>(text, &error))
}

/// What to say about text that could not be read. Only the last resort depends on how it was read.
fn explain<T: Read>(text: &str, error: &dyn fmt::Display) -> Error {
    let node = match Node::parse(text) {
        Ok(node) => node,
        Err(broken) => return broken,
    };
    let misfit = Misfit::default();
    drop(T::read(&node, &misfit));
    let told = misfit.error().or_else(|| duplicate::find(text));
    told.unwrap_or_else(|| unread(error))
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
    let error = Error::new(Code::JsonSyntax).with("line", 0).with("column", 0);
    error.with("detail_zh", "内容与要求的结构不符").with("detail_en", why)
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

/// How many single-letter changes lie between two words: for "did you mean".
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().take(64).enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (above, to) in row.iter().skip(1).zip(&b) {
            let change = diagonal.saturating_add(usize::from(from != *to));
            left = change.min(left.saturating_add(1)).min(above.saturating_add(1));
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changes() {
        assert_eq!(distance("pricing.table", "pricing.tabel"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("a", "a"), 0);
    }

    #[test]
    fn bad_bytes_are_found() {
        let error = utf8(b"{\n\"a\": \"\xff\"}").unwrap_err();
        assert_eq!(error.code(), Code::InputUtf8);
        assert_eq!(error.params()[0].value, "8");
        assert_eq!(error.params()[1].value, "2");
        assert_eq!(utf8(b"\xef\xbb\xbf{}").unwrap(), "{}");
    }
}
