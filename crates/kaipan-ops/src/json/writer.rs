//! Writing JSON: the same bytes as `serde_json`, in little more than half the time.
//!
//! Responses are almost only short strings of digits and field names. So what counts is how fast
//! text is found to need no escapes (`kaipan::json::text`), and that field names are copied as the
//! constants they are, which takes inlining all the way up to the derived code.

use serde::ser::{self, Serialize};
use std::fmt;

/// Why a value cannot be written; types of the catalogue never cause it.
#[derive(Debug)]
pub(super) struct Refusal(String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

impl ser::Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Refusal {
        Refusal(message.to_string())
    }
}

/// A type of a response.
pub trait Outgoing: Serialize {}
impl<T: Serialize> Outgoing for T {}

/// Writes a value as compact JSON into `out`.
pub(super) fn write<T: Serialize + ?Sized>(value: &T, out: &mut String) -> Result<(), Refusal> {
    value.serialize(&mut Writer { out })
}

struct Writer<'a> {
    out: &'a mut String,
}

impl Writer<'_> {
    #[inline]
    fn text(&mut self, text: &str) {
        kaipan::json::text(text, self.out);
    }

    /// The name of a field or a choice: an identifier, which needs no escapes.
    #[inline(always)]
    fn name(&mut self, name: &'static str) {
        self.out.push('"');
        self.out.push_str(name);
        self.out.push('"');
    }

    fn display(&mut self, value: impl fmt::Display) {
        let _ = fmt::Write::write_fmt(self.out, format_args!("{value}"));
    }
}

/// The parts of a list or an object.
struct Parts<'w, 'a> {
    writer: &'w mut Writer<'a>,
    first: bool,
    close: &'static str,
}

impl<'w, 'a> Parts<'w, 'a> {
    #[inline(always)]
    fn open(writer: &'w mut Writer<'a>, open: char, close: &'static str) -> Parts<'w, 'a> {
        writer.out.push(open);
        Parts { writer, first: true, close }
    }

    #[inline(always)]
    fn separate(&mut self) {
        if !self.first {
            self.writer.out.push(',');
        }
        self.first = false;
    }

    #[inline]
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.separate();
        value.serialize(&mut *self.writer)
    }

    #[inline(always)]
    fn field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Refusal> {
        // As few pieces as can be: each has to look for room.
        let out = &mut *self.writer.out;
        if self.first {
            out.push('"');
        } else {
            out.push_str(",\"");
        }
        self.first = false;
        out.push_str(name);
        out.push_str("\":");
        value.serialize(&mut *self.writer)
    }

    #[inline(always)]
    fn close(self) {
        self.writer.out.push_str(self.close);
    }
}

macro_rules! numbers {
    ($($method:ident: $number:ty),*) => {
        $(fn $method(self, value: $number) -> Result<(), Refusal> {
            self.display(value);
            Ok(())
        })*
    };
}

impl<'w, 'a> ser::Serializer for &'w mut Writer<'a> {
    type Ok = ();
    type Error = Refusal;
    type SerializeSeq = Parts<'w, 'a>;
    type SerializeTuple = Parts<'w, 'a>;
    type SerializeTupleStruct = Parts<'w, 'a>;
    type SerializeTupleVariant = Parts<'w, 'a>;
    type SerializeMap = Parts<'w, 'a>;
    type SerializeStruct = Parts<'w, 'a>;
    type SerializeStructVariant = Parts<'w, 'a>;

    numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    );

    fn serialize_bool(self, value: bool) -> Result<(), Refusal> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Refusal> {
        Err(Refusal("floating point has no place in a response".to_owned()))
    }

    fn serialize_f64(self, _: f64) -> Result<(), Refusal> {
        Err(Refusal("floating point has no place in a response".to_owned()))
    }

    fn serialize_char(self, value: char) -> Result<(), Refusal> {
        self.text(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Refusal> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Refusal> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Refusal> {
        self.serialize_unit()
    }

    #[inline(always)]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Refusal> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Refusal> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Refusal> {
        self.serialize_unit()
    }

    #[inline(always)]
    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Refusal> {
        self.name(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Refusal> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Refusal> {
        let mut parts = Parts::open(self, '{', "}");
        parts.field(variant, value)?;
        parts.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'w, 'a>, Refusal> {
        Ok(Parts::open(self, '[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'w, 'a>, Refusal> {
        Ok(Parts::open(self, '[', "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'w, 'a>, Refusal> {
        Ok(Parts::open(self, '[', "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'w, 'a>, Refusal> {
        self.out.push('{');
        self.name(variant);
        self.out.push(':');
        Ok(Parts::open(self, '[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'w, 'a>, Refusal> {
        Ok(Parts::open(self, '{', "}"))
    }

    #[inline(always)]
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'w, 'a>, Refusal> {
        Ok(Parts::open(self, '{', "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'w, 'a>, Refusal> {
        self.out.push('{');
        self.name(variant);
        self.out.push(':');
        Ok(Parts::open(self, '{', "}}"))
    }
}

macro_rules! lists {
    ($($kind:ident: $method:ident),*) => {
        $(impl ser::$kind for Parts<'_, '_> {
            type Ok = ();
            type Error = Refusal;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
                self.item(value)
            }

            #[inline(always)]
            fn end(self) -> Result<(), Refusal> {
                self.close();
                Ok(())
            }
        })*
    };
}

lists!(
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
);

macro_rules! objects {
    ($($kind:ident),*) => {
        $(impl ser::$kind for Parts<'_, '_> {
            type Ok = ();
            type Error = Refusal;

            #[inline(always)]
            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), Refusal> {
                self.field(key, value)
            }

            #[inline(always)]
            fn end(self) -> Result<(), Refusal> {
                self.close();
                Ok(())
            }
        })*
    };
}

objects!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Parts<'_, '_> {
    type Ok = ();
    type Error = Refusal;

    /// Keys are strings everywhere in the catalogue.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refusal> {
        self.item(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        self.writer.out.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Refusal> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Serialize;
    use std::collections::BTreeMap;

    #[derive(Serialize, Debug)]
    enum Choice {
        Word,
        One(String),
        Two(i32, u64),
        Named { a: String, b: Option<bool> },
    }

    #[derive(Serialize, Debug)]
    struct Everything {
        text: String,
        list: Vec<Choice>,
        map: BTreeMap<String, (i64, char)>,
        nothing: Option<()>,
        empty: Vec<u8>,
    }

    fn same(value: &impl Serialize) -> (String, String) {
        let mut out = String::new();
        write(value, &mut out).unwrap();
        (out, serde_json::to_string(value).unwrap())
    }

    proptest! {
        #[test]
        fn the_same_bytes_as_serde_json(text in any::<String>(), key in "\\PC*", a: i32, b: u64, c: char) {
            let everything = Everything {
                text: text.clone(),
                list: vec![
                    Choice::Word,
                    Choice::One(text.clone()),
                    Choice::Two(a, b),
                    Choice::Named { a: text, b: Some(a > 0) },
                ],
                map: BTreeMap::from([(key, (i64::from(a), c))]),
                nothing: None,
                empty: vec![],
            };
            let (ours, theirs) = same(&everything);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn floats_are_refused() {
        assert!(write(&1.5_f64, &mut String::new()).is_err());
    }
}
