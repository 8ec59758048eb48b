//! What there is to say of a home, in words: what is wrong with its price, and where it comes from.

use crate::text::{Say, severity, source};
use kaipan::error::{Code, Finding, Lang, Severity};
use kaipan::pricing::{PriceSource, TableRow};
use std::collections::HashMap;

/// The gravest of what was found about a home.
pub(crate) fn trouble(row: &TableRow) -> Option<Severity> {
    let codes = row.flags.iter().filter_map(|code| Code::from_text(code));
    codes.map(|code| code.entry().severity).max().filter(|worst| *worst > Severity::Info)
}

/// Whether the price is not what the scheme gives: kept, set by hand or entered.
pub(crate) fn is_fixed(row: &TableRow) -> bool {
    row.source != PriceSource::Scheme
}

/// The marks of a row in words: `违规，手工定价`.
pub(super) fn words(lang: Lang, row: &TableRow) -> String {
    let mut words = Vec::new();
    words.extend(trouble(row).map(|worst| severity(lang, worst)));
    if is_fixed(row) {
        words.push(source(lang, row.source));
    }
    match row.levelled_steps {
        1.. => words.push(lang.say("调平上调", "levelled up")),
        ..=-1 => words.push(lang.say("调平下调", "levelled down")),
        0 => {}
    }
    words.join(lang.say("，", ", "))
}

/// The messages about each home, the gravest first.
pub(super) fn messages(lang: Lang, findings: &[Finding]) -> HashMap<&str, String> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut messages: HashMap<&str, String> = HashMap::new();
    for finding in sorted {
        let Some(unit_no) = finding.unit_no.as_deref() else { continue };
        let said = messages.entry(unit_no).or_default();
        if !said.is_empty() {
            said.push_str(lang.say("；", "; "));
        }
        said.push_str(finding.message(lang));
    }
    messages
}
