//! Order: a row is found where a reader looks for it.

use super::numbers::{literal_range, range_text};
use crate::model::{Draft, DraftRow};
use crate::problem::Problem;

/// Rows of a table are in numeric order, the ranges above the codes. Variants may have any order.
pub(super) fn rows_are_in_order(draft: &Draft, problems: &mut Vec<Problem>) {
    for rows in [&draft.ranges, &draft.codes] {
        let rows: Vec<_> = rows.iter().filter_map(|row| Some((row, ends(row)?))).collect();
        for pair in rows.windows(2) {
            let [(above, before), (row, codes)] = pair else { continue };
            if before.0 > codes.0 {
                problems.push(below(row, *codes, above, *before));
            }
        }
    }
    let Some(code) = draft.codes.first() else { return };
    for range in &draft.ranges {
        if range.at.start > code.at.start {
            problems.push(
                Problem::error(range.at, "a range stands below the codes")
                    .related(code.at, "the codes begin here")
                    .help("move it up: ranges first, then codes, each in numeric order"),
            );
        }
    }
}

/// Says that a row is further down than its number.
fn below(row: &DraftRow, codes: (u16, u16), above: &DraftRow, before: (u16, u16)) -> Problem {
    let place = |row: &DraftRow| row.codes.first().map_or(row.at, |codes| codes.at);
    Problem::error(place(row), format!("{} stands below {}", range_text(codes), range_text(before)))
        .related(place(above), "the row above it")
        .help("put the rows in numeric order")
}

/// The codes of a row in a table, which has only one range or code.
fn ends(row: &DraftRow) -> Option<(u16, u16)> {
    row.codes.first().and_then(literal_range)
}
