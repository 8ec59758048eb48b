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
    mark: char,
}

impl Object<'_> {
    /// Begins an object whose fields have these names, with spaces between them.
    #[must_use]
    pub fn new<'o>(out: &'o mut String, names: &'static str) -> Object<'o> {
        Object { out, names, mark: '{' }
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
        if self.mark == '{' {
            self.out.push('{');
        }
        self.out.push('}');
    }

    #[inline(never)]
    fn name(&mut self) {
        self.out.push(self.mark);
        self.mark = ',';
        self.out.push('"');
        self.out.push_str(next(&mut self.names));
        self.out.push_str("\":");
    }
}

/// Takes the first of several words with spaces between them.
fn next<'w>(words: &mut &'w str) -> &'w str {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    *words = rest;
    first
}

/// Writes one of several words with spaces between them: what derives do for enums.
pub fn word(words: &'static str, at: usize, out: &mut String) {
    text(words.split(' ').nth(at).unwrap_or_default(), out);
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
            Node::Signed(value) => value.write(out),
            Node::Unsigned(value) => value.write(out),
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
