//! A variant as a row.

use proc_macro2::{Delimiter, TokenTree};

use super::argument::{self, Argument, Key};
use super::constant::Constants;
use super::discriminant::{Discriminant, Discriminants};
use super::docs::{self, Docs};
use super::item::{Attribute, Variant};
use super::site::Site;
use super::tokens::is_punct;
use super::{literal, payload, value};
use crate::model::{At, DraftCodes, DraftRow, Payload, Sender};
use crate::nearest::suggestion;
use crate::problem::Problem;

/// The arguments with a value.
const KEYS: [&str; 8] =
    ["meaning", "label", "description", "sender", "reconnect", "reference", "since", "deprecated"];
/// The arguments without.
const WORDS: [&str; 3] = ["rest", "local", "reassigned"];

/// Whether a word is an argument of a variant.
pub(super) fn is_key(word: &str) -> bool {
    KEYS.contains(&word) || WORDS.contains(&word)
}

/// What a variant asks for beyond its row.
pub(super) struct Lowered {
    pub(super) row: DraftRow,
    /// The code is the variant's discriminant.
    pub(super) discriminant: bool,
    /// The variant means something else than the registry does by this code.
    pub(super) reassigned: bool,
    /// The compiler refuses the discriminant, so nothing is said about it here.
    pub(super) refused: bool,
}

/// Lowers a variant.
pub(super) fn lower(
    variant: &Variant,
    discriminants: &mut Discriminants,
    constants: &mut Constants,
    problems: &mut Vec<Problem>,
) -> Lowered {
    let docs = docs::of(&variant.attributes);
    let before = problems.len();
    problems.extend(payload::misplaced(variant));
    let arguments = argument::of(&variant.attributes, problems);
    let (meaning, description) = (docs.meaning.clone(), docs.description.clone());
    let row = DraftRow { meaning, description, ..blank(variant) };
    let mut lowered = Lowered { row, discriminant: false, reassigned: false, refused: false };
    // Codes that cannot be read are codes all the same: nothing is missing then.
    let mut mentions = problems.len() > before;
    for argument in &arguments {
        match argument {
            Argument::Word(key) => lowered.word(key, problems),
            Argument::Pair { key, value, at } => pair(&mut lowered.row, key, value, *at, problems),
            Argument::Codes { tokens, at } => {
                mentions = true;
                lowered.row.codes.extend(value::codes(tokens, *at, constants, problems));
            }
        }
    }
    problems.extend(undescribed(docs, &arguments));
    if variant.payload.is_some() {
        lowered.row.payload = Payload::Carried;
    }
    let is_code = !mentions && !lowered.row.rest && lowered.row.payload == Payload::Unit;
    let discriminant = discriminants.take(variant, is_code, constants);
    if lowered.row.rest {
        problems.extend(rest(&mut lowered.row));
    } else if !mentions {
        lowered.take(discriminant, is_code, variant, problems);
    }
    lowered
}

fn blank(variant: &Variant) -> DraftRow {
    DraftRow {
        deprecated: variant.attributes.iter().find_map(deprecated),
        payload: Payload::Unit,
        ..DraftRow::new(At::new(variant.name.to_string(), variant.at), variant.at)
    }
}

/// What Rust's own `#[deprecated]` says.
fn deprecated(attribute: &Attribute) -> Option<At<String>> {
    if attribute.name != "deprecated" {
        return None;
    }
    let note = match attribute.arguments.as_slice() {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            let is_note = |tree: &TokenTree| matches!(tree, TokenTree::Ident(key) if key == "note");
            let at = tokens.iter().position(is_note);
            at.and_then(|at| note(&tokens[at + 1..]))
        }
        arguments => note(arguments),
    };
    Some(At::new(note.unwrap_or_else(|| "deprecated".to_owned()), attribute.at))
}

/// The text behind `=`.
fn note(tokens: &[TokenTree]) -> Option<String> {
    match tokens {
        [equals, TokenTree::Literal(text), ..] if is_punct(equals, '=') => literal::text(text),
        _ => None,
    }
}

