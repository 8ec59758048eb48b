//! Writing types.

use super::{Node, text};
use std::fmt::Write as _;

/// A type that can be written as JSON. `kaipan_derive::boundary` makes it; nothing can go wrong.
pub trait Write {
    /// Writes the value.
    fn write(&self, out: &mut String);
}

/// The fields of an object, one after the other.
#[derive(Debug)]
pub struct Object<'o> {
    out: &'o mut String,
    /// What stands before the next name.
    mark: &'static str,
}

const FIRST: &str = "{\"";

impl Object<'_> {
    /// Begins an object.
    #[must_use]
    pub fn new(out: &mut String) -> Object<'_> {
        Object { out, mark: FIRST }
    }

    /// A field; its name needs no escapes.
    #[inline]
    pub fn put<T: Write + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.name(name);
        value.write(self.out);
    }

    /// A field, if there is something.
    #[inline]
    pub fn some<T: Write>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// A field, if there is something in it.
    #[inline]
    pub fn filled<T: Write>(&mut self, name: &'static str, items: &[T]) {
        if !items.is_empty() {
            self.put(name, items);
        }
    }

    /// A field, if it is true.
    #[inline]
    pub fn truth(&mut self, name: &'static str, value: bool) {
        if value {
            self.put(name, &true);
        }
    }

    #[inline]
    fn name(&mut self, name: &'static str) {
        self.out.push_str(self.mark);
        self.mark = ",\"";
        self.out.push_str(name);
        self.out.push_str("\":");
    }

    /// Ends it.
    pub fn end(self) {
        self.out.push_str(if self.mark == FIRST { "{}" } else { "}" });
    }
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
