//! What is not TOML: turns what the parser says into problems, and finds the rows that are hurt.

use ::toml::de::{DeTable, DeValue, Error};

use super::outline::{headers, keys, values};
use crate::model::Span;
use crate::problem::Problem;

/// What the parser found, and what it means for the rest of the source.
pub(super) struct Damage {
    /// A problem for each slip.
    pub(super) problems: Vec<Problem>,
    /// Where the headers begin under which something is wrong.
    pub(super) headers: Vec<usize>,
    /// Only rows of single codes are hurt, so that the others can be checked without them.
    pub(super) only_codes: bool,
}

/// Looks at what the parser says of a source, and at what it could make of it.
pub(super) fn damage(source: &str, document: &DeTable<'_>, errors: &[Error]) -> Damage {
    let headers = headers(document);
    let mut slips = Vec::with_capacity(errors.len());
    for error in errors {
        slips.push(Slip::new(source, error));
    }
    slips.sort_by_key(|slip| slip.at.start);

    let mut damage = Damage { problems: Vec::new(), headers: Vec::new(), only_codes: true };
    for slip in &slips {
        let owner = headers.iter().rev().find(|header| header.start <= slip.at.start);
        damage.only_codes &= owner.is_some_and(|header| header.is_code);
        if let Some(owner) = owner {
            damage.headers.push(owner.start);
        }
    }
    let values = values(document);
    let mut last: Option<Group> = None;
    for slip in &slips {
        // One slip makes a parser stumble several times: over the rest of the value, or of the line.
        let group = slip.group(source, &values);
        if last.as_ref() == Some(&group) || slip.follows(source, document) {
            continue;
        }
        let unclosed = slips.iter().find(|other| {
            other.message.starts_with("unclosed") && other.group(source, &values) == group
        });
        damage.problems.push(match (&group, unclosed) {
            (Group::Value(value), Some(unclosed))
                if source.as_bytes()[value.range()].contains(&b'\n') =>
            {
                Problem::error(Span::new(value.start, value.start + 1), unclosed.message)
                    .label("opened here")
            }
            _ => slip.problem(source, document, &values),
        });
        last = Some(group);
    }
    damage
}

/// What the parser says, in its own words.
pub(super) fn verbatim(source: &str, error: &Error) -> Problem {
    let slip = Slip::new(source, error);
    Problem::error(slip.at, slip.message)
}

/// What belongs to one slip.
#[derive(PartialEq)]
enum Group {
    Value(Span),
    Line(usize),
}

/// One thing that the parser says.
struct Slip<'e> {
    at: Span,
    message: &'e str,
}

impl<'e> Slip<'e> {
    fn new(source: &str, error: &'e Error) -> Self {
        let range = error.span().unwrap_or(0..0);
        let start = boundary(source, range.start);
        let at = Span::new(start, boundary(source, range.end).max(start));
        let message = error.message();
        Self { at, message: message.strip_suffix(", expected nothing").unwrap_or(message) }
    }

    /// The text at the place.
    fn text<'s>(&self, source: &'s str) -> &'s str {
        &source[self.at.range()]
    }

    fn group(&self, source: &str, values: &[Span]) -> Group {
        let value = values.iter().find(|at| at.start <= self.at.start && self.at.start <= at.end);
        match value {
            Some(value) if source[value.range()].starts_with(['[', '{']) => Group::Value(*value),
            _ => Group::Line(line_start(source, self.at.start)),
        }
    }

    /// Whether it only follows from another problem: a key twice under a second `[table]`, or `[[code]]`
    /// beside a `[code]`, which the reader of rows reports.
    fn follows(&self, source: &str, document: &DeTable<'_>) -> bool {
        if self.message != DUPLICATE {
            return false;
        }
        if is_header(source, self.at.start) {
            let key = document.get(self.text(source));
            return self.text(source) != "table"
                && key.is_some_and(|key| matches!(key.get_ref(), DeValue::Table(_)));
        }
        // Behind the last header of the source's `[table]`s, if there is an earlier one.
        let header = last_header(source, self.at.start);
        source[header..].starts_with("[table]") && first_header(source, header).is_some()
    }

    /// The slip in words that tell what to do about it.
    fn problem(&self, source: &str, document: &DeTable<'_>, values: &[Span]) -> Problem {
        let text = self.text(source);
        let at = self.at;
        if self.message == DUPLICATE {
            return duplicate(source, document, at);
        }
        if self.message.starts_with("string values must be quoted") {
            return unquoted(at, text);
        }
        if OF_STRINGS.iter().any(|message| self.message.starts_with(message)) {
            let value =
                values.iter().rfind(|value| value.start < at.start && at.start <= value.end);
            let at_the_end = matches!(source.as_bytes().get(at.start), None | Some(b'\r' | b'\n'));
            if let Some(value) =
                value.filter(|value| at_the_end && is_quoted(&source[value.start..]))
            {
                return unclosed_string(source, *value);
            }
        }
        if self.message.starts_with("invalid boolean") {
            return unquoted(at, text);
        }
        let problem = Problem::error(at, self.message);
        if self.message.starts_with("missing escaped value") {
            Problem { message: "unknown escape sequence".to_owned(), ..problem }
                .help("write two backslashes for one, or put the text in single quotes")
        } else if self.message.starts_with("unclosed array table") {
            problem.help("a row begins with two pairs of brackets: `[[code]]`")
        } else {
            problem
        }
    }
}

