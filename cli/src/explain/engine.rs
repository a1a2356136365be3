//! Finds what lines say about the end of a connection: the patterns of `libraries.toml`, run over them.

use core::ops::Range;
use std::cell::OnceCell;

use close_code_emitters::libraries::{End, Libraries, Side, Text};
use regex::{Captures, Regex, RegexSet, RegexSetBuilder};

use super::body::{Body, Frame};
use super::index::Index;
use super::near::Near;

/// A finding in a line.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Finding {
    /// The code; `None` where the line says that there is none.
    pub(super) code: Option<u16>,
    /// Where it is in the line.
    pub(super) at: Range<usize>,
    /// The HTTP status of a refused handshake.
    pub(super) status: Option<u16>,
    /// The code inside the reason.
    pub(super) inner: Option<u16>,
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

/// The patterns, compiled.
#[derive(Debug)]
pub(super) struct Engine {
    /// Every text, as a place in the data, and its patterns.
    texts: Vec<Compiled>,
    /// All of them at once, which says which are worth a look.
    set: RegexSet,
    about: Regex,
    others: Vec<Regex>,
    other_set: RegexSet,
    details: Vec<Regex>,
    network: Vec<Regex>,
}

#[derive(Debug)]
struct Compiled {
    at: (usize, usize),
    pattern: Regex,
    near: Option<Regex>,
}

/// A pattern as both engines run it.
pub(super) fn regex(pattern: &str) -> Result<Regex, regex::Error> {
    regex::RegexBuilder::new(pattern).dot_matches_new_line(true).build()
}

/// Many patterns at once.
fn set<'a>(patterns: impl Iterator<Item = &'a String>) -> Result<RegexSet, regex::Error> {
    let mut builder = RegexSetBuilder::new(patterns);
    builder.dot_matches_new_line(true).size_limit(64 << 20).dfa_size_limit(64 << 20).build()
}

/// From this rank on, a number is not another system's.
const SURE: u8 = 8;
/// From this rank on, the pattern says all that is around the number.
const SUREST: u8 = 9;

/// How much of a line is looked at at once. Longer ones are read in pieces.
pub(super) const PIECE: usize = 8 << 10;

impl Engine {
    /// Compiles the patterns.
    pub(super) fn new(libraries: &Libraries) -> Result<Self, regex::Error> {
        let all = || libraries.library.iter().flat_map(|library| &library.text);
        let mut texts = Vec::new();
        for (library, of) in libraries.library.iter().enumerate() {
            for (text, data) in of.text.iter().enumerate() {
                texts.push(Compiled {
                    at: (library, text),
                    pattern: regex(&data.pattern)?,
                    near: data.near.as_deref().map(regex).transpose()?,
                });
            }
        }
        let others = libraries.other.iter().map(|other| regex(&other.pattern));
        let details = libraries.detail.iter().map(|detail| regex(&detail.pattern));
        let network = libraries.network.iter().map(|error| regex(&error.pattern));
        Ok(Self {
            set: set(all().map(|text| &text.pattern))?,
            about: regex(&libraries.about)?,
            others: others.collect::<Result<_, _>>()?,
            other_set: set(libraries.other.iter().map(|other| &other.pattern))?,
            details: details.collect::<Result<_, _>>()?,
            network: network.collect::<Result<_, _>>()?,
            texts,
        })
    }

    /// What a line says, the surest only: a line can well have two codes, as where one was sent and another
    /// received.
    pub(super) fn findings(&self, line: Line<'_>, data: &Libraries, index: &Index) -> Vec<Finding> {
        let mut from = 0;
        let mut found = Vec::new();
        for piece in pieces(line.text) {
            let inside = Line { text: piece, ..line };
            let shift = |mut finding: Finding| {
                finding.at = finding.at.start + from..finding.at.end + from;
                finding
            };
            found.extend(self.in_piece(inside, data, index).into_iter().map(shift));
            from += piece.len();
        }
        found
    }

