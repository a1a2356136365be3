//! An answer in JSON.

use close_code_codegen::model::Reconnect;
use close_code_emitters::docs::words;
use serde::Serialize;

use super::answer::{self, Answer};
use super::question::Origin;

/// An answer, for programs. A key that is added is no break; one that goes would be.
#[derive(Debug, Serialize)]
pub(super) struct Object<'a> {
    asked: &'a str,
    found_as: &'static str,
    code: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Body>,
    table: &'a str,
    row: Option<Row<'a>>,
    elsewhere: Vec<Elsewhere<'a>>,
    refused_by: Vec<&'a str>,
    receivers: usize,
}

#[derive(Debug, Serialize)]
struct Body {
    bytes: usize,
    reason: Option<String>,
}

#[derive(Debug, Serialize)]
struct Elsewhere<'a> {
    table: &'a str,
    #[serde(flatten)]
    row: Row<'a>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    codes: (u16, u16),
    name: &'a str,
    class: Option<&'a str>,
    meaning: &'a str,
    label: &'a str,
    description: &'a str,
    wire: bool,
    local: bool,
    script: bool,
    sender: &'static str,
    reconnect: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reconnect_seconds: Option<(u32, u32)>,
    reference: &'a [String],
    since: Option<&'a str>,
    deprecated: Option<&'a str>,
}

/// The object of an answer.
pub(super) fn answer<'a>(answer: &Answer<'a>) -> Object<'a> {
    let question = answer.question;
    let (found_as, body) = match &question.origin {
        Origin::Number => ("number", None),
        Origin::Name => ("name", None),
        Origin::Body(bytes) => ("body", Some(body(bytes))),
        Origin::Log(_) => ("log", None),
    };
    let elsewhere = answer.elsewhere.iter();
    Object {
        asked: &question.asked,
        found_as,
        code: question.code,
        body,
        table: &answer.table.name,
        row: answer.entry.as_ref().map(row),
        elsewhere: elsewhere
            .map(|(table, entry)| Elsewhere { table: &table.name, row: row(entry) })
            .collect(),
        refused_by: answer.refused.iter().map(|receiver| receiver.name.as_str()).collect(),
        receivers: answer.receivers,
    }
}

fn body(bytes: &[u8]) -> Body {
    let reason = bytes.get(2..).and_then(|reason| core::str::from_utf8(reason).ok());
    Body { bytes: bytes.len(), reason: reason.map(str::to_owned) }
}

fn row<'a>(entry: &answer::Row<'a>) -> Row<'a> {
    let row = entry.row;
    Row {
        codes: (entry.first, entry.last),
        name: &row.name,
        class: row.class.as_deref(),
        meaning: &row.meaning,
        label: &row.label,
        description: &row.description,
        wire: entry.flags.wire,
        local: entry.flags.local,
        script: entry.flags.script,
        sender: words::sender_key(entry),
        reconnect: row.reconnect.word(),
        reconnect_seconds: match row.reconnect {
            Reconnect::After { min, max } => Some((min, max)),
            _ => None,
        },
        reference: &row.reference,
        since: row.since.as_deref(),
        deprecated: row.deprecated.as_deref(),
    }
}
