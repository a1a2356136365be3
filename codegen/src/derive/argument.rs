//! `#[close_code(...)]`, cut into its arguments.
//!
//! They are cut at their commas before any is read, so that a mistake in one hides none in the next.

use proc_macro2::{Delimiter, Ident, TokenTree};

use super::item::Attribute;
use super::site::Site;
use super::tokens::{is_punct, peel, split};
use crate::problem::Problem;

/// One argument.
pub(super) enum Argument {
    /// `rest`, `local`.
    Word(Key),
    /// `reconnect = "never"`.
    Pair { key: Key, value: Vec<TokenTree>, at: Site },
    /// `4001`, `4100..=4199`, `BASE + 1`.
    Codes { tokens: Vec<TokenTree>, at: Site },
}

/// The word that says what an argument is about.
pub(super) struct Key {
    pub(super) name: String,
    pub(super) at: Site,
}

/// The arguments of all `#[close_code(...)]` among the attributes.
pub(super) fn of(attributes: &[Attribute], problems: &mut Vec<Problem>) -> Vec<Argument> {
    let mut arguments = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.name == "close_code") {
        let [TokenTree::Group(group)] = attribute.arguments.as_slice() else {
            problems.push(in_parentheses(attribute.at));
            continue;
        };
        if group.delimiter() != Delimiter::Parenthesis {
            problems.push(in_parentheses(attribute.at));
            continue;
        }
        for tokens in split(peel(group.stream().into_iter().collect())) {
            arguments.extend(classify(peel(tokens), attribute.at, problems));
        }
    }
    once(&arguments, problems);
    arguments
}

fn in_parentheses(at: Site) -> Problem {
    Problem::error(at, "`close_code` takes its arguments in parentheses")
        .help("write `#[close_code(4001)]`")
}

fn classify(tokens: Vec<TokenTree>, whole: Site, problems: &mut Vec<Problem>) -> Option<Argument> {
    let at = Site::of(&tokens, whole);
    match tokens.as_slice() {
        [] => {
            problems
                .push(Problem::error(whole, "two commas with nothing between").help("remove one"));
            None
        }
        [TokenTree::Ident(word)] if is_word(word) => Some(Argument::Word(Key::of(word, whole))),
        [TokenTree::Ident(key), equals, value @ ..]
            if is_punct(equals, '=') && !value.first().is_some_and(|tree| is_punct(tree, '=')) =>
        {
            if value.is_empty() {
                problems.push(
                    Problem::error(at, format!("`{key}` has no value"))
                        .help(format!("write `{key} = \"...\"`")),
                );
                return None;
            }
            let value = peel(value.to_vec());
            let at = Site::of(&value, whole);
            Some(Argument::Pair { key: Key::of(key, whole), value, at })
        }
        _ => Some(Argument::Codes { tokens, at }),
    }
}

/// A lone identifier with a small letter is a word of ours; one without is a constant of the user's.
fn is_word(ident: &Ident) -> bool {
    ident.to_string().contains(|c: char| c.is_lowercase())
}

/// Nothing is said twice.
fn once(arguments: &[Argument], problems: &mut Vec<Problem>) {
    let mut seen: Vec<&str> = Vec::new();
    for argument in arguments {
        let (Argument::Word(key) | Argument::Pair { key, .. }) = argument else { continue };
        let name = key.name.as_str();
        if seen.contains(&name) {
            problems.push(
                Problem::error(key.at, format!("`{name}` is there twice"))
                    .help("keep one of the two"),
            );
        }
        seen.push(name);
    }
}

impl Key {
    fn of(ident: &Ident, whole: Site) -> Self {
        let at = Site::of(&[TokenTree::Ident(ident.clone())], whole);
        Self { name: ident.to_string(), at }
    }
}
