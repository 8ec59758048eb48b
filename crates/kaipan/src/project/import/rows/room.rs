//! Room numbers: lines and unit numbers that follow from them.

use super::Draft;
use crate::Text;
use crate::project::Unit;
use crate::project::import::reading::Conclusion;
use std::collections::HashSet;

/// The line is what follows the floor in a room number: 02 in `1802` or `3-1-1802` on floor 18. In a
/// number of another shape, such as `B1-023`, `P-001` or `A`, it is the last part.
///
/// None if the number names another floor.
pub(super) fn line_of(unit_no: &str, floor: &str) -> Option<String> {
    let last = unit_no.rsplit(['-', '/', ' ', '#']).next().unwrap_or(unit_no);
    let last = last.trim_end_matches(['室', '号']);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(floor) || !last.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(last.to_owned());
    }
    let padded = format!("{floor:0>2}");
    let rest = [floor, padded.as_str()].iter().find_map(|floor| {
        last.strip_prefix(*floor).filter(|rest| rest.len() == 2 || rest.len() == 3)
    });
    match rest {
        Some(rest) => Some(rest.to_owned()),
        // Three digits and more are a floor and a line.
        None if digits(last) && last.len() >= 3 => None,
        None => Some(last.to_owned()),
    }
}

/// Takes the floor off the lines, if every one of them is a room number.
pub(super) fn without_floor(drafts: &mut [Draft]) -> Option<Conclusion> {
    let line = |draft: &Draft| {
        let digits = draft.unit.line.bytes().all(|byte| byte.is_ascii_digit());
        let above = draft.unit.floor > 0 && digits;
        let rest = draft.unit.line.strip_prefix(draft.floor.as_str()).filter(|_| above)?;
        (rest.len() == 2).then(|| Text::from(rest))
    };
    let lines: Option<Vec<Text>> = drafts.iter().map(line).collect();
    for (draft, line) in drafts.iter_mut().zip(lines.filter(|lines| !lines.is_empty())?) {
        draft.unit.line = line;
    }
    Some(Conclusion::LinesWithoutFloor)
}

/// Puts building and stair before the numbers of units, if numbers repeat and that makes each of
/// them unique.
pub(in crate::project::import) fn prefixed(units: &mut [&mut Unit]) -> Option<Conclusion> {
    let mut seen = HashSet::with_capacity(units.len());
    if units.iter().all(|unit| seen.insert(&unit.unit_no)) {
        return None;
    }
    let numbers: Vec<Text> = units
        .iter()
        .map(|unit| {
            let stair = unit.stair.as_deref().map_or(String::new(), |stair| format!("{stair}-"));
            Text::of(format_args!("{}-{stair}{}", unit.building, unit.unit_no))
        })
        .collect();
    let mut seen = HashSet::with_capacity(units.len());
    if !numbers.iter().all(|number| seen.insert(number)) {
        return None;
    }
    for (unit, number) in units.iter_mut().zip(numbers) {
        unit.unit_no = number;
    }
    Some(Conclusion::UnitNumbersPrefixed)
}

/// The number of a unit that has none: `building-stair-floorline`.
pub(super) fn composed(Draft { unit, floor, .. }: &Draft) -> Text {
    let stair = unit.stair.as_deref().map_or(String::new(), |stair| format!("{stair}-"));
    Text::of(format_args!("{}-{stair}{floor}{}", unit.building, unit.line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_room_numbers() {
        for (unit_no, floor, line) in [
            ("1802", "18", Some("02")),
            ("3-1-1802", "18", Some("02")),
            ("802", "8", Some("02")),
            ("0802", "8", Some("02")),
            ("1802室", "18", Some("02")),
            ("18002", "18", Some("002")),
            ("P-001", "B1", Some("001")),
            ("A", "18", Some("A")),
            ("02", "18", Some("02")),
            ("3-1-1902", "18", None),
        ] {
            assert_eq!(line_of(unit_no, floor).as_deref(), line, "{unit_no}");
        }
    }
}
