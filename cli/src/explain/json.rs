//! An answer in JSON.

use std::collections::BTreeMap;

use close_code_codegen::model::Reconnect;
use close_code_emitters::docs::entry::Entry;
use close_code_emitters::docs::words;
use close_code_emitters::libraries::{End, Side};
use serde::Serialize;

use super::body;
use super::question::{Answer, Origin};

/// An answer, for programs. A key that is added is no break; one that goes would be.
#[derive(Debug, Serialize)]
pub(super) struct Object<'a> {
    asked: &'a str,
    found_as: &'static str,
    /// `null` where the line says that there is none.
    code: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sent_by: Option<Side>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was_clean: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<End>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    library: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Body>,
    table: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen_by: Option<&'a str>,
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
    reference: Vec<&'a str>,
    since: Option<&'a str>,
    deprecated: Option<&'a str>,
    /// The author's own keys and texts.
    extra: Option<BTreeMap<&'a str, &'a str>>,
}

/// The object of an answer.
pub(super) fn answer<'a>(answer: &Answer<'a>) -> Object<'a> {
    let question = answer.question;
    let found_as = match question.origin {
        Origin::Number => "number",
        Origin::Name => "name",
        Origin::Body => "body",
        Origin::Log => "log",
    };
    let finding = &question.finding;
    let elsewhere = answer.elsewhere.iter();
    Object {
        asked: &question.asked,
        found_as,
        code: question.code(),
        line: question.line,
        time: question.time.as_deref(),
        reason: finding.reason.as_deref().filter(|_| question.origin == Origin::Log),
        sent_by: finding.sent_by,
        was_clean: finding.was_clean,
        end: finding.end,
        status: finding.status,
        library: finding.library.as_deref(),
        notes: &finding.says,
        body: finding.body.as_ref().filter(|_| question.origin == Origin::Body).map(body),
        table: &answer.table.name,
        chosen_by: question.chosen_by.as_deref(),
        row: answer.entry.as_ref().map(row),
        elsewhere: elsewhere
            .map(|(table, entry)| Elsewhere { table: &table.name, row: row(entry) })
            .collect(),
        refused_by: answer.refused.iter().map(|receiver| receiver.name.as_str()).collect(),
        receivers: answer.receivers,
    }
}

fn body(body: &body::Body) -> Body {
    Body { bytes: body.bytes.len(), reason: body.reason().map(str::to_owned) }
}

fn row<'a>(entry: &Entry<'a>) -> Row<'a> {
    let row = entry.row;
    Row {
        codes: (entry.first, entry.last),
        name: &row.name,
        class: row.class.as_deref(),
        meaning: &row.meaning,
        label: &row.label,
        description: row.description(),
        wire: entry.flags.wire,
        local: entry.flags.local,
        script: entry.flags.script,
        sender: words::sender_key(entry),
        reconnect: row.reconnect.word(),
        reconnect_seconds: match row.reconnect {
            Reconnect::After { min, max } => Some((min, max)),
            _ => None,
        },
        reference: row.reference(),
        since: row.details.since.as_deref().map(String::as_str),
        deprecated: row.details.deprecated.as_deref().map(String::as_str),
        extra: (!row.details.extra.is_empty()).then(|| {
            row.details
                .extra
                .iter()
                .map(|(key, text)| (key.value.as_str(), text.value.as_str()))
                .collect()
        }),
    }
}
