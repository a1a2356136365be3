//! A text with syntax errors as lines, as far as they can be found without a parser.

use std::collections::HashMap;

use crate::model::Span;

/// The lines of a section: what begins where, made once for all errors in it.
pub(super) struct Lines<'s> {
    text: &'s str,
    /// The statements, in the order of the text.
    statements: Vec<Statement>,
    /// Where each key of each header is first.
    first: HashMap<(usize, &'s str), usize>,
    /// Where each line begins that does not begin in a string.
    begins: Vec<usize>,
    /// The outermost bracket that is not closed.
    pub(super) open: Option<usize>,
    /// Where a string begins that has no end: one on its line, or the last of the text.
    open_strings: Vec<usize>,
}

/// A key and its value, or a line that is neither that nor a part of the one above.
#[derive(Clone, Copy)]
pub(super) struct Statement {
    pub(super) start: usize,
    /// How many headers of the text are above, without the first.
    pub(super) header: usize,
}

/// What headers are under.
pub(super) const OF_HEADERS: usize = usize::MAX;

impl<'s> Lines<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        let Scan { open, open_strings, .. } = scan(text);
        let (statements, begins) = (Vec::new(), Vec::new());
        let mut lines =
            Self { text, statements, first: HashMap::new(), begins, open, open_strings };
        let (mut start, mut header) = (0, 0);
        for line in whole_lines(text) {
            lines.begins.push(start);
            let path = header_path(line);
            if start > 0 && path.is_some() {
                header += 1;
            }
            if start == 0 || begins_statement(line) {
                lines.statements.push(Statement { start, header });
            }
            let headers = path.map(|path| (OF_HEADERS, path));
            if let Some((of, key)) = headers.or(key(line).map(|key| (header, key))) {
                let at = start + line.find(key).unwrap_or_default();
                lines.first.entry((of, key)).or_insert(at);
            }
            start += line.len();
        }
        lines
    }

    /// The statement that a byte belongs to.
    pub(super) fn statement(&self, at: usize) -> Statement {
        let next = self.statements.partition_point(|statement| statement.start <= at);
        let first = Statement { start: 0, header: 0 };
        next.checked_sub(1).map_or(first, |index| self.statements[index])
    }

    /// Where a key is first under a header, or a header among all.
    pub(super) fn first(&self, header: usize, key: &str) -> Option<Span> {
        let start = *self.first.get(&(header, key))?;
        Some(Span::new(start, start + key.len()))
    }

    /// The line of a byte, without its end.
    pub(super) fn line(&self, at: usize) -> Span {
        let start = self.text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[start..].find('\n').map_or(self.text.len(), |end| start + end);
        Span::new(start, end)
    }

    /// Whether a line begins in a string.
    pub(super) fn is_in_string(&self, line: Span) -> bool {
        self.begins.binary_search(&line.start).is_err()
    }

    /// Where the string begins that does not end on a line.
    pub(super) fn open_string(&self, line: Span) -> Option<usize> {
        let next = self.open_strings.partition_point(|start| *start < line.start);
        self.open_strings.get(next).copied().filter(|start| *start < line.end)
    }

    /// Where the last string begins that does not end.
    pub(super) fn last_open_string(&self) -> Option<usize> {
        self.open_strings.last().copied()
    }
}

/// The lines of a text, each with what belongs to a string that begins on it.
pub(super) fn whole_lines(mut text: &str) -> impl Iterator<Item = &str> {
    core::iter::from_fn(move || {
        let (line, below) = text.split_at(line_end(text));
        text = below;
        Some(line).filter(|line| !line.is_empty())
    })
}

/// Where the first line of a text ends that is not in a string.
fn line_end(text: &str) -> usize {
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let string = match byte {
            b'\n' => return at + 1,
            b'"' | b'\'' => whole_string_end(text, at),
            b'#' => None,
            _ => Some(at + 1),
        };
        // Without an end of its own a string ends with its line.
        let below = || text[at..].find('\n').map_or(text.len(), |end| at + end);
        at = string.unwrap_or_else(below);
    }
    at
}

