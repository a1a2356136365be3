//! What a page tells, in words.

use close_code::CloseFrame;
use close_code_codegen::model::{Reconnect, Sender};
use close_code_emitters::docs::entry::Entry;
use close_code_emitters::libraries::{End, Side};

use crate::explain::body::{Body, Frame};
use crate::explain::line::Finding;
use crate::explain::question::{Answer, Question};
use crate::paint::{self, painted};
use crate::tables::Origin;
use crate::text::{self, visible};

/// What is in a body, and what a receiver makes of it.
pub(super) fn body(body: &Body) -> String {
    let bytes = &body.bytes;
    let frame = match body.frame {
        Frame::None => "",
        Frame::Plain => "A whole Close frame, without a mask, so from a server. ",
        Frame::Masked => "A whole Close frame, with a mask, so from a client. ",
    };
    let bytes_in_all = match bytes.len() {
        1 => "1 byte".to_owned(),
        length => format!("{length} bytes"),
    };
    if body.is_masked() {
        return format!("{frame}A payload of {bytes_in_all} that is no Close body as it is.");
    }
    if let Some(code) = body.digits() {
        let [high, low] = code.to_be_bytes();
        return format!(
            "{frame}These are the digits of {code} as text, where a Close body begins with two bytes: \
             {high:02x} {low:02x}, or [{high}, {low}]. A receiver reads the digits as the code {} and a \
             reason.",
            body.code()
        );
    }
    let text = match CloseFrame::parse(bytes) {
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
    };
    frame.to_owned() + &text
}

/// The part of a line around what was found in it, which stands out; with the number of the line, and the
/// time that it begins with.
pub(super) fn excerpt(question: &Question, columns: usize) -> String {
    let (line, at) = (&question.asked, &question.finding.at);
    let code = visible(&line[at.clone()]);
    let (before, after) = (visible(&line[..at.start]), visible(&line[at.end..]));
    let number = question.line.map_or(String::new(), |line| format!("line {line}: "));
    let room = columns.saturating_sub(text::width(&number) + text::width(&code) + 2);
    let short = text::width(&before).min(room / 2);
    let after = text::cut(&after, (room - short).max(1));
    let left = room.saturating_sub(text::width(&after)).max(1);
    let time = question.time.as_deref().map(visible).unwrap_or_default();
    // The time stays, if that leaves something else.
    let is_cut = text::width(&before) > left && text::width(&time) + 12 < left;
    let time = if is_cut && before.starts_with(&time) { time } else { String::new() };
    let rest: String = before[time.len()..].chars().rev().collect();
    let rest: String =
        text::cut(&rest, left - text::width(&time).min(left - 1)).chars().rev().collect();
    format!("{number}{time}{rest}{}{after}", painted(paint::POINT, &code))
}

/// The title and the text of a line that says why there is no code.
pub(super) fn no_code(answer: &Answer<'_>) -> (String, String) {
    const BROWSERS: &str = "There is no close code. Browsers report such an end as 1006.";
    let title = |why: &str| format!("No close code: {why}");
    let finding = &answer.question.finding;
    if finding.body.as_ref().is_some_and(Body::is_masked) {
        return (
            title("the bytes are masked still"),
            "The first two bytes are no code that can be sent, and the rest is no text: a client masks what \
             it sends. Unmask the payload with the four key bytes of the frame (each byte XOR the key, in \
             turn), then read the code."
                .to_owned(),
        );
    }
    match (finding.end, finding.status) {
        (Some(End::Refused), _) => (title("the handshake was refused"), BROWSERS.to_owned()),
        _ => (title("the connection failed"), BROWSERS.to_owned()),
    }
}

/// What is to be said of this line, beside what the code means.
pub(super) fn notes(answer: &Answer<'_>) -> Vec<String> {
    let question = answer.question;
    let finding = &question.finding;
    let mut notes = Vec::new();
    match (finding.end, finding.status, answer.status) {
        (Some(End::Refused), Some(status), Some(row)) => notes.push(format!(
            "The server answered HTTP {status} to the handshake, where 101 accepts it. {}",
            row.means
        )),
        (Some(End::Refused), ..) => notes.push(
            "The server did not accept the handshake. The line does not say which HTTP status it answered: \
             look at the log of the server, or at the answer in the network panel of a browser. Check the \
             address and its path, the credentials, and that every proxy passes the headers Upgrade and \
             Connection on. Retrying will not help before the cause is removed."
                .to_owned(),
        ),
        (Some(End::NoFrame), ..) => notes.push(
            "The connection ended without a Close frame. The line has no code; others report such an end as \
             1006."
                .to_owned(),
        ),
        _ => {}
    }
    notes.extend(finding.says.iter().map(|says| visible(says)));
    let wire = answer.entry.as_ref().is_some_and(|entry| entry.flags.wire);
    match (question.code(), finding.was_clean) {
        (Some(_), Some(false)) if wire && finding.sent_by != Some(Side::Nobody) => notes.push(
            "wasClean is false: the Close frame arrived, but the connection broke before both ends had \
             closed."
                .to_owned(),
        ),
        (Some(1006), Some(true)) => notes.push(
            "1006 with wasClean true does not come from a browser: a script or a library made the event."
                .to_owned(),
        ),
        _ => {}
    }
    notes
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
        Reconnect::Never => "No. Do not reconnect: retrying will not succeed.".to_owned(),
        Reconnect::AfterChange => {
            "Only after a change: use different credentials, parameters or a different address."
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
pub(super) fn sender(entry: &Entry<'_>, finding: &Finding) -> &'static str {
    match finding.sent_by {
        Some(Side::ThisEnd) => return "This end: the program that wrote the line.",
        Some(Side::OtherEnd) => return "The other end.",
        Some(Side::Nobody) => return "Nobody: the library made it up; no Close frame had it.",
        None => {}
    }
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
pub(super) fn may_send(entry: &Entry<'_>) -> String {
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
pub(super) fn in_rust(answer: &Answer<'_>, entry: &Entry<'_>) -> Option<String> {
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
