//! `Read` and `Write` of `kaipan::json`.

use crate::shape::{Absent, Field, LeftOut, Shape, Type, Variant};
use proc_macro2::TokenStream as Tokens;
use quote::quote;

/// `impl kaipan::json::Read`.
pub(crate) fn read(of: &Type) -> Tokens {
    let body = match &of.shape {
        Shape::Record(fields) => {
            let names = names(fields);
            let read = fields.iter().map(read_field);
            // A record that has a default gives its fields theirs.
            let default = of.words.default.then(|| quote!(let default = Self::default();));
            quote! {
                let mut fields = misfit.fields(node, #names);
                #default
                Self { #(#read),* }
            }
        }
        Shape::Words(variants) => {
            let words = words(variants);
            let arms = arms(variants, |_| Tokens::new());
            quote!(match misfit.word(node, #words) { #(#arms)* })
        }
        Shape::Kinds(variants) => {
            let words = words(variants);
            let arms = arms(variants, |variant| {
                let read = variant.fields.iter().map(read_field);
                quote!({ #(#read),* })
            });
            let names = variants.iter().map(|variant| with_kind(&variant.fields));
            quote! {
                let (kind, mut fields) = misfit.kind(node, #words, &[#(#names),*]);
                match kind { #(#arms)* }
            }
        }
    };
    let (name, (generics, types, wheres)) = (&of.name, of.generics.split_for_impl());
    quote! {
        impl #generics ::kaipan::json::Read for #name #types #wheres {
            fn read(node: &::kaipan::json::Node<'_>, misfit: &::kaipan::json::Misfit) -> Self {
                #body
            }
        }
    }
}

/// `impl kaipan::json::Write`.
pub(crate) fn write(of: &Type) -> Tokens {
    let body = match &of.shape {
        Shape::Record(fields) => {
            let names = names(fields);
            let write = fields.iter().map(|field| {
                let name = &field.name;
                write_field(field, &quote!(&self.#name))
            });
            quote! {
                let mut fields = ::kaipan::json::Object::new(out, #names);
                #(#write)*
                fields.end();
            }
        }
        Shape::Words(variants) => {
            let words = words(variants);
            let arms = variants.iter().zip(0_usize..).map(|(variant, at)| {
                let name = &variant.name;
                quote!(Self::#name => #at,)
            });
            quote! {
                let at = match self { #(#arms)* };
                ::kaipan::json::word(#words, at, out);
            }
        }
        Shape::Kinds(variants) => {
            let arms = variants.iter().map(|variant| {
                let (name, word) = (&variant.name, &variant.word);
                let bound: Vec<_> = variant.fields.iter().map(|field| &field.name).collect();
                let names = with_kind(&variant.fields);
                let write = variant.fields.iter().map(|field| {
                    let name = &field.name;
                    write_field(field, &quote!(#name))
                });
                quote! {
                    Self::#name { #(#bound),* } => {
                        let mut fields = ::kaipan::json::Object::new(out, #names);
                        fields.put(#word);
                        #(#write)*
                        fields.end();
                    }
                }
            });
            quote!(match self { #(#arms)* })
        }
    };
    let (name, (generics, types, wheres)) = (&of.name, of.generics.split_for_impl());
    quote! {
        impl #generics ::kaipan::json::Write for #name #types #wheres {
            fn write(&self, out: &mut ::std::string::String) {
                #body
            }
        }
    }
}

/// The names of a kind of object, the one of the kind itself before them.
fn with_kind(fields: &[Field]) -> String {
    format!("kind {}", names(fields)).trim_end().to_owned()
}

/// Names with spaces between them.
fn names(fields: &[Field]) -> String {
    fields.iter().map(|field| field.word.as_str()).collect::<Vec<_>>().join(" ")
}

fn words(variants: &[Variant]) -> String {
    variants.iter().map(|variant| variant.word.as_str()).collect::<Vec<_>>().join(" ")
}

/// The arms of a `match` on the place of a word; the last one is for all others.
fn arms(variants: &[Variant], fields: impl Fn(&Variant) -> Tokens) -> Vec<Tokens> {
    let last = variants.len().saturating_sub(1);
    let arm = |(at, variant): (usize, &Variant)| {
        let (name, fields) = (&variant.name, fields(variant));
        if at == last {
            quote!(_ => Self::#name #fields,)
        } else {
            quote!(#at => Self::#name #fields,)
        }
    };
    variants.iter().enumerate().map(arm).collect()
}

fn read_field(field: &Field) -> Tokens {
    let name = &field.name;
    let read = match &field.absent {
        Absent::Refused => quote!(fields.next()),
        Absent::Default => quote!(fields.next_or(::std::default::Default::default)),
        Absent::Call(function) => quote!(fields.next_or(#function)),
        Absent::OfRecord => quote!(fields.next_or(|| default.#name)),
    };
    quote!(#name: #read)
}

fn write_field(field: &Field, value: &Tokens) -> Tokens {
    match &field.left_out {
        LeftOut::Never => quote!(fields.put(#value);),
        LeftOut::None => quote!(fields.some(#value);),
        LeftOut::Empty => quote!(fields.filled(#value);),
        LeftOut::False => quote!(fields.truth(*#value);),
        LeftOut::If(test) => {
            quote!(if #test(#value) { fields.pass() } else { fields.put(#value) })
        }
    }
}
