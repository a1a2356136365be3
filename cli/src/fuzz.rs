//! Entry points for fuzzing: what reads untrusted input.

use std::cell::RefCell;

use crate::drift::registry;

pub use crate::explain::{Explained, Explainer};

thread_local! {
    static EXPLAINER: RefCell<Option<Explainer>> = RefCell::new(Explainer::new());
}

/// Explains a text, for a terminal of some width and as JSON. Whatever the text, this does not panic, and
/// the page has no control character but line feeds and colors.
#[must_use]
pub fn explain(text: &str, columns: usize) -> Option<(String, String)> {
    let answers =
        EXPLAINER.with_borrow(|explainer| Some(explainer.as_ref()?.argument(text, columns)))?;
    let (pages, objects): (Vec<_>, Vec<_>) = answers.into_iter().unzip();
    (!pages.is_empty()).then(|| (pages.concat(), serde_json::Value::from(objects).to_string()))
}

/// The JSON of what `explain --table` says of some codes; the table is the text of a file.
#[must_use]
pub fn explain_in(table: &str, codes: &[u16]) -> Option<serde_json::Value> {
    EXPLAINER.with_borrow_mut(|explainer| explainer.as_mut()?.in_table(table, codes))
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
