//! A step of an explanation as a line of text.

use crate::error::{Lang, shown};
use crate::number::{Exact, Mode};

/// What was applied, then the number before and after it; numbers have separators of thousands.
pub(crate) fn step_line(
    lang: Lang,
    applied: &[&str],
    before: Option<&Exact>,
    after: &Exact,
) -> String {
    let mut line = String::new();
    for part in applied.iter().filter(|part| !part.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(part);
    }
    line.push_str(if lang == Lang::Zh { "：" } else { ": " });
    if let Some(before) = before {
        line.push_str(&shown(&before.to_string(), "number", lang));
        line.push_str(" → ");
    }
    line.push_str(&shown(&after.to_string(), "number", lang));
    line
}

/// The number of a step, in a shape of the messages; a rounding in words.
pub(crate) fn step_number(
    lang: Lang,
    value: Option<&Exact>,
    mode: Option<Mode>,
    shape: &str,
) -> String {
    let Some(value) = value.map(ToString::to_string) else { return String::new() };
    match mode {
        Some(mode) => mode.text(lang, &value),
        None => shown(&value, shape, lang),
    }
}
