//! An answer as a page of a terminal, in the order in which a tired person needs it: what it is, what
//! probably happened, may I reconnect, who sent it, may I send it, and where to read on.

use core::fmt::Write as _;

use close_code::CloseFrame;
use close_code_codegen::docs::{reference, words};
use close_code_codegen::model::{Reconnect, Sender};

use super::answer::{Answer, Row};
use super::question::Origin as Asked;
use crate::paint::{self, painted};
use crate::tables::Origin;
use crate::text::{self, visible, wrap};

/// No line of text is longer, however wide the terminal: eyes get lost in long lines.
const WIDEST: usize = 88;
/// Where a terminal is narrower, labels stand above their facts.
const NARROW: usize = 60;

/// The page of an answer.
pub(super) fn page(answer: &Answer<'_>, columns: usize) -> String {
    let mut page = Page { text: String::new(), columns: columns.min(WIDEST) };
    page.found(answer);
    let Some(entry) = &answer.entry else { return page.text };
    page.title(answer, entry);
    page.paragraph(&entry.row.description);
    page.text.push('\n');
    if !entry.is_single() {
        page.elsewhere(answer);
    }
    if let Some(note) = &entry.row.deprecated {
        page.fact("Deprecated", &visible(note));
    }
    page.fact("Reconnect?", &reconnect(entry.row.reconnect, answer));
    page.fact("Who sent it?", sender(entry));
    page.fact("May I send it?", &may_send(entry));
    if answer.is_refused() {
        page.fact("Refused by", &refused(answer));
    }
    if let Some(name) = in_rust(answer, entry) {
        page.fact("In Rust", &name);
    }
    page.references(answer, entry);
    if entry.is_single() && !answer.elsewhere.is_empty() {
        page.text.push('\n');
        page.elsewhere(answer);
    }
    page.text.truncate(page.text.trim_end().len());
    page.text.push('\n');
    page.text
}

/// A page in the making.
struct Page {
    text: String,
    columns: usize,
}

