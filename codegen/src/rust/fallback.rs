//! Implementations for an item with mistakes, so that the mistakes are all that is reported.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The item that the implementations are for.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    /// The path of the runtime crate.
    pub(crate) krate: TokenStream,
    /// The name of the item.
    pub(crate) name: Ident,
    /// The generics for the `impl`, for the type, and the `where` clause.
    pub(crate) generics: [TokenStream; 3],
    /// The visibility of the item.
    pub(crate) visibility: TokenStream,
}

/// Every function that [`impls`](super::impls) would have made. None of them ever runs, but the compiler
/// may evaluate them for a constant of the user's, so each has a value to return.
#[must_use]
pub(crate) fn fallback(input: &Input) -> TokenStream {
    let inherent = inherent(input);
    let traits = traits(input);
    let conversions = conversions(input);
    quote!(#inherent #traits #conversions)
}

fn inherent(input: &Input) -> TokenStream {
    let Input { krate, name, generics: [impls, types, bounds], visibility } = input;
    let entry = entry(krate);
    quote! {
        impl #impls #name #types #bounds {
            #visibility const fn from_code(_: #krate::CloseCode) -> ::core::option::Option<Self> {
                ::core::option::Option::None
            }
            #visibility const fn entry(self) -> &'static #krate::Entry { #entry }
            #visibility const fn meaning(self) -> &'static ::core::primitive::str { "" }
            #visibility const fn reconnect(self) -> #krate::Reconnect { #krate::Reconnect::Unspecified }
            #visibility const fn code(self) -> #krate::CloseCode { #krate::CloseCode::new(0) }
        }
    }
}

fn traits(input: &Input) -> TokenStream {
    let Input { krate, name, generics: [impls, types, bounds], .. } = input;
    let entry = entry(krate);
    // Whether generics let it be `Copy` is not the mistake to be told of.
    let supertraits = if impls.is_empty() {
        quote!(#bounds)
    } else {
        let bounds = if bounds.is_empty() { quote!(where) } else { quote!(#bounds,) };
        quote!(#bounds Self: ::core::marker::Copy + 'static)
    };
    quote! {
        #[automatically_derived]
        impl #impls #krate::CloseCodeRange for #name #types #supertraits {
            const TABLE: &'static [#krate::Entry] = &[];
            const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> =
                ::core::ops::RangeInclusive::new(0, 0);
            fn from_code(_: #krate::CloseCode) -> ::core::option::Option<Self> {
                ::core::option::Option::None
            }
            fn entry(self) -> &'static #krate::Entry { #entry }
        }
        #[automatically_derived]
        impl #impls ::core::fmt::Display for #name #types #bounds {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::result::Result::Ok(())
            }
        }
    }
}

fn conversions(input: &Input) -> TokenStream {
    let Input { krate, name, generics: [impls, types, bounds], .. } = input;
    let pairs = [
        (quote!(#krate::CloseCode), quote!(__code), quote!(#krate::CloseCode::new(0))),
        (quote!(::core::primitive::u16), quote!(#krate::CloseCode::new(__code)), quote!(0)),
    ];
    let conversions = pairs.map(|(number, code, value)| {
        quote! {
            #[automatically_derived]
            impl #impls ::core::convert::TryFrom<#number> for #name #types #bounds {
                type Error = #krate::UnknownCode;
                fn try_from(__code: #number) -> ::core::result::Result<Self, #krate::UnknownCode> {
                    ::core::result::Result::Err(#krate::UnknownCode::__new(#code, ""))
                }
            }
            #[automatically_derived]
            impl #impls ::core::convert::From<#name #types> for #number #bounds {
                fn from(_: #name #types) -> Self { #value }
            }
        }
    });
    quote!(#(#conversions)*)
}

/// A row that says nothing.
fn entry(krate: &TokenStream) -> TokenStream {
    quote!(#krate::__private::NO_ENTRY)
}
