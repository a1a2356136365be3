//! What was asked: a text, and the code that it is about.

use core::ops::Range;

use close_code::CloseCode;
use close_code_codegen::docs::entry::{self, Entry};
use close_code_codegen::nearest;

use super::shelf::Shelf;
use super::{body, log};
use crate::text::{letters, visible};

/// A code that was asked about.
#[derive(Debug)]
pub(super) struct Question {
    /// The text, as it was given.
    pub(super) asked: String,
    /// The code.
    pub(super) code: u16,
    /// The table that the name stands in, where it is not the built-in one.
    pub(super) table: Option<String>,
    /// How the code was found.
    pub(super) origin: Origin,
}

/// How a code was found.
#[derive(Debug)]
pub(super) enum Origin {
    /// It is the number.
    Number,
    /// It has the name.
    Name,
    /// It is the code of a Close frame with this body.
    Body(Vec<u8>),
    /// It stands at this place of a line.
    Log(Range<usize>),
}

/// Finds out what a text means; `None` where there is no code in it.
pub(super) fn read(text: &str, shelf: &Shelf) -> Option<Vec<Question>> {
    let text = text.trim();
    let asked = |code, origin| Question { asked: text.to_owned(), code, table: None, origin };
    if is_number(text) {
        return text.parse().ok().map(|code| vec![asked(code, Origin::Number)]);
    }
    if let Some(questions) = named(text, shelf) {
        return Some(questions);
    }
    if let Some(bytes) = body::bytes(text) {
        return Some(vec![asked(body::code(&bytes), Origin::Body(bytes))]);
    }
    let found = log::codes(text, shelf);
    let questions = found.into_iter().map(|found| asked(found.code, Origin::Log(found.at)));
    Some(questions.collect()).filter(|questions: &Vec<_>| !questions.is_empty())
}

/// A body whose groups came as arguments of their own, as in `explain 03e8 6279 65`.
///
/// The first group must look like hex and nothing else, and the whole like a body with a reason that
/// people can read, so that `explain 03e8 1006` stays two questions.
pub(super) fn body_in_pieces(pieces: &[&str]) -> Option<Question> {
    let is_group = |piece: &&str| {
        piece.len() % 2 == 0
            && piece.bytes().all(|byte| byte.is_ascii_hexdigit())
            && !piece.is_empty()
    };
    let first = pieces.first()?;
    if pieces.len() < 2 || is_number(first) || !pieces.iter().all(is_group) {
        return None;
    }
    let asked = pieces.join(" ");
    let bytes = body::bytes(&asked)?;
    let reason = core::str::from_utf8(bytes.get(2..)?).ok()?;
    let code = body::code(&bytes);
    let readable = !reason.chars().any(char::is_control);
    readable.then_some(Question { asked, code, table: None, origin: Origin::Body(bytes) })
}

/// Whether a text is a number and not the hex of a body, which begins with a 0.
fn is_number(text: &str) -> bool {
    let all_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits && (!text.starts_with('0') || text.len() % 2 == 1 || text.len() < 4)
}

/// The codes of a name: the first table that has it, or all known ones where only they do.
fn named(text: &str, shelf: &Shelf) -> Option<Vec<Question>> {
    let question = |code, table: Option<&str>| Question {
        asked: text.to_owned(),
        code,
        table: table.map(str::to_owned),
        origin: Origin::Name,
    };
    // "1006 Abnormal Closure", as this and other programs show it.
    if let Some(code) =
        text.starts_with(|c: char| c.is_ascii_digit()).then(|| text.parse::<CloseCode>())
    {
        return Some(vec![question(code.ok()?.get(), None)]);
    }
    shelf.index.code(text)?;
    let mut first = shelf.chosen.iter().chain([&shelf.built_in]);
    if let Some(code) = first.find_map(|table| table.code_named(text)) {
        return Some(vec![question(code, None)]);
    }
    let hits = shelf.known.iter().filter_map(|table| Some((table, table.code_named(text)?)));
    let hits: Vec<_> = hits.map(|(table, code)| question(code, Some(&table.name))).collect();
    (!hits.is_empty()).then_some(hits)
}

/// Says that nothing is known about a text, and what it could have meant.
pub(super) fn unknown(text: &str, shelf: &Shelf) -> String {
    let text = text.trim();
    let shown = visible(text);
    if text.is_empty() {
        return "an empty text is no close code: give a number or a name".to_owned();
    }
    if text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("`{shown}` is no close code: they go from 0 to 65535");
    }
    if text.contains(char::is_whitespace) && text.split_whitespace().count() > 3 {
        return format!("no close code found in `{}`", crate::text::cut(&shown, 60));
    }
    let rows: Vec<_> = shelf.tables().flat_map(|table| entry::entries(&table.table)).collect();
    if let Some(range) = rows.iter().find(|entry| letters(&entry.row.name.value) == letters(text)) {
        let Entry { first, last, .. } = range;
        return format!("`{shown}` is the name of a range: give a number from {first} to {last}");
    }
    let names: Vec<_> = rows.iter().map(|entry| entry.row.name.value.as_str()).collect();
    match nearest::nearest(text, &names) {
        Some(near) => format!("nothing is known about `{shown}`: did you mean {near}?"),
        None => format!(
            "nothing is known about `{shown}`: give a number, a name (`close-code list` has them) or the \
             bytes of a Close body in hex or base64"
        ),
    }
}
