//! A source as lines, and its characters as they can be shown.

use core::fmt::Write;
use core::ops::Range;

use crate::invisible::is_hidden;

/// The columns from one tab to the next in what is shown: as many as rustc takes.
const TAB: &str = "    ";

/// A source, cut into lines.
pub(super) struct Source<'a> {
    text: &'a str,
    /// Where every line begins; the first at 0, an empty one after a last line break.
    starts: Vec<usize>,
}

/// The bytes on either side of a mark that are looked at: what is shown of a line is much shorter.
const AROUND: usize = 600;

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: core::iter::once(0).chain(breaks).collect() }
    }

    /// The line and the column of a byte, both from 0, the column in characters.
    pub(super) fn position(&self, at: usize) -> (usize, usize) {
        let line = self.line_of(at);
        let start = self.range(line).start;
        let mark = usize::from(line == 0 && at > 0 && self.text.starts_with('\u{FEFF}'));
        let before = before(self.line(line), at.saturating_sub(start));
        (line, before.chars().count() - mark)
    }

    /// The line of a byte, from 0.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// A line without its break. Empty if there is no such line.
    pub(super) fn line(&self, line: usize) -> &'a str {
        let text = self.text.get(self.range(line)).unwrap_or_default();
        text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text))
    }

    /// The part of a line around a byte, and where it begins in the source.
    pub(super) fn around(&self, line: usize, at: usize) -> (usize, &'a str) {
        let (start, text) = (self.range(line).start, self.line(line));
        let at = at.saturating_sub(start).min(text.len());
        let from = boundary(text, at.saturating_sub(AROUND));
        (start + from, &text[from..boundary(text, at + AROUND)])
    }

    /// The bytes of a line, with its break.
    fn range(&self, line: usize) -> Range<usize> {
        let start = self.starts.get(line).copied().unwrap_or(self.text.len());
        start..self.starts.get(line + 1).copied().unwrap_or(self.text.len())
    }
}

/// The last place between two characters up to a byte.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What a part of a line shows before a byte of the part, which can be after it: then all of it.
pub(super) fn before(part: &str, at: usize) -> &str {
    &part[..boundary(part, at)]
}

/// A line as it is shown: nothing in it moves the cursor, so that a caret is below what it marks.
pub(super) fn shown(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for (at, character) in line.char_indices() {
        match character {
            '\t' => text.push_str(TAB),
            '\u{FEFF}' => {}
            // The picture of the control character.
            '\0'..='\u{1F}' => {
                text.push(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{FFFD}'));
            }
            '\u{7F}' => text.push('\u{2421}'),
            _ if is_hidden(line, at, character) => text.push('\u{FFFD}'),
            _ => text.push(character),
        }
    }
    text
}

/// A message with what could harm a terminal, or hide in it, written out: `\u{1b}`.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        if is_hidden(text, at, character) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "{}", character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}
