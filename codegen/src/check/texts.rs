//! Texts: what people read.

use std::collections::HashMap;

use super::WARNINGS;
use crate::invisible::{hidden, is_bidirectional, is_invisible};
use crate::model::{At, Draft, Origin};
use crate::nearest::suggestion;
use crate::problem::Problem;

/// A text says something.
pub(super) fn are_not_empty(draft: &Draft, problems: &mut Vec<Problem>) {
    for text in &texts(draft) {
        if text.of.value.trim().is_empty() {
            let help = if text.required {
                "write a few words"
            } else {
                "write a few words, or leave it out"
            };
            problems
                .push(Problem::error(text.of.at, format!("`{}` is empty", text.key)).help(help));
        }
    }
}

/// A text shows all that it contains: no characters that cannot be seen or turn its direction around, and
/// line breaks only in descriptions.
pub(super) fn are_visible(draft: &Draft, problems: &mut Vec<Problem>) {
    for text in &texts(draft) {
        let allowed: &[char] = match draft.head.origin {
            _ if !text.of_lines => &[],
            Origin::Table => &['\n'],
            Origin::Derive => &['\n', '\t'],
        };
        let value = text.of.value.as_str();
        let found = hidden(value).find(|(_, character)| !allowed.contains(character));
        let Some((index, character)) = found else { continue };
        let (what, help) = describe(character);
        problems.push(
            Problem::error(text.of.at, format!("`{}` holds {what}", text.key))
                .label(position(&value[..index]))
                .help(help),
        );
    }
}

/// What is allowed is the name of a warning, once.
pub(super) fn allowed_warnings_exist(draft: &Draft, problems: &mut Vec<Problem>) {
    are_warnings(&draft.head.allow, problems);
    for row in draft.rows() {
        are_warnings(&row.allow, problems);
    }
}

/// Reports what is allowed and is no warning, or is there twice.
fn are_warnings(names: &[At<String>], problems: &mut Vec<Problem>) {
    let mut seen = HashMap::new();
    for name in names {
        let word = name.value.as_str();
        let first: &At<String> = seen.entry(word).or_insert(name);
        if !WARNINGS.contains(&word) {
            problems.push(
                Problem::error(name.at, format!("unknown warning `{word}`"))
                    .help(suggestion(word, &WARNINGS)),
            );
        } else if !core::ptr::eq(first, name) {
            problems.push(
                Problem::error(name.at, format!("`{word}` is allowed twice"))
                    .related(first.at, "first here"),
            );
        }
    }
}

/// A text of a draft.
struct Text<'a> {
    key: &'static str,
    of: &'a At<String>,
    /// It may have several lines.
    of_lines: bool,
    /// A table has to have it.
    required: bool,
}

/// Every text of a draft but the names and the date, which have stricter rules.
fn texts(draft: &Draft) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    let mut add = |key, of: Option<_>, of_lines, required| {
        if let Some(of) = of {
            texts.push(Text { key, of, of_lines, required });
        }
    };
    let head = &draft.head;
    add("title", head.title.as_ref(), false, true);
    add("description", head.description.as_ref(), true, true);
    for reference in &head.reference {
        add("reference", Some(reference), false, false);
    }
    for (_, path) in &head.outputs {
        add("outputs", Some(path), false, false);
    }
    for row in draft.rows() {
        add("meaning", row.meaning.as_ref(), false, false);
        add("label", row.label.as_ref(), false, false);
        for (key, text) in row.details.texts() {
            add(key, text, key == "description", false);
        }
        for (key, text) in &row.details.extra {
            add("extra", Some(key), false, true);
            add("extra", Some(text), true, false);
        }
        for reference in row.details.reference.iter().flatten() {
            add("reference", Some(reference), false, false);
        }
    }
    texts
}

/// What an invisible character is, and what to write instead.
fn describe(character: char) -> (String, &'static str) {
    let number = u32::from(character);
    match character {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            ("a line break".to_owned(), "keep it on one line")
        }
        '\t' => ("a tab".to_owned(), "write a space"),
        _ if character.is_control() => {
            (format!("a control character, U+{number:04X}"), "take it out")
        }
        _ if !is_bidirectional(character) => {
            (format!("U+{number:04X}, which cannot be seen"), "take it out")
        }
        _ => (
            format!("U+{number:04X}, which changes the direction of the text around it"),
            "take it out, since it can make a text look like another",
        ),
    }
}

/// Where in a text something stands: behind the words before it.
fn position(before: &str) -> String {
    let words = before.rsplit(is_invisible).next().unwrap_or_default();
    let start = words.char_indices().rev().take(24).last().map_or(0, |(at, _)| at);
    let tail = words[start..].trim();
    if tail.is_empty() { "at the beginning".to_owned() } else { format!("behind `{tail}`") }
}
