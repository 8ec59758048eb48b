//! Text to tree.

use super::Node;
use super::wide_mark::wide_mark;
use crate::error::{Code, Error, Result};
use std::borrow::Cow;

/// Levels of lists and objects that a request may have; types of the catalogue need about twelve.
const MOST_LEVELS: usize = 64;

/// Fields that room is made for before they are read; types of the catalogue have up to forty.
const MOST_EXPECTED: usize = 40;

impl<'t> Node<'t> {
    /// The tree of a JSON text. Numbers stay the digits they are.
    ///
    /// # Errors
    /// [`Code::JsonSyntax`] with the line and the column of the first character that is out of
    /// place, [`Code::JsonTooDeep`].
    pub fn parse(text: &'t str) -> Result<Node<'t>> {
        let mut parser = Parser { text, at: 0, levels: 0, last_string: (0, Some(0)), fields: 0 };
        let node = parser.value()?;
        match parser.peek() {
            None => Ok(node),
            Some(_) => Err(parser.broken("这里应已结束", "the text should have ended here")),
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    levels: usize,
    /// Where the last string begins, and where it ends once it has been read.
    last_string: (usize, Option<usize>),
    /// How many fields the last object had: the next one is likely to have as many.
    fields: usize,
}

impl<'t> Parser<'t> {
    #[cold]
    #[inline(never)]
    fn broken(&self, zh: &str, en: &str) -> Error {
        if let Some((at, wide, plain)) = wide_mark(self.text, self.at, self.last_string) {
            let zh = format!("这里是全角的“{wide}”，要用半角的“{plain}”");
            let en = format!("a full-width \"{wide}\" stands here; a plain {plain} is needed");
            return self.broken_at(at, &zh, &en);
        }
        self.broken_at(self.at, zh, en)
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

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.at = self.at.saturating_add(1);
        }
        self.byte()
    }

    /// Whether a byte comes next; it is passed then.
    fn pass(&mut self, byte: u8) -> bool {
        let next = self.peek() == Some(byte);
        if next {
            self.at = self.at.saturating_add(1);
        }
        next
    }

    fn word(&mut self, word: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let next = rest.starts_with(word.as_bytes());
        if next {
            self.at = self.at.saturating_add(word.len());
        }
        next
    }

    fn value(&mut self) -> Result<Node<'t>> {
        match self.peek() {
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'"') => self.string().map(Node::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.word("null") => Ok(Node::Null),
            _ if self.word("true") => Ok(Node::Bool(true)),
            _ if self.word("false") => Ok(Node::Bool(false)),
            _ => Err(self.broken("这里应是一个值", "a value is expected here")),
        }
    }

    /// Begins a list or an object.
    fn open(&mut self) -> Result<()> {
        self.at = self.at.saturating_add(1);
        self.levels = self.levels.saturating_add(1);
        if self.levels > MOST_LEVELS {
            return Err(Error::new(Code::JsonTooDeep).with("limit", MOST_LEVELS));
        }
        Ok(())
    }

    /// Whether a list or an object ends after `items` of it; if it does not, the next one follows.
    fn ends(&mut self, mark: u8, items: usize) -> Result<bool> {
        if self.pass(mark) {
            self.levels = self.levels.saturating_sub(1);
            return Ok(true);
        }
        if items > 0 && !self.pass(b',') {
            return Err(self.broken(
                "这里应是逗号或结尾括号",
                "a comma or the closing bracket is expected here",
            ));
        }
        Ok(false)
    }

    fn list(&mut self) -> Result<Node<'t>> {
        self.open()?;
        let mut items = Vec::new();
        while !self.ends(b']', items.len())? {
            items.push(self.value()?);
        }
        Ok(Node::List(items))
    }

