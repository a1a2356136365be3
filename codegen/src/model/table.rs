//! A table that has passed the checker.

use super::details::Details;
use super::span::{Codes, Span};
use super::words::{Reconnect, Sender};

/// A table that has passed the checker: complete, inherited, in the order of its codes.
///
/// Only [`check`](crate::check) creates one, so an unchecked table cannot be emitted.
#[derive(Clone, Debug)]
pub struct Table {
    pub(crate) head: Head,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    /// What the table says of itself.
    #[must_use]
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The rows, by first code. If two start at the same code, the wider comes first, and a range before a
    /// code: the last row that has a code is its row.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Whether every variant is one code that may be sent: none carries a code, and none is `local`.
    #[must_use]
    pub fn is_sendable(&self) -> bool {
        let may_be_sent = |row: &Row| !row.local && row.flags.is_none_or(|flags| flags.wire);
        self.rows.iter().all(|row| row.single().is_some() && !row.carries_code && may_be_sent(row))
    }

    /// Whether every variant is one code or carries it.
    #[must_use]
    pub fn has_code(&self) -> bool {
        self.rows.iter().all(|row| row.carries_code || row.single().is_some())
    }
}

/// What a table says of itself.
#[derive(Clone, Debug)]
pub struct Head {
    /// The name of the enum.
    pub name: String,
    /// The name of the class enum, if the table has classes.
    pub class: Option<String>,
    /// A short heading for documents.
    pub title: Option<String>,
    /// What the table is for; empty if it does not say.
    pub description: String,
    /// The codes that the table is about, first and last.
    pub span: (u16, u16),
    /// Where the table comes from.
    pub reference: Vec<String>,
    /// The date of the source that the table was last compared with, `YYYY-MM-DD`.
    pub as_of: Option<String>,
    /// Codes that were used in the past and must not be reused.
    pub reserved: Vec<(u16, u16)>,
    /// Which document `generate` writes to which file: its kind, one of [`OUTPUTS`](crate::model::OUTPUTS), and the
    /// path as it was written, relative to the table's folder.
    pub outputs: Vec<(String, String)>,
    /// Every code of the span has a row.
    pub total: bool,
}

impl Head {
    /// The heading of documents: the title, or the name of the enum if there is none.
    #[must_use]
    pub fn heading(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }
}

/// A row that has passed the checker, with what it inherits from its range.
#[derive(Clone, Debug)]
pub struct Row {
    /// The codes of the row, for one that takes the rest all of the span, unless it has a code. A narrower row
    /// inside them takes precedence.
    pub codes: Vec<Codes>,
    /// The variant, in `UpperCamelCase`.
    pub name: String,
    /// The constant, in `SCREAMING_SNAKE_CASE`.
    pub constant: String,
    /// The variant of the class enum, if the table has classes.
    pub class: Option<String>,
    /// The short text.
    pub meaning: String,
    /// The text to display: the meaning, unless the table has a shorter one.
    pub label: String,
    /// The flags of the code; `None` if only the compiler knows the code.
    pub flags: Option<Flags>,
    /// Who sends it.
    pub sender: Sender,
    /// What to do about trying again.
    pub reconnect: Reconnect,
    /// What is only passed on, with what the row inherits of it.
    pub details: Details,
    /// The variant carries its `CloseCode`.
    pub carries_code: bool,
    /// All of the span, if the row has one code and takes what the other rows leave.
    pub fallback: Option<Codes>,
    /// The row is local on request: a derived variant for a code that is never sent.
    pub local: bool,
    /// The line of the table's file, counted from 1.
    pub line: Option<usize>,
    /// The place of the row in its source.
    pub(crate) at: Span,
}

impl Row {
    /// The codes of the row, and those that it takes besides.
    pub(crate) fn all_codes(&self) -> impl Iterator<Item = &Codes> {
        self.codes.iter().chain(&self.fallback)
    }

    /// The one code of the row, if it has just one.
    #[must_use]
    pub fn single(&self) -> Option<&Codes> {
        match self.codes.as_slice() {
            [codes] if !codes.is_range => Some(codes),
            _ => None,
        }
    }

    /// Returns the description; empty if neither the row nor its range has one.
    #[must_use]
    pub fn description(&self) -> &str {
        self.details.description.as_deref().map_or("", String::as_str)
    }

    /// Returns where the code is specified.
    #[must_use]
    pub fn reference(&self) -> Vec<&str> {
        self.details.reference.iter().flatten().map(|text| text.as_str()).collect()
    }

    /// The first and the last code of the row's first range, if they are literals.
    #[must_use]
    pub fn span(&self) -> Option<(u16, u16)> {
        self.codes.first()?.literal()
    }
}

/// What may be done with a code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Flags {
    /// May be sent in a Close frame.
    pub wire: bool,
    /// Never on the wire, only reported to the application.
    pub local: bool,
    /// A page may pass it to `WebSocket.close()`.
    pub script: bool,
}