    fn in_piece(&self, line: Line<'_>, data: &Libraries, index: &Index) -> Vec<Finding> {
        let lower = line.text.to_ascii_lowercase();
        let matched = self.set.matches(&lower);
        if !matched.matched_any() {
            return Vec::new();
        }
        let look = Look {
            engine: self,
            data,
            index,
            line,
            is_about: self.about.is_match(&lower),
            others: OnceCell::new(),
            lower,
        };
        let mut hits: Vec<(u8, Finding)> = Vec::new();
        for at in matched {
            look.hits(&self.texts[at], &mut hits);
        }
        let best = hits.iter().map(|(rank, _)| *rank).max().unwrap_or_default();
        hits.retain(|(rank, _)| *rank == best);
        hits.sort_by_key(|(_, finding)| finding.at.start);
        let mut found: Vec<Finding> = Vec::new();
        for (_, mut hit) in hits {
            look.details(&mut hit);
            match found.iter_mut().find(|found| found.code == hit.code && found.end == hit.end) {
                Some(found) => found.join(hit),
                None => found.push(hit),
            }
        }
        found
    }

    /// Where a line has numbers of other systems.
    fn others(&self, lower: &str) -> Vec<(usize, Range<usize>)> {
        let matched = self.other_set.matches(lower).into_iter();
        // Without its groups a match costs a tenth.
        matched
            .flat_map(|at| self.others[at].find_iter(lower).map(move |found| (at, found.range())))
            .collect()
    }

    /// What to say to a person about the numbers of other systems in a line.
    pub(super) fn not_codes(&self, text: &str, data: &Libraries) -> Vec<String> {
        let lower = text.get(..PIECE).unwrap_or(text).to_ascii_lowercase();
        let patterns = self.others.iter().zip(&data.other);
        let said = patterns.filter_map(|(pattern, other)| {
            let captures = pattern.captures(&lower)?;
            Some(other.says.as_ref()?.replace("{n}", captures.name("n")?.as_str()))
        });
        said.collect()
    }

    /// The error of the network in a text.
    pub(super) fn network(&self, text: &str, data: &Libraries) -> Option<Finding> {
        let lower = text.to_ascii_lowercase();
        let found = self.network.iter().zip(&data.network);
        found.into_iter().find_map(|(pattern, error)| {
            let at = pattern.find(&lower)?.range();
            let is_word = |c: char| c.is_ascii_alphanumeric();
            let apart =
                !lower[..at.start].ends_with(is_word) && !lower[at.end..].starts_with(is_word);
            let says = vec![error.says.clone()];
            apart.then(|| Finding { at, says, end: Some(End::Network), ..Finding::default() })
        })
    }
}

/// A look at a piece of a line.
struct Look<'a> {
    engine: &'a Engine,
    data: &'a Libraries,
    index: &'a Index,
    line: Line<'a>,
    lower: String,
    is_about: bool,
    others: OnceCell<Vec<(usize, Range<usize>)>>,
}

