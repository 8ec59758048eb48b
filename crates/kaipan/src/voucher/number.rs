//! Numbers of a book as they are printed.

use super::book::VoucherBook;
use crate::Text;

impl VoucherBook {
    /// A number as it is printed: the prefix, and the sequence in all its digits.
    pub fn number(&self, sequence: u32) -> Text {
        written(self.prefix.as_ref(), self.digits, sequence)
    }

    /// The sequence of a number as it is printed; none for one that is not of this book.
    pub fn sequence(&self, number: &str) -> Option<u32> {
        let number = Text::from(number);
        let prefix = self.prefix.as_deref().unwrap_or_default();
        let digits = number.strip_prefix(prefix)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_digit());
        if !all || u32::try_from(digits.len()).ok() != Some(self.digits) {
            return None;
        }
        let sequence = digits.parse().ok()?;
        (self.from <= sequence && sequence <= self.to).then_some(sequence)
    }
}

/// A number of a book with this prefix and so many digits.
pub(super) fn written(prefix: Option<&Text>, digits: u32, sequence: u32) -> Text {
    let prefix = prefix.map(Text::as_str).unwrap_or_default();
    let width = usize::try_from(digits).unwrap_or_default();
    Text::of(format_args!("{prefix}{sequence:0width$}"))
}
