//! What was understood of a spreadsheet, as a person looks at it.

use super::ImportArgs;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{clip, columns, heading, paragraph};
use crate::paint::{Paint, Style};
use crate::text::{Say, homes, severity};
use kaipan::error::Lang;
use kaipan::project::{COLUMNS, ImportedUnits, SheetReading, UnitState, sheet_columns};

/// Units that are shown.
const SHOWN: usize = 10;
/// Findings that are shown.
const MOST_FINDINGS: usize = 20;

/// The dry run.
pub(super) fn lines(read: &ImportedUnits, options: &ImportArgs, lang: Lang) -> Vec<String> {
    let view = View { lang, paint: Paint::new(options.color), width: columns(options.width) };
    let mut out = Vec::new();
    for reading in read.reading.iter().chain(&read.further_readings) {
        let file = options.file.file_name().unwrap_or_default().to_string_lossy();
        out.push(view.title(&file, read, reading));
        out.extend(view.columns(reading));
        out.extend(view.skipped(reading));
        if !read.further_readings.is_empty() {
            out.push(String::new());
        }
    }
    if !read.further_readings.is_empty() {
        let count = homes(lang, read.rows);
        out.push(match lang {
            Lang::Zh => format!("各工作表共 {count}"),
            Lang::En => format!("{count} on all sheets"),
        });
    }
    out.extend(view.units(read));
    out.extend(view.findings(read));
    out
}

struct View {
    lang: Lang,
    paint: Paint,
    width: usize,
}

impl View {
    fn heading(&self, title: &str) -> Vec<String> {
        heading(title, self.width, self.paint)
    }

    fn title(&self, file: &str, read: &ImportedUnits, reading: &SheetReading) -> String {
        let lang = self.lang;
        let mut title = crate::layout::clean(file);
        if let Some(sheet) = &reading.sheet {
            title.push_str(&match lang {
                Lang::Zh => format!(" · 工作表“{sheet}”"),
                Lang::En => format!(" · sheet \"{sheet}\""),
            });
        }
        let rows = match reading.first_header_row == reading.last_header_row {
            true => reading.first_header_row.to_string(),
            false => format!("{}-{}", reading.first_header_row, reading.last_header_row),
        };
        title.push_str(&match lang {
            Lang::Zh => format!(" · 表头第 {rows} 行"),
            Lang::En => format!(" · header in row {rows}"),
        });
        if read.further_readings.is_empty() {
            title.push_str(&format!(" · {}", homes(lang, read.rows)));
        }
        self.paint.on(Style::Bold, &clip(&title, self.width))
    }

    /// Each column, and how it was read.
    fn columns(&self, reading: &SheetReading) -> Vec<String> {
        let lang = self.lang;
        let mut grid = Grid::new(vec![
            Column::text(lang.say("列", "column")),
            Column::text(lang.say("列名", "title")),
            Column::text(lang.say("作为", "field")),
            Column::text(lang.say("读作", "read as")),
        ]);
        for column in &reading.columns {
            let title = crate::layout::clean(&column.title);
            let read_as = column.read_as.text(lang);
            grid.row(vec![
                column.column.as_str().into(),
                title.into(),
                self.field(&column.field).into(),
                read_as.into(),
            ]);
        }
        let mut out = self.heading(lang.say("读取的列", "Columns"));
        out.extend(grid.told(self.lang, 0, self.width, self.paint));
        for column in &reading.columns {
            let words = column.words.iter().map(|word| {
                let meaning = self.meaning(&word.meaning);
                let written = match word.written.as_str() {
                    "" => lang.say("空白", "blank"),
                    written => written,
                };
                if *written == *meaning {
                    format!("{written} ×{}", word.cells)
                } else {
                    format!("{written} → {meaning} ×{}", word.cells)
                }
            });
            let words: Vec<String> = words.collect();
            if !words.is_empty() {
                let label = format!("{}{}", column.title, lang.say("：", ": "));
                out.extend(paragraph(&label, &words.join(lang.say("、", ", ")), self.width));
            }
        }
        out
    }

    /// The name of a field.
    fn field(&self, field: &str) -> String {
        let known = COLUMNS.iter().find(|column| column.name == field);
        match (self.lang, known.and_then(|column| column.zh.first())) {
            (Lang::Zh, Some(name)) => (*name).to_owned(),
            _ => field.to_owned(),
        }
    }

    /// A choice that a word was read as.
    fn meaning(&self, meaning: &str) -> String {
        let state = UnitState::ALL.into_iter().find(|state| state.word() == meaning);
        let chinese = state.and_then(|state| state.chinese().first().copied());
        match (self.lang, chinese, meaning) {
            (Lang::Zh, Some(name), _) => name.to_owned(),
            (Lang::Zh, None, "true") => "是".to_owned(),
            (Lang::Zh, None, "false") => "否".to_owned(),
            (Lang::En, None, "true") => "yes".to_owned(),
            (Lang::En, None, "false") => "no".to_owned(),
            _ => meaning.replace('_', " "),
        }
    }