/// The byte after a string. `None` if it begins or ends with a quote that lacks the other one: one over several
/// lines begins like a value, and does not end with what begins one.
fn whole_string_end(text: &str, start: usize) -> Option<usize> {
    let is_value = text[..start].trim_end().ends_with(['=', ',', '[', '{']);
    let is_multiline = ["\"\"\"", "'''"].iter().any(|quotes| text[start..].starts_with(quotes));
    // First, since to look for the end of each would take the square of the time.
    if is_multiline && !is_value {
        return None;
    }
    string_end(text, start).filter(|end| {
        let last_line = text[start..*end].rfind('\n').map(|at| &text[start + at..*end]);
        last_line.is_none_or(|line| !line.trim_end_matches(['"', '\'']).trim_end().ends_with('='))
    })
}

/// What begins a comment in other languages.
pub(super) const COMMENTS: [&str; 4] = ["//", "/*", "--", ";"];

/// The keys of a line that is a header, or nearly one: `code` of `[[code]]` and `code]]`, `code.extra` of
/// `[code.extra]`.
pub(super) fn header_path(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let header = line.trim_start_matches('[').trim_start();
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let (path, rest) = header.split_at(header.find(|c| !is_key(c)).unwrap_or(header.len()));
    let begins = line.starts_with('[') || HEADERS.contains(&path) && rest.starts_with(']');
    Some(path).filter(|path| begins && path.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The headers of a table, without brackets.
pub(super) const HEADERS: [&str; 3] = ["table", "range", "code"];

/// Whether a line begins a statement: a key, or a comment of another language.
pub(super) fn begins_statement(line: &str) -> bool {
    key(line).is_some()
        || COMMENTS.iter().any(|mark| line.trim_start().starts_with(mark))
        || header_path(line).is_some()
}

/// The key of one word that a line begins with, without its quotes.
fn key(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let quote = line.get(..1).filter(|quote| matches!(*quote, "\"" | "'")).unwrap_or_default();
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let line = &line[quote.len()..];
    let (key, rest) = line.split_at(line.find(|c| !is_key(c)).unwrap_or(line.len()));
    let rest = rest.strip_prefix(quote)?.trim_start();
    Some(key).filter(|key| !key.is_empty() && rest.starts_with(['=', ':']))
}

/// What a text without regard to its keys contains.
pub(super) struct Scan {
    /// The outermost bracket that is not closed.
    open: Option<usize>,
    /// Where strings begin that are not closed.
    open_strings: Vec<usize>,
    /// The comments.
    pub(super) comments: Vec<Span>,
}

/// Finds comments, and brackets and strings that are not closed.
pub(super) fn scan(text: &str) -> Scan {
    let bytes = text.as_bytes();
    let (mut open, mut open_strings, mut comments) = (Vec::new(), Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'#' => {
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
                comments.push(Span::new(at, end));
                at = end;
            }
            b'"' | b'\'' => {
                let end = string_end(text, at);
                if end.is_none() {
                    open_strings.push(at);
                }
                let is_multiline =
                    ["\"\"\"", "'''"].iter().any(|quotes| text[at..].starts_with(quotes));
                let line_end = || text[at..].find('\n').filter(|_| !is_multiline);
                at = end.unwrap_or_else(|| line_end().map_or(text.len(), |end| at + end));
            }
            b'[' | b'{' => {
                open.push(at);
                at += 1;
            }
            b']' | b'}' => {
                open.pop();
                at += 1;
            }
            _ => at += 1,
        }
    }
    Scan { open: open.first().copied(), open_strings, comments }
}

/// The byte after a string that begins at a quote.
fn string_end(text: &str, start: usize) -> Option<usize> {
    let quote = &text[start..=start];
    let is_multiline = text[start..].starts_with(&quote.repeat(3));
    let quotes = if is_multiline { quote.repeat(3) } else { quote.to_owned() };
    let body = start + quotes.len();
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(body) {
        match byte {
            b'\n' if !is_multiline => return None,
            b'\\' if quote == "\"" && !escaped => {
                escaped = true;
                continue;
            }
            _ if !escaped && text.is_char_boundary(at) && text[at..].starts_with(&quotes) => {
                let more =
                    text[at..].bytes().take_while(|byte| quote.as_bytes() == [*byte]).count();
                return Some(at + if is_multiline { more } else { 1 });
            }
            _ => {}
        }
        escaped = false;
    }
    None
}
