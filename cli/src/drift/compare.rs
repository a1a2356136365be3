//! The differences between a table and the registry.

use close_code_codegen::model::{Row as ModelRow, Table};
use close_code_emitters::docs::entry::{self, Entry};

use super::registry::{Record, Registry};
use super::source;

/// A difference between the registry and the table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Difference {
    /// The registry has assigned a code that the table does not have.
    Assigned(Record),
    /// A row has another meaning in the registry.
    Renamed { first: u16, last: u16, from: String, to: String },
    /// The registry refers to other documents than the row.
    Reference { first: u16, last: u16, missing: Vec<String>, gone: Vec<String> },
    /// A range of the table is several ranges in the registry; each `at` begins a new one.
    Split { first: u16, last: u16, at: Vec<u16> },
    /// The registry no longer has a code.
    Gone { code: u16, meaning: String },
}

/// The meaning that the registry gives to codes without an owner.
pub(super) const UNASSIGNED: &str = "Unassigned";

/// Compares a table with the registry: only the codes that the registry is about.
pub(super) fn compare(table: &Table, registry: &Registry) -> Vec<Difference> {
    let entries = entry::entries(table);
    let mut differences = splits(&entries, registry);
    differences.extend(ranges(&entries, registry));
    let (first, last) = table.head().span;
    let is_inside = |record: &&Record| first <= record.first && record.last <= last;
    for record in registry.records.iter().filter(|record| record.is_code()).filter(is_inside) {
        let from = entries.partition_point(|entry| entry.first < record.first);
        let own = entries[from..].iter().take_while(|entry| entry.first == record.first);
        match own.into_iter().find(|entry| entry.is_single()) {
            Some(entry) => differences.extend(row(entry, &entries, record)),
            None => differences.push(Difference::Assigned(record.clone())),
        }
    }
    differences.extend(gone(&entries, registry));
    differences.sort_by_key(Difference::first);
    differences
}

impl Difference {
    /// The first code that it is about.
    pub(super) fn first(&self) -> u16 {
        match self {
            Self::Assigned(record) => record.first,
            Self::Renamed { first, .. }
            | Self::Reference { first, .. }
            | Self::Split { first, .. } => *first,
            Self::Gone { code, .. } => *code,
        }
    }
}

type Row<'a> = Entry<'a>;

/// A row that both have.
fn row(entry: &Row<'_>, entries: &[Row<'_>], record: &Record) -> Vec<Difference> {
    let (first, last) = (entry.first, entry.last);
    let mut differences = Vec::new();
    if entry.row.meaning != record.meaning {
        let (from, to) = (entry.row.meaning.clone(), record.meaning.clone());
        differences.push(Difference::Renamed { first, last, from, to });
    }
    // A row may inherit the references of its range.
    let range = entries.iter().find(|range| {
        !range.is_single() && range.first <= first && last <= range.last && entry.is_single()
    });
    let of_range = range.map(|range| owned(range.row)).unwrap_or_default();
    let own = owned(entry.row);
    let missing = source::missing(&own, &record.reference);
    let gone = source::gone(&own, &of_range, &record.reference);
    if !(missing.is_empty() && gone.is_empty()) {
        differences.push(Difference::Reference { first, last, missing, gone });
    }
    differences
}

/// Ranges of the table that the registry has in several pieces: pieces with a meaning, or with a rule for
/// their registration, of their own.
fn splits(entries: &[Row<'_>], registry: &Registry) -> Vec<Difference> {
    let with_meaning = registry.records.iter().filter(|record| record.is_range());
    let with_meaning = with_meaning.map(|record| (record.first, record.last));
    let mut edges: Vec<u16> = with_meaning
        .chain(registry.rules.iter().copied())
        .flat_map(|(first, last)| [first, last.saturating_add(1)])
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let mut differences = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.is_single()) {
        let until = |code: u16| edges.partition_point(|edge| *edge <= code);
        let at = edges[until(entry.first)..until(entry.last)].to_vec();
        if !at.is_empty() {
            differences.push(Difference::Split { first: entry.first, last: entry.last, at });
        }
    }
    differences
}

/// Ranges that both have, and ranges that claim a meaning which the registry gives to others.
fn ranges(entries: &[Row<'_>], registry: &Registry) -> Vec<Difference> {
    let records: Vec<_> = registry.records.iter().filter(|record| record.is_range()).collect();
    let mut differences = Vec::new();
    // What the registry has of one code is no range.
    for entry in entries.iter().filter(|entry| entry.first < entry.last) {
        let same = |record: &&&Record| (record.first, record.last) == (entry.first, entry.last);
        if let Some(record) = records.iter().find(same) {
            differences.extend(row(entry, entries, record));
            continue;
        }
        let overlaps =
            records.iter().any(|record| record.first <= entry.last && entry.first <= record.last);
        let claims = records.iter().any(|record| record.meaning == entry.row.meaning);
        if claims && !overlaps {
            let (first, last) = (entry.first, entry.last);
            let (from, to) = (entry.row.meaning.clone(), UNASSIGNED.to_owned());
            differences.push(Difference::Renamed { first, last, from, to });
        }
    }
    differences
}

fn owned(row: &ModelRow) -> Vec<String> {
    row.reference().into_iter().map(str::to_owned).collect()
}

/// Codes of the table that the registry has as unassigned, unless the table says so in `deprecated`.
fn gone(entries: &[Row<'_>], registry: &Registry) -> Vec<Difference> {
    let singles =
        entries.iter().filter(|entry| entry.is_single() && entry.row.details.deprecated.is_none());
    let is_free = |code: u16| {
        let next = registry.records.partition_point(|record| record.first <= code);
        registry.records[..next]
            .last()
            .is_some_and(|record| code <= record.last && record.is_unassigned())
    };
    let gone = singles.filter(|entry| is_free(entry.first));
    gone.map(|entry| Difference::Gone { code: entry.first, meaning: entry.row.meaning.clone() })
        .collect()
}
