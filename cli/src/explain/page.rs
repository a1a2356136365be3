//! An answer as a page of a terminal, in the order in which a tired person needs it: what it is, what
//! probably happened, may I reconnect, who sent it, may I send it, and where to read on.

use core::fmt::Write as _;

use close_code_codegen::naming::letters;
use close_code_emitters::docs::entry::Entry;
use close_code_emitters::docs::{reference, words};
use close_code_emitters::libraries::End;

use super::question::{Answer, Origin as Asked};
use crate::paint::{self, painted};
use crate::text::{self, visible, wrap};

mod facts;

/// No line of text is longer, however wide the terminal: eyes get lost in long lines.
const WIDEST: usize = 88;
/// Where a terminal is narrower, labels stand above their facts.
const NARROW: usize = 60;
/// Below are the codes that specifications define, from here on those that anybody registers.
const REGISTERED_FROM: u16 = 3000;

/// The page of an answer.
pub(super) fn page(answer: &Answer<'_>, columns: usize) -> String {
    let mut page = Page { text: String::new(), columns: columns.min(WIDEST) };
    let finding = &answer.question.finding;
    page.found(answer);
    let Some(entry) = &answer.entry else {
        page.without_code(answer);
        return page.text;
    };
    page.title(answer, entry);
    page.reason(answer);
    for note in facts::notes(answer) {
        page.paragraph(&note);
        page.text.push('\n');
    }
    if !entry.row.description().is_empty() && !finding.instead {
        page.paragraph(entry.row.description());
        page.text.push('\n');
    }
    if !entry.is_single() {
        page.elsewhere(answer, entry);
    }
    if let Some(note) = &entry.row.details.deprecated {
        page.fact("Deprecated", &visible(note));
    }
    if let Some(status) = answer.status {
        page.fact("Check", &status.check);
        page.fact("Reconnect?", &status.retry);
    } else if !finding.instead {
        page.fact("Reconnect?", &facts::reconnect(entry.row.reconnect, answer));
    }
    page.fact("Who sent it?", facts::sender(entry, finding));
    page.fact("May I send it?", &facts::may_send(entry));
    if answer.is_refused() {
        page.fact("Refused by", &facts::refused(answer));
    }
    if let Some(name) = facts::in_rust(answer, entry) {
        page.fact("In Rust", &name);
    }
    if let Some(class) = &entry.row.class {
        page.fact("Class", class);
    }
    page.references(answer, entry);
    if entry.is_single() && !answer.elsewhere.is_empty() {
        page.text.push('\n');
        page.elsewhere(answer, entry);
    }
    page.text.truncate(page.text.trim_end().len());
    page.text.push('\n');
    page.text
}

