//! Compile-time checks for codes that the derive cannot evaluate. The derive places these assertions at the
//! user's expressions. `close-code-codegen` checks literals by the same rules.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a const fn has no conversion but `as`, and invalid codes were rejected before"
)]

mod clash;
mod message;
mod order;

use self::message::Message;
use crate::{CloseCode, CloseCodeRange, CloseKind};

pub use self::clash::{VariantCodes, clash, clashes, total};
pub use self::order::sorted;

/// Fails to compile unless `code` is in the enum's range, `first` to `last`, and may be sent. `local` codes
/// need not be sendable. `name` is the variant's name, or `None` for a `reassigned` variant.
///
/// # Panics
///
/// At compile time, with a message that says what the code is and suggests a fix.
#[track_caller]
pub const fn code(code: i128, first: u16, last: u16, local: bool, name: Option<&str>) {
    if code < 0 || code > u16::MAX as i128 {
        Message::new()
            .number(code)
            .text(" is not a close code; a code is a number from 0 to 65535: two bytes of a Close frame")
            .fail();
    }
    let code = CloseCode::new(code as u16);
    if code.get() < first || code.get() > last {
        what(Message::new(), code)
            .text(", and outside the range of the enum, ")
            .range(first as i128, last as i128)
            .text("; use a code in the range, or add `#[close_code(range = ...)]` to the enum")
            .fail();
    }
    if !code.is_valid_on_wire() && !local {
        what(Message::new(), code)
            .text("; add `local` if this variant is only reported, never sent")
            .fail();
    }
    if let Some(name) = name {
        named(code, name);
    }
}

/// Fails to compile if a code that products used before it was registered has another name.
#[track_caller]
const fn named(code: CloseCode, name: &str) {
    /// Codes below this have one meaning for everyone.
    const SHARED: u16 = 3000;
    let entry = code.entry();
    if code.get() >= SHARED && entry.is_single() && !equal(entry.name(), name) {
        let number = code.get() as i128;
        Message::new()
            .number(number)
            .text(" is `")
            .text(entry.name())
            .text("` in the registry; rename the variant to that, or add `reassigned` if ")
            .number(number)
            .text(" means something else here")
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

/// Says which row of the built-in table a code belongs to, and whether it may be sent.
const fn what(message: Message, code: CloseCode) -> Message {
    let entry = code.entry();
    let message = message.number(code.get() as i128);
    let message = if entry.is_single() {
        message.text(" is ").text(entry.name())
    } else {
        message
            .text(" is in ")
            .text(entry.name())
            .text(" (")
            .range(entry.first().get() as i128, entry.last().get() as i128)
            .text(")")
    };
    if code.is_local_only() {
        message.text(", which is never sent")
    } else if !code.is_valid_on_wire() {
        message.text(", which must not be sent")
    } else {
        message
    }
}

/// Fails to compile unless `code` may be sent in a Close frame.
///
/// # Panics
///
/// At compile time, with a message that says what the code is.
#[track_caller]
pub(crate) const fn wire(code: CloseCode) {
    if !code.is_valid_on_wire() {
        what(Message::new(), code).fail();
    }
}

/// Fails to compile unless an error may close a connection with `code`.
///
/// # Panics
///
/// At compile time, with a message that says what the code is and suggests a fix.
#[track_caller]
pub const fn sendable(code: CloseCode) {
    if !code.is_valid_on_wire() {
        what(Message::new(), code)
            .text("; close with a code that may be sent, such as 1011")
            .fail();
    }
}

/// The last code from `code` on that belongs to the same row of the built-in table.
pub(crate) const fn last_code_of_row(code: CloseCode) -> u16 {
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

#[cfg(test)]
mod tests {
    use super::last_code_of_row;
    use crate::CloseCode;

    #[test]
    fn a_row_ends_where_the_next_one_begins() {
        let mut first = 0;
        let mut rows = 0;
        loop {
            let row = CloseCode::new(first).entry();
            let last = last_code_of_row(CloseCode::new(first));
            for code in first..=last {
                assert!(core::ptr::eq(CloseCode::new(code).entry(), row), "{first} to {code}");
                assert_eq!(last_code_of_row(CloseCode::new(code)), last, "{code}");
            }
            rows += 1;
            let Some(next) = last.checked_add(1) else { break };
            assert!(!core::ptr::eq(CloseCode::new(next).entry(), row), "{first} to {next}");
            first = next;
        }
        assert!(rows > 20, "{rows}");
    }
}
