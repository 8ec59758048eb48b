//! What a type looks like in JSON.

use proc_macro2::Span;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Data, DeriveInput, Error, ExprPath, Fields, Generics, Ident, LitStr, Result};

pub(crate) struct Type {
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    /// Unknown fields are refused.
    pub(crate) strict: bool,
    /// Fields that are missing are those of the default of the whole record.
    pub(crate) defaults: bool,
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
    pub(crate) missing: Missing,
    option: bool,
    pub(crate) left_out: Left,
}

/// What a field is that is not given.
pub(crate) enum Missing {
    Refused,
    Default,
    Call(String),
    OfRecord,
}

/// When a field is not written.
pub(crate) enum Left {
    Never,
    None,
    Empty,
    False,
    If(ExprPath),
}

/// What the attributes of a type say.
#[derive(Default)]
struct About {
    strict: bool,
    defaults: bool,
    snake_case: bool,
    tagged: bool,
}

impl Type {
    /// What reading relies on: it refuses unknown fields, and options, which may be missing to
    /// `serde`, have to say so.
    pub(crate) fn check_readable(&self) -> Result<()> {
        let fields: Vec<&Field> = match &self.shape {
            Shape::Words(_) => return Ok(()),
            Shape::Record(fields) => fields.iter().collect(),
            Shape::Kinds(variants) => variants.iter().flat_map(|kind| &kind.fields).collect(),
        };
        if !self.strict {
            return Err(Error::new(self.name.span(), "needs serde(deny_unknown_fields)"));
        }
        match fields.iter().find(|field| field.option && matches!(field.missing, Missing::Refused))
        {
            Some(field) => Err(Error::new(field.name.span(), "an option needs serde(default)")),
            None => Ok(()),
        }
    }

    pub(crate) fn of(input: DeriveInput) -> Result<Type> {
        let about = About::of(&input.attrs)?;
        let name = input.ident;
        let shape = match input.data {
            Data::Struct(data) => Shape::Record(fields(data.fields, about.defaults)?),
            Data::Enum(data) => {
                let mut variants = Vec::new();
                for variant in data.variants {
                    let word = variant.ident.to_string();
                    let word = if about.snake_case { snake_case(&word) } else { word };
                    let fields = match variant.fields {
                        Fields::Unit if !about.tagged => Vec::new(),
                        named @ Fields::Named(_) if about.tagged => fields(named, false)?,
                        other => {
                            return Err(Error::new_spanned(
                                other.into_token_stream(),
                                "words have no fields, and kinds are told apart by `tag`",
                            ));
                        }
                    };
                    variants.push(Variant { name: variant.ident, word, fields });
                }
                if about.tagged { Shape::Kinds(variants) } else { Shape::Words(variants) }
            }
            Data::Union(_) => return Err(Error::new(name.span(), "a union is no JSON")),
        };
        Ok(Type {
            name,
            generics: input.generics,
            strict: about.strict,
            defaults: about.defaults,
            shape,
        })
    }
}

impl About {
    fn of(attributes: &[Attribute]) -> Result<About> {
        let mut about = About::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("deny_unknown_fields") {
                    about.strict = true;
                } else if meta.path.is_ident("default") {
                    about.defaults = true;
                } else if meta.path.is_ident("rename_all") {
                    about.snake_case = true;
                    said(&meta, "snake_case")?;
                } else if meta.path.is_ident("tag") {
                    about.tagged = true;
                    said(&meta, "kind")?;
                } else {
                    return Err(meta.error("not known to kaipan::json"));
                }
                Ok(())
            })?;
        }
        Ok(about)
    }
}

/// That an attribute has the one value that is known.
fn said(meta: &ParseNestedMeta<'_>, known: &str) -> Result<()> {
    let value: LitStr = meta.value()?.parse()?;
    if value.value() == known {
        Ok(())
    } else {
        Err(meta.error(format!("only \"{known}\" is known")))
    }
}

fn fields(fields: Fields, defaults: bool) -> Result<Vec<Field>> {
    let Fields::Named(fields) = fields else {
        return Err(Error::new(Span::call_site(), "fields need names"));
    };
    fields.named.into_iter().map(|field| Field::of(field, defaults)).collect()
}

impl Field {
    fn of(field: syn::Field, defaults: bool) -> Result<Field> {
        let missing = if defaults { Missing::OfRecord } else { Missing::Refused };
        let (mut missing, mut left_out) = (missing, Left::Never);
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("default") {
                    missing = match meta.value() {
                        Ok(value) => Missing::Call(value.parse::<LitStr>()?.value()),
                        Err(_) => Missing::Default,
                    };
                } else if meta.path.is_ident("skip_serializing_if") {
                    let test: LitStr = meta.value()?.parse()?;
                    left_out = match test.value().as_str() {
                        "Option::is_none" => Left::None,
                        "Vec::is_empty" | "<[Param]>::is_empty" => Left::Empty,
                        "std::ops::Not::not" => Left::False,
                        _ => Left::If(test.parse()?),
                    };
                } else {
                    return Err(meta.error("not known to kaipan::json"));
                }
                Ok(())
            })?;
        }
        let option = match &field.ty {
            syn::Type::Path(of) => of.path.segments.last().is_some_and(|of| of.ident == "Option"),
            _ => false,
        };
        let name = field.ident.ok_or_else(|| Error::new(Span::call_site(), "fields need names"))?;
        let word = name.to_string().trim_start_matches("r#").to_owned();
        Ok(Field { name, word, missing, option, left_out })
    }
}

fn snake_case(name: &str) -> String {
    let mut word = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}
