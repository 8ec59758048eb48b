//! `kaipan overdue`: what deals owe on a day by their record of sales, who is to be reminded, what has to
//! be done, and what will come in.

pub(crate) mod args;
mod arrears;
mod chart;
mod forecast;
mod letters;
#[cfg(test)]
mod nightly;
mod page;
mod policies;
mod report;
mod table;
mod tasks;
mod words;

use crate::failure::Failure;
use crate::layout::{clean, columns, heading, paragraph};
use crate::paint::{Paint, Style};
use crate::text::{Say, severity};
use args::{OverdueArgs, OverduePart, ShownArgs};
use arrears::Arrears;
use kaipan::error::{Code, Finding, Lang, Severity};
use std::path::Path;

/// How it is drawn.
struct View {
    lang: Lang,
    paint: Paint,
    width: usize,
}

impl View {
    fn new(shown: &ShownArgs, lang: Lang) -> View {
        View { lang, paint: Paint::new(shown.color), width: columns(shown.width) }
    }
}

/// Runs the command. What is overdue is told, and is no failure.
///
/// # Errors
/// A record or a policy that cannot be read, and whatever the core refuses.
pub(crate) fn run(options: &OverdueArgs, lang: Lang) -> Result<u8, Failure> {
    match (&options.part, &options.file) {
        (Some(OverduePart::Tasks(options)), _) => tasks::run(options, lang),
        (Some(OverduePart::Forecast(options)), _) => forecast::run(options, lang),
        (Some(OverduePart::Letters(options)), _) => letters::run(options, lang),
        (None, Some(file)) => report::run(file, options, lang),
        // The parser asks for one of them.
        (None, None) => Ok(2),
    }
}

/// A title, and the day.
fn title(view: &View, title: &str, arrears: &Arrears) -> String {
    let text = format!("{title}  {}", arrears.day);
    view.paint.on(Style::Bold, &text)
}

/// How many posts of the record the ledger has refused: their money is not in what is shown.
fn refused(view: &View, arrears: &Arrears, file: &Path) -> Vec<String> {
    let count = arrears.record.refused.len();
    if count == 0 {
        return Vec::new();
    }
    let file = crate::text::word(file);
    let text = match view.lang {
        Lang::Zh => format!("有 {count} 笔没有记入台账，见“kaipan ledger {file}”"),
        Lang::En => {
            let posts = if count == 1 { "1 post was" } else { &format!("{count} posts were") };
            format!("{posts} refused by the ledger; see kaipan ledger {file}")
        }
    };
    told(view, Severity::Warning, &text)
}

/// What a person should read, each once, the gravest first.
fn findings(view: &View, findings: &[Finding], said: &[Code]) -> Vec<String> {
    let mut texts: Vec<(Severity, String)> = Vec::new();
    for severity in [Severity::Violation, Severity::Warning, Severity::Info] {
        let own = findings.iter().filter(|one| one.severity == severity);
        for one in own.filter(|one| !said.contains(&one.code)) {
            let text = clean(one.message(view.lang));
            if !texts.iter().any(|(_, other)| *other == text) {
                texts.push((severity, text));
            }
        }
    }
    if texts.is_empty() {
        return Vec::new();
    }
    let mut lines = heading(view.lang.say("提示", "To be read"), view.width, view.paint);
    let most = 12;
    for (severity, text) in texts.iter().take(most) {
        lines.extend(told(view, *severity, text));
    }
    let more = texts.len().saturating_sub(most);
    if more > 0 {
        lines.push(match view.lang {
            Lang::Zh => format!("  另有 {more} 条，见“--format json”"),
            Lang::En => format!("  and {more} more; see --format json"),
        });
    }
    lines
}

fn told(view: &View, of: Severity, text: &str) -> Vec<String> {
    let label = format!("{}  ", severity(view.lang, of));
    let drawn = paragraph(&label, text, view.width);
    drawn.iter().map(|line| view.paint.on(Style::Of(of), line)).collect()
}

/// Says which file was written.
fn written(view: &View, file: &Path) -> String {
    let file = clean(&file.display().to_string());
    match view.lang {
        Lang::Zh => format!("已写出 {file}"),
        Lang::En => format!("written: {file}"),
    }
}

/// Writes a file in place of an older one.
fn write(file: &Path, content: &str) -> Result<(), Failure> {
    crate::output::replace(file, content.as_bytes())
        .map_err(|error| Failure::File(file.display().to_string(), error))
}
