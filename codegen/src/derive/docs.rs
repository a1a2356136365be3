//! Doc comments as meaning and description.

use proc_macro2::TokenTree;

use super::item::Attribute;
use super::literal;
use super::site::Site;
use super::tokens::{is_punct, peel};
use crate::model::At;
use crate::problem::Problem;

/// The first line of a doc comment, and the rest.
#[derive(Default)]
pub(super) struct Docs {
    /// The first line, without a full stop at its end.
    pub(super) meaning: Option<At<String>>,
    /// What follows: the lines of a paragraph joined, a line break between paragraphs.
    pub(super) description: Option<At<String>>,
    /// What is wrong with the first line, for a variant that does not say its meaning elsewhere.
    pub(super) wrong: Option<Problem>,
}

/// Reads the doc comment among the attributes.
pub(super) fn of(attributes: &[Attribute]) -> Docs {
    let written = attributes.iter().filter(|attribute| is_text(attribute));
    let lines: Vec<(Site, Option<String>)> =
        written.map(|attribute| (attribute.at, value(attribute))).collect();
    let Some((first, last)) = lines.first().zip(lines.last()) else { return Docs::default() };
    let at = first.0.to(last.0);
    let Some(texts) = lines.iter().map(|line| line.1.as_deref()).collect::<Option<Vec<&str>>>()
    else {
        return Docs { wrong: Some(unseen(at)), ..Docs::default() };
    };
    let mut lines = Vec::new();
    for text in &texts {
        for line in text.split('\n') {
            lines.push(line.trim());
        }
    }
    let Some(start) = lines.iter().position(|line| !line.is_empty()) else {
        return Docs { wrong: Some(empty(at)), ..Docs::default() };
    };
    let meaning = sentence(lines[start]).to_owned();
    let description = paragraphs(&lines[start + 1..]);
    Docs {
        meaning: Some(At::new(meaning, at)),
        description: (!description.is_empty()).then(|| At::new(description, at)),
        wrong: None,
    }
}

/// `#[doc = ...]`, and not `#[doc(hidden)]`.
fn is_text(attribute: &Attribute) -> bool {
    attribute.name == "doc" && attribute.arguments.first().is_some_and(|tree| is_punct(tree, '='))
}

/// The text, where it is a literal.
fn value(attribute: &Attribute) -> Option<String> {
    match peel(attribute.arguments[1..].to_vec()).as_slice() {
        [TokenTree::Literal(text)] => literal::text(text),
        _ => None,
    }
}

fn empty(at: Site) -> Problem {
    Problem::error(at, "the doc comment is empty, and its first line would be the meaning")
        .help("write a few words, or take it out")
}

fn unseen(at: Site) -> Problem {
    Problem::error(at, "a derive cannot see the text of this doc comment, only that of a literal")
        .help("write `#[close_code(meaning = \"...\")]`")
}

/// A meaning stands inside other text, so the full stop that closes the line does not belong to it.
fn sentence(line: &str) -> &str {
    match line.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') => rest,
        _ => line,
    }
}

fn paragraphs(lines: &[&str]) -> String {
    let mut text = String::new();
    let mut pending = false;
    for line in lines {
        if line.is_empty() {
            pending = true;
            continue;
        }
        if !text.is_empty() {
            text.push(if pending { '\n' } else { ' ' });
        }
        pending = false;
        text.push_str(line);
    }
    text
}
