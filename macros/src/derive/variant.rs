//! A variant as a row.

use close_code_codegen::model::{At, Details, DraftCodes, DraftRow, Payload, Sender, Span};
use close_code_codegen::naming;
use close_code_codegen::nearest::{nearest, suggestion};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Fields, Ident, LitStr, Meta, Token, Type, Variant};

use super::attributes::{self, Argument, Item, Key, constant};
use super::context::Context;
use super::discriminant::{Discriminant, Discriminants};
use super::docs::{self, Docs};
use super::expressions::Expressions;
use super::keys;
use super::number::Codes;
use super::value;

/// A variant as a row, and what the row does not say.
pub(super) struct Lowered {
    pub(super) row: DraftRow,
    /// The code is the variant's discriminant.
    pub(super) discriminant: bool,
    /// The compiler rejects the discriminant, so it is not reported here.
    pub(super) refused: bool,
}

/// Lowers a variant.
pub(super) fn lower(
    variant: &Variant,
    krate: Option<&TokenStream>,
    discriminants: &mut Discriminants,
    expressions: &mut Expressions,
    context: &mut Context,
) -> Lowered {
    let before = context.problems.len();
    let docs = docs::read(&variant.attrs, context);
    let deprecated = variant.attrs.iter().find_map(|attribute| deprecated(attribute, context));
    let arguments = attributes::read("close_code", &variant.attrs, context);
    let at = context.at(variant.ident.span());
    let row = DraftRow {
        meaning: docs.meaning.clone(),
        details: Details {
            description: docs.description.clone(),
            deprecated,
            ..Details::default()
        },
        payload: Payload::Unit,
        ..DraftRow::new(At::new(variant.ident.to_string(), at), at)
    };
    let mut lowered = Lowered { row, discriminant: false, refused: false };
    misplaced(&variant.fields, context);
    // Codes that cannot be read are still codes: nothing is missing then.
    let mut mentions = context.problems.len() > before;
    for argument in &arguments {
        match argument {
            Argument::Word(key, word) if is_constant(&key.name) => {
                mentions = true;
                let codes = Codes::Single(constant(word));
                lowered.row.codes.extend(codes.lower(key.at, expressions, context));
            }
            Argument::Word(key, _) => {
                let before = context.problems.len();
                lowered.word(key, context);
                attributes::or_constant(key, &mut context.problems[before..]);
            }
            Argument::Pair { key, value, at } => pair(&mut lowered.row, key, value, *at, context),
            Argument::List { key, items } if key.name == "extra" => {
                lowered.row.details.extra = extra(items, context);
            }
            Argument::List { key, .. } => unknown(key, context),
            Argument::Codes { codes, at } => {
                mentions = true;
                lowered.row.codes.extend(codes.lower(*at, expressions, context));
            }
        }
    }
    // Nor is it if a key may have been meant for `rest`, or for a code.
    let is_reported = context.problems.len() > before;
    undescribed(docs, &arguments, context);
    lowered.row.payload = payload(variant, krate, context);
    let is_code = !mentions && !lowered.row.rest && lowered.row.payload == Payload::Unit;
    let discriminant = discriminants.take(variant, is_code, expressions, context);
    if lowered.row.rest {
        rest(&mut lowered.row, context);
    } else if !(mentions || lowered.take(discriminant, is_code) || is_reported) {
        without_code(variant, lowered.row.at, context);
    }
    lowered
}

impl Lowered {
    fn word(&mut self, key: &Key, context: &mut Context) {
        match key.name.as_str() {
            "rest" => self.row.rest = true,
            "local" => self.row.local = Some(At::new(true, key.at)),
            "reassigned" => self.row.reassigned = true,
            "extra" => extra_is_a_list(key.at, context),
            name if keys::of_variant().contains(&name) => context.error(
                key.at,
                format!("`{name}` has no value"),
                format!("write `{name} = \"...\"`"),
            ),
            _ => unknown(key, context),
        }
    }

