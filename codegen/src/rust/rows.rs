//! The rows as constant data: the entries, the texts, and which codes belong to which row.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Options, plain};
use crate::model::{Codes, Number, Reconnect, Row, Sender, Table};
use crate::problem::Place;

/// A number as an `i64` expression.
pub(crate) fn wide(number: &Number) -> TokenStream {
    match number {
        Number::Known(number) => {
            let literal = Literal::i64_suffixed(number.unsigned_abs().try_into().unwrap_or(i64::MAX));
            if *number < 0 { quote!(-#literal) } else { quote!(#literal) }
        }
        Number::Expr(expr) => quote!((#expr)),
    }
}

/// A number as a `u16` expression; what is no code has been refused elsewhere.
pub(super) fn narrow(number: &Number) -> TokenStream {
    match number {
        Number::Known(_) => {
            let literal = Literal::u16_suffixed(number.code().unwrap_or_default());
            quote!(#literal)
        }
        Number::Expr(expr) => quote!((#expr) as u16),
    }
}

/// `Entry` values, one for each row.
pub(super) fn entries<S: Place>(table: &Table<S>, options: &Options) -> Vec<TokenStream> {
    table.rows().iter().map(|row| entry(row, options)).collect()
}

fn entry<S: Place>(row: &Row<S>, options: &Options) -> TokenStream {
    let krate = &options.krate;
    let codes = row.codes.iter().map(pair);
    let codes = quote!(&[#(#codes),*]);
    let single = row.single().is_some();
    let Row { constant, meaning, label, description, reference, .. } = row;
    let name = plain(&row.name.value);
    let class = option(row.class.as_ref());
    let since = option(row.since.as_ref());
    let deprecated = option(row.deprecated.as_ref());
    let sender = sender(row.sender, krate);
    let reconnect = reconnect(row.reconnect, krate);
    let [wire, local, script] = flags(row, &codes, krate);
    quote! {
        #krate::Entry::__new(#krate::__private::Fields {
            codes: #codes,
            single: #single,
            name: #name,
            constant: #constant,
            class: #class,
            meaning: #meaning,
            label: #label,
            description: #description,
            wire: #wire,
            local: #local,
            script: #script,
            sender: #sender,
            reconnect: #reconnect,
            reference: &[#(#reference),*],
            since: #since,
            deprecated: #deprecated,
        })
    }
}

fn pair<S>(codes: &Codes<S>) -> TokenStream {
    let (first, last) = (narrow(&codes.first.value), narrow(&codes.last.value));
    quote!((#first, #last))
}

fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    }
}

fn sender(sender: Sender, krate: &TokenStream) -> TokenStream {
    match sender {
        Sender::Client => quote!(#krate::Sender::Client),
        Sender::Server => quote!(#krate::Sender::Server),
        Sender::Either => quote!(#krate::Sender::Either),
    }
}

/// The advice as an expression of the runtime crate's type.
pub(super) fn reconnect(reconnect: Reconnect, krate: &TokenStream) -> TokenStream {
    match reconnect {
        Reconnect::Unspecified => quote!(#krate::Reconnect::Unspecified),
        Reconnect::Never => quote!(#krate::Reconnect::Never),
        Reconnect::AfterChange => quote!(#krate::Reconnect::AfterChange),
        Reconnect::Immediately => quote!(#krate::Reconnect::Immediately),
        Reconnect::Backoff => quote!(#krate::Reconnect::Backoff),
        Reconnect::After { min, max } => {
            let (min, max) = (u64::from(min), u64::from(max));
            quote! {
                #krate::Reconnect::After {
                    min: #krate::__private::Duration::from_secs(#min),
                    max: #krate::__private::Duration::from_secs(#max),
                }
            }
        }
    }
}

/// The flags as the table has them, or else as the built-in table has them for these codes.
fn flags<S>(row: &Row<S>, codes: &TokenStream, krate: &TokenStream) -> [TokenStream; 3] {
    if let Some(flags) = row.flags {
        return [flags.wire, flags.local, flags.script].map(|flag| quote!(#flag));
    }
    [quote!(Wire), quote!(Local), quote!(Script)].map(|flag| {
        quote!(#krate::__private::judge::all(#codes, #krate::__private::judge::Flag::#flag))
    })
}

/// What `Display` writes for each row.
pub(super) fn texts<S>(table: &Table<S>, options: &Options) -> Vec<TokenStream> {
    let krate = &options.krate;
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
    table.rows().iter().map(text).collect()
}

/// Which codes belong to which row. The row that takes the rest comes last, so that it loses against
/// a row that is as wide.
pub(super) fn spans<S>(table: &Table<S>, options: &Options) -> Vec<TokenStream> {
    let krate = &options.krate;
    let rows = table.rows().iter().enumerate();
    let (rest, others): (Vec<_>, Vec<_>) = rows.partition(|(_, row)| row.rest);
    let of_row = |(at, row): (usize, &Row<S>)| {
        let at = Literal::u16_unsuffixed(u16::try_from(at).unwrap_or(u16::MAX));
        let spans = row.codes.iter().map(|codes| {
            let (first, last) = (wide(&codes.first.value), wide(&codes.last.value));
            quote!(#krate::__private::Span { row: #at, first: #first, last: #last })
        });
        spans.collect::<Vec<_>>()
    };
    others.into_iter().chain(rest).flat_map(of_row).collect()
}

/// Whether all codes are literals, so that the order of the rows is known before the compiler runs.
pub(crate) fn is_known<S>(table: &Table<S>) -> bool {
    let numbers = table.rows().iter().flat_map(|row| &row.codes).flat_map(|c| [&c.first, &c.last]);
    numbers.into_iter().all(|number| matches!(number.value, Number::Known(_)))
}
