//! Turns TOML syntax errors into problems and takes the rows out that they invalidate.
//!
//! After an error the parser goes on in the middle of things, so one mistake can make an error of every line
//! below it. Here each row is parsed on its own, so an error does not leave its row.

use std::collections::{HashMap, HashSet};

use ::toml::de::{DeTable, Error};

use super::lines::{
    COMMENTS, HEADERS, Lines, OF_HEADERS, Statement, begins_statement, header_path, whole_lines,
};
use crate::model::Span;
use crate::problem::Problem;

/// What is wrong with the TOML of a source, and what can be read of it.
pub(super) struct SyntaxErrors {
    /// A problem for each error.
    pub(super) problems: Vec<Problem>,
    /// The source without the rows that have one: blanks, so that every place stays the same.
    pub(super) rest: String,
    /// Only `[[code]]` rows are left out, so that the others can be checked without them.
    pub(super) only_codes: bool,
}

impl SyntaxErrors {
    /// Looks at each section of a source.
    pub(super) fn find(source: &str) -> Self {
        let mut found = Self { problems: Vec::new(), rest: String::new(), only_codes: true };
        let mut table = None;
        for section in Section::all(source) {
            let before = found.problems.len();
            section.syntax(&mut found.problems);
            if found.problems.len() == before {
                section.header(&mut table, &mut found.problems);
            }
            if found.problems.len() == before {
                found.rest.push_str(section.text);
            } else {
                found.only_codes &= section.kind == "code";
                let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
                found.rest.extend(section.text.bytes().map(blank));
            }
        }
        found
    }
}

/// What the parser says, in its own words.
pub(super) fn verbatim(source: &str, error: &Error) -> Problem {
    let error = SyntaxError::new(source, error);
    if error.message == DUPLICATE {
        return twice(&source[error.at.range()], error.at);
    }
    Problem::error(error.at, error.message)
}

/// Says that a key is there twice.
fn twice(key: &str, at: Span) -> Problem {
    let key = key.trim_matches(['"', '\'']);
    Problem::error(at, format!("duplicate key `{key}`"))
        .label("here again")
        .help("leave one of them out")
}

/// A row with all that belongs to it, or `[table]`, or what is above the first header.
struct Section<'s> {
    text: &'s str,
    /// Where it begins in the source.
    start: usize,
    /// The key of its header, without brackets.
    kind: &'s str,
}

impl<'s> Section<'s> {
    fn all(source: &'s str) -> Vec<Self> {
        let mut sections = vec![Self { text: source, start: 0, kind: "" }];
        let mut at = 0;
        for line in whole_lines(source) {
            if let Some(kind) = header_path(line).filter(|path| !path.contains('.')) {
                if let Some(above) = sections.last_mut() {
                    above.text = &source[above.start..at];
                }
                sections.push(Self { text: &source[at..], start: at, kind });
            }
            at += line.len();
        }
        sections
    }

    /// Reports what makes the parser stumble: the first error of each statement.
    fn syntax(&self, problems: &mut Vec<Problem>) {
        let (_, errors) = DeTable::parse_recoverable(self.text);
        if errors.is_empty() {
            return;
        }
        let mut errors: Vec<_> =
            errors.iter().map(|error| SyntaxError::new(self.text, error)).collect();
        errors.sort_by_key(|error| error.at.start);
        let lines = Lines::new(self.text);
        let (again, errors): (Vec<_>, Vec<_>) =
            errors.into_iter().partition(|error| error.message == DUPLICATE);
        let before = problems.len();
        self.duplicates(&again, &lines, problems);
        let header = self.broken_header(&lines);
        let header_end = header.as_ref().map_or(0, |header| header.at.end);
        // What the parser says of the header is said.
        let mut last = header.as_ref().map(|_| 0);
        problems.extend(header);
        for error in &errors {
            let statement = lines.statement(error.at.start);
            if last == Some(statement.start) {
                continue;
            }
            last = Some(statement.start);
            if let Some(open) =
                lines.open.filter(|open| (header_end..=error.at.start).contains(open))
            {
                // All that follows is inside it.
                problems.push(unclosed(self.text, open));
                break;
            }
            problems.push(error.problem(self.text, &lines, &statement));
        }
        for problem in &mut problems[before..] {
            let related = problem.related.iter_mut().map(|(at, _)| at);
            for at in related.chain([&mut problem.at]) {
                *at = Span::new(at.start + self.start, at.end + self.start);
            }
        }
    }

