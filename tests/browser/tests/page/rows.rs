//! The rows of the runtime crate, as the page names them.

use close_code::{CloseCode, CloseCodeRange, CloseKind, Entry};

/// All rows.
pub(crate) fn all() -> impl Iterator<Item = &'static Entry> {
    CloseKind::TABLE.iter()
}

/// The first and the last code of a row.
pub(crate) fn span(entry: &Entry) -> (u16, u16) {
    (entry.first().get(), entry.last().get())
}

/// The permanent address: `1006`, or `4000-4999`.
pub(crate) fn address(entry: &Entry) -> String {
    let (first, last) = span(entry);
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// The codes as a person reads them.
pub(crate) fn shown(entry: &Entry) -> String {
    address(entry).replace('-', "–")
}

/// A code of which the entry is the row: a narrower row has some of a range's codes.
pub(crate) fn own_code(entry: &Entry) -> CloseCode {
    let (first, last) = span(entry);
    let mut codes = (first..=last).map(CloseCode::new);
    codes.find(|code| code.entry().name() == entry.name()).unwrap_or(CloseCode::new(first))
}
