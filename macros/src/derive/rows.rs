//! A checked table as rows for the macro that generates the implementations (`src/table.rs` of the runtime
//! crate).

use std::collections::HashMap;

use close_code_codegen::model::{Codes, Number, Payload, Row, Table};
use close_code_codegen::rust::calls::{self, Argument};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::DeriveInput;

use super::expressions::Expressions;
use super::lower::{Lowered, Variant, located};
use super::options::EnumOptions;

/// The version of the row format, and who wrote the rows.
const FORMAT: &str = concat!("close-code-macros ", env!("CARGO_PKG_VERSION"));

/// The rows of a table, and which code belongs to which.
pub(super) fn emit(item: &DeriveInput, lowered: &Lowered, table: &Table) -> TokenStream {
    let writer = Writer::new(lowered, table);
    let (krate, name, visibility) = (writer.krate, writer.name, &item.vis);
    let (first, last) = table.head().span;
    let (first, last) = (Literal::u16_unsuffixed(first), Literal::u16_unsuffixed(last));
    let lookup = if table.is_remembered() { quote!(memo) } else { quote!(match) };
    let make = make(&lowered.options, table.has_code(), table.is_sendable());
    let rows = table.rows().iter().enumerate().map(|(index, row)| writer.row(index, row));
    let unsorted = lowered.is_computed().then(|| quote!(unsorted));
    let codes = writer.codes();
    let arms = writer.arms();
    quote! {
        #krate::__table! {
            v1 #FORMAT impl { #visibility } #name in #first..=#last by #lookup;
            class none;
            make { #make }
            rows #unsorted { #(#rows)* }
            #codes
            match { #arms }
        }
    }
}

/// Implementations for an item with mistakes, so that the mistakes are all that is reported.
pub(super) fn mistaken(
    item: &DeriveInput,
    options: &EnumOptions,
    is_sendable: bool,
) -> TokenStream {
    // Whether generics let the enum be `Copy` is not the mistake to report.
    let mut generics = item.generics.clone();
    if !generics.params.is_empty() {
        let predicate = syn::parse_quote!(Self: ::core::marker::Copy + 'static);
        generics.make_where_clause().predicates.push(predicate);
    }
    let (impls, types, bounds) = generics.split_for_impl();
    let (name, visibility) = (located(&item.ident), &item.vis);
    let krate = &options.krate;
    let make = make(options, true, is_sendable);
    quote! {
        #krate::__table! {
            v1 #FORMAT mistaken { #visibility } #name [#impls] [#types] [#bounds];
            make { #make }
        }
    }
}

/// What the macro generates from the rows; `has_code` if every variant is one code, or carries it, and
/// `is_sendable` if all of them may be sent.
fn make(options: &EnumOptions, has_code: bool, is_sendable: bool) -> TokenStream {
    let error = options.error();
    let (display, into): (_, &[&str]) = match (has_code, is_sendable) {
        (false, _) => (quote!(Display(label)), &[]),
        (true, false) => (quote!(Display), &["code", "into_code", "into_number", "try_into_wire"]),
        (true, true) => (quote!(Display), &["code", "into_code", "into_number", "into_wire"]),
    };
    let mut make = TokenStream::new();
    let mut add = |word: &str, tokens: TokenStream| {
        if options.skip.keeps(word) {
            make.extend(tokens);
        }
    };
    for word in ["from_code", "entry", "meaning", "reconnect"].iter().chain(into) {
        add(word, format_ident!("{word}").into_token_stream());
    }
    add("Display", display);
    if options.is_infallible() {
        add("from_code_total", quote!(from_code_total));
        add("from_number_total", quote!(from_number_total));
    } else {
        add("try_from_code", quote!(try_from_code(#error)));
        add("try_from_number", quote!(try_from_number(#error)));
    }
    make
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

    /// The variants that carry their code, if every variant has one.
    fn codes(&self) -> Option<TokenStream> {
        let carriers = self.table.rows().iter().filter(|row| row.carries_code);
        let carriers = carriers.map(|row| self.variant(row));
        self.table.has_code().then(|| quote!(codes { #(#carriers)* }))
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
    fn row(&self, index: usize, row: &Row) -> TokenStream {
        let index = Literal::usize_unsuffixed(index);
        let variant = self.variant(row);
        let (name, constant) = (row.name.trim_start_matches("r#"), &row.constant);
        let meaning = &row.meaning;
        let texts = quote!(#name, #constant, #meaning);
        let Some((codes, more)) = row.codes.split_first() else { return TokenStream::new() };
        let (first, last) = (self.number(&codes.first), self.number(&codes.last));
        let made = if row.single().is_some() {
            quote!(code(#first, #texts))
        } else {
            quote!(range(#first, #last, #texts))
        };
        let more = self.more(more);
        let calls = calls::of(row).into_iter().map(|(name, arguments)| {
            let (name, arguments) = (format_ident!("{name}"), arguments.iter().map(argument));
            quote!(.#name(#(#arguments),*))
        });
        quote!(#index #variant = #made #more #(#calls)*;)
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

    /// Which codes belong to which variant, the narrowest first. Where every code of the range has a variant,
    /// the last arm names the codes outside, since nothing else is left.
    fn arms(&self) -> TokenStream {
        let rows = self.table.rows();
        let mut arms: TokenStream = self
            .table
            .arms()
            .iter()
            .map(|arm| {
                let variant = self.variant(&rows[arm.row]);
                let (first, last) = (self.number(&arm.codes.first), self.number(&arm.codes.last));
                if arm.codes.is_range {
                    quote!(#first..=#last => #variant,)
                } else {
                    quote!(#first => #variant,)
                }
            })
            .collect();
        match self.table.outside() {
            None => arms.extend(quote!(_ => (none),)),
            Some(outside) if outside.is_empty() => {}
            Some(outside) => {
                let outside = outside.into_iter().map(|(first, last)| pattern(first, last));
                arms.extend(quote!(#(#outside)|* => (none),));
            }
        }
        arms
    }
}

fn pattern(first: u16, last: u16) -> TokenStream {
    let (start, end) = (Literal::u16_unsuffixed(first), Literal::u16_unsuffixed(last));
    if first == last { quote!(#start) } else { quote!(#start..=#end) }
}

fn argument(argument: &Argument<'_>) -> TokenStream {
    match argument {
        Argument::Text(text) => quote!(#text),
        Argument::Number(number) => Literal::u32_unsuffixed(*number).into_token_stream(),
        Argument::Texts(texts) => quote!(&[#(#texts),*]),
        Argument::Pairs(pairs) => {
            let pairs = pairs.iter().map(|(key, text)| quote!((#key, #text)));
            quote!(&[#(#pairs),*])
        }
    }
}
