//! Where the parts of a document are, as far as the parser understood it.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use crate::model::Span;

/// A header of the source.
pub(super) struct Header {
    pub(super) start: usize,
    /// It is a `[[code]]`.
    pub(super) is_code: bool,
}

/// The headers that the parser understood, in the order of the source.
pub(super) fn headers(document: &DeTable<'_>) -> Vec<Header> {
    let mut headers = Vec::new();
    for (key, value) in document {
        match value.get_ref() {
            DeValue::Array(rows) => {
                let is_code = key.get_ref() == "code";
                for row in rows {
                    headers.push(Header { start: row.span().start, is_code });
                }
            }
            _ => headers.push(Header { start: value.span().start, is_code: false }),
        }
    }
    headers.sort_by_key(|header| header.start);
    headers
}

/// The tables of a document: itself, and those under its headers.
fn tables<'t, 'i>(document: &'t DeTable<'i>) -> Vec<&'t DeTable<'i>> {
    let mut tables = vec![document];
    for (_, value) in document {
        match value.get_ref() {
            DeValue::Table(table) => tables.push(table),
            DeValue::Array(rows) => {
                for row in rows {
                    if let DeValue::Table(table) = row.get_ref() {
                        tables.push(table);
                    }
                }
            }
            _ => {}
        }
    }
    tables
}

/// The places of all keys.
pub(super) fn keys(document: &DeTable<'_>) -> Vec<Span> {
    let mut places = Vec::new();
    for table in &tables(document) {
        for (key, _) in *table {
            places.push(key.span().into());
        }
    }
    places
}

/// The places of all values but those under a header, each before those inside it.
pub(super) fn values(document: &DeTable<'_>) -> Vec<Span> {
    let mut places = Vec::new();
    for table in &tables(document)[1..] {
        for (_, value) in *table {
            add_values(value, &mut places);
        }
    }
    places
}

/// Adds the place of a value, and those of the values inside it.
fn add_values(value: &Spanned<DeValue<'_>>, places: &mut Vec<Span>) {
    places.push(value.span().into());
    match value.get_ref() {
        DeValue::Array(elements) => {
            for element in elements {
                add_values(element, places);
            }
        }
        DeValue::Table(table) => {
            for (_, value) in table {
                add_values(value, places);
            }
        }
        _ => {}
    }
}
