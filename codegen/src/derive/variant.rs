//! A variant as a row.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Fields, LitInt, Meta, Type, Variant};

use super::attribute::{self, Item};
use super::{docs, value};
use crate::model::{At, Codes, DraftRow, Number, Payload, Reconnect, Sender};
use crate::nearest::suggestion;
use crate::problem::Problem;

const KEYS: [&str; 8] =
    ["meaning", "label", "description", "sender", "reconnect", "reference", "since", "deprecated"];
const WORDS: [&str; 3] = ["rest", "local", "reassigned"];

/// The discriminant that the next variant has if it gives none, as the compiler counts.
pub(super) struct Discriminants {
    next: Option<Number>,
    kind: TokenStream,
}

impl Discriminants {
    /// `kind` is the enum's integer type. Before the first explicit discriminant there is no code.
    pub(super) fn new(kind: TokenStream) -> Self {
        Self { next: None, kind }
    }

    /// The code that this variant's discriminant gives.
    fn take(
        &mut self,
        variant: &Variant,
        problems: &mut Vec<Problem<Span>>,
    ) -> Option<At<Number, Span>> {
        let number = match &variant.discriminant {
            Some((_, expr)) => value::of_expr(expr, &self.kind, expr.span(), problems)?,
            None => At::new(self.next.clone()?, variant.ident.span()),
        };
        self.next = Some(match &number.value {
            Number::Known(number) => Number::Known(number.saturating_add(1)),
            Number::Expr(expr) => Number::Expr(quote!((#expr) + 1)),
        });
        Some(number)
    }
}

/// What a variant asks for beyond its row.
pub(super) struct Lowered {
    pub(super) row: DraftRow<Span>,
    /// The variant means something else than the registry does by this code.
    pub(super) reassigned: bool,
}

/// Lowers a variant; `whole` is the range of the enum, which `rest` takes.
pub(super) fn lower(
    variant: &Variant,
    whole: (u16, u16),
    discriminants: &mut Discriminants,
    problems: &mut Vec<Problem<Span>>,
) -> Lowered {
    let at = variant.ident.span();
    let docs = docs::of(&variant.attrs);
    let mut lowered = Lowered { row: blank(variant, docs), reassigned: false };
    for item in attribute::items(&variant.attrs, problems) {
        match item {
            Item::Word(word) => lowered.word(&word, problems),
            Item::Pair { key, value, at } => lowered.row.pair(&key, &value, at, problems),
            Item::Codes { tokens, at } => {
                lowered.row.codes.extend(value::codes(&tokens, at, problems));
            }
        }
    }
    let discriminant = discriminants.take(variant, problems);
    let row = &mut lowered.row;
    if row.rest {
        rest(row, whole, at, problems);
    } else if row.codes.is_empty() {
        match discriminant {
            Some(number) if matches!(variant.fields, Fields::Unit) => {
                let at = number.at;
                row.codes.push(Codes { first: number.clone(), last: number, is_range: false, at });
            }
            _ => problems.push(without_code(variant)),
        }
    }
    payload(variant, &mut lowered.row, problems);
    lowered
}

fn blank(variant: &Variant, docs: docs::Docs) -> DraftRow<Span> {
    let at = variant.ident.span();
    DraftRow {
        codes: Vec::new(),
        name: At::new(variant.ident.to_string(), at),
        class: None,
        meaning: docs.meaning,
        label: None,
        description: docs.description,
        wire: None,
        local: None,
        script: None,
        sender: None,
        reconnect: None,
        reference: None,
        since: None,
        deprecated: variant.attrs.iter().find_map(deprecated),
        allow: Vec::new(),
        payload: Payload::Unit,
        rest: false,
        at,
    }
}

/// What Rust's own `#[deprecated]` says.
fn deprecated(attribute: &Attribute) -> Option<At<String, Span>> {
    if !attribute.path().is_ident("deprecated") {
        return None;
    }
    let mut note = "deprecated".to_owned();
    match &attribute.meta {
        Meta::Path(_) => {}
        Meta::NameValue(pair) => note = literal(&pair.value).unwrap_or(note),
        Meta::List(_) => {
            // Whatever else stands there, the compiler reads it and complains.
            let _ = attribute.parse_nested_meta(|meta| {
                let text: syn::LitStr = meta.value()?.parse()?;
                if meta.path.is_ident("note") {
                    note = text.value();
                }
                Ok(())
            });
        }
    }
    Some(At::new(note, attribute.meta.span()))
}

fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

fn without_code(variant: &Variant) -> Problem<Span> {
    let name = &variant.ident;
    let help = match variant.fields {
        Fields::Unit => format!("write `#[close_code(4001)]` above it, or `{name} = 4001`"),
        _ => "write `#[close_code(4100..=4199)]` above it, or `#[close_code(rest)]`".to_owned(),
    };
    Problem::error(name.span(), format!("`{name}` has no close code")).help(help)
}

fn rest(row: &mut DraftRow<Span>, whole: (u16, u16), at: Span, problems: &mut Vec<Problem<Span>>) {
    if let Some(codes) = row.codes.first() {
        problems.push(
            Problem::error(codes.at, "`rest` takes what is left, and no codes of its own")
                .help("remove either the codes or `rest`"),
        );
    }
    let end = |code: u16| At::new(Number::Known(code.into()), at);
    row.codes = vec![Codes { first: end(whole.0), last: end(whole.1), is_range: true, at }];
}

/// A variant is a unit, or carries a `CloseCode` and nothing else.
fn payload(variant: &Variant, row: &mut DraftRow<Span>, problems: &mut Vec<Problem<Span>>) {
    let wrong = match &variant.fields {
        Fields::Unit => return,
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let kind = &fields.unnamed[0].ty;
            if is_close_code(kind) {
                row.payload = Payload::Carried;
                return;
            }
            kind.span()
        }
        fields => fields.span(),
    };
    let name = &variant.ident;
    problems.push(
        Problem::error(wrong, "a variant carries its `CloseCode` or nothing")
            .help(format!("write `{name}(CloseCode)` or `{name}`")),
    );
}

fn is_close_code(kind: &Type) -> bool {
    match kind {
        Type::Path(path) => path.path.segments.last().is_some_and(|last| last.ident == "CloseCode"),
        Type::Group(group) => is_close_code(&group.elem),
        Type::Paren(paren) => is_close_code(&paren.elem),
        _ => false,
    }
}

impl Lowered {
    fn word(&mut self, word: &Ident, problems: &mut Vec<Problem<Span>>) {
        match word.to_string().as_str() {
            "rest" => self.row.rest = true,
            "local" => self.row.local = Some(At::new(true, word.span())),
            "reassigned" => self.reassigned = true,
            other => problems.push(
                Problem::error(word.span(), format!("unknown word `{other}`"))
                    .help(suggestion(other, &[&WORDS[..], &KEYS[..]].concat())),
            ),
        }
    }
}

impl DraftRow<Span> {
    fn pair(&mut self, key: &Ident, tokens: &[TokenTree], at: Span, problems: &mut Vec<Problem<Span>>) {
        let name = key.to_string();
        let text = |problems: &mut _| value::text(&name, tokens, at, problems);
        match name.as_str() {
            "meaning" => self.meaning = text(problems).or(self.meaning.take()),
            "label" => self.label = text(problems),
            "description" => self.description = text(problems).or(self.description.take()),
            "since" => self.since = text(problems),
            "deprecated" => self.deprecated = text(problems),
            "reference" => self.reference = text(problems).map(|text| vec![text]),
            "sender" => {
                let Some(text) = text(problems) else { return };
                self.sender = word(&text, Sender::parse(&text.value), "sender", &Sender::WORDS, problems);
            }
            "reconnect" => self.reconnect = reconnect(tokens, at, problems),
            other => problems.push(
                Problem::error(key.span(), format!("unknown key `{other}`"))
                    .help(suggestion(other, &[&KEYS[..], &WORDS[..]].concat())),
            ),
        }
    }
}

/// The value of a word, or a problem with the nearest right one.
fn word<T>(
    text: &At<String, Span>,
    value: Option<T>,
    key: &str,
    words: &[&str],
    problems: &mut Vec<Problem<Span>>,
) -> Option<At<T, Span>> {
    if value.is_none() {
        problems.push(
            Problem::error(text.at, format!("unknown {key} `{}`", text.value))
                .help(suggestion(&text.value, words)),
        );
    }
    value.map(|value| At::new(value, text.at))
}

/// `"never"`, or `{ after = [5, 30] }` as in a table.
fn reconnect(
    tokens: &[TokenTree],
    at: Span,
    problems: &mut Vec<Problem<Span>>,
) -> Option<At<Reconnect, Span>> {
    if let [TokenTree::Group(group)] = tokens {
        let after = after(group.stream());
        if after.is_none() {
            problems.push(
                Problem::error(at, "a delay has a shortest and a longest time in whole seconds")
                    .help("write `reconnect = { after = [5, 30] }`"),
            );
        }
        return after.map(|reconnect| At::new(reconnect, at));
    }
    let text = value::text("reconnect", tokens, at, problems)?;
    word(&text, Reconnect::parse(&text.value), "reconnect", &Reconnect::WORDS, problems)
}

fn after(tokens: TokenStream) -> Option<Reconnect> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let [TokenTree::Ident(key), TokenTree::Punct(equals), TokenTree::Group(pair)] = tokens.as_slice()
    else {
        return None;
    };
    let pair: Vec<TokenTree> = pair.stream().into_iter().collect();
    let [TokenTree::Literal(min), TokenTree::Punct(comma), TokenTree::Literal(max), ..] = pair.as_slice()
    else {
        return None;
    };
    let seconds = |literal: &proc_macro2::Literal| {
        let number: LitInt = syn::parse2(quote!(#literal)).ok()?;
        number.base10_parse().ok()
    };
    (key == "after" && equals.as_char() == '=' && comma.as_char() == ',').then_some(())?;
    Some(Reconnect::After { min: seconds(min)?, max: seconds(max)? })
}
