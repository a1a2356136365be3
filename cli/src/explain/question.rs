//! What was asked: a text, and the code that it is about.

use core::ops::Range;

use close_code::CloseCode;
use close_code_codegen::naming::letters;
use close_code_codegen::nearest;
use close_code_emitters::docs::entry::{self, Entry};

use super::shelf::Shelf;
use super::{body, log, words};
use crate::text::visible;

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

impl Question {
    fn new(asked: &str, code: u16, origin: Origin) -> Self {
        Self { asked: asked.to_owned(), code, table: None, origin }
    }
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

/// Finds out what a text means that somebody asks about; `None` where there is no code in it.
pub(super) fn read(text: &str, shelf: &Shelf) -> Option<Vec<Question>> {
    let text = text.trim();
    numbers(text)
        .or_else(|| named(text, shelf))
        .or_else(|| known_to_others(text, shelf))
        .or_else(|| body(text, |_| true))
        .or_else(|| in_log(text, shelf))
}

/// Finds the codes of a line of the standard input, which may well be about something else.
pub(super) fn read_line(line: &str, shelf: &Shelf) -> Option<Vec<Question>> {
    let line = line.trim();
    let could_be_codes =
        |questions: &Vec<Question>| questions.iter().all(|q| (1000..=4999).contains(&q.code));
    if let Some(questions) = numbers(line) {
        return Some(questions).filter(could_be_codes);
    }
    named(line, shelf).or_else(|| body(line, body::is_likely)).or_else(|| in_log(line, shelf))
}

/// A number, or several, and nothing else but signs around them.
fn numbers(text: &str) -> Option<Vec<Question>> {
    let is_around = |c: char| c.is_ascii_punctuation() && c != '-';
    let pieces: Vec<_> = text
        .split([' ', ',', ';'])
        .map(|piece| piece.trim_matches(is_around))
        .filter(|piece| !piece.is_empty())
        .collect();
    // `[3, 232]` is a list of bytes.
    let are_bytes = || text.starts_with('[') && body::bytes(text).is_some();
    if pieces.is_empty() || !pieces.iter().all(|piece| is_number(piece)) || are_bytes() {
        return None;
    }
    let question = |piece: &&str| Some(Question::new(piece, piece.parse().ok()?, Origin::Number));
    pieces.iter().map(question).collect()
}

/// The code of a body that likely is one.
fn body(text: &str, is_likely: impl Fn(&[u8]) -> bool) -> Option<Vec<Question>> {
    let bytes = body::bytes(text).filter(|bytes| is_likely(bytes))?;
    Some(vec![Question::new(text, body::code(&bytes), Origin::Body(bytes))])
}

/// The codes in a line of a log.
fn in_log(text: &str, shelf: &Shelf) -> Option<Vec<Question>> {
    let found = log::codes(text, shelf).into_iter();
    let questions: Vec<_> =
        found.map(|found| Question::new(text, found.code, Origin::Log(found.at))).collect();
    (!questions.is_empty()).then_some(questions)
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
    readable.then(|| Question::new(&asked, code, Origin::Body(bytes)))
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

/// The code of a name as another library has it, with whatever that puts before it:
/// `CloseCode::Away`, `websocket.CloseGoingAway`, `LWS_CLOSE_STATUS_GOINGAWAY`.
fn known_to_others(text: &str, shelf: &Shelf) -> Option<Vec<Question>> {
    const BEFORE: [&str; 6] = ["close", "code", "lws", "status", "websocket", "ws"];
    let is_path = !text.contains(char::is_whitespace);
    let last = text.rsplit([':', '.']).next().filter(|_| is_path);
    let name = letters(last.unwrap_or(text));
    let mut name = name.as_str();
    loop {
        if let Some(code) = words::alias_in_any_spelling(name) {
            return Some(vec![Question::new(text, code, Origin::Name)]);
        }
        if let Some(questions) = named(name, shelf).filter(|_| !is_number(name)) {
            let asked = |question| Question { asked: text.to_owned(), ..question };
            return Some(questions.into_iter().map(asked).collect());
        }
        name = BEFORE.iter().find_map(|before| name.strip_prefix(before))?;
    }
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
    if let Some(table) = shelf.known.iter().find(|table| letters(&table.name) == letters(text)) {
        return format!("`{shown}` is a table: give a code, and `--table {}`", table.name);
    }
    let rows: Vec<_> = shelf.tables().flat_map(|table| entry::entries(&table.table)).collect();
    if let Some(range) = rows.iter().find(|entry| letters(&entry.row.name) == letters(text)) {
        let Entry { first, last, .. } = range;
        return format!("`{shown}` is the name of a range: give a number from {first} to {last}");
    }
    let names: Vec<_> = rows.iter().map(|entry| entry.row.name.as_str()).collect();
    match nearest::nearest(text, &names) {
        Some(near) => format!("nothing is known about `{shown}`: did you mean {near}?"),
        None => format!(
            "nothing is known about `{shown}`: give a number, a name (`close-code list` has them) or the \
             bytes of a Close body in hex or base64"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Question, Shelf, read, read_line};

    /// The codes, each once: several known tables may have a name for the same code.
    fn codes(questions: Option<Vec<Question>>) -> Vec<u16> {
        let mut codes: Vec<_> =
            questions.into_iter().flatten().map(|question| question.code).collect();
        codes.dedup();
        codes
    }

    #[test]
    fn every_spelling_is_understood() {
        let shelf = Shelf::new(None).expect("the embedded tables are valid");
        for (text, expected) in [
            ("1006", &[1006][..]),
            (" '1006', ", &[1006]),
            ("(1006)", &[1006]),
            ("1006, 1001; 1000", &[1006, 1001, 1000]),
            ("[1000, 1006]", &[1000, 1006]),
            ("[3, 232, 98]", &[1000]),
            ("1006 Abnormal Closure", &[1006]),
            ("AbnormalClosure", &[1006]),
            ("ABNORMAL_CLOSURE", &[1006]),
            ("abnormal-closure", &[1006]),
            ("CloseCode::ABNORMAL_CLOSURE", &[1006]),
            ("CloseCode::Away", &[1001]),
            ("websocket.CloseGoingAway", &[1001]),
            ("StatusGoingAway", &[1001]),
            ("LWS_CLOSE_STATUS_GOINGAWAY", &[1001]),
            ("WebSocketCloseStatus.EndpointUnavailable", &[1001]),
            ("CloseStatus.DISALLOWED_INTENTS", &[4014]),
            ("-1", &[]),
            ("DisallowedIntents", &[4014]),
            ("close code 4014", &[4014]),
            ("70000", &[]),
            ("the end", &[]),
            ("www.example.org", &[]),
        ] {
            assert_eq!(codes(read(text, &shelf)), expected, "{text}");
        }
    }

    /// In a log there are lines that would be answers, were they questions.
    #[test]
    fn a_line_is_looked_at_with_less_trust() {
        let shelf = Shelf::new(None).expect("the embedded tables are valid");
        for (line, expected) in [
            ("1006", &[1006][..]),
            ("312", &[]),
            ("0badc0de", &[]),
            ("03e8627965", &[1000]),
            ("Error", &[]),
            ("GoingAway", &[1001]),
        ] {
            assert_eq!(codes(read_line(line, &shelf)), expected, "{line}");
        }
    }
}
