//! JSON files that people keep by hand: with comments, and commas at the ends of lists.

use crate::input;
use kaipan::error::Result;
use kaipan::json::Read;
use kaipan_ops::json;
use std::path::Path;

/// Reads a JSON file. Comments (`//`, `/* */`, `#`) and commas before `]` and `}` are no part of it.
///
/// # Errors
/// A file that cannot be read, and everything in it that does not fit, with its place.
pub(crate) fn read<T: Read>(path: &Path) -> Result<T> {
    let bytes = input::read(path)?;
    json::read(&blanked(json::utf8(&bytes)?))
}

/// The text with blanks for what is no JSON, so that all else keeps its line. A text that cannot be
/// looked through is left to the reader of JSON, which says where it is wrong.
fn blanked(text: &str) -> String {
    let mut blank = text.to_owned();
    if json_strip_comments::strip(&mut blank).is_err() || blank.len() != text.len() {
        return text.to_owned();
    }
    // Comments of several lines are blanked with their line breaks.
    let bytes = text.bytes().zip(blank.bytes());
    let bytes = bytes.map(|(own, blank)| if own == b'\n' { own } else { blank });
    String::from_utf8(bytes.collect()).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_blanks_and_lines_stay() {
        let text = "{ // 说明 \"x\": [\n  \"a\": \"https://b/*c*/#\", /* 多\n行 */\n  \"d\": [1, 2,],\n}\n";
        let blank = blanked(text);
        assert_eq!(blank.len(), text.len());
        assert_eq!(blank.lines().count(), text.lines().count());
        let value: serde_json::Value = serde_json::from_str(&blank).unwrap();
        assert_eq!(value["a"], "https://b/*c*/#");
        assert_eq!(value["d"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn what_is_no_comment_stays() {
        for text in ["{\"a\": 1}", "{\"a\": \"\\\"// no comment\"}", "[1, 2]", ""] {
            assert_eq!(blanked(text), text);
        }
        // A comment that does not end takes the rest with it, which is then no whole JSON.
        let open = blanked("{\"a\": 1 /* open }");
        assert!(serde_json::from_str::<serde_json::Value>(&open).is_err(), "{open}");
    }
}
