//! Remembers what lines say that differ in their numbers only: in a log, most lines are like others.

use core::ops::Range;
use std::collections::HashMap;

use close_code_emitters::libraries::Libraries;
use regex::{Regex, RegexBuilder};

use super::line::Scope;
use super::read::is_bare;
use super::scanner::{Spot, any_of, without_names};
use crate::failure::Failure;
use crate::libraries::invalid;
use crate::tables::Named;

/// How many lines are remembered.
const ROOM: usize = 16 << 10;
/// How long a line is at most that is remembered.
const LONGEST: usize = 1 << 10;

/// What lines of a shape say.
#[derive(Debug)]
pub(super) struct Memo {
    /// Patterns that distinguish digits. All others see digits only.
    digits: Regex,
    /// The words by which the lines near a line name a protocol.
    words: Regex,
    /// How far the log was searched for these words.
    searched: u64,
    /// Where the last of them ended.
    loud: u64,
    /// The shape of the line, if it may be remembered.
    shape: Vec<u8>,
    /// The digits of the line that matter.
    numbers: Vec<u8>,
    shapes: HashMap<Vec<u8>, Shape>,
    /// How many lines are remembered.
    count: usize,
}

/// Lines that differ in their digits only.
#[derive(Debug)]
struct Shape {
    /// The numbers that matter.
    numbers: Vec<Range<usize>>,
    /// What is said with which numbers.
    said: HashMap<Vec<u8>, Vec<usize>>,
}

impl Memo {
    /// Compiles what decides whether a line may be remembered.
    pub(super) fn new(libraries: &Libraries, tables: &[Named]) -> Result<Self, Failure> {
        let texts = libraries.library.iter().flat_map(|library| &library.text);
        let texts = texts.filter(|text| !text.asked).map(|text| &*text.pattern);
        let others = libraries.other.iter().map(|other| &*other.pattern);
        let words = || libraries.protocol.iter().filter_map(|protocol| protocol.words.as_deref());
        let names = tables.iter().map(|table| &*table.name);
        let patterns = texts.chain(others).chain(words()).chain(names).chain([&*libraries.about]);
        let patterns: Vec<_> = patterns.filter(|pattern| distinguishes_digits(pattern)).collect();
        let digits = any_of(patterns.into_iter()).map_err(|error| invalid(&error))?;
        let words = words().map(|words| format!("(?:{words})")).collect::<Vec<_>>().join("|");
        let words = RegexBuilder::new(&words).multi_line(true).case_insensitive(true).build();
        let words = words.map_err(|error| invalid(&error))?;
        let (shape, numbers, shapes) = (Vec::new(), Vec::new(), HashMap::new());
        Ok(Self { digits, words, searched: 0, loud: 0, shape, numbers, shapes, count: 0 })
    }

    /// What a line says, if one like it was there before.
    pub(super) fn get(&mut self, spot: &Spot<'_>) -> Option<&[usize]> {
        self.shape.clear();
        let fits = spot.line.len() <= LONGEST && !is_bare(spot.line.trim());
        if !fits || self.digits.is_match(spot.lower) {
            return None;
        }
        shape(spot.line.as_bytes(), &mut self.shape);
        let known = self.shapes.get(&self.shape)?;
        gather(spot.line, &known.numbers, &mut self.numbers);
        if !known.said.get(&self.numbers)?.is_empty() && !self.is_quiet(spot) {
            return None;
        }
        let known = self.shapes.get(&self.shape)?;
        known.said.get(&self.numbers).map(Vec::as_slice)
    }

    /// Remembers what a line says that was asked for just before, unless its scope is narrow.
    pub(super) fn put(&mut self, spot: &Spot<'_>, scope: Scope, said: Vec<usize>) {
        let is_narrow = scope.is_narrow || self.shape.is_empty();
        if is_narrow || (!said.is_empty() && !self.is_quiet(spot)) {
            return;
        }
        if self.count >= ROOM {
            self.shapes.clear();
            self.count = 0;
        }
        self.count += 1;
        let new = || Shape { numbers: scope.numbers, said: HashMap::new() };
        let known = self.shapes.entry(self.shape.clone()).or_insert_with(new);
        gather(spot.line, &known.numbers, &mut self.numbers);
        known.said.insert(self.numbers.clone(), said);
    }

    /// Whether no line near names a protocol. Each part of a log is searched once.
    fn is_quiet(&mut self, spot: &Spot<'_>) -> bool {
        let [before, after] = spot.near.window();
        let from = spot.start - before.len() as u64;
        let end = spot.start + spot.line.len() as u64;
        for (part, at) in [(before, from), (spot.line, spot.start), (after, end + 1)] {
            let known = usize::try_from(self.searched.saturating_sub(at)).unwrap_or(usize::MAX);
            let Some(part) = part.get(known..) else { continue };
            let at = at + known as u64;
            let last = self.words.find_iter(part).last();
            self.loud = last.map_or(self.loud, |last| at + last.end() as u64);
            self.searched = at + part.len() as u64;
        }
        self.loud <= from
    }
}

/// Whether it matters to a pattern which digits a number has.
fn distinguishes_digits(pattern: &str) -> bool {
    let plain = without_names(pattern).replace("0-9", "");
    let is_count = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    // What is between braces is a count: `{1,5}`.
    plain.split('{').enumerate().any(|(at, part)| {
        let count = part.split_once('}').filter(|(count, _)| at > 0 && is_count(count));
        let rest = count.map_or(part, |(_, rest)| rest);
        rest.bytes().any(|byte| byte.is_ascii_digit())
    })
}

/// A line with the same digits in all numbers, but for what decides whether a number could be a code.
fn shape(line: &[u8], shape: &mut Vec<u8>) {
    shape.extend_from_slice(line);
    let mut at = 0;
    while let Some(start) = line[at..].iter().position(u8::is_ascii_digit).map(|far| at + far) {
        let length = line[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + length;
        shape[start..at].fill(b'0');
        let could_be_code = match length {
            1 | 4 => (b'1'..=b'4').contains(&line[start]),
            5 => line[start..at] <= b"65535"[..],
            _ => true,
        };
        if !could_be_code {
            shape[start] = b'9';
        }
    }
}

/// Some parts of a line, one after the other.
fn gather(line: &str, parts: &[Range<usize>], gathered: &mut Vec<u8>) {
    gathered.clear();
    for part in parts {
        gathered.extend_from_slice(&line.as_bytes()[part.clone()]);
    }
}

#[cfg(test)]
mod tests {
    use super::{distinguishes_digits, shape};

    #[test]
    fn a_pattern_with_digits_of_its_own_distinguishes_them() {
        for pattern in ["1006", "[1-5][0-9]{2}", "(?<code>44[0-9]{2})", "[a-z2]", r"\{code=1006\}"]
        {
            assert!(distinguishes_digits(pattern), "{pattern}");
        }
        for pattern in ["(?<code2>[0-9],?[0-9]{3})", "[^a-z0-9_]{0,40}ws", "close"] {
            assert!(!distinguishes_digits(pattern), "{pattern}");
        }
    }

    #[test]
    fn a_shape_says_whether_a_number_could_be_a_code() {
        let shaped = |line: &str| {
            let mut shaped = Vec::new();
            shape(line.as_bytes(), &mut shaped);
            String::from_utf8(shaped).unwrap_or_default()
        };
        assert_eq!(shaped("a1006 5006 1,006 65536 312"), "a0000 9000 0,000 90000 000");
    }
}
