//! A line, what is near it, and what was found in it.

use core::ops::Range;
use std::cell::OnceCell;

use close_code_emitters::libraries::{End, Side};
use memchr::{memchr_iter, memrchr};

use super::body::Body;

/// A line, and where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The line.
    pub(super) text: &'a str,
    /// The lines near it.
    pub(super) near: &'a Near<'a>,
    /// Whether a person asks it, as an argument or as the only line of the input.
    pub(super) asked: bool,
}

/// How many lines before a line are looked at, and how many after it.
pub(super) const BEFORE: usize = 20;
/// See [`BEFORE`].
pub(super) const AFTER: usize = 6;

/// The lines near a line, which say what it is about; they are only split where one is needed.
#[derive(Debug, Default)]
pub(super) struct Near<'a> {
    before: &'a str,
    after: &'a str,
    lines: OnceCell<Vec<String>>,
}

impl<'a> Near<'a> {
    /// Of what is before a line and what is after it.
    pub(super) fn new(before: &'a str, after: &'a str) -> Self {
        Self { before, after, lines: OnceCell::new() }
    }

    /// Each line of a text, with what is near it.
    pub(super) fn each(text: &str) -> impl Iterator<Item = (&str, Near<'_>)> {
        let mut at = 0;
        text.split('\n').map(move |line| {
            let (start, end) = (at, at + line.len());
            at = end + 1;
            (line, Near::new(&text[..start], text.get(at..).unwrap_or_default()))
        })
    }

    /// What is looked at before the line, and after it.
    pub(super) fn window(&self) -> [&'a str; 2] {
        let mut from = self.before.len();
        for _ in 0..=BEFORE {
            from = memrchr(b'\n', &self.before.as_bytes()[..from]).unwrap_or_default();
        }
        let mut ends = memchr_iter(b'\n', self.after.as_bytes());
        let end = ends.nth(AFTER - 1).unwrap_or(self.after.len());
        [&self.before[from..], &self.after[..end]]
    }

    /// The lines, the nearest first.
    pub(super) fn lines(&self) -> &[String] {
        self.lines.get_or_init(|| {
            let [before, after] = self.window();
            let (mut before, mut after) = (before.lines().rev(), after.lines());
            let mut lines = Vec::new();
            loop {
                let both = [before.next(), after.next()];
                if both == [None, None] {
                    return lines;
                }
                lines.extend(both.into_iter().flatten().map(|line| short(line).to_owned()));
            }
        })
    }
}

/// The beginning of a line that is near another one.
pub(super) fn short(line: &str) -> &str {
    let end = (0..=line.len().min(2 << 10)).rev().find(|end| line.is_char_boundary(*end));
    &line[..end.unwrap_or_default()]
}

/// What the findings of a line depend on, so that a line which differs elsewhere only need not be read.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// The numbers and names that were looked at.
    pub(super) numbers: Vec<Range<usize>>,
    /// Whether more than these matters, so that the findings are those of this line only.
    pub(super) is_narrow: bool,
}

/// Whether a part of a text is not inside a longer word.
pub(super) fn is_apart(text: &str, at: &Range<usize>) -> bool {
    let is_word = |c: char| c.is_alphanumeric();
    !text[..at.start].ends_with(is_word) && !text[at.end..].starts_with(is_word)
}

/// How much of a line is looked at at once. Longer ones are read in pieces.
pub(super) const PIECE: usize = 8 << 10;

/// A line in pieces, each cut where something ends.
pub(super) fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len();
        if end > PIECE {
            end = PIECE;
            while !rest.is_char_boundary(end) {
                end -= 1;
            }
            let front = &rest[..end];
            let ends = ["}", ";", ",", " "].iter().find_map(|mark| front.rfind(mark));
            end = ends.map_or(end, |at| at + 1);
        }
        let piece;
        (piece, rest) = rest.split_at(end);
        Some(piece)
    })
}

/// A finding in a line.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Finding {
    /// The code; `None` where the line says that there is none.
    pub(super) code: Option<u16>,
    /// Where it is in the line.
    pub(super) at: Range<usize>,
    /// The HTTP status of a refused handshake.
    pub(super) status: Option<u16>,
    /// The reason.
    pub(super) reason: Option<String>,
    /// Who sent the code.
    pub(super) sent_by: Option<Side>,
    /// How the connection ended.
    pub(super) end: Option<End>,
    /// What a browser's event says about its `wasClean`.
    pub(super) was_clean: Option<bool>,
    /// The table of the protocol, where the text is that of a library which has one.
    pub(super) table: Option<String>,
    /// What it means, and whether that takes the place of what the code usually means.
    pub(super) says: Vec<String>,
    /// Whether it does.
    pub(super) instead: bool,
    /// The library whose text it is.
    pub(super) library: Option<String>,
    /// The bytes that the code was read from.
    pub(super) body: Option<Body>,
}

impl Finding {
    /// Adds what another finding of the same code knows.
    pub(super) fn join(&mut self, other: Self) {
        self.reason = self.reason.take().or(other.reason);
        self.sent_by = self.sent_by.or(other.sent_by);
        self.status = self.status.or(other.status);
        self.table = self.table.take().or(other.table);
        self.instead |= other.instead;
        for says in other.says {
            if !self.says.contains(&says) {
                self.says.push(says);
            }
        }
    }
}
