//! `kaipan ledger`: the money of a record of sales, as statements, sums, journal lines and gaps of
//! voucher numbers.

mod answer;
pub(crate) mod args;
mod csv;
mod journal;
mod lines;
mod page;
mod posts;
mod statement;
mod subject;
mod summary;
mod sums;
mod vouchers;
mod words;
mod xml;

use crate::commented;
use crate::failure::Failure;
use crate::input;
use crate::layout::{clean, columns};
use crate::output::replace;
use crate::paint::Paint;
use crate::record::{self, Reading, Record};
use crate::text::Say;
use answer::LedgerAnswer;
use args::{LedgerArgs, LedgerFormat, LedgerPart};
use kaipan::error::{Code, Lang};
use kaipan::ledger::{LedgerPolicy, SummaryDrawing};
use kaipan::{Date, Time};
use std::path::Path;
use subject::Subject;

/// How it is drawn.
#[derive(Clone, Copy)]
struct View<'a> {
    lang: Lang,
    paint: Paint,
    width: usize,
    record: &'a Record,
    policy: &'a LedgerPolicy,
    /// What was recorded later does not count.
    as_known: Option<Time>,
}

/// Runs the command: 3 if something of the record is not posted.
///
/// # Errors
/// A file that cannot be read or holds no such record, and whatever the core refuses.
pub(crate) fn run(options: &LedgerArgs, lang: Lang) -> Result<u8, Failure> {
    match (&options.part, &options.file) {
        (Some(LedgerPart::Journal(options)), _) => journal::run(options, lang),
        (Some(LedgerPart::Vouchers(options)), _) => vouchers::run(options, lang),
        (None, Some(file)) => drawn(file, options, lang),
        // The parser asks for one of them.
        (None, None) => Ok(2),
    }
}

/// A statement, or the sums of all.
fn drawn(file: &Path, options: &LedgerArgs, lang: Lang) -> Result<u8, Failure> {
    let policy = policy(options.policy.as_deref())?;
    let reading =
        Reading { known_at: options.as_known, policy: Some(&policy), ..Reading::default() };
    let record = record::read(file, reading, lang)?;
    let view = View {
        lang,
        paint: Paint::new(options.color),
        width: columns(options.width),
        record: &record,
        policy: &policy,
        as_known: options.as_known,
    };
    let (_, last) = days(&record, lang)?;
    let on = options.on.unwrap_or(last);
    let (mut lines, csv, page, answer, exchanged);
    match Subject::of(options, &record, lang)? {
        Some(subject) => {
            let statement = subject.statement(&record, on)?;
            lines = statement::drawn(&view, &subject, &statement);
            csv = csv::statement(&view, &statement)?;
            page = page::statement(&view, &subject, &statement);
            exchanged =
                xml::of(&record, options.as_known, |out| xml::statement(out, &view, &statement))?;
            answer = LedgerAnswer::new(&record, Some(statement), None);
        }
        None => {
            let summary = SummaryDrawing::new(&record.ledger, on).draw();
            let summary = summary.map_err(|error| Failure::plain(&error))?;
            lines = summary::drawn(&view, &summary);
            csv = csv::summary(&view, &summary)?;
            page = page::summary(&view, &summary);
            exchanged =
                xml::of(&record, options.as_known, |out| xml::summary(out, &view, &summary))?;
            answer = LedgerAnswer::new(&record, None, Some(summary));
        }
    }
    for (file, content) in [(&options.csv, &csv), (&options.html, &page)] {
        if let Some(file) = file {
            write(file, content.as_bytes())?;
        }
    }
    let text = match options.format {
        LedgerFormat::Json => kaipan_ops::json::write(&answer, 16_384) + "\n",
        LedgerFormat::Xml => exchanged,
        LedgerFormat::Table => {
            lines.extend(posts::drawn(&view));
            for file in [&options.csv, &options.html] {
                lines.extend(written(lang, file.as_deref()));
            }
            lines.join("\n") + "\n"
        }
    };
    crate::print(&text)?;
    Ok(if record.refused.is_empty() { 0 } else { 3 })
}

/// The policy of a file; the library's where none is given.
fn policy(file: Option<&Path>) -> Result<LedgerPolicy, Failure> {
    let Some(path) = file else { return Ok(LedgerPolicy::default()) };
    let in_file = |error: &kaipan::Error| match error.code() {
        Code::InputFile => Failure::plain(error),
        _ => Failure::in_file(&path.display().to_string(), error),
    };
    let policy: LedgerPolicy = commented::read(path).map_err(|error| in_file(&error))?;
    policy.check().map_err(|error| in_file(&error))?;
    Ok(policy)
}

/// The first and the last day of a record.
///
/// # Errors
/// A record of which nothing was known by the moment that was asked for.
fn days(record: &Record, lang: Lang) -> Result<(Date, Date), Failure> {
    record.first_day.zip(record.last_day).ok_or_else(|| {
        let zh = "到“--as-known”的时刻还没有任何记录";
        let en = "nothing was recorded by the moment of --as-known";
        let cure = ["给出更晚的时刻", "give a later moment"];
        let name = lang.say("记录", "the record");
        Failure::plain(&input::refused_with(name, [zh, en], cure))
    })
}

/// Writes a file in place of an older one.
fn write(file: &Path, content: &[u8]) -> Result<(), Failure> {
    replace(file, content).map_err(|error| Failure::File(file.display().to_string(), error))
}

/// The line that says that a file was written.
fn written(lang: Lang, file: Option<&Path>) -> Vec<String> {
    let file = file.map(|file| clean(&file.display().to_string()));
    let line = |file| format!("{}{file}", lang.say("已写出 ", "written: "));
    file.map(|file| vec![String::new(), line(file)]).unwrap_or_default()
}
