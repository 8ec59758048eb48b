//! Books whose numbers read the same.

use super::book::VoucherBook;

/// A book as its numbers are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Printed<'a> {
    pub(super) prefix: &'a str,
    pub(super) digits: u32,
    pub(super) from: u32,
    pub(super) to: u32,
}

impl<'a> Printed<'a> {
    pub(super) fn of(book: &'a VoucherBook) -> Printed<'a> {
        let prefix = book.prefix.as_deref().unwrap_or_default();
        Printed { prefix, digits: book.digits, from: book.from, to: book.to }
    }

    /// Some number of one reads like a number of the other. `A` and four digits reads like `A1` and
    /// three: `A1001`.
    pub(super) fn overlaps(self, other: Printed<'_>) -> bool {
        let is_shorter = self.prefix.len() <= other.prefix.len();
        let (short, long) = if is_shorter { (self, other) } else { (other, self) };
        let Some(more) = long.prefix.strip_prefix(short.prefix) else { return false };
        let length = u32::try_from(more.len()).unwrap_or(u32::MAX).saturating_add(long.digits);
        if length != short.digits || !more.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let leading = if more.is_empty() { Some(0) } else { more.parse::<u64>().ok() };
        let place = 10_u64.checked_pow(long.digits);
        let Some(base) = leading.zip(place).and_then(|(leading, place)| leading.checked_mul(place))
        else {
            return false;
        };
        let whole = |sequence: u32| base.saturating_add(u64::from(sequence));
        whole(long.from) <= u64::from(short.to) && u64::from(short.from) <= whole(long.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_read_the_same_overlap() {
        let book = |prefix, digits, from, to| Printed { prefix, digits, from, to };
        let hundred = book("SJ", 6, 1, 100);
        assert!(hundred.overlaps(book("SJ", 6, 100, 200)));
        assert!(!hundred.overlaps(book("SJ", 6, 101, 200)));
        assert!(!hundred.overlaps(book("FP", 6, 1, 100)), "another prefix");
        assert!(!hundred.overlaps(book("SJ", 7, 1, 100)), "other digits");
        // A1001 is number 1001 of the one and number 001 of the other.
        let (four, three) = (book("A", 4, 1000, 1002), book("A1", 3, 1, 9));
        assert!(four.overlaps(three) && three.overlaps(four));
        assert!(!book("A", 4, 1010, 1020).overlaps(three));
        assert!(!book("A", 4, 1000, 1002).overlaps(book("AB", 3, 1, 9)));
    }
}
