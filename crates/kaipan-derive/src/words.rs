//! The words that can stand in `#[boundary(…)]`.

use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Error, Field, Ident, LitStr, Path, Result, Token};

/// What is said at a type.
#[derive(Default)]
pub(crate) struct TypeWords {
    /// Fields that are absent are those of the default of the whole record.
    pub(crate) default: bool,
    /// An answer of an engine: nobody else makes it, and it may gain fields.
    pub(crate) answer: bool,
    /// It has a constructor of its own.
    pub(crate) own_new: bool,
    /// Its name in Kotlin, Swift and Python.
    pub(crate) name: Option<LitStr>,
    /// Reading, and nothing but what else is named.
    pub(crate) read: bool,
    /// Writing, and nothing but what else is named.
    pub(crate) write: bool,
}

/// What is said at a field.
pub(crate) enum FieldWord {
    Required,
    Written,
    Default(Option<Path>),
    Empty(Option<Path>),
}

impl Parse for TypeWords {
    fn parse(input: ParseStream<'_>) -> Result<TypeWords> {
        let mut words = TypeWords::default();
        while !input.is_empty() {
            let word: Ident = input.parse()?;
            match word.to_string().as_str() {
                "default" => words.default = true,
                "answer" => words.answer = true,
                "own_new" => words.own_new = true,
                "read" => words.read = true,
                "write" => words.write = true,
                "name" => {
                    input.parse::<Token![=]>()?;
                    words.name = Some(input.parse()?);
                }
                _ => return Err(Error::new(word.span(), "not a word of a boundary type")),
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(words)
    }
}

impl Parse for FieldWord {
    fn parse(input: ParseStream<'_>) -> Result<FieldWord> {
        let word: Ident = input.parse()?;
        let path = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        match (word.to_string().as_str(), path) {
            ("required", None) => Ok(FieldWord::Required),
            ("written", None) => Ok(FieldWord::Written),
            ("default", function) => Ok(FieldWord::Default(function)),
            ("empty", test) => Ok(FieldWord::Empty(test)),
            _ => Err(Error::new(word.span(), "not a word of a field of a boundary type")),
        }
    }
}

impl FieldWord {
    /// Takes the word from a field, whose other attributes stay.
    pub(crate) fn take(field: &mut Field) -> Result<Option<FieldWord>> {
        let of_boundary = |attribute: &Attribute| attribute.path().is_ident("boundary");
        let word = match field.attrs.iter().find(|attribute| of_boundary(attribute)) {
            Some(attribute) => Some(attribute.parse_args()?),
            None => None,
        };
        field.attrs.retain(|attribute| !of_boundary(attribute));
        Ok(word)
    }
}

/// The name of a variant in JSON.
pub(crate) fn snake_case(name: &Ident) -> String {
    let mut word = String::new();
    for c in name.to_string().chars() {
        if c.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}

/// The name of a field in JSON.
pub(crate) fn plain(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}
