//! The trait `CloseCodeRange`, and `Display`.

use proc_macro2::TokenStream;
use quote::quote;

use super::impls::{Parts, bare};
use crate::problem::Place;

/// The implementations of both.
pub(super) fn items<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let (krate, name) = (parts.krate(), &parts.name);
    let (first, last) = parts.table.head().span;
    let (first, last) = (bare(first), bare(last));
    let display = display(parts);
    quote! {
        #[automatically_derived]
        impl #krate::CloseCodeRange for #name {
            const TABLE: &'static [#krate::Entry] = &__CLOSE_CODE_ROWS;
            const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> =
                ::core::ops::RangeInclusive::new(#first, #last);

            #[inline]
            fn from_code(code: #krate::CloseCode) -> ::core::option::Option<Self> {
                Self::from_code(code)
            }

            #[inline]
            fn entry(self) -> &'static #krate::Entry {
                __close_code_entry(&self)
            }
        }

        #display
    }
}

/// The label; `{:#}` puts the number before it, where every variant has one.
fn display<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let (krate, name) = (parts.krate(), &parts.name);
    let label = if parts.options.runtime {
        quote!(Self::text(*self).label())
    } else {
        quote!(__close_code_entry(self).label())
    };
    let number = parts.has_code().then(|| {
        quote! {
            if f.alternate() {
                return #krate::__private::pad(f, __close_code_number(self), #label);
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #number
                f.pad(#label)
            }
        }
    }
}