impl Look<'_> {
    /// What one text finds.
    fn hits(&self, compiled: &Compiled, hits: &mut Vec<(u8, Finding)>) {
        let library = &self.data.library[compiled.at.0];
        let text = &library.text[compiled.at.1];
        let is_near = |near: &Regex| {
            near.is_match(&self.lower)
                || self
                    .line
                    .near
                    .lines()
                    .iter()
                    .any(|line| near.is_match(&line.to_ascii_lowercase()))
        };
        if (text.asked && !self.line.asked)
            || (text.about && !self.is_about)
            || !compiled.near.as_ref().is_none_or(is_near)
            || self.is_vain(compiled, text)
        {
            return;
        }
        for captures in compiled.pattern.captures_iter(&self.lower) {
            let named = (library.id != "any").then(|| library.name.clone());
            let base = Finding {
                at: captures.get_match().range(),
                status: number(&captures, "status").or(text.status),
                inner: number(&captures, "inner"),
                reason: self.reason(&captures),
                sent_by: text.sent_by,
                end: text.end,
                table: text.table.clone(),
                instead: text.instead,
                library: named,
                ..Finding::default()
            };
            let mut found = Vec::new();
            self.codes(text, &captures, base, &mut found);
            let says = || Some(found.first()?.said(text.says.as_ref()?));
            let says: Vec<String> = says().into_iter().collect();
            hits.extend(
                found
                    .into_iter()
                    .map(|finding| (text.rank, Finding { says: says.clone(), ..finding })),
            );
        }
    }

    /// The findings of a match: one for each code in it.
    fn codes(&self, text: &Text, captures: &Captures<'_>, base: Finding, found: &mut Vec<Finding>) {
        let with = |code: u16, at: Range<usize>| Finding { code: Some(code), at, ..base.clone() };
        if let Some(bytes) = captures.name("bytes") {
            let at = self.whole_groups(bytes.range());
            let Some(body) = Body::read(&self.line.text[at.clone()]) else { return };
            if body.is_masked() && (body.frame != Frame::None || text.rank >= SUREST) {
                found.push(Finding { body: Some(body), end: Some(End::Masked), at, ..base });
            } else if body.is_likely() {
                let reason = body.reason().filter(|reason| !reason.is_empty()).map(str::to_owned);
                let hit = with(body.code(), at);
                found.push(Finding { reason, body: Some(body), ..hit });
            }
            return;
        }
        if let Some(name) = captures.name("name") {
            let name = name.range();
            if let Some(code) = self.index.in_a_line(&self.line.text[name.clone()]) {
                found.push(with(code, name));
            }
            return;
        }
        match (captures.name("code"), text.code) {
            (Some(number), _) => {
                let at = number.range();
                if let Some(code) = self.code(text, at.clone()) {
                    found.push(with(code, at));
                }
            }
            (None, Some(code)) => found.push(with(code, base.at.clone())),
            (None, None) if text.end.is_some() => found.push(base.clone()),
            (None, None) => {}
        }
        for group in ["code2", "inner"] {
            let Some(number) = captures.name(group) else { continue };
            let code = self.code(text, number.range()).filter(|_| !found.is_empty());
            if let Some(code) =
                code.filter(|code| found.iter().all(|found| found.code != Some(*code)))
            {
                found.push(with(code, number.range()));
            }
        }
    }

    /// Bytes without a last group that is the beginning of a word.
    fn whole_groups(&self, at: Range<usize>) -> Range<usize> {
        let goes_on = self.lower[at.end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        let end = self.lower[at.clone()].rfind(' ').filter(|_| goes_on);
        at.start..end.map_or(at.end, |end| at.start + end)
    }

    /// Whether a number is another system's.
    fn is_other(&self, at: &Range<usize>) -> bool {
        let others = self.others.get_or_init(|| self.engine.others(&self.lower));
        others.iter().any(|(other, range)| {
            range.start <= at.start
                && at.end <= range.end
                && !(self.data.other[*other].elsewhere && (self.is_about || self.line.asked))
        })
    }

    /// Whether all that a doubtful text could find is another system's. This is asked before the groups of
    /// a match are, which cost much more.
    fn is_vain(&self, compiled: &Compiled, text: &Text) -> bool {
        let is_number = text.rank < SURE && text.pattern.contains("(?<code>[0-9],?[0-9]{3})");
        is_number
            && compiled.pattern.find_iter(&self.lower).all(|found| {
                let mut numbers = numbers(&self.lower, found.range());
                numbers.all(|number| self.is_other(&number))
            })
    }

    /// The code that a number stands for, unless it is part of something else or another system's.
    fn code(&self, text: &Text, at: Range<usize>) -> Option<u16> {
        let code: u16 = self.lower[at.clone()].replace(',', "").parse().ok()?;
        let (before, after) = (&self.lower[..at.start], &self.lower[at.end..]);
        let is_sure = text.rank >= SUREST;
        let is_range = (1000..=4999).contains(&code);
        let is_whole = !after.starts_with(|c: char| c.is_ascii_digit())
            && (is_sure || !goes_on(after))
            && (is_sure || self.line.asked || !is_attached(before));
        let is_meant =
            is_whole && (text.any_number || is_range) && (text.rank >= SURE || !self.is_other(&at));
        let is_named = || self.index.begins_with_name(after, code);
        (is_meant && (!text.named || is_named())).then_some(code)
    }

    /// The reason that a text gives.
    fn reason(&self, captures: &Captures<'_>) -> Option<String> {
        if let Some(hex) = captures.name("hex") {
            let bytes: Option<Vec<u8>> = hex
                .as_str()
                .split_ascii_whitespace()
                .map(|byte| u8::from_str_radix(byte, 16).ok())
                .collect();
            return String::from_utf8(bytes?).ok();
        }
        let reason = self.line.text[captures.name("reason")?.range()].trim();
        Some(reason.to_owned())
    }

    /// What the line says beside the code.
    fn details(&self, finding: &mut Finding) {
        let data = &self.data.detail;
        let is_sent = !matches!(finding.code, Some(1005 | 1006 | 1015) | None);
        // A line as short as `"code": 1006,` is one of an object that is spread over several.
        let is_spread = self.line.text.trim().len() <= 40;
        let spread = if is_spread { self.line.near.lines() } else { &[] };
        let mut lines = vec![(self.lower.clone(), self.line.text)];
        lines.extend(spread.iter().take(6).map(|line| (line.to_ascii_lowercase(), line.as_str())));
        for (lower, text) in &lines {
            for (pattern, detail) in self.engine.details.iter().zip(data) {
                let Some(captures) = pattern.captures(lower) else { continue };
                if let Some(reason) = captures.name("reason") {
                    let reason = text[reason.range()].trim().trim_end_matches('\\');
                    let is_code = reason.parse().is_ok_and(|number| finding.code == Some(number));
                    if !is_code {
                        finding.reason.get_or_insert_with(|| reason.to_owned());
                    }
                }
                if is_sent {
                    finding.sent_by = finding.sent_by.or(detail.sent_by);
                }
                finding.was_clean = finding.was_clean.or(detail.was_clean);
            }
        }
    }
}