    /// Reports a header with other brackets than it needs, of which the parser stumbles.
    fn broken_header(&self, lines: &Lines<'_>) -> Option<Problem> {
        let line = unquoted_parts(&self.text[lines.line(0).range()]);
        let header = line.trim();
        let (kind, whole) = (self.kind, [format!("[{}]", self.kind), format!("[[{}]]", self.kind)]);
        let is_bare = header.trim_matches(['[', ']', ' ', '\t']) == kind;
        if !HEADERS.contains(&kind) || !is_bare || whole.contains(&header.replace([' ', '\t'], ""))
        {
            return None;
        }
        let start = line.len() - line.trim_start().len();
        let at = Span::new(start, start + header.len());
        Some(
            Problem::error(at, format!("`{header}` is not a header"))
                .help(format!("write `{}`", whole[usize::from(kind != "table")])),
        )
    }

    /// Reports a header that is well formed, but not here.
    fn header(&self, table: &mut Option<Span>, problems: &mut Vec<Problem>) {
        let start = self.start + self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_start().find(']').map_or(start, |end| start + end + 1);
        let at = Span::new(start, end);
        let has_one = !self.text.trim_start().starts_with("[[");
        match self.kind {
            "table" if has_one => match *table {
                Some(first) => problems.push(
                    Problem::error(at, "duplicate `[table]`")
                        .label("here again")
                        .related(first, "first here")
                        .help("put the keys of both under the first"),
                ),
                None => *table = Some(at),
            },
            "range" | "code" if has_one => problems.push(one_pair(self.kind, at)),
            _ => {}
        }
    }

    /// Reports keys that are there twice. Those of a row mostly belong to the next one, whose header is
    /// missing.
    fn duplicates(
        &self,
        errors: &[SyntaxError<'_>],
        lines: &Lines<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let begins_line = |error: &SyntaxError<'_>| {
            self.text[lines.statement(error.at.start).start..error.at.start].trim().is_empty()
        };
        let mut counts = HashMap::new();
        for error in errors.iter().filter(|error| begins_line(error)) {
            *counts.entry(lines.statement(error.at.start).header).or_insert(0) += 1;
        }
        let mut reported = HashSet::new();
        for error in errors {
            let key = self.text[error.at.range()].trim_matches(['"', '\'']);
            let statement = lines.statement(error.at.start);
            if !reported.insert(statement.header) {
                continue;
            }
            let several = counts.get(&statement.header).is_some_and(|count| *count > 1);
            // A key in an inline table, or behind a dot, says nothing of the row.
            let of_row =
                begins_line(error) && statement.header == 0 && HEADERS.contains(&self.kind);
            let begins = matches!(key, "code" | "codes" | "name");
            let problem = if of_row && (several || begins) {
                let header = self.missing_header(lines);
                let (message, help) = if several || key != "name" {
                    (
                        "a row without its header".to_owned(),
                        format!("begin the row with `{header}` on a line of its own"),
                    )
                } else {
                    (
                        "duplicate key `name`".to_owned(),
                        format!("write `{header}` above the second row, or remove one name"),
                    )
                };
                Problem::error(error.at, message).label("here again").help(help)
            } else {
                twice(key, error.at)
            };
            let path = header_path(&self.text[lines.line(error.at.start).range()]);
            let first = if begins_line(error) {
                lines.first(statement.header, key)
            } else if let Some(path) = path {
                lines.first(OF_HEADERS, path)
            } else {
                self.first_in(statement.start, error.at, lines)
            };
            let first = first.filter(|first| first.end <= error.at.start);
            problems.push(match first {
                Some(first) => problem.related(first, "first here"),
                None => problem,
            });
        }
    }

