//! The tables of the repository, compiled as a user's table is. That this builds is a test; that the
//! types say what the tables say is in `tests/compiled.rs`.
#![forbid(unsafe_code)]

use close_code::{CloseCode, CloseCodeRange, Entry};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

pub mod random;

/// The examples in the documentation of tables.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/tables.md")]
mod guide {}

/// A table that has become an enum.
#[derive(Debug)]
pub struct Compiled {
    /// The name of the table's file, without its ending.
    pub name: &'static str,
    /// The table as it was written.
    pub source: &'static str,
    /// The rows of the enum.
    pub rows: &'static [Entry],
    /// The row of a code, through its variant.
    pub entry: fn(CloseCode) -> Option<&'static Entry>,
}

fn entry<T: CloseCodeRange>(code: CloseCode) -> Option<&'static Entry> {
    T::from_code(code).map(T::entry)
}
