//! Doc comments as meaning and description.

use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Lit, Meta};

use crate::model::At;

/// The first line of a doc comment, and the rest.
pub(super) struct Docs {
    /// The first line, without a full stop at its end. Empty where the comment is.
    pub(super) meaning: Option<At<String, Span>>,
    /// What follows: the lines of a paragraph joined, a line break between paragraphs.
    pub(super) description: Option<At<String, Span>>,
}

/// Reads the doc comment among the attributes.
pub(super) fn of(attributes: &[Attribute]) -> Docs {
    let lines: Vec<At<String, Span>> = attributes.iter().filter_map(line).collect();
    let Some(first) = lines.first() else { return Docs { meaning: None, description: None } };
    let place = first.at;
    let lines: Vec<&str> = lines.iter().flat_map(|line| line.value.lines_or_one()).collect();
    let start = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(0);
    let meaning = sentence(lines.get(start).map_or("", |line| line.trim()));
    let description = paragraphs(lines.get(start + 1..).unwrap_or_default());
    Docs {
        meaning: Some(At::new(meaning.to_owned(), place)),
        description: (!description.is_empty()).then(|| At::new(description, place)),
    }
}

trait Lines {
    fn lines_or_one(&self) -> Vec<&str>;
}

impl Lines for String {
    /// An empty doc line is a line too, which `lines` leaves out.
    fn lines_or_one(&self) -> Vec<&str> {
        if self.is_empty() { vec![""] } else { self.lines().collect() }
    }
}

fn line(attribute: &Attribute) -> Option<At<String, Span>> {
    let Meta::NameValue(pair) = &attribute.meta else { return None };
    if !pair.path.is_ident("doc") {
        return None;
    }
    let mut value = &pair.value;
    while let Expr::Group(group) = value {
        value = &group.expr;
    }
    let Expr::Lit(literal) = value else { return None };
    let Lit::Str(text) = &literal.lit else { return None };
    Some(At::new(text.value(), attribute.meta.span()))
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
    for line in lines.iter().map(|line| line.trim()) {
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
