//! What implementations accept, compared with the table.

use crate::compat::{Peer, Source};
use crate::docs::entry::{self, Entry};

/// A matrix: implementations by codes.
pub(super) struct Matrix<'a> {
    /// Codes that every implementation here treats alike, as does the table.
    pub(super) columns: Vec<Column>,
    /// What the table says of each column.
    pub(super) table: Vec<bool>,
    /// The implementations by platform, in the order of the file.
    pub(super) platforms: Vec<Platform<'a>>,
    pub(super) count: usize,
}

/// Codes that belong together: the first and the last.
pub(super) struct Column {
    pub(super) first: u16,
    pub(super) last: u16,
}

/// The implementations of one platform.
pub(super) struct Platform<'a> {
    pub(super) name: &'a str,
    pub(super) peers: Vec<Line<'a>>,
}

/// An implementation.
pub(super) struct Line<'a> {
    pub(super) peer: &'a Peer,
    pub(super) executed: bool,
    pub(super) cells: Vec<Cell>,
    /// In what it is stricter than the table: `1012–1014`.
    pub(super) refuses: String,
    /// In what it is laxer than the table.
    pub(super) passes: String,
    pub(super) source: Provenance<'a>,
}

/// Whether codes are accepted, and whether that is as in the table.
pub(super) struct Cell {
    pub(super) accepted: bool,
    pub(super) agrees: bool,
}

/// Where a fact comes from.
pub(super) struct Provenance<'a> {
    pub(super) text: String,
    pub(super) address: Option<String>,
    pub(super) date: Option<&'a str>,
}

impl<'a> Matrix<'a> {
    /// `None` if there are no implementations to show.
    pub(super) fn new(entries: &[Entry<'_>], peers: &'a [Peer]) -> Option<Self> {
        if peers.is_empty() {
            return None;
        }
        let wire = entry::flagged(entries, |flags| flags.wire);
        let columns = columns(&wire, peers);
        let mut platforms: Vec<Platform<'a>> = Vec::new();
        for peer in peers {
            let line = Line::new(peer, &wire, &columns);
            match platforms.iter_mut().find(|platform| platform.name == peer.platform) {
                Some(platform) => platform.peers.push(line),
                None => platforms.push(Platform { name: &peer.platform, peers: vec![line] }),
            }
        }
        Some(Self {
            table: columns.iter().map(|column| holds(&wire, column.0)).collect(),
            columns: columns.iter().map(|&(first, last)| Column { first, last }).collect(),
            platforms,
            count: peers.len(),
        })
    }
}

impl<'a> Line<'a> {
    fn new(peer: &'a Peer, wire: &[(u16, u16)], columns: &[(u16, u16)]) -> Self {
        let cells = columns.iter().map(|(first, _)| {
            let accepted = peer.accepts(*first);
            Cell { accepted, agrees: accepted == holds(wire, *first) }
        });
        let differing = |accepted: bool| {
            let differs = |column: &&(u16, u16)| {
                peer.accepts(column.0) == accepted && holds(wire, column.0) != accepted
            };
            joined(columns.iter().filter(differs).copied())
        };
        Self {
            peer,
            executed: peer.method == crate::compat::Method::Executed,
            cells: cells.collect(),
            refuses: differing(false),
            passes: differing(true),
            source: Provenance::new(&peer.source),
        }
    }
}

impl<'a> Provenance<'a> {
    fn new(source: &'a Source) -> Self {
        let parts = [&source.repo, &source.path, &source.item, &source.text];
        let text: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
        let address =
            source.repo.as_ref().zip(source.commit.as_ref()).and_then(|(repo, commit)| {
                crate::docs::reference::address(&format!("https://github.com/{repo}/tree/{commit}"))
            });
        Self { text: text.join(", "), address, date: source.date.as_deref() }
    }
}

/// The codes from one change to the next, whether of an implementation or of the table.
fn columns(wire: &[(u16, u16)], peers: &[Peer]) -> Vec<(u16, u16)> {
    let ranges = peers.iter().flat_map(|peer| &peer.accepts).chain(wire);
    let mut starts: Vec<u16> =
        ranges.flat_map(|(first, last)| [Some(*first), last.checked_add(1)]).flatten().collect();
    starts.push(0);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|start| start - 1).chain([u16::MAX]);
    starts.iter().copied().zip(ends).collect()
}

fn holds(ranges: &[(u16, u16)], code: u16) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&code))
}

/// Ranges in words, those that touch as one.
fn joined(ranges: impl Iterator<Item = (u16, u16)>) -> String {
    let mut merged: Vec<(u16, u16)> = Vec::new();
    for (first, last) in ranges {
        match merged.last_mut() {
            Some((_, end)) if end.checked_add(1) == Some(first) => *end = last,
            _ => merged.push((first, last)),
        }
    }
    let ranges: Vec<_> = merged.into_iter().map(range).collect();
    match ranges.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => ranges.concat(),
    }
}

fn range((first, last): (u16, u16)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

#[cfg(test)]
mod tests {
    use super::{columns, joined};
    use crate::compat::Compat;

    #[test]
    fn a_column_begins_wherever_anything_changes() {
        let row = |id: &str, accepts: &str| {
            format!(
                "[[receiver]]\nid = '{id}'\nname = '{id}'\nplatform = 'P'\nmethod = 'executed'\n\
                 accepts = {accepts}\nsource = {{ text = 'here' }}\n"
            )
        };
        let rows = row("a", "[[1000, 1003]]") + &row("b", "[[0, 1004], [5000, 65535]]");
        let compat =
            Compat::read(&format!("gathered = '2026-01-01'\n{rows}")).expect("valid facts");
        let expected = [(0, 999), (1000, 1003), (1004, 1004), (1005, 4999), (5000, 65535)];
        assert_eq!(columns(&[(1000, 1003)], &compat.receivers), expected);
    }

    #[test]
    fn ranges_that_touch_are_one_in_words() {
        assert_eq!(joined([(1012, 1013), (1014, 1014)].into_iter()), "1012–1014");
        assert_eq!(joined([(1006, 1006), (5000, 65535)].into_iter()), "1006 and 5000–65535");
        assert_eq!(joined([].into_iter()), "");
    }
}
