//! The table on the front page of the runtime crate's documentation: every row, linked to its constant
//! or variant.

use core::fmt::Write;

use crate::escape;
use crate::model::{Row, Table};

/// The rows as a Markdown table with links that rustdoc resolves in the module of `CloseCode`.
#[must_use]
pub fn emit(table: &Table) -> String {
    let mut page = String::from(
        "| code | name | meaning | on the wire | local | script |\n\
         |---:|---|---|---|---|---|\n",
    );
    for row in table.rows() {
        let Some((first, last)) = row.span() else { continue };
        let (codes, link) = if row.single().is_some() {
            (first.to_string(), format!("CloseCode::{}", row.constant))
        } else {
            let link = format!("{}::{}", table.head().name, row.name);
            (format!("{first}-{last}"), link)
        };
        let label = escape::markdown(&row.label);
        // Writing to a String cannot fail.
        let _ = writeln!(page, "| {codes} | [`{link}`] | {label} | {} |", flags(row));
    }
    page.push_str(
        "\n*On the wire*: may be sent in a Close frame. *Local*: must not be sent, only reported to the \
         application. *Script*: a page may pass it to `WebSocket.close()`.\n",
    );
    page
}

/// An example with every constant of `CloseCode`, which its documentation shows and tests.
#[must_use]
pub fn constants(table: &Table) -> String {
    let mut example = String::from("```\nuse close_code::CloseCode;\n\n");
    for row in table.rows() {
        if let Some(code) = row.single().and_then(|codes| codes.first.code()) {
            let _ = writeln!(example, "assert_eq!(CloseCode::{}, {code});", row.constant);
        }
    }
    example.push_str("```\n");
    example
}

fn flags(row: &Row) -> String {
    let Some(flags) = row.flags else { return "| |".to_owned() };
    let word = |flag| if flag { "yes" } else { "no" };
    format!("{} | {} | {}", word(flags.wire), word(flags.local), word(flags.script))
}
