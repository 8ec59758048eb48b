//! Days, floors, counts from one to another.

use crate::Date;
use crate::error::Error;
use std::fmt::Display;

/// From one to another, both included; an absent end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span<T> {
    pub(crate) from: Option<T>,
    pub(crate) to: Option<T>,
}

impl<T: Copy + Ord + Display> Span<T> {
    pub(crate) const fn new(from: Option<T>, to: Option<T>) -> Span<T> {
        Span { from, to }
    }

    pub(crate) fn contains(self, value: T) -> bool {
        self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value <= to)
    }

    /// Both ends, if it ends before it begins.
    pub(crate) fn turned(self) -> Option<(T, T)> {
        self.from.zip(self.to).filter(|(from, to)| from > to)
    }

    /// Whether two of them have a value in common.
    pub(crate) fn overlaps(self, other: Span<T>) -> bool {
        let begins = |one: Span<T>, two: Span<T>| one.from.zip(two.to).is_none_or(|(f, t)| f <= t);
        begins(self, other) && begins(other, self)
    }

    /// Names both ends in an error.
    pub(crate) fn named_in(self, error: Error) -> Error {
        let end = |end: Option<T>| end.map_or_else(|| "…".to_owned(), |end| end.to_string());
        error.with("from", end(self.from)).with("to", end(self.to))
    }
}

impl Span<Date> {
    /// In words, in Chinese and in English; empty if both ends are open.
    pub(crate) fn words(self) -> [String; 2] {
        match (self.from, self.to) {
            (Some(from), Some(to)) => [format!(" {from} 至 {to}"), format!("from {from} to {to}")],
            (Some(from), None) => [format!("自 {from} 起"), format!("from {from} on")],
            (None, Some(to)) => [format!("至 {to} 止"), format!("until {to}")],
            (None, None) => [String::new(), String::new()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    #[test]
    fn both_ends_belong_to_it_and_open_ends_hold_everything() {
        let span = Span::new(Some(2), Some(4));
        assert_eq!([1, 2, 4, 5].map(|value| span.contains(value)), [false, true, true, false]);
        assert!(Span::new(None, Some(4)).contains(-1) && Span::new(Some(2), None).contains(9));
        assert_eq!(Span::new(Some(3), Some(2)).turned(), Some((3, 2)));
        assert_eq!(Span::new(Some(2), Some(2)).turned(), None);
        assert_eq!(Span::new(Some(2), None).turned(), None);
        let overlaps = |from, to| span.overlaps(Span::new(from, to));
        assert!(overlaps(Some(4), None) && overlaps(None, Some(2)) && overlaps(None, None));
        assert!(!overlaps(Some(5), None) && !overlaps(None, Some(1)));
        let day = |text: &str| text.parse::<Date>().ok();
        let error = Span::new(None, day("2026-05-01")).named_in(Error::new(Code::DiscountWindow));
        let ends: Vec<&str> = error.params().iter().map(|param| param.value.as_str()).collect();
        assert_eq!(ends, ["…", "2026-05-01"]);
        let [zh, en] = Span::new(day("2026-05-01"), None).words();
        assert_eq!([zh.as_str(), en.as_str()], ["自 2026-05-01 起", "from 2026-05-01 on"]);
    }
}
