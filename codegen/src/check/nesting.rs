//! Nesting: which row lies in which range.

use core::cmp::Reverse;

use super::numbers::{literal_codes, literal_range};
use crate::model::{Draft, DraftCodes, DraftRow};

/// Literal codes, their place, and the position of their row.
pub(super) struct RowCodes<'a> {
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) codes: &'a DraftCodes,
    pub(super) row: usize,
}

impl RowCodes<'_> {
    /// Whether codes lie inside these, or are the same.
    pub(super) fn holds(&self, first: u16, last: u16) -> bool {
        self.first <= first && last <= self.last
    }
}

/// The codes of some rows, by first code; where two begin at one code the wider comes first.
pub(super) fn sorted<'a>(rows: &[&'a DraftRow]) -> Vec<RowCodes<'a>> {
    let of_row = |(row, of): (usize, &&'a DraftRow)| {
        of.codes.iter().filter_map(move |codes| {
            literal_range(codes).map(|(first, last)| RowCodes { first, last, codes, row })
        })
    };
    let mut all: Vec<_> = rows.iter().enumerate().flat_map(of_row).collect();
    // Stable, so that a range comes before a code, and the upper row before the lower.
    all.sort_by_key(|current| (current.first, Reverse(current.last)));
    all
}

/// For each row the one that it inherits from: the narrowest range that holds all of its codes. Both as
/// positions in the rows of the draft.
///
/// `None` also for a row of which not all codes are known. A row that takes the rest has no codes, so it
/// neither inherits nor passes anything on.
#[must_use]
pub fn parents(draft: &Draft) -> Vec<Option<usize>> {
    let rows: Vec<_> = draft.rows().collect();
    let all = sorted(&rows);
    let around = around(&all);
    let mut innermost = vec![None; rows.len()];
    for (index, current) in all.iter().enumerate() {
        innermost[current.row].get_or_insert(index);
    }
    let mut parents = Vec::with_capacity(innermost.len());
    for (position, row) in rows.iter().enumerate() {
        let codes = literal_codes(row).unwrap_or_default();
        let mut at = if codes.is_empty() { None } else { innermost[position] };
        let parent = loop {
            let Some(index) = at.and_then(|at| around[at]) else { break None };
            let current = &all[index];
            if current.row != position && codes.iter().all(|codes| current.holds(codes.0, codes.1))
            {
                break Some(current.row);
            }
            at = Some(index);
        };
        parents.push(parent);
    }
    parents
}

/// For each of the sorted all the narrowest one around it.
fn around(all: &[RowCodes<'_>]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut around = Vec::with_capacity(all.len());
    for (index, current) in all.iter().enumerate() {
        // One that ends inside this one holds none that follow which this one does not hold as well.
        while open.last().is_some_and(|below| !all[*below].holds(current.first, current.last)) {
            open.pop();
        }
        around.push(open.last().copied());
        open.push(index);
    }
    around
}
