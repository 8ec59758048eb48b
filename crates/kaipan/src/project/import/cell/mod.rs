//! What single cells hold: numbers, floors, choices.

mod choice;
mod floor;
mod quantity;

pub(super) use choice::{flag, state};
pub(super) use floor::{Floors, floors};
pub(super) use quantity::quantity;

use super::source::Seen;
use super::worksheet::CellKind;
use crate::error::{Code, Error, Lang};

/// Why a cell is bad.
pub(super) struct Detail {
    pub(super) zh: String,
    pub(super) en: String,
}

impl Detail {
    pub(super) fn of(error: &Error) -> Detail {
        Detail { zh: error.message(Lang::Zh), en: error.message(Lang::En) }
    }

    pub(super) fn new(zh: impl Into<String>, en: impl Into<String>) -> Detail {
        Detail { zh: zh.into(), en: en.into() }
    }
}

/// A bad cell, by the name that the spreadsheet gives it; its place is for the caller to say.
pub(super) fn cell_error(cell: &str, column: &str, zh: &str, en: &str) -> Error {
    Error::new(Code::ProjectCell)
        .with("cell", cell)
        .with("column", column)
        .with_long("detail_zh", zh)
        .with_long("detail_en", en)
}

/// Refuses a cell whose kind already says that it cannot be what is wanted.
pub(super) fn refuse_error(seen: &Seen<'_>) -> Result<(), Detail> {
    if !matches!(seen.kind, CellKind::Error | CellKind::Formula) {
        return Ok(());
    }
    let text = shown(&seen.text);
    if seen.kind == CellKind::Formula {
        return Err(Detail::new(
            format!("公式“{text}”没有保存结果：在表格软件中打开，另存一次"),
            format!(
                "the value of the formula \"{text}\" was not saved: open the file in a spreadsheet and save it"
            ),
        ));
    }
    Err(Detail::new(
        format!("公式出错“{text}”，先在表格中改正"),
        format!("the formula ends in the error \"{text}\": mend it in the spreadsheet"),
    ))
}

/// The text of a text cell. Spreadsheets turn much into dates and numbers that was none.
pub(super) fn text<'a>(seen: &'a Seen<'_>, may_be_date: bool) -> Result<&'a str, Detail> {
    /// Digits that a spreadsheet keeps of a number.
    const KEPT: usize = 15;
    refuse_error(seen)?;
    let text = &*seen.text;
    if seen.kind == CellKind::Date && !may_be_date {
        let text = shown(text);
        return Err(Detail::new(
            format!("表格软件把它当成了日期“{text}”：把该列设为文本格式，重新填写"),
            format!(
                "the spreadsheet has made the date \"{text}\" of it: make the column text and enter it again"
            ),
        ));
    }
    let digits = || text.bytes().filter(u8::is_ascii_digit).count();
    if seen.kind == CellKind::Number && digits() > KEPT {
        let text = shown(text);
        return Err(Detail::new(
            format!("数字“{text}”超过 15 位，表格软件已丢失末尾：把该列设为文本格式，重新填写"),
            format!(
                "the number \"{text}\" has more than 15 digits and the spreadsheet has lost the last ones: make the column text and enter it again"
            ),
        ));
    }
    Ok(text)
}

/// A text of the user as messages show it: not too long, without line breaks.
fn shown(text: &str) -> String {
    let shown = Error::new(Code::NumberSyntax).with("text", text);
    shown.params().first().map_or_else(String::new, |param| param.value.to_string())
}
