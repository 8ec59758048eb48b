use super::columns::snake_case;
use crate::error::{Code, Error, Input, Lang, Result};
use crate::fold::fold;
use crate::project::UnitState;
use std::str::FromStr;

/// Why a cell is bad.
pub(super) struct Detail {
    pub(super) zh: String,
    pub(super) en: String,
}

impl Detail {
    pub(super) fn of(error: &Error) -> Detail {
        Detail { zh: error.message(Lang::Zh), en: error.message(Lang::En) }
    }
}

/// A plain decimal, or one with grouped thousands in a quoted cell.
pub(super) fn number<T: FromStr<Err = Error>>(
    cell: &str,
    quoted: impl FnOnce() -> bool,
) -> Result<T, Detail> {
    let plain = if cell.contains(',') { ungrouped(cell).filter(|_| quoted()) } else { None };
    plain.as_deref().unwrap_or(cell).parse().map_err(|error| Detail::of(&error))
}

fn ungrouped(cell: &str) -> Option<String> {
    let unsigned = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let well_formed = (1..=3).contains(&first.len())
        && digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && digits(group))
        && !decimals.contains(',');
    well_formed.then(|| cell.replace(',', ""))
}

/// The floor of a home, or both of a duplex, written `10-11` or `B1-1`; and the text of the lower
/// one without suffix.
pub(super) fn floors(cell: &str) -> Result<(i32, Option<i32>, String), Detail> {
    let folded = &*fold(cell);
    let between = folded.char_indices().skip(1).find(|(_, c)| matches!(c, '-' | '~'));
    if let Some((at, sign)) = between
        && let (Some(low), Some(top)) =
            (folded.get(..at), folded.get(at.saturating_add(sign.len_utf8())..))
        && let (Ok((low, text)), Ok((top, _))) = (floor_number(low), floor_number(top))
    {
        return Ok((low, Some(top), text));
    }
    floor_number(folded).map(|(floor, text)| (floor, None, text))
}

/// A floor and its text without suffix.
pub(super) fn floor_number(cell: &str) -> Result<(i32, String), Detail> {
    let cell = &*fold(cell);
    let text = cell.strip_suffix(['层', 'F', 'f']).map_or(cell, str::trim_end);
    let (below, digits) = match text.strip_prefix(['B', 'b', '-']) {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain && digits.len() > 9 {
        return Err(Detail::of(&Error::new(Code::NumberRange).with("text", cell)));
    }
    let count = digits.parse::<i32>().ok().filter(|&count| plain && !(below && count == 0));
    match count {
        Some(count) => Ok((if below { count.saturating_neg() } else { count }, text.to_owned())),
        None => {
            let shown = Error::new(Code::NumberSyntax).with("text", cell);
            let shown = shown.params().first().map_or("", |param| param.value.as_str());
            Err(Detail {
                zh: format!("“{shown}”不是楼层，应写成“18”、“18层”、“18F”、“-1”或“B1”"),
                en: format!("\"{shown}\" is not a floor: write 18, 18F, -1 or B1"),
            })
        }
    }
}

pub(super) fn state(cell: &str) -> Result<UnitState, Detail> {
    let (name, written) = (snake_case(cell), fold(cell));
    UnitState::ALL
        .into_iter()
        .find(|state| state.word() == name || state.chinese().contains(&&*written))
        .ok_or_else(|| {
            let zh: Vec<&str> =
                UnitState::ALL.iter().filter_map(|s| s.chinese().first().copied()).collect();
            let en: Vec<&str> = UnitState::ALL.iter().map(UnitState::word).collect();
            let error = Error::new(Code::ProjectState).with("text", cell);
            let error = error.with_long("known_zh", zh.join(", "));
            Detail::of(&error.with_long("known", en.join(", ")))
        })
}

/// Yes or no, in Chinese or English.
pub(super) fn flag(cell: &str) -> Result<bool, Detail> {
    match snake_case(cell).as_str() {
        "是" | "yes" | "true" => Ok(true),
        "否" | "no" | "false" => Ok(false),
        _ => {
            let error = Error::new(Code::JsonChoice).with("text", cell);
            Err(Detail {
                zh: format!("{}，应为：是、否", error.message(Lang::Zh)),
                en: format!("{}: yes, no", error.message(Lang::En)),
            })
        }
    }
}

pub(super) fn cell_error(row: u32, column: &str, zh: &str, en: &str) -> Error {
    Error::new(Code::ProjectCell)
        .with("row", row)
        .with("column", column)
        .with_long("detail_zh", zh)
        .with_long("detail_en", en)
        .within(Input::Csv)
}