    /// Where the key at a place is first, from the start of its statement on: in an inline table, or with all
    /// that is before a dot.
    fn first_in(&self, start: usize, at: Span, lines: &Lines<'_>) -> Option<Span> {
        let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let path = self.text[lines.line(at.start).start..at.end].trim_start();
        let path = if path.chars().all(is_key) { path } else { &self.text[at.range()] };
        let path = path.trim_matches(['"', '\'']);
        let before = &self.text[start..at.start];
        let (found, _) = before.match_indices(path).find(|(found, _)| {
            let after = before[found + path.len()..].trim_start_matches(['"', '\'', ' ']);
            !before[..*found].ends_with(is_key) && after.starts_with('=')
        })?;
        Some(Span::new(start + found, start + found + path.len()))
    }

    /// The header that a second row in this section lacks.
    fn missing_header(&self, lines: &Lines<'_>) -> &'static str {
        let has = |key| lines.first(0, key).is_some();
        if self.kind != "code" && has("code") || self.kind == "code" && !has("codes") {
            "[[code]]"
        } else {
            "[[range]]"
        }
    }
}

/// Says that a row begins with two pairs of brackets.
pub(super) fn one_pair(key: &str, at: Span) -> Problem {
    Problem::error(at, format!("`[{key}]` has one pair of brackets"))
        .help(format!("begin every row with two: `[[{key}]]`"))
}

/// One thing that the parser says.
struct SyntaxError<'e> {
    at: Span,
    message: &'e str,
}

impl<'e> SyntaxError<'e> {
    fn new(source: &str, error: &'e Error) -> Self {
        let range = error.span().unwrap_or(0..0);
        let start = boundary(source, range.start);
        let at = Span::new(start, boundary(source, range.end).max(start));
        let message = error.message();
        Self { at, message: message.strip_suffix(", expected nothing").unwrap_or(message) }
    }

    /// The problem, in words that say what to do about it.
    fn problem(&self, text: &str, lines: &Lines<'_>, statement: &Statement) -> Problem {
        let at = self.at;
        let line = lines.line(at.start.max(statement.start));
        if let Some(problem) = foreign(text, line).filter(|_| !lines.is_in_string(line)) {
            return problem;
        }
        // One of several lines ends with the section at the latest.
        let multiline = self.message.starts_with("invalid multi-line");
        let quote = if multiline { lines.last_open_string() } else { lines.open_string(line) };
        if let Some(quote) = quote {
            return unclosed_string(text, quote);
        }
        // The parser may stop before it, or on it.
        let is_alone = |at: usize| text[at..].starts_with('\r') && !text[at..].starts_with("\r\n");
        if is_alone(at.start)
            || self.message.starts_with("carriage return must be followed by newline")
        {
            return Problem::error(at, "a carriage return without a line feed")
                .help("end the line with LF or CRLF, or remove it inside a line");
        }
        if self.message.starts_with("string values must be quoted")
            || self.message.starts_with("invalid boolean")
        {
            return unquoted(at, &text[at.range()]);
        }
        let problem = Problem::error(at, self.message);
        if self.message.starts_with("missing escaped value") {
            Problem { message: "unknown escape sequence".to_owned(), ..problem }
                .help("write two backslashes for one, or put the text in single quotes")
        } else if self.message.starts_with("unclosed array table") {
            problem.help("a row begins with two pairs of brackets: `[[code]]`")
        } else if self.message.starts_with("unexpected key or value") {
            let is_statement = begins_statement(&text[at.start..]);
            problem.help(if is_statement {
                "begin a new line here"
            } else {
                "begin a new line here, or remove it"
            })
        } else {
            problem
        }
    }
}

/// What the parser says of a key that is there already.
const DUPLICATE: &str = "duplicate key";

/// Quotation marks of books.
const QUOTES: [char; 12] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '″', '′'];

