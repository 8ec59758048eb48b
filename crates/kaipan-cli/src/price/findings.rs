//! Findings, grouped by code; violations first.

use super::{View, heading};
use crate::failure::{meant, nearest};
use crate::layout::{clean, clip, group, paragraph, spaces, width};
use crate::paint::Style;
use crate::text::{Say, aside, counted, severities, severity};
use kaipan::error::{Code, Finding, Lang, Severity};
use kaipan::pricing::PriceTable;
use std::collections::HashMap;

/// What a path is in words, if there are any.
pub(crate) type Places<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Widest place that stands before its message.
const MOST_LABEL: usize = 28;
/// Lines for one code.
const MOST_LINES: usize = 12;

/// The findings of a table, at most [`MOST_LINES`] lines a code.
pub(crate) fn lines(view: &View<'_>, response: &PriceTable) -> Vec<String> {
    listed(view, &response.findings, &|path| target(view.lang, path))
}

/// Findings, at most [`MOST_LINES`] lines a code; `place` says in words where a path leads.
pub(crate) fn listed(view: &View<'_>, findings: &[Finding], place: Places<'_>) -> Vec<String> {
    let lang = view.lang;
    if findings.is_empty() {
        return Vec::new();
    }
    let mut groups: Vec<(Severity, Code, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let key = (finding.severity, finding.code);
        match groups.iter_mut().find(|(severity, code, _)| (*severity, *code) == key) {
            Some((_, _, list)) => list.push(finding),
            None => groups.push((finding.severity, finding.code, vec![finding])),
        }
    }
    groups.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut out = heading(view, &title(lang, findings));
    for (severity, code, list) in groups {
        out.extend(of_code(view, severity, code, (&list, place)));
    }
    out
}

fn title(lang: Lang, findings: &[Finding]) -> String {
    let found = counted(lang, &severities(findings));
    format!("{}{}", lang.say("检查结果：", "Findings: "), found)
}

fn of_code(
    view: &View<'_>,
    kind: Severity,
    code: Code,
    (list, place): (&[&Finding], Places<'_>),
) -> Vec<String> {
    let lang = view.lang;
    let count = group(&list.len().to_string());
    let head = format!("{} {code} · {count}", severity(lang, kind));
    let mut out = vec![view.paint.on(Style::Of(kind), &head)];
    // Units with the same message share a line.
    let mut messages: Vec<(String, Vec<&Finding>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for finding in list {
        let mut message = finding.message(lang).to_owned();
        // One line says how to mend them all; which name was meant belongs to each.
        if let Some(name) = nearest(&finding.params).filter(|_| list.len() > 1) {
            message.push_str(&aside(lang, &meant(name, lang)));
        }
        let at = *known.entry(message.clone()).or_insert(messages.len());
        match messages.get_mut(at) {
            Some((_, alike)) => alike.push(finding),
            None => messages.push((message, vec![finding])),
        }
    }
    let mut shown = 0_usize;
    for (message, alike) in &messages {
        let lines = message_lines(view, message, alike, place);
        if out.len().saturating_add(lines.len()) > MOST_LINES.saturating_add(1) {
            break;
        }
        out.extend(lines);
        shown = shown.saturating_add(alike.len());
    }
    let more = list.len().saturating_sub(shown);
    if more > 0 {
        let text = match lang {
            Lang::Zh => format!("… 还有 {more} 处（“--format json”看全部）"),
            Lang::En => format!("… and {more} more (--format json for all)"),
        };
        out.extend(paragraph("  ", &text, view.width));
    }
    let mend = match list {
        [only] => code.hint(lang, &only.params),
        _ => lang.say(code.entry().hint_zh, code.entry().hint_en).to_owned(),
    };
    if !mend.contains('{') {
        let lines = paragraph("  → ", &mend, view.width);
        out.extend(lines.iter().map(|line| view.paint.on(Style::Dim, line)));
    }
    out
}

/// One message: before it its unit, or after it the units that share it, as many as fit.
fn message_lines(
    view: &View<'_>,
    message: &str,
    alike: &[&Finding],
    words: Places<'_>,
) -> Vec<String> {
    let message = clean(message);
    let place = |finding: &Finding| {
        let path = finding.path.as_ref().map(ToString::to_string);
        let target = path.as_deref().and_then(words);
        let place = finding.unit_no.clone().map(String::from).or(target).or(path);
        clean(&place.unwrap_or_default())
    };
    if let [only] = alike {
        let place = place(only);
        let label = if place.is_empty() { "  ".to_owned() } else { format!("  {place}  ") };
        // A place that leaves little room stands in a line of its own: cut, it leads nowhere.
        if width(&label) > MOST_LABEL.min(view.width.div_ceil(2)) {
            let mut out = paragraph("  ", &place, view.width);
            out.extend(paragraph("    ", &message, view.width));
            return out;
        }
        return paragraph(&label, &message, view.width);
    }
    let mut out = paragraph("  ", &message, view.width);
    let room = view.width.saturating_sub(16);
    let mut line = spaces(4);
    let mut named = 0_usize;
    for finding in alike {
        let place = place(finding);
        if width(&line).saturating_add(width(&place)) > room && named > 0 {
            break;
        }
        if named > 0 {
            line.push_str("  ");
        }
        line.push_str(&clip(&place, room.saturating_sub(4)));
        named = named.saturating_add(1);
    }
    let rest = alike.len().saturating_sub(named);
    if rest > 0 {
        line.push_str(&match view.lang {
            Lang::Zh => format!(" … 另 {rest} 套"),
            Lang::En => format!(" … {rest} more"),
        });
    }
    if width(line.trim()) > 0 {
        out.push(line);
    }
    out
}

/// A target by its number, as the table shows it.
fn target(lang: Lang, path: &str) -> Option<String> {
    let number = path.strip_prefix("/targets/")?.parse::<usize>().ok()?.checked_add(1)?;
    Some(format!("{} {number}", lang.say("目标", "target")))
}
