//! Reads a year line by line, one project at a time, and proves it.

use super::{Replayed, year_end};
use crate::failure::{Failure, Outcome};
use crate::record::{Body, Line, Totals};
use kaipan::deal::Deal;
use kaipan::{Text, Time};
use std::collections::BTreeMap;
use std::io::BufRead;

/// What was proved.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Checked {
    pub(crate) lines: u64,
    pub(crate) projects: u64,
    pub(crate) streams: u64,
    pub(crate) refused: u64,
    /// Lines by kind.
    pub(crate) kinds: BTreeMap<String, u64>,
}

/// A project on its way to its end.
#[derive(Default)]
struct Reading {
    replayed: Replayed,
    totals: Totals,
    last: Option<Time>,
}

/// Every line is the next, in the order of recorded time; every stream has no gap, and replays to the
/// state that it had; every entry comes to zero; no home is sold twice.
pub(crate) fn check_year(read: impl BufRead) -> Outcome<Checked> {
    let (mut checked, mut reading) = (Checked::default(), Reading::default());
    for text in read.lines() {
        let line: Line = serde_json::from_str(&text?)?;
        if line.n != checked.lines + 1 {
            return Err(wrong(&line, "行号不连续", "it is not the next line"));
        }
        checked.lines = line.n;
        match &line.body {
            Body::End(end) => {
                let found = year_end(reading.totals.clone(), &reading.replayed);
                if found != *end {
                    return Err(wrong(
                        &line,
                        "重演与期末不符",
                        "the replay is not what it ended with",
                    ));
                }
                sold_once(&reading.replayed)?;
                if !reading.totals.sum().is_zero() {
                    return Err(wrong(&line, "分录合计不为零", "the entries do not come to zero"));
                }
                checked.projects += 1;
                checked.streams += end.streams.values().sum::<u64>();
                checked.refused += end.totals.refused.values().sum::<u64>();
                for (kind, count) in &end.totals.lines {
                    *checked.kinds.entry(kind.clone()).or_default() += count;
                }
                reading = Reading::default();
            }
            _ => reading.take(&line)?,
        }
    }
    match reading.last {
        None => Ok(checked),
        Some(_) => Err(Failure::told("文件不完整", "the file breaks off")),
    }
}

impl Reading {
    fn take(&mut self, line: &Line) -> Outcome {
        if self.last.is_some_and(|last| line.at < last) {
            return Err(wrong(line, "时间倒流", "it was recorded before the line before it"));
        }
        self.last = Some(line.at);
        if let Some(stream) = &line.stream {
            let before = self.replayed.version(stream.kind, &stream.id);
            if before + 1 != stream.version {
                return Err(wrong(line, "流的版本不连续", "its stream has a gap"));
            }
        }
        if !self.totals.count(line) {
            return Err(wrong(line, "分录不平", "its entry does not come to zero"));
        }
        self.replayed.take(line)
    }
}

/// One home has one deal with an active document, and that has this home.
fn sold_once(replayed: &Replayed) -> Outcome {
    let (units, deals) = replayed.homes();
    let mut holders: BTreeMap<&Text, &Deal> = BTreeMap::new();
    for deal in deals.values() {
        let holds = deal.active().is_some_and(|document| document.kind.unit_state().is_some());
        let Some(unit) = deal.unit_no.as_ref().filter(|_| holds) else { continue };
        if let Some(other) = holders.insert(unit, deal) {
            return Err(Failure::told(
                format!("“{unit}”卖了两次：“{}”、“{}”", other.id, deal.id),
                format!("{unit} is sold twice: to {} and to {}", other.id, deal.id),
            ));
        }
    }
    for (unit_no, stock) in units {
        if stock.deal.as_ref() != holders.get(unit_no).map(|deal| &deal.id) {
            return Err(Failure::told(
                format!("“{unit_no}”的销控与交易不符"),
                format!("{unit_no}: stock and deals do not agree"),
            ));
        }
    }
    Ok(())
}

fn wrong(line: &Line, zh: &str, en: &str) -> Failure {
    let n = line.n;
    Failure::told(format!("第 {n} 行：{zh}"), format!("line {n}: {en}"))
}
