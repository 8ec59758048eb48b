//! Rows that hold no unit: totals, notes, headings, the header once more.

use crate::project::import::header::{Header, HeaderColumn, Target, compact};
use crate::project::import::reading::{ColumnSkip, RowSkip};
use crate::project::import::source::Source;
use crate::project::import::worksheet::CellKind;

/// Whether a text begins or ends a row of totals.
pub(in crate::project::import) fn says_total(text: &str) -> bool {
    const BEGIN: [&str; 15] = [
        "合计", "总计", "小计", "共计", "汇总", "累计", "平均", "均价", "最高", "最低", "最大",
        "最小", "total", "subtotal", "average",
    ];
    const END: [&str; 4] = ["合计", "总计", "小计", "汇总"];
    let text = compact(text);
    BEGIN.iter().any(|word| text.starts_with(word)) || END.iter().any(|word| text.ends_with(word))
}

fn says_note(text: &str) -> bool {
    const BEGIN: [&str; 24] = [
        "备注",
        "注:",
        "注1",
        "说明",
        "制表",
        "制单",
        "编制",
        "填表",
        "审核",
        "审批",
        "复核",
        "批准",
        "经办",
        "打印",
        "日期",
        "单位:",
        "数据来源",
        "以上",
        "本表",
        "note",
        "prepared",
        "approved",
        "source:",
        "remark",
    ];
    let text = compact(text);
    text == "注" || BEGIN.iter().any(|word| text.starts_with(word))
}

/// Why a row holds no unit; none if it has to be read as one.
pub(super) fn why_skipped(source: &Source<'_>, header: &Header, row: usize) -> Option<RowSkip> {
    let mut first: Option<(usize, String)> = None;
    let (mut filled, mut all_text) = (0_usize, true);
    for column in 0..source.columns() {
        let cell = source.cell(row, column);
        if cell.is_empty() || counts_rows(header, column) && !says_total(&cell.text) {
            continue;
        }
        filled = filled.saturating_add(1);
        all_text &= cell.kind == CellKind::Text;
        if first.is_none() {
            first = Some((column, cell.text.into_owned()));
        }
    }
    let Some((at, text)) = first else { return Some(RowSkip::Empty) };
    // A row that has everything of a unit is one, whatever its texts say.
    if is_whole(source, header, row) {
        return repeats_header(source, header, row).then_some(RowSkip::RepeatedHeader);
    }
    if says_total(&text) {
        return Some(RowSkip::Total);
    }
    if all_text && says_note(&text) {
        return Some(RowSkip::Note);
    }
    if repeats_header(source, header, row) {
        return Some(RowSkip::RepeatedHeader);
    }
    let wide = header.columns.len().div_ceil(2).max(2);
    (filled == 1 && source.is_merged_over(row, at, wide)).then_some(RowSkip::Section)
}

/// Whether a column does no more than count rows.
fn counts_rows(header: &Header, column: usize) -> bool {
    let skipped = header.columns.iter().find(|one| one.at == column);
    skipped.is_some_and(|one| {
        matches!(one.target, Target::Skipped(ColumnSkip::SerialNumber | ColumnSkip::Empty))
    })
}

/// Whether the row has building, floor, area and number of a unit.
fn is_whole(source: &Source<'_>, header: &Header, row: usize) -> bool {
    let has = |field: &str| {
        header.column(field).is_some_and(|column| {
            let cell = source.cell(row, column.at);
            !cell.is_empty() && !says_total(&cell.text)
        })
    };
    let merged = |field: &str| {
        header.column(field).is_some_and(|one| source.merged_from(row, one.at).is_some())
    };
    (has("building") || merged("building"))
        && (has("floor") || merged("floor"))
        && has("building_area")
        && (has("line") || has("unit_no"))
}

/// Whether all that stands in the row are titles of its columns.
fn repeats_header(source: &Source<'_>, header: &Header, row: usize) -> bool {
    let mut same = 0_usize;
    let all = header.columns.iter().all(|HeaderColumn { at, title, .. }| {
        let cell = source.cell(row, *at);
        if cell.is_empty() {
            return true;
        }
        let text = compact(&cell.text);
        let repeated = title.split('/').any(|part| compact(part) == text) || compact(title) == text;
        same = same.saturating_add(usize::from(repeated));
        repeated
    });
    all && same > 1
}
