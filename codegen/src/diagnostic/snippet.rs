//! The lines of a source that a problem is about, with marks below them.

use core::fmt::Write;
use core::ops::Range;

use super::columns::{columns, width};
use super::source::{self, Source, before, shown, visible};
use crate::model::Span;

/// What goes before the parts of a rendered problem, and after each of them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Style {
    /// The word `error`, and the marks and words at its place.
    pub error: &'static str,
    /// The word `warning`, and the marks and words at its place.
    pub warning: &'static str,
    /// Line numbers and rulers, and the marks and words at other places.
    pub frame: &'static str,
    /// What is wrong, and the word `help`.
    pub bold: &'static str,
    /// Ends each of the above.
    pub reset: &'static str,
}

impl Style {
    /// Adds nothing.
    pub const PLAIN: Self = Self { error: "", warning: "", frame: "", bold: "", reset: "" };

    /// The colours of rustc, for a terminal that knows ANSI's escape sequences.
    pub const ANSI: Self = Self {
        error: "\x1b[1;91m",
        warning: "\x1b[1;93m",
        frame: "\x1b[1;94m",
        bold: "\x1b[1m",
        reset: "\x1b[0m",
    };

    /// Adds words to a text, between `start` and the end of the style.
    pub(super) fn paint(&self, text: &mut String, start: &str, words: &str) {
        text.push_str(start);
        text.push_str(words);
        text.push_str(self.reset);
    }
}

/// The columns that a line of the source may take; a longer one is cut around its first mark.
const WIDEST: usize = 110;

/// The columns that are kept before a mark in a line that is cut.
const BEFORE: usize = 30;

/// What is put for the part of a line that is cut off.
const CUT: &str = "...";

/// A part of a line, underlined, and a label next to it.
pub(super) struct Mark {
    /// The line, from 0.
    pub(super) line: usize,
    at: Span,
    label: String,
    character: char,
    colour: &'static str,
}

impl Mark {
    /// A mark for a range of bytes. Of a range over several lines, the first line is marked.
    pub(super) fn new(
        source: &Source<'_>,
        at: Span,
        label: &str,
        character: char,
        colour: &'static str,
    ) -> Self {
        Self { line: source.line_of(at.start), at, label: visible(label), character, colour }
    }
}

/// Renders marks below their lines, in the order of the lines.
pub(super) fn render(
    text: &mut String,
    source: &Source<'_>,
    marks: &mut [Mark],
    indent: &str,
    style: &Style,
) {
    marks.sort_by_key(|mark| (mark.line, mark.at.start));
    let margin = indent.len();
    let mut ruler = String::new();
    style.paint(&mut ruler, style.frame, &format!("{indent} |"));
    text.push_str(&ruler);
    text.push('\n');
    let mut last: Option<usize> = None;
    for on_line in marks.chunk_by(|one, other| one.line == other.line) {
        let Mark { line, at, .. } = on_line[0];
        match last.map(|last| line - last) {
            // One line between two is shown, more are left out.
            Some(2) => {
                numbered(text, line - 1, &Window::around(source, line - 1, 0), margin, style);
            }
            Some(3..) => {
                style.paint(text, style.frame, "...");
                text.push('\n');
            }
            _ => {}
        }
        let window = Window::around(source, line, at.start);
        numbered(text, line, &window, margin, style);
        last = Some(line);
        for mark in on_line {
            let columns = window.columns(mark.at);
            let mut below: String = columns.clone().map(|_| mark.character).collect();
            if !mark.label.is_empty() {
                below.push(' ');
                below.push_str(&mark.label);
            }
            // Writing to a String cannot fail.
            let _ = write!(text, "{ruler} {:1$}", "", columns.start);
            style.paint(text, mark.colour, &below);
            text.push('\n');
        }
    }
}

/// A line of the source after its number. No line ends in a space.
fn numbered(text: &mut String, line: usize, window: &Window<'_>, margin: usize, style: &Style) {
    style.paint(text, style.frame, &format!("{:>margin$} |", line + 1));
    let shown = window.text.trim_end();
    if !shown.is_empty() {
        text.push(' ');
        text.push_str(shown);
    }
    text.push('\n');
}

/// The part of a line that is shown.
struct Window<'s> {
    text: String,
    /// The part of the source that is looked at, and where it begins.
    part: &'s str,
    start: usize,
    /// The columns that are cut off at the front, less those of what is put there.
    cut: usize,
    end: usize,
}

impl<'s> Window<'s> {
    /// As much of a line as there is room for, with a byte in it.
    fn around(source: &Source<'s>, line: usize, at: usize) -> Self {
        let (start, part) = source.around(line, at);
        let whole = source::shown(part);
        let all = width(&whole);
        // A mark can be one column after the line, for something that is missing there.
        if all <= WIDEST {
            return Self { text: whole, part, start, cut: 0, end: all + 1 };
        }
        let column = width(&shown(before(part, at.saturating_sub(start))));
        let from = if column + BEFORE < WIDEST { 0 } else { column - BEFORE };
        let mut text = String::new();
        let mut at = 0;
        let mut first = None;
        for (character, width) in columns(&whole) {
            if at >= from && at < from + WIDEST {
                first.get_or_insert(at);
                text.push(character);
            }
            at += width;
        }
        let first = first.unwrap_or(from);
        let end = first + width(&text);
        if end < all {
            text.push_str(CUT);
        }
        if first == 0 {
            return Self { text, part, start, cut: 0, end };
        }
        Self { text: format!("{CUT}{text}"), part, start, cut: first - CUT.len(), end }
    }

    /// The columns of a place in what is shown; at least one.
    fn columns(&self, at: Span) -> Range<usize> {
        let column = |at: usize| width(&shown(before(self.part, at.saturating_sub(self.start))));
        let start = column(at.start).clamp(self.cut, self.end.max(1) - 1);
        let end = column(at.end).min(self.end).max(start + 1);
        start - self.cut..end - self.cut
    }
}
