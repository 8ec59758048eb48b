//! Streams as they are stored: one value a line (NDJSON).

use super::{Misfit, Node, Read};
use crate::error::{Code, Error, Result};

/// Reads a text of one value a line, such as the events of a stream. Lines end with LF or CR LF; the
/// last one may do without.
///
/// # Errors
/// [`Code::EventLine`] with line and column for a line that is no complete JSON, as a last line is
/// that was cut off; [`Code::EventBlankLine`]; whatever does not fit the type. Each is placed at the
/// number of its value, from 0, and everything wrong is told.
pub fn read_lines<T: Read>(text: &str) -> Result<Vec<T>> {
    let mut values = Vec::new();
    let mut errors = Vec::new();
    let most = if text.is_empty() { 0 } else { usize::MAX };
    let lines = text.strip_suffix('\n').unwrap_or(text).split('\n').take(most);
    for (at, line) in lines.enumerate() {
        match read_line(line.strip_suffix('\r').unwrap_or(line), at) {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error.at(at)),
        }
    }
    Error::collect(errors).map(|()| values)
}

/// A line as a tree; its number is told where it is none.
///
/// # Errors
/// [`Code::EventLine`] for a line that is no complete JSON, [`Code::EventBlankLine`].
pub fn parse_line(line: &str, number: usize) -> Result<Node<'_>> {
    if line.trim().is_empty() {
        return Err(Error::new(Code::EventBlankLine).with("line", number));
    }
    Node::parse(line).map_err(|error| match error.code() {
        Code::JsonSyntax => Error::new(Code::EventLine).with("line", number).with_those_of(&error),
        _ => error,
    })
}

fn read_line<T: Read>(line: &str, at: usize) -> Result<T> {
    let node = parse_line(line, at.saturating_add(1))?;
    let misfit = Misfit::default();
    let value = T::read(&node, &misfit);
    if misfit.is_none() {
        return Ok(value);
    }
    let twice = || Error::new(Code::JsonUnread).with("detail", "a field is given twice");
    Err(misfit.error().unwrap_or_else(twice))
}

#[cfg(test)]
mod tests {
    use super::read_lines;

    fn told(text: &str) -> String {
        read_lines::<u32>(text).map_or_else(|error| error.to_string(), |all| format!("{all:?}"))
    }

    #[test]
    fn one_value_a_line() {
        assert_eq!(told(""), "[]");
        assert_eq!(told("1\n2\r\n3"), "[1, 2, 3]");
        assert_eq!(told("1\n2\n"), "[1, 2]");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        assert_eq!(
            told("1\n\nx\n[1"),
            "[deal.blank_line] /1: line 2 is blank\n\
             [deal.event_line] /2: line 3, column 1 is no complete JSON: a value is expected here\n\
             [deal.event_line] /3: line 4, column 3 is no complete JSON: the text breaks off here"
        );
        assert_eq!(told("1\n\"a\""), "[json.type] /1: expected integer here, not string");
        assert_eq!(told("\n"), "[deal.blank_line] /0: line 1 is blank");
    }
}
