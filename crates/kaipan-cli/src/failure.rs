//! Why the program could not do what was asked, as a person reads it.

use crate::commented;
use crate::layout::{clean, left, width};
use crate::text::Say;
use kaipan::error::{Code, Error, Lang, Param};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Further errors listed under the first.
const MOST_OTHERS: usize = 20;
/// Errors of one code that are all listed; of more there are some examples.
const MOST_ALIKE: usize = 8;
const EXAMPLES: usize = 3;

/// An error with its place in words.
#[derive(Debug)]
pub(crate) struct Located {
    /// File, option or unit that it is about; may be empty.
    pub(crate) place: String,
    /// The error.
    pub(crate) error: Error,
    /// A suggestion beside the catalogue's.
    pub(crate) suggestion: Option<String>,
}

/// What has to be chosen, and what there is.
#[derive(Debug)]
pub(crate) struct Choose {
    /// What is missing.
    pub(crate) what: String,
    /// How to choose.
    pub(crate) mend: String,
    /// Code and name of each choice.
    pub(crate) choices: Vec<(String, String)>,
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// One or more coded errors; the first is the one to show in full.
    #[error("{}", full(.0, Lang::En))]
    Coded(Vec<Located>),
    /// Something has to be chosen; exit status 2, as for usage.
    #[error("{}", listed(.0, Lang::En))]
    Choose(Choose),
    /// The output could not be written.
    #[error("cannot write the output")]
    Output(#[from] io::Error),
    /// A file could not be written.
    #[error("cannot write the file {0}")]
    File(String, #[source] io::Error),
}

impl Failure {
    /// A failure from an error and all its others, each with the place that `place` gives it.
    pub(crate) fn new(error: &Error, locate: impl Fn(&Error) -> Located) -> Failure {
        let others = error.others().iter();
        Failure::Coded(std::iter::once(error).chain(others).map(locate).collect())
    }

    /// A failure whose place is its path alone.
    pub(crate) fn plain(error: &Error) -> Failure {
        Failure::in_file("", error)
    }

    /// A failure in a file.
    pub(crate) fn in_file(file: &str, error: &Error) -> Failure {
        Failure::new(error, |error| Located {
            place: join(file, &error.path()),
            error: error.clone(),
            suggestion: None,
        })
    }

    /// Writes the failure to standard error and gives the exit status.
    pub(crate) fn report(&self, lang: Lang) -> u8 {
        let text = match self {
            Failure::Output(error) if error.kind() == ErrorKind::BrokenPipe => return 0,
            Failure::Output(error) => {
                let what = lang.say("不能写出结果", "cannot write the output");
                format!("{what}: {}\n", clean(&crate::input::reason(error, lang)))
            }
            Failure::File(file, error) => {
                let what = lang.say("不能写出文件", "cannot write the file");
                let why = crate::input::reason(error, lang);
                let cure = crate::input::cure(error, lang);
                let said = match lang {
                    Lang::Zh => format!("{what}“{file}”：{why}"),
                    Lang::En => format!("{what} {file}: {why}"),
                };
                format!("{}\n  {}{cure}\n", clean(&said), lang.say("改正：", "mend:  "))
            }
            Failure::Choose(choose) => listed(choose, lang),
            Failure::Coded(errors) => full(errors, lang),
        };
        let _ = io::stderr().write_all(text.as_bytes());
        if matches!(self, Failure::Choose(_)) { 2 } else { 1 }
    }
}

/// File and JSON Pointer in one, and for a file that people keep by hand its line and column, in the
/// language of the command line.
pub(crate) fn join(file: &str, path: &str) -> String {
    if file.is_empty() || path.is_empty() {
        return format!("{file}{path}");
    }
    let place = commented::line_and_column(Path::new(file), path);
    match (place, crate::locale::asked()) {
        (None, _) => format!("{file}: {path}"),
        (Some((line, column)), Lang::Zh) => {
            format!("{file} 第 {line} 行第 {column} 列：{path}")
        }
        (Some((line, column)), Lang::En) => format!("{file} line {line}, column {column}: {path}"),
    }
}

fn listed(choose: &Choose, lang: Lang) -> String {
    let mut out = format!("{}\n", lang.say("错误", "error"));
    out.push_str(&format!("  {}{}\n", lang.say("问题：", "what:  "), clean(&choose.what)));
    out.push_str(&format!("  {}{}\n", lang.say("改正：", "mend:  "), clean(&choose.mend)));
    let longest = choose.choices.iter().map(|(code, _)| width(code)).max().unwrap_or(0);
    for (code, name) in &choose.choices {
        out.push_str(&format!("    {}  {}\n", left(&clean(code), longest), clean(name)));
    }
    out
}

/// Errors of one code together, in the order of the first of each.
fn by_code(errors: &[Located]) -> Vec<(Code, Vec<&Located>)> {
    let mut codes: Vec<(Code, Vec<&Located>)> = Vec::new();
    for one in errors {
        let code = one.error.code();
        match codes.iter_mut().find(|(known, _)| *known == code) {
            Some((_, alike)) => alike.push(one),
            None => codes.push((code, vec![one])),
        }
    }
    codes
}

/// The name that comes nearest to one that does not exist.
pub(crate) fn nearest(params: &[Param]) -> Option<&str> {
    params.iter().find(|param| param.name == "nearest").map(|param| param.value.as_str())
}

/// Asks whether a name was meant.
pub(crate) fn meant(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("是否指“{name}”？"),
        Lang::En => format!("did you mean \"{name}\"?"),
    }
}

fn full(errors: &[Located], lang: Lang) -> String {
    let Some((first, others)) = errors.split_first() else { return String::new() };
    let mut out = format!("{} [{}]\n", lang.say("错误", "error"), first.error.code());
    let mut line = |label: &str, text: &str| {
        if !text.is_empty() {
            out.push_str(&format!("  {label}{}\n", clean(text)));
        }
    };
    line(lang.say("位置：", "where: "), &first.place);
    line(lang.say("问题：", "what:  "), &first.error.message(lang));
    line(lang.say("改正：", "mend:  "), &first.error.hint(lang));
    // The hint names the nearest name already, where the library knows one.
    let more = first.suggestion.as_deref().filter(|_| nearest(first.error.params()).is_none());
    line(lang.say("建议：", "try:   "), more.unwrap_or(""));
    if others.is_empty() {
        return out;
    }
    let count = others.len();
    out.push_str(&match lang {
        Lang::Zh => format!("另有 {count} 处：\n"),
        Lang::En => format!("{count} more:\n"),
    });
    let mut shown = 0_usize;
    for (code, alike) in by_code(others) {
        // Many of one kind, such as one a home: some of them, and their count.
        let examples = if alike.len() > MOST_ALIKE { EXAMPLES } else { alike.len() };
        let room = MOST_OTHERS.saturating_sub(shown);
        for other in alike.iter().take(examples.min(room)) {
            let place =
                if other.place.is_empty() { String::new() } else { format!("{}: ", other.place) };
            let meant = nearest(other.error.params()).map(|name| meant(name, lang));
            let tail = meant.or_else(|| other.suggestion.clone());
            let tail = tail.map(|s| format!(" ({s})")).unwrap_or_default();
            let text = format!("[{code}] {place}{}{tail}", other.error.message(lang));
            out.push_str(&format!("  {}\n", clean(&text)));
        }
        let shown_of_code = examples.min(room);
        shown = shown.saturating_add(shown_of_code);
        let more = alike.len().saturating_sub(shown_of_code);
        if more > 0 {
            out.push_str(&match lang {
                Lang::Zh => format!("  [{code}] … 同样的还有 {more} 处\n"),
                Lang::En => format!("  [{code}] … and {more} more alike\n"),
            });
        }
    }
    out
}
