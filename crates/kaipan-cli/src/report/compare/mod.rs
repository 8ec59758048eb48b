//! `kaipan report NAME FILE --compare HAND`: a report beside a table made by hand.

mod drawn;
mod sheet;

use super::args::ReportArgs;
use super::cells::{plain, title};
use super::csv::{csv, guarded};
use super::output::{Written, refused};
use super::records::Recorded;
use super::{View, left_out_titles};
use crate::failure::Failure;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::report::{Reconciling, ReportReconciliation, ReportTable};
use sheet::Sheet;
use std::path::Path;

/// Compares, and tells what differs: 3 if something does.
///
/// # Errors
/// A table by hand that cannot be read, and whatever the core refuses.
pub(super) fn run(
    file: &Path,
    table: &ReportTable,
    recorded: &Recorded,
    options: &ReportArgs,
    written: Written,
    view: &View,
) -> Result<u8, Failure> {
    let lang = view.lang;
    let sheet = sheet::read(file, options.sheet.as_ref(), table, &options.key, lang)?;
    let facts = recorded.records.counted_facts().map_err(|error| Failure::plain(&error))?;
    let found = Reconciling::new(table, &sheet.hand).facts(&facts).reconcile();
    let found = found.map_err(|error| Failure::in_file(&file.display().to_string(), &error))?;
    let content = match written {
        Written::Table => {
            let mut lines = drawn::lines(view, table, &found, &sheet, &facts);
            lines.extend(left_out_titles(view, &sheet.unknown));
            lines.join("\n") + "\n"
        }
        Written::Json => kaipan_ops::json::write(&found, 65_536) + "\n",
        Written::Csv => differences(table, &found, &sheet, lang)?,
        _ => {
            return Err(refused(
                lang,
                [
                    "核对结果只能写成“.csv”或“.json”",
                    "what differs is written as .csv or .json alone",
                ],
                ["改文件名的结尾", "change the ending of the file"],
            ));
        }
    };
    match &options.output {
        Some(output) => {
            output.write(content.as_bytes())?;
            crate::print(&output.told(lang, lang.say("核对结果", "what differs")))?;
        }
        None => crate::print(&content)?,
    }
    Ok(if found.differences.is_empty() { 0 } else { 3 })
}

/// A line a difference.
fn differences(
    table: &ReportTable,
    found: &ReportReconciliation,
    sheet: &Sheet,
    lang: Lang,
) -> Result<String, Failure> {
    let titles = [
        lang.say("行", "row"),
        lang.say("栏", "column"),
        lang.say("差异", "difference"),
        lang.say("报表", "report"),
        lang.say("手工表", "by hand"),
        lang.say("差额", "by"),
        lang.say("手工表行号", "line by hand"),
        lang.say("交易", "deals"),
        lang.say("事实", "facts"),
    ];
    let titles = titles.map(str::to_owned);
    let rows = found.differences.iter().map(|one| {
        let key = one.key.iter().map(|cell| plain(lang, cell)).collect::<Vec<_>>().join(" · ");
        let key = if one.total { lang.say("合计", "total").to_owned() } else { guarded(&key) };
        let column = table.columns.iter().find(|column| Some(&column.key) == one.column.as_ref());
        let line = one.hand_row.and_then(|row| sheet.lines.get(usize::try_from(row).ok()?));
        let joined = |keys: &[kaipan::Text]| keys.join(" ");
        vec![
            key,
            column.map(|column| title(lang, column).to_owned()).unwrap_or_default(),
            lang.say(one.kind.chinese(), one.kind.english()).to_owned(),
            one.reported.as_ref().map(|cell| plain(lang, cell)).unwrap_or_default(),
            one.by_hand.as_ref().map(|text| guarded(text)).unwrap_or_default(),
            one.difference.as_ref().map(ToString::to_string).unwrap_or_default(),
            line.map(ToString::to_string).unwrap_or_default(),
            joined(&one.deals),
            joined(if one.likely.is_empty() { &one.facts } else { &one.likely }),
        ]
    });
    csv(&titles, rows)
}
