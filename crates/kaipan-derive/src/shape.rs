//! What a boundary type looks like in JSON.

use crate::words::{FieldWord, TypeWords, plain, snake_case};
use proc_macro2::Span;
use syn::{Data, DeriveInput, Error, Fields, Generics, Ident, Path, Result};

pub(crate) struct Type {
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    pub(crate) words: TypeWords,
    pub(crate) shape: Shape,
}

pub(crate) enum Shape {
    Record(Vec<Field>),
    Words(Vec<Variant>),
    Kinds(Vec<Variant>),
}

pub(crate) struct Variant {
    pub(crate) name: Ident,
    pub(crate) word: String,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    pub(crate) name: Ident,
    pub(crate) word: String,
    pub(crate) absent: Absent,
    pub(crate) left_out: LeftOut,
    pub(crate) foreign: Foreign,
}

/// What a field is that is not given.
pub(crate) enum Absent {
    Refused,
    /// An option, a list or a boolean, which is nothing then.
    Nothing,
    Default,
    Call(Path),
    True,
    OfRecord,
}

/// When a field is not written.
pub(crate) enum LeftOut {
    Never,
    None,
    Empty,
    False,
    If(Path),
}

/// What a field is in Kotlin, Swift and Python that is not given.
pub(crate) enum Foreign {
    Required,
    Default,
    True,
}

/// The types whose name alone says what may be absent.
#[derive(PartialEq, Eq)]
enum Kind {
    Option,
    Vec,
    Bool,
    Integer,
    Other,
}

impl Type {
    pub(crate) fn is_enum(&self) -> bool {
        !matches!(self.shape, Shape::Record(_))
    }

    /// Reads the shape, and takes the words of the attribute from the fields.
    pub(crate) fn of(input: &mut DeriveInput, words: TypeWords) -> Result<Type> {
        let shape = match &mut input.data {
            Data::Struct(data) => {
                let mut fields = named(&mut data.fields, words.default)?;
                if words.whole {
                    fields.iter_mut().for_each(|field| field.foreign = Foreign::Required);
                }
                Shape::Record(fields)
            }
            Data::Enum(data) => {
                words.suit_an_enum(&input.ident)?;
                let plain = data.variants.iter().all(|one| matches!(one.fields, Fields::Unit));
                let mut variants = Vec::new();
                for variant in &mut data.variants {
                    let fields = if plain { Vec::new() } else { of_kind(&mut variant.fields)? };
                    let (name, word) = (variant.ident.clone(), snake_case(&variant.ident));
                    variants.push(Variant { name, word, fields });
                }
                if plain { Shape::Words(variants) } else { Shape::Kinds(variants) }
            }
            Data::Union(_) => return Err(Error::new(input.ident.span(), "a union is no JSON")),
        };
        Ok(Type { name: input.ident.clone(), generics: input.generics.clone(), words, shape })
    }
}

fn named(fields: &mut Fields, of_record: bool) -> Result<Vec<Field>> {
    let Fields::Named(fields) = fields else {
        return Err(Error::new(Span::call_site(), "fields of a boundary type need names"));
    };
    fields.named.iter_mut().map(|field| Field::of(field, of_record)).collect()
}

/// The fields of a kind. Kotlin, Swift and Python have no defaults there.
fn of_kind(fields: &mut Fields) -> Result<Vec<Field>> {
    let mut fields = named(fields, false)?;
    for field in &mut fields {
        field.foreign = Foreign::Required;
    }
    Ok(fields)
}

