//! A table as a module for the browser's end of the connection: TypeScript, or plain JavaScript with
//! its declarations.
//!
//! The three are one template, `templates/module/module.ts`: JavaScript is the TypeScript without its types,
//! the declarations are it without its code.

use askama::Template;

use crate::docs::Source;
use crate::docs::entry;
use close_code_codegen::model::Table;

mod lists;
mod rows;
mod text;

use lists::List;
use rows::Constant;

/// A table, and what else its module needs.
#[derive(Clone, Copy, Debug)]
pub struct Module<'a> {
    /// The table.
    pub table: &'a Table,
    /// The table of the protocol, which answers for the codes that `table` has no row for.
    pub protocol: Option<&'a Table>,
    /// Where the module has the rows of that table from.
    pub behind: Behind<'a>,
    /// The file of the table.
    pub source: &'a Source,
}

/// Where a module has the rows of the protocol from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Behind<'a> {
    /// It contains them.
    Included,
    /// It imports them from the module of the built-in table, whose address this is.
    Imported(&'a str),
    /// It does without. It still knows which of the protocol's codes may be sent.
    LeftOut,
}

/// The module in TypeScript: erasable syntax, explicit types on all that is exported.
#[must_use]
pub fn emit(module: &Module<'_>) -> String {
    print(module, true, true)
}

/// The module in JavaScript (ES2020), whose types are in its declarations.
#[must_use]
pub fn emit_javascript(module: &Module<'_>) -> String {
    print(module, true, false)
}

/// The declarations (`.d.ts`) of the module in JavaScript.
#[must_use]
pub fn emit_declarations(module: &Module<'_>) -> String {
    print(module, false, true)
}

/// What the names of a table's types begin with, before `Code`, `Kind`, `Class` and `Entry`.
///
/// It is the name of the table without an ending such as `Close`: `FleetClose` has `FleetCode`, and `CloseKind`,
/// the built-in table, has `CloseCode`.
#[must_use]
pub fn prefix(table: &Table) -> &str {
    let name = table.head().name.as_str();
    if matches!(name, "CloseCode" | "CloseKind") {
        return "Close";
    }
    ["CloseCode", "CloseKind", "Close", "Code", "Kind"]
        .into_iter()
        .find_map(|ending| name.strip_suffix(ending).filter(|rest| !rest.is_empty()))
        .unwrap_or(name)
}

#[derive(Template)]
#[template(path = "module/module.ts", escape = "none")]
struct Text<'a> {
    code: bool,
    types: bool,
    notice: String,
    doc: String,
    prefix: &'a str,
    constants: Vec<Constant<'a>>,
    kinds: Vec<String>,
    classes: Vec<String>,
    has_classes: bool,
    absent: String,
    rows: String,
    /// Where the rows of the protocol are imported from, as a literal.
    imported: Option<String>,
    protocol: Option<String>,
    lists: Vec<List>,
}

impl Text<'_> {
    /// A type after a name, in which `$` is the prefix, unless the language has no types.
    fn typed(&self, of: &str) -> String {
        if self.types { format!(": {}", of.replace('$', self.prefix)) } else { String::new() }
    }

    /// What comes after `export` if the code is elsewhere.
    fn declare(&self) -> &'static str {
        if self.code { "" } else { "declare " }
    }
}

fn print(module: &Module<'_>, code: bool, types: bool) -> String {
    let head = module.table.head();
    let own = entry::entries(module.table);
    let behind = module.protocol.map(entry::entries).unwrap_or_default();
    let has_rows = module.protocol.is_some() && module.behind != Behind::LeftOut;
    let shown = if has_rows { behind.as_slice() } else { &[] };
    let all = || own.iter().chain(shown);
    let has_classes = head.class.is_some();
    let text = Text {
        code,
        types,
        notice: text::in_comment(&module.source.notice()),
        doc: text::comment_lines(&text::doc(head.heading(), &head.description), ""),
        prefix: prefix(module.table),
        constants: rows::constants(&own),
        kinds: text::union(all().map(|entry| entry.row.name.as_str())),
        classes: text::union(all().filter_map(|entry| entry.row.class.as_deref())),
        has_classes,
        absent: absent(head.span, has_rows),
        rows: rows::literals(&own),
        imported: match module.behind {
            Behind::Imported(address) if has_rows => Some(text::literal(address)),
            _ => None,
        },
        protocol: has_rows.then(|| rows::literals(shown)),
        lists: lists::all(&own, shown, &behind),
    };
    // Writing to a String cannot fail; were it otherwise, an empty file would show it.
    text.render().unwrap_or_default()
}

/// For what numbers there is no answer.
fn absent(span: (u16, u16), has_protocol: bool) -> String {
    match span {
        (first, last) if !has_protocol && (first, last) != (0, u16::MAX) => {
            format!("`undefined` for a code without a row. The table covers {first} to {last}.")
        }
        _ => "`undefined` for a number that is not a close code: a fraction, NaN, below 0, above 65535."
            .to_owned(),
    }
}
