//! Cells by hand beside those of a report.

use super::answer::ReportDifferenceKind;
use crate::error::Result;
use crate::number::{Exact, Unrounded, written_number};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind;
use crate::{Date, Text};

/// What a comparison of two cells comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Compared {
    Same,
    /// The report does not show what it says.
    Hidden,
    Differs(ReportDifferenceKind, Option<Exact>),
}

/// A number by hand, with the decimals that it was written with.
struct Written {
    number: Exact,
    decimals: u32,
}

/// A number as it was written; a percentage is a hundredth of it.
fn number(text: &str) -> Option<Written> {
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let digits = written_number(digits)?;
    let decimals = digits.split_once('.').map_or(0, |(_, part)| part.len());
    let decimals = u32::try_from(decimals).ok()?;
    let number: Exact = digits.parse().ok()?;
    if !percent {
        return Some(Written { number, decimals });
    }
    let share = unrounded(&number).ok()?.div(&"100".parse().ok()?).ok()?;
    Some(Written { number: share.to_exact().ok()?, decimals: decimals.saturating_add(2) })
}

/// A number to compute with.
fn unrounded(number: &Exact) -> Result<Unrounded> {
    let text = number.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{part}/1{}", "0".repeat(part.len())).parse()
}

/// The number of a cell, and the decimals that its kind keeps.
fn reported(cell: &ReportCell) -> Option<(Exact, Option<u32>)> {
    Some(match cell {
        ReportCell::Count { count } => (Exact::from(*count), Some(0)),
        ReportCell::Days { days } => (Exact::from(*days), Some(0)),
        ReportCell::Area { area } => (Exact::from(*area), Some(4)),
        ReportCell::Money { money } => (Exact::from(*money), Some(2)),
        ReportCell::UnitPrice { price } => (Exact::from(*price), Some(6)),
        ReportCell::Share { share } => (Exact::from(*share), Some(6)),
        ReportCell::Number { number } => (number.clone(), None),
        _ => return None,
    })
}

/// Compares a cell of a report with one by hand. Text is compared as names are, numbers exactly; nothing,
/// zero and a ratio by zero are three.
///
/// # Errors
/// Numbers too long to compute with.
pub(super) fn compared(cell: &ReportCell, hand: &str) -> Result<Compared> {
    use ReportDifferenceKind::{Blank, Extra, Unread, Value};
    let hand = Text::from(hand);
    let is_dash = matches!(hand.as_str(), "-" | "--" | "/" | "#DIV/0!");
    let differs = |kind| Ok(Compared::Differs(kind, None));
    match cell {
        ReportCell::Hidden {} => Ok(Compared::Hidden),
        ReportCell::Absent {} if hand.is_empty() || is_dash => Ok(Compared::Same),
        ReportCell::Absent {} => differs(Extra),
        ReportCell::Undefined {} if is_dash => Ok(Compared::Same),
        ReportCell::Undefined {} if hand.is_empty() => differs(Blank),
        ReportCell::Undefined {} => differs(Extra),
        ReportCell::Text { text } if Text::from(text) == hand => Ok(Compared::Same),
        ReportCell::Words { zh, en } if Text::from(zh) == hand || Text::from(en) == hand => {
            Ok(Compared::Same)
        }
        _ if hand.is_empty() => differs(Blank),
        ReportCell::Text { .. } | ReportCell::Words { .. } => differs(Value),
        ReportCell::Date { date } => match Date::as_written(&hand) {
            Some(day) if day == *date => Ok(Compared::Same),
            Some(_) => differs(Value),
            None => differs(Unread),
        },
        _ => {
            let (Some((said, kept)), Some(written)) = (reported(cell), number(&hand)) else {
                return differs(Unread);
            };
            numbers(&said, kept, &written)
        }
    }
}

