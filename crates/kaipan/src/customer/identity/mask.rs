//! Personal data with its middle hidden.

/// The first and the last characters of a text, with `****` for what lies between.
///
/// A text of no more characters than those is hidden but for its last one, so that a short one
/// is not shown whole.
pub(crate) fn masked(text: &str, first: usize, last: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (first, last) = match letters.len() > first.saturating_add(last) {
        true => (first, last),
        false => (0, usize::from(letters.len() > 1)),
    };
    let head = letters.iter().take(first);
    let tail = letters.iter().skip(letters.len().saturating_sub(last));
    head.chain(&['*'; 4]).chain(tail).collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn short_texts_are_not_shown_whole() {
        assert_eq!(masked("13800011234", 3, 4), "138****1234");
        assert_eq!(masked("1234567", 3, 4), "****7");
        assert_eq!(masked("7", 3, 4), "****");
        assert_eq!(masked("", 3, 4), "****");
        assert_eq!(masked("张三李四", 1, 1), "张****四");
    }
}
