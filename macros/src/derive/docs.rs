//! Doc comments as meaning and description.

use close_code_codegen::model::At;
use close_code_codegen::paragraphs::paragraphs;
use close_code_codegen::problem::Problem;
use syn::{Attribute, Expr, Lit, Meta};

use super::context::Context;
use super::markdown;

/// The first paragraph of a doc comment, and the rest.
#[derive(Default)]
pub(super) struct Docs {
    /// The first paragraph on one line, without a full stop at its end.
    pub(super) meaning: Option<At<String>>,
    /// What follows: the lines of a paragraph joined, a line break between paragraphs.
    pub(super) description: Option<At<String>>,
    /// What is wrong with the first paragraph, for a variant that does not say its meaning elsewhere.
    pub(super) wrong: Option<Problem>,
}

/// Reads the doc comment among the attributes.
pub(super) fn read(attributes: &[Attribute], context: &mut Context) -> Docs {
    let (mut ends, mut lines, mut is_seen) = (None, Vec::new(), true);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        let Meta::NameValue(value) = &attribute.meta else { continue };
        let span = attribute.bracket_token.span.join();
        ends = Some((ends.map_or(span, |(first, _)| first), span));
        match text(&value.value) {
            Some(text) => lines.extend(lines_of(&text)),
            None => is_seen = false,
        }
    }
    let Some((first, last)) = ends else { return Docs::default() };
    let at = context.between(first, last);
    let wrong = |message: &str, help: &str| Docs {
        wrong: Some(Problem::error(at, message).help(help)),
        ..Docs::default()
    };
    if !is_seen {
        return wrong(
            "the derive can read a doc comment only if it is a string literal, not a macro",
            "write `#[close_code(meaning = \"...\")]`",
        );
    }
    let paragraphs = paragraphs(&lines.join("\n"));
    let mut paragraphs = paragraphs.iter().map(|paragraph| markdown::plain(paragraph));
    let Some(meaning) = paragraphs.next() else {
        return wrong(
            "the doc comment is empty, but it is used as the `meaning`",
            "write a few words, or remove it",
        );
    };
    let description = paragraphs.collect::<Vec<_>>().join("\n");
    Docs {
        meaning: Some(At::new(sentence(&meaning).to_owned(), at)),
        description: (!description.is_empty()).then(|| At::new(description, at)),
        wrong: None,
    }
}

/// The text of a literal, which a macro may have wrapped.
pub(super) fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Group(inner) => text(&inner.expr),
        _ => None,
    }
}

/// The lines of a comment without the blanks around them, and without the stars that begin the lines of a
/// block.
fn lines_of(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let mut below = lines.iter().skip(1).filter(|line| !line.is_empty()).peekable();
    let has_stars = below.peek().is_some() && below.all(|line| line.starts_with('*'));
    let star = |(at, line): (usize, &&str)| match line.strip_prefix('*') {
        Some(rest) if has_stars && at > 0 => rest.trim_start().to_owned(),
        _ => (*line).to_owned(),
    };
    lines.iter().enumerate().map(star).collect()
}

/// A meaning appears inside other text, so its full stop is removed.
fn sentence(text: &str) -> &str {
    match text.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::lines_of;

    #[test]
    fn stars_are_of_the_block_where_each_line_below_the_first_has_one() {
        for (text, lines) in [
            (" one\n * two\n *\n * three", &["one", "two", "", "three"][..]),
            ("* one\n * two", &["* one", "two"]),
            ("* one", &["* one"]),
            ("one\n * two\n three", &["one", "* two", "three"]),
            ("one\n two", &["one", "two"]),
        ] {
            assert_eq!(lines_of(text), lines);
        }
    }
}
