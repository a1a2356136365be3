//! The enums that a table defines.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{Options, allow, doc, enum_name, variant};
use crate::model::{Row, Table};
use crate::problem::Place;

/// The enum with a variant for each row.
pub(super) fn kind<S: Place>(table: &Table<S>, options: &Options) -> TokenStream {
    let krate = &options.krate;
    let (name, allow) = (enum_name(table), allow());
    let docs = doc::comment(&introduction(table));
    let variants = table.rows().iter().map(|row| {
        let docs = doc::comment(&doc::row(row));
        let deprecated = row.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
        let name = variant(row);
        let payload = row.carries_code.then(|| quote!((#krate::CloseCode)));
        quote!(#docs #deprecated #name #payload)
    });
    // A variant a row: the smallest integer that holds them all, where no variant has a payload.
    let repr = (!table.rows().iter().any(|row| row.carries_code)).then(|| {
        if table.rows().len() <= 256 { quote!(#[repr(u8)]) } else { quote!(#[repr(u16)]) }
    });
    let open = options.runtime.then(|| quote!(#[non_exhaustive]));
    quote! {
        #docs
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::Eq,
            ::core::hash::Hash, ::core::cmp::Ord, ::core::cmp::PartialEq, ::core::cmp::PartialOrd,
        )]
        #allow
        #open
        #repr
        pub enum #name { #(#variants),* }
    }
}

fn introduction<S>(table: &Table<S>) -> Vec<String> {
    let head = table.head();
    let texts = [&head.title, &head.description];
    texts.into_iter().flatten().map(|text| doc::escape(&text.value)).collect()
}

/// The enum with a variant for each class, where the table has classes.
pub(super) fn class<S: Place>(table: &Table<S>) -> Option<TokenStream> {
    let name = class_name(table)?;
    let classes = classes(table);
    let variants: Vec<Ident> = classes.iter().map(|(class, _)| class_ident(class)).collect();
    let docs = classes.iter().map(|(_, rows)| doc::comment(&about(rows)));
    let words = classes.iter().map(|(class, _)| crate::naming::words(class));
    let allow = allow();
    let intro = format!("The ranges that [`{}`] is divided into.", table.head().name.value);
    Some(quote! {
        #[doc = #intro]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::Eq,
            ::core::hash::Hash, ::core::cmp::Ord, ::core::cmp::PartialEq, ::core::cmp::PartialOrd,
        )]
        #allow
        pub enum #name { #(#docs #variants),* }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(match self { #(Self::#variants => #words),* })
            }
        }
    })
}

fn about<S>(rows: &[&Row<S>]) -> Vec<String> {
    rows.iter()
        .filter(|row| row.single().is_none())
        .flat_map(|row| {
            [
                format!("**{}**: {}", doc::codes(row), doc::escape(&row.meaning)),
                doc::escape(&row.description),
            ]
        })
        .collect()
}

/// The class enum's name, where there is one.
pub(super) fn class_name<S: Place>(table: &Table<S>) -> Option<Ident> {
    let class = table.head().class.as_ref()?;
    Some(Ident::new(&class.value, Span::call_site().located_at(class.at.span())))
}

/// A class as a variant.
pub(super) fn class_ident(class: &str) -> Ident {
    Ident::new(class, Span::call_site())
}

/// The classes in the order of their codes, each with its rows.
fn classes<S>(table: &Table<S>) -> Vec<(&str, Vec<&Row<S>>)> {
    let mut classes: Vec<(&str, Vec<&Row<S>>)> = Vec::new();
    for row in table.rows() {
        let Some(class) = row.class.as_deref() else { continue };
        match classes.iter_mut().find(|(name, _)| *name == class) {
            Some((_, rows)) => rows.push(row),
            None => classes.push((class, vec![row])),
        }
    }
    classes
}
