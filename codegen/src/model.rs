//! The one model that every front end lowers to and every back end reads.
//!
//! A front end makes a [`Draft`]: what was written, with the place of everything. [`check`](crate::check)
//! turns it into a [`Table`]: complete, inherited, in order. `S` is what a place is: a byte range in a
//! TOML file, or some tokens of the user's in Rust.

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

/// One code, or one range of codes: both ends belong to it.
#[derive(Clone, Debug)]
pub struct Codes<S> {
    /// The first code.
    pub first: At<Number, S>,
    /// The last code; the same as `first` where a single code was written.
    pub last: At<Number, S>,
    /// Whether it was written as a range, if only of one code.
    pub is_range: bool,
    /// The place of the whole.
    pub at: S,
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

/// A table as it was written: every field that may be missing is an `Option`.
#[derive(Clone, Debug)]
pub struct Draft<S> {
    /// What the whole table says.
    pub head: Head<S>,
    /// The rows that lie below: ranges, in the order of the source. A derived enum has none.
    pub ranges: Vec<DraftRow<S>>,
    /// The rows that stand on the ranges and override them, in the order of the source.
    pub codes: Vec<DraftRow<S>>,
}

/// What a table says of itself.
#[derive(Clone, Debug)]
pub struct Head<S> {
    /// The name of the enum.
    pub name: At<String, S>,
    /// The name of the class enum, where the table has classes.
    pub class: Option<At<String, S>>,
    /// A short heading for documents.
    pub title: Option<At<String, S>>,
    /// What the table is for.
    pub description: Option<At<String, S>>,
    /// The codes that the table is about, first and last.
    pub span: (u16, u16),
    /// Where `span` was written, or the place to complain about it.
    pub span_at: S,
    /// Where the table comes from.
    pub reference: Vec<At<String, S>>,
    /// The date of the source that the table was last compared with, `YYYY-MM-DD`.
    pub as_of: Option<At<String, S>>,
    /// Whether the variant of a range carries its code.
    pub keeps_code: bool,
    /// The warnings that the whole table allows.
    pub allow: Vec<At<String, S>>,
    /// What the checker demands beyond the rules for every table.
    pub rules: Rules,
}

/// What differs between front ends.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules {
    /// Every code of the span must belong to a row.
    pub total: bool,
    /// A range may lie inside a wider one, rows need no order, and the flags are asked of the runtime
    /// crate: a Rust enum rather than a table.
    pub derived: bool,
}

/// A row as it was written.
#[derive(Clone, Debug)]
pub struct DraftRow<S> {
    /// The codes of the row: one element in a table, one or more on a variant of an enum.
    pub codes: Vec<Codes<S>>,
    /// The variant.
    pub name: At<String, S>,
    /// The class of a range.
    pub class: Option<At<String, S>>,
    /// The short text.
    pub meaning: Option<At<String, S>>,
    /// The text to display where the meaning is a whole sentence.
    pub label: Option<At<String, S>>,
    /// One to three sentences.
    pub description: Option<At<String, S>>,
    /// May stand in a Close frame.
    pub wire: Option<At<bool, S>>,
    /// Never on the wire, only reported to the application.
    pub local: Option<At<bool, S>>,
    /// A page may pass it to `WebSocket.close()`.
    pub script: Option<At<bool, S>>,
    /// Who sends it.
    pub sender: Option<At<Sender, S>>,
    /// What to do about trying again.
    pub reconnect: Option<At<Reconnect, S>>,
    /// Where it is specified.
    pub reference: Option<Vec<At<String, S>>>,
    /// Since when it exists.
    pub since: Option<At<String, S>>,
    /// That it should no longer be used, and what instead.
    pub deprecated: Option<At<String, S>>,
    /// The warnings that this row allows.
    pub allow: Vec<At<String, S>>,
    /// How the variant keeps its code.
    pub payload: Payload,
    /// The row takes what the other rows leave of the span.
    pub rest: bool,
    /// The place of the whole row.
    pub at: S,
}

/// How a variant keeps its code.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Payload {
    /// As the table's `keeps_code` says: carried by the variant of a range.
    #[default]
    ByTable,
    /// A unit variant.
    Unit,
    /// The variant carries a `CloseCode`.
    Carried,
}

/// A table that has passed the checker: complete, inherited, in the order of its codes.
///
/// Only [`check`](crate::check) makes one, so an unchecked table cannot be emitted.
#[derive(Clone, Debug)]
pub struct Table<S> {
    pub(crate) head: Head<S>,
    pub(crate) rows: Vec<Row<S>>,
}

impl<S> Table<S> {
    /// What the table says of itself.
    #[must_use]
    pub fn head(&self) -> &Head<S> {
        &self.head
    }

    /// The rows, by first code; where two begin at one code the wider comes first.
    #[must_use]
    pub fn rows(&self) -> &[Row<S>] {
        &self.rows
    }
}

/// A row that has passed the checker, with what it inherits from its range.
#[derive(Clone, Debug)]
pub struct Row<S> {
    /// The codes of the row, for one that takes the rest all of the span. A narrower row inside them takes
    /// precedence.
    pub codes: Vec<Codes<S>>,
    /// The variant, in `UpperCamelCase`.
    pub name: At<String, S>,
    /// The constant, in `SCREAMING_SNAKE_CASE`.
    pub constant: String,
    /// The variant of the class enum, where the table has classes.
    pub class: Option<String>,
    /// The short text.
    pub meaning: String,
    /// The text to display: the meaning, unless the table gives a shorter one.
    pub label: String,
    /// One to three sentences; empty where neither the row nor its range says anything.
    pub description: String,
    /// What may be done with the code; `None` where only the runtime crate can tell.
    pub flags: Option<Flags>,
    /// Who sends it.
    pub sender: Sender,
    /// What to do about trying again.
    pub reconnect: Reconnect,
    /// Where it is specified.
    pub reference: Vec<String>,
    /// Since when it exists.
    pub since: Option<String>,
    /// That it should no longer be used, and what instead.
    pub deprecated: Option<String>,
    /// The variant carries its `CloseCode`.
    pub carries_code: bool,
    /// The row takes what the other rows leave.
    pub rest: bool,
    /// The row is local on request: a derived variant for a code that is never sent.
    pub local: bool,
    /// The place of the whole row.
    pub at: S,
}

impl<S> Row<S> {
    /// The one code of the row, where it has just one.
    #[must_use]
    pub fn single(&self) -> Option<&Codes<S>> {
        match self.codes.as_slice() {
            [codes] if !codes.is_range => Some(codes),
            _ => None,
        }
    }

    /// The first and the last code of the row's first range, where they are literals.
    #[must_use]
    pub fn span(&self) -> Option<(u16, u16)> {
        let codes = self.codes.first()?;
        Some((codes.first.value.code()?, codes.last.value.code()?))
    }
}

/// What may be done with a code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Flags {
    /// May stand in a Close frame.
    pub wire: bool,
    /// Never on the wire, only reported to the application.
    pub local: bool,
    /// A page may pass it to `WebSocket.close()`.
    pub script: bool,
}
