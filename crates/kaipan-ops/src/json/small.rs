//! Reading with little code: for the web, where every reader of every type has to be loaded.
//!
//! serde compiles a type for each reader it is read from, and the two readers that tagged enums need
//! (`serde_json` and serde's own buffer) can read much that no type of the catalogue has. Here the
//! text becomes a tree, and this is the one reader of all types; what is left out of it is left
//! out of every type. Enums are compiled without their tag (see `kaipan_small` in the core) and
//! `kind` is looked up here. It costs time, so other hosts read directly.

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde_json::Error;
use std::borrow::Cow;
use std::fmt;

/// As `serde_json::from_str`.
pub(super) fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    T::deserialize(&serde_json::from_str::<Node<'_>>(text)?)
}

/// A value as it stands in the text; fields that are given twice are there twice.
enum Node<'t> {
    Null,
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<(Cow<'t, str>, Node<'t>)>),
}

impl<'de> serde::Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Node<'de>, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
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
        Ok(Node::Unsigned(value))
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

impl Node<'_> {
    fn misfit(&self, expected: &str) -> Error {
        Error::custom(format_args!("expected {expected}"))
    }

    fn number<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Node::Signed(value) => visitor.visit_i64(*value),
            Node::Unsigned(value) => visitor.visit_u64(*value),
            _ => Err(self.misfit("a number")),
        }
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.number(visitor)
        })*
    };
}

macro_rules! texts {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self {
                Node::Text(text) => visitor.visit_str(text),
                _ => Err(self.misfit("text")),
            }
        })*
    };
}

impl<'de, 't> Deserializer<'de> for &'t Node<'t> {
    type Error = Error;

    numbers!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64);
    texts!(deserialize_char deserialize_str deserialize_string deserialize_identifier);

    /// Scalars: text or a whole number.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Node::Text(text) => visitor.visit_str(text),
            _ => self.number(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Node::Bool(value) => visitor.visit_bool(*value),
            _ => Err(self.misfit("true or false")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Node::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Node::List(items) => visitor.visit_seq(Items(items)),
            _ => Err(self.misfit("a list")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Node::Object(fields) => visitor.visit_map(Fields::of(fields, "")),
            _ => Err(self.misfit("an object")),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Node::Text(word) => visitor.visit_enum(Choice { word, fields: None }),
            Node::Object(fields) => {
                match fields.iter().find(|(name, _)| name == "kind").map(|(_, kind)| kind) {
                    Some(Node::Text(word)) => {
                        visitor.visit_enum(Choice { word, fields: Some(fields) })
                    }
                    _ => Err(self.misfit("a kind")),
                }
            }
            _ => Err(self.misfit("a choice")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    serde::forward_to_deserialize_any! { i128 u128 f32 f64 bytes byte_buf unit map }
}

struct Items<'t>(&'t [Node<'t>]);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some((first, rest)) = self.0.split_first() else { return Ok(None) };
        self.0 = rest;
        seed.deserialize(first).map(Some)
    }
}

struct Fields<'t> {
    rest: &'t [(Cow<'t, str>, Node<'t>)],
    value: &'t Node<'t>,
    /// A field that was looked at before: its first occurrence is passed over.
    passed: &'static str,
}

impl<'t> Fields<'t> {
    fn of(rest: &'t [(Cow<'t, str>, Node<'t>)], passed: &'static str) -> Fields<'t> {
        Fields { rest, value: &Node::Null, passed }
    }
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        while let Some(((name, value), rest)) = self.rest.split_first() {
            self.rest = rest;
            if !self.passed.is_empty() && name == self.passed {
                self.passed = "";
                continue;
            }
            self.value = value;
            return seed.deserialize(StrDeserializer::new(name)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self.value)
    }
}

/// A word, or the fields of one kind of object.
struct Choice<'t> {
    word: &'t str,
    fields: Option<&'t [(Cow<'t, str>, Node<'t>)]>,
}

impl<'de, 't> EnumAccess<'de> for Choice<'t> {
    type Error = Error;
    type Variant = Choice<'t>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Choice<'t>), Error> {
        Ok((seed.deserialize(StrDeserializer::<Error>::new(self.word))?, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        self.fields.map_or(Ok(()), |_| Err(Error::custom("expected a word")))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let fields = self.fields.ok_or_else(|| Error::custom("expected an object"))?;
        visitor.visit_map(Fields::of(fields, "kind"))
    }

    /// No enum of the catalogue has variants of this form.
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Error> {
        Err(Error::custom("expected a word or fields"))
    }

    /// No enum of the catalogue has variants of this form.
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("expected a word or fields"))
    }
}
