//! Whole numbers as hosts have them.

/// A whole number as a host has it in its arrays. Amounts are computed in integers all the same:
/// this only turns one into the other.
pub trait WholeNumber: Copy + PartialEq {
    /// Counts from 0 to here are exact.
    const MOST: u64;

    /// The count. For other numbers than whole ones from 0 to [`WholeNumber::MOST`] one outside of
    /// that, or one from which [`WholeNumber::of`] does not give the number back.
    fn count(self) -> i64;

    /// The number of a count from 0 to [`WholeNumber::MOST`].
    fn of(count: i64) -> Self;
}

impl WholeNumber for i64 {
    const MOST: u64 = i64::MAX.cast_unsigned();

    #[inline]
    fn count(self) -> i64 {
        self
    }

    #[inline]
    fn of(count: i64) -> i64 {
        count
    }
}
