//! The one model that every front end lowers to and every back end reads.
//!
//! A front end makes a [`Draft`]: what was written, with the place of everything. [`check`](crate::check)
//! turns it into a [`Table`]: complete, inherited, in order. `S` is what a place is: a byte range in a
//! TOML file, or some tokens of the user's in Rust.

mod draft;
mod table;
mod words;

use core::ops::RangeInclusive;

pub use self::draft::{Draft, DraftCodes, DraftHead, DraftRow, Payload, Rules};
pub use self::table::{Flags, Head, Row, Table};

/// A value and the place where it was written.
#[derive(Clone, Debug)]
pub struct At<T, S> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub at: S,
}

impl<T, S> At<T, S> {
    /// Puts `value` at a place.
    pub const fn new(value: T, at: S) -> Self {
        Self { value, at }
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
    /// A Rust expression, which only the compiler can evaluate: what the back end writes for it.
    Expr(String),
}

impl Number {
    /// The value as a close code: `None` where it is an expression, or does not fit in a `u16`.
    #[must_use]
    pub fn code(&self) -> Option<u16> {
        match self {
            Self::Known(number) => u16::try_from(*number).ok(),
            Self::Expr(_) => None,
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
