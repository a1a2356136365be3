//! What the compiler asks about the codes of a derived enum.
//!
//! The derive macro knows no table. It has the compiler call these functions on the user's own
//! literals, so the answer, and the text of the error, come from `codes.toml`.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a const fn has no conversion but `as`, and `ends` has refused what is no code"
)]

use crate::digits::Digits;
use crate::lookup::{Painted, Span};
use crate::{CloseCode, Entry};

/// Fails to compile unless all codes are in the enum's range and may be sent. With `local`, they may
/// also be such as are only reported. `name` is what the enum calls a single code: where the registry
/// calls it something else, that has to be asked for.
///
/// # Panics
///
/// At compile time, with what the code is and what would be right.
#[track_caller]
pub const fn codes(from: i64, to: i64, first: u16, last: u16, local: bool, name: Option<&str>) {
    ends(from, to);
    let mut at = from;
    while at <= to {
        let code = CloseCode::new(at as u16);
        if code.get() < first || code.get() > last {
            outside(code, first, last).fail();
        }
        if !code.is_valid_on_wire() && !local {
            unsendable(Message::new(), code)
                .text("; write `local` beside it if the enum also stands for what is only reported")
                .fail();
        }
        at += 1;
    }
    if let Some(name) = name {
        let code = CloseCode::new(from as u16);
        let entry = code.entry();
        if entry.is_single() && !equal(entry.name(), name) {
            what(Message::new(), code)
                .text(" in the registry; call it that, or write `reassigned` beside it if this protocol means something else by it")
                .fail();
        }
    }
}

#[track_caller]
const fn ends(from: i64, to: i64) {
    let wrong = if from < 0 || from > u16::MAX as i64 { from } else { to };
    if wrong < 0 || wrong > u16::MAX as i64 {
        Message::new().number(wrong).text(" is not a close code: codes are 0 to 65535").fail();
    }
    if from > to {
        Message::new()
            .number(from)
            .text("..=")
            .number(to)
            .text(" is empty: the first code is greater than the last")
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
    let message = Message::new()
        .number(code.get() as i64)
        .text(" is outside ")
        .number(first as i64)
        .text("..=")
        .number(last as i64)
        .text(", the range of this enum (`#[close_code(range = ...)]` sets it); ");
    if code.is_valid_on_wire() { what(message, code) } else { unsendable(message, code) }
}

const fn what(message: Message, code: CloseCode) -> Message {
    let entry = code.entry();
    if entry.is_single() {
        return message.number(code.get() as i64).text(" is ").text(entry.name());
    }
    let (first, last) = (entry.first().get(), entry.last().get());
    message
        .number(code.get() as i64)
        .text(" is in ")
        .text(entry.name())
        .text(", ")
        .number(first as i64)
        .text("..=")
        .number(last as i64)
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

/// Fails to compile if two rows, whose codes only the compiler knows, clash.
///
/// # Panics
///
/// At compile time, with the names of both.
#[track_caller]
pub const fn clash(spans: &[Span], names: &[&str]) {
    let mut left = 0;
    while left < spans.len() {
        let mut right = left + 1;
        while right < spans.len() {
            let (one, two) = (&spans[left], &spans[right]);
            let apart = one.last < two.first || two.last < one.first;
            if !apart && !encloses(one, two) && !encloses(two, one) {
                Message::new()
                    .text(names[one.row as usize])
                    .text(" and ")
                    .text(names[two.row as usize])
                    .text(" both claim ")
                    .number(if one.first > two.first { one.first } else { two.first })
                    .fail();
            }
            right += 1;
        }
        left += 1;
    }
}

const fn encloses(outer: &Span, inner: &Span) -> bool {
    outer.first <= inner.first
        && inner.last <= outer.last
        && outer.last - outer.first > inner.last - inner.first
}

/// Fails to compile if a code of the range has no variant.
///
/// # Panics
///
/// At compile time, with the missing codes.
#[track_caller]
pub const fn total<const SLOTS: usize>(painted: &Painted<SLOTS>, first: u16, last: u16) {
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
            message = message.text("..=").number(to as i64);
        }
        listed += 1;
        if to == last {
            break;
        }
        let Some(next) = painted.gap(first, last, to + 1) else { break };
        if listed == 8 {
            message = message.text(" and more");
            break;
        }
        message = message.text(", ");
        from = next;
    }
    message.text("; add them, or a variant with `#[close_code(rest)]`").fail();
}

/// Whether every code of the spans has a property of the built-in table.
#[must_use]
pub const fn all(spans: &[(u16, u16)], flag: Flag) -> bool {
    let mut at = 0;
    while at < spans.len() {
        let (mut code, last) = spans[at];
        loop {
            let code_now = CloseCode::new(code);
            let holds = match flag {
                Flag::Wire => code_now.is_valid_on_wire(),
                Flag::Local => code_now.is_local_only(),
                Flag::Script => code_now.is_settable_by_script(),
            };
            if !holds {
                return false;
            }
            if code >= last {
                break;
            }
            code += 1;
        }
        at += 1;
    }
    true
}

/// A property of the built-in table.
#[derive(Clone, Copy, Debug)]
pub enum Flag {
    /// May stand in a Close frame.
    Wire,
    /// Only reported to the application.
    Local,
    /// A page may pass it to `WebSocket.close()`.
    Script,
}

/// The rows in the order of their codes, for an enum whose codes only the compiler knows.
#[must_use]
pub const fn sorted<const N: usize>(mut rows: [Entry; N]) -> [Entry; N] {
    let mut end = 1;
    while end < N {
        let mut at = end;
        while at > 0 && before(&rows[at], &rows[at - 1]) {
            (rows[at], rows[at - 1]) = (rows[at - 1], rows[at]);
            at -= 1;
        }
        end += 1;
    }
    rows
}

const fn before(left: &Entry, right: &Entry) -> bool {
    let (one, two) = (left.first().get(), right.first().get());
    one < two || (one == two && left.last().get() > right.last().get())
}

/// A text put together at compile time.
struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    const fn new() -> Self {
        Self { bytes: [0; 512], length: 0 }
    }

    /// Appends a text, as far as there is room.
    const fn text(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        if self.length + bytes.len() > self.bytes.len() {
            return self;
        }
        let mut at = 0;
        while at < bytes.len() {
            self.bytes[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    const fn number(self, number: i64) -> Self {
        if number < 0 {
            return self.text("-").magnitude(number.unsigned_abs());
        }
        self.magnitude(number.unsigned_abs())
    }

    const fn magnitude(self, number: u64) -> Self {
        let message = if number >= 10 { self.magnitude(number / 10) } else { self };
        message.text(Digits::of((number % 10) as u16).as_str())
    }

    #[track_caller]
    const fn fail(self) -> ! {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("a name in the table is not UTF-8"),
        }
    }
}