fn numbers(said: &Exact, kept: Option<u32>, written: &Written) -> Result<Compared> {
    let Written { number, decimals } = written;
    if said == number {
        return Ok(Compared::Same);
    }
    let is_rounded = said.rounded(*decimals) == *number
        || kept.is_some_and(|kept| number.rounded(kept) == *said);
    let kind =
        if is_rounded { ReportDifferenceKind::Rounding } else { ReportDifferenceKind::Value };
    let difference = unrounded(number)?.sub(&unrounded(said)?)?.to_exact()?;
    Ok(Compared::Differs(kind, Some(difference)))
}

/// A cell by hand as rows are told apart by it.
pub(super) fn key_by_hand(kind: ReportColumnKind, hand: &str) -> Text {
    let text = Text::from(hand);
    match kind {
        ReportColumnKind::Text => text,
        ReportColumnKind::Date => Date::as_written(&text).map_or(text, Text::of),
        _ => number(&text).map_or(text, |written| Text::of(written.number)),
    }
}

/// A cell of a report as rows are told apart by it, in Chinese and English.
pub(super) fn key_reported(cell: &ReportCell) -> [Text; 2] {
    let one = |text: Text| [text.clone(), text];
    match cell {
        ReportCell::Text { text } => one(Text::from(text)),
        ReportCell::Words { zh, en } => [Text::from(zh), Text::from(en)],
        ReportCell::Date { date } => one(Text::of(date)),
        other => one(reported(other).map(|(number, _)| Text::of(number)).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(yuan: &str) -> ReportCell {
        ReportCell::Money { money: yuan.parse().unwrap() }
    }

    #[test]
    fn numbers_are_compared_exactly_and_rounding_is_named() {
        use ReportDifferenceKind::{Rounding, Value};
        let share = ReportCell::Share { share: "0.333333".parse().unwrap() };
        let price = ReportCell::UnitPrice { price: "10791.666667".parse().unwrap() };
        for (cell, hand, kind, difference) in [
            (&money("1550000"), "155万", None, ""),
            (&money("1550000"), "１，５５０，０００.00元", None, ""),
            (&money("1550000"), "1550000.01", Some(Value), "0.01"),
            (&money("1550000.40"), "1550000", Some(Rounding), "-0.4"),
            (&money("1550000.40"), "1550000.00", Some(Value), "-0.4"),
            (&share, "33.3333%", None, ""),
            (&share, "33.33%", Some(Rounding), "-0.000033"),
            (&share, "33.3%", Some(Rounding), "-0.000333"),
            (&share, "33%", Some(Rounding), "-0.003333"),
            (&share, "0.34", Some(Value), "0.006667"),
            (&price, "10791.67", Some(Rounding), "0.003333"),
            (&price, "10791.6666666666", Some(Rounding), "-0.0000003334"),
        ] {
            let found = compared(cell, hand).unwrap();
            let wanted = kind.map_or(Compared::Same, |kind| {
                Compared::Differs(kind, Some(difference.parse().unwrap()))
            });
            assert_eq!(found, wanted, "{hand}");
        }
    }

    #[test]
    fn nothing_zero_and_a_ratio_by_zero_are_three() {
        use ReportDifferenceKind::{Blank, Extra, Unread, Value};
        let [absent, undefined] = [ReportCell::Absent {}, ReportCell::Undefined {}];
        let day = ReportCell::Date { date: "2026-03-09".parse().unwrap() };
        let words = ReportCell::said("未归属", "not assigned");
        for (cell, hand, kind) in [
            (&absent, "", None),
            (&absent, " — ", None),
            (&absent, "0", Some(Extra)),
            (&undefined, "—", None),
            (&undefined, "", Some(Blank)),
            (&undefined, "0", Some(Extra)),
            (&money("0"), "", Some(Blank)),
            (&money("0"), "0", None),
            (&money("0"), "无", Some(Unread)),
            (&day, "2026年3月9日", None),
            (&day, "2026/3/10", Some(Value)),
            (&day, "3月9日", Some(Unread)),
            (&words, "未归属", None),
            (&words, "not assigned", None),
            (&words, "others", Some(Value)),
        ] {
            let wanted = kind.map_or(Compared::Same, |kind| Compared::Differs(kind, None));
            assert_eq!(compared(cell, hand).unwrap(), wanted, "{hand}");
        }
    }
}
