//! `#[boundary]`: one attribute makes a type of the boundary.
//!
//! A boundary type is a record with named fields, an enum of words, or an enum of records told
//! apart by `kind`. The attribute gives it reading and writing of `kaipan::json` (feature `json`),
//! `serde` (feature `serde`), its JSON Schema (feature `schema`) and its form for Kotlin, Swift and
//! Python (feature `uniffi`). Names are `snake_case`, and unknown fields are refused. It derives
//! `Debug`, `Clone`, `PartialEq` and `Eq`; for an enum of words `Copy` and `Hash` too, and `Default`
//! for an enum with a `#[default]`.
//!
//! What may be absent follows from the type of a field: an `Option`, a `Vec` and a `bool` may, and
//! are not written when they are `None`, empty or false; everything else must be given. Exceptions
//! are one word at the field:
//!
//! | word | the field |
//! |---|---|
//! | `required` | must be given and is always written |
//! | `written` | may be absent and is always written |
//! | `default` | may be absent in JSON: its `Default`; always written |
//! | `default = function` | may be absent in JSON: what the function gives; always written |
//! | `default = true` | a `bool` that is true when it is absent; always written |
//! | `empty` | a record whose fields may all be absent: may be absent itself; always written |
//! | `empty = test` | as `empty`, and not written when the test holds |
//!
//! A record that hosts make has `new` with what must be given, and `with_…` for everything else. An
//! enum is `#[non_exhaustive]`. An enum of kinds has a function for each of them, named as its word
//! in JSON, that takes what must be given, `Goal::average(average)`; a kind without fields is a
//! constant, `Anchor::SIGNING_DATE`.
//!
//! A word that would say nothing is refused.
//!
//! Words at the type: `answer` (an engine makes it and nobody else: it has no constructor and is
//! `#[non_exhaustive]`), `own_new` (its constructor is written by hand), `default` (absent fields are those of its `Default`, and all are written),
//! `whole` beside it (Kotlin, Swift and Python, which cannot know that default, give all of it),
//! `name = "…"` (its name in Kotlin, Swift and Python), `older = function` (for records: a function that
//! brings an older form of the JSON up to today's before it is read), and `read` or `write` (that half of
//! `kaipan::json` and nothing else).

#![forbid(unsafe_code)]

mod build;
mod foreign;
mod json;
mod shape;
mod words;

use proc_macro::TokenStream;
use proc_macro2::Span;
use quote::{ToTokens, quote};
use shape::{Shape, Type};
use syn::punctuated::Punctuated;
use words::TypeWords;

/// Makes a type of the boundary; see the documentation of the crate.
#[proc_macro_attribute]
pub fn boundary(words: TokenStream, item: TokenStream) -> TokenStream {
    let words = syn::parse_macro_input!(words as TypeWords);
    let mut item = syn::parse_macro_input!(item as syn::DeriveInput);
    let of = match Type::of(&mut item, words) {
        Ok(of) => of,
        Err(error) => return error.into_compile_error().into(),
    };
    let (read, write) = (json::read(&of), json::write(&of));
    match (of.words.read, of.words.write) {
        (false, false) => {
            let methods = build::methods(&of, &item);
            if of.words.answer || of.is_enum() {
                item.attrs.push(syn::parse_quote!(#[non_exhaustive]));
            }
            derive_usual(&of, &mut item);
            foreign::describe(&of, &mut item);
            quote! {
                #item
                #methods
                #[cfg(feature = "json")]
                #read
                #[cfg(feature = "json")]
                #write
            }
        }
        (read_only, write_only) => {
            let read = read_only.then_some(read);
            let write = write_only.then_some(write);
            quote!(#item #read #write)
        }
    }
    .into_token_stream()
    .into()
}

/// Every type of the boundary can be shown, cloned and compared, and words can be copied and
/// hashed. Its own `derive` names what it can do besides.
fn derive_usual(of: &Type, item: &mut syn::DeriveInput) {
    let own = item.attrs.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let own = own.filter_map(|attribute| {
        let paths = Punctuated::<syn::Path, syn::Token![,]>::parse_terminated;
        attribute.parse_args_with(paths).ok()
    });
    let own: Vec<syn::Path> = own.flatten().collect();
    let mut usual = vec!["Debug", "Clone", "PartialEq", "Eq"];
    if let syn::Data::Enum(data) = &item.data {
        if matches!(of.shape, Shape::Words(_)) {
            usual.extend(["Copy", "Hash"]);
        }
        let mut marks = data.variants.iter().flat_map(|variant| &variant.attrs);
        usual.extend(marks.any(|mark| mark.path().is_ident("default")).then_some("Default"));
    }
    for usual in usual {
        if !own.iter().any(|path| path.is_ident(usual)) {
            let usual = syn::Ident::new(usual, Span::call_site());
            item.attrs.push(syn::parse_quote!(#[derive(#usual)]));
        }
    }
}
