//! The lines near a line, which say what it is about.

use std::cell::OnceCell;

/// How many lines before a line are looked at, and how many after it.
const BEFORE: usize = 20;
/// See [`BEFORE`].
pub(super) const AFTER: usize = 6;
/// How much of each is looked at, in bytes.
const LONGEST: usize = 2 << 10;

/// The lines near a line; they are only read where one is needed.
#[derive(Debug, Default)]
pub(super) struct Near<'a> {
    before: &'a [u8],
    after: &'a [u8],
    lines: OnceCell<Vec<String>>,
}

impl<'a> Near<'a> {
    /// Of what is before a line and what is after it.
    pub(super) fn new(before: &'a [u8], after: &'a [u8]) -> Self {
        Self { before, after, lines: OnceCell::new() }
    }

    /// The lines, the nearest first.
    pub(super) fn lines(&self) -> &[String] {
        self.lines.get_or_init(|| {
            let text = |line: &[u8]| {
                String::from_utf8_lossy(&line[..line.len().min(LONGEST)]).into_owned()
            };
            let is_end = |byte: &u8| *byte == b'\n';
            let before = self.before.strip_suffix(b"\n").unwrap_or(self.before);
            let mut before = before.rsplit(is_end).take(BEFORE).filter(|_| !before.is_empty());
            let mut after = self.after.split(is_end).take(AFTER).filter(|_| !self.after.is_empty());
            let mut lines = Vec::new();
            loop {
                let both = [before.next(), after.next()];
                if both == [None, None] {
                    return lines;
                }
                lines.extend(both.into_iter().flatten().map(text));
            }
        })
    }
}
