//! Which row every code belongs to, as a list of ranges that do not overlap.

use core::cmp::Reverse;

use crate::model::{Codes, Row, Table};

/// Consecutive codes that belong to one row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Segment {
    /// The first code.
    pub first: u16,
    /// The last code.
    pub last: u16,
    /// The position of the row in [`Table::rows`].
    pub row: usize,
}

/// Cuts the rows of a table into segments: narrow rows take their codes from the wider ones below.
///
/// Codes that belong to no row are in no segment. A row whose codes are expressions has none either.
#[must_use]
pub fn of(table: &Table) -> Vec<Segment> {
    let mut spans = spans(table.rows());
    spans.sort_by_key(|span| (span.first, Reverse(span.last)));
    let mut segments = Vec::with_capacity(spans.len());
    let mut open: Vec<Segment> = Vec::new();
    for &span in &spans {
        close(&mut open, &mut segments, Some(span.first));
        if let Some(below) = open.last_mut() {
            if below.first < span.first {
                segments.push(Segment { last: span.first - 1, ..*below });
            }
        }
        open.push(span);
    }
    close(&mut open, &mut segments, None);
    segments
}

/// Ends what is open and does not reach `until`; the wider one below it continues after it.
fn close(open: &mut Vec<Segment>, segments: &mut Vec<Segment>, until: Option<u16>) {
    while let Some(top) = open.last().copied() {
        if until.is_some_and(|until| top.last >= until) {
            break;
        }
        open.pop();
        if top.first <= top.last {
            segments.push(top);
        }
        let Some(below) = open.last_mut() else { continue };
        match top.last.checked_add(1) {
            Some(next) => below.first = below.first.max(next),
            None => open.clear(),
        }
    }
}

fn spans(rows: &[Row]) -> Vec<Segment> {
    let of_row = |(row, of): (usize, &Row)| {
        let literal = of.all_codes().filter_map(Codes::literal).collect::<Vec<_>>();
        literal.into_iter().map(move |(first, last)| Segment { first, last, row })
    };
    rows.iter().enumerate().flat_map(of_row).collect()
}

/// Joins neighbours for which `same` holds, as when only the class of a row matters.
#[must_use]
pub fn join(segments: &[Segment], same: &dyn Fn(&Segment, &Segment) -> bool) -> Vec<Segment> {
    let mut joined: Vec<Segment> = Vec::new();
    for segment in segments {
        match joined.last_mut() {
            Some(last)
                if last.last.checked_add(1) == Some(segment.first) && same(last, segment) =>
            {
                last.last = segment.last;
            }
            _ => joined.push(*segment),
        }
    }
    joined
}
