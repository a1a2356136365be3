//! Reads texts that are asked about, and lines of logs: the codes that they are about.

use close_code::CloseCode;
use close_code_codegen::naming::letters;
use close_code_codegen::nearest;
use close_code_emitters::docs::entry::{self, Entry};

use super::body::Body;
use super::line::{Line, Near, Scope};
use super::question::{Origin, Question};
use super::tables::Tables;
use crate::failure::Failure;
use crate::text::visible;

/// Finds the codes that a text is about; empty if there are none.
pub(super) fn read(text: &str, tables: &Tables) -> Result<Vec<Question>, Failure> {
    let clean = super::cleaned(text);
    let text = clean.trim().trim_start_matches('\u{feff}');
    let found = numbers(text)
        .or_else(|| named(text, tables))
        .or_else(|| known_to_others(text, tables))
        .or_else(|| Some(vec![Question::of_body(text, Body::read(text)?)]));
    match found {
        Some(found) => Ok(found),
        None => in_line(text, tables),
    }
}

/// Whether a text is a number or a name, and not the name of a file.
pub(super) fn is_code(text: &str, tables: &Tables) -> bool {
    let text = text.trim();
    numbers(text).or_else(|| named(text, tables)).is_some()
}

/// What a text says that is a line, or a phrase around a number, or an error of the network.
pub(super) fn in_line(text: &str, tables: &Tables) -> Result<Vec<Question>, Failure> {
    let mut found: Vec<Question> = Vec::new();
    for (line, near) in Near::each(text) {
        let line = Line { text: line.trim_end(), near: &near, asked: true };
        for question in tables.questions(line, &mut Scope::default())? {
            let is_same =
                |found: &Question| found.code() == question.code() && found.table == question.table;
            if !found.iter().any(is_same) {
                found.extend(misnamed(question, tables));
            }
        }
    }
    if found.is_empty() {
        let finding = tables.engine()?.network(text, &tables.libraries);
        found.extend(finding.map(|finding| Question::of(text, Origin::Log, finding)));
    }
    Ok(found)
}

/// A question, and the code whose name is beside its number, if that is another one.
fn misnamed(mut question: Question, tables: &Tables) -> Vec<Question> {
    let name = question.finding.reason.clone().unwrap_or_default();
    let other = tables.built_in.code_named(&name).filter(|other| question.code() != Some(*other));
    let (Some(code @ ..3000), Some(other)) = (question.code(), other) else {
        return vec![question];
    };
    let says = format!(
        "{name} is the name of {other}, not of {code}: either the number or the name is wrong."
    );
    question.finding.reason = None;
    question.finding.says.push(says);
    let mut second = question.clone();
    second.finding.code = Some(other);
    vec![question, second]
}

/// Finds the codes of a line of a log, which may well be about something else.
pub(super) fn read_line(
    text: &str,
    near: &Near<'_>,
    tables: &Tables,
    scope: &mut Scope,
) -> Result<Vec<Question>, Failure> {
    let line = text.trim().trim_start_matches('\u{feff}');
    if is_bare(line) {
        scope.is_narrow = true;
        if !line.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            if let Some(mut questions) = numbers(line) {
                let is_code = |code: u16| (1000..=4999).contains(&code);
                questions.retain(|question| question.code().is_none_or(is_code));
                return Ok(questions);
            }
        }
        let name = (line.len() <= 40).then(|| named(line, tables)).flatten();
        if let Some(found) = name.filter(|found| found.iter().all(|found| found.table.is_none())) {
            return Ok(found);
        }
        let body = if is_bytes(line) { Body::read(line) } else { None };
        if let Some(body) = body.filter(Body::is_likely) {
            return Ok(vec![Question::of_body(line, body)]);
        }
    }
    tables.questions(Line { text: text.trim_end(), near, asked: false }, scope)
}

