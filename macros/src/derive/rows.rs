//! A checked table as rows for the macro that makes the implementations (`src/table.rs` of the runtime
//! crate).

use std::collections::HashMap;

use close_code_codegen::model::{Codes, Number, Payload, Reconnect, Row, Sender, Table};
use close_code_codegen::segments;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::DeriveInput;

use super::expressions::Expressions;
use super::lower::{Lowered, Variant, located};

/// The rows of a table, and which code belongs to which.
pub(super) fn emit(item: &DeriveInput, lowered: &Lowered, table: &Table) -> TokenStream {
    let writer = Writer::new(lowered, table);
    let (krate, name, visibility) = (writer.krate, writer.name, &item.vis);
    let (first, last) = table.head().span;
    let (first, last) = (Literal::u16_unsuffixed(first), Literal::u16_unsuffixed(last));
    let make = writer.make();
    let rows = table.rows().iter().map(|row| writer.row(row));
    let unsorted = (!lowered.expressions.is_empty()).then(|| quote!(unsorted));
    let arms = writer.arms();
    quote! {
        #krate::__table! {
            v1 { #visibility } #name in #first..=#last;
            make { #make }
            rows #unsorted { #(#rows)* }
            match { #arms }
        }
    }
}

/// Implementations for an item with mistakes, so that the mistakes are all that is reported.
pub(super) fn mistaken(item: &DeriveInput, krate: &TokenStream) -> TokenStream {
    let (impls, types, bounds) = item.generics.split_for_impl();
    let (name, visibility) = (located(&item.ident), &item.vis);
    quote! {
        #krate::__table! { v1 mistaken [#impls] [#types] [#bounds] { #visibility } #name }
    }
}

struct Writer<'a> {
    krate: &'a TokenStream,
    name: &'a Ident,
    table: &'a Table,
    variants: HashMap<String, &'a Variant>,
}

impl<'a> Writer<'a> {
    fn new(lowered: &'a Lowered, table: &'a Table) -> Self {
        let named = lowered.variants.iter().map(|variant| (variant.name.to_string(), variant));
        Self {
            krate: &lowered.options.krate,
            name: &lowered.name,
            table,
            variants: named.collect(),
        }
    }

    /// What the macro makes of the rows.
    fn make(&self) -> TokenStream {
        let krate = self.krate;
        let error = quote!(#krate::UnknownCode);
        let carries = |row: &Row| {
            self.variants.get(&row.name).is_some_and(|variant| variant.payload != Payload::Unit)
        };
        // Every variant is one code, or carries it.
        let has_code = self.table.rows().iter().all(|row| carries(row) || row.single().is_some());
        let of_code = has_code.then(|| quote!(code into_code into_number));
        quote! {
            from_code entry meaning reconnect Display
            try_from_code(#error) try_from_number(#error)
            #of_code
        }
    }

    /// A variant as one pattern, with what it carries.
    fn variant(&self, row: &Row) -> TokenStream {
        let Some(variant) = self.variants.get(&row.name) else { return TokenStream::new() };
        let payload = match variant.payload {
            Payload::Unit | Payload::ByTable => None,
            Payload::Carried => Some(quote!((same))),
            Payload::Number => Some(quote!((number))),
        };
        let name = &variant.name;
        quote!(#name #payload)
    }

    /// A call for what every row has, and one for each thing that it says beyond that.
    fn row(&self, row: &Row) -> TokenStream {
        let variant = self.variant(row);
        let (name, constant) = (row.name.trim_start_matches("r#"), &row.constant);
        let (meaning, description) = (&row.meaning, &row.description);
        let texts = quote!(#name, #constant, #meaning, #description);
        let Some((codes, more)) = row.codes.split_first() else { return TokenStream::new() };
        let (first, last) = (self.number(&codes.first), self.number(&codes.last));
        let made = if row.single().is_some() {
            quote!(code(#first, #texts))
        } else {
            quote!(range(#first, #last, #texts))
        };
        let more = self.more(more);
        let said = said(row);
        quote!(#variant = #made #more #said;)
    }

    fn more(&self, more: &[Codes]) -> Option<TokenStream> {
        let more = more.iter().map(|codes| {
            let (first, last) = (self.number(&codes.first), self.number(&codes.last));
            quote!((#first, #last))
        });
        (more.len() > 0).then(|| quote!(.more(&[#(#more),*])))
    }

    /// A number as an expression, or a pattern, of type `u16`.
    fn number(&self, number: &Number) -> TokenStream {
        match number {
            Number::Known(_) => {
                Literal::u16_unsuffixed(number.code().unwrap_or_default()).into_token_stream()
            }
            Number::Computed(at) => Expressions::code_of(*at, self.krate, self.name),
        }
    }

    /// Which codes belong to which variant: those that are computed first, since no other row is narrower.
    fn arms(&self) -> TokenStream {
        let mut arms = TokenStream::new();
        let rows = self.table.rows();
        for row in rows {
            let variant = self.variant(row);
            for codes in row.codes.iter().filter(|codes| codes.first.code().is_none()) {
                let code = self.number(&codes.first);
                arms.extend(quote!(#code => #variant,));
            }
        }
        let segments = segments::of(self.table);
        let mut of_rows: Vec<Vec<TokenStream>> = rows.iter().map(|_| Vec::new()).collect();
        let (first, last) = self.table.head().span;
        let (mut next, mut is_total) = (u32::from(first), true);
        for segment in &segments {
            is_total &= u32::from(segment.first) == next;
            next = u32::from(segment.last) + 1;
            of_rows[segment.row].push(pattern(segment.first, segment.last));
        }
        is_total &= next == u32::from(last) + 1;
        for (row, patterns) in rows.iter().zip(&of_rows).filter(|(_, patterns)| !patterns.is_empty()) {
            let variant = self.variant(row);
            arms.extend(quote!(#(#patterns)|* => #variant,));
        }
        let mut outside = Vec::new();
        outside.extend(first.checked_sub(1).map(|end| pattern(0, end)));
        outside.extend(last.checked_add(1).map(|start| pattern(start, u16::MAX)));
        if !is_total {
            arms.extend(quote!(_ => (none),));
        } else if !outside.is_empty() {
            arms.extend(quote!(#(#outside)|* => (none),));
        }
        arms
    }
}

fn pattern(first: u16, last: u16) -> TokenStream {
    let (start, end) = (Literal::u16_unsuffixed(first), Literal::u16_unsuffixed(last));
    if first == last { quote!(#start) } else { quote!(#start..=#end) }
}

/// The calls for what not every row has.
fn said(row: &Row) -> TokenStream {
    let mut calls = TokenStream::new();
    if row.label != row.meaning {
        let label = &row.label;
        calls.extend(quote!(.label(#label)));
    }
    match row.flags {
        Some(flags) => {
            calls.extend((!flags.wire).then(|| quote!(.unsendable())));
            calls.extend(flags.local.then(|| quote!(.local())));
            calls.extend((!flags.script).then(|| quote!(.no_script())));
        }
        // As the built-in table says, which the compiler then has.
        None => calls.extend(quote!(.judged())),
    }
    match row.sender {
        Sender::Either => {}
        Sender::Client => calls.extend(quote!(.client())),
        Sender::Server => calls.extend(quote!(.server())),
    }
    match row.reconnect {
        Reconnect::Unspecified => {}
        Reconnect::Never => calls.extend(quote!(.never())),
        Reconnect::AfterChange => calls.extend(quote!(.after_change())),
        Reconnect::Immediately => calls.extend(quote!(.immediately())),
        Reconnect::Backoff => calls.extend(quote!(.backoff())),
        Reconnect::After { min, max } => {
            let (min, max) = (Literal::u32_unsuffixed(min), Literal::u32_unsuffixed(max));
            calls.extend(quote!(.after(#min, #max)));
        }
    }
    let reference = &row.reference;
    calls.extend((!reference.is_empty()).then(|| quote!(.reference(&[#(#reference),*]))));
    calls.extend(row.since.as_ref().map(|since| quote!(.since(#since))));
    calls.extend(row.deprecated.as_ref().map(|note| quote!(.deprecated(#note))));
    calls
}
