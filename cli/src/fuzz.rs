//! Entry points for fuzzing: what reads untrusted input.

use crate::drift::registry;
use crate::explain;

/// Explains a text, for a terminal of some width and as JSON. Whatever the text, this does not panic, and
/// the page has no control character but line feeds and colors.
#[must_use]
pub fn explain(text: &str, columns: usize) -> Option<(String, String)> {
    explain::both(text, columns)
}

/// What `explain --table --json` says of some codes; the table is the text of a file.
#[must_use]
pub fn explain_in(table: &str, codes: &[u16]) -> Option<String> {
    explain::in_table(table, codes)
}

/// Reads a registry in XML or CSV, and says whether it is one.
///
/// # Errors
///
/// What is wrong with it.
pub fn registry(source: &str) -> Result<(), String> {
    registry::read(source, None).map(drop)
}

/// Brings a table up to date with a registry: the edited text, which is a valid table.
///
/// # Errors
///
/// Why that is not possible.
pub fn drift(table: &str, source: &str) -> Result<String, String> {
    crate::drift::edited(table, source)
}
