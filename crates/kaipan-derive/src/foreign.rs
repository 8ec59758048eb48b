//! The attributes of `serde`, `schemars` and `uniffi` that a boundary type has.

use crate::shape::{Absent, Field, Foreign, LeftOut, Shape, Type};
use proc_macro2::TokenStream as Tokens;
use quote::{ToTokens, quote};
use syn::{Attribute, Data, DeriveInput, Fields, parse_quote};

/// Puts them on the type and its fields.
pub(crate) fn describe(of: &Type, item: &mut DeriveInput) {
    let uniffi = match of.shape {
        Shape::Record(_) => quote!(::uniffi::Record),
        Shape::Words(_) | Shape::Kinds(_) => quote!(::uniffi::Enum),
    };
    let serde = match of.shape {
        Shape::Record(_) if of.words.default => quote!(deny_unknown_fields, default),
        Shape::Record(_) => quote!(deny_unknown_fields),
        Shape::Words(_) => quote!(rename_all = "snake_case"),
        Shape::Kinds(_) => quote!(tag = "kind", rename_all = "snake_case", deny_unknown_fields),
    };
    item.attrs.extend::<[Attribute; 4]>([
        parse_quote!(#[cfg_attr(feature = "serde", derive(::serde::Serialize, ::serde::Deserialize))]),
        parse_quote!(#[cfg_attr(feature = "serde", serde(#serde))]),
        parse_quote!(#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]),
        parse_quote!(#[cfg_attr(feature = "uniffi", derive(#uniffi))]),
    ]);
    if let Some(name) = &of.words.name {
        item.attrs.push(parse_quote!(#[cfg_attr(feature = "uniffi", uniffi(name = #name))]));
    }
    match (&of.shape, &mut item.data) {
        (Shape::Record(fields), Data::Struct(data)) => fields_of(fields, &mut data.fields),
        (Shape::Words(_), Data::Enum(data)) => {
            let defaults = data.variants.iter_mut().filter(|variant| is_default(&variant.attrs));
            defaults.for_each(|variant| variant.attrs.push(parse_quote!(#[doc = " The default."])));
        }
        (Shape::Kinds(kinds), Data::Enum(data)) => {
            for (kind, variant) in kinds.iter().zip(&mut data.variants) {
                fields_of(&kind.fields, &mut variant.fields);
            }
        }
        _ => {}
    }
}

/// Whether a variant is the default of its enum.
fn is_default(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("default"))
}

fn fields_of(described: &[Field], fields: &mut Fields) {
    for (of, field) in described.iter().zip(fields) {
        let absent = match &of.absent {
            Absent::Refused | Absent::OfRecord => None,
            Absent::Nothing | Absent::Default => Some(quote!(default)),
            Absent::Call(function) => {
                let function = written(function);
                Some(quote!(default = #function))
            }
            Absent::True => Some(quote!(default = "::kaipan::true_if_absent")),
        };
        let left_out = match &of.left_out {
            LeftOut::Never => None,
            LeftOut::None => Some(quote!("Option::is_none")),
            LeftOut::Empty => Some(quote!("Vec::is_empty")),
            LeftOut::False => Some(quote!("std::ops::Not::not")),
            LeftOut::If(test) => Some(written(test)),
        };
        let left_out = left_out.map(|test| quote!(skip_serializing_if = #test));
        let words: Vec<Tokens> = absent.into_iter().chain(left_out).collect();
        if !words.is_empty() {
            field.attrs.push(parse_quote!(#[cfg_attr(feature = "serde", serde(#(#words),*))]));
        }
        match of.foreign {
            Foreign::Required => {}
            Foreign::Default => {
                field.attrs.push(parse_quote!(#[cfg_attr(feature = "uniffi", uniffi(default))]));
            }
            Foreign::True => field
                .attrs
                .push(parse_quote!(#[cfg_attr(feature = "uniffi", uniffi(default = true))])),
        }
    }
}

/// A path as the text that `serde` wants.
fn written(path: &syn::Path) -> Tokens {
    path.to_token_stream().to_string().replace(' ', "").to_token_stream()
}
