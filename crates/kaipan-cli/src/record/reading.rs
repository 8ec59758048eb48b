//! Reading a record, line by line.

use super::Record;
use super::line::Line;
use super::taking::Taking;
use crate::failure::{Failure, Located};
use crate::input;
use crate::progress::Progress;
use kaipan::error::{Code, Error, Lang};
use kaipan::json::parse_line;
use kaipan::ledger::LedgerPolicy;
use kaipan::{Text, Time};
use kaipan_ops::{LONGEST_REQUEST, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// Lines that do not fit, of which all are told.
const MOST_WRONG: usize = 50;

/// How a record is read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reading<'a> {
    /// Up to and with this moment: what was recorded later was not known.
    pub(crate) known_at: Option<Time>,
    /// What the house has decided about its ledger.
    pub(crate) policy: Option<&'a LedgerPolicy>,
    /// With the sources: events and facts as they were recorded, for figures and reports.
    pub(crate) with_sources: bool,
}

/// Reads a record, and posts it.
///
/// # Errors
/// A file that cannot be read; lines that do not fit, each with its number.
pub(crate) fn read(path: &Path, reading: Reading<'_>, lang: Lang) -> Result<Record, Failure> {
    let file = path.display().to_string();
    let _progress = Progress::start(match lang {
        Lang::Zh => "读取销售记录并记账",
        Lang::En => "reading and posting the record",
    });
    let source = input::open(path).map_err(|error| Failure::plain(&error))?;
    let mut reader = BufReader::with_capacity(256 * 1024, source);
    let default = LedgerPolicy::default();
    let mut lines = Lines { before: BTreeMap::new(), known_at: reading.known_at };
    let mut taking = Taking::new(reading.policy.unwrap_or(&default), reading.with_sources);
    let (mut wrong, mut number, mut bytes) = (Vec::new(), 0_u64, Vec::new());
    loop {
        bytes.clear();
        let most = u64::try_from(LONGEST_REQUEST).unwrap_or(u64::MAX);
        let read = (&mut reader).take(most).read_until(b'\n', &mut bytes);
        let read = read.map_err(|error| Failure::plain(&input::unreadable(&file, &error)))?;
        if read == 0 {
            break;
        }
        number = number.saturating_add(1);
        let place = |error: &Error| located(&file, number, error, lang);
        if bytes.len() >= LONGEST_REQUEST && !bytes.ends_with(b"\n") {
            let error = input::too_large(format!(">{LONGEST_REQUEST}"));
            return Err(Failure::Coded(vec![place(&error)]));
        }
        if let Err(error) = lines.take(&mut taking, number, &bytes) {
            wrong.push(place(&error));
            wrong.extend(error.others().iter().map(place));
        }
        if wrong.len() >= MOST_WRONG {
            break;
        }
    }
    if !wrong.is_empty() {
        return Err(Failure::Coded(wrong));
    }
    if number == 0 {
        let error = input::refused(&file, "文件是空的", "the file is empty");
        return Err(Failure::plain(&error));
    }
    Ok(taking.end())
}

/// What is known from one line to the next.
struct Lines {
    /// The last moment of each project.
    before: BTreeMap<Text, Time>,
    known_at: Option<Time>,
}

impl Lines {
    fn take(&mut self, taking: &mut Taking<'_>, number: u64, bytes: &[u8]) -> Result<(), Error> {
        let text = json::utf8(bytes)?.trim_end_matches(['\n', '\r']);
        let object = parse_line(text, usize::try_from(number).unwrap_or(usize::MAX))?;
        let line = Line::of(&object)?;
        let before = self.before.insert(line.project.clone(), line.at);
        if let Some(before) = before.filter(|before| line.at < *before) {
            let error = Error::new(Code::DealEventTime).with("at", line.at);
            return Err(error.with("before", before).at("at"));
        }
        if self.known_at.is_some_and(|known| line.at > known) {
            taking.record.later = taking.record.later.saturating_add(1);
            return Ok(());
        }
        taking.line(number, &line)
    }
}

/// An error at a line, and at a place in it.
fn located(file: &str, line: u64, error: &Error, lang: Lang) -> Located {
    let path = error.path();
    let path = match (path.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("：{path}"),
        (false, Lang::En) => format!(": {path}"),
    };
    let place = match lang {
        Lang::Zh => format!("{file} 第 {line} 行{path}"),
        Lang::En => format!("{file} line {line}{path}"),
    };
    Located { place, error: error.clone(), suggestion: None }
}
