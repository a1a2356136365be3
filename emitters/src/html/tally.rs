//! What receivers do with the codes of one row.

use crate::compat::Peer;
use crate::docs::entry::Entry;

/// How many receivers accept a row's codes, and which do other than the table says.
pub(super) struct Tally<'a> {
    pub(super) accepting: usize,
    pub(super) all: usize,
    /// Those that do not accept all codes of a sendable row, or that accept all of any other row.
    pub(super) exceptions: Vec<&'a Peer>,
    /// Those that accept some codes of a row that is not sendable.
    pub(super) partly: Vec<&'a Peer>,
}

impl<'a> Tally<'a> {
    /// Counts the receivers that accept every code of the row that no narrower row has. `None` without
    /// receivers, or if the row has no code of its own.
    pub(super) fn new(entry: &Entry<'_>, all: &[Entry<'_>], receivers: &'a [Peer]) -> Option<Self> {
        let codes = own_codes(entry, all);
        if receivers.is_empty() || codes.is_empty() {
            return None;
        }
        let accepts = |peer: &&Peer| codes.iter().all(|code| peer.accepts(*code));
        let (accepting, others): (Vec<_>, Vec<_>) = receivers.iter().partition(accepts);
        let count = accepting.len();
        let (exceptions, partly) = if entry.flags.wire {
            (others, Vec::new())
        } else {
            let accepts_some = |peer: &&Peer| codes.iter().any(|code| peer.accepts(*code));
            (accepting, others.into_iter().filter(accepts_some).collect())
        };
        Some(Self { accepting: count, all: receivers.len(), exceptions, partly })
    }
}

/// The codes of which the entry is the row: the last entry that contains a code is its row.
fn own_codes(entry: &Entry<'_>, all: &[Entry<'_>]) -> Vec<u16> {
    let contains = |other: &Entry<'_>, code| other.first <= code && code <= other.last;
    (entry.first..=entry.last)
        .filter(|code| {
            let row = all.iter().rfind(|other| contains(other, *code));
            row.is_some_and(|row| row.first == entry.first && row.last == entry.last)
        })
        .collect()
}
