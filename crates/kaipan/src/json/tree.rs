//! JSON as a tree.

use std::borrow::Cow;

/// A value as it stands in the text; fields that are given twice are there twice.
///
/// `serde_json::Value` would do, but its maps and floats are code that nothing else needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, by its digits: it is never a float, and never text.
    Number(&'t str),
    /// Text.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// The fields of an object, in the order of the text.
    Object(Vec<(Cow<'t, str>, Node<'t>)>),
    /// A field that is not given; nothing that stands in a text.
    Absent,
}

impl<'t> Node<'t> {
    /// The value of a field; the last one if it is given twice.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node<'t>> {
        let fields = self.as_object()?;
        fields.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The fields, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&[(Cow<'t, str>, Node<'t>)]> {
        match self {
            Node::Object(fields) => Some(fields),
            _ => None,
        }
    }

    /// The items, if it is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Node<'t>]> {
        match self {
            Node::List(items) => Some(items),
            _ => None,
        }
    }

    /// The text, if it is text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Text, or the digits of a number.
    #[must_use]
    pub fn scalar(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            Node::Number(digits) => Some(digits),
            _ => None,
        }
    }
}