/// How begins what the parser says of a string.
const OF_STRINGS: [&str; 4] =
    ["invalid string", "invalid basic string", "invalid literal string", "invalid multi-line"];

/// What the parser says of a key that is there already.
const DUPLICATE: &str = "duplicate key";

/// Says of a bare word what it lacks.
fn unquoted(at: Span, text: &str) -> Problem {
    let word = text.trim();
    if word.is_empty() {
        return Problem::error(at, "the value is missing");
    }
    let problem = Problem::error(at, format!("`{word}` is not a value"));
    if matches!(word.to_ascii_lowercase().as_str(), "true" | "false" | "yes" | "no" | "on" | "off")
    {
        problem.help("write `true` or `false`")
    } else {
        problem.help(format!("write a text in quotes: `\"{word}\"`"))
    }
}

fn is_quoted(text: &str) -> bool {
    text.starts_with(['"', '\''])
}

/// Says where a string begins that does not end.
fn unclosed_string(source: &str, value: Span) -> Problem {
    let text = &source[value.range()];
    let quotes = match text.as_bytes() {
        [b'"', b'"', b'"', ..] => "\"\"\"",
        [b'\'', b'\'', b'\'', ..] => "'''",
        [b'\'', ..] => "'",
        _ => "\"",
    };
    Problem::error(Span::new(value.start, value.start + quotes.len()), "unclosed string")
        .label("opened here")
        .help(if quotes.len() == 1 {
            format!("end it with {quotes} on the same line")
        } else {
            format!("end it with {quotes}")
        })
}

/// Shows both places of a key that is there twice.
fn duplicate(source: &str, document: &DeTable<'_>, at: Span) -> Problem {
    let key = &source[at.range()];
    let first = if is_header(source, at.start) {
        first_header(source, line_start(source, at.start))
    } else {
        let mut last: Option<Span> = None;
        for other in &keys(document) {
            let is_last = last.as_ref().is_none_or(|last| last.start <= other.start);
            if is_last && other.end <= at.start && source[other.range()] == *key {
                last = Some(*other);
            }
        }
        last
    };
    let problem = Problem::error(at, format!("`{key}` is there twice")).label("here again");
    let problem = match first {
        Some(first) => problem.related(first, "first here"),
        None => problem,
    };
    problem.help("leave one of them out")
}

/// Whether a place is on a line that begins with a bracket.
fn is_header(source: &str, at: usize) -> bool {
    source[line_start(source, at)..].trim_start().starts_with('[')
}

/// The first `[table]` above a place.
fn first_header(source: &str, before: usize) -> Option<Span> {
    let mut start = 0;
    for line in source[..before].split_inclusive('\n') {
        if line.starts_with("[table]") {
            return Some(Span::new(start, start + "[table]".len()));
        }
        start += line.len();
    }
    None
}

/// Where the last line above a place begins that begins with a bracket; 0 where there is none.
fn last_header(source: &str, before: usize) -> usize {
    let (mut last, mut start) = (0, 0);
    for line in source[..before].split_inclusive('\n') {
        if line.starts_with('[') {
            last = start;
        }
        start += line.len();
    }
    last
}

/// Where the line of a place begins.
fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// A place inside the source, between two characters.
fn boundary(source: &str, at: usize) -> usize {
    let mut at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}