impl Finding {
    /// A text with the numbers of the finding in it.
    fn said(&self, says: &str) -> String {
        let number =
            |number: Option<u16>| number.map_or_else(String::new, |number| number.to_string());
        says.replace("{code}", &number(self.code))
            .replace("{status}", &number(self.status))
            .replace("{inner}", &number(self.inner))
    }

    /// Adds what another finding of the same code knows.
    fn join(&mut self, other: Self) {
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

/// The numbers of four digits, or of five signs with a separator, in a part of a text.
fn numbers(text: &str, at: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let is_part = |byte: &u8| byte.is_ascii_digit() || *byte == b',';
    let bytes = text.as_bytes();
    let mut from = at.start;
    core::iter::from_fn(move || {
        loop {
            let start = from + bytes[from..at.end].iter().position(u8::is_ascii_digit)?;
            let length = bytes[start..at.end].iter().take_while(|byte| is_part(byte)).count();
            from = start + length;
            let end = start + bytes[start..from].iter().rposition(u8::is_ascii_digit)? + 1;
            if end - start >= 4 {
                return Some(start..end);
            }
        }
    })
}

/// The number of a group.
fn number(captures: &Captures<'_>, group: &str) -> Option<u16> {
    captures.name(group)?.as_str().parse().ok()
}

/// Whether what is after a number makes it part of a time, an address, a version or a path.
fn goes_on(after: &str) -> bool {
    let mut next = after.chars();
    match next.next() {
        Some('.' | '-' | ':' | ',') => next.next().is_some_and(|c| c.is_ascii_digit()),
        Some('/' | '_' | '%' | '#') => true,
        Some(c) => c.is_ascii_alphanumeric(),
        None => false,
    }
}

/// Whether a number is attached to what is before it.
fn is_attached(before: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_alphanumeric() || ".-/_@+$%&?".contains(c))
}

/// A line in pieces, each cut where something ends.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
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

#[cfg(test)]
mod tests;
