//! Pages for the browser: files that request nothing from any server.
//!
//! [`emit`] generates the reference page of a table. Next to it, [`protocols`] has the whole tables of
//! known protocols, of which the reference page lists names only, and [`implementations`] what other
//! software accepts.
//!
//! The templates are in `templates/`; they escape all text. A page's content security policy names its
//! script and its style sheet by their hashes and forbids everything else, so that text of a table could
//! not run even if it were not escaped.

use askama::Template;

use crate::compat::Compat;
use crate::docs::Source;
use crate::docs::entry;
use crate::libraries::Libraries;
use crate::typescript::{self, Behind, Module};
use close_code_codegen::model::Table;

mod application;
mod browsers;
mod card;
mod group;
mod hash;
mod hints;
mod howto;
mod ids;
mod lab;
mod libraries;
mod link;
mod matrix;
mod short;
mod tally;
mod usual;

use application::Section;
use browsers::{Browsers, Cell};
use group::Group;
use hints::Hints;
use howto::Example;
use ids::Ids;
use libraries::LibraryView;
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
    /// Other tables: listed after it, and shown in whole on a page of their own.
    pub applications: &'a [Application<'a>],
    /// What other implementations do.
    pub compat: Option<&'a Compat>,
    /// What other software prints, for the box that reads lines.
    pub libraries: Option<&'a Libraries>,
}

/// A table of a protocol in use.
#[derive(Debug)]
pub struct Application<'a> {
    /// The beginning of its addresses in the page: the name of its file without the extension.
    pub id: &'a str,
    /// The table.
    pub table: &'a Table,
}

/// The name of the page of [`protocols`], to which the reference page links.
pub const PROTOCOLS: &str = "protocols.html";

/// The name of the page of [`implementations`], to which the reference page links.
pub const IMPLEMENTATIONS: &str = "implementations.html";

/// The reference page of a table.
#[must_use]
pub fn emit(document: &Document<'_>) -> String {
    // Writing to a String cannot fail; were it otherwise, an empty file would show it.
    Page::new(document).render().unwrap_or_default()
}

/// The page with the tables of known protocols. Its addresses are those of the reference page's list.
#[must_use]
pub fn protocols(document: &Document<'_>) -> String {
    let mut ids = page_ids(document);
    let side = Side {
        title: "Close codes of known protocols",
        lead: "The WebSocket close codes of known services, protocols and clients, with sources.",
        applications: sections(document, &mut ids),
        ..Side::new(document)
    };
    side.render().unwrap_or_default()
}

/// The page with what other software accepts and sends.
#[must_use]
pub fn implementations(document: &Document<'_>) -> String {
    let entries = entry::entries(document.table);
    let compat = document.compat;
    let matrix = |peers| Matrix::new(&entries, peers);
    let side = Side {
        title: "Close codes in implementations",
        lead: "Which WebSocket close codes servers, clients and libraries accept and send.",
        receivers: compat.and_then(|compat| matrix(&compat.receivers)),
        senders: compat.and_then(|compat| matrix(&compat.senders)),
        libraries: compat.map_or(Vec::new(), |compat| libraries::views(&compat.libraries)),
        ..Side::new(document)
    };
    side.render().unwrap_or_default()
}

/// The ids that the rows of the table take first, so that a protocol has the same id on both pages.
fn page_ids(document: &Document<'_>) -> Ids {
    let mut ids = Ids::new();
    group::groups(&entry::entries(document.table), document, &mut ids);
    ids
}

fn sections<'a>(document: &Document<'a>, ids: &mut Ids) -> Vec<Section<'a>> {
    let applications = document.applications.iter();
    applications.map(|application| Section::new(application, ids)).collect()
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
    include_str!("../templates/page/read.js"),
    include_str!("../templates/page/body.js"),
    include_str!("../templates/page/explain.js"),
    include_str!("../templates/page/box.js"),
    include_str!("../templates/page/find.js"),
    include_str!("../templates/page/address.js"),
    include_str!("../templates/page/copy.js"),
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
    /// Whether there is a page of implementations.
    has_implementations: bool,
    browsers: Option<Browsers<'a>>,
    built_in: bool,
    examples: &'static [Example],
    hints: Hints,
}

/// A page next to the reference page; it needs no script.
#[derive(Template)]
#[template(path = "side.html", whitespace = "minimize")]
struct Side<'a> {
    notice: String,
    title: &'static str,
    lead: &'static str,
    style: &'static str,
    style_hash: String,
    applications: Vec<Section<'a>>,
    receivers: Option<Matrix<'a>>,
    senders: Option<Matrix<'a>>,
    libraries: Vec<LibraryView<'a>>,
    gathered: &'a str,
}

impl<'a> Side<'a> {
    /// A page without content.
    fn new(document: &Document<'a>) -> Self {
        Self {
            notice: document.source.notice(),
            title: "",
            lead: "",
            style: STYLE,
            style_hash: hash::of(STYLE),
            applications: Vec::new(),
            receivers: None,
            senders: None,
            libraries: Vec::new(),
            gathered: document.compat.map_or("", |compat| &compat.gathered),
        }
    }
}

/// The data of `libraries.toml` as a constant of the script. No text in it can end the element.
fn libraries_script(libraries: Option<&Libraries>) -> String {
    let json = libraries.and_then(|libraries| serde_json::to_string(libraries).ok());
    let json = json.map_or("undefined".to_owned(), |json| json.replace('<', "\\u003c"));
    format!("/** What other software prints. */\nconst LIBRARIES = {json};\n")
}

impl<'a> Page<'a> {
    fn new(document: &Document<'a>) -> Self {
        let head = document.table.head();
        let entries = entry::entries(document.table);
        let Document { table, protocol, source, .. } = *document;
        let module = Module { table, protocol, behind: Behind::Included, source };
        let module = typescript::emit_javascript(&module);
        let script = [&module, "\n", &libraries_script(document.libraries), SCRIPT].concat();
        let compat = document.compat;
        let mut ids = Ids::new();
        let groups = group::groups(&entries, document, &mut ids);
        let applications = sections(document, &mut ids);
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
            has_implementations: compat.is_some_and(|compat| !compat.receivers.is_empty()),
            browsers: compat.and_then(|compat| Browsers::new(&compat.apis)),
            built_in: document.built_in,
            examples: howto::EXAMPLES,
            hints: Hints::new(document, &entries),
        }
    }
}
