//! Reading with little code: for the web, where every reader of every type has to be loaded.
//!
//! serde compiles a type once for each reader it is read from, and inside a tagged enum that is
//! serde's own buffer. Here the whole request is taken for the one variant of a tagged enum, so
//! that the buffer is the only reader of all types. It costs time, so other hosts read directly.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, Visitor};
use std::fmt;

/// A name that no field has.
const TAG: &str = "·";

#[derive(serde::Deserialize)]
#[serde(tag = "·")]
enum Buffered<T> {
    #[serde(rename = "·")]
    Request(T),
}

/// As `serde_json::from_str`.
pub(super) fn from_str<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let Buffered::Request(value) = Buffered::deserialize(Tagging(&mut reader))?;
    reader.end()?;
    Ok(value)
}

/// A reader of an object that seems to begin with the tag.
struct Tagging<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tagging<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Tagging(visitor))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Tagging<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(TagFirst { tags: 2, fields })
    }
}

struct TagFirst<A> {
    /// 2 before the name of the tag, 1 before its value.
    tags: u8,
    fields: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for TagFirst<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        if self.tags == 2 {
            self.tags = 1;
            return seed.deserialize(BorrowedStrDeserializer::new(TAG)).map(Some);
        }
        self.fields.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        if self.tags == 1 {
            self.tags = 0;
            return seed.deserialize(BorrowedStrDeserializer::new(TAG));
        }
        self.fields.next_value_seed(seed)
    }
}