/// `1006 Abnormal Closure, reconnect with backoff`, and where it was found.
pub(super) fn brief(answer: &Answer<'_>) -> String {
    let question = answer.question;
    let mut line = match (question.code(), question.finding.status, question.finding.end) {
        (Some(code), ..) => {
            let label = answer.entry.as_ref().map_or("", |entry| &entry.row.label);
            format!("{code} {}", visible(label))
        }
        (None, Some(status), _) => format!("no code: handshake answered with HTTP {status}"),
        (None, None, Some(End::Refused)) => "no code: the handshake was refused".to_owned(),
        (None, None, Some(End::Masked)) => "no code: the bytes are still masked".to_owned(),
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

/// A page in the making.
struct Page {
    text: String,
    columns: usize,
}

impl Page {
    /// Where the code was found, unless it is what was asked.
    fn found(&mut self, answer: &Answer<'_>) {
        let question = answer.question;
        match (question.origin, &question.finding.body) {
            (Asked::Number | Asked::Name, _) => {}
            (Asked::Body, Some(body)) => self.paragraph(&facts::body(body)),
            (Asked::Body | Asked::Log, _) => {
                let line = facts::excerpt(question, self.columns);
                self.line(&line);
            }
        }
        if let (Some(table), Some(code)) = (answer.missing_in, question.code()) {
            let (first, last) = table.table.head().span;
            let note = if (first..=last).contains(&code) {
                format!("{} has no entry for {code}.", table.name)
            } else {
                format!(
                    "{} covers {first} to {last}, so this is the standard meaning of {code}.",
                    table.name
                )
            };
            self.paragraph(&note);
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Why there is no code.
    fn without_code(&mut self, answer: &Answer<'_>) {
        let (title, says) = facts::no_code(answer);
        for line in wrap(&title, self.columns) {
            self.line(&painted(paint::TITLE, &line));
        }
        self.text.push('\n');
        for text in facts::notes(answer).into_iter().chain([says]) {
            self.paragraph(&text);
            self.text.push('\n');
        }
        if let Some(status) = answer.status {
            self.fact("Check", &status.check);
            self.fact("Reconnect?", &status.retry);
        }
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
    }

    /// The reason, which is often the cause.
    fn reason(&mut self, answer: &Answer<'_>) {
        let reason = answer.question.finding.reason.as_deref().filter(|reason| !reason.is_empty());
        if let Some(reason) = reason.filter(|_| answer.question.origin == Asked::Log) {
            self.fact("Reason", &format!("\"{}\"", visible(reason)));
            self.text.push('\n');
        }
    }

    /// What it is: `1006 Abnormal Closure`, and whose code, where it is not everybody's.
    fn title(&mut self, answer: &Answer<'_>, entry: &Entry<'_>) {
        let code = answer.question.code().unwrap_or(entry.first);
        let title = format!("{code} {}", visible(&entry.row.label));
        let lines = wrap(&title, self.columns);
        for line in &lines {
            self.line(&painted(paint::TITLE, line));
        }
        if !answer.table.is_built_in() {
            let by = answer.question.chosen_by.as_ref();
            let by = by.map_or(String::new(), |by| format!(", recognized by {by}"));
            self.paragraph(&format!("{} ({}){by}", answer.table.title(), answer.table.name));
        } else if let Some(library) = &answer.question.finding.library {
            let is_name = answer.question.origin == Asked::Name;
            let what = if is_name { "name is used" } else { "text is printed" };
            self.paragraph(&format!("This {what} by {library}."));
        }
        self.text.push('\n');
        if entry.row.meaning != entry.row.label && !answer.question.finding.instead {
            self.paragraph(&entry.row.meaning);
            self.text.push('\n');
        }
    }

    /// A text over the whole width.
    fn paragraph(&mut self, text: &str) {
        for line in wrap(&visible(text), self.columns) {
            self.line(&line);
        }
    }

    /// A label, and what there is to say to it.
    fn fact(&mut self, label: &str, fact: &str) {
        const INDENT: usize = 16;
        let narrow = self.columns < NARROW;
        let indent = if narrow { 2 } else { INDENT };
        let lines = wrap(fact, self.columns - indent);
        if narrow && !label.is_empty() {
            self.line(&painted(paint::LABEL, label));
        }
        for (at, line) in lines.iter().enumerate() {
            let label = if at == 0 && !narrow { label } else { "" };
            let gap = " ".repeat(indent - text::width(label));
            let line = emphasised(line, at == 0);
            self.line(&format!("{}{gap}{line}", painted(paint::LABEL, label)));
        }
    }

    /// Where to read on.
    fn references(&mut self, answer: &Answer<'_>, entry: &Entry<'_>) {
        let of_table = &answer.table.table.head().reference;
        let of_table = of_table.iter().map(String::as_str).filter(|_| !answer.table.is_built_in());
        let mut label = "References";
        for named in entry.row.reference().into_iter().chain(of_table) {
            // An address says which section it is, and can be clicked.
            let address = reference::address(named);
            self.fact(label, address.as_deref().unwrap_or(&visible(named)));
            label = "";
        }
    }

    /// What known tables say about the number. Those that say of a registered code what the registry does
    /// are counted.
    fn elsewhere(&mut self, answer: &Answer<'_>, own: &Entry<'_>) {
        const MANY: usize = 8;
        if answer.elsewhere.is_empty() {
            return;
        }
        let code = answer.question.code().unwrap_or_default();
        for line in wrap("In known protocols", self.columns) {
            self.line(&painted(paint::LABEL, &line));
        }
        let is_registered = own.is_single() && code < REGISTERED_FROM;
        let (same, different): (Vec<_>, Vec<_>) = answer
            .elsewhere
            .iter()
            .partition(|(_, other)| is_registered && says_the_same(own, other));
        let names: Vec<_> = different.iter().map(|(table, _)| &*table.name).collect();
        if is_registered && names.len() > MANY {
            self.paragraph(&format!(
                "These describe it in other words or give other advice: {}.",
                names.join(", ")
            ));
        } else {
            for (table, entry) in &different {
                let mut fact = visible(&entry.row.label);
                if let Some(advice) = words::reconnect(entry.row.reconnect) {
                    let _ = write!(fact, " (reconnect: {advice})");
                }
                self.item(&table.name, &fact);
            }
        }
        if !same.is_empty() {
            self.paragraph(&format!(
                "{} more use it as registered: `close-code explain {code} --json` lists them.",
                same.len()
            ));
        }
        self.text.push('\n');
        if let Some(name) = names.first() {
            self.paragraph(&format!(
                "For details, run `close-code explain {code} --table {name}`."
            ));
            self.text.push('\n');
        }
    }

    fn item(&mut self, label: &str, fact: &str) {
        const INDENT: usize = 24;
        let narrow = self.columns < NARROW;
        let indent = if narrow { 4 } else { INDENT };
        // A label that leaves no space before the fact has a line of its own as well.
        let alone = narrow || label.chars().count() + 3 > indent;
        if alone {
            self.line(&format!("  {label}"));
        }
        for (at, line) in wrap(fact, self.columns - indent).iter().enumerate() {
            let label = if at == 0 && !alone { label } else { "" };
            self.line(&format!("  {label:width$}{line}", width = indent - 2));
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// Whether a protocol means by a registered code what the registry means, and adds no advice.
fn says_the_same(own: &Entry<'_>, other: &Entry<'_>) -> bool {
    let names = [&own.row.name, &own.row.label, &own.row.meaning].map(|name| letters(name));
    names.contains(&letters(&other.row.label)) && words::reconnect(other.row.reconnect).is_none()
}

/// A line of a fact: a "yes" or a "no" that it begins with stands out.
fn emphasised(line: &str, first: bool) -> String {
    for (word, style) in [("Yes", paint::GOOD), ("No", paint::BAD), ("Nobody", paint::LABEL)] {
        let rest =
            line.strip_prefix(word).filter(|rest| first && !rest.starts_with(char::is_alphabetic));
        if let Some(rest) = rest {
            return format!("{}{rest}", painted(style, word));
        }
    }
    line.to_owned()
}

#[cfg(test)]
mod tests;
