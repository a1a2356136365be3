//! The item that the derive stands on.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::Parser as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, Data, DeriveInput, Ident, Path};

use super::attribute::{self, Item};
use super::variant::{self, Discriminants};
use super::{docs, value};
use crate::model::{At, Codes, Draft, Head, Number, Rules, Table};
use crate::nearest::suggestion;
use crate::problem::Problem;
use crate::rust::{Options, rows};

/// The private-use range, which an enum is about unless it says otherwise (RFC 6455 section 7.4.2).
const PRIVATE_USE: (u16, u16) = (4000, 4999);

/// What the enum asks for beyond its table.
pub(super) struct Subject {
    pub(super) options: Options,
    pub(super) visibility: TokenStream,
    range: (u16, u16),
    /// The range was written, so its codes have to be judged one by one.
    explicit: bool,
    /// Every code of the range has to have a variant, asked for at this place.
    total: Option<Span>,
    /// The variants that mean something else than the registry does.
    reassigned: Vec<String>,
}

/// Lowers the item. What cannot be lowered is reported, and the draft has what could be.
pub(super) fn lower(
    input: &DeriveInput,
    problems: &mut Vec<Problem<Span>>,
) -> (Subject, Draft<Span>) {
    let visibility = &input.vis;
    let mut subject = Subject {
        options: Options::default(),
        visibility: quote!(#visibility),
        range: PRIVATE_USE,
        explicit: false,
        total: None,
        reassigned: Vec::new(),
    };
    let mut range_at = input.ident.span();
    for item in attribute::items(&input.attrs, problems) {
        subject.item(item, &mut range_at, problems);
    }
    if !input.generics.params.is_empty() {
        problems.push(
            Problem::error(input.generics.span(), "an enum of close codes has no generics")
                .help("remove them: its variants carry a `CloseCode` or nothing"),
        );
    }
    let head = head(input, subject.range, range_at);
    let codes = subject.variants(input, problems);
    (subject, Draft { head, ranges: Vec::new(), codes })
}

fn head(input: &DeriveInput, span: (u16, u16), span_at: Span) -> Head<Span> {
    let docs = docs::of(&input.attrs);
    Head {
        name: At::new(input.ident.to_string(), input.ident.span()),
        class: None,
        title: None,
        // A doc comment of the enum is prose of any kind, and no text of the table.
        description: docs.meaning.filter(|text| !text.value.is_empty()),
        span,
        span_at,
        reference: Vec::new(),
        as_of: None,
        keeps_code: false,
        allow: Vec::new(),
        rules: Rules { total: false, derived: true },
    }
}

/// The integer type of the discriminants.
fn repr(attributes: &[Attribute]) -> TokenStream {
    let mut kind = quote!(isize);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("repr")) {
        // What is no integer type is not for us, and the compiler reads the rest.
        let _ = attribute.parse_nested_meta(|meta| {
            let is_integer = |ident: &&Ident| {
                let text = ident.to_string();
                text.strip_prefix(['u', 'i']).is_some_and(|width| {
                    width == "size" || width.chars().all(|c| c.is_ascii_digit())
                })
            };
            if let Some(integer) = meta.path.get_ident().filter(is_integer) {
                kind = quote!(#integer);
            }
            Ok(())
        });
    }
    kind
}

impl Subject {
    fn item(&mut self, item: Item, range_at: &mut Span, problems: &mut Vec<Problem<Span>>) {
        const KEYS: [&str; 3] = ["range", "crate", "total"];
        match item {
            Item::Word(word) if word == "total" => self.total = Some(word.span()),
            Item::Pair { key, value, at } if key == "range" => {
                *range_at = at;
                self.set_range(&value, at, problems);
            }
            Item::Pair { key, value, at } if key == "crate" => self.set_crate(value, at, problems),
            Item::Word(word) | Item::Pair { key: word, .. } => problems.push(
                Problem::error(word.span(), format!("unknown key `{word}` on an enum"))
                    .help(suggestion(&word.to_string(), &KEYS)),
            ),
            Item::Codes { at, .. } => problems.push(
                Problem::error(at, "codes belong to variants")
                    .help("write `#[close_code(range = 4000..=4999)]` for the range of the enum"),
            ),
        }
    }

    fn set_crate(&mut self, tokens: Vec<TokenTree>, at: Span, problems: &mut Vec<Problem<Span>>) {
        let path: TokenStream = tokens.into_iter().collect();
        if Path::parse_mod_style.parse2(path.clone()).is_ok() {
            self.options.krate = path;
        } else {
            problems.push(
                Problem::error(at, "this is not the path of a crate")
                    .help("write `crate = ::close_code` with the name that the crate has here"),
            );
        }
    }

    fn set_range(&mut self, tokens: &[TokenTree], at: Span, problems: &mut Vec<Problem<Span>>) {
        let before = problems.len();
        match value::codes(tokens, at, problems) {
            Some(Codes { first, last, is_range: true, .. }) => {
                match (first.value.code(), last.value.code()) {
                    (Some(first), Some(last)) if first <= last => {
                        (self.range, self.explicit) = ((first, last), true);
                    }
                    _ => problems.push(
                        Problem::error(at, "this is not a range of close codes").help(
                            "both ends are numbers from 0 to 65535, the first not greater than the last",
                        ),
                    ),
                }
            }
            Some(_) => problems.push(
                Problem::error(at, "`range` is a range of codes").help("write `range = 4000..=4999`"),
            ),
            None => debug_assert!(problems.len() > before, "what is no code is reported"),
        }
    }

    fn variants(
        &mut self,
        input: &DeriveInput,
        problems: &mut Vec<Problem<Span>>,
    ) -> Vec<crate::model::DraftRow<Span>> {
        let help = "write it on an `enum` with a variant for each code";
        let data = match &input.data {
            Data::Enum(data) => data,
            Data::Struct(data) => {
                problems.push(
                    Problem::error(data.struct_token.span, "close codes are an enum, not a struct")
                        .help(help),
                );
                return Vec::new();
            }
            Data::Union(data) => {
                problems.push(
                    Problem::error(data.union_token.span, "close codes are an enum, not a union")
                        .help(help),
                );
                return Vec::new();
            }
        };
        if data.variants.is_empty() {
            problems.push(
                Problem::error(input.ident.span(), format!("`{}` has no variants", input.ident))
                    .help("add one for each close code"),
            );
        }
        let mut discriminants = Discriminants::new(repr(&input.attrs));
        let mut rows = Vec::with_capacity(data.variants.len());
        for variant in &data.variants {
            let lowered = variant::lower(variant, self.range, &mut discriminants, problems);
            if lowered.reassigned {
                self.reassigned.push(lowered.row.name.value.clone());
            }
            rows.push(lowered.row);
        }
        rows
    }

    /// What only the compiler can judge, because it needs the built-in table or the value of an
    /// expression: assertions at the user's own tokens.
    pub(super) fn judgements(&self, table: &Table<Span>) -> TokenStream {
        let krate = &self.options.krate;
        let (first, last) = self.range;
        let judged = table.rows().iter().filter(|row| !row.rest).flat_map(|row| {
            row.codes.iter().filter(|codes| self.is_doubtful(codes)).map(move |codes| (row, codes))
        });
        let codes = judged.map(|(row, codes)| {
            let (from, to) = (rows::wide(&codes.first.value), rows::wide(&codes.last.value));
            let local = row.local;
            let name = row.name.value.trim_start_matches("r#");
            let alias = if codes.is_range || self.reassigned.contains(&row.name.value) {
                quote!(::core::option::Option::None)
            } else {
                quote!(::core::option::Option::Some(#name))
            };
            quote_spanned! {located(codes.at)=>
                const _: () = #krate::__private::judge::codes(#from, #to, #first, #last, #local, #alias);
            }
        });
        let clash = (!rows::is_known(table)).then(|| {
            let names = table.rows().iter().map(|row| &row.name.value);
            quote_spanned! {located(table.head().name.at)=>
                const _: () = #krate::__private::judge::clash(__CLOSE_CODE_SPANS, &[#(#names),*]);
            }
        });
        let total = self.total.map(|at| {
            quote_spanned! {located(at)=>
                const _: () = #krate::__private::judge::total(&__CLOSE_CODE_PAINTED, #first, #last);
            }
        });
        quote!(#(#codes)* #clash #total)
    }

    /// Literals inside the private-use range need no judge; everything else does.
    fn is_doubtful(&self, codes: &Codes<Span>) -> bool {
        let inside = |number: &Number| {
            number.code().is_some_and(|code| self.range.0 <= code && code <= self.range.1)
        };
        self.explicit || !inside(&codes.first.value) || !inside(&codes.last.value)
    }
}

/// Points at the user's tokens, and resolves names where the macro is.
fn located(at: Span) -> Span {
    Span::call_site().located_at(at)
}
