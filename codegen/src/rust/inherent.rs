//! The functions of the enum itself, which are `const` where those of the traits cannot be.

use proc_macro2::TokenStream;
use quote::quote;

use super::impls::{Parts, bare};
use super::{enums, lookup};
use crate::problem::Place;

/// `from_code`, `entry`, `meaning`, `reconnect`, and `code` and `class` where there are any.
pub(super) fn items<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let (krate, name, visibility) = (parts.krate(), &parts.name, parts.visibility);
    let entry = entry(parts);
    let from_code = lookup::from_code(parts);
    let text = text(parts);
    let (number, code) = code(parts).unzip();
    let class = class(parts);
    quote! {
        #entry
        #number
        impl #name {
            /// The variant for this code: `None` where there is none.
            #[inline]
            #[must_use]
            #visibility const fn from_code(code: #krate::CloseCode) -> ::core::option::Option<Self> {
                #from_code
            }

            /// The row of the table for this variant.
            #[inline]
            #[must_use]
            #visibility const fn entry(self) -> &'static #krate::Entry {
                __close_code_entry(&self)
            }

            /// The short text.
            #[inline]
            #[must_use]
            #visibility const fn meaning(self) -> &'static ::core::primitive::str {
                __close_code_entry(&self).meaning()
            }

            /// What the author of the code says about connecting again.
            #[inline]
            #[must_use]
            #visibility const fn reconnect(self) -> #krate::Reconnect {
                __close_code_entry(&self).reconnect()
            }

            #text
            #code
            #class
        }
    }
}

/// The row of a variant. It borrows, like all that the functions share, so that an enum that lacks `Copy`
/// is told so once.
fn entry<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let (krate, name) = (parts.krate(), &parts.name);
    let arms = parts.numbered().map(|(at, row, variant)| {
        let (payload, at) = (row.carries_code.then(|| quote!((..))), bare(at));
        quote!(#name::#variant #payload => #at)
    });
    let row = quote!(__close_code_row(value));
    let row = if parts.known {
        row
    } else {
        quote!(__CLOSE_CODE_RANKS[#row] as ::core::primitive::usize)
    };
    quote! {
        #[inline]
        const fn __close_code_row(value: &#name) -> ::core::primitive::usize {
            match value { #(#arms),* }
        }
        #[inline]
        const fn __close_code_entry(value: &#name) -> &'static #krate::Entry {
            &__CLOSE_CODE_ROWS[#row]
        }
    }
}

/// What `Display` of the runtime crate's code writes for a variant.
fn text<S: Place>(parts: &Parts<'_, S>) -> Option<TokenStream> {
    let krate = parts.krate();
    parts.options.runtime.then(|| {
        quote! {
            #[inline]
            pub(crate) const fn text(self) -> #krate::__private::Text {
                __CLOSE_CODE_TEXTS[__close_code_row(&self)]
            }
        }
    })
}

/// `code`, and what is behind it, where every variant is one code or carries it.
fn code<S: Place>(parts: &Parts<'_, S>) -> Option<(TokenStream, TokenStream)> {
    if !parts.has_code() {
        return None;
    }
    let (krate, name, visibility) = (parts.krate(), &parts.name, parts.visibility);
    let carriers = parts.numbered().filter(|(_, row, _)| row.carries_code);
    let carriers: Vec<TokenStream> =
        carriers.map(|(.., variant)| quote!(#name::#variant(code) => *code)).collect();
    // A variant that carries nothing has one code, which stands in its row.
    let others = (carriers.len() < parts.variants.len())
        .then(|| quote!(other => __close_code_entry(other).first()));
    let number = quote! {
        #[inline]
        const fn __close_code_number(value: &#name) -> #krate::CloseCode {
            match value {
                #(#carriers,)*
                #others
            }
        }
    };
    let code = quote! {
        /// The code of this variant.
        #[inline]
        #[must_use]
        #visibility const fn code(self) -> #krate::CloseCode {
            __close_code_number(&self)
        }
    };
    Some((number, code))
}

/// The class of a variant, where the table has classes.
fn class<S: Place>(parts: &Parts<'_, S>) -> Option<TokenStream> {
    let class = enums::class_name(parts.table)?;
    let visibility = parts.visibility;
    let arms = parts.numbered().map(|(_, row, variant)| {
        let payload = row.carries_code.then(|| quote!((..)));
        let of = enums::class_ident(row.class.as_deref().unwrap_or_default());
        quote!(Self::#variant #payload => #class::#of)
    });
    Some(quote! {
        /// The class that this variant belongs to.
        #[inline]
        #[must_use]
        #visibility const fn class(self) -> #class {
            match self { #(#arms),* }
        }
    })
}
