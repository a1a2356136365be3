//! A table as a front end found it.

use super::details::Details;
use super::span::{At, Number, Span};
use super::words::{Reconnect, Sender};

/// A table as it was written: every field that may be missing is an `Option`.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What the whole table says.
    pub head: DraftHead,
    /// The rows that lie below: ranges, in the order of the source. A derived enum has none.
    pub ranges: Vec<DraftRow>,
    /// The rows that stand on the ranges and override them, in the order of the source.
    pub codes: Vec<DraftRow>,
}

impl Draft {
    /// The rows of both kinds, the ranges first.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &DraftRow> {
        self.ranges.iter().chain(&self.codes)
    }
}

/// What a table says of itself.
#[derive(Clone, Debug)]
pub struct DraftHead {
    /// The name of the enum.
    pub name: At<String>,
    /// The name of the class enum, if the table has classes.
    pub class: Option<At<String>>,
    /// A short heading for documents.
    pub title: Option<At<String>>,
    /// What the table is for.
    pub description: Option<At<String>>,
    /// The codes that the table is about, first and last.
    pub span: (u16, u16),
    /// Where `span` was written, or the place to complain about it.
    pub span_at: Span,
    /// Where it is asked that every code has a row, or the place to complain about those that have none.
    pub total_at: Span,
    /// Where the table comes from.
    pub reference: Vec<At<String>>,
    /// The date of the source that the table was last compared with, `YYYY-MM-DD`.
    pub as_of: Option<At<String>>,
    /// Whether the variant of a range carries its code.
    pub keeps_code: bool,
    /// The warnings that the whole table allows.
    pub allow: Vec<At<String>>,
    /// Codes that were used in the past and must not be reused.
    pub reserved: Vec<DraftCodes>,
    /// Which document `generate` writes to which file, relative to the table's folder.
    pub outputs: Vec<(At<String>, At<String>)>,
    /// Which front end made it.
    pub origin: Origin,
    /// Every code of the span must belong to a row.
    pub total: bool,
}

impl DraftHead {
    /// The head of a table that says nothing but its name: of the codes 4000 to 4999.
    #[must_use]
    pub const fn new(name: At<String>) -> Self {
        Self {
            span_at: name.at,
            total_at: name.at,
            name,
            class: None,
            title: None,
            description: None,
            span: (4000, 4999),
            reference: Vec::new(),
            as_of: None,
            keeps_code: true,
            allow: Vec::new(),
            reserved: Vec::new(),
            outputs: Vec::new(),
            origin: Origin::Table,
            total: false,
        }
    }
}

/// The front end that a draft comes from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Origin {
    /// A table in TOML.
    Table,
    /// A Rust enum: a range may lie inside a wider one, rows need no order, and what may be done with a code
    /// is what the built-in table says.
    Derive,
}

/// A row as it was written.
#[derive(Clone, Debug)]
pub struct DraftRow {
    /// The codes of the row: one element in a table, one or more on a variant of an enum.
    pub codes: Vec<DraftCodes>,
    /// The variant.
    pub name: At<String>,
    /// The class of a range.
    pub class: Option<At<String>>,
    /// The short text.
    pub meaning: Option<At<String>>,
    /// The text to display if the meaning is a whole sentence.
    pub label: Option<At<String>>,
    /// May be sent in a Close frame.
    pub wire: Option<At<bool>>,
    /// Never on the wire, only reported to the application.
    pub local: Option<At<bool>>,
    /// A page may pass it to `WebSocket.close()`.
    pub script: Option<At<bool>>,
    /// Who sends it.
    pub sender: Option<At<Sender>>,
    /// What to do about trying again.
    pub reconnect: Option<At<Reconnect>>,
    /// What is only passed on.
    pub details: Details,
    /// The warnings that this row allows.
    pub allow: Vec<At<String>>,
    /// The code means something else here than in the registry.
    pub reassigned: bool,
    /// How the variant keeps its code.
    pub payload: Payload,
    /// The row takes what the other rows leave of the span, and may have one code besides.
    pub rest: bool,
    /// The place of the whole row.
    pub at: Span,
}

impl DraftRow {
    /// A row of which nothing was written but the name: without codes, too.
    #[must_use]
    pub fn new(name: At<String>, at: Span) -> Self {
        Self {
            codes: Vec::new(),
            name,
            class: None,
            meaning: None,
            label: None,
            wire: None,
            local: None,
            script: None,
            sender: None,
            reconnect: None,
            details: Details::default(),
            allow: Vec::new(),
            reassigned: false,
            payload: Payload::ByTable,
            rest: false,
            at,
        }
    }
}

/// One code, or one range of codes, both ends included, as it was written.
#[derive(Clone, Debug)]
pub struct DraftCodes {
    /// The first code.
    pub first: At<Number>,
    /// The last code; the same as `first` for a single code.
    pub last: At<Number>,
    /// Whether it was written as a range, even of one code.
    pub is_range: bool,
    /// The place of the whole.
    pub at: Span,
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
    /// The variant carries a `u16`.
    Number,
}

/// The documents that `[table.outputs]` can name.
pub const OUTPUTS: [&str; 7] =
    ["declarations", "html", "javascript", "json", "markdown", "schema", "typescript"];
