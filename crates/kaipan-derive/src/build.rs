//! How Rust hosts make a boundary type: `new` with what must be given, `with_…` for the rest.

use crate::shape::{Absent, Field, Shape, Type, Variant};
use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote};
use syn::{
    Attribute, Data, DataEnum, DeriveInput, GenericArgument, PathArguments, Type as RustType,
    Visibility,
};

/// The constructor and the setters of a public record; the word of an enum, and of an enum of kinds
/// what makes each of them.
pub(crate) fn methods(of: &Type, item: &DeriveInput) -> Tokens {
    match (&of.shape, &item.data) {
        (Shape::Words(variants), _) => return word(of, variants),
        (Shape::Kinds(variants), Data::Enum(data)) => {
            let (word, kinds) = (word(of, variants), kinds(of, variants, item, data));
            return quote!(#word #kinds);
        }
        _ => {}
    }
    let (Shape::Record(fields), Data::Struct(data)) = (&of.shape, &item.data) else {
        return Tokens::new();
    };
    if of.words.answer || !matches!(item.vis, Visibility::Public(_)) {
        return Tokens::new();
    }
    let fields: Vec<(&Field, &syn::Field)> = fields.iter().zip(&data.fields).collect();
    let is_given = |field: &Field| matches!(field.absent, Absent::Refused);
    let new =
        (!of.words.default && !of.words.own_new && fields.iter().any(|(field, _)| is_given(field)))
            .then(|| constructor(of, &fields));
    let setters =
        fields.iter().filter(|(field, _)| !is_given(field)).map(|(_, field)| setter(field));
    let (name, (generics, types, wheres)) = (&of.name, of.generics.split_for_impl());
    quote! {
        #[automatically_derived]
        impl #generics #name #types #wheres {
            #new
            #(#setters)*
        }
    }
}

/// The word of a variant in JSON.
fn word(of: &Type, variants: &[Variant]) -> Tokens {
    let arms =
        variants.iter().map(|Variant { name, word, .. }| quote!(Self::#name { .. } => #word,));
    let (name, (generics, types, wheres)) = (&of.name, of.generics.split_for_impl());
    quote! {
        #[automatically_derived]
        impl #generics #name #types #wheres {
            /// Its word in JSON, in `snake_case`.
            #[must_use]
            #[allow(dead_code, unreachable_pub)]
            pub const fn word(&self) -> &'static str {
                match self { #(#arms)* }
            }
        }
    }
}

/// For each kind of a public enum a constructor, or a constant if it has no fields, named as its
/// word in JSON.
fn kinds(of: &Type, variants: &[Variant], item: &DeriveInput, data: &DataEnum) -> Tokens {
    if !matches!(item.vis, Visibility::Public(_)) {
        return Tokens::new();
    }
    let each = variants.iter().zip(&data.variants).map(|(variant, rust)| {
        let name = &variant.name;
        let fields: Vec<(&Field, &syn::Field)> = variant.fields.iter().zip(&rust.fields).collect();
        let (arguments, values) = given(&fields);
        let docs = rust.attrs.iter().filter(|one| one.path().is_ident("doc"));
        if fields.is_empty() {
            let constant = format_ident!("{}", variant.word.to_uppercase());
            return quote! {
                #(#docs)*
                pub const #constant: Self = Self::#name {};
            };
        }
        // A word may be a keyword of Rust.
        let function = syn::parse_str::<syn::Ident>(&variant.word)
            .unwrap_or_else(|_| format_ident!("r#{}", variant.word));
        quote! {
            #(#docs)*
            #[must_use]
            #[allow(clippy::too_many_arguments, clippy::wrong_self_convention)]
            pub fn #function(#(#arguments),*) -> Self {
                Self::#name { #(#values),* }
            }
        }
    });
    let (name, (generics, types, wheres)) = (&of.name, of.generics.split_for_impl());
    quote! {
        #[automatically_derived]
        impl #generics #name #types #wheres {
            #(#each)*
        }
    }
}

/// The arguments for what must be given, and the values of all fields.
fn given(fields: &[(&Field, &syn::Field)]) -> (Vec<Tokens>, Vec<Tokens>) {
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    for (field, rust) in fields {
        let name = &field.name;
        values.push(match &field.absent {
            Absent::Refused => {
                let (taken, value) = argument(&rust.ty, quote!(#name));
                arguments.push(quote!(#name: #taken));
                quote!(#name: #value)
            }
            Absent::Call(function) => quote!(#name: #function()),
            Absent::True => quote!(#name: true),
            Absent::Nothing | Absent::Default | Absent::OfRecord => {
                quote!(#name: ::std::default::Default::default())
            }
        });
    }
    (arguments, values)
}

fn constructor(of: &Type, fields: &[(&Field, &syn::Field)]) -> Tokens {
    let (arguments, values) = given(fields);
    let doc = format!(
        "A `{}` with what it has to have; everything else is as if it were absent.",
        of.name
    );
    quote! {
        #[doc = #doc]
        #[must_use]
        #[allow(clippy::too_many_arguments)]
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

/// `with_field`, documented as the field is.
fn setter(field: &syn::Field) -> Tokens {
    let Some(name) = &field.ident else { return Tokens::new() };
    let docs: Vec<&Attribute> =
        field.attrs.iter().filter(|one| one.path().is_ident("doc")).collect();
    let method = format_ident!("with_{}", name.to_string().trim_start_matches("r#"));
    let (taken, value) = match inner(&field.ty, "Option") {
        Some(inner) => {
            let (taken, value) = argument(inner, quote!(value));
            (taken, quote!(Some(#value)))
        }
        None => argument(&field.ty, quote!(value)),
    };
    quote! {
        #(#docs)*
        #[must_use]
        pub fn #method(mut self, value: #taken) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// What a method takes for a value of this type, and the value from it: whatever becomes a text
/// for a text, and the very type for everything else.
fn argument(of: &RustType, value: Tokens) -> (Tokens, Tokens) {
    let is_text =
        ["Text", "Label", "String"].iter().any(|text| last_name(of).as_deref() == Some(text));
    match is_text {
        true => (quote!(impl ::std::convert::Into<#of>), quote!(#value.into())),
        false => (quote!(#of), value),
    }
}

fn last_name(of: &RustType) -> Option<String> {
    let RustType::Path(path) = of else { return None };
    path.path.segments.last().map(|last| last.ident.to_string())
}

/// The type inside `Wrapper<…>`.
fn inner<'t>(of: &'t RustType, wrapper: &str) -> Option<&'t RustType> {
    let RustType::Path(path) = of else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == wrapper)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    })
}
