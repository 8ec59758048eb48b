//! `kaipan call`: one operation, JSON in and JSON out.

use crate::args::CallArgs;
use crate::failure::Failure;
use crate::input;
use kaipan::error::{Error, Result};
use kaipan_ops::{LONGEST_REQUEST, json};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

/// Calls the operation and prints the response, or the error as JSON.
pub(crate) fn run(options: &CallArgs) -> Result<u8, Failure> {
    let (source, name): (Box<dyn Read>, String) = match &options.file {
        None => (Box::new(io::stdin()), "stdin".to_owned()),
        Some(path) => match input::open(path) {
            Ok(file) => (Box::new(file), path.display().to_string()),
            Err(error) => return answer(Err(error)),
        },
    };
    if options.lines {
        return lines(&options.operation, source, &name);
    }
    let request = input::read_all(source, &name);
    answer(request.and_then(|request| kaipan_ops::call_bytes(&options.operation, &request)))
}

fn answer(result: Result<String>) -> Result<u8, Failure> {
    let (text, status) = match result {
        Ok(response) => (response, 0),
        Err(error) => (json::error_text(&error), 1),
    };
    crate::print(&format!("{text}\n"))?;
    Ok(status)
}

/// Answers line by line; answers are sent before waiting for more.
fn lines(operation: &str, source: Box<dyn Read>, name: &str) -> Result<u8, Failure> {
    let mut reader = BufReader::with_capacity(64 * 1024, source);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    loop {
        let text = match next_line(&mut reader, &mut line) {
            Ok(Line::End) => break,
            Ok(Line::Request) => kaipan_ops::call_json(operation, &line).0,
            Ok(Line::TooLong) => json::error_text(&input::too_large(format!(">{LONGEST_REQUEST}"))),
            Err(error) => {
                out.flush()?;
                drop(out);
                return answer(Err(unreadable(name, &error)));
            }
        };
        out.write_all(text.as_bytes())?;
        out.write_all(b"\n")?;
        if !reader.buffer().contains(&b'\n') {
            out.flush()?;
        }
    }
    out.flush()?;
    Ok(0)
}

fn unreadable(name: &str, error: &io::Error) -> Error {
    input::unreadable(name, error)
}

enum Line {
    Request,
    TooLong,
    End,
}

/// Reads a line of at most the longest request; the rest of a longer one is skipped, not kept.
fn next_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Line> {
    line.clear();
    let mut any = false;
    let mut too_long = false;
    loop {
        let found = match reader.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        any |= !found.is_empty();
        let end = found.iter().position(|byte| *byte == b'\n');
        let part = found.get(..end.unwrap_or(found.len())).unwrap_or_default();
        too_long |= line.len().saturating_add(part.len()) > LONGEST_REQUEST;
        if too_long {
            *line = Vec::new();
        } else {
            line.extend_from_slice(part);
        }
        let over = found.is_empty();
        let used = part.len().saturating_add(usize::from(end.is_some()));
        reader.consume(used);
        if over || end.is_some() {
            return Ok(match (any, too_long) {
                (false, _) => Line::End,
                (true, true) => Line::TooLong,
                (true, false) => Line::Request,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_a_newline_or_the_input() {
        let mut reader = BufReader::with_capacity(3, "abcdef\n\ng".as_bytes());
        let mut line = Vec::new();
        let mut seen = Vec::new();
        while let Line::Request = next_line(&mut reader, &mut line).unwrap() {
            seen.push(String::from_utf8(line.clone()).unwrap());
        }
        assert_eq!(seen, ["abcdef", "", "g"]);
    }
}
