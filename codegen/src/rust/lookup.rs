//! Which row a code belongs to: the table that `from_code` reads, filled at compile time.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::impls::{Parts, bare};
use crate::problem::Place;
use crate::segments;

/// The lookup as a static.
pub(super) fn items<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let krate = parts.krate();
    let (first, last, outside) = extent(parts);
    let (first, last) = (bare(first), bare(last));
    // Counted from one; the row that takes the rest is painted below all others.
    let rest = parts.numbered().find(|(_, row, _)| row.rest).map_or(0, |(at, ..)| at + 1);
    let rest = bare(rest);
    let (value, index) = if parts.by_value {
        let (value, values) = values(parts, outside);
        (value, quote!(index(&[#(#values),*])))
    } else {
        (quote!(::core::primitive::u16), quote!(rows()))
    };
    // Numbered as the functions number them.
    let rows = if parts.known { quote!(__CLOSE_CODE_ROWS) } else { quote!(__CLOSE_CODE_WRITTEN) };
    quote! {
        const __CLOSE_CODE_SLOTS: ::core::primitive::usize = #krate::__private::slots(#first, #last);
        const __CLOSE_CODE_PAINTED: #krate::__private::Painted<__CLOSE_CODE_SLOTS> =
            #krate::__private::paint(#first, #last, &#rows, #rest);
        static __CLOSE_CODE_INDEX: #krate::__private::Index<
            #value, __CLOSE_CODE_SLOTS, { __CLOSE_CODE_PAINTED.pages }
        > = __CLOSE_CODE_PAINTED.#index;
    }
}

/// The codes that the lookup holds, and the row of every other code. Where the last range reaches the
/// end of the domain, the lookup leaves it out: that is most of the 65,536 codes.
fn extent<S: Place>(parts: &Parts<'_, S>) -> (u16, u16, Option<usize>) {
    let (first, last) = parts.table.head().span;
    if !parts.total {
        return (first, last, None);
    }
    match segments::of(parts.table).last() {
        Some(tail) if tail.first > first => (first, tail.first - 1, Some(tail.row)),
        _ => (first, last, None),
    }
}

/// What the lookup stores: the type, and the values, first that for codes without a row.
fn values<S: Place>(
    parts: &Parts<'_, S>,
    outside: Option<usize>,
) -> (TokenStream, Vec<TokenStream>) {
    let name = &parts.name;
    let of = |variant: &Ident| {
        if parts.total {
            quote!(#name::#variant)
        } else {
            quote!(::core::option::Option::Some(#name::#variant))
        }
    };
    let outside = match outside {
        Some(row) => of(&parts.variants[row]),
        None if parts.total => of(&parts.variants[0]),
        None => quote!(::core::option::Option::None),
    };
    let value = if parts.total { quote!(#name) } else { quote!(::core::option::Option<#name>) };
    (value, core::iter::once(outside).chain(parts.variants.iter().map(of)).collect())
}

/// The body of `from_code`.
pub(super) fn from_code<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let first = bare(extent(parts).0);
    let get = quote!(__CLOSE_CODE_INDEX.get(code.get().wrapping_sub(#first)));
    if parts.by_value && parts.total {
        return quote!(::core::option::Option::Some(#get));
    }
    if parts.by_value {
        return get;
    }
    let outside = extent(parts).2;
    let arms = parts.numbered().map(|(at, row, variant)| {
        // Counted from one: 0 stands for the codes that have no row of their own.
        let number = Literal::u32_unsuffixed(u32::from(at) + 1);
        let payload = row.carries_code.then(|| quote!((code)));
        quote!(#number => ::core::option::Option::Some(Self::#variant #payload))
    });
    let outside = match outside {
        Some(row) => {
            let variant = &parts.variants[row];
            let payload = parts.rows()[row].carries_code.then(|| quote!((code)));
            quote!(::core::option::Option::Some(Self::#variant #payload))
        }
        None => quote!(::core::option::Option::None),
    };
    quote! {
        match #get {
            #(#arms,)*
            _ => #outside,
        }
    }
}