/// What is wrong with a doc comment, where the meaning is not said otherwise.
fn undescribed(docs: Docs, arguments: &[Argument]) -> Option<Problem> {
    let says = |argument: &Argument| matches!(argument, Argument::Pair { key, .. } if key.name == "meaning");
    docs.wrong.filter(|_| !arguments.iter().any(says))
}

/// A row that takes the rest has no codes of its own.
fn rest(row: &mut DraftRow) -> Option<Problem> {
    let codes = core::mem::take(&mut row.codes);
    let codes = codes.first()?;
    Some(
        Problem::error(codes.at, "`rest` takes what is left, and no codes of its own")
            .help("remove either the codes or `rest`"),
    )
}

fn without_code(variant: &Variant) -> Problem {
    let name = &variant.name;
    let help = match variant.payload {
        None => format!("write `#[close_code(4001)]` above it, or `{name} = 4001`"),
        Some(_) => {
            "write `#[close_code(4100..=4199)]` above it, or `#[close_code(rest)]`".to_owned()
        }
    };
    Problem::error(variant.at, format!("`{name}` has no close code")).help(help)
}

impl Lowered {
    fn word(&mut self, key: &Key, problems: &mut Vec<Problem>) {
        match key.name.as_str() {
            "rest" => self.row.rest = true,
            "local" => self.row.local = Some(At::new(true, key.at)),
            "reassigned" => self.reassigned = true,
            name if KEYS.contains(&name) => problems.push(
                Problem::error(key.at, format!("`{name}` has no value"))
                    .help(format!("write `{name} = \"...\"`")),
            ),
            name => problems.push(unknown(key, name, &[&WORDS[..], &KEYS[..]].concat())),
        }
    }

    /// Takes the discriminant as the code.
    fn take(
        &mut self,
        discriminant: Discriminant,
        is_code: bool,
        variant: &Variant,
        problems: &mut Vec<Problem>,
    ) {
        match discriminant {
            Discriminant::Code(number) if is_code => {
                let at = number.at;
                self.discriminant = true;
                self.row.codes =
                    vec![DraftCodes { first: number.clone(), last: number, is_range: false, at }];
            }
            Discriminant::Refused => self.refused = true,
            Discriminant::Told => {}
            Discriminant::Foreign(at) if is_code => problems.push(
                Problem::error(at, "the derive cannot tell which code this is")
                    .help("write a number, `BASE + 1`, or `#[close_code(4001)]` above it"),
            ),
            _ => problems.push(without_code(variant)),
        }
    }
}

/// An argument with a value.
fn pair(
    row: &mut DraftRow,
    key: &Key,
    tokens: &[TokenTree],
    at: Site,
    problems: &mut Vec<Problem>,
) {
    let text = |problems: &mut _| value::text(key, tokens, at, problems);
    match key.name.as_str() {
        "meaning" => row.meaning = text(problems).or(row.meaning.take()),
        "label" => row.label = text(problems),
        "description" => row.description = text(problems).or(row.description.take()),
        "since" => row.since = text(problems),
        "deprecated" => row.deprecated = text(problems),
        "reference" => row.reference = value::texts(key, tokens, at, problems),
        "reconnect" => row.reconnect = value::reconnect(key, tokens, at, problems),
        "sender" => {
            let Some(text) = text(problems) else { return };
            let sender = Sender::parse(&text.value);
            row.sender = value::word(key, &text, sender, &Sender::WORDS, problems);
        }
        name if WORDS.contains(&name) => problems.push(
            Problem::error(at, format!("`{name}` takes no value"))
                .help(format!("write `{name}` alone")),
        ),
        name => problems.push(unknown(key, name, &[&KEYS[..], &WORDS[..]].concat())),
    }
}

fn unknown(key: &Key, name: &str, known: &[&str]) -> Problem {
    if matches!(name, "range" | "total" | "crate") {
        return Problem::error(
            key.at,
            format!("`{name}` is a key of the enum, and not of a variant"),
        )
        .help("write it above the enum");
    }
    Problem::error(key.at, format!("unknown key `{name}`")).help(suggestion(name, known))
}
