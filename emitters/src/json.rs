//! A table as JSON, for programs in any language.
//!
//! Its form is `docs/close-codes.schema.json`. A key that is added leaves [`VERSION`] as it is; a key that
//! is removed or changes its meaning increments `version`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::docs::Source;
use crate::docs::entry::{self, Entry};
use crate::docs::words;
use close_code_codegen::model::{Head, Reconnect, Table};

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
    rows: Vec<DocumentRow<'a>>,
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
            rows: entry::entries(table).iter().map(DocumentRow::new).collect(),
        }
    }
}

#[derive(Serialize)]
struct DocumentRow<'a> {
    codes: (u16, u16),
    name: &'a str,
    constant: Option<&'a str>,
    class: Option<&'a str>,
    meaning: &'a str,
    label: &'a str,
    description: &'a str,
    wire: bool,
    local: bool,
    script: bool,
    sender: &'static str,
    reconnect: Advice,
    reference: &'a [String],
    since: Option<&'a str>,
    deprecated: Option<&'a str>,
    extra: Option<BTreeMap<&'a str, &'a str>>,
}

impl<'a> DocumentRow<'a> {
    fn new(entry: &Entry<'a>) -> Self {
        let row = entry.row;
        Self {
            codes: (entry.first, entry.last),
            name: &row.name,
            constant: entry.is_single().then_some(row.constant.as_str()),
            class: row.class.as_deref(),
            meaning: &row.meaning,
            label: &row.label,
            description: &row.description,
            wire: entry.flags.wire,
            local: entry.flags.local,
            script: entry.flags.script,
            sender: words::sender_key(entry),
            reconnect: row.reconnect.into(),
            reference: &row.reference,
            since: row.since.as_deref(),
            deprecated: row.deprecated.as_deref(),
            extra: (!row.extra.is_empty())
                .then(|| row.extra.iter().map(|(key, text)| (&**key, &**text)).collect()),
        }
    }
}

#[derive(Serialize)]
struct Advice {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_seconds: Option<u32>,
}

impl From<Reconnect> for Advice {
    fn from(reconnect: Reconnect) -> Self {
        let delay = match reconnect {
            Reconnect::After { min, max } => Some((min, max)),
            _ => None,
        };
        Self {
            r#type: reconnect.word(),
            min_seconds: delay.map(|(min, _)| min),
            max_seconds: delay.map(|(_, max)| max),
        }
    }
}
