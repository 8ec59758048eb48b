//! JSON files that people keep by hand: with comments, and commas at the ends of lists.

use crate::input;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions};
use kaipan::error::Result;
use kaipan::json::Read;
use kaipan_ops::json;
use std::path::Path;

/// Files up to this length have their lines told; longer ones are written by programs.
const LONGEST_BY_HAND: u64 = 4 << 20;

/// Reads a JSON file. Comments (`//`, `/* */`, `#`) and commas before `]` and `}` are no part of it.
///
/// # Errors
/// A file that cannot be read, and everything in it that does not fit, with its place.
pub(crate) fn read<T: Read>(path: &Path) -> Result<T> {
    let bytes = input::read(path)?;
    json::read(&blanked(json::utf8(&bytes)?))
}

/// Line and column, counted from 1 in letters, of the place in a JSON file that a JSON Pointer
/// names: of the name of a field, or of an item. Where the file has no such place, as for a field
/// that is missing, it is what the place would stand in. None for a file that is no such JSON.
pub(crate) fn line_and_column(path: &Path, pointer: &str) -> Option<(usize, usize)> {
    let about = std::fs::metadata(path).ok()?;
    if !about.is_file() || about.len() > LONGEST_BY_HAND {
        return None;
    }
    let bytes = input::read(path).ok()?;
    let text = blanked(json::utf8(&bytes).ok()?);
    let at = offset(&text, pointer)?;
    let before = text.get(..at)?;
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
    Some((line, column))
}

/// Where the place that a JSON Pointer names begins in a JSON text.
fn offset(text: &str, pointer: &str) -> Option<usize> {
    let options = (CollectOptions::default(), ParseOptions::default());
    let tree = jsonc_parser::parse_to_ast(text, &options.0, &options.1).ok()?;
    let mut value = tree.value?;
    let mut at = value.range().start;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let inner = match value {
            Value::Object(object) => {
                let mut fields = object.properties.into_iter();
                let field = fields.find(|field| field.name.as_str() == step);
                field.map(|field| (field.range.start, field.value))
            }
            Value::Array(list) => {
                let item = step.parse::<usize>().ok();
                let item = item.and_then(|number| list.elements.into_iter().nth(number));
                item.map(|item| (item.range().start, item))
            }
            _ => None,
        };
        let Some((place, within)) = inner else { break };
        (at, value) = (place, within);
    }
    Some(at)
}

/// The text with blanks for what is no JSON, so that all else keeps its line.
fn blanked(text: &str) -> String {
    let mut blank = text.to_owned();
    let looked_through = json_strip_comments::strip(&mut blank).is_ok();
    let mut bytes = blank.into_bytes();
    if !looked_through {
        // It ends at a slash that begins no comment, and has put a blank for it: the slash stays,
        // for the reader of JSON to name.
        let changed = text.bytes().zip(&bytes).rposition(|(own, blank)| own != *blank);
        if let Some(slash) = changed.and_then(|at| bytes.get_mut(at)) {
            *slash = b'/';
        }
    }
    // Comments of several lines are blanked with their line breaks.
    for (own, blank) in text.bytes().zip(&mut bytes) {
        if own == b'\n' {
            *blank = own;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
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
    fn places_are_found_among_comments() {
        let text = "// 说明\n{\n  \"楼\": [\n    {\"a\": 1}, // 一\n    {\"b/c\": {\"x\": 2,},},\n  ],\n}\n";
        let place = |pointer: &str| {
            let at = offset(&blanked(text), pointer).unwrap();
            text.get(at..).unwrap().chars().take(4).collect::<String>()
        };
        assert_eq!(place("/楼/0/a"), "\"a\":");
        assert_eq!(place("/楼/1/b~1c/x"), "\"x\":");
        assert_eq!(place("/楼/1"), "{\"b/");
        assert_eq!(place("/楼/1/b~1c/none"), "\"b/c", "what is missing would stand there");
        assert_eq!(place("/楼/7"), "\"楼\":");
        assert_eq!(place(""), "{\n  ");
        assert_eq!(offset("{\"a\" 1}", "/a"), None);
    }

    #[test]
    fn a_slash_that_begins_no_comment_is_named() {
        let blank = blanked("// 说明\n{\"a\": 1 / 2}");
        assert!(blank.trim_start().starts_with('{') && blank.contains("1 / 2"), "{blank}");
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
