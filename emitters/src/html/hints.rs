//! What a page offers as examples: only what it can answer.

use crate::docs::entry::Entry;
use crate::html::{Document, ids};

/// Examples of what people can look for on a page.
pub(super) struct Hints {
    /// A code.
    pub(super) code: String,
    /// The end of the other address of its row.
    pub(super) slug: String,
    /// A word of some row.
    pub(super) word: String,
    /// What the box can be asked. The first is the placeholder.
    pub(super) questions: Vec<String>,
}

impl Hints {
    pub(super) fn new(document: &Document<'_>, entries: &[Entry<'_>]) -> Self {
        let single = entries.iter().find(|entry| entry.is_single());
        match single.or(entries.first()) {
            Some(entry) if !document.built_in => Self {
                code: entry.codes(),
                slug: ids::slug(&entry.row.name),
                word: entry.codes(),
                questions: questions(document, entries),
            },
            _ => Self {
                code: "1006".to_owned(),
                slug: "bad-gateway".to_owned(),
                word: "proxy".to_owned(),
                questions: BUILT_IN.map(str::to_owned).to_vec(),
            },
        }
    }
}

/// What people ask about the built-in table: of each kind of text that the page reads, one.
const BUILT_IN: [&str; 7] = [
    "1006",
    "CLOSE_ABNORMAL",
    "CloseEvent {wasClean: false, code: 1011, reason: 'oops'}",
    "03 f6 62 61 64",
    "discord 4014",
    "Error: Unexpected server response: 403",
    "session expired",
];

/// Questions that the table answers, or the built-in table.
fn questions(document: &Document<'_>, entries: &[Entry<'_>]) -> Vec<String> {
    let singles = || entries.iter().filter(|entry| entry.is_single());
    let is_sent = |entry: &&Entry<'_>| entry.flags.wire;
    let first = singles().chain(entries).next();
    let mut questions: Vec<_> = first.iter().map(|entry| entry.first.to_string()).collect();
    if let Some(last) = singles().rfind(is_sent) {
        let code = last.first;
        questions.push(format!("CloseEvent {{wasClean: true, code: {code}, reason: 'why'}}"));
    }
    if let Some(first) = singles().find(is_sent) {
        let [high, low] = first.first.to_be_bytes();
        questions.push(format!("{high:02x} {low:02x} 77 68 79"));
        questions.push(first.row.name.clone());
    }
    if document.protocol.is_some() {
        questions.push("1006".to_owned());
    }
    questions
}
