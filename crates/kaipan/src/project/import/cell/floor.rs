//! Floors as people write them, and what spreadsheets make of them.

use super::{Detail, refuse_error, shown};
use crate::fold::fold;
use crate::project::FloorRange;
use crate::project::import::source::Seen;
use crate::project::import::worksheet::CellKind;
use crate::project::written_floor;

/// Floors that a duplex may lie apart: some buildings leave numbers out.
const FURTHEST: i32 = 3;

/// The floor of a home, or both of a duplex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::project::import) struct Floors {
    pub(in crate::project::import) floor: i32,
    pub(in crate::project::import) top: Option<i32>,
    /// The lower one as written, without suffix: it stands in composed unit numbers.
    pub(in crate::project::import) text: String,
}

/// Reads `18`, `18层`, `第18层`, `18F`, `18.0`, `-1`, `B1`, `负1层`, `地下一层`, `十八层`, and for a
/// duplex `10-11`, `10~11`, `10/11`, `10、11`, `10+11`, `B1-1`.
pub(in crate::project::import) fn floors(seen: &Seen<'_>) -> Result<Floors, Detail> {
    refuse_error(seen)?;
    // As nearly all floors are written.
    let digits = seen.text.len() <= 3 && seen.text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && let Ok(floor) = seen.text.parse() {
        return Ok(Floors { floor, top: None, text: seen.text.to_string() });
    }
    let cell = &*fold(&seen.text);
    if seen.kind == CellKind::Date || looks_like_date(cell) {
        let text = shown(cell);
        return Err(Detail::new(
            format!(
                "“{text}”是日期，不是楼层：表格软件会把“10-11”改成日期，把该列设为文本格式后重新填写"
            ),
            format!(
                "\"{text}\" is a date and no floor: spreadsheets turn 10-11 into one; make the column text and enter it again"
            ),
        ));
    }
    let parts = cell.char_indices().skip(1);
    for (at, sign) in parts.filter(|(_, c)| matches!(c, '-' | '~' | '/' | '、' | '+' | '至')) {
        let (Some(low), Some(top)) =
            (cell.get(..at), cell.get(at.saturating_add(sign.len_utf8())..))
        else {
            continue;
        };
        if let (Some((floor, text)), Some((top, _))) = (written_floor(low), written_floor(top)) {
            return duplex(cell, floor, top).map(|()| Floors { floor, top: Some(top), text });
        }
    }
    match written_floor(cell) {
        Some((floor, text)) => Ok(Floors { floor, top: None, text }),
        None => {
            let text = shown(cell);
            Err(Detail::new(
                format!("“{text}”不是楼层，应写成“18”、“18层”、“18F”、“-1”或“B1”，复式写成“10-11”"),
                format!(
                    "\"{text}\" is not a floor: write 18, 18F, -1 or B1, and 10-11 for a duplex"
                ),
            ))
        }
    }
}

impl FloorRange {
    /// Floors as people write them: one, as in a list of units (`18`, `18F`, `18层`, `B1`), or from
    /// one to another (`10-18`, `10层至18层`). `None` for text that names no floors, or not from low
    /// to high. A floor that is called `3A` is written as the number that the list of units has.
    ///
    /// ```
    /// use kaipan::project::FloorRange;
    /// let floors = |text| FloorRange::as_written(text).map(|range| (range.from, range.to));
    /// assert_eq!(floors("18F"), Some((Some(18), Some(18))));
    /// assert_eq!(floors("B1-3层"), Some((Some(-1), Some(3))));
    /// assert_eq!(floors("3A"), None);
    /// ```
    #[must_use]
    pub fn as_written(text: &str) -> Option<FloorRange> {
        let text = &*fold(text);
        let one = |text: &str| Some(written_floor(text)?.0);
        let signs = text.char_indices().skip(1);
        let mut ranges =
            signs.filter(|(_, c)| matches!(c, '-' | '~' | '至' | '到')).filter_map(|(at, sign)| {
                let to = text.get(at.saturating_add(sign.len_utf8())..)?;
                Some((one(text.get(..at)?)?, one(to)?))
            });
        let (from, to) = one(text).map(|floor| (floor, floor)).or_else(|| ranges.next())?;
        (from <= to).then_some(FloorRange { from: Some(from), to: Some(to) })
    }
}

/// The upper floor of a duplex is the next one, but for numbers that a building leaves out.
fn duplex(cell: &str, floor: i32, top: i32) -> Result<(), Detail> {
    let text = shown(cell);
    match top.checked_sub(floor) {
        Some(1..=FURTHEST) => Ok(()),
        Some(..=0) => Err(Detail::new(
            format!("复式“{text}”的上层不高于下层"),
            format!("the upper floor of the duplex \"{text}\" is not above the lower one"),
        )),
        _ => Err(Detail::new(
            format!("“{text}”跨越太多楼层，不是复式：填写房间所在的楼层"),
            format!("\"{text}\" spans too many floors for a duplex: give the floor of the home"),
        )),
    }
}

/// What is left of `10-11` after a spreadsheet has made a date of it.
fn looks_like_date(cell: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = cell.to_lowercase();
    let numbers = lower.split(['-', '/', '.']).collect::<Vec<_>>();
    let year = matches!(&*numbers, [one, two, three]
        if [one, two, three].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
            && (one.len() == 4 || three.len() == 4));
    year || cell.contains('月') || MONTHS.iter().any(|month| lower.contains(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Floors, Detail> {
        floors(&Seen { text: text.into(), kind: CellKind::Text })
    }

    #[test]
    fn floors_as_people_write_them() {
        for (text, floor) in [
            ("18", 18),
            ("018", 18),
            ("18 层", 18),
            ("第18层", 18),
            ("7f", 7),
            ("18.0", 18),
            ("１８Ｆ", 18),
            ("B2", -2),
            ("b1F", -1),
            ("负1层", -1),
            ("地下一层", -1),
            ("十八层", 18),
            ("二十一楼", 21),
            ("首层", 1),
            ("0", 0),
        ] {
            let read = read(text).map(|read| (read.floor, read.top));
            assert_eq!(read.ok(), Some((floor, None)), "{text}");
        }
        for (text, floor, top) in [
            ("10-11", 10, 11),
            ("10~11层", 10, 11),
            ("10F/11F", 10, 11),
            ("3、5", 3, 5),
            ("B1-1", -1, 1),
            ("-2--1", -2, -1),
            ("10－11", 10, 11),
        ] {
            let read = read(text).map(|read| (read.floor, read.top));
            assert_eq!(read.ok(), Some((floor, Some(top))), "{text}");
        }
        for bad in [
            "",
            "层",
            "B",
            "-",
            "B0",
            "B-1",
            "--1",
            "+1",
            "1.5",
            "18FF",
            "99999999999",
            "11-10",
            "1-18",
            "10-10",
            "十十",
            "2026-10-11",
            "2026/10/11",
            "10月11日",
            "11-Oct",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert!(read("10月11日").unwrap_err().en.contains("is a date and no floor"));
    }
}
