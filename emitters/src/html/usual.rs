//! What clients usually do about reconnecting, if the table does not specify it.

use close_code_codegen::model::Reconnect;

use crate::docs::entry::Entry;

/// This project's advice for a row of the built-in table that has none; the page marks it as such.
pub(super) fn usual(entry: &Entry<'_>, built_in: bool) -> Option<&'static str> {
    if !built_in || entry.row.reconnect != Reconnect::Unspecified {
        return None;
    }
    Some(match entry.is_single().then_some(entry.first) {
        Some(1000 | 1005) => "usually not needed",
        Some(1001) => "usually after a random delay",
        Some(1002 | 1003 | 1007..=1010 | 1015 | 3003) => "usually after a change",
        Some(3000) => "usually after signing in",
        None if (3000..=4999).contains(&entry.first) => {
            "see the documentation of the library or service"
        }
        _ => "usually with backoff",
    })
}
