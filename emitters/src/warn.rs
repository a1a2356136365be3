//! Warnings: what a table may say and seldom means.
//!
//! Each has a name, which `allow` takes: on the row that it is about, or in `[table]` for all of them.

use std::collections::HashMap;

use crate::compat::Compat;
use crate::docs::entry::{self, Entry};
use close_code_codegen::check::nesting;
use close_code_codegen::model::{At, Draft, DraftRow, Span, Table};
use close_code_codegen::naming;
use close_code_codegen::problem::{Problem, Severity};

mod rules;

/// What the warnings compare a table with.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The names that the registry's table has for a code: name, meaning and label.
    assigned: HashMap<u16, [String; 3]>,
    /// The ranges of the registry's table, which are nobody's own.
    floor: Vec<(u16, u16)>,
    /// The names of the receivers, and what each accepts.
    receivers: Vec<(String, Vec<(u16, u16)>)>,
}

impl Facts {
    /// The facts of the built-in table, and of what other implementations accept.
    #[must_use]
    pub fn new(built_in: &Table, compat: &Compat) -> Self {
        let entries = entry::entries(built_in);
        let (singles, ranges): (Vec<_>, Vec<_>) =
            entries.iter().partition(|entry| entry.is_single());
        let names = |entry: &Entry<'_>| {
            let row = entry.row;
            [row.name.clone(), row.meaning.clone(), row.label.clone()]
        };
        let receivers = compat.receivers.iter();
        Self {
            assigned: singles.iter().map(|entry| (entry.first, names(entry))).collect(),
            floor: ranges.iter().map(|entry| (entry.first, entry.last)).collect(),
            receivers: receivers.map(|peer| (peer.name.clone(), peer.accepts.clone())).collect(),
        }
    }

    /// The receivers that refuse a code.
    fn refusing(&self, code: u16) -> Vec<&str> {
        let accepts = |ranges: &[(u16, u16)]| {
            ranges.iter().any(|(first, last)| (*first..=*last).contains(&code))
        };
        let refusing = self.receivers.iter().filter(|(_, ranges)| !accepts(ranges));
        refusing.map(|(name, _)| name.as_str()).collect()
    }
}

/// Looks for what is allowed and seldom meant, in a draft that [`check`](close_code_codegen::check::check) accepts.
///
/// The warnings come sorted by place, without those that the table allows.
#[must_use]
pub fn warnings(draft: &Draft, facts: &Facts) -> Vec<Problem> {
    let all: Vec<_> = draft.ranges.iter().chain(&draft.codes).collect();
    let parents = nesting::parents(draft).into_iter().map(|parent| parent.map(|at| all[at]));
    let rows: Vec<_> =
        all.iter().zip(parents).filter_map(|(row, parent)| Spot::new(row, parent)).collect();
    let mut warnings = Vec::new();
    for rule in rules::all() {
        for (position, problem) in rule(&rows, facts) {
            if !is_allowed(&problem, &draft.head.allow)
                && !is_allowed(&problem, &rows[position].row.allow)
            {
                warnings.push(problem);
            }
        }
    }
    warnings.sort_by_key(|problem| problem.at.start);
    warnings
}

/// Whether a list allows a warning.
fn is_allowed(problem: &Problem, allow: &[At<String>]) -> bool {
    let Severity::Warning(name) = problem.severity else { return false };
    allow.iter().any(|allowed| allowed.value == name)
}

/// A row, and the codes that it is for.
struct Spot<'a> {
    row: &'a DraftRow,
    first: u16,
    last: u16,
    is_range: bool,
    /// The range that it stands on.
    parent: Option<&'a DraftRow>,
}

impl<'a> Spot<'a> {
    fn new(row: &'a DraftRow, parent: Option<&'a DraftRow>) -> Option<Self> {
        let [codes] = row.codes.as_slice() else { return None };
        let (first, last) = (codes.first.value.code()?, codes.last.value.code()?);
        Some(Self { row, first, last, is_range: codes.is_range, parent })
    }

    /// `4001`, or `4100 to 4199`.
    fn said(&self) -> String {
        if self.is_range {
            format!("{} to {}", self.first, self.last)
        } else {
            self.first.to_string()
        }
    }

    /// The place of the codes.
    fn at(&self) -> Span {
        self.row.codes.first().map_or(self.row.at, |codes| codes.at)
    }

    /// The short text, as the table will have it.
    fn meaning(&self) -> String {
        let meaning = self.row.meaning.as_ref().map(|meaning| meaning.value.clone());
        meaning.unwrap_or_else(|| naming::words(&self.row.name.value))
    }

    /// The range of the table that the code stands on.
    fn range(&self) -> Option<Self> {
        Self::new(self.parent?, None)
    }
}
