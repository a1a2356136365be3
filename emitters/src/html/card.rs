//! A row of the table with all that is known about it.

use crate::docs::entry::Entry;
use crate::docs::words;
use crate::html::ids::{self, Ids};
use crate::html::link::Link;
use crate::html::tally::Tally;
use crate::html::{Document, short, usual};
use crate::typescript;
use close_code_codegen::model::{Details, Sender};
use close_code_codegen::paragraphs::paragraphs;

/// A row, ready for the template.
pub(super) struct Card<'a> {
    /// The permanent address: `1006`, or `4000-4999`.
    pub(super) address: String,
    /// The same, unless another row has it already.
    pub(super) id: Option<String>,
    /// The other permanent address: `abnormal-closure`.
    pub(super) slug: Option<String>,
    pub(super) first: u16,
    pub(super) last: u16,
    /// The code or the codes, as people write them.
    pub(super) codes: String,
    pub(super) label: &'a str,
    /// The meaning, if the label is another text.
    pub(super) meaning: Option<&'a str>,
    pub(super) description: Vec<String>,
    pub(super) class: Option<&'a str>,
    pub(super) wire: bool,
    pub(super) local: bool,
    pub(super) script: bool,
    pub(super) sender: &'static str,
    /// Who may send it, as the filter asks: `server`, `client`, `page`, `nobody`, `local`.
    pub(super) send: String,
    /// Whether one may send it, in a sentence or two.
    pub(super) verdict: String,
    pub(super) reconnect: Option<String>,
    /// What this project advises if the table does not specify it.
    pub(super) usual: Option<&'static str>,
    /// The first sentence of the description.
    pub(super) short: &'a str,
    pub(super) references: Vec<Link>,
    /// What the table only passes on.
    pub(super) details: &'a Details,
    pub(super) rust: String,
    pub(super) typescript: String,
    /// What libraries call the code: the library, and its name.
    pub(super) called: Vec<(&'a str, &'a str)>,
    /// What receivers do with it, if that is known.
    pub(super) tally: Option<Tally<'a>>,
}

impl<'a> Card<'a> {
    pub(super) fn new(
        entry: &Entry<'a>,
        all: &[Entry<'a>],
        document: &Document<'a>,
        ids: &mut Ids,
    ) -> Self {
        let row = entry.row;
        let codes = entry.codes();
        let (rust, typescript) = constants(entry, document);
        Self {
            id: ids.take(codes.clone()),
            slug: ids.take(ids::slug(&row.name)),
            first: entry.first,
            last: entry.last,
            codes: codes.replace('-', "–"),
            address: codes,
            label: &row.label,
            meaning: (row.meaning != row.label).then_some(&row.meaning),
            description: paragraphs(row.description()),
            class: row.class.as_deref(),
            wire: entry.flags.wire,
            local: entry.flags.local,
            script: entry.flags.script,
            sender: words::sender(entry),
            send: send(entry),
            verdict: verdict(entry),
            reconnect: words::reconnect(row.reconnect),
            usual: usual::usual(entry, document.built_in),
            short: short::short(row.description()),
            references: row.reference().into_iter().map(Link::new).collect(),
            details: &row.details,
            rust,
            typescript,
            called: called(entry, document),
            tally: document.compat.and_then(|compat| Tally::new(entry, all, &compat.receivers)),
        }
    }
}

fn called<'a>(entry: &Entry<'a>, document: &Document<'a>) -> Vec<(&'a str, &'a str)> {
    let libraries = document.libraries.iter().flat_map(|libraries| &libraries.library);
    let names = libraries.flat_map(|library| {
        library.names.iter().map(|(name, code)| (*code, library.name.as_str(), name.as_str()))
    });
    let is_own = |code| entry.is_single() && code == entry.first;
    names.filter(|(code, ..)| is_own(*code)).map(|(_, library, name)| (library, name)).collect()
}

/// The constant of a row in Rust and in TypeScript; a range has its name instead.
fn constants(entry: &Entry<'_>, document: &Document<'_>) -> (String, String) {
    let row = entry.row;
    let of = &document.table.head().name;
    match (entry.is_single(), document.built_in) {
        (true, true) => {
            let constant = format!("CloseCode::{}", row.constant);
            (constant, format!("CloseCode.{}", row.constant))
        }
        (true, false) => {
            let prefix = typescript::prefix(document.table);
            (format!("{of}::{}", row.name), format!("{prefix}Code.{}", row.constant))
        }
        (false, _) => (format!("{of}::{}", row.name), format!("\"{}\"", row.name)),
    }
}

/// The answers to "may I send it" under which the row is found.
pub(super) fn send(entry: &Entry<'_>) -> String {
    let mut words = Vec::new();
    let sender = entry.row.sender;
    if entry.flags.wire && sender != Sender::Client {
        words.push("server");
    }
    if entry.flags.wire && sender != Sender::Server {
        words.push("client");
    }
    if entry.flags.script && sender != Sender::Server {
        words.push("page");
    }
    if !entry.flags.wire {
        words.push("nobody");
    }
    if entry.flags.local {
        words.push("local");
    }
    words.join(" ")
}

fn verdict(entry: &Entry<'_>) -> String {
    if entry.flags.local {
        return "No. Your library or browser reports it, and it must not be sent.".to_owned();
    }
    if !entry.flags.wire {
        return "No. It must not be sent in a Close frame.".to_owned();
    }
    let from = match entry.row.sender {
        Sender::Client => "from a client",
        Sender::Server => "from a server",
        Sender::Either => "from either end",
    };
    let page = match (entry.flags.script, entry.row.sender) {
        (true, Sender::Server) => "",
        (true, _) => ". In a browser, WebSocket.close() accepts it",
        (false, _) => ", but not from a browser, where WebSocket.close() throws",
    };
    format!("Yes, {from}{page}.")
}
