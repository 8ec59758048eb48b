//! JSON as a tree.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A value as it stands in the text; fields that are given twice are there twice.
///
/// `serde_json::Value` would do, but its maps and floats are code that nothing else needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Signed(i64),
    /// Larger than any signed number.
    Unsigned(u64),
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

    /// Text, or a number as text.
    #[must_use]
    pub fn scalar(&self) -> Option<Cow<'_, str>> {
        match self {
            Node::Text(text) => Some(Cow::Borrowed(text)),
            Node::Signed(value) => Some(Cow::Owned(value.to_string())),
            Node::Unsigned(value) => Some(Cow::Owned(value.to_string())),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Node<'de>, D::Error> {
        deserializer.deserialize_any(Builder)
    }
}

struct Builder;

impl<'de> Visitor<'de> for Builder {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Signed(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(i64::try_from(value).map_or(Node::Unsigned(value), Node::Signed))
    }

    /// Does not happen: decimals have been put in quotes before reading. Without it serde would bring
    /// the code that writes floats, to say what it found.
    fn visit_f64<E: Error>(self, _: f64) -> Result<Node<'de>, E> {
        Err(E::custom("a float"))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(Node::Text(name)) = entries.next_key()? {
            fields.push((name, entries.next_value()?));
        }
        Ok(Node::Object(fields))
    }
}
