//! Which row every code belongs to: as ranges that do not overlap, and as the arms of a match.

use core::cmp::Reverse;

use crate::model::{Codes, Row, Table};

/// How many codes a memo of the match can contain.
const WIDEST: usize = 5000;

/// How many comparisons with ranges the compiler may have to make while it fills a memo: it gives up on
/// a constant that takes more than some two million steps.
const MOST_STEPS: usize = 500_000;

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

/// Which row a code belongs to: an arm of the classification.
#[derive(Clone, Copy, Debug)]
pub struct Arm<'a> {
    /// The codes; those of an arm above are not among them.
    pub codes: &'a Codes,
    /// The position of the row in [`Table::rows`].
    pub row: usize,
}

impl Table {
    /// The classification, the narrowest codes first. Codes that all belong to narrower rows are left out.
    #[must_use]
    pub fn arms(&self) -> Vec<Arm<'_>> {
        let mut own = vec![Vec::new(); self.rows().len()];
        for segment in of(self) {
            own[segment.row].push(segment);
        }
        let mut arms = Vec::new();
        for (row, with_codes) in self.rows().iter().enumerate() {
            let has_own = |first, last| {
                let at = own[row].partition_point(|segment| segment.first < first);
                own[row].get(at).is_some_and(|segment| segment.last <= last)
            };
            let codes = with_codes
                .all_codes()
                .filter(|codes| codes.literal().is_none_or(|(first, last)| has_own(first, last)));
            arms.extend(codes.map(|codes| Arm { codes, row }));
        }
        arms.sort_by_key(|arm| arm.codes.literal().map_or(0, |(first, last)| last - first));
        arms
    }

    /// Whether `from_code` reads a memo of the classification: its span is small enough, and filling it does
    /// not take too long.
    #[must_use]
    pub fn is_remembered(&self) -> bool {
        let (first, last) = self.head().span;
        let span = usize::from(last.saturating_sub(first)) + 1;
        let ranges = self.arms().iter().filter(|arm| arm.codes.is_range).count();
        span <= WIDEST && span * ranges <= MOST_STEPS
    }

    /// The codes outside the span, where every code of the span has a row: the arm for them is the last, so
    /// that the compiler finds a gap. `None` where there are gaps, or codes that only the compiler knows.
    #[must_use]
    pub fn outside(&self) -> Option<Vec<(u16, u16)>> {
        let (first, last) = self.head().span;
        let mut next = Some(first);
        for segment in of(self) {
            if Some(segment.first) != next {
                return None;
            }
            next = segment.last.checked_add(1);
        }
        if next != last.checked_add(1) {
            return None;
        }
        let below = first.checked_sub(1).map(|end| (0, end));
        Some(below.into_iter().chain(next.map(|start| (start, u16::MAX))).collect())
    }
}
