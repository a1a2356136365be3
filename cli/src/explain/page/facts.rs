//! What a page tells, in words.

use core::ops::Range;

use close_code::CloseFrame;
use close_code_codegen::model::{Reconnect, Sender};

use crate::explain::answer::{Answer, Row};
use crate::paint::{self, painted};
use crate::tables::Origin;
use crate::text::{self, visible};

/// What is in a body, and what a receiver makes of it.
pub(super) fn body(bytes: &[u8]) -> String {
    let bytes_in_all = match bytes.len() {
        1 => "1 byte".to_owned(),
        length => format!("{length} bytes"),
    };
    match CloseFrame::parse(bytes) {
        Ok(None) => "An empty body: the Close frame has no code.".to_owned(),
        Ok(Some(frame)) if frame.reason().is_empty() => {
            format!("A Close body of {bytes_in_all}, without a reason.")
        }
        Ok(Some(frame)) => {
            format!(
                "A Close body of {bytes_in_all}, with the reason {:?}.",
                frame.reason().as_str()
            )
        }
        Err(error) => {
            let reply = error.reply_code().get();
            format!("Not a valid Close body, and a receiver answers it with {reply}: {error}.")
        }
    }
}

/// The part of a line around what was found in it, which stands out.
pub(super) fn excerpt(line: &str, at: &Range<usize>, columns: usize) -> String {
    let code = visible(&line[at.clone()]);
    let (before, after) = (visible(&line[..at.start]), visible(&line[at.end..]));
    let room = columns.saturating_sub(text::width(&code) + 2);
    let short = text::width(&before).min(room / 2);
    let after = text::cut(&after, (room - short).max(1));
    let left = room.saturating_sub(text::width(&after)).max(1);
    let before: String =
        text::cut(&before.chars().rev().collect::<String>(), left).chars().rev().collect();
    format!("{before}{}{after}", painted(paint::POINT, &code))
}

/// May I reconnect?
pub(super) fn reconnect(reconnect: Reconnect, answer: &Answer<'_>) -> String {
    let is_range =
        answer.entry.as_ref().is_some_and(|entry| !entry.is_single() && entry.flags.wire);
    match reconnect {
        Reconnect::Unspecified if answer.table.is_built_in() && is_range => {
            "That depends on whose code it is.".to_owned()
        }
        Reconnect::Unspecified if answer.table.is_built_in() => {
            "Not specified: the specifications say nothing about it.".to_owned()
        }
        Reconnect::Unspecified => "Not specified: the table says nothing about it.".to_owned(),
        Reconnect::Never => "No. Another attempt is in vain.".to_owned(),
        Reconnect::AfterChange => {
            "Not as it was: only with other credentials, other parameters or another address."
                .to_owned()
        }
        Reconnect::Immediately => "Yes, at once.".to_owned(),
        Reconnect::Backoff => "Yes, after a random delay that grows with every failure.".to_owned(),
        Reconnect::After { min, max } if min == max => format!("Yes, after {min} seconds."),
        Reconnect::After { min, max } => {
            format!("Yes, after a random delay of {min} to {max} seconds.")
        }
    }
}

/// Who sent it?
pub(super) fn sender(entry: &Row<'_>) -> &'static str {
    if entry.flags.local {
        return "Your own side: your library or browser reports it, and it must not be sent. Search the logs \
                of the remote end, and of every proxy between, by the time and not by the number.";
    }
    if !entry.flags.wire {
        return "Nobody should: most receivers refuse it, and answer 1002.";
    }
    match entry.row.sender {
        Sender::Client => "The client.",
        Sender::Server => "The server.",
        Sender::Either => "Either end: whichever closed first.",
    }
}

/// May I send it?
pub(super) fn may_send(entry: &Row<'_>) -> String {
    if !entry.flags.wire {
        return "No. It must not appear in a Close frame, and WebSocket.close() rejects it."
            .to_owned();
    }
    let who = match entry.row.sender {
        Sender::Client => "Yes, as a client.",
        Sender::Server => return "Yes, as the server.".to_owned(),
        Sender::Either => "Yes.",
    };
    if entry.flags.script {
        return format!("{who} A page may pass it to WebSocket.close().");
    }
    format!("{who} But a page may not: WebSocket.close() takes 1000 and 3000 to 4999 only.")
}

/// Who refuses the code although it is valid, and what a few of them do then.
pub(super) fn refused(answer: &Answer<'_>) -> String {
    const FEW: usize = 5;
    let (number, all) = (answer.refused.len(), answer.receivers);
    let names: Vec<_> = answer
        .refused
        .iter()
        .map(|receiver| match &receiver.on_invalid {
            Some(what) if number <= FEW => format!("{} ({what})", receiver.name),
            _ => receiver.name.clone(),
        })
        .collect();
    format!(
        "{number} of {all} implementations, which take it for a protocol error, 1002: {}. (As of {}.)",
        names.join(", "),
        answer.gathered
    )
}

/// What the code is called in Rust, where there is a type that has it: of a known protocol's table there
/// is none.
pub(super) fn in_rust(answer: &Answer<'_>, entry: &Row<'_>) -> Option<String> {
    let row = entry.row;
    let kind = format!("{}::{}", answer.table.table.head().name, row.name);
    match answer.table.origin {
        Origin::Known => None,
        Origin::BuiltIn if entry.is_single() => {
            Some(format!("CloseCode::{}, {kind}", row.constant))
        }
        Origin::BuiltIn | Origin::File => Some(kind),
    }
}