/// Reports what another language has, and how TOML writes it.
fn foreign(text: &str, line: Span) -> Option<Problem> {
    let bare = unquoted_parts(&text[line.range()]);
    let at =
        |found: usize, length: usize| Span::new(line.start + found, line.start + found + length);
    let begins = |found: usize| found == 0 || bare[..found].ends_with([' ', '\t']);
    let comment = COMMENTS
        .iter()
        .filter_map(|mark| {
            Some((bare.match_indices(mark).find(|(at, _)| begins(*at))?.0, mark.len()))
        })
        .min();
    if let Some((found, length)) = comment {
        let mark = &bare[found..found + length];
        return Some(
            Problem::error(at(found, length), format!("`{mark}` does not begin a comment"))
                .help("comments start with `#`"),
        );
    }
    if let Some(value) = bare.trim_end().strip_suffix(';') {
        return Some(
            Problem::error(at(value.len(), 1), "`;` does not end a value")
                .help("take it out: a value ends with its line"),
        );
    }
    if bare.trim_start().starts_with("- ") {
        let found = bare.len() - bare.trim_start().len();
        return Some(
            Problem::error(at(found, 1), "`-` does not begin a row")
                .help("begin every row with `[[code]]` on a line of its own"),
        );
    }
    if let Some(found) = bare.find(QUOTES) {
        let quote = bare[found..].chars().next()?;
        return Some(
            Problem::error(
                at(found, quote.len_utf8()),
                format!("TOML does not use {quote} as a quotation mark"),
            )
            .help("use straight quotes: `\"...\"`"),
        );
    }
    let (key, value) = bare.split_once(':')?;
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let is_yaml =
        !key.trim().is_empty() && key.trim().chars().all(is_key) && !value.starts_with(':');
    is_yaml.then(|| {
        let value: String = text[line.range()][key.len() + 1..].trim().chars().take(40).collect();
        let is_value = value.starts_with(|c: char| c.is_ascii_digit() || "\"'[{-".contains(c))
            || ["true", "false"].contains(&value.as_str());
        let value = if is_value { value } else { format!("\"{value}\"") };
        Problem::error(at(key.len(), 1), format!("`:` after the key `{}`", key.trim()))
            .help(format!("write `{} = {value}`", key.trim()))
    })
}

/// A line with blanks for text in quotes or after a `#`.
fn unquoted_parts(line: &str) -> String {
    let mut quote = None;
    let mut escaped = false;
    let blank = |c: char| " ".repeat(c.len_utf8());
    let mut bare = String::with_capacity(line.len());
    for c in line.chars() {
        match quote {
            Some('#') => bare.push_str(&blank(c)),
            Some(open) => {
                if c == open && !escaped {
                    quote = None;
                }
                escaped = open == '"' && c == '\\' && !escaped;
                bare.push_str(&blank(c));
            }
            None if matches!(c, '"' | '\'' | '#') => {
                quote = Some(c);
                bare.push_str(&blank(c));
            }
            None => bare.push(c),
        }
    }
    bare
}

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
        problem.help(format!("put the string in quotes: `\"{word}\"`"))
    }
}

/// Says where a list or an inline table begins that does not end.
fn unclosed(text: &str, open: usize) -> Problem {
    let (what, close) =
        if text[open..].starts_with('[') { ("array", ']') } else { ("inline table", '}') };
    Problem::error(Span::new(open, open + 1), format!("unclosed {what}, expected `{close}`"))
        .label("opened here")
}

/// Says where a string begins that does not end.
fn unclosed_string(text: &str, quote: usize) -> Problem {
    let mark = &text[quote..=quote];
    let marks = mark.repeat(3);
    let (quotes, where_) = if text[quote..].starts_with(&marks) {
        (marks.as_str(), "")
    } else {
        (mark, " on the same line")
    };
    Problem::error(Span::new(quote, quote + quotes.len()), "unclosed string")
        .label("opened here")
        .help(format!("end it with {quotes}{where_}"))
}

/// A place inside the source, between two characters.
fn boundary(source: &str, at: usize) -> usize {
    let mut at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}
