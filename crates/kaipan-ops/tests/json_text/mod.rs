//! JSON as text: cut into its parts without reading a number or a string, so that bytes survive.

use std::fmt::Write;

/// A piece of JSON text; leaves and keys are as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node<'a> {
    /// A string with its quotes, a number, or a word.
    Leaf(&'a str),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object; keys with their quotes, in the order of the text.
    Object(Vec<(&'a str, Node<'a>)>),
}

/// Longest line that a list or an object is written on.
const WIDTH: usize = 100;

impl<'a> Node<'a> {
    /// Cuts up text that is well-formed JSON.
    pub(crate) fn parse(text: &'a str) -> Result<Node<'a>, String> {
        serde_json::from_str::<serde::de::IgnoredAny>(text).map_err(|error| error.to_string())?;
        let mut rest = text;
        Ok(node(&mut rest))
    }

    /// The value of a field.
    pub(crate) fn get(&self, name: &str) -> Option<&Node<'a>> {
        let Node::Object(fields) = self else { return None };
        fields.iter().find(|(key, _)| key.trim_matches('"') == name).map(|(_, value)| value)
    }

    /// The text behind a string.
    pub(crate) fn string(&self) -> Option<String> {
        let Node::Leaf(leaf) = self else { return None };
        serde_json::from_str(leaf).ok()
    }

    /// Every leaf and key.
    pub(crate) fn leaves(&self, found: &mut Vec<&'a str>) {
        match self {
            Node::Leaf(leaf) => found.push(leaf),
            Node::List(items) => items.iter().for_each(|item| item.leaves(found)),
            Node::Object(fields) => {
                for (key, value) in fields {
                    found.push(key);
                    value.leaves(found);
                }
            }
        }
    }

    /// Without any space between the parts.
    pub(crate) fn compact(&self) -> String {
        self.on_one_line("", "")
    }

    /// Indented by two spaces; what fits on a line stands on one.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0, 0);
        out
    }

    fn on_one_line(&self, after_colon: &str, after_comma: &str) -> String {
        let comma = format!(",{after_comma}");
        let one = |node: &Node<'_>| node.on_one_line(after_colon, after_comma);
        match self {
            Node::Leaf(leaf) => (*leaf).to_owned(),
            Node::List(items) => {
                format!("[{}]", items.iter().map(one).collect::<Vec<_>>().join(&comma))
            }
            Node::Object(fields) => {
                let field =
                    |(key, value): &(&str, Node<'_>)| format!("{key}:{after_colon}{}", one(value));
                format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(&comma))
            }
        }
    }

    /// `used` is what stands before this node on its line.
    fn write(&self, out: &mut String, indent: usize, used: usize) {
        let line = self.on_one_line(" ", " ");
        let leaf = matches!(self, Node::Leaf(_));
        // One column is left for the comma behind it.
        if leaf || (indent > 0 && used + line.chars().count() < WIDTH) {
            out.push_str(&line);
            return;
        }
        let inner = indent + 2;
        let (open, close, count) = match self {
            Node::List(items) => ('[', ']', items.len()),
            Node::Object(fields) => ('{', '}', fields.len()),
            Node::Leaf(_) => return,
        };
        out.push(open);
        for at in 0..count {
            let _ = write!(out, "{}\n{:inner$}", if at > 0 { "," } else { "" }, "");
            match self {
                Node::List(items) => items[at].write(out, inner, inner),
                Node::Object(fields) => {
                    let (key, value) = &fields[at];
                    let _ = write!(out, "{key}: ");
                    value.write(out, inner, inner + key.chars().count() + 2);
                }
                Node::Leaf(_) => {}
            }
        }
        let _ = write!(out, "\n{:indent$}{close}", "");
    }
}

fn node<'a>(rest: &mut &'a str) -> Node<'a> {
    skip(rest);
    match rest.as_bytes()[0] {
        b'{' => {
            let mut fields = Vec::new();
            each(rest, '}', |rest| {
                let key = leaf(rest);
                skip(rest);
                *rest = &rest[1..];
                fields.push((key, node(rest)));
            });
            Node::Object(fields)
        }
        b'[' => {
            let mut items = Vec::new();
            each(rest, ']', |rest| items.push(node(rest)));
            Node::List(items)
        }
        _ => Node::Leaf(leaf(rest)),
    }
}

/// Reads the parts between an opening character, which comes next, and the closing one.
fn each<'a>(rest: &mut &'a str, close: char, mut part: impl FnMut(&mut &'a str)) {
    *rest = &rest[1..];
    loop {
        skip(rest);
        if let Some(after) = rest.strip_prefix(close) {
            *rest = after;
            return;
        }
        *rest = rest.strip_prefix(',').unwrap_or(rest);
        skip(rest);
        part(rest);
    }
}

fn leaf<'a>(rest: &mut &'a str) -> &'a str {
    let end = if let Some(text) = rest.strip_prefix('"') {
        let mut escaped = false;
        let close = text.find(|c| match c {
            _ if escaped => {
                escaped = false;
                false
            }
            '\\' => {
                escaped = true;
                false
            }
            c => c == '"',
        });
        close.map_or(rest.len(), |at| at + 2)
    } else {
        rest.find([',', ']', '}', ' ', '\n', '\r', '\t']).unwrap_or(rest.len())
    };
    let (leaf, after) = rest.split_at(end);
    *rest = after;
    leaf
}

fn skip(rest: &mut &str) {
    *rest = rest.trim_start_matches([' ', '\n', '\r', '\t']);
}

#[test]
fn text_survives_in_both_layouts() {
    let text = r#"{"a":[1.50,{"b\"]":"x, {y}\\"},[],{}],"c":null,"长":-0}"#;
    let parsed = Node::parse(text).unwrap();
    assert_eq!(parsed.compact(), text);
    assert_eq!(Node::parse(&parsed.pretty()).unwrap(), parsed);
    assert_eq!(
        parsed.pretty(),
        "{\n  \"a\": [1.50, {\"b\\\"]\": \"x, {y}\\\\\"}, [], {}],\n  \"c\": null,\n  \"长\": -0\n}"
    );
    assert!(Node::parse("{").is_err());
}
