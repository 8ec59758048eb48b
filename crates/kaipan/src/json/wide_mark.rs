//! Full-width marks where JSON needs plain ones: a Chinese keyboard writes `，：“”`.

/// A full-width mark that keeps a text from being JSON, with its place and the plain mark: where
/// reading stopped, or else in the string before, whose end or beginning it was to be.
pub(super) fn wide_mark(
    text: &str,
    at: usize,
    (start, end): (usize, Option<usize>),
) -> Option<(usize, char, char)> {
    let here = text.get(at..)?.chars().next();
    if let Some((wide, plain)) = here.and_then(|c| Some((c, plain_mark(c)?))) {
        return Some((at, wide, plain));
    }
    let end = end.unwrap_or(at);
    let (string, after) = (text.get(start..end)?, text.get(end..at)?);
    // Quotes in pairs are part of a text.
    let count = |marks: &[char]| string.chars().filter(|c| marks.contains(c)).count();
    let paired = count(&['“', '「']) == count(&['”', '」']) && count(&['＂']) % 2 == 0;
    if paired || !after.trim().is_empty() {
        return None;
    }
    let quote = |(_, c): &(usize, char)| plain_mark(*c) == Some('"');
    let (within, wide) = string.char_indices().find(quote)?;
    Some((start.checked_add(within)?, wide, '"'))
}

/// The mark of JSON that a full-width one was typed for.
fn plain_mark(wide: char) -> Option<char> {
    Some(match wide {
        '，' | '、' | '；' => ',',
        '：' => ':',
        '“' | '”' | '„' | '＂' | '「' | '」' => '"',
        '｛' => '{',
        '｝' => '}',
        '［' | '【' => '[',
        '］' | '】' => ']',
        _ => return None,
    })
}
