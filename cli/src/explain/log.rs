//! Finds the close code in a line of a log, among its times, ports and counts.

use core::ops::Range;

use close_code_codegen::naming::letters;

use super::shelf::Shelf;
use super::words;

mod bytes;

/// A code in a line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Found {
    /// The code.
    pub(super) code: u16,
    /// The bytes of the line that tell it.
    pub(super) at: Range<usize>,
}

/// The codes of a line, without those that are less likely than others. A line may well have two, as
/// where one was sent and another received.
pub(super) fn codes(line: &str, shelf: &Shelf) -> Vec<Found> {
    let lower = line.to_ascii_lowercase();
    let is_about_websockets = words::speaks_of_websockets(&lower);
    let mut candidates = numbers(line, &lower, is_about_websockets, shelf);
    if is_about_websockets {
        candidates.extend(names(line, &lower, shelf));
        let bodies = bytes::bodies(line, &lower).into_iter();
        candidates.extend(bodies.map(|found| (IN_A_BODY, found)));
    }
    if candidates.is_empty() {
        candidates = phrases(&lower, is_about_websockets, shelf);
    }
    let best = candidates.iter().map(|(score, _)| *score).max().unwrap_or_default();
    let mut found: Vec<Found> = Vec::new();
    for (_, candidate) in candidates.into_iter().filter(|(score, _)| *score == best) {
        if !found.iter().any(|found| found.code == candidate.code) {
            found.push(candidate);
        }
    }
    found
}

/// How sure it is that something is a close code: the larger, the surer.
type Score = u32;

const AFTER_CODE: Score = 100;
const AFTER_CLOSE: Score = 60;
const BEFORE_ITS_NAME: Score = 50;
const IN_A_BODY: Score = 45;
const ALONE: Score = 40;
const BY_A_SIGN: Score = 35;
const IN_WORDS: Score = 30;

/// The numbers of a line that could be close codes.
fn numbers(
    line: &str,
    lower: &str,
    is_about_websockets: bool,
    shelf: &Shelf,
) -> Vec<(Score, Found)> {
    let mut candidates = Vec::new();
    for at in runs(line) {
        let Ok(code) = line[at.clone()].parse::<u16>() else { continue };
        let (before, after) = (&lower[..at.start], &lower[at.end..]);
        if is_part_of_more(before, after) || words::is_a_quantity(before, after) {
            continue;
        }
        let named = is_named(code, after, shelf);
        let score = if words::says_code(before) || words::is_refused(after) {
            AFTER_CODE
        } else if words::says_close(before, is_about_websockets) {
            AFTER_CLOSE
        } else if named || (is_about_websockets && stands_alone(code, before, shelf)) {
            ALONE
        } else {
            continue;
        };
        // Beyond the codes that exist, only a line that says "close code" is believed.
        if (1000..=4999).contains(&code) || words::says_close_code(before) {
            let named = if named { BEFORE_ITS_NAME } else { 0 };
            candidates.push((score + named, Found { code, at }));
        }
    }
    candidates
}

/// The runs of digits in a line.
fn runs(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in line.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether digits belong to a time, an address, a version, an identifier or a path.
fn is_part_of_more(before: &str, after: &str) -> bool {
    let mut next = after.chars();
    let joined = match next.next() {
        Some('.' | '-' | ':' | ',') => next.next().is_some_and(|c| c.is_ascii_digit()),
        Some('/' | '_' | '%' | '#') => true,
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    if joined {
        return true;
    }
    let Some(last) = before.chars().next_back() else { return false };
    let attached = before.strip_suffix(last).unwrap_or_default();
    let after_letter = attached.ends_with(|c: char| c.is_alphanumeric() || c == ']');
    match last {
        // `host:4000` and `file.js:1006`, but not `code:1006` and `"code":1006`.
        ':' | '[' => after_letter && !words::says_code(before) && !words::says_close(before, true),
        '-' => !attached.ends_with(char::is_alphabetic) || !words::says_code(before),
        '.' | '/' | '_' | '*' | '#' | '@' | '+' | '$' | '%' | '&' | '?' => true,
        c => c.is_alphanumeric(),
    }
}

/// Whether the text after a number begins with one of the names of the code.
fn is_named(code: u16, after: &str, shelf: &Shelf) -> bool {
    let after = letters(after.get(..after.len().min(80)).unwrap_or(after));
    shelf
        .index
        .names_of(code)
        .iter()
        .any(|name| !name.is_empty() && after.starts_with(name.as_str()))
}

/// Whether a number on its own is likely to be a close code: it has a name in the built-in table, and
/// is not a round number, of which logs are full.
fn stands_alone(code: u16, before: &str, shelf: &Shelf) -> bool {
    // What has a name, as in `since=1001`, is something else.
    let is_value = before.ends_with(['=', ':']);
    code % 1000 != 0
        && !is_value
        && !words::follows_a_number(before)
        && !words::is_an_access(before)
        && shelf.index.is_named(code)
}

/// The names of a line that follow `code`, as in `code: Away` and `CloseCode::GoingAway`.
fn names(line: &str, lower: &str, shelf: &Shelf) -> Vec<(Score, Found)> {
    let mut candidates = Vec::new();
    for at in identifiers(line) {
        let word = &line[at.clone()];
        // A name, and not a word of a sentence.
        if !word.contains(|c: char| c.is_ascii_uppercase()) || !words::says_code(&lower[..at.start])
        {
            continue;
        }
        // Go's libraries put a word before the name: `StatusGoingAway`, `CloseGoingAway`.
        let bare = ["Status", "Close"].iter().find_map(|prefix| word.strip_prefix(prefix));
        let code = words::alias(word).or_else(|| shelf.index.code(word));
        if let Some(code) = code.or_else(|| shelf.index.code(bare?)) {
            candidates.push((AFTER_CODE, Found { code, at }));
        }
    }
    candidates
}

/// The words of a line.
fn identifiers(line: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, c) in line.char_indices().filter(|(_, c)| c.is_alphanumeric() || *c == '_') {
        match words.last_mut() {
            Some(word) if word.end == at => word.end = at + c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
    }
    words
}

/// The codes that a line tells in words alone.
fn phrases(lower: &str, is_about_websockets: bool, shelf: &Shelf) -> Vec<(Score, Found)> {
    let signs: Vec<_> =
        words::signs(lower).map(|(code, at)| (BY_A_SIGN, Found { code, at })).collect();
    if !signs.is_empty() || !is_about_websockets {
        return signs;
    }
    let found = shelf.index.phrases().iter().filter_map(|(name, code)| {
        let at = words::position(lower, name)?;
        Some((IN_WORDS, Found { code: *code, at }))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(_, found)| found.at.start);
    found
}

#[cfg(test)]
mod tests;
