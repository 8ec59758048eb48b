//! What is said of a text that is no JSON.

use super::parse::Parser;
use crate::error::{Code, Error};

impl Parser<'_> {
    #[cold]
    #[inline(never)]
    pub(super) fn broken(&self, zh: &str, en: &str) -> Error {
        if let Some((at, wide, plain)) = self.wide_mark() {
            let zh = format!("这里是全角的“{wide}”，要用半角的“{plain}”");
            let en = format!("a full-width \"{wide}\" stands here; a plain {plain} is needed");
            return self.broken_at(at, &zh, &en);
        }
        self.broken_at(self.at, zh, en)
    }

    /// A full-width mark that keeps the text from being JSON, with its place and the plain one:
    /// where reading stopped, or else in the string before, whose end or beginning it was to be.
    fn wide_mark(&self) -> Option<(usize, char, char)> {
        let here = self.text.get(self.at..)?.chars().next();
        if let Some((wide, plain)) = here.and_then(|c| Some((c, plain_mark(c)?))) {
            return Some((self.at, wide, plain));
        }
        let (start, end) = self.last_string;
        let string = self.text.get(start..end.unwrap_or(self.at))?;
        let after = self.text.get(end.unwrap_or(self.at)..self.at)?;
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

    fn broken_at(&self, at: usize, zh: &str, en: &str) -> Error {
        let before = self.text.get(..at).unwrap_or(self.text);
        let lines = before.bytes().filter(|byte| *byte == b'\n').count();
        let start =
            before.bytes().rposition(|byte| byte == b'\n').map_or(0, |at| at.saturating_add(1));
        let column = before.get(start..).unwrap_or_default().chars().count();
        let ended = at >= self.text.len();
        let (zh, en) =
            if ended { ("文本在这里中断", "the text breaks off here") } else { (zh, en) };
        Error::new(Code::JsonSyntax)
            .with("line", lines.saturating_add(1))
            .with("column", column.saturating_add(1))
            .with("detail_zh", zh)
            .with("detail_en", en)
    }
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

#[cfg(test)]
mod tests {
    use crate::error::Lang;
    use crate::json::Node;

    #[test]
    fn full_width_marks_are_named_where_they_stand() {
        for (text, place, wide, plain) in [
            ("{\"a\": 1，\n \"b\": 2}", "1:8", "，", ","),
            ("{\"楼\"：1}", "1:5", "：", ":"),
            ("{“a”: 1}", "1:2", "“", "\""),
            ("{\"a\": “b”}", "1:7", "“", "\""),
            ("{\"a”: \"b\", \"c\": 1}", "1:4", "”", "\""),
            ("{\"a\": \"b”,\n \"c\": 1}", "1:9", "”", "\""),
            ("{\"a\": \"b＂", "1:9", "＂", "\""),
            ("{\"a\": [1、2]}", "1:9", "、", ","),
            ("｛\"a\": 1}", "1:1", "｛", "{"),
            ("{\"a\": [1】}", "1:9", "】", "]"),
        ] {
            let error = Node::parse(text).unwrap_err();
            let params = error.params();
            assert_eq!(format!("{}:{}", params[0].value, params[1].value), place, "{text}");
            for lang in [Lang::Zh, Lang::En] {
                let message = error.message(lang);
                assert!(message.contains(wide) && message.contains(plain), "{text}: {message}");
            }
        }
        // Within a text they are part of it, and other mistakes stay what they are.
        assert!(Node::parse("{\"a\": \"“b”，：\"}").is_ok());
        let error = Node::parse("{\"a\": \"“b”\", 1}").unwrap_err();
        assert!(error.message(Lang::En).contains("field name"), "{}", error.message(Lang::En));
    }
}
