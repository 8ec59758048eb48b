//! Days, floors, counts from one to another.

/// From one to another, both included; an absent end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span<T> {
    pub(crate) from: Option<T>,
    pub(crate) to: Option<T>,
}

impl<T: Copy + Ord> Span<T> {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_belong_to_it_and_open_ends_hold_everything() {
        let span = Span::new(Some(2), Some(4));
        assert_eq!([1, 2, 4, 5].map(|value| span.contains(value)), [false, true, true, false]);
        assert!(Span::new(None, Some(4)).contains(-1) && Span::new(Some(2), None).contains(9));
        assert_eq!(Span::new(Some(3), Some(2)).turned(), Some((3, 2)));
        assert_eq!(Span::new(Some(2), Some(2)).turned(), None);
        assert_eq!(Span::new(Some(2), None).turned(), None);
    }
}
