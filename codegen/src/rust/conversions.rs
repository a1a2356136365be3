//! From a number to the enum and back.

use proc_macro2::TokenStream;
use quote::quote;

use super::impls::Parts;
use super::plain;
use crate::problem::Place;

/// `TryFrom` for a code and for its number, and `From` for both where every variant has a code.
pub(super) fn items<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let krate = parts.krate();
    let code = quote!(#krate::CloseCode);
    let number = quote!(::core::primitive::u16);
    let from_code = try_from(parts, &code, &quote!(code));
    let from_number = try_from(parts, &number, &quote!(#krate::CloseCode::new(code)));
    let into = parts.has_code().then(|| {
        let into_code = into(parts, &code, &quote!(__close_code_number(&value)));
        let into_number = into(parts, &number, &quote!(__close_code_number(&value).get()));
        quote!(#into_code #into_number)
    });
    quote!(#from_code #from_number #into)
}

/// `TryFrom<source>`, where `code` is the code of the source.
fn try_from<S: Place>(
    parts: &Parts<'_, S>,
    source: &TokenStream,
    code: &TokenStream,
) -> TokenStream {
    let (krate, name) = (parts.krate(), &parts.name);
    let text = plain(&parts.table.head().name.value);
    quote! {
        #[automatically_derived]
        impl ::core::convert::TryFrom<#source> for #name {
            type Error = #krate::UnknownCode;

            #[inline]
            fn try_from(code: #source) -> ::core::result::Result<Self, #krate::UnknownCode> {
                match Self::from_code(#code) {
                    ::core::option::Option::Some(value) => ::core::result::Result::Ok(value),
                    ::core::option::Option::None => {
                        ::core::result::Result::Err(#krate::UnknownCode::__new(#code, #text))
                    }
                }
            }
        }
    }
}

/// `From` for `target`, as `expression` makes it of a `value`.
fn into<S: Place>(
    parts: &Parts<'_, S>,
    target: &TokenStream,
    expression: &TokenStream,
) -> TokenStream {
    let name = &parts.name;
    quote! {
        #[automatically_derived]
        impl ::core::convert::From<#name> for #target {
            #[inline]
            fn from(value: #name) -> Self {
                #expression
            }
        }
    }
}
