//! Texts of the table as rustdoc.

use crate::escape::markdown;
use crate::model::{Reconnect, Row, Sender};
use crate::paragraphs;

/// The paragraphs about a row, of which each is one line or more: what it is, its description, and what
/// the table says of its use.
pub(super) fn of_row(row: &Row) -> Vec<String> {
    let mut paragraphs = about(row);
    let mut facts = usage(row);
    let references: Vec<_> = row.reference().into_iter().map(reference).collect();
    if !references.is_empty() {
        facts.push(format!("Source: {}.", references.join(", ")));
    }
    if let Some(since) = &row.details.since {
        facts.push(format!("Since {}.", markdown(since)));
    }
    if let (Some(last), false) = (paragraphs.last_mut(), facts.is_empty()) {
        *last = format!("{last} {}", facts.join(" "));
    }
    paragraphs
}

/// What a row is: its codes and its meaning on a line of their own, then its description.
pub(super) fn about(row: &Row) -> Vec<String> {
    let meaning = markdown(&row.meaning);
    let stop = if meaning.ends_with(['.', '!', '?']) { "" } else { "." };
    let mut paragraphs = vec![format!("**{}**: {meaning}{stop}", codes(row))];
    let mut description = Vec::new();
    describe(row.description(), &mut description);
    let mut description = description.into_iter();
    if let Some(first) = description.next() {
        paragraphs[0] = format!("{}\n{first}", paragraphs[0]);
    }
    paragraphs.extend(description);
    paragraphs
}

/// Adds the paragraphs of a description, in Markdown.
pub(super) fn describe(text: &str, paragraphs: &mut Vec<String>) {
    paragraphs.extend(paragraphs::paragraphs(text).iter().map(|paragraph| markdown(paragraph)));
}

fn usage(row: &Row) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    let mut say = |sentence: &str| sentences.push(sentence.to_owned());
    if let Some(flags) = row.flags {
        say(match (flags.wire, flags.local) {
            (true, _) => "May be sent in a Close frame.",
            (false, true) => "Never sent in a Close frame, only reported to the application.",
            (false, false) => "Must not be sent in a Close frame.",
        });
        if flags.script && row.sender != Sender::Server {
            say("A page may pass it to `WebSocket.close()`.");
        }
    }
    match row.sender {
        Sender::Client => say("Sent by clients."),
        Sender::Server => say("Sent by servers."),
        Sender::Either => {}
    }
    match row.reconnect {
        Reconnect::Unspecified => {}
        Reconnect::Never => say("Do not reconnect."),
        Reconnect::AfterChange => say("Reconnect only after a change."),
        Reconnect::Immediately => say("Reconnect at once."),
        Reconnect::Backoff => say("Reconnect with backoff."),
        Reconnect::After { min, max } => {
            say(&format!("Reconnect after {min} to {max} seconds, at random."));
        }
    }
    sentences
}

/// The codes of a row as a person writes them: `1006`, `1000–2999`.
fn codes(row: &Row) -> String {
    let codes = row.codes.iter().map(|codes| match codes.literal() {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}\u{2013}{last}"),
        None => "computed".to_owned(),
    });
    codes.collect::<Vec<_>>().join(", ")
}

fn reference(text: &str) -> String {
    if text.starts_with("https://") && !text.bytes().any(|byte| matches!(byte, b'<' | b'>' | b' '))
    {
        format!("<{text}>")
    } else {
        markdown(text)
    }
}
