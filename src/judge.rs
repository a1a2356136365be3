//! What the compiler asks about the codes of a derived enum.
//!
//! The derive macro knows no table. It has the compiler call these functions on the user's own
//! literals, so the answer, and the text of the error, come from `codes.toml`.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a const fn has no conversion but `as`, and `ends` has refused what is no code"
)]

mod clash;
mod message;
mod order;

use self::message::Message;
use crate::lookup::Painted;
use crate::{CloseCode, CloseCodeRange, CloseKind};

pub use self::clash::{Span, clash, clashes};
pub use self::order::{order, ranks, sorted};

/// Fails to compile unless all codes from `from` to `to` are in the enum's range, `first` to `last`,
/// and may be sent; with `local` they need not. `name` is what the enum calls a single code: where the
/// registry calls it something else, that has to be asked for.
///
/// # Panics
///
/// At compile time, with what the code is and what would be right.
#[track_caller]
pub const fn codes(from: i64, to: i64, first: u16, last: u16, local: bool, name: Option<&str>) {
    ends(from, to);
    if from < first as i64 || to > last as i64 {
        let beyond = if from < first as i64 || from > last as i64 { from } else { last as i64 + 1 };
        outside(CloseCode::new(beyond as u16), first, last).fail();
    }
    let mut at = from;
    while at <= to && !local {
        let code = CloseCode::new(at as u16);
        if !code.is_valid_on_wire() {
            unsendable(Message::new(), code)
                .text("; add `local` if this variant is only reported, never sent")
                .fail();
        }
        at = alike(code) as i64 + 1;
    }
    if let Some(name) = name {
        named(CloseCode::new(from as u16), name);
    }
}

/// Fails to compile if the registry has another name for a code.
#[track_caller]
const fn named(code: CloseCode, name: &str) {
    let entry = code.entry();
    if entry.is_single() && !equal(entry.name(), name) {
        let number = code.get() as i64;
        Message::new()
            .number(number)
            .text(" is `")
            .text(entry.name())
            .text("` in the registry; name the variant that, or add `reassigned` if ")
            .number(number)
            .text(" means something else here")
            .fail();
    }
}

#[track_caller]
const fn ends(from: i64, to: i64) {
    let wrong = if from < 0 || from > u16::MAX as i64 { from } else { to };
    if wrong < 0 || wrong > u16::MAX as i64 {
        Message::new()
            .number(wrong)
            .text(" is not a close code; a code is a number from 0 to 65535")
            .fail();
    }
    if from > to {
        Message::new()
            .range(from, to)
            .text(" ends before it begins; write `")
            .range(to, from)
            .text("`")
            .fail();
    }
}

const fn equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn outside(code: CloseCode, first: u16, last: u16) -> Message {
    let message = Message::new();
    let message =
        if code.is_valid_on_wire() { what(message, code) } else { unsendable(message, code) };
    message
        .text(", and outside the range of the enum, ")
        .range(first as i64, last as i64)
        .text("; take a code of the range, or write `#[close_code(range = ...)]` above the enum")
}

/// Says which row of the built-in table a code belongs to.
const fn what(message: Message, code: CloseCode) -> Message {
    let entry = code.entry();
    let message = message.number(code.get() as i64);
    if entry.is_single() {
        return message.text(" is ").text(entry.name());
    }
    message
        .text(" is in ")
        .text(entry.name())
        .text(" (")
        .range(entry.first().get() as i64, entry.last().get() as i64)
        .text(")")
}

const fn unsendable(message: Message, code: CloseCode) -> Message {
    let message = what(message, code);
    if code.is_local_only() {
        message.text(", which is never sent")
    } else {
        message.text(", which may not be sent")
    }
}

/// Fails to compile unless `code` may stand in a Close frame.
///
/// # Panics
///
/// At compile time, with what the code is.
#[track_caller]
pub(crate) const fn wire(code: CloseCode) {
    if !code.is_valid_on_wire() {
        unsendable(Message::new(), code).fail();
    }
}

/// The last code from `code` on that belongs to the same row of the built-in table, so that a question
/// about many codes is asked once for each row.
pub(crate) const fn alike(code: CloseCode) -> u16 {
    let rows = <CloseKind as CloseCodeRange>::TABLE;
    let mut last = code.entry().last().get();
    let mut at = 0;
    while at < rows.len() {
        let first = rows[at].first().get();
        if code.get() < first && first <= last {
            last = first - 1;
        }
        at += 1;
    }
    last
}

