//! Rows that claim the same codes, for an enum whose codes only the compiler knows.

use super::message::Message;
use super::order::sort;

/// The codes of a variant as they were written.
#[derive(Clone, Copy, Debug)]
pub struct VariantCodes {
    /// The name of the variant.
    pub name: &'static str,
    /// The first code. An `i128`, because the user's expression can have any value.
    pub first: i128,
    /// The last code.
    pub last: i128,
    /// The code is a discriminant: if two of those are equal, the compiler reports it.
    pub discriminant: bool,
    /// The codes are literals: if two of those clash, the macro has reported it.
    pub known: bool,
}

/// For each span, the 1-based index of an earlier span that it clashes with, or 0. A range may be inside a
/// wider one.
#[must_use]
pub const fn clashes<const N: usize>(spans: &[VariantCodes; N]) -> [u16; N] {
    let mut ranges = [(0, 0); N];
    let mut at = 0;
    while at < N {
        ranges[at] = (spans[at].first, spans[at].last);
        at += 1;
    }
    let order = sort(&ranges);
    let mut found = [0; N];
    // The spans that enclose the current one, the narrowest on top.
    let (mut open, mut depth) = ([0; N], 0);
    at = 0;
    while at < N {
        let position = order[at];
        let span = &spans[position as usize];
        while depth > 0 && spans[open[depth - 1] as usize].last < span.first {
            depth -= 1;
        }
        if depth > 0 {
            let below: u16 = open[depth - 1];
            if collide(&spans[below as usize], span) {
                let (one, other) =
                    if below < position { (below, position) } else { (position, below) };
                found[other as usize] = one + 1;
            }
        }
        open[depth] = position;
        depth += 1;
        at += 1;
    }
    found
}

/// Whether of two spans that share a code neither lies inside the other. `one` does not begin later.
const fn collide(one: &VariantCodes, other: &VariantCodes) -> bool {
    if one.known && other.known {
        return false;
    }
    if one.first == other.first && one.last == other.last {
        return !(one.discriminant && other.discriminant);
    }
    other.last > one.last
}

/// Fails to compile if [`clashes`] has found that a span clashes with another.
///
/// # Panics
///
/// At compile time, with the name of the other.
#[track_caller]
pub const fn clash<const N: usize>(spans: &[VariantCodes; N], found: &[u16; N], at: usize) {
    if found[at] == 0 {
        return;
    }
    let (span, other) = (&spans[at], &spans[found[at] as usize - 1]);
    let message = span.append_to(Message::new());
    if span.first == other.first && span.last == other.last {
        let is = if span.first == span.last { " is the code of `" } else { " are the codes of `" };
        let message = message.text(is).text(other.name);
        message.text("` already; remove one of them, or change its number").fail();
    }
    let message = other.append_to(message.text(" overlaps ")).text(" of `").text(other.name);
    message
        .text("`; ranges must not partly overlap: nest one in the other, or separate them")
        .fail();
}

/// Fails to compile if a code of the range, `first` to `last`, is in none of the spans.
///
/// # Panics
///
/// At compile time, with the missing codes.
#[track_caller]
pub const fn total<const N: usize>(spans: &[VariantCodes; N], first: u16, last: u16) {
    /// How many gaps are listed.
    const LISTED: usize = 6;
    let mut ranges = [(0, 0); N];
    let mut at = 0;
    while at < N {
        ranges[at] = (spans[at].first, spans[at].last);
        at += 1;
    }
    let order = sort(&ranges);
    let mut message = Message::new().text("no variant for ");
    let (mut next, mut gaps) = (first as i128, 0);
    at = 0;
    while at <= N && next <= last as i128 {
        // After the last span: the rest of the range.
        let (from, to) =
            if at < N { ranges[order[at] as usize] } else { (last as i128 + 1, last as i128 + 1) };
        if from > next && gaps < LISTED {
            let separator = if gaps == 0 { "" } else { ", " };
            message = message.text(separator).number(next);
            let end = if from > last as i128 { last as i128 } else { from - 1 };
            if end > next {
                message = message.text(" to ").number(end);
            }
        } else if from > next && gaps == LISTED {
            message = message.text(" and more");
        }
        gaps += (from > next) as usize;
        next = if to >= next { to + 1 } else { next };
        at += 1;
    }
    if gaps > 0 {
        message.text("; add a variant with `#[close_code(rest)]`, or remove `total`").fail();
    }
}

impl VariantCodes {
    const fn append_to(&self, message: Message) -> Message {
        if self.first == self.last {
            message.number(self.first)
        } else {
            message.range(self.first, self.last)
        }
    }
}
