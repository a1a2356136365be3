//! What receivers do with the codes of one row.

use crate::compat::Peer;
use crate::docs::entry::Entry;

/// How many receivers let a row's codes pass, and which are the exceptions.
pub(super) struct Tally<'a> {
    pub(super) accepting: usize,
    pub(super) all: usize,
    /// Those that do other than the table says.
    pub(super) exceptions: Vec<&'a Peer>,
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
        let refuses = |peer: &&Peer| !codes.iter().any(|code| peer.accepts(*code));
        let exceptions = if entry.flags.wire {
            receivers.iter().filter(|peer| !accepts(peer)).collect()
        } else {
            receivers.iter().filter(|peer| !refuses(peer)).collect()
        };
        let accepting = receivers.iter().filter(accepts).count();
        Some(Self { accepting, all: receivers.len(), exceptions })
    }
}

/// The codes of which the entry is the row: the last entry that holds a code is its row.
fn own_codes(entry: &Entry<'_>, all: &[Entry<'_>]) -> Vec<u16> {
    let holds = |other: &Entry<'_>, code| other.first <= code && code <= other.last;
    (entry.first..=entry.last)
        .filter(|code| {
            let row = all.iter().rfind(|other| holds(other, *code));
            row.is_some_and(|row| row.first == entry.first && row.last == entry.last)
        })
        .collect()
}
