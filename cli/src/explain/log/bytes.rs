//! The bytes of a Close frame's body in a line of a log, as libraries write them there.

use core::ops::Range;

use super::Found;
use crate::explain::body;

/// Words that such bytes follow.
const KEYS: [&str; 6] = ["body", "buffer", "bytes", "data", "frame", "payload"];

/// The codes of the bodies in a line; `lower` is the line in small letters.
pub(super) fn bodies(line: &str, lower: &str) -> Vec<Found> {
    let keys = KEYS.iter().flat_map(|key| lower.match_indices(key));
    let values = keys.map(|(at, key)| {
        let rest = &line[at + key.len()..];
        line.len() - rest.trim_start_matches([' ', ':', '=', '(']).len()
    });
    let mut found: Vec<Found> = values.filter_map(|from| body_at(line, from)).collect();
    found.sort_by_key(|found| found.at.start);
    found.dedup();
    found
}

/// The body whose notation begins somewhere in a line.
fn body_at(line: &str, from: usize) -> Option<Found> {
    let rest = &line[from..];
    [literal(rest), list(rest), groups(rest), first_group(rest)].into_iter().flatten().find_map(
        |length| {
            let bytes = body::bytes(&rest[..length])?;
            let at: Range<usize> = from..from + length;
            body::is_likely(&bytes).then(|| Found { code: body::code(&bytes), at })
        },
    )
}

/// The length of `b"\x03\xe8bye"`.
fn literal(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('b').unwrap_or(text);
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let start = text.len() - inner.len() + 1;
    let mut is_escaped = false;
    for (at, c) in text[start..].char_indices() {
        if c == quote && !is_escaped {
            return Some(start + at + 1);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    None
}

/// The length of `[3, 232, 98]`.
fn list(text: &str) -> Option<usize> {
    text.starts_with('[').then(|| text.find(']'))?.map(|end| end + 1)
}

/// The length of `03e8 6279 65`, with all that could belong to it. The code on the wire begins with a 0,
/// so that numbers, which logs are full of, do not count.
fn groups(text: &str) -> Option<usize> {
    let is_part = |c: char| c.is_ascii_hexdigit() || matches!(c, ' ' | 'x');
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let hex = text[..end].trim_end();
    hex.starts_with('0').then_some(hex.len())
}

/// The length of the first group alone.
fn first_group(text: &str) -> Option<usize> {
    let length = groups(text)?;
    text[..length].find(' ').or(Some(length))
}