    /// Takes the discriminant as the code: `false` if the variant has none.
    fn take(&mut self, discriminant: Discriminant, is_code: bool) -> bool {
        match discriminant {
            Discriminant::Code(number) if is_code => {
                let at = number.at;
                self.discriminant = true;
                self.row.codes =
                    vec![DraftCodes { first: number.clone(), last: number, is_range: false, at }];
            }
            Discriminant::Refused => self.refused = true,
            _ => return false,
        }
        true
    }
}

/// A row that takes the rest may have one code, unless it carries the one that it was made from.
fn rest(row: &mut DraftRow, context: &mut Context) {
    let Some(first) = row.codes.first() else { return };
    if row.payload != Payload::Unit {
        context.error(
            first.at,
            "a `rest` variant that contains its code cannot have other codes",
            "remove either the codes or `rest`",
        );
    } else if row.codes.len() > 1 || first.is_range {
        context.error(
            first.at,
            "a `rest` variant can have at most one code",
            "remove the others, or `rest`",
        );
    }
}

/// Texts of the author's own.
fn extra(items: &[Item], context: &mut Context) -> Vec<(At<String>, At<String>)> {
    let mut all: Vec<(At<String>, At<String>)> = Vec::new();
    for item in items {
        let pair = |input: ParseStream<'_>| {
            let key = input.call(Ident::parse_any)?;
            input.parse::<Token![=]>()?;
            Ok((key, input.parse::<LitStr>()?))
        };
        let Ok((key, text)) = pair.parse2(item.tokens.clone()) else {
            extra_is_a_list(item.at, context);
            continue;
        };
        let name = key.to_string().trim_start_matches("r#").to_owned();
        let at = context.at(key.span());
        if all.iter().any(|(key, _)| key.value == name) {
            context.error(at, format!("duplicate `{name}`"), "keep one of the two");
        }
        let text = At::new(text.value(), context.at(text.span()));
        all.push((At::new(name, at), text));
    }
    all
}

fn extra_is_a_list(at: Span, context: &mut Context) {
    context.error(at, "`extra` needs a list of keys and strings", "write `extra(key = \"text\")`");
}

fn without_code(variant: &Variant, at: Span, context: &mut Context) {
    let name = &variant.ident;
    let help = match variant.fields {
        Fields::Unit => format!("write `#[close_code(4001)]` above it, or `{name} = 4001`"),
        _ => "write `#[close_code(4100..=4199)]` above it, or `#[close_code(rest)]`".to_owned(),
    };
    context.error(at, format!("`{name}` has no close code"), help);
}

/// An argument with a value.
fn pair(row: &mut DraftRow, key: &Key, tokens: &TokenStream, at: Span, context: &mut Context) {
    let text = |context: &mut _| value::text(key, tokens, at, context);
    match key.name.as_str() {
        "meaning" => row.meaning = text(context).or(row.meaning.take()),
        "label" => row.label = text(context),
        "extra" => extra_is_a_list(at, context),
        "reference" => row.details.reference = value::texts(key, tokens, at, context),
        "reconnect" => row.reconnect = value::reconnect(key, tokens, at, context),
        "sender" => {
            let Some(text) = text(context) else { return };
            let sender = Sender::parse(&text.value);
            row.sender = value::word(key, &text, sender, &Sender::WORDS, context);
        }
        name if keys::WORDS.contains(&name) => {
            context.error(at, format!("`{name}` takes no value"), format!("write `{name}` alone"));
        }
        name => match row.details.texts_mut().into_iter().find(|(key, _)| *key == name) {
            Some((_, detail)) => *detail = text(context).or(detail.take()),
            None => unknown(key, context),
        },
    }
}

/// Whether a lone word is a constant, and not a misspelled key.
fn is_constant(word: &str) -> bool {
    !naming::is_keyword(word)
        && !keys::of_variant().contains(&word)
        && !keys::OF_ENUM.contains(&word)
        && nearest(word, &keys::of_variant()).is_none()
}

