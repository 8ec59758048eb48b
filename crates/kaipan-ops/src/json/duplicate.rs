//! Finding a field that is given twice, which a parsed value does not show any more.

use kaipan::error::{Code, Error};
use kaipan::json::Node;

/// The first field of an object that stood in it before; the place is just behind its name.
pub(super) fn find(text: &str) -> Option<Error> {
    let bytes = text.as_bytes();
    // The names seen in every object that is open; lists have none.
    let mut open: Vec<Vec<String>> = Vec::new();
    let mut at = 0_usize;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at = at.saturating_add(1);
        match byte {
            b'{' | b'[' => open.push(Vec::new()),
            b'}' | b']' => drop(open.pop()),
            b'"' => {
                at = end_of_string(bytes, start);
                if next_is_colon(bytes, at) {
                    let name = Node::parse(text.get(start..at)?).ok()?;
                    let name = name.as_str()?.to_owned();
                    let names = open.last_mut()?;
                    if names.contains(&name) {
                        return Some(twice(text.get(..at)?, &name));
                    }
                    names.push(name);
                }
            }
            _ => {}
        }
    }
    None
}

/// Where the string that begins at `start` has ended.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start.saturating_add(1);
    loop {
        match bytes.get(at) {
            None => return bytes.len(),
            Some(b'"') => return at.saturating_add(1),
            Some(b'\\') => at = at.saturating_add(2),
            Some(_) => at = at.saturating_add(1),
        }
    }
}

fn next_is_colon(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

fn twice(before: &str, name: &str) -> Error {
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let error = Error::new(Code::JsonDuplicateField).with("field", name);
    error.with("line", line).with("column", column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_one_is_found() {
        for (text, place) in [
            (r#"{"a":1,"a":2}"#, Some("1:10")),
            (r#"{"a":1,"\u0061":2}"#, Some("1:15")),
            (r#"{"a":{"a":[{"a":"a"},{"a":1}]}}"#, None),
            ("{\"b\":[\"b\"],\n \"楼\":1,\n \"楼\" : 1}", Some("3:4")),
        ] {
            let found = find(text).map(|error| {
                let value = |at: usize| error.params().get(at).unwrap().value.clone();
                format!("{}:{}", value(1), value(2))
            });
            assert_eq!(found.as_deref(), place, "{text}");
        }
    }
}
