//! The lines of a source that a problem is about, with marks below them.

use core::fmt::Write;
use core::ops::Range;

use super::Style;
use super::columns::{columns, width};
use super::source::{self, Source, shown, visible};
use crate::model::Span;

/// The columns that a line of the source may take; a longer one is cut around its first mark.
const WIDEST: usize = 110;

/// The columns that are kept before a mark in a line that is cut.
const BEFORE: usize = 30;

/// What is put for the part of a line that is cut off.
const CUT: &str = "...";

/// A part of a line, underlined, and a few words beside it.
pub(super) struct Mark {
    /// The line, from 0.
    pub(super) line: usize,
    /// The columns of the line as it is shown.
    columns: Range<usize>,
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
        let line = source.line_of(at.start);
        let start = width(&shown(source.before(line, at.start)));
        let end = width(&shown(source.before(line, at.end)));
        let columns = start..end.max(start + 1);
        Self { line, columns, label: visible(label), character, colour }
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
    marks.sort_by_key(|mark| (mark.line, mark.columns.start));
    let margin = indent.len();
    let mut ruler = String::new();
    style.paint(&mut ruler, style.frame, &format!("{indent} |"));
    text.push_str(&ruler);
    text.push('\n');
    let mut shown_last: Option<usize> = None;
    for (index, mark) in marks.iter().enumerate() {
        let window = Window::around(source, mark.line, first_on_line(marks, index));
        if shown_last != Some(mark.line) {
            match shown_last.map(|last| mark.line - last) {
                // One line between two is shown, more are left out.
                Some(2) => {
                    let between = Window::around(source, mark.line - 1, 0);
                    numbered(text, mark.line - 1, &between, margin, style);
                }
                Some(3..) => {
                    style.paint(text, style.frame, "...");
                    text.push('\n');
                }
                _ => {}
            }
            numbered(text, mark.line, &window, margin, style);
            shown_last = Some(mark.line);
        }
        let columns = window.shift(&mark.columns);
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

/// A line of the source behind its number. No line ends in a space.
fn numbered(text: &mut String, line: usize, window: &Window, margin: usize, style: &Style) {
    style.paint(text, style.frame, &format!("{:>margin$} |", line + 1));
    let shown = window.text.trim_end();
    if !shown.is_empty() {
        text.push(' ');
        text.push_str(shown);
    }
    text.push('\n');
}

/// The first column that is marked on the line of a mark.
fn first_on_line(marks: &[Mark], index: usize) -> usize {
    let mut first = marks[index].columns.start;
    for mark in marks {
        if mark.line == marks[index].line {
            first = first.min(mark.columns.start);
        }
    }
    first
}

/// The part of a line that is shown.
struct Window {
    text: String,
    /// The columns that are cut off at the front, less those of what is put there.
    cut: usize,
    end: usize,
}

impl Window {
    /// As much of a line as there is room for, with a column in it.
    fn around(source: &Source<'_>, line: usize, column: usize) -> Self {
        let whole = source::shown(source.line(line));
        let all = width(&whole);
        // A mark may stand one column behind the line, for what is missing there.
        if all <= WIDEST {
            return Self { text: whole, cut: 0, end: all + 1 };
        }
        let start = if column + BEFORE < WIDEST { 0 } else { column - BEFORE };
        let mut text = String::new();
        let mut at = 0;
        let mut first = None;
        for (character, width) in columns(&whole) {
            if at >= start && at < start + WIDEST {
                first.get_or_insert(at);
                text.push(character);
            }
            at += width;
        }
        let first = first.unwrap_or(start);
        let end = first + width(&text);
        if end < all {
            text.push_str(CUT);
        }
        if first == 0 {
            return Self { text, cut: 0, end };
        }
        Self { text: format!("{CUT}{text}"), cut: first - CUT.len(), end }
    }

    /// Columns of the whole line as columns of the part that is shown; at least one.
    fn shift(&self, columns: &Range<usize>) -> Range<usize> {
        let start = columns.start.clamp(self.cut, self.end.max(1) - 1);
        let end = columns.end.min(self.end).max(start + 1);
        start - self.cut..end - self.cut
    }
}
