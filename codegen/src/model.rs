//! The one model that every front end lowers to and every back end reads.
//!
//! A front end makes a [`Draft`]: what was written, with the place of everything. [`check`](crate::check)
//! turns it into a [`Table`]: complete, inherited, in order.

mod details;
mod draft;
mod table;
mod words;

use core::ops::{Deref, Range, RangeInclusive};

pub use self::details::Details;
pub use self::draft::{Draft, DraftCodes, DraftHead, DraftRow, Origin, Payload};
pub use self::table::{Arm, Flags, Head, Row, Table};

/// A place in a source.
///
/// For a table, bytes of its file. The derive keeps a list of the user's tokens, and `start` is a position
/// in it. Problems are sorted by `start`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// A place from its first byte to the one after its last.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The same as a range, to slice the source with.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// A value and the place where it was written.
#[derive(Clone, Debug)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub at: Span,
}

impl<T> At<T> {
    /// Puts `value` at a place.
    pub const fn new(value: T, at: Span) -> Self {
        Self { value, at }
    }
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// The codes whose use is free: anybody may send them (RFC 6455 section 7.4.2), and a page may pass them
/// to `WebSocket.close()`.
pub const FREE: RangeInclusive<u16> = 3000..=4999;

/// A number as the source gives it.
#[derive(Clone, Debug)]
pub enum Number {
    /// A literal. Wider than a code, so that a mistake can be reported with its value.
    Known(i64),
    /// A Rust expression, which only the compiler can evaluate: its position in a list that the front end
    /// keeps.
    Computed(usize),
}

impl Number {
    /// The value as a close code: `None` where it is computed, or does not fit in a `u16`.
    #[must_use]
    pub fn code(&self) -> Option<u16> {
        match self {
            Self::Known(number) => u16::try_from(*number).ok(),
            Self::Computed(_) => None,
        }
    }
}

/// One code, or one range of codes, both ends included.
#[derive(Clone, Debug)]
pub struct Codes {
    /// The first code.
    pub first: Number,
    /// The last code; the same as `first` for a single code.
    pub last: Number,
    /// Whether it was written as a range, even of one code.
    pub is_range: bool,
}

impl Codes {
    /// The first and the last code, where both are literals.
    #[must_use]
    pub fn literal(&self) -> Option<(u16, u16)> {
        Some((self.first.code()?, self.last.code()?))
    }
}

/// The documents that `[table.outputs]` can name.
pub const OUTPUTS: [&str; 7] =
    ["declarations", "html", "javascript", "json", "markdown", "schema", "typescript"];

/// Who sends a code.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Sender {
    /// Only clients.
    Client,
    /// Only servers.
    Server,
    /// Either endpoint.
    #[default]
    Either,
}

/// What the author of the table says about trying again.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Reconnect {
    /// The author says nothing.
    #[default]
    Unspecified,
    /// Trying again is in vain.
    Never,
    /// Only with other credentials, parameters or another address.
    AfterChange,
    /// At once.
    Immediately,
    /// With growing delays.
    Backoff,
    /// After a random delay between the two, in seconds.
    After {
        /// The shortest delay, in seconds.
        min: u32,
        /// The longest delay, in seconds.
        max: u32,
    },
}