    fn object(&mut self) -> Result<Node<'t>> {
        self.open()?;
        let mut fields = Vec::with_capacity(self.fields);
        while !self.ends(b'}', fields.len())? {
            if self.peek() != Some(b'"') {
                return Err(self
                    .broken("这里应是带引号的字段名", "a field name in quotes is expected here"));
            }
            let name = self.string()?;
            if !self.pass(b':') {
                return Err(self.broken("这里应是冒号", "a colon is expected here"));
            }
            fields.push((name, self.value()?));
        }
        self.fields = fields.len().min(MOST_EXPECTED);
        Ok(Node::Object(fields))
    }

    /// A string; the next byte is its quote.
    fn string(&mut self) -> Result<Cow<'t, str>> {
        self.last_string = (self.at, None);
        self.at = self.at.saturating_add(1);
        let mut whole: Option<String> = None;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
            let length = rest.bytes().position(|byte| !plain(byte)).unwrap_or(rest.len());
            let piece = rest.get(..length).unwrap_or_default();
            self.at = self.at.saturating_add(length);
            match self.byte() {
                Some(b'"') => {
                    self.at = self.at.saturating_add(1);
                    self.last_string.1 = Some(self.at);
                    return Ok(match whole {
                        None => Cow::Borrowed(piece),
                        Some(whole) => Cow::Owned(whole + piece),
                    });
                }
                Some(b'\\') => {
                    let whole = whole.get_or_insert_default();
                    whole.push_str(piece);
                    whole.push(self.escape()?);
                }
                _ => {
                    return Err(self.broken(
                        "文本里不能有这个字符，须转义",
                        "this character has to be escaped in text",
                    ));
                }
            }
        }
    }

    /// What an escape stands for; the next byte is its backslash.
    fn escape(&mut self) -> Result<char> {
        let start = self.at;
        self.at = self.at.saturating_add(1);
        let byte = self.byte();
        self.at = self.at.saturating_add(1);
        let found = match byte {
            Some(b'u') => self.unicode(),
            Some(b'n') => Some('\n'),
            Some(b't') => Some('\t'),
            Some(b'r') => Some('\r'),
            Some(b'b') => Some('\u{8}'),
            Some(b'f') => Some('\u{c}'),
            Some(mark @ (b'"' | b'\\' | b'/')) => Some(char::from(mark)),
            _ => None,
        };
        found.ok_or_else(|| {
            self.at = start;
            self.broken("转义写法不对", "this is no escape")
        })
    }

    /// Four hexadecimal digits, and four more for characters beyond 16 bits.
    fn unicode(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !self.word("\\u") {
            return None;
        }
        let second = self.four_digits().filter(|second| (0xdc00..0xe000).contains(second))?;
        let bits = (first & 0x3ff).wrapping_shl(10) | (second & 0x3ff);
        char::from_u32(bits.wrapping_add(0x1_0000))
    }

    fn four_digits(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at.saturating_add(4))?;
        self.at = self.at.saturating_add(4);
        let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        all.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at = self.at.saturating_add(1);
        }
        self.at > start
    }

    fn number(&mut self) -> Result<Node<'t>> {
        let start = self.at;
        let _ = self.word("-");
        // A zero stands alone.
        let mut good = self.word("0") || self.digits();
        if self.word(".") {
            good &= self.digits();
        }
        if self.word("e") || self.word("E") {
            let _ = self.word("+") || self.word("-");
            good &= self.digits();
        }
        if !good || self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.broken("数字写法不对", "this is no number"));
        }
        Ok(Node::Number(self.text.get(start..self.at).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;
    use crate::json::Write;

    fn written(text: &str) -> String {
        let mut out = String::new();
        Node::parse(text).unwrap().write(&mut out);
        out
    }

    #[test]
    fn what_is_json_is_read() {
        for (text, again) in [
            (
                r#" { "a" : [ 1 , -2, true,false,null ] , "b":{} , "":[] } "#,
                r#"{"a":[1,-2,true,false,null],"b":{},"":[]}"#,
            ),
            (r#""\u697c \ud83c\udfe2\/\n\"""#, "\"楼 🏢/\\n\\\"\""),
            ("[1.50,-0,0,1e5,1E+2,-0.5e-3]", "[1.50,-0,0,1e5,1E+2,-0.5e-3]"),
            ("[18446744073709551616,\"1.50\"]", "[18446744073709551616,\"1.50\"]"),
        ] {
            assert_eq!(written(text), again);
        }
    }

    #[test]
    fn what_is_no_json_says_where_and_why() {
        for (text, place, why) in [
            ("", "1:1", "breaks off"),
            ("{\"楼\":1,\n  \"b\" 2}", "2:7", "colon"),
            ("[1,]", "1:4", "a value"),
            ("[1 2]", "1:4", "comma"),
            ("{,}", "1:2", "field name"),
            ("{\"a\":1,}", "1:8", "field name"),
            ("nul", "1:1", "a value"),
            ("[01]", "1:3", "number"),
            ("[1.]", "1:4", "number"),
            ("[-]", "1:3", "number"),
            ("[+1]", "1:2", "a value"),
            ("[NaN]", "1:2", "a value"),
            ("1 1", "1:3", "ended"),
            ("\"a", "1:3", "breaks off"),
            ("\"a\tb\"", "1:3", "escaped"),
            (r#""\x""#, "1:2", "no escape"),
            (r#""\ud800x""#, "1:2", "no escape"),
            (r#""\u12""#, "1:2", "no escape"),
        ] {
            let error = Node::parse(text).unwrap_err();
            let params = error.params();
            assert_eq!(format!("{}:{}", params[0].value, params[1].value), place, "{text}");
            assert!(error.message(Lang::En).contains(why), "{text}: {}", error.message(Lang::En));
        }
    }

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

    #[test]
    fn it_agrees_with_serde_json_about_what_is_json() {
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "\\", "1", "0", "-", ".", "e", "null",
            " ", "\\u0041",
        ];
        let mut state = 1_u32;
        let mut draw = |most: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % most
        };
        let mut good = 0;
        for _ in 0..200_000 {
            let text: String = (0..1 + draw(7)).map(|_| pieces[draw(pieces.len())]).collect();
            let theirs = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            // A number of many digits is infinite to one of the two only.
            assert!(Node::parse(&text).is_ok() == theirs || text.contains('e'), "{text}");
            good += usize::from(theirs);
        }
        assert!(good > 1_000, "{good}");
    }

    #[test]
    fn levels_are_limited() {
        assert!(Node::parse(&format!("{}{}", "[".repeat(64), "]".repeat(64))).is_ok());
        let error = Node::parse(&"[".repeat(1_000_000)).unwrap_err();
        assert_eq!(error.code(), Code::JsonTooDeep);
    }
}
