//! Picks the lines of a log that are worth a closer look: fast, and with little memory.

use close_code_emitters::libraries::Libraries;
use memchr::{memchr, memchr_iter, memrchr};
use regex::bytes::{Regex, RegexBuilder};

use super::clean::clean;
use super::near::{self, Near};
use crate::failure::Failure;

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

/// The part of a log that is in memory.
#[derive(Debug)]
pub(super) struct Scanner {
    /// What has not been cleaned, since it may go on.
    raw: Vec<u8>,
    /// Cleaned lines.
    text: Vec<u8>,
    /// How much of them has been looked at.
    done: usize,
    /// How many lines have been looked at.
    lines: u64,
    /// Texts that have no number of four digits.
    signs: Regex,
    /// The first lines, in case there are no others.
    sample: Vec<u8>,
}

impl Scanner {
    /// Compiles what all lines are looked at for.
    pub(super) fn new(libraries: &Libraries) -> Result<Self, Failure> {
        let texts = libraries.library.iter().flat_map(|library| &library.text);
        let signs = texts.filter(|text| !text.asked && !has_number(&text.pattern));
        let patterns: Vec<_> =
            signs.map(|text| format!("(?:{})", without_groups(&text.pattern))).collect();
        let signs = RegexBuilder::new(&patterns.join("|"))
            .multi_line(true)
            .dfa_size_limit(64 << 20)
            .build()
            .map_err(|error| crate::libraries::invalid(&error))?;
        let (raw, text, sample) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { raw, text, done: 0, lines: 0, signs, sample })
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
        let room = CONTEXT.saturating_sub(self.sample.len());
        self.sample.extend_from_slice(&lines[..lines.len().min(room)]);
        self.text.append(&mut lines);
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
    pub(super) fn sample(&self) -> Option<String> {
        (!self.sample.is_empty()).then(|| String::from_utf8_lossy(&self.sample).into_owned())
    }

    /// The line of an input that has no other.
    pub(super) fn only_line(&self) -> Option<String> {
        self.sample().filter(|text| self.lines == 1 && text.len() < CONTEXT)
    }

    /// Shows every line that is worth a look, with its number and the lines near it.
    pub(super) fn run(
        &mut self,
        until: Until,
        mut look: impl FnMut(u64, &str, &Near<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if until == Until::End {
            self.take(self.raw.len());
        }
        let end = match until {
            Until::Lookahead => self.before_last(near::AFTER),
            Until::Line | Until::End => self.text.len(),
        };
        if end <= self.done {
            return Ok(());
        }
        let lower = self.text[self.done..end].to_ascii_lowercase();
        let mut candidates =
            Candidates { text: &lower, signs: &self.signs, sign: None, number: None };
        let mut at = 0;
        while let Some(hit) = candidates.next(at) {
            let start = memrchr(b'\n', &lower[at..hit]).map_or(at, |end| at + end + 1);
            let stop = memchr(b'\n', &lower[hit..]).map_or(lower.len(), |end| hit + end);
            self.lines += memchr_iter(b'\n', &lower[at..start]).count() as u64;
            let line = &self.text[self.done + start..self.done + stop];
            let next = (self.done + stop + 1).min(self.text.len());
            let near = Near::new(&self.text[..self.done + start], &self.text[next..]);
            look(self.lines + 1, &String::from_utf8_lossy(line), &near)?;
            self.lines += u64::from(stop < lower.len());
            at = (stop + 1).min(lower.len());
            if stop == lower.len() {
                break;
            }
        }
        self.lines += memchr_iter(b'\n', &lower[at..]).count() as u64;
        self.done = end;
        if until == Until::End {
            self.lines += u64::from(self.text.last().is_some_and(|byte| *byte != b'\n'));
        }
        let kept = self.done.saturating_sub(CONTEXT);
        self.text.drain(..kept);
        self.done -= kept;
        Ok(())
    }

    /// Where the last few lines begin.
    fn before_last(&self, lines: usize) -> usize {
        let mut end = self.text.len();
        for _ in 0..=lines {
            match memrchr(b'\n', &self.text[..end]) {
                Some(before) => end = before,
                None => return self.done,
            }
        }
        end + 1
    }
}

/// Whether a pattern only matches where there is a number that could be a code.
fn has_number(pattern: &str) -> bool {
    ["(?<code>[0-9]{4})", "(?<code>[0-9],?[0-9]{3})"].iter().any(|number| pattern.contains(number))
}

/// A pattern without the names of its groups, which may be there once only.
fn without_groups(pattern: &str) -> String {
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
    text: &'a [u8],
    signs: &'a Regex,
    sign: Option<usize>,
    number: Option<usize>,
}

impl Candidates<'_> {
    /// The first place from somewhere on.
    fn next(&mut self, from: usize) -> Option<usize> {
        let none = self.text.len();
        if self.sign.is_none_or(|at| at < from) {
            self.sign =
                Some(self.signs.find_at(self.text, from).map_or(none, |found| found.start()));
        }
        if self.number.is_none_or(|at| at < from) {
            self.number = Some(number(self.text, from).unwrap_or(none));
        }
        let first = self.sign.min(self.number)?;
        (first < none).then_some(first)
    }
}

/// The first number from 1000 to 4999 that is no part of a date, a time, an address or a longer number.
fn number(text: &[u8], from: usize) -> Option<usize> {
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = from;
    while at < text.len() {
        if !text[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) {
            at += 1;
        }
        // `1,006`
        let mut end = at;
        if at - start == 1
            && text.get(at) == Some(&b',')
            && digit(at + 1)
            && digit(at + 2)
            && digit(at + 3)
            && !digit(at + 4)
        {
            end = at + 4;
        }
        let is_long = at - start == 4 || end > at;
        let is_joined =
            matches!(text.get(end), Some(b'.' | b'-' | b':' | b'/' | b',')) && digit(end + 1);
        let is_inside =
            start > 1 && matches!(text[start - 1], b'.' | b'-' | b'/') && digit(start - 2);
        if is_long && matches!(text[start], b'1'..=b'4') && !is_joined && !is_inside {
            return Some(start);
        }
    }
    None
}
