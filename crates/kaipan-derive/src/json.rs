//! `Read` and `Write` of `kaipan::json`.

use crate::shape::{Absent, Field, LeftOut, Shape, Type, Variant};
use proc_macro2::TokenStream as Tokens;
use quote::quote;

/// `impl kaipan::json::Read`.
pub(crate) fn read(of: &Type) -> Tokens {
    let older = of.words.older.as_ref().map(|function| {
        quote! {
            let older = #function(node, misfit);
            let node: &::kaipan::json::Node<'_> = &older;
        }
    });
    let body = match &of.shape {
        Shape::Record(fields) => {
            let names = names(fields);
            let read = fields.iter().map(read_field);
            // A record that has a default gives its fields theirs.
            let default = of.words.default.then(|| quote!(let default = Self::default();));
            quote! {
                let mut fields = misfit.fields(node, &[#(#names),*]);
                #default
                Self { #(#read),* }
            }
        }
        Shape::Words(variants) => {
            let words = words(variants);
            let arms = arms(variants, |_| Tokens::new());
            quote!(match misfit.word(node, &[#(#words),*]) { #(#arms)* })
        }
        Shape::Kinds(variants) => {
            let words = words(variants);
            let arms = arms(variants, |variant| {
                let read = variant.fields.iter().map(read_field);
                quote!({ #(#read),* })
            });
            let names = variants.iter().map(|variant| {
                let names = names(&variant.fields);
                quote!(&["kind", #(#names),*])
            });
            quote! {
                let (kind, mut fields) = misfit.kind(node, &[#(#words),*], &[#(#names),*]);
                match kind { #(#arms)* }
            }
        }
    };
    let (name, (generics, types, wheres)) = (&of.name, of.generics.split_for_impl());
    quote! {
        impl #generics ::kaipan::json::Read for #name #types #wheres {
            fn read(node: &::kaipan::json::Node<'_>, misfit: &::kaipan::json::Misfit) -> Self {
                #older
                #body
            }
        }
    }
}

/// `impl kaipan::json::Write`.
pub(crate) fn write(of: &Type) -> Tokens {
    let body = match &of.shape {
        Shape::Record(fields) => {
            let write = fields.iter().map(|field| {
                let name = &field.name;
                write_field(field, &quote!(&self.#name))
            });
            quote! {
                let mut object = ::kaipan::json::Object::new(out);
                #(#write)*
                object.end();
            }
        }
        Shape::Words(variants) => {
            let arms =
                variants.iter().map(|Variant { name, word, .. }| quote!(Self::#name => #word,));
            quote!(::kaipan::json::text(match self { #(#arms)* }, out))
        }
        Shape::Kinds(variants) => {
            let arms = variants.iter().map(|Variant { name, word, fields }| {
                let bound = fields.iter().map(|field| &field.name);
                let write = fields.iter().map(|field| {
                    let name = &field.name;
                    write_field(field, &quote!(#name))
                });
                quote! {
                    Self::#name { #(#bound),* } => {
                        object.put("kind", #word);
                        #(#write)*
                    }
                }
            });
            quote! {
                let mut object = ::kaipan::json::Object::new(out);
                match self { #(#arms)* }
                object.end();
            }
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

fn names(fields: &[Field]) -> Vec<&str> {
    fields.iter().map(|field| field.word.as_str()).collect()
}

fn words(variants: &[Variant]) -> Vec<&str> {
    variants.iter().map(|variant| variant.word.as_str()).collect()
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
        Absent::Nothing => quote!(fields.maybe()),
        Absent::Default => quote!(fields.next_or(::std::default::Default::default)),
        Absent::Call(function) => quote!(fields.next_or(#function)),
        Absent::True => quote!(fields.next_or(|| true)),
        Absent::OfRecord => quote!(fields.next_or(|| default.#name)),
    };
    quote!(#name: #read)
}

fn write_field(field: &Field, value: &Tokens) -> Tokens {
    let word = &field.word;
    match &field.left_out {
        LeftOut::Never => quote!(object.put(#word, #value);),
        LeftOut::None => quote!(object.some(#word, #value);),
        LeftOut::Empty => quote!(object.filled(#word, #value);),
        LeftOut::False => quote!(object.truth(#word, *#value);),
        LeftOut::If(test) => quote!(if !#test(#value) { object.put(#word, #value) }),
    }
}
