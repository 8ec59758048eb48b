//! Reading with little code: for the web, where every reader of every type has to be loaded.
//!
//! serde compiles a type for each reader it is read from, and what it compiles for objects — looking
//! names up, finding fields that are unknown, missing or given twice — is most of it. Here the text
//! becomes a tree, this is the one reader of all types, and fields are put in the order of the type
//! before it is read as a list of them. Enums are compiled without their tag (see `kaipan_small` in
//! the core); `kind` and all words are looked up here and read as numbers. It costs time, so other
//! hosts read directly.
//!
//! What it relies on: every type of the catalogue refuses unknown fields, and every field that may
//! be missing says so (`serde(default)`), those that may be null too.

use super::tree::Node;
use serde::de::value::U32Deserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use std::borrow::Cow;
use std::fmt;

/// As `serde_json::from_str`.
pub(super) fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, Misfit> {
    let node = serde_json::from_str::<Node<'_>>(text).map_err(de::Error::custom)?;
    T::deserialize(&node)
}

/// Why a type cannot be read. What is wrong where is found out from the shape of the request, so
/// this has words only for what scalars say.
#[derive(Debug)]
pub(super) struct Misfit(Box<Cow<'static, str>>);

impl Misfit {
    #[cold]
    #[inline(never)]
    fn new() -> Misfit {
        Misfit(Box::new(Cow::Borrowed("does not fit")))
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Misfit {
        Misfit(Box::new(Cow::Owned(message.to_string())))
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Misfit {
        Misfit::new()
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Misfit {
        Misfit::new()
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Misfit {
        Misfit::new()
    }
}

impl<'t> Node<'t> {
    fn number<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Node::Signed(value) => visitor.visit_i64(*value),
            _ => Err(Misfit::new()),
        }
    }

    /// The fields of an object in the order of `names`; `passed` is none of them.
    fn in_order(&self, names: &[&str], passed: &str) -> Result<Vec<&Node<'t>>, Misfit> {
        let mut placed = vec![&Node::Absent; names.len()];
        for (name, value) in self.as_object().ok_or_else(Misfit::new)? {
            if name == passed {
                continue;
            }
            let at = names.iter().position(|known| known == name);
            match at.and_then(|at| placed.get_mut(at)) {
                Some(place @ Node::Absent) => *place = value,
                _ => return Err(Misfit::new()),
            }
        }
        Ok(placed)
    }

    /// Which of `words` it is, as text or as the `kind` of an object.
    fn choice(&self, words: &[&str]) -> Result<u32, Misfit> {
        let word = match self {
            Node::Object(_) => self.get("kind"),
            _ => Some(self),
        };
        let word = word.and_then(Node::as_str).ok_or_else(Misfit::new)?;
        let at = words.iter().position(|known| *known == word);
        at.and_then(|at| u32::try_from(at).ok()).ok_or_else(Misfit::new)
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
            self.number(visitor)
        })*
    };
}

macro_rules! texts {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
            visitor.visit_str(self.as_str().ok_or_else(Misfit::new)?)
        })*
    };
}

impl<'de, 't> Deserializer<'de> for &'t Node<'t> {
    type Error = Misfit;

    numbers!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64);
    texts!(deserialize_char deserialize_str deserialize_string deserialize_identifier);

    /// Scalars: text or a whole number.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_str(&self.scalar().ok_or_else(Misfit::new)?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Node::Bool(value) => visitor.visit_bool(*value),
            _ => Err(Misfit::new()),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Node::Null => visitor.visit_none(),
            Node::Absent => Err(Misfit::new()),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_seq(Items(self.as_list().ok_or_else(Misfit::new)?))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_seq(Fields(self.in_order(names, "")?.as_slice()))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_enum(Choice { at: self.choice(words)?, node: self })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_seq(visitor)
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 bytes byte_buf unit map ignored_any
    }
}

struct Items<'t>(&'t [Node<'t>]);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        let Some((first, rest)) = self.0.split_first() else { return Ok(None) };
        self.0 = rest;
        seed.deserialize(first).map(Some)
    }
}

/// The fields of an object in the order of its type.
struct Fields<'f, 't>(&'f [&'t Node<'t>]);

impl<'de> SeqAccess<'de> for Fields<'_, '_> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        let Some((first, rest)) = self.0.split_first() else { return Ok(None) };
        self.0 = rest;
        match seed.deserialize(*first) {
            // The type knows whether it may be missing, and what it is then.
            Err(_) if matches!(first, Node::Absent) => Ok(None),
            found => found.map(Some),
        }
    }
}

/// A word, or one kind of object.
struct Choice<'t> {
    at: u32,
    node: &'t Node<'t>,
}

impl<'de, 't> EnumAccess<'de> for Choice<'t> {
    type Error = Misfit;
    type Variant = &'t Node<'t>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, &'t Node<'t>), Misfit> {
        let at: U32Deserializer<Misfit> = self.at.into_deserializer();
        Ok((seed.deserialize(at)?, self.node))
    }
}

impl<'de, 't> VariantAccess<'de> for &'t Node<'t> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        self.as_str().map(drop).ok_or_else(Misfit::new)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_seq(Fields(self.in_order(names, "kind")?.as_slice()))
    }

    /// No enum of the catalogue has variants of this form.
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Misfit> {
        Err(Misfit::new())
    }

    /// No enum of the catalogue has variants of this form.
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit::new())
    }
}
