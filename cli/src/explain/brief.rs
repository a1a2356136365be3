//! An answer in one line.

use core::fmt::Write as _;

use close_code_emitters::docs::words;
use close_code_emitters::libraries::End;

use super::answer::Answer;
use crate::text::visible;

/// `1006 Abnormal Closure, reconnect with backoff`, and where it was found.
pub(super) fn line(answer: &Answer<'_>) -> String {
    let question = answer.question;
    let mut line = match (question.code, question.finding.status, question.finding.end) {
        (Some(code), ..) => {
            let label = answer.entry.as_ref().map_or("", |entry| &entry.row.label);
            format!("{code} {}", visible(label))
        }
        (None, Some(status), _) => format!("no code: HTTP {status} to the handshake"),
        (None, None, Some(End::Refused)) => "no code: the handshake was refused".to_owned(),
        (None, None, Some(End::Masked)) => "no code: the bytes are masked still".to_owned(),
        (None, None, _) => "no code: there was no connection".to_owned(),
    };
    if !answer.table.is_built_in() {
        let _ = write!(line, " ({})", visible(&answer.table.name));
    }
    if let Some(reason) = question.finding.reason.as_ref().filter(|reason| !reason.is_empty()) {
        let _ = write!(line, ", reason {:?}", visible(reason));
    }
    let advice = answer.entry.as_ref().filter(|_| !question.finding.instead);
    if let Some(advice) = advice.and_then(|entry| words::reconnect(entry.row.reconnect)) {
        let _ = write!(line, ", reconnect {advice}");
    }
    if let Some(number) = question.line {
        let _ = write!(line, ", line {number}");
    }
    line + "\n"
}
