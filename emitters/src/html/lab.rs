//! The page of the laboratory, which `close-code lab` serves.

use askama::Template;

use crate::docs::Source;
use crate::html::hash;
use crate::typescript::{self, Behind, Module};
use close_code_codegen::model::Table;

const STYLE: &str = concat!(
    include_str!("../../templates/page/base.css"),
    include_str!("../../templates/page/tables.css"),
    include_str!("../../templates/lab/lab.css"),
);

const SCRIPT: &str = concat!(
    include_str!("../../templates/page/read.js"),
    include_str!("../../templates/lab/lab.js")
);

#[derive(Template)]
#[template(path = "lab.html", whitespace = "minimize")]
struct Lab {
    style: &'static str,
    style_hash: String,
    script: String,
    script_hash: String,
}

/// The page on which a person closes a connection and sees what the browser reports, compared with the
/// table. It talks to the server that it came from, and to no other; the reference page is at that
/// server's `/reference`.
#[must_use]
pub fn lab(table: &Table, source: &Source) -> String {
    let module = Module { table, protocol: None, behind: Behind::Included, source };
    let script = typescript::emit_javascript(&module) + SCRIPT;
    let page =
        Lab { style: STYLE, style_hash: hash::of(STYLE), script_hash: hash::of(&script), script };
    // Writing to a String cannot fail; were it otherwise, an empty page would show it.
    page.render().unwrap_or_default()
}
