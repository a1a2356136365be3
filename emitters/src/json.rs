//! A table as JSON, for programs in any language.
//!
//! Its form is `docs/close-codes.schema.json`. A key that is added leaves [`VERSION`] as it is; a key that
//! is removed or changes its meaning increments `version`.

use core::fmt::Write as _;

use serde::Serialize;

use crate::docs::Source;
use crate::docs::entry::{self, Entry};
use close_code_codegen::invisible::is_hidden;
use close_code_codegen::model::{Head, Table};

/// The version of the form.
pub const VERSION: u32 = 1;

/// Where the form is published.
pub const SCHEMA: &str =
    concat!(env!("CARGO_PKG_REPOSITORY"), "/raw/main/docs/close-codes.schema.json");

/// The whole table, inherited values included, on lines that a diff shows well.
#[must_use]
pub fn emit(table: &Table, source: &Source) -> String {
    let document = Document::new(table, source);
    // Strings, numbers and lists always serialize; were it otherwise, an empty file would show it.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// JSON with escapes for what cannot be seen or acts on a terminal: the same values in other letters.
#[must_use]
pub fn visible(json: &str) -> String {
    let mut visible = String::with_capacity(json.len());
    for (at, character) in json.char_indices() {
        if character == '\n' || !is_hidden(json, at, character) {
            visible.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a String cannot fail.
            let _ = write!(visible, "\\u{unit:04x}");
        }
    }
    visible
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    generated: String,
    version: u32,
    name: &'a str,
    class: Option<&'a str>,
    title: &'a str,
    description: &'a str,
    span: (u16, u16),
    as_of: Option<&'a str>,
    reference: Vec<&'a str>,
    rows: Vec<Entry<'a>>,
}

impl<'a> Document<'a> {
    fn new(table: &'a Table, source: &Source) -> Self {
        let head = table.head();
        let Head { name, class, description, span, as_of, reference, .. } = head;
        Self {
            schema: SCHEMA,
            generated: source.notice(),
            version: VERSION,
            name,
            class: class.as_deref(),
            title: head.heading(),
            description,
            span: *span,
            as_of: as_of.as_deref(),
            reference: reference.iter().map(String::as_str).collect(),
            rows: entry::entries(table),
        }
    }
}