impl Field {
    fn of(field: &mut syn::Field, of_record: bool) -> Result<Field> {
        let word = FieldWord::take(field)?;
        let kind = Kind::of(&field.ty);
        if let Some(word) = &word {
            kind.suits(word, of_record).map_err(|reason| Error::new_spanned(&field.ty, reason))?;
        }
        let foreign = match (&kind, &word) {
            (_, Some(FieldWord::Required)) => Foreign::Required,
            (_, Some(FieldWord::True)) => Foreign::True,
            (Kind::Option | Kind::Vec | Kind::Bool, _) | (_, Some(FieldWord::Empty(_))) => {
                Foreign::Default
            }
            (Kind::Integer, Some(FieldWord::Default(None))) => Foreign::Default,
            _ => Foreign::Required,
        };
        let (absent, left_out) = match (word, &kind) {
            (Some(FieldWord::Required), _) => (Absent::Refused, LeftOut::Never),
            _ if of_record => (Absent::OfRecord, LeftOut::Never),
            (Some(FieldWord::True), _) => (Absent::True, LeftOut::Never),
            (Some(FieldWord::Default(Some(function))), _) => {
                (Absent::Call(function), LeftOut::Never)
            }
            (Some(FieldWord::Empty(Some(test))), _) => (Absent::Default, LeftOut::If(test)),
            (Some(_), _) => (Absent::Default, LeftOut::Never),
            (None, Kind::Option) => (Absent::Nothing, LeftOut::None),
            (None, Kind::Vec) => (Absent::Nothing, LeftOut::Empty),
            (None, Kind::Bool) => (Absent::Nothing, LeftOut::False),
            (None, Kind::Integer | Kind::Other) => (Absent::Refused, LeftOut::Never),
        };
        let name = field.ident.clone();
        let name = name.ok_or_else(|| Error::new(Span::call_site(), "fields need names"))?;
        let word = plain(&name);
        Ok(Field { name, word, absent, left_out, foreign })
    }
}

impl Kind {
    /// Why a word says nothing, or something false, at a field of this kind.
    fn suits(&self, word: &FieldWord, of_record: bool) -> std::result::Result<(), &'static str> {
        let is_bool = *self == Kind::Bool;
        match word {
            FieldWord::True if !is_bool => Err("`default = true` is for a `bool`"),
            FieldWord::Default(Some(_)) if is_bool => {
                Err("a `bool` that is true when it is absent says `default = true`")
            }
            FieldWord::Required | FieldWord::True => Ok(()),
            _ if of_record => Err("the default of the whole record says what this field is"),
            FieldWord::Default(None) if matches!(self, Kind::Option | Kind::Vec | Kind::Bool) => {
                Err(
                    "an `Option`, a `Vec` and a `bool` may be absent: say `written` to write them always",
                )
            }
            FieldWord::Written if !matches!(self, Kind::Option | Kind::Vec | Kind::Bool) => {
                Err("`written` is for what may be absent; everything else is always written")
            }
            _ => Ok(()),
        }
    }

    fn of(of: &syn::Type) -> Kind {
        let syn::Type::Path(path) = of else { return Kind::Other };
        let Some(last) = path.path.segments.last() else { return Kind::Other };
        match last.ident.to_string().as_str() {
            "Option" => Kind::Option,
            "Vec" => Kind::Vec,
            "bool" => Kind::Bool,
            "i32" | "i64" | "u32" | "u64" => Kind::Integer,
            _ => Kind::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(item: &str, words: &str) -> Result<Type> {
        Type::of(&mut syn::parse_str(item)?, syn::parse_str(words)?)
    }

    #[test]
    fn a_word_that_does_not_suit_its_field_is_refused() {
        assert!(shape("struct A { #[boundary(default = true)] on: bool }", "").is_ok());
        assert!(shape("struct A { #[boundary(default = true)] on: bool }", "default").is_ok());
        for (field, words, reason) in [
            ("#[boundary(default = yes)] on: bool", "", "says `default = true`"),
            ("#[boundary(default = yes)] on: bool", "default", "says `default = true`"),
            ("#[boundary(default = true)] on: u32", "", "is for a `bool`"),
            ("#[boundary(default = one)] on: u32", "default", "the default of the whole record"),
            ("#[boundary(written)] on: Money", "", "everything else is always written"),
            ("#[boundary(default)] on: Vec<u32>", "", "say `written`"),
        ] {
            let refused = shape(&format!("struct A {{ {field} }}"), words).err();
            let refused = refused.map(|error| error.to_string()).unwrap_or_default();
            assert!(refused.contains(reason), "{field}: {refused}");
        }
    }

    #[test]
    fn words_of_records_are_refused_at_an_enum() {
        for words in ["answer", "own_new", "default"] {
            assert!(shape("enum A { One, Two }", words).is_err(), "{words}");
        }
    }
}
