//! Writing types with little code.

use super::{Node, text};
use std::fmt::Write as _;

/// A type that can be written as JSON. Derived; nothing can go wrong.
pub trait Write {
    /// Writes the value.
    fn write(&self, out: &mut String);
}

/// The fields of an object, in the order of its type.
#[derive(Debug)]
pub struct Object<'o> {
    out: &'o mut String,
    /// The names that are left, with spaces between them.
    names: &'static str,
    /// What stands before the next name.
    mark: &'static str,
}

const FIRST: &str = "{\"";

impl Object<'_> {
    /// Begins an object whose fields have these names, with spaces between them.
    #[must_use]
    pub fn new<'o>(out: &'o mut String, names: &'static str) -> Object<'o> {
        Object { out, names, mark: FIRST }
    }

    /// The next field.
    pub fn put<T: Write + ?Sized>(&mut self, value: &T) {
        self.name();
        value.write(self.out);
    }

    /// The next field, if there is something.
    pub fn some<T: Write>(&mut self, value: &Option<T>) {
        match value {
            Some(value) => self.put(value),
            None => self.pass(),
        }
    }

    /// The next field, if there is something in it.
    pub fn filled<T: Write>(&mut self, items: &[T]) {
        if items.is_empty() { self.pass() } else { self.put(items) }
    }

    /// The next field, if it is true.
    pub fn truth(&mut self, value: bool) {
        if value { self.put(&true) } else { self.pass() }
    }

    /// The next field is left out.
    pub fn pass(&mut self) {
        let _ = next(&mut self.names);
    }

    /// Ends it.
    pub fn end(self) {
        self.out.push_str(if self.mark == FIRST { "{}" } else { "}" });
    }

    #[inline(never)]
    fn name(&mut self) {
        self.out.push_str(self.mark);
        self.mark = ",\"";
        self.out.push_str(next(&mut self.names));
        self.out.push_str("\":");
    }
}

/// Takes the first of several words with spaces between them.
pub(super) fn next<'w>(words: &mut &'w str) -> &'w str {
    // Words are short: a search would take longer to be set up.
    let at = words.bytes().position(|byte| byte == b' ').unwrap_or(words.len());
    let (first, rest) = words.split_at_checked(at).unwrap_or((words, ""));
    *words = rest.get(1..).unwrap_or_default();
    first
}

/// Where a word is among several with spaces between them.
pub(super) fn place_of(word: &str, mut words: &str) -> Option<usize> {
    let mut at = 0_usize;
    while !words.is_empty() {
        if next(&mut words) == word {
            return Some(at);
        }
        at = at.saturating_add(1);
    }
    None
}

/// Writes one of several words with spaces between them: what derives do for enums.
pub fn word(mut words: &'static str, at: usize, out: &mut String) {
    for _ in 0..at {
        let _ = next(&mut words);
    }
    text(next(&mut words), out);
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl Write for $number {
            fn write(&self, out: &mut String) {
                let _ = write!(out, "{self}");
            }
        })*
    };
}

numbers!(i32 i64 u16 u32 u64 usize);

impl Write for Node<'_> {
    fn write(&self, out: &mut String) {
        match self {
            Node::Null | Node::Absent => out.push_str("null"),
            Node::Bool(value) => value.write(out),
            Node::Number(digits) => out.push_str(digits),
            Node::Text(value) => text(value, out),
            Node::List(items) => items.write(out),
            Node::Object(fields) => {
                let mut mark = '{';
                for (name, value) in fields {
                    out.push(mark);
                    mark = ',';
                    text(name, out);
                    out.push(':');
                    value.write(out);
                }
                out.push_str(if mark == '{' { "{}" } else { "}" });
            }
        }
    }
}

impl Write for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Write for str {
    fn write(&self, out: &mut String) {
        text(self, out);
    }
}

impl Write for String {
    fn write(&self, out: &mut String) {
        text(self, out);
    }
}

impl<T: Write + ?Sized> Write for &T {
    fn write(&self, out: &mut String) {
        T::write(self, out);
    }
}

impl<T: Write + ?Sized> Write for Box<T> {
    fn write(&self, out: &mut String) {
        T::write(self, out);
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Write> Write for [T] {
    fn write(&self, out: &mut String) {
        out.push('[');
        let mut first = true;
        for item in self {
            if !first {
                out.push(',');
            }
            first = false;
            item.write(out);
        }
        out.push(']');
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, out: &mut String) {
        self.as_slice().write(out);
    }
}
