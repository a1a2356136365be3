//! The codes of a table as a JSON Schema, for `OpenAPI` documents and validators: an integer that is one of them.

use serde::Serialize;

use crate::docs::Source;
use crate::docs::entry::{self, Entry};
use crate::typescript;
use close_code_codegen::model::Table;

/// The schema. Each code or range of codes is a case of `oneOf`, with its name as the title.
#[must_use]
pub fn emit(table: &Table, source: &Source) -> String {
    let entries = entry::entries(table);
    let document = Document {
        schema: "https://json-schema.org/draft/2020-12/schema",
        comment: source.notice(),
        title: format!("{}Code", typescript::prefix(table)),
        description: table.head().heading(),
        r#type: "integer",
        one_of: entry::disjoint(&entries).into_iter().map(Case::new).collect(),
    };
    // Strings, numbers and lists always serialize; were it otherwise, an empty file would show it.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    #[serde(rename = "$comment")]
    comment: String,
    title: String,
    description: &'a str,
    r#type: &'static str,
    #[serde(rename = "oneOf")]
    one_of: Vec<Case<'a>>,
}

#[derive(Serialize)]
struct Case<'a> {
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    code: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<u16>,
    title: &'a str,
    description: String,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    deprecated: bool,
}

impl<'a> Case<'a> {
    fn new((first, last, entry): (u16, u16, &Entry<'a>)) -> Self {
        let row = entry.row;
        let texts = [&row.meaning, row.description()];
        let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        Self {
            code: (first == last).then_some(first),
            minimum: (first < last).then_some(first),
            maximum: (first < last).then_some(last),
            title: &row.name,
            description: texts.join("\n\n"),
            deprecated: row.details.deprecated.is_some(),
        }
    }
}