fn unknown(key: &Key, context: &mut Context) {
    let name = key.name.as_str();
    if keys::OF_ENUM.contains(&name) {
        let message = format!("`{name}` is a key of the enum, and not of a variant");
        return context.error(key.at, message, "write it above the enum");
    }
    context.error(key.at, format!("unknown key `{name}`"), suggestion(name, &keys::of_variant()));
}

/// What is wrong with a doc comment, if the meaning is not said otherwise.
fn undescribed(docs: Docs, arguments: &[Argument], context: &mut Context) {
    let says = |argument: &Argument| matches!(argument, Argument::Pair { key, .. } if key.name == "meaning");
    context.problems.extend(docs.wrong.filter(|_| !arguments.iter().any(says)));
}

/// The note of Rust's own `#[deprecated]`.
fn deprecated(attribute: &Attribute, context: &mut Context) -> Option<At<String>> {
    if !attribute.path().is_ident("deprecated") {
        return None;
    }
    let mut note = None;
    match &attribute.meta {
        Meta::Path(_) => {}
        Meta::NameValue(value) => note = docs::text(&value.value),
        Meta::List(_) => {
            // The compiler reports what is wrong with it.
            let _ = attribute.parse_nested_meta(|meta| {
                let text = meta.value()?.parse::<LitStr>()?.value();
                if meta.path.is_ident("note") {
                    note = Some(text);
                }
                Ok(())
            });
        }
    }
    let at = context.at(attribute.bracket_token.span.join());
    Some(At::new(note.unwrap_or_else(|| "deprecated".to_owned()), at))
}

/// What a variant carries: nothing, a `CloseCode` or a `u16`, each by any path. A macro sees no types, so an
/// alias under another name is refused, and a stranger of one of these names is refused by the compiler.
///
/// Reports nothing without a path of the runtime crate: generics have been reported then, and they are one
/// mistake.
fn payload(variant: &Variant, krate: Option<&TokenStream>, context: &mut Context) -> Payload {
    let (tokens, inside) = match &variant.fields {
        Fields::Unit => return Payload::Unit,
        Fields::Named(fields) => (fields.to_token_stream(), TokenStream::new()),
        Fields::Unnamed(fields) => (fields.to_token_stream(), fields.unnamed.to_token_stream()),
    };
    if let Fields::Unnamed(fields) = &variant.fields {
        let mut types = fields.unnamed.iter().map(|field| &field.ty);
        match (types.next().and_then(last_segment).as_deref(), types.next()) {
            (Some("CloseCode"), None) => return Payload::Carried,
            (Some("u16"), None) => return Payload::Number,
            _ => {}
        }
    }
    let Some(krate) = krate else { return Payload::Carried };
    let whole = context.of(&tokens, Span::default());
    let at = context.of(&inside, whole);
    let name = &variant.ident;
    let krate = krate.to_string().replace(' ', "");
    context.error(
        at,
        format!("`{name}` can contain only its code"),
        format!("write `{name}({krate}::CloseCode)`, `{name}(u16)` or `{name}` alone"),
    );
    Payload::Carried
}

/// The last name of a path without generics, which a macro may have wrapped.
fn last_segment(of: &Type) -> Option<String> {
    match of {
        Type::Group(inner) => last_segment(&inner.elem),
        Type::Paren(inner) => last_segment(&inner.elem),
        Type::Path(path) if path.qself.is_none() => {
            let last = path.path.segments.last()?;
            last.arguments.is_none().then(|| last.ident.to_string())
        }
        _ => None,
    }
}

/// Reports `#[close_code]` on a field, which the compiler accepts.
fn misplaced(fields: &Fields, context: &mut Context) {
    for field in fields {
        for attribute in &field.attrs {
            if attribute.path().is_ident("close_code") {
                let at = context.of(attribute, Span::default());
                let message = "`close_code` belongs to the variant";
                context.error(at, message, "move it above the variant's name");
            }
        }
    }
}
