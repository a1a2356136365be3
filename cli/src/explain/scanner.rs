//! Picks the lines of a log that are worth a closer look: fast, and with little memory.

use core::ops::Range;

use close_code_emitters::libraries::Libraries;
use memchr::{memchr, memchr_iter, memrchr};
use regex::{Regex, RegexBuilder};

use super::clean::clean;
use super::index::Index;
use super::line::{AFTER, Near};
use super::read::is_bare;
use crate::failure::Failure;
use crate::libraries::invalid;

/// How much is kept of what was read, for the lines near a line.
const CONTEXT: usize = 8 << 10;
/// A line that is longer is read in parts.
const LONG: usize = 256 << 10;

/// How far the lines are looked at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Until {
    /// To a line that still has lines after it.
    Lookahead,
    /// To the last whole line.
    Line,
    /// To the end of the input.
    End,
}

/// A line that is worth a look.
#[derive(Debug)]
pub(super) struct Spot<'a> {
    /// The number of the line.
    pub(super) number: u64,
    /// Where it begins in the log.
    pub(super) start: u64,
    /// The line.
    pub(super) line: &'a str,
    /// The line in small letters.
    pub(super) lower: &'a str,
    /// The lines near it.
    pub(super) near: Near<'a>,
}

/// The part of a log that is in memory.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    /// What has not been cleaned, since it may go on.
    raw: Vec<u8>,
    /// Cleaned lines.
    text: String,
    /// How much of the log was before them.
    gone: u64,
    /// How much of them has been looked at.
    done: usize,
    /// How many lines have been looked at.
    lines: u64,
    /// What lines contain that say something.
    texts: Regex,
    /// The names of codes, which can follow a number.
    index: &'a Index,
    /// The first lines, in case there are no others.
    sample: String,
}

impl<'a> Scanner<'a> {
    /// Compiles what all lines are looked at for.
    pub(super) fn new(libraries: &Libraries, index: &'a Index) -> Result<Self, Failure> {
        let texts = libraries.library.iter().flat_map(|library| &library.text);
        let texts = texts.filter(|text| !text.asked && !text.named).map(|text| &*text.pattern);
        let texts = any_of(texts).map_err(|error| invalid(&error))?;
        let (raw, text, sample) = (Vec::new(), String::new(), String::new());
        Ok(Self { raw, text, gone: 0, done: 0, lines: 0, texts, index, sample })
    }

    /// Adds what was read.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        if let Some(end) = self.whole() {
            self.take(end);
        }
    }

    /// How much of what was read is whole lines; what is longer than [`LONG`] counts as one.
    fn whole(&self) -> Option<usize> {
        let body = self.raw.strip_suffix(b"\r").unwrap_or(&self.raw);
        let end = [memrchr(b'\n', &self.raw), memrchr(b'\r', body)].into_iter().flatten().max();
        let is_long = || self.raw.len() > LONG;
        end.or_else(|| {
            let ends = [b'}', b',', b' '].into_iter().find_map(|end| memrchr(end, &self.raw));
            is_long().then(|| ends.unwrap_or(self.raw.len() - 1))
        })
        .map(|end| end + 1)
    }

    fn take(&mut self, end: usize) {
        let mut lines: Vec<u8> = self.raw.drain(..end).collect();
        clean(&mut lines);
        let lines = String::from_utf8_lossy(&lines);
        if self.sample.len() < CONTEXT {
            self.sample.extend(lines.chars().take(CONTEXT - self.sample.len()));
        }
        self.text.push_str(&lines);
    }

    /// Whether there are lines that wait for those after them.
    pub(super) fn is_waiting(&self) -> bool {
        self.done < self.text.len()
    }

    /// How many lines there were.
    pub(super) fn lines(&self) -> u64 {
        self.lines
    }

    /// The first lines.
    pub(super) fn sample(&self) -> &str {
        &self.sample
    }

    /// The line of an input that has no other.
    pub(super) fn only_line(&self) -> Option<&str> {
        let is_only = self.lines == 1 && self.sample.len() < CONTEXT && !self.sample.is_empty();
        is_only.then_some(&*self.sample)
    }

    /// Shows every line that is worth a look.
    pub(super) fn run(
        &mut self,
        until: Until,
        mut look: impl FnMut(&Spot<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if until == Until::End {
            self.take(self.raw.len());
        }
        let end = match until {
            Until::Lookahead => self.before_last(AFTER),
            Until::Line | Until::End => self.text.len(),
        };
        if end <= self.done {
            return Ok(());
        }
        let text = &self.text[..end];
        let lower = text[self.done..].to_ascii_lowercase();
        let mut candidates = Candidates {
            text: &lower,
            texts: &self.texts,
            index: self.index,
            found: None,
            number: None,
        };
        let mut at = 0;
        while let Some(hit) = candidates.next(at) {
            let line = line_at(&lower, hit);
            self.lines += count(&lower[at..line.start]);
            let (start, stop) = (self.done + line.start, self.done + line.end);
            let after = self.text.get(stop + 1..).unwrap_or_default();
            look(&Spot {
                number: self.lines + 1,
                start: self.gone + start as u64,
                line: &text[start..stop],
                lower: &lower[line.clone()],
                near: Near::new(&text[..start], after),
            })?;
            at = line.end;
            if at == lower.len() {
                break;
            }
            self.lines += 1;
            at += 1;
        }
        self.lines += count(&lower[at..]);
        self.done = end;
        if until == Until::End {
            self.lines += u64::from(!self.text.ends_with('\n'));
        }
        let kept = self.done.saturating_sub(CONTEXT);
        let kept = (0..=kept).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or_default();
        self.text.drain(..kept);
        self.gone += kept as u64;
        self.done -= kept;
        Ok(())
    }

    /// Where the last few lines begin.
    fn before_last(&self, lines: usize) -> usize {
        let mut end = self.text.len();
        for _ in 0..=lines {
            match memrchr(b'\n', &self.text.as_bytes()[..end]) {
                Some(before) => end = before,
                None => return self.done,
            }
        }
        end + 1
    }
}

