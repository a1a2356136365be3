//! Texts of the table as rustdoc.

use super::literal;
use crate::escape::{self, markdown};
use crate::join::join;
use crate::model::{Reconnect, Row, Sender};
use crate::paragraphs;

/// The attributes of what stands for a row: its documentation, and that it is going away.
pub(super) fn attributes(row: &Row) -> String {
    let docs = literal(&join(&paragraphs(row), "\n\n"));
    match &row.deprecated {
        Some(note) => {
            let note = literal(&escape::note(note));
            format!("    #[doc = {docs}]\n    #[deprecated(note = {note})]\n")
        }
        None => format!("    #[doc = {docs}]\n"),
    }
}

/// The paragraphs about a row: what it is, and what the table says of its use.
fn paragraphs(row: &Row) -> Vec<String> {
    let mut paragraphs = Vec::new();
    about(row, &mut paragraphs);
    paragraphs.push(usage(row));
    if !row.reference.is_empty() {
        let mut references = Vec::with_capacity(row.reference.len());
        for text in &row.reference {
            references.push(reference(text));
        }
        paragraphs.push(format!("Source: {}.", join(&references, ", ")));
    }
    if let Some(since) = &row.since {
        paragraphs.push(format!("Since {}.", markdown(since)));
    }
    paragraphs
}

/// Adds what a row is: its codes, its meaning, its description.
pub(super) fn about(row: &Row, paragraphs: &mut Vec<String>) {
    paragraphs.push(format!("**{}**: {}", codes(row), markdown(&row.meaning)));
    describe(&row.description, paragraphs);
}

/// Adds the paragraphs of a description, in Markdown.
pub(super) fn describe(text: &str, paragraphs: &mut Vec<String>) {
    for paragraph in &paragraphs::paragraphs(text) {
        paragraphs.push(markdown(paragraph));
    }
}

fn usage(row: &Row) -> String {
    let mut sentences = Vec::new();
    if let Some(flags) = row.flags {
        sentences.push(match (flags.wire, flags.local) {
            (true, _) => "May stand in a Close frame.",
            (false, true) => "Never in a Close frame, only reported to the application.",
            (false, false) => "May not stand in a Close frame.",
        });
        if flags.script {
            sentences.push("A page may pass it to `WebSocket.close()`.");
        }
    }
    match row.sender {
        Sender::Client => sentences.push("Sent by clients."),
        Sender::Server => sentences.push("Sent by servers."),
        Sender::Either => {}
    }
    let after;
    match row.reconnect {
        Reconnect::Unspecified => {}
        Reconnect::Never => sentences.push("Do not reconnect."),
        Reconnect::AfterChange => sentences.push("Reconnect only after a change."),
        Reconnect::Immediately => sentences.push("Reconnect at once."),
        Reconnect::Backoff => sentences.push("Reconnect with backoff."),
        Reconnect::After { min, max } => {
            after = format!("Reconnect after {min} to {max} seconds, at random.");
            sentences.push(&after);
        }
    }
    join(&sentences, " ")
}

/// The codes of a row as a person writes them: `1006`, `1000..=2999`.
fn codes(row: &Row) -> String {
    let mut parts = Vec::with_capacity(row.codes.len());
    for codes in &row.codes {
        parts.push(match (codes.first.code(), codes.last.code()) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first}\u{2013}{last}"),
            _ => "computed".to_owned(),
        });
    }
    join(&parts, ", ")
}

fn reference(text: &str) -> String {
    if text.starts_with("https://") && !text.bytes().any(|byte| matches!(byte, b'<' | b'>' | b' '))
    {
        format!("<{text}>")
    } else {
        markdown(text)
    }
}
