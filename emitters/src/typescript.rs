//! A table as a module for the browser's end of the connection: TypeScript, or plain JavaScript with
//! its declarations.
//!
//! The three are printed from one list of items, so that they cannot drift apart. The code in it is valid
//! in both languages; types stand beside it, in signatures or in comments.

use crate::docs::Source;
use crate::docs::entry;
use close_code_codegen::model::Table;

mod functions;
mod item;
mod print;
mod rows;
mod text;
mod types;

use item::Module;

/// The module in TypeScript: erasable syntax, explicit types on all that is exported.
#[must_use]
pub fn emit(table: &Table, source: &Source) -> String {
    print::typescript(&module(table, source))
}

/// The module in JavaScript (ES2020), its types in comments (`JSDoc`).
#[must_use]
pub fn emit_javascript(table: &Table, source: &Source) -> String {
    print::javascript(&module(table, source))
}

/// The declarations (`.d.ts`) of the module in JavaScript.
#[must_use]
pub fn emit_declarations(table: &Table, source: &Source) -> String {
    print::declarations(&module(table, source))
}

fn module(table: &Table, source: &Source) -> Module {
    let head = table.head();
    let entries = &entry::entries(table);
    let has_classes = head.class.is_some();
    let (title, description) = (head.heading(), head.description.as_str());
    let mut items = vec![rows::constants(entries)];
    items.extend(types::items(entries, has_classes));
    items.push(rows::table(entries));
    items.extend(functions::lookups(head.span, has_classes));
    items.extend(functions::predicates());
    items.push(functions::describe());
    items.extend(rows::flags(entries));
    items.push(functions::within());
    Module { notice: source.notice(), doc: text::doc(title, description), items }
}