/// Fails to compile if a code of the range has no variant.
///
/// # Panics
///
/// At compile time, with the missing codes.
#[track_caller]
pub const fn total<const SLOTS: usize>(painted: &Painted<SLOTS>, first: u16, last: u16) {
    /// More gaps than that help nobody.
    const LISTED: usize = 6;
    let Some(mut from) = painted.gap(first, last, first) else { return };
    let mut message = Message::new().text("no variant for ");
    let mut listed = 0;
    loop {
        let mut to = from;
        while to < last && matches!(painted.gap(first, last, to + 1), Some(next) if next == to + 1)
        {
            to += 1;
        }
        message = message.number(from as i64);
        if to > from {
            message = message.text(" to ").number(to as i64);
        }
        listed += 1;
        if to == last {
            break;
        }
        let Some(next) = painted.gap(first, last, to + 1) else { break };
        if listed == LISTED {
            message = message.text(" and more");
            break;
        }
        message = message.text(", ");
        from = next;
    }
    message.text("; add a variant with `#[close_code(rest)]`, or leave `total` out").fail();
}

#[cfg(test)]
mod tests {
    use super::{alike, codes, ends, total};
    use crate::CloseCode;
    use crate::lookup::paint;

    #[test]
    fn alike_ends_where_the_next_row_begins() {
        let mut first = 0;
        let mut rows = 0;
        loop {
            let row = CloseCode::new(first).entry();
            let last = alike(CloseCode::new(first));
            for code in first..=last {
                assert!(core::ptr::eq(CloseCode::new(code).entry(), row), "{first} to {code}");
                assert_eq!(alike(CloseCode::new(code)), last, "{code}");
            }
            rows += 1;
            let Some(next) = last.checked_add(1) else { break };
            assert!(!core::ptr::eq(CloseCode::new(next).entry(), row), "{first} to {next}");
            first = next;
        }
        assert!(rows > 20, "{rows}");
    }

    #[test]
    #[should_panic(expected = "70000 is not a close code")]
    fn the_end_of_a_range_is_a_code() {
        ends(0, 70_000);
    }

    #[test]
    #[should_panic(expected = "70000 is not a close code")]
    fn the_end_of_a_range_is_a_code_whatever_the_beginning() {
        ends(65_535, 70_000);
    }

    #[test]
    #[should_panic(expected = "-1 is not a close code")]
    fn the_beginning_of_a_range_is_a_code() {
        ends(-1, 5);
    }

    #[test]
    #[should_panic(expected = "65536 is not a close code")]
    fn of_two_wrong_ends_the_first_is_told() {
        ends(65_536, 70_000);
    }

    #[test]
    fn ends_may_be_anywhere_among_the_codes() {
        for (first, last) in [(0, 0), (0, 65_535), (65_535, 65_535)] {
            ends(first, last);
        }
    }

    #[test]
    #[should_panic(
        expected = "5000 is in OutOfRange (5000..=65535), which may not be sent, and outside"
    )]
    fn the_first_code_outside_the_range_is_told() {
        codes(4999, 5010, 4000, 4999, false, None);
    }

    #[test]
    #[should_panic(
        expected = "5010 is in OutOfRange (5000..=65535), which may not be sent, and outside"
    )]
    fn a_code_behind_the_range_is_told() {
        codes(5010, 5020, 4000, 4999, false, None);
    }

    #[test]
    #[should_panic(
        expected = "no variant for 4000, 4002, 4004, 4006, 4008, 4010 and more; add a variant"
    )]
    fn many_gaps_are_told_in_part() {
        let odd = core::array::from_fn::<_, 10, _>(|at| {
            let code = 4001 + 2 * u16::try_from(at).unwrap_or_default();
            crate::entry::EntryBuilder::code(code, "", "", "", "").entry()
        });
        total(&paint::<1>(4000, 4019, &odd, 0), 4000, 4019);
    }

    #[test]
    #[should_panic(
        expected = "no variant for 4000, 4002, 4004, 4006, 4008, 4010 to 4011; add a variant"
    )]
    fn six_gaps_are_told() {
        let odd = core::array::from_fn::<_, 5, _>(|at| {
            let code = 4001 + 2 * u16::try_from(at).unwrap_or_default();
            crate::entry::EntryBuilder::code(code, "", "", "", "").entry()
        });
        total(&paint::<1>(4000, 4011, &odd, 0), 4000, 4011);
    }
}
