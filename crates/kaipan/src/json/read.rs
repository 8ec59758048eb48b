//! Reading types from a tree.

use super::{Misfit, Node};

/// A type that can be read from JSON; `kaipan_derive::boundary` makes it.
///
/// Every type refuses unknown fields; fields that may be absent may be null too if they are options.
pub trait Read: Sized {
    /// The value, or any other if it does not fit, which `misfit` then knows.
    fn read(node: &Node<'_>, misfit: &Misfit) -> Self;
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl Read for $number {
            fn read(node: &Node<'_>, misfit: &Misfit) -> $number {
                let Node::Number(digits) = node else {
                    misfit.wrong(node, "integer");
                    return 0;
                };
                digits.parse().unwrap_or_else(|_| {
                    misfit.no_integer(node, digits);
                    0
                })
            }
        })*
    };
}

numbers!(i32 i64 u32);

impl Read for bool {
    fn read(node: &Node<'_>, misfit: &Misfit) -> bool {
        match node {
            Node::Bool(value) => *value,
            Node::Absent => false,
            _ => {
                misfit.wrong(node, "boolean");
                false
            }
        }
    }
}

impl Read for String {
    fn read(node: &Node<'_>, misfit: &Misfit) -> String {
        let text = node.as_str();
        if text.is_none() {
            misfit.wrong(node, "string");
        }
        text.unwrap_or_default().to_owned()
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node<'_>, misfit: &Misfit) -> Box<T> {
        Box::new(T::read(node, misfit))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node<'_>, misfit: &Misfit) -> Option<T> {
        match node {
            Node::Null | Node::Absent => None,
            node => Some(T::read(node, misfit)),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node<'_>, misfit: &Misfit) -> Vec<T> {
        misfit.items(node)
    }
}
