//! The enums that a table defines, and its constants.

use core::fmt::Write as _;

use super::doc;
use super::options::{ALLOW, Options};
use crate::escape;
use crate::model::{Row, Table};
use crate::naming;

/// What generated enums derive; `Debug` is made from the rows.
const DERIVES: &str = "#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::Eq, \
     ::core::hash::Hash, ::core::cmp::Ord, ::core::cmp::PartialEq, ::core::cmp::PartialOrd)]";

/// The enum with a variant for each row.
pub(super) fn kind(text: &mut String, table: &Table, options: &Options) {
    let head = table.head();
    let mut about = Vec::new();
    if let Some(title) = &head.title {
        doc::describe(title, &mut about);
    }
    doc::describe(&head.description, &mut about);
    docs(text, "", &about);
    let _ = writeln!(text, "{ALLOW}\n{DERIVES}");
    if options.runtime {
        text.push_str("#[non_exhaustive]\n");
    }
    // A variant a row: the smallest integer that holds them all, if no variant has a payload.
    match table.rows().len() {
        _ if table.rows().iter().any(|row| row.carries_code) => {}
        ..=256 => text.push_str("#[repr(u8)]\n"),
        _ => text.push_str("#[repr(u16)]\n"),
    }
    let _ = writeln!(text, "pub enum {} {{", head.name);
    for row in table.rows() {
        docs(text, "    ", &doc::of_row(row));
        deprecated(text, row);
        let _ = write!(text, "    {}", row.name);
        if row.carries_code {
            let _ = write!(text, "({}::CloseCode)", options.krate);
        }
        text.push_str(",\n");
    }
    text.push_str("}\n");
}

/// The enum with a variant for each class, if the table has classes.
pub(super) fn class(text: &mut String, table: &Table, options: &Options) {
    let Some(class) = &table.head().class else { return };
    let _ = writeln!(text, "\n/// The ranges that [`{}`] is divided into.", table.head().name);
    let _ =
        writeln!(text, "{ALLOW}\n{DERIVES}\n#[derive(::core::fmt::Debug)]\npub enum {class} {{");
    let mut labels = String::new();
    for name in classes(table) {
        let mut about = Vec::new();
        for row in table.rows() {
            if row.class.as_deref() == Some(name) && row.single().is_none() {
                about.extend(doc::about(row));
            }
        }
        docs(text, "    ", &about);
        let _ = writeln!(text, "    {name},");
        let _ = write!(labels, " {name} = {:?},", naming::words(name));
    }
    let _ = writeln!(
        text,
        "}}\n\n{}::__classes! {{ v1 \"close-code-codegen {}\" {ALLOW}\n    {class} {{{labels} }}\n}}",
        options.krate,
        env!("CARGO_PKG_VERSION"),
    );
}

/// The classes in the order of their codes.
fn classes(table: &Table) -> Vec<&str> {
    let mut classes = Vec::new();
    for class in table.rows().iter().filter_map(|row| row.class.as_deref()) {
        if !classes.contains(&class) {
            classes.push(class);
        }
    }
    classes
}

/// A constant for each row of one code: on the enum, those of the built-in table on `CloseCode`.
pub(super) fn constants(text: &mut String, table: &Table, options: &Options) {
    let (krate, name) = (&options.krate, &table.head().name);
    let on = if options.runtime { "CloseCode" } else { name };
    let _ = writeln!(text, "\n{ALLOW}\nimpl {on} {{");
    for row in table.rows() {
        let Some(code) = row.single().and_then(|codes| codes.first.code()) else { continue };
        let label = escape::markdown(&row.label);
        let _ = writeln!(text, "    /// {code} {label}: see [`{name}::{}`].", row.name);
        deprecated(text, row);
        let _ = writeln!(
            text,
            "    pub const {}: {krate}::CloseCode = {krate}::CloseCode::new({code});",
            row.constant
        );
    }
    text.push_str("}\n");
}

fn deprecated(text: &mut String, row: &Row) {
    if let Some(note) = &row.details.deprecated {
        let _ = writeln!(text, "    #[deprecated(note = {:?})]", escape::note(note));
    }
}

/// Paragraphs as a doc comment.
fn docs(text: &mut String, indent: &str, paragraphs: &[String]) {
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at > 0 {
            let _ = writeln!(text, "{indent}///");
        }
        for line in paragraph.lines() {
            let _ = writeln!(text, "{indent}/// {line}");
        }
    }
}
