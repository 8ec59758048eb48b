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
    // Most cells have none of the letters, and need no closer look.
    let letters = ['计', '汇', '总', '均', '最', 't', 'T', 's', 'S', 'a', 'A', 'ｔ', 'Ｔ'];
    if !text.contains(letters) {
        return false;
    }
    let text = compact(text);
    BEGIN.iter().any(|word| text.starts_with(word)) || END.iter().any(|word| text.ends_with(word))
}

fn says_note(text: &str) -> bool {
    const BEGIN: [&str; 31] = [
        "备注",
        "注:",
        "注1",
        "说明",
        "特别说明",
        "附注",
        "制表",
        "制单",
        "编制",
        "填表",
        "审核",
        "审批",
        "复核",
        "批准",
        "经办",
        "负责人",
        "统计人",
        "签字",
        "签章",
        "盖章",
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

/// The columns by which rows with and without a unit are told apart.
pub(super) struct Skipping<'a> {
    source: &'a Source<'a>,
    /// Building, floor and area: what every unit has.
    needed: Vec<usize>,
    /// Line and number, of which a unit has one.
    either: Vec<usize>,
    /// Columns that say where a unit is.
    named: Vec<usize>,
    /// Columns that do no more than count rows.
    counting: Vec<usize>,
    /// Each column with what its title says, whole and in its parts.
    titles: Vec<(usize, Vec<String>)>,
}

impl<'a> Skipping<'a> {
    pub(super) fn new(source: &'a Source<'a>, header: &Header) -> Skipping<'a> {
        let of = |fields: &[&str]| -> Vec<usize> {
            fields.iter().filter_map(|field| header.column(field)).map(|one| one.at).collect()
        };
        let counts = |one: &&HeaderColumn| {
            matches!(one.target, Target::Skipped(ColumnSkip::SerialNumber | ColumnSkip::Empty))
        };
        Skipping {
            source,
            needed: of(&["building", "floor", "building_area"]),
            either: of(&["line", "unit_no"]),
            named: of(&["building", "stair", "floor", "line", "unit_no", "name"]),
            titles: header
                .columns
                .iter()
                .map(|one| {
                    let parts = one.title.split('/').chain([one.title.as_str()]);
                    (one.at, parts.map(compact).collect())
                })
                .collect(),
            counting: header.columns.iter().filter(counts).map(|one| one.at).collect(),
        }
    }

    /// Why a row holds no unit; none if it has to be read as one.
    pub(super) fn why(&self, row: usize) -> Option<RowSkip> {
        // A row that has everything of a unit is one, whatever its other texts say.
        if self.is_whole(row) {
            return self.repeats_header(row).then_some(RowSkip::RepeatedHeader);
        }
        let source = self.source;
        let mut first: Option<(usize, String)> = None;
        let mut beside = false;
        let (mut filled, mut all_text, mut total) = (0_usize, true, false);
        for column in 0..source.width(row) {
            let cell = source.cell(row, column);
            if cell.is_empty() {
                continue;
            }
            if self.counting.contains(&column) && !says_total(&cell.text) && !says_note(&cell.text)
            {
                // What counts rows says nothing; other texts there do.
                beside |= cell.text.chars().any(char::is_alphabetic);
                continue;
            }
            filled = filled.saturating_add(1);
            all_text &= cell.kind == CellKind::Text;
            total |= self.named.contains(&column) && says_total(&cell.text);
            if first.is_none() {
                first = Some((column, cell.text.into_owned()));
            }
        }
        let Some((at, text)) = first else {
            return Some(if beside { RowSkip::Note } else { RowSkip::Empty });
        };
        if total || says_total(&text) {
            return Some(RowSkip::Total);
        }
        if all_text && says_note(&text) {
            return Some(RowSkip::Note);
        }
        if self.repeats_header(row) {
            return Some(RowSkip::RepeatedHeader);
        }
        let wide = self.titles.len().div_ceil(2).max(2);
        (filled == 1 && source.is_merged_over(row, at, wide)).then_some(RowSkip::Section)
    }

    /// Whether the row has building, floor, area and number of a unit. Building and floor may be
    /// those of merged cells.
    fn is_whole(&self, row: usize) -> bool {
        let has = |column: usize| {
            let cell = self.source.cell(row, column);
            !cell.is_empty() && !says_total(&cell.text)
        };
        let merged = |column: usize| {
            self.source.cell(row, column).is_empty()
                && self.source.merged_from(row, column).is_some()
        };
        self.needed.iter().all(|&column| has(column) || merged(column))
            && self.either.iter().any(|&column| has(column))
    }

    /// Whether all that stands in the row are titles of its columns.
    fn repeats_header(&self, row: usize) -> bool {
        let mut same = 0_usize;
        let all = self.titles.iter().all(|(at, titles)| {
            let cell = self.source.cell(row, *at);
            if cell.is_empty() {
                return true;
            }
            let number = cell.text.bytes().all(|byte| byte.is_ascii_digit());
            let repeated = !number && titles.contains(&compact(&cell.text));
            same = same.saturating_add(usize::from(repeated));
            repeated
        });
        all && same > 1
    }
}