/// The line around a place.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
    start..memchr(b'\n', &bytes[at..]).map_or(text.len(), |end| at + end)
}

/// How many lines end in a text.
fn count(text: &str) -> u64 {
    memchr_iter(b'\n', text.as_bytes()).count() as u64
}

/// One pattern for many, none of which goes beyond a line.
pub(super) fn any_of<'a>(patterns: impl Iterator<Item = &'a str>) -> Result<Regex, regex::Error> {
    let pattern = |pattern: &str| format!("(?:{})", without_names(pattern).replace("[^", "[^\\n"));
    let patterns: Vec<_> = patterns.map(pattern).collect();
    let mut builder = RegexBuilder::new(&patterns.join("|"));
    builder.multi_line(true).size_limit(64 << 20).dfa_size_limit(64 << 20).build()
}

/// A pattern without the names of its groups, which may be there once only.
pub(super) fn without_names(pattern: &str) -> String {
    let mut parts = pattern.split("(?<");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str("(?:");
        plain.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    plain
}

/// The places of a text that are worth a look.
struct Candidates<'a> {
    text: &'a str,
    texts: &'a Regex,
    index: &'a Index,
    found: Option<usize>,
    number: Option<usize>,
}

impl Candidates<'_> {
    /// The first place from somewhere on.
    fn next(&mut self, from: usize) -> Option<usize> {
        let none = self.text.len();
        if self.found.is_none_or(|at| at < from) {
            // Where a match ends is found faster than where it begins, and is in the same line.
            let end = self.texts.shortest_match_at(self.text, from);
            self.found = Some(end.map_or(none, |end| end.saturating_sub(1).max(from)));
        }
        if self.number.is_none_or(|at| at < from) {
            self.number = Some(self.number(from).unwrap_or(none));
        }
        let first = self.found.min(self.number)?;
        (first < none).then_some(first)
    }

    /// The first number that its line makes a candidate, or a name after it.
    fn number(&self, from: usize) -> Option<usize> {
        let (mut at, mut line) = (from, from..from);
        loop {
            let (number, code) = number(self.text.as_bytes(), at)?;
            let is_known = number.start < line.end;
            if !is_known {
                line = line_at(self.text, number.start);
            }
            if self.index.may_begin_with_name(&self.text[number.end..], code)
                || (!is_known && is_bare(self.text[line.clone()].trim()))
            {
                return Some(number.start);
            }
            at = number.end;
        }
    }
}

/// The first number from 1000 to 4999 that is no part of a date, a time, an address or a longer number.
fn number(text: &[u8], from: usize) -> Option<(Range<usize>, u16)> {
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = from;
    loop {
        let start = at + text.get(at..)?.iter().position(u8::is_ascii_digit)?;
        at = start;
        while digit(at) {
            at += 1;
        }
        // `1,006`
        let mut end = at;
        let is_separated = at - start == 1 && text.get(at) == Some(&b',');
        if is_separated && (1..=3).all(|far| digit(at + far)) && !digit(at + 4) {
            end = at + 4;
        }
        let is_long = at - start == 4 || end > at;
        let is_joined =
            matches!(text.get(end), Some(b'.' | b'-' | b':' | b'/' | b',')) && digit(end + 1);
        let is_inside =
            start > 1 && matches!(text[start - 1], b'.' | b'-' | b'/') && digit(start - 2);
        if is_long && matches!(text[start], b'1'..=b'4') && !is_joined && !is_inside {
            let digits = text[start..end].iter().filter(|digit| digit.is_ascii_digit());
            let code = digits.fold(0, |code, digit| code * 10 + u16::from(digit - b'0'));
            return Some((start..end, code));
        }
    }
}
