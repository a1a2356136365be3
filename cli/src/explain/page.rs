//! An answer as a page of a terminal, in the order in which a tired person needs it: what it is, what
//! probably happened, may I reconnect, who sent it, may I send it, and where to read on.

use core::fmt::Write as _;

use close_code_emitters::docs::{reference, words};

use super::answer::{Answer, Row};
use super::question::Origin as Asked;
use crate::paint::{self, painted};
use crate::text::{self, visible, wrap};

mod facts;

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
    if !entry.row.description.is_empty() {
        page.paragraph(&entry.row.description);
        page.text.push('\n');
    }
    if !entry.is_single() {
        page.elsewhere(answer);
    }
    if let Some(note) = &entry.row.deprecated {
        page.fact("Deprecated", &visible(note));
    }
    page.fact("Reconnect?", &facts::reconnect(entry.row.reconnect, answer));
    page.fact("Who sent it?", facts::sender(entry));
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
            Asked::Body(bytes) => self.paragraph(&facts::body(bytes)),
            Asked::Log(at) => {
                let line = facts::excerpt(&question.asked, at, self.columns);
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
        for line in &lines {
            self.line(&painted(paint::TITLE, line));
        }
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
    fn references(&mut self, answer: &Answer<'_>, entry: &Row<'_>) {
        let of_table = &answer.table.table.head().reference;
        let of_table = of_table.iter().filter(|_| !answer.table.is_built_in());
        let mut label = "References";
        for named in entry.row.reference.iter().chain(of_table) {
            // An address says which section it is, and can be clicked.
            let address = reference::address(named);
            self.fact(label, address.as_deref().unwrap_or(&visible(named)));
            label = "";
        }
    }

    /// What known tables say about the number.
    fn elsewhere(&mut self, answer: &Answer<'_>) {
        if answer.elsewhere.is_empty() {
            return;
        }
        let own = answer.table.is_built_in();
        let heading = if own { "What known tables say" } else { "The number in other tables" };
        for line in wrap(heading, self.columns) {
            self.line(&painted(paint::LABEL, &line));
        }
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