/// Whether a line could be a number, a name or bytes, and nothing else.
pub(super) fn is_bare(line: &str) -> bool {
    line.len() <= 40 || is_bytes(line) || !line.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Whether a line could be bytes in one of their notations.
fn is_bytes(line: &str) -> bool {
    let is_one_of = |byte: u8, signs: &[u8]| byte.is_ascii_alphanumeric() || signs.contains(&byte);
    line.len() <= 400
        && match line.as_bytes().first() {
            Some(b'[') => line.ends_with(']'),
            Some(b'<') => line.ends_with('>'),
            Some(b'b' | b'"' | b'\'' | b'\\') if line.contains('\\') => true,
            Some(b'0' | b'8') => line.bytes().all(|byte| is_one_of(byte, b" \t,:-+/_=")),
            _ => line.bytes().all(|byte| is_one_of(byte, b"+/_=,:-")),
        }
}

/// A number, or several, and nothing else but signs around them.
fn numbers(text: &str) -> Option<Vec<Question>> {
    let is_around = |c: char| c.is_ascii_punctuation() && c != '-';
    if let Some(code) = with_separator(text.trim_matches(is_around)) {
        return Some(vec![Question::new(text, code, Origin::Number)]);
    }
    let pieces: Vec<_> = text
        .split([' ', ',', ';'])
        .map(|piece| piece.trim_matches(is_around))
        .filter(|piece| !piece.is_empty())
        .collect();
    // `[3, 232]` is a list of bytes.
    let are_bytes = || text.starts_with('[') && Body::read(text).is_some();
    if pieces.is_empty() || !pieces.iter().all(|piece| is_number(piece)) || are_bytes() {
        return None;
    }
    let question = |piece: &&str| Some(Question::new(piece, piece.parse().ok()?, Origin::Number));
    pieces.iter().map(question).collect()
}

/// A code with a separator of thousands: `1,006`, `1.006`, `1 006`.
fn with_separator(text: &str) -> Option<u16> {
    let (thousands, rest) = text.split_once([',', '.', '\'', '’', ' ', '\u{a0}', '\u{202f}'])?;
    let is_code =
        thousands.len() == 1 && rest.len() == 3 && is_digits(thousands) && is_digits(rest);
    // `1 300` could as well be two codes.
    let is_one = !text.contains(' ') || rest.starts_with('0');
    (is_code && is_one && ('1'..='4').contains(&thousands.chars().next()?))
        .then(|| (thousands.to_owned() + rest).parse().ok())?
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
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
    let is_frame = *first == "88";
    if pieces.len() < 2 || (is_number(first) && !is_frame) || !pieces.iter().all(is_group) {
        return None;
    }
    let asked = pieces.join(" ");
    let body = Body::read(&asked)?;
    let readable = body.reason().is_some_and(|reason| !reason.chars().any(char::is_control));
    (readable || body.is_masked()).then(|| Question::of_body(&asked, body))
}

/// Whether a text is a number and not the hex of a body, which begins with a 0.
fn is_number(text: &str) -> bool {
    is_digits(text) && (!text.starts_with('0') || text.len() % 2 == 1 || text.len() < 4)
}

/// The codes of a name: the first table that has it, or all known ones where only they do.
fn named(text: &str, tables: &Tables) -> Option<Vec<Question>> {
    let question = |code, table: Option<&str>| Question {
        table: table.map(str::to_owned),
        ..Question::new(text, code, Origin::Name)
    };
    // "1006 Abnormal Closure", as this and other programs show it.
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(vec![question(text.parse::<CloseCode>().ok()?.get(), None)]);
    }
    tables.index.code(text)?;
    let mut first = tables.chosen.iter().chain([&tables.built_in]);
    if let Some(code) = first.find_map(|table| table.code_named(text)) {
        return Some(vec![question(code, None)]);
    }
    let hits = tables.known.iter().filter_map(|table| Some((table, table.code_named(text)?)));
    let hits: Vec<_> = hits.map(|(table, code)| question(code, Some(&table.name))).collect();
    (!hits.is_empty()).then_some(hits)
}

/// The codes of a name as libraries have it, with whatever they put before it. Where they mean different
/// codes by it, each is said with its library.
fn known_to_others(text: &str, tables: &Tables) -> Option<Vec<Question>> {
    if text.contains(char::is_whitespace) || text.bytes().all(|byte| !byte.is_ascii_alphabetic()) {
        return None;
    }
    let found = tables.index.in_libraries(text).into_iter().map(|(code, library)| {
        let mut question = Question::new(text, code, Origin::Name);
        let built_in = tables.built_in.entry(code).is_some_and(|entry| entry.is_single());
        let known = || tables.known.iter().find(|table| table.code_named(text) == Some(code));
        question.table = (!built_in).then(known).flatten().map(|table| table.name.clone());
        question.finding.library = library;
        question
    });
    Some(found.collect::<Vec<_>>()).filter(|found| !found.is_empty())
}

/// Says that nothing is known about a text, and what it could have meant.
pub(super) fn unknown(text: &str, tables: &Tables) -> String {
    let text = text.trim();
    let shown = visible(text);
    if text.is_empty() {
        return "the argument is empty: give a number or a name".to_owned();
    }
    if text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("`{shown}` is not a close code: codes are 0 to 65535");
    }
    if let Ok(Some(says)) =
        tables.engine().map(|engine| engine.not_codes(text, &tables.libraries).pop())
    {
        return format!("no close code found: {says}");
    }
    if FILES.iter().any(|ending| text.ends_with(ending)) {
        return format!(
            "there is no file `{shown}`: give the path of a log, or its lines on standard input"
        );
    }
    if text.contains(char::is_whitespace) && text.split_whitespace().count() > 3 {
        return format!("no close code found in `{}`", crate::text::cut(&shown, 60));
    }
    if let Some(table) = tables.known.iter().find(|table| letters(&table.name) == letters(text)) {
        return format!(
            "`{shown}` is the name of a table: add a code, as in `close-code explain 4000 --table {}`",
            table.name
        );
    }
    let rows: Vec<_> = tables.all().flat_map(|table| entry::entries(&table.table)).collect();
    if let Some(range) = rows.iter().find(|entry| letters(&entry.row.name) == letters(text)) {
        let Entry { first, last, .. } = range;
        return format!("`{shown}` is the name of a range: give a number from {first} to {last}");
    }
    let names: Vec<_> = rows.iter().map(|entry| entry.row.name.as_str()).collect();
    match nearest::nearest(text, &names) {
        Some(near) => format!("unknown code or name `{shown}`: did you mean {near}?"),
        None => format!(
            "unknown code or name `{shown}`: give a number, a name (`close-code list` shows them) or the \
             bytes of a Close body in hex or base64"
        ),
    }
}

/// How the names of logs end.
const FILES: [&str; 8] = [".log", ".txt", ".har", ".json", ".jsonl", ".ndjson", ".out", ".err"];
