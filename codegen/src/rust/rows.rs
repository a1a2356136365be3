//! The rows as constant data.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::impls::Parts;
use super::plain;
use crate::model::{Codes, Number, Reconnect, Row, Sender, Table};
use crate::problem::Place;

/// The rows in the order of their codes, as a static.
pub(super) fn items<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let krate = parts.krate();
    let rows = parts.rows().iter().map(|row| entry(row, krate));
    let count = Literal::usize_unsuffixed(parts.rows().len());
    let texts = parts.options.runtime.then(|| texts(parts));
    let of_rows = quote!([#krate::Entry; #count]);
    if parts.known {
        return quote! {
            static __CLOSE_CODE_ROWS: #of_rows = [#(#rows),*];
            #texts
        };
    }
    // As they were written; only the compiler can tell their order.
    let of_numbers = quote!([::core::primitive::u16; #count]);
    quote! {
        const __CLOSE_CODE_WRITTEN: #of_rows = [#(#rows),*];
        const __CLOSE_CODE_ORDER: #of_numbers =
            #krate::__private::judge::order(&__CLOSE_CODE_WRITTEN);
        static __CLOSE_CODE_ROWS: #of_rows =
            #krate::__private::judge::sorted(&__CLOSE_CODE_WRITTEN, &__CLOSE_CODE_ORDER);
        static __CLOSE_CODE_RANKS: #of_numbers =
            #krate::__private::judge::ranks(&__CLOSE_CODE_ORDER);
        #texts
    }
}

/// What a row says: a call for what every row has, and one for each thing beyond that.
fn entry<S: Place>(row: &Row<S>, krate: &TokenStream) -> TokenStream {
    let Row { constant, meaning, description, .. } = row;
    let name = plain(&row.name.value);
    let constant = plain(constant);
    let texts = quote!(#name, #constant, #meaning, #description);
    let mut codes = row.codes.iter();
    let start = match (row.single(), codes.next()) {
        (Some(codes), _) => {
            let code = narrow(&codes.first.value);
            quote!(#krate::Entry::__code(#code, #texts))
        }
        (None, Some(codes)) => {
            let (first, last) = (narrow(&codes.first.value), narrow(&codes.last.value));
            quote!(#krate::Entry::__range(#first, #last, #texts))
        }
        // Only a row that a front end has complained about has no codes, and then there is no table.
        (None, None) => quote!(#krate::Entry::__range(0, 0, #texts)),
    };
    let more: Vec<TokenStream> = codes.map(pair).collect();
    let more = (!more.is_empty()).then(|| quote!(.__more(&[#(#more),*])));
    let said = said(row, krate);
    quote!(#start #more #said)
}

/// The calls for what not every row has.
fn said<S: Place>(row: &Row<S>, krate: &TokenStream) -> TokenStream {
    let Row { meaning, label, reference, .. } = row;
    let class = row.class.as_ref().map(|class| quote!(.__class(#class)));
    let label = (label != meaning).then(|| quote!(.__label(#label)));
    let flags = flags(row);
    let sender = match row.sender {
        Sender::Either => None,
        Sender::Client => Some(quote!(.__sender(#krate::Sender::Client))),
        Sender::Server => Some(quote!(.__sender(#krate::Sender::Server))),
    };
    let reconnect = reconnect(row.reconnect, krate);
    let reference = (!reference.is_empty()).then(|| quote!(.__reference(&[#(#reference),*])));
    let since = row.since.as_ref().map(|since| quote!(.__since(#since)));
    let deprecated = row.deprecated.as_ref().map(|note| quote!(.__deprecated(#note)));
    quote!(#class #label #flags #sender #reconnect #reference #since #deprecated)
}

/// What may be done with the codes, unless they may be sent by all: as the table says, or else as the
/// built-in table does, which only the runtime crate has.
fn flags<S>(row: &Row<S>) -> Option<TokenStream> {
    match row.flags {
        Some(flags) if flags.wire && !flags.local && flags.script => None,
        Some(flags) => {
            let (wire, local, script) = (flags.wire, flags.local, flags.script);
            Some(quote!(.__flags(#wire, #local, #script)))
        }
        None if row.codes.iter().all(is_free) => None,
        None => Some(quote!(.__judged())),
    }
}

/// Whether anybody may send the codes: those from 3000 to 4999 (RFC 6455 section 7.4.2).
fn is_free<S>(codes: &Codes<S>) -> bool {
    let free = |number: &Number| number.code().is_some_and(|code| (3000..=4999).contains(&code));
    free(&codes.first.value) && free(&codes.last.value)
}

fn reconnect(reconnect: Reconnect, krate: &TokenStream) -> Option<TokenStream> {
    let reconnect = match reconnect {
        Reconnect::Unspecified => return None,
        Reconnect::Never => quote!(Never),
        Reconnect::AfterChange => quote!(AfterChange),
        Reconnect::Immediately => quote!(Immediately),
        Reconnect::Backoff => quote!(Backoff),
        Reconnect::After { min, max } => {
            let (min, max) = (u64::from(min), u64::from(max));
            quote! {
                After {
                    min: #krate::__private::Duration::from_secs(#min),
                    max: #krate::__private::Duration::from_secs(#max),
                }
            }
        }
    };
    Some(quote!(.__reconnect(#krate::Reconnect::#reconnect)))
}

fn pair<S>(codes: &Codes<S>) -> TokenStream {
    let (first, last) = (narrow(&codes.first.value), narrow(&codes.last.value));
    quote!((#first, #last))
}

/// A number as a `u16` expression; what is no code has been refused elsewhere.
fn narrow(number: &Number) -> TokenStream {
    match number {
        Number::Known(_) => {
            let literal = Literal::u16_unsuffixed(number.code().unwrap_or_default());
            quote!(#literal)
        }
        Number::Expr(expr) => quote!((#expr) as ::core::primitive::u16),
    }
}

/// What `Display` of a code writes for each row. It stands apart from the rows, so that a program that
/// only prints codes does not link their descriptions.
fn texts<S: Place>(parts: &Parts<'_, S>) -> TokenStream {
    let krate = parts.krate();
    let text = |row: &Row<S>| match row.single().and_then(|codes| codes.first.value.code()) {
        Some(code) => {
            let text = format!("{code} {}", row.label);
            quote!(#krate::__private::Text::Whole(#text))
        }
        None => {
            let label = &row.label;
            quote!(#krate::__private::Text::Label(#label))
        }
    };
    let texts = parts.rows().iter().map(text);
    let count = Literal::usize_unsuffixed(parts.rows().len());
    quote! {
        static __CLOSE_CODE_TEXTS: [#krate::__private::Text; #count] = [#(#texts),*];
    }
}

/// Whether all codes are literals, so that the order of the rows is known before the compiler runs.
pub(super) fn are_known<S>(table: &Table<S>) -> bool {
    let numbers = table.rows().iter().flat_map(|row| &row.codes).flat_map(|c| [&c.first, &c.last]);
    numbers.into_iter().all(|number| matches!(number.value, Number::Known(_)))
}