    /// What was not read and why, and what was concluded.
    fn skipped(&self, reading: &SheetReading) -> Vec<String> {
        let lang = self.lang;
        let mut grid = Grid::new(vec![
            Column::text(lang.say("位置", "place")),
            Column::text(lang.say("原因", "why")),
            Column::text(lang.say("内容", "content")),
        ]);
        for column in &reading.skipped_columns {
            let place = match lang {
                Lang::Zh => format!("{} 列", column.column),
                Lang::En => format!("column {}", column.column),
            };
            grid.row(vec![
                place.into(),
                column.why.text(lang).into(),
                column.title.as_str().into(),
            ]);
        }
        for rows in &reading.skipped_rows {
            let place = match (lang, rows.first == rows.last) {
                (Lang::Zh, true) => format!("第 {} 行", rows.first),
                (Lang::Zh, false) => format!("第 {}-{} 行", rows.first, rows.last),
                (Lang::En, true) => format!("row {}", rows.first),
                (Lang::En, false) => format!("rows {}-{}", rows.first, rows.last),
            };
            let text = rows.text.as_deref().unwrap_or_default();
            grid.row(vec![place.into(), rows.why.text(lang).into(), Cell::from(text)]);
        }
        let mut out = Vec::new();
        if !reading.skipped_columns.is_empty() || !reading.skipped_rows.is_empty() {
            out.extend(self.heading(lang.say("没有读取", "Not read")));
            out.extend(grid.told(self.lang, 0, self.width, self.paint));
        }
        if !reading.conclusions.is_empty() {
            out.extend(self.heading(lang.say("推断", "Concluded")));
            for conclusion in &reading.conclusions {
                out.extend(paragraph("· ", conclusion.text(lang), self.width));
            }
        }
        if !reading.other_sheets.is_empty() {
            let names: Vec<&str> = reading.other_sheets.iter().map(|name| name.as_str()).collect();
            out.push(String::new());
            let label = lang.say("其他工作表：", "Other sheets: ");
            out.extend(paragraph(label, &names.join(lang.say("、", ", ")), self.width));
        }
        out
    }

    /// The first units.
    fn units(&self, read: &ImportedUnits) -> Vec<String> {
        let lang = self.lang;
        let first: Vec<_> = read.units.iter().take(SHOWN).collect();
        let columns = sheet_columns(&first, lang);
        let drawn = columns.iter().zip((0..=u8::MAX).rev().chain(std::iter::repeat(0)));
        let mut grid = Grid::new(
            drawn
                .map(|(column, rank)| {
                    let needed = ["unit_no", "building", "floor", "building_area"];
                    let drawn = Column::text(&column.header);
                    if needed.contains(&column.field) { drawn } else { drawn.optional(rank) }
                })
                .collect(),
        );
        for row in 0..first.len() {
            // A guard keeps text from becoming something else in a spreadsheet; here it is noise.
            let cell = |cells: &Vec<String>| {
                let text = cells.get(row).map_or("", String::as_str);
                let bare = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
                Cell::from(bare.unwrap_or(text).replace("\"\"", "\""))
            };
            grid.row(columns.iter().map(|column| cell(&column.cells)).collect());
        }
        let title = match lang {
            Lang::Zh => format!("前 {} 套", first.len()),
            Lang::En => format!("First {}", homes(lang, first.len())),
        };
        let mut out = self.heading(&title);
        let drawn = grid.draw(0, self.width, self.paint);
        out.extend(drawn.lines);
        if !drawn.left_out.is_empty() {
            let label = lang.say("宽度不够，未显示：", "Not shown for want of width: ");
            let names = drawn.left_out.join(lang.say("、", ", "));
            out.extend(paragraph(label, &names, self.width));
        }
        out
    }

    fn findings(&self, read: &ImportedUnits) -> Vec<String> {
        let lang = self.lang;
        if read.findings.is_empty() {
            return Vec::new();
        }
        let mut out = self.heading(lang.say("检查结果", "Findings"));
        for finding in read.findings.iter().take(MOST_FINDINGS) {
            let unit =
                finding.unit_no.as_ref().map(|unit| format!("{unit}{}", lang.say("：", ": ")));
            let text = format!("{}{}", unit.unwrap_or_default(), finding.message(lang));
            let label = format!("{}  ", severity(lang, finding.severity));
            out.extend(paragraph(&label, &text, self.width));
        }
        let more = read.findings.len().saturating_sub(MOST_FINDINGS);
        if more > 0 {
            out.push(match lang {
                Lang::Zh => format!("… 还有 {more} 处"),
                Lang::En => format!("… and {more} more"),
            });
        }
        out
    }
}
