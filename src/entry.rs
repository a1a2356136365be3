//! [`Entry`]: a row of a table.

use core::fmt;
use core::ops::RangeInclusive;

use crate::{CloseCode, Reconnect, Sender};

/// A row of a table of close codes: everything that the table says about a code or a range.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Entry(Fields);

/// The fields of an [`Entry`], for generated code alone.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // Each is a column of the table.
pub struct Fields {
    pub codes: &'static [(u16, u16)],
    pub single: bool,
    pub name: &'static str,
    pub constant: &'static str,
    pub class: Option<&'static str>,
    pub meaning: &'static str,
    pub label: &'static str,
    pub description: &'static str,
    pub wire: bool,
    pub local: bool,
    pub script: bool,
    pub sender: Sender,
    pub reconnect: Reconnect,
    pub reference: &'static [&'static str],
    pub since: Option<&'static str>,
    pub deprecated: Option<&'static str>,
}

impl Entry {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(fields: Fields) -> Self {
        Self(fields)
    }

    /// The codes that the row was written for, in order. A narrower row inside them takes precedence.
    #[must_use]
    pub fn codes(&self) -> impl ExactSizeIterator<Item = RangeInclusive<u16>> + use<> {
        self.0.codes.iter().map(|&(first, last)| first..=last)
    }

    /// The lowest code of the row.
    #[must_use]
    pub const fn first(&self) -> CloseCode {
        CloseCode::new(self.0.codes[0].0)
    }

    /// The highest code of the row.
    #[must_use]
    pub const fn last(&self) -> CloseCode {
        CloseCode::new(self.0.codes[self.0.codes.len() - 1].1)
    }

    /// Whether the row is for one code only, and not for a range or a list.
    #[must_use]
    pub const fn is_single(&self) -> bool {
        self.0.single
    }

    /// Whether the row was written for this code, even if a narrower row takes precedence.
    #[must_use]
    pub const fn contains(&self, code: CloseCode) -> bool {
        let mut at = 0;
        while at < self.0.codes.len() {
            let (first, last) = self.0.codes[at];
            if first <= code.get() && code.get() <= last {
                return true;
            }
            at += 1;
        }
        false
    }

    /// The name, in `UpperCamelCase`: the variant of the generated enum.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.0.name
    }

    /// The name in `SCREAMING_SNAKE_CASE`: the generated constant, for a row of a single code.
    #[must_use]
    pub const fn constant(&self) -> &'static str {
        self.0.constant
    }

    /// The name of the class that the row belongs to, where its table has classes.
    #[must_use]
    pub const fn class(&self) -> Option<&'static str> {
        self.0.class
    }

    /// The short text; for the built-in table exactly the registry's, where it has one.
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.0.meaning
    }

    /// The text that `Display` shows: the meaning, or a shorter text where that is a whole sentence.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        self.0.label
    }

    /// One to three sentences for a person who meets the code in a log; may be empty.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.0.description
    }

    /// Whether a Close frame may hold the code.
    #[must_use]
    pub const fn is_valid_on_wire(&self) -> bool {
        self.0.wire
    }

    /// Whether the code is never on the wire and only reported to the application.
    #[must_use]
    pub const fn is_local_only(&self) -> bool {
        self.0.local
    }

    /// Whether a page may pass the code to `WebSocket.close()`.
    #[must_use]
    pub const fn is_settable_by_script(&self) -> bool {
        self.0.script
    }

    /// Who sends the code.
    #[must_use]
    pub const fn sender(&self) -> Sender {
        self.0.sender
    }

    /// What the author of the table says about connecting again.
    #[must_use]
    pub const fn reconnect(&self) -> Reconnect {
        self.0.reconnect
    }

    /// Where the code is specified: sections, errata, addresses.
    #[must_use]
    pub const fn reference(&self) -> &'static [&'static str] {
        self.0.reference
    }

    /// Since when the code exists, where the table says so.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.0.since
    }

    /// Why the code should no longer be used, where that is so.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.0.deprecated
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("codes", &self.0.codes)
            .field("name", &self.0.name)
            .field("meaning", &self.0.meaning)
            .finish_non_exhaustive()
    }
}
