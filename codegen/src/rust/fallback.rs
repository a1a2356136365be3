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

/// Every function that [`impls`](super::impls) would have made, with a body that never runs: the item
/// does not compile.
#[must_use]
pub(crate) fn fallback(input: &Input) -> TokenStream {
    let Input { krate, name, generics: [impls, types, bounds], visibility } = input;
    let never = quote!(loop {});
    // Whether generics let it be `Copy` is not the mistake to be told of.
    let supertraits = if impls.is_empty() {
        quote!(#bounds)
    } else {
        let bounds = if bounds.is_empty() { quote!(where) } else { quote!(#bounds,) };
        quote!(#bounds Self: ::core::marker::Copy + 'static)
    };
    quote! {
        impl #impls #name #types #bounds {
            #visibility const fn from_code(_: #krate::CloseCode) -> ::core::option::Option<Self> { #never }
            #visibility const fn entry(self) -> &'static #krate::Entry { #never }
            #visibility const fn meaning(self) -> &'static str { #never }
            #visibility const fn reconnect(self) -> #krate::Reconnect { #never }
            #visibility const fn code(self) -> #krate::CloseCode { #never }
        }
        #[automatically_derived]
        impl #impls #krate::CloseCodeRange for #name #types #supertraits {
            const TABLE: &'static [#krate::Entry] = &[];
            const RANGE: ::core::ops::RangeInclusive<u16> = ::core::ops::RangeInclusive::new(0, 0);
            fn from_code(_: #krate::CloseCode) -> ::core::option::Option<Self> { #never }
            fn entry(self) -> &'static #krate::Entry { #never }
        }
        #[automatically_derived]
        impl #impls ::core::fmt::Display for #name #types #bounds {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #never }
        }
        #[automatically_derived]
        impl #impls ::core::convert::TryFrom<#krate::CloseCode> for #name #types #bounds {
            type Error = #krate::UnknownCode;
            fn try_from(_: #krate::CloseCode) -> ::core::result::Result<Self, #krate::UnknownCode> { #never }
        }
        #[automatically_derived]
        impl #impls ::core::convert::TryFrom<u16> for #name #types #bounds {
            type Error = #krate::UnknownCode;
            fn try_from(_: u16) -> ::core::result::Result<Self, #krate::UnknownCode> { #never }
        }
        #[automatically_derived]
        impl #impls ::core::convert::From<#name #types> for #krate::CloseCode #bounds {
            fn from(_: #name #types) -> Self { #never }
        }
        #[automatically_derived]
        impl #impls ::core::convert::From<#name #types> for u16 #bounds {
            fn from(_: #name #types) -> Self { #never }
        }
    }
}
