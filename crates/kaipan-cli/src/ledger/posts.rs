//! What was posted, what was refused and why, and what the record holds besides.

use super::View;
use crate::layout::{clean, heading, paragraph};
use crate::paint::Style;
use crate::text::{Say, severity};
use kaipan::error::{Lang, Severity};

/// Refused posts, findings, and kinds of lines that are not known.
pub(super) fn drawn(view: &View<'_>) -> Vec<String> {
    let mut lines = refused(view);
    lines.extend(told(view));
    lines.extend(unknown(view));
    lines
}

/// How much was posted: `共 433 笔记账，2 笔被拒绝`.
pub(super) fn counted(view: &View<'_>) -> String {
    let accepted = view.record.accepted.values().fold(0_u64, |sum, one| sum.saturating_add(*one));
    let refused = view.record.refused.len();
    match (view.lang, refused) {
        (Lang::Zh, 0) => format!("{accepted} 笔记账，没有被拒绝的"),
        (Lang::Zh, _) => format!("{accepted} 笔记账，{refused} 笔被拒绝"),
        (Lang::En, 0) => format!("{accepted} posts, none refused"),
        (Lang::En, _) => format!("{accepted} posts, {refused} refused"),
    }
}

fn refused(view: &View<'_>) -> Vec<String> {
    if view.record.refused.is_empty() {
        return Vec::new();
    }
    let title = view.lang.say("没有记账的", "Not posted");
    let mut lines = heading(title, view.width, view.paint);
    for post in &view.record.refused {
        let (line, act) = (post.line, view.act(post.act));
        let label = match view.lang {
            Lang::Zh => format!("  第 {line} 行  "),
            Lang::En => format!("  line {line}  "),
        };
        let deal = post.deal.as_deref().map(|deal| format!(" {deal}")).unwrap_or_default();
        let (code, message) = (post.error.code(), post.error.message(view.lang));
        let text = match view.lang {
            Lang::Zh => format!("{act}{deal}：{message}；{} [{code}]", post.error.hint(view.lang)),
            Lang::En => format!("{act}{deal}: {message}; {} [{code}]", post.error.hint(view.lang)),
        };
        let drawn = paragraph(&label, &clean(&text), view.width);
        let style = Style::Of(Severity::Violation);
        lines.extend(drawn.iter().map(|line| view.paint.on(style, line)));
    }
    lines
}

fn told(view: &View<'_>) -> Vec<String> {
    if view.record.told.is_empty() {
        return Vec::new();
    }
    let mut lines = heading(view.lang.say("注意", "Told"), view.width, view.paint);
    for post in &view.record.told {
        let line = post.line;
        let grade = severity(view.lang, post.finding.severity);
        let label = match view.lang {
            Lang::Zh => format!("  第 {line} 行  {grade}  "),
            Lang::En => format!("  line {line}  {grade}  "),
        };
        let text = clean(post.finding.message(view.lang));
        let style = Style::Of(post.finding.severity);
        let drawn = paragraph(&label, &text, view.width);
        lines.extend(drawn.iter().map(|line| view.paint.on(style, line)));
    }
    lines
}

/// Kinds of lines that the program does not know: they are left out, and that is told.
fn unknown(view: &View<'_>) -> Vec<String> {
    let kind = |(kind, count): (&String, &u64)| match view.lang {
        Lang::Zh => format!("“{kind}” {count} 行"),
        Lang::En => format!("\"{kind}\" ({count})"),
    };
    let kinds: Vec<String> = view.record.unknown.iter().map(kind).collect();
    if kinds.is_empty() {
        return Vec::new();
    }
    let kinds = kinds.join(view.lang.say("、", ", "));
    let text = match view.lang {
        Lang::Zh => format!("不认识的种类没有计入：{kinds}"),
        Lang::En => format!("lines of kinds that are not known were left out: {kinds}"),
    };
    let mut lines = vec![String::new()];
    let label = format!("{}  ", severity(view.lang, Severity::Warning));
    let drawn = paragraph(&label, &clean(&text), view.width);
    lines.extend(drawn.iter().map(|line| view.paint.on(Style::Of(Severity::Warning), line)));
    lines
}
