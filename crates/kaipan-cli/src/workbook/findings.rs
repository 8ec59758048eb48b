//! Everything that was found, a row each, the gravest first.

use super::sheet::{A4, Sheet};
use super::style::severe;
use super::{Book, Result};
use crate::text::{Say, severity};
use kaipan::error::{Finding, Lang};
use rust_xlsxwriter::Worksheet;

const WIDTHS: [u16; 6] = [9, 16, 62, 52, 26, 30];

pub(super) fn sheet(book: &Book<'_>, name: &str) -> Result<Worksheet> {
    let lang = book.priced.lang;
    let mut sheet = Sheet::new(book, name, A4)?;
    sheet.widths(&WIDTHS)?;
    sheet.head(&[
        lang.say("程度", "Severity"),
        lang.say("房号", "Unit"),
        lang.say("内容", "Finding"),
        lang.say("改正", "Cure"),
        lang.say("位置", "Place"),
        lang.say("编码", "Code"),
    ])?;
    let mut sorted: Vec<&Finding> = book.priced.table.findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let styles = sheet.styles();
    for finding in sorted {
        let kind = severe(styles.text.clone(), finding.severity);
        sheet.text(0, severity(lang, finding.severity), &kind)?;
        sheet.text(1, finding.unit_no.as_deref().unwrap_or_default(), &styles.text)?;
        sheet.text(2, finding.message(lang), &styles.wrapped)?;
        sheet.text(3, &cure(lang, finding), &styles.wrapped)?;
        let place = finding.path.as_ref().map(ToString::to_string).unwrap_or_default();
        sheet.text(4, &place, &styles.wrapped)?;
        sheet.text(5, &finding.code.to_string(), &styles.text)?;
        sheet.next();
    }
    sheet.worksheet.set_freeze_panes(1, 2)?;
    sheet.worksheet.set_repeat_rows(0, 0)?;
    sheet.worksheet.autofilter(0, 0, sheet.row.saturating_sub(1), 5)?;
    Ok(sheet.worksheet)
}

/// How to mend it; where the values of the message are not enough, without them.
fn cure(lang: Lang, finding: &Finding) -> String {
    let cure = finding.code.hint(lang, &finding.params);
    if cure.contains('{') { String::new() } else { cure }
}
