//! A table as one page for the browser: a single file that asks nothing of any server.
//!
//! The templates are in `templates/`; they escape whatever they show. The page's content security policy
//! names its one script and its one style sheet by their hashes and forbids all else, so that text of a
//! table could not run even if it got out of its place.

use askama::Template;

use crate::compat::Compat;
use crate::docs::Source;
use crate::docs::entry::{self, Entry};
use crate::typescript::{self, Behind, Module};
use close_code_codegen::model::Table;

mod application;
mod browsers;
mod card;
mod group;
mod hash;
mod ids;
mod lab;
mod libraries;
mod link;
mod matrix;
mod tally;

use application::Section;
use browsers::{Browsers, Cell};
use group::Group;
use ids::Ids;
use libraries::Shelf;
use link::Link;
use matrix::Matrix;

pub use lab::lab;

/// What a page shows.
#[derive(Debug)]
pub struct Document<'a> {
    /// The table that the page is about.
    pub table: &'a Table,
    /// The file of the table.
    pub source: &'a Source,
    /// The table that answers for the codes that `table` has no row for.
    pub protocol: Option<&'a Table>,
    /// Whether it is the built-in table, whose constants are `CloseCode`'s.
    pub built_in: bool,
    /// Other tables, shown after it.
    pub applications: &'a [Application<'a>],
    /// What other implementations do.
    pub compat: Option<&'a Compat>,
}

/// A table of a protocol in use.
#[derive(Debug)]
pub struct Application<'a> {
    /// The beginning of its addresses in the page: the name of its file without the ending.
    pub id: &'a str,
    /// The table.
    pub table: &'a Table,
}

/// The page.
#[must_use]
pub fn emit(document: &Document<'_>) -> String {
    // Writing to a String cannot fail; were it otherwise, an empty file would show it.
    Page::new(document).render().unwrap_or_default()
}

const STYLE: &str = concat!(
    include_str!("../templates/page/base.css"),
    include_str!("../templates/page/codes.css"),
    include_str!("../templates/page/tables.css"),
    include_str!("../templates/page/print.css"),
);

/// What a browser that runs no script leaves out.
const NOSCRIPT: &str = ".needs-script, .copy { display: none }";

const SCRIPT: &str = concat!(
    include_str!("../templates/page/find.js"),
    include_str!("../templates/page/address.js"),
    include_str!("../templates/page/copy.js"),
    include_str!("../templates/page/read.js"),
    include_str!("../templates/page/box.js"),
);

#[derive(Template)]
#[template(path = "page.html", whitespace = "minimize")]
struct Page<'a> {
    notice: String,
    title: &'a str,
    lead: &'a str,
    as_of: Option<&'a str>,
    sources: Vec<Link>,
    style: &'static str,
    style_hash: String,
    noscript: &'static str,
    noscript_hash: String,
    script: String,
    script_hash: String,
    groups: Vec<Group<'a>>,
    applications: Vec<Section<'a>>,
    receivers: Option<Matrix<'a>>,
    senders: Option<Matrix<'a>>,
    libraries: Vec<Shelf<'a>>,
    browsers: Option<Browsers<'a>>,
    gathered: &'a str,
    built_in: bool,
    /// What the box can be asked on the page of this table. The first is the placeholder.
    examples: Vec<String>,
    hints: Hints,
}

/// What people can look for on the page: a code, its text, the end of its address, a word of some row.
struct Hints {
    code: String,
    label: String,
    slug: String,
    word: String,
}

impl Hints {
    fn new(document: &Document<'_>, entries: &[Entry<'_>]) -> Self {
        let single = entries.iter().find(|entry| entry.is_single());
        match single.or(entries.first()) {
            Some(entry) if !document.built_in => Self {
                code: entry.codes(),
                label: entry.row.label.clone(),
                slug: ids::slug(&entry.row.name),
                word: entry.codes(),
            },
            _ => Self {
                code: "1006".to_owned(),
                label: "bad gateway".to_owned(),
                slug: "bad-gateway".to_owned(),
                word: "proxy".to_owned(),
            },
        }
    }
}

/// Questions that the table answers, or the protocol behind it.
fn examples(document: &Document<'_>, entries: &[Entry<'_>]) -> Vec<String> {
    if document.built_in {
        return vec!["1006".to_owned()];
    }
    let singles = || entries.iter().filter(|entry| entry.is_single());
    let sent = |entry: &&Entry<'_>| entry.flags.wire;
    let mut examples: Vec<_> =
        singles().chain(entries).take(1).map(|entry| entry.first.to_string()).collect();
    if let Some(last) = singles().rfind(sent) {
        examples
            .push(format!("CloseEvent {{wasClean: true, code: {}, reason: 'why'}}", last.first));
    }
    if let Some(first) = singles().find(sent) {
        let [high, low] = first.first.to_be_bytes();
        examples.push(format!("{high:02x} {low:02x} 77 68 79"));
        examples.push(first.row.name.clone());
    }
    if document.protocol.is_some() {
        examples.push("1006".to_owned());
    }
    if examples.is_empty() {
        examples.push("1000".to_owned());
    }
    examples
}

impl<'a> Page<'a> {
    fn new(document: &Document<'a>) -> Self {
        let head = document.table.head();
        let entries = entry::entries(document.table);
        let Document { table, protocol, source, .. } = *document;
        let module = Module { table, protocol, behind: Behind::Included, source };
        let script = typescript::emit_javascript(&module) + SCRIPT;
        let compat = document.compat;
        let mut ids = Ids::new();
        let groups = group::groups(&entries, document, &mut ids);
        let applications: Vec<_> = document
            .applications
            .iter()
            .map(|application| Section::new(application, &mut ids))
            .collect();
        let matrix = |peers| Matrix::new(&entries, peers);
        Self {
            notice: document.source.notice(),
            title: head.heading(),
            lead: head.description.as_str(),
            as_of: head.as_of.as_deref(),
            sources: head.reference.iter().map(|text| Link::new(text)).collect(),
            style: STYLE,
            style_hash: hash::of(STYLE),
            noscript: NOSCRIPT,
            noscript_hash: hash::of(NOSCRIPT),
            script_hash: hash::of(&script),
            script,
            groups,
            applications,
            receivers: compat.and_then(|compat| matrix(&compat.receivers)),
            senders: compat.and_then(|compat| matrix(&compat.senders)),
            libraries: compat.map_or(Vec::new(), |compat| libraries::shelves(&compat.libraries)),
            browsers: compat.and_then(|compat| Browsers::new(&compat.apis)),
            gathered: compat.map_or("", |compat| &compat.gathered),
            built_in: document.built_in,
            examples: examples(document, &entries),
            hints: Hints::new(document, &entries),
        }
    }
}
