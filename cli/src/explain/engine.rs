//! Finds what lines say about the end of a connection: the patterns of `libraries.toml`, run over them.

use core::ops::Range;
use std::cell::OnceCell;

use close_code_emitters::libraries::{End, Libraries, Text};
use regex::{Captures, Regex, RegexSet, RegexSetBuilder};

use super::body::{Body, Frame};
use super::index::Index;
use super::line::{Finding, Line, PIECE, Scope, is_apart, pieces, short};

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
    causes: Vec<Regex>,
    time: Regex,
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

fn compile<'a>(patterns: impl Iterator<Item = &'a String>) -> Result<Vec<Regex>, regex::Error> {
    patterns.map(|pattern| regex(pattern)).collect()
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
        let others = || libraries.other.iter().map(|other| &other.pattern);
        Ok(Self {
            set: set(all().map(|text| &text.pattern))?,
            about: regex(&libraries.about)?,
            others: compile(others())?,
            other_set: set(others())?,
            details: compile(libraries.detail.iter().map(|detail| &detail.pattern))?,
            network: compile(libraries.network.iter().map(|error| &error.pattern))?,
            causes: compile(libraries.cause.iter().map(|cause| &cause.pattern))?,
            time: regex(&libraries.time)?,
            texts,
        })
    }

    /// What a line says, the surest only: a line can well have two codes, as where one was sent and another
    /// received.
    pub(super) fn findings(
        &self,
        line: Line<'_>,
        data: &Libraries,
        index: &Index,
        scope: &mut Scope,
    ) -> Vec<Finding> {
        let mut from = 0;
        scope.is_narrow |= line.text.len() > PIECE;
        let mut found = Vec::new();
        for piece in pieces(line.text) {
            let inside = Line { text: piece, ..line };
            let shift = |mut finding: Finding| {
                finding.at = finding.at.start + from..finding.at.end + from;
                finding
            };
            found.extend(self.in_piece(inside, data, index, scope).into_iter().map(shift));
            from += piece.len();
        }
        found
    }

    fn in_piece(
        &self,
        line: Line<'_>,
        data: &Libraries,
        index: &Index,
        scope: &mut Scope,
    ) -> Vec<Finding> {
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
            look.hits(&self.texts[at], &mut hits, scope);
        }
        let best = hits.iter().map(|(rank, _)| *rank).max().unwrap_or_default();
        hits.retain(|(rank, _)| *rank == best);
        hits.sort_by_key(|(_, finding)| finding.at.start);
        let mut found: Vec<Finding> = Vec::new();
        for (_, mut hit) in hits {
            look.details(&mut hit, scope);
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

    /// Says what a reason means that names the cause.
    pub(super) fn explain_reason(&self, finding: &mut Finding, data: &Libraries) {
        let (Some(reason), Some(code), false) = (&finding.reason, finding.code, finding.instead)
        else {
            return;
        };
        let lower = reason.to_ascii_lowercase();
        let mut causes = self.causes.iter().zip(&data.cause);
        let fits = |codes: &[u16]| codes.is_empty() || codes.contains(&code);
        let cause = causes.find(|(pattern, cause)| fits(&cause.codes) && pattern.is_match(&lower));
        if let Some((_, cause)) = cause {
            finding.says.insert(0, cause.says.replace("{code}", &code.to_string()));
            finding.instead = true;
        }
    }

    /// The time that a line begins with.
    pub(super) fn time<'a>(&self, line: &'a str) -> Option<&'a str> {
        let lower = short(line).to_ascii_lowercase();
        self.time.find(&lower).map(|found| line[found.range()].trim())
    }

    /// The error of the network in a text.
    pub(super) fn network(&self, text: &str, data: &Libraries) -> Option<Finding> {
        let lower = text.to_ascii_lowercase();
        let mut errors = self.network.iter().zip(&data.network);
        errors.find_map(|(pattern, error)| {
            let at = pattern.find(&lower)?.range();
            let says = vec![error.says.clone()];
            is_apart(&lower, &at).then(|| Finding {
                at,
                says,
                end: Some(End::Network),
                ..Finding::default()
            })
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
    fn hits(&self, compiled: &Compiled, hits: &mut Vec<(u8, Finding)>, scope: &mut Scope) {
        let library = &self.data.library[compiled.at.0];
        let text = &library.text[compiled.at.1];
        let is_near = |near: &Regex| {
            let mut lines = self.line.near.lines().iter();
            near.is_match(&self.lower)
                || lines.any(|line| near.is_match(&line.to_ascii_lowercase()))
        };
        scope.is_narrow |= text.near.is_some() || text.pattern.contains("?<bytes>");
        if (text.asked && !self.line.asked)
            || (text.about && !self.is_about)
            || !compiled.near.as_ref().is_none_or(is_near)
        {
            return;
        }
        for captures in compiled.pattern.captures_iter(&self.lower) {
            let numbers = ["code", "code2", "inner", "name", "status"].into_iter();
            let numbers = numbers.filter_map(|group| Some(captures.name(group)?.range()));
            // Another system's number is one whatever its digits.
            scope.numbers.extend(numbers.filter(|at| text.rank >= SURE || !self.is_other(at)));
            let named = (library.id != "any").then(|| library.name.clone());
            let base = Finding {
                at: captures.get_match().range(),
                status: number(&captures, "status").or(text.status),
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
            let says = text.says.as_ref().zip(found.first()).map(|(says, first)| {
                let number = |number: Option<u16>| number.map_or(String::new(), |n| n.to_string());
                says.replace("{code}", &number(first.code))
                    .replace("{status}", &number(first.status))
                    .replace("{inner}", captures.name("inner").map_or("", |inner| inner.as_str()))
            });
            for finding in &mut found {
                finding.says.extend(says.clone());
            }
            hits.extend(found.into_iter().map(|finding| (text.rank, finding)));
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
    fn details(&self, finding: &mut Finding, scope: &mut Scope) {
        let is_sent = !matches!(finding.code, Some(1005 | 1006 | 1015) | None);
        // A line as short as `"code": 1006,` is one of an object that is spread over several.
        let is_spread = self.line.text.trim().len() <= 40;
        let spread = if is_spread { self.line.near.lines() } else { &[] };
        let spread = spread.iter().take(6).map(String::as_str);
        for text in [self.line.text].into_iter().chain(spread) {
            let lower = text.to_ascii_lowercase();
            for (pattern, detail) in self.engine.details.iter().zip(&self.data.detail) {
                let Some(captures) = pattern.captures(&lower) else { continue };
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
        // The reason can name the protocol.
        let has_digit = |reason: &String| reason.bytes().any(|byte| byte.is_ascii_digit());
        scope.is_narrow |= is_spread || finding.reason.as_ref().is_some_and(has_digit);
    }
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
