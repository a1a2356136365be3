//! [`Entry`]: a row of a table.

mod builder;

use core::fmt;
use core::ops::RangeInclusive;

use crate::{CloseCode, Reconnect, Sender};

pub use self::builder::EntryBuilder;

/// A row of a table of close codes: everything that the table says about a code or a range.
#[derive(Clone, Copy, Eq, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // Each is a column of the table.
pub struct Entry {
    first: u16,
    last: u16,
    /// The codes beyond the first range, for a row of several.
    more: &'static [(u16, u16)],
    single: bool,
    name: &'static str,
    constant: &'static str,
    class: Option<&'static str>,
    meaning: &'static str,
    label: &'static str,
    description: &'static str,
    wire: bool,
    local: bool,
    script: bool,
    sender: Sender,
    reconnect: Reconnect,
    reference: &'static [&'static str],
    since: Option<&'static str>,
    deprecated: Option<&'static str>,
    extra: &'static [(&'static str, &'static str)],
}

impl Entry {
    /// The codes that the row was written for, in order. A narrower row inside them takes precedence.
    #[must_use]
    pub fn codes(&self) -> impl ExactSizeIterator<Item = RangeInclusive<u16>> + use<> {
        let row = *self;
        (0..row.ranges()).map(move |at| {
            let (first, last) = row.range(at);
            first..=last
        })
    }

    /// How many ranges the row has, a single code being one.
    pub(crate) const fn ranges(&self) -> usize {
        self.more.len() + 1
    }

    /// The first and the last code of a range, less than [`ranges`](Self::ranges).
    pub(crate) const fn range(&self, at: usize) -> (u16, u16) {
        if at == 0 { (self.first, self.last) } else { self.more[at - 1] }
    }

    /// The lowest code of the row.
    #[must_use]
    pub const fn first(&self) -> CloseCode {
        let (mut lowest, mut at) = (self.first, 0);
        while at < self.more.len() {
            if self.more[at].0 < lowest {
                lowest = self.more[at].0;
            }
            at += 1;
        }
        CloseCode::new(lowest)
    }

    /// The highest code of the row.
    #[must_use]
    pub const fn last(&self) -> CloseCode {
        let (mut highest, mut at) = (self.last, 0);
        while at < self.more.len() {
            if self.more[at].1 > highest {
                highest = self.more[at].1;
            }
            at += 1;
        }
        CloseCode::new(highest)
    }

    /// Whether the row is for one code only, and not for a range or a list.
    #[must_use]
    pub const fn is_single(&self) -> bool {
        self.single
    }

    /// Whether the row was written for this code, even if a narrower row takes precedence.
    #[must_use]
    pub const fn contains(&self, code: CloseCode) -> bool {
        let mut at = 0;
        while at < self.ranges() {
            let (first, last) = self.range(at);
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
        self.name
    }

    /// The name in `SCREAMING_SNAKE_CASE`: the generated constant, for a row of a single code.
    #[must_use]
    pub const fn constant(&self) -> &'static str {
        self.constant
    }

    /// The name of the class that the row belongs to, where its table has classes.
    #[must_use]
    pub const fn class(&self) -> Option<&'static str> {
        self.class
    }

    /// The short text; for the built-in table exactly the registry's, where it has one.
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// The text that `Display` shows: the meaning, or a shorter text where that is a whole sentence.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        self.label
    }

    /// One to three sentences for a person who meets the code in a log; may be empty.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// Whether a Close frame may hold the code.
    #[must_use]
    pub const fn is_valid_on_wire(&self) -> bool {
        self.wire
    }

    /// Whether the code must not be sent, and is only reported to the application.
    #[must_use]
    pub const fn is_local_only(&self) -> bool {
        self.local
    }

    /// Whether a page may pass the code to `WebSocket.close()`.
    #[must_use]
    pub const fn is_settable_by_script(&self) -> bool {
        self.script
    }

    /// Who sends the code.
    #[must_use]
    pub const fn sender(&self) -> Sender {
        self.sender
    }

    /// What the author of the table says about connecting again.
    #[must_use]
    pub const fn reconnect(&self) -> Reconnect {
        self.reconnect
    }

    /// Where the code is specified: sections, errata, addresses.
    #[must_use]
    pub const fn reference(&self) -> &'static [&'static str] {
        self.reference
    }

    /// Since when the code exists, where the table says so.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// Why the code should no longer be used, where that is so.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// A text of the author's own, by its key in `[code.extra]` or in `extra(key = "text")` of the derive.
    #[must_use]
    pub fn extra(&self, key: &str) -> Option<&'static str> {
        self.extra.iter().find(|(of, _)| *of == key).map(|(_, text)| *text)
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("codes", &Codes(self))
            .field("name", &self.name)
            .field("meaning", &self.meaning)
            .finish_non_exhaustive()
    }
}

/// The codes of a row as a list of ranges.
struct Codes<'a>(&'a Entry);

impl fmt::Debug for Codes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.codes()).finish()
    }
}