impl Page {
    /// Where the code was found, unless it is what was asked.
    fn found(&mut self, answer: &Answer<'_>) {
        let question = answer.question;
        match &question.origin {
            Asked::Number | Asked::Name => {}
            Asked::Body(bytes) => self.paragraph(&body(bytes)),
            Asked::Log(at) => {
                let line = excerpt(&question.asked, at, self.columns);
                self.line(&line);
            }
        }
        if let Some(table) = answer.missing_in {
            let note = format!("{} has nothing about {}.", table.name, question.code);
            self.paragraph(&note);
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// What it is: `1006 Abnormal Closure`, and whose code, where it is not everybody's.
    fn title(&mut self, answer: &Answer<'_>, entry: &Row<'_>) {
        let title = format!("{} {}", answer.question.code, visible(&entry.row.label));
        let lines = wrap(&title, self.columns);
        lines.iter().for_each(|line| self.line(&painted(paint::TITLE, line)));
        if !answer.table.is_built_in() {
            self.paragraph(&format!("{} ({})", answer.table.title(), answer.table.name));
        }
        self.text.push('\n');
        if entry.row.meaning != entry.row.label {
            self.paragraph(&entry.row.meaning);
            self.text.push('\n');
        }
    }

    /// A text over the whole width.
    fn paragraph(&mut self, text: &str) {
        wrap(&visible(text), self.columns).iter().for_each(|line| self.line(line));
    }

    /// A label, and what there is to say to it.
    fn fact(&mut self, label: &str, fact: &str) {
        const INDENT: usize = 16;
        let narrow = self.columns < NARROW;
        let indent = if narrow { 2 } else { INDENT };
        let lines = wrap(fact, self.columns - indent);
        if narrow {
            self.line(&painted(paint::LABEL, label));
        }
        for (at, line) in lines.iter().enumerate() {
            let label = if at == 0 && !narrow { label } else { "" };
            let gap = " ".repeat(indent - text::width(label));
            let line = emphasised(line, at == 0);
            self.line(&format!("{}{gap}{line}", painted(paint::LABEL, label)));
        }
    }

    /// Where to read on; an address stands on a line of its own, so that it can be clicked.
    fn references(&mut self, answer: &Answer<'_>, entry: &Row<'_>) {
        let of_table = &answer.table.table.head().reference;
        let of_table = of_table
            .iter()
            .map(|reference| &reference.value)
            .filter(|_| !answer.table.is_built_in());
        let mut label = "References";
        for named in entry.row.reference.iter().chain(of_table) {
            self.fact(label, &visible(named));
            label = "";
            if let Some(address) = reference::address(named).filter(|address| address != named) {
                self.fact(label, &address);
            }
        }
    }

    /// What known tables say about the number.
    fn elsewhere(&mut self, answer: &Answer<'_>) {
        if answer.elsewhere.is_empty() {
            return;
        }
        let own = answer.table.is_built_in();
        let heading = if own { "What known tables say" } else { "The number in other tables" };
        wrap(heading, self.columns).iter().for_each(|line| self.line(&painted(paint::LABEL, line)));
        for (table, entry) in &answer.elsewhere {
            let mut fact = visible(&entry.row.label);
            if let Some(advice) = words::reconnect(entry.row.reconnect) {
                let _ = write!(fact, " (reconnect: {advice})");
            }
            self.item(&table.name, &fact);
        }
        let code = answer.question.code;
        self.text.push('\n');
        self.paragraph(&format!(
            "`close-code explain {code} --table NAME` tells what one of them says."
        ));
        self.text.push('\n');
    }

    fn item(&mut self, label: &str, fact: &str) {
        const INDENT: usize = 24;
        let narrow = self.columns < NARROW;
        let indent = if narrow { 4 } else { INDENT };
        if narrow {
            self.line(&format!("  {label}"));
        }
        for (at, line) in wrap(fact, self.columns - indent).iter().enumerate() {
            let label = if at == 0 && !narrow { label } else { "" };
            self.line(&format!("  {label:width$}{line}", width = indent - 2));
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// A line of a fact: a "yes" or a "no" that it begins with stands out.
fn emphasised(line: &str, first: bool) -> String {
    for (word, style) in [("Yes", paint::GOOD), ("No", paint::BAD), ("Nobody", paint::BAD)] {
        let rest =
            line.strip_prefix(word).filter(|rest| first && !rest.starts_with(char::is_alphabetic));
        if let Some(rest) = rest {
            return format!("{}{rest}", painted(style, word));
        }
    }
    line.to_owned()
}

/// What is in a body, and what a receiver makes of it.
fn body(bytes: &[u8]) -> String {
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
fn excerpt(line: &str, at: &core::ops::Range<usize>, columns: usize) -> String {
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
fn reconnect(reconnect: Reconnect, answer: &Answer<'_>) -> String {
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
fn sender(entry: &Row<'_>) -> &'static str {
    if entry.flags.local {
        return "Nobody: it is never in a Close frame. Your own library or browser reports it, so search \
                the log of the other end, and of every proxy between, by the time and not by the number.";
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
fn may_send(entry: &Row<'_>) -> String {
    if !entry.flags.wire {
        return "No. It must not stand in a Close frame, and WebSocket.close() refuses it."
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

/// Who refuses the code although it is valid.
fn refused(answer: &Answer<'_>) -> String {
    let (number, all) = (answer.refused.len(), answer.receivers);
    let names: Vec<_> = answer
        .refused
        .iter()
        .map(|receiver| match &receiver.on_invalid {
            Some(what) => format!("{} ({what})", receiver.name),
            None => receiver.name.clone(),
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
fn in_rust(answer: &Answer<'_>, entry: &Row<'_>) -> Option<String> {
    let row = entry.row;
    let name = &answer.table.table.head().name.value;
    let mut text = match answer.table.origin {
        Origin::Known => return None,
        Origin::File => format!("{name}::{}", row.name.value),
        Origin::BuiltIn if entry.is_single() => {
            format!("CloseCode::{}, {name}::{}", row.constant, row.name.value)
        }
        Origin::BuiltIn => format!("{name}::{}", row.name.value),
    };
    if let Some(class) = row.class.as_ref().filter(|class| **class != row.name.value) {
        let _ = write!(text, ", in the class {class}");
    }
    Some(text)
}

#[cfg(test)]
mod tests;
