//! Order and overlaps: rows are in numeric order, and no code belongs to two rows of one level.

use super::nesting::{RowCodes, sorted};
use super::numbers::{literal_range, range_text};
use crate::model::{Draft, DraftRow, Origin};
use crate::problem::Problem;

/// In a table no range reaches into another, and no code is there twice. In a derived enum a range may
/// lie inside a wider one, but neither be the same nor reach over its end.
pub(super) fn ranges_and_codes_are_apart(draft: &Draft, problems: &mut Vec<Problem>) {
    let nested = draft.head.origin == Origin::Derive;
    let rows: Vec<_> = draft.rows().collect();
    let (ranges, codes) = rows.split_at(draft.ranges.len());
    clashes(&sorted(ranges), nested, problems);
    clashes(&sorted(codes), nested, problems);
}

/// Only one row takes what the others leave.
pub(super) fn one_row_takes_the_rest(draft: &Draft, problems: &mut Vec<Problem>) {
    let mut rest = draft.rows().filter(|row| row.rest);
    let Some(first) = rest.next() else { return };
    for row in rest {
        problems.push(
            Problem::error(row.at, "two variants have `rest`")
                .label("here again")
                .related(first.at, "the first one")
                .help("remove `rest` from one of them"),
        );
    }
}

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
                Problem::error(range.at, "ranges must come before codes")
                    .related(code.at, "the codes begin here")
                    .help("move it up: ranges first, then codes, each in numeric order"),
            );
        }
    }
}

/// Says that a row is further down than its number.
fn below(row: &DraftRow, codes: (u16, u16), above: &DraftRow, before: (u16, u16)) -> Problem {
    let place = |row: &DraftRow| row.codes.first().map_or(row.at, |codes| codes.at);
    Problem::error(
        place(row),
        format!("{} must come before {}", range_text(codes), range_text(before)),
    )
    .related(place(above), "the row above it")
    .help("put the rows in numeric order")
}

/// The codes of a row in a table, which has only one range or code.
fn ends(row: &DraftRow) -> Option<(u16, u16)> {
    row.codes.first().and_then(literal_range)
}

/// Compares each range with the narrowest before it that reaches its first code.
fn clashes(all: &[RowCodes<'_>], nested: bool, problems: &mut Vec<Problem>) {
    let mut open: Vec<usize> = Vec::new();
    for (index, current) in all.iter().enumerate() {
        while open.last().is_some_and(|below| all[*below].last < current.first) {
            open.pop();
        }
        let Some(below) = open.last().map(|below| &all[*below]) else {
            open.push(index);
            continue;
        };
        let same = (below.first, below.last) == (current.first, current.last);
        if same || !nested || current.last > below.last {
            problems.push(clash(below, current, nested));
        }
        if nested || current.last > below.last {
            open.push(index);
        }
    }
}

/// Shows both places, the later one first.
fn clash(one: &RowCodes<'_>, other: &RowCodes<'_>, nested: bool) -> Problem {
    let (above, below) = if one.row <= other.row { (one, other) } else { (other, one) };
    let (first, last) = (one.first.max(other.first), one.last.min(other.last));
    let (at, related) = (below.codes.at, above.codes.at);
    if !one.codes.is_range && !other.codes.is_range {
        let message = if one.row == other.row {
            format!("the variant has the code {first} twice")
        } else if nested {
            format!("two variants have the code {first}")
        } else {
            format!("two rows have the code {first}")
        };
        return Problem::error(at, message)
            .label("here again")
            .related(related, format!("{first} is first used here"))
            .help("remove one of them, or change its number");
    }
    let help = if (one.first, one.last) == (other.first, other.last) {
        "remove one of them, or change its codes"
    } else if nested {
        "ranges must not partly overlap: nest one in the other, or separate them"
    } else {
        "end the one before the other begins"
    };
    Problem::error(at, format!("two ranges contain {}", range_text((first, last))))
        .label("this range")
        .related(related, "the range that it overlaps")
        .help(help)
}
